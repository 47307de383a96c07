-- Incidents and events whose date or place precision is outside UCDP's codes.
select 'incidents' as table_name, incident_id as id, date_precision, where_precision
from incidents
where date_precision not between 1 and 5 or where_precision not between 1 and 7
union all
select 'events' as table_name, event_id as id, date_precision, where_precision
from events
where date_precision not between 1 and 5 or where_precision not between 1 and 7
