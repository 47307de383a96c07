-- Grain: one row per incident report behind the period's events: the sentence, its marks, the article that says it.
-- tolls_elsewhere are the words of tolls that stand in the article outside the sentence, with the text around them.
-- Within an event: told as main news before background, then the surer, then the earlier.
select
    event_incidents.event_id,
    incidents.incident_id,
    incidents.article_id,
    coalesce(sources.name, articles.source_id) as outlet,
    articles.source_id,
    articles.title,
    articles.url,
    articles.published_at,
    articles.duplicate_of,
    incidents.salience,
    incidents.evidence_text,
    incidents.evidence_start,
    incidents.evidence_end,
    incidents.trigger_text,
    incidents.trigger_start,
    incidents.trigger_end,
    incidents.actors,
    incidents.casualties,
    [
        {
            'start': toll.start,
            'before': substring(articles.text, greatest(toll.start - 120, 0) + 1, least(toll.start, 120)),
            'words': toll.text,
            'after': substring(articles.text, toll."end" + 1, 120)
        }
        for toll in incidents.casualties
        if toll.outcome in ('killed', 'injured')
        and (toll.start < incidents.evidence_start or toll."end" > incidents.evidence_end)
        and substring(articles.text, toll.start + 1, toll."end" - toll.start) = toll.text
    ] as tolls_elsewhere,
    incidents.killed_low,
    incidents.killed_best,
    incidents.killed_high,
    incidents.injured_low,
    incidents.injured_best,
    incidents.injured_high,
    incidents.confidence
from events
inner join event_incidents using (event_id)
inner join incidents using (incident_id)
inner join articles using (article_id)
left join sources on articles.source_id = sources.source_id
where
    events.merged_into is null
    and events.date_start between $period_start::date and $period_end::date
    and coalesce(events.date_precision, 5) <= $max_precision
    and ($country is null or events.country = $country)
order by
    event_incidents.event_id,
    incidents.salience desc nulls last,
    incidents.confidence desc nulls last,
    articles.published_at,
    incidents.incident_id
