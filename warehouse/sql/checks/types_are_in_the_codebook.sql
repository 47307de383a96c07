-- Incidents and events whose pair of event and sub-event type is not in the codebook.
select 'incidents' as table_name, incidents.incident_id as id, incidents.event_type, incidents.sub_event_type
from incidents
anti join event_types using (event_type, sub_event_type)
union all
select 'events' as table_name, events.event_id as id, events.event_type, events.sub_event_type
from events
anti join event_types using (event_type, sub_event_type)
