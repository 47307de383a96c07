-- One row per living event and outlet that tells it.
select distinct
    event_incidents.event_id,
    articles.source_id
from event_incidents
inner join incidents using (incident_id)
inner join articles using (article_id)
