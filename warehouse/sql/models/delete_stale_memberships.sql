-- Deletes memberships that the present grouping does not have; `members` are its rows.
delete from event_incidents
where (event_id, incident_id) not in (select (event_id, incident_id) from members)
