-- Merged events whose forwarding id leads nowhere or to themselves.
select merged.event_id, merged.merged_into
from events as merged
left join events as target on merged.merged_into = target.event_id
where merged.merged_into is not null and (target.event_id is null or target.event_id = merged.event_id)
