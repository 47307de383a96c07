-- One row per incident that is a member of an event of `wanted`: the country and the days where it lies.
select
    incidents.incident_id,
    incidents.country,
    incidents.date_start,
    incidents.date_end
from event_incidents
inner join effective_incidents as incidents using (incident_id)
semi join wanted using (event_id)
order by incidents.incident_id
