-- Living events without a member.
select event_id
from events
anti join event_incidents using (event_id)
where merged_into is null
