-- Retired events of `forwarding` lead to the event that took them in, and so do those that led to a retired one.
update events
set merged_into = forwarding.merged_into, run_id = $run_id
from forwarding
where
    (events.event_id = forwarding.event_id or events.merged_into = forwarding.event_id)
    and events.event_id <> forwarding.merged_into
    and events.merged_into is distinct from forwarding.merged_into
