-- One row per correction, with the id that its row has now in row_id; NULL where the row is no longer told.
-- An event is found by its id, then by where a merge led it, then by the event of its best report at that time.
select
    corrections.*,
    found_incidents.incident_id as anchor_incident_id,
    other_incidents.incident_id as other_incident_id,
    case
        when corrections.target_table = 'incidents' then found_incidents.incident_id
        else coalesce(events.merged_into, events.event_id, members.event_id)
    end as row_id
from corrections
left join found_incidents using (anchor)
left join found_incidents as other_incidents on corrections.other_anchor = other_incidents.anchor
left join events on corrections.target_table = 'events' and corrections.target_id = events.event_id
left join (
    select
        incident_id,
        min(event_id) as event_id
    from event_incidents
    group by incident_id
) as members on corrections.target_table = 'events' and found_incidents.incident_id = members.incident_id
