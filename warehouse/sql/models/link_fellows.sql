-- One row per incident that is a member of an event of `wanted`: the country and the days where it lies.
select
    link_told.incident_id,
    link_told.country,
    link_told.date_start,
    link_told.date_end
from link_told
semi join wanted using (event_id)
order by link_told.incident_id
