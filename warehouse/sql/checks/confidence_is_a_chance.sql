-- Incidents and events whose confidence is not between 0 and 1.
select 'incidents' as table_name, incident_id as id, confidence
from incidents
where confidence not between 0 and 1
union all
select 'events' as table_name, event_id as id, confidence
from events
where confidence not between 0 and 1
