-- Incidents and events with half a coordinate, one off the globe, or one without where_precision.
select 'incidents' as table_name, incident_id as id, latitude, longitude, where_precision
from incidents
where
    (latitude is null) <> (longitude is null)
    or (latitude is not null and where_precision is null)
    or latitude not between -90 and 90
    or longitude not between -180 and 180
union all
select 'events' as table_name, event_id as id, latitude, longitude, where_precision
from events
where
    (latitude is null) <> (longitude is null)
    or (latitude is not null and where_precision is null)
    or latitude not between -90 and 90
    or longitude not between -180 and 180
