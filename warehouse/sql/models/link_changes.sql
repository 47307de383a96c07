-- One row per incident that is not linked as it stands now (new, told otherwise, or decided on by a person), and per
-- membership whose incident is gone or rejected. Country and days are the incident's; of a changed or gone member,
-- event_id names the event that it was in.
select
    incident_id,
    told_sha256,
    event_id,
    country,
    date_start,
    date_end
from link_told
where told_sha256 is distinct from linked_sha256
union all
select
    event_incidents.incident_id,
    null as told_sha256,
    event_incidents.event_id,
    null as country,
    null as date_start,
    null as date_end
from event_incidents
anti join link_told using (incident_id)
order by incident_id
