-- Deletes the memberships of incidents in `moved` other than the one that they have now, and those of gone incidents.
delete from event_incidents
where
    exists (
        select 1
        from moved
        where moved.incident_id = event_incidents.incident_id and moved.event_id is distinct from event_incidents.event_id
    )
