-- Deletes events that the present grouping does not have; `grouped` are its rows.
delete from events
where event_id not in (select event_id from grouped)
