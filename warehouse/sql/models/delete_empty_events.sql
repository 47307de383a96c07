-- Deletes the events of `emptied` that nobody tells any more, and those that led to them.
delete from events
where
    coalesce(merged_into, event_id) in (select event_id from emptied)
    and coalesce(merged_into, event_id) not in (select event_id from event_incidents)
