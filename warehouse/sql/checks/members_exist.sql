-- Memberships whose event or incident is not there.
select event_incidents.event_id, event_incidents.incident_id
from event_incidents
left join events using (event_id)
left join incidents using (incident_id)
where events.event_id is null or incidents.incident_id is null
