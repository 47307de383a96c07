-- One row per other member of the event of incident $incident_id, the event's best report first.
select
    fellows.event_id,
    fellows.incident_id
from event_incidents as membership
inner join event_incidents as fellows using (event_id)
inner join events using (event_id)
where membership.incident_id = $incident_id and fellows.incident_id <> $incident_id
order by fellows.incident_id = events.best_incident_id desc, fellows.score desc nulls last, fellows.incident_id
