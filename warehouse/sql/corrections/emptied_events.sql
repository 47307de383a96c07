-- One row per event of which people rejected every report.
select event_incidents.event_id
from event_incidents
left join decided_fields
    on decided_fields.target_table = 'incidents' and event_incidents.incident_id = decided_fields.row_id
where event_incidents.event_id in (
    select members.event_id
    from decided_fields as rejected
    inner join event_incidents as members on rejected.row_id = members.incident_id
    where rejected.target_table = 'incidents' and rejected.is_rejected
)
group by event_incidents.event_id
having bool_and(coalesce(decided_fields.is_rejected, false))
