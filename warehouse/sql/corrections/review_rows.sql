-- One row per incident or event that a person should look at and nobody has: unsure incidents, contested events.
-- Unsure is a confidence below $below; the least sure come first, then the events with most dead. claims says which
-- outlet tells what of a contested event.
with unsure as (
    select
        'incident' as kind,
        incidents.incident_id as id,
        format('confidence {:.2f}', incidents.confidence) as why,
        event_incidents.event_id,
        incidents.incident_id as told_by,
        incidents.event_type,
        incidents.sub_event_type,
        incidents.date_start,
        incidents.date_end,
        incidents.country,
        coalesce(incidents.admin1_name_en, incidents.admin1_name_ar) as admin1,
        coalesce(incidents.place_name_en, incidents.place_text) as place,
        incidents.killed_low,
        incidents.killed_best,
        incidents.killed_high,
        incidents.injured_low,
        incidents.injured_best,
        incidents.injured_high,
        incidents.weapon,
        incidents.civilian_targeting,
        incidents.confidence as rank
    from incidents
    left join event_incidents using (incident_id)
    where incidents.confidence < $below and incidents.review is null
),

disputed as (
    select
        'event' as kind,
        event_id as id,
        'reports differ on ' || list_aggregate(list_sort(list_distinct([claim.field for claim in contested])), 'string_agg', ', ') as why,
        event_id,
        best_incident_id as told_by,
        event_type,
        sub_event_type,
        date_start,
        date_end,
        country,
        coalesce(admin1_name_en, admin1_name_ar) as admin1,
        coalesce(place_name_en, place_name_ar) as place,
        killed_low,
        killed_best,
        killed_high,
        injured_low,
        injured_best,
        injured_high,
        weapon,
        civilian_targeting,
        1 - coalesce(killed_high, killed_best, killed_low, 0) as rank
    from events
    where merged_into is null and len(contested) > 0 and review is null
),

claimed as (
    select
        event_id,
        field,
        value,
        string_agg(distinct outlet, ', ' order by outlet) as outlets
    from contested
    group by event_id, field, value
),

claims as (
    select
        event_id,
        string_agg(format('{} {} ({})', field, left(value, 200), coalesce(outlets, '?')), '; ' order by field, value) as claims
    from claimed
    group by event_id
),

rows_to_review as (
    select * from unsure
    union all by name
    select * from disputed
)

select
    rows_to_review.* exclude (told_by, rank),
    case when rows_to_review.kind = 'event' then claims.claims end as claims,
    incidents.evidence_text,
    incidents.trigger_text,
    coalesce(sources.name, articles.source_id) as outlet,
    articles.published_at,
    articles.title,
    articles.url
from rows_to_review
left join incidents on rows_to_review.told_by = incidents.incident_id
left join articles using (article_id)
left join sources using (source_id)
left join claims on rows_to_review.event_id = claims.event_id
order by rows_to_review.kind desc, rows_to_review.rank, rows_to_review.id
limit $n_most
