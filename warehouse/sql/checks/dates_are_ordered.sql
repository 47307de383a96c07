-- Incidents and events that end before they start.
select 'incidents' as table_name, incident_id as id, date_start, date_end
from incidents
where date_start > date_end
union all
select 'events' as table_name, event_id as id, date_start, date_end
from events
where date_start > date_end
