-- One row per joining or leaving of a member of event $id, or of the incident $id to or from an event.
select
    snapshot_id,
    change_type,
    event_id,
    incident_id,
    score,
    reason
from ducklake_table_changes('lake', 'main', 'event_incidents', $first::bigint, $last::bigint)
where (event_id = $id or incident_id = $id) and change_type in ('insert', 'delete')
order by snapshot_id, change_type, event_id, incident_id
