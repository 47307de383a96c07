-- One row per change of an incident whose id begins with $id: its columns before or after the snapshot, by change_type.
select *
from ducklake_table_changes('lake', 'main', 'incidents', $first::bigint, $last::bigint)
where starts_with(incident_id, $id)
order by snapshot_id, change_type
