-- Grain: one row per event of the periods before the reported one that its series show, with its best report.
-- Of each period the gravest $most, gravest first. Dates must be known to $max_precision (UCDP date_prec).
select
    date_trunc($period, events.date_start)::date as period_start,
    events.event_id,
    events.date_start,
    events.sub_event_type,
    events.country,
    events.admin1_name_ar,
    events.admin1_name_en,
    events.place_name_ar,
    events.place_name_en,
    events.killed_low,
    events.killed_best,
    events.killed_high,
    shared.killed_shared,
    events.n_sources,
    incidents.evidence_text,
    articles.title,
    articles.url,
    coalesce(sources.name, articles.source_id) as outlet
from events
left join counted.shared as shared using (event_id)
left join incidents on events.best_incident_id = incidents.incident_id
left join articles on incidents.article_id = articles.article_id
left join sources on articles.source_id = sources.source_id
where
    events.merged_into is null
    and events.date_start between $history_start::date and $period_start::date - 1
    and coalesce(events.date_precision, 5) <= $max_precision
    and ($country is null or events.country = $country)
qualify
    row_number() over (
        partition by period_start
        order by
            coalesce(shared.killed_shared, 0) desc,
            coalesce(events.killed_best, events.killed_low, 0) desc,
            events.n_reports desc nulls last,
            events.event_id
    ) <= $most
order by
    period_start,
    coalesce(shared.killed_shared, 0) desc,
    coalesce(events.killed_best, events.killed_low, 0) desc,
    events.n_reports desc nulls last,
    events.event_id
