-- One row per change of an event whose id begins with $id: its columns before or after the snapshot, by change_type.
select *
from ducklake_table_changes('lake', 'main', 'events', $first::bigint, $last::bigint)
where starts_with(event_id, $id)
order by snapshot_id, change_type
