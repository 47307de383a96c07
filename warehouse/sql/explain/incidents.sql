-- One row per incident that $id names: by its own id, its event's or its article's, or the beginning of one.
-- The id of an event that was merged into another leads to that one.
select
    incidents.*,
    articles.title,
    articles.text,
    articles.url,
    articles.published_at,
    coalesce(sources.name, articles.source_id) as outlet,
    event_incidents.event_id
from incidents
inner join articles using (article_id)
left join sources on articles.source_id = sources.source_id
left join event_incidents on incidents.incident_id = event_incidents.incident_id
where
    starts_with(incidents.incident_id, $id)
    or starts_with(event_incidents.event_id, $id)
    or event_incidents.event_id in (
        select merged_into from events where starts_with(event_id, $id) and merged_into is not null
    )
    or starts_with(incidents.article_id, $id)
    or articles.source_article_id = $id
order by event_incidents.event_id, articles.published_at, incidents.incident_id
