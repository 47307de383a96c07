-- Grain: one row per event of the period, the gravest first. Dates must be known to $max_precision (UCDP date_prec).
-- killed_shared is the highest number of killed that two outlets reach in words of their own, never above the event's
-- best figure; n_outlets_shared counts the outlets that reach it. What a person confirmed or corrected needs no second
-- outlet. Both are NULL where one outlet stands alone with its figure.
with counted as (
    select *
    from events
    where
        merged_into is null
        and date_start between $period_start::date and $period_end::date
        and coalesce(date_precision, 5) <= $max_precision
        and ($country is null or country = $country)
),

figures as (
    select
        counted.event_id,
        articles.source_id,
        coalesce(articles.cluster_id, articles.article_id) as story,
        max(coalesce(incidents.killed_best, incidents.killed_low)) as killed
    from counted
    inner join event_incidents using (event_id)
    inner join incidents using (incident_id)
    inner join articles using (article_id)
    where articles.duplicate_of is null and coalesce(incidents.killed_best, incidents.killed_low) > 0
    group by all
),

highest as (
    select
        event_id,
        max_by({'outlet': source_id, 'story': story}, (killed, source_id, story)) as teller
    from figures
    group by event_id
),

reached as (
    select
        event_id,
        max(figures.killed) as killed
    from figures
    inner join highest using (event_id)
    where figures.source_id <> highest.teller.outlet and figures.story <> highest.teller.story
    group by event_id
),

shared as (
    select
        counted.event_id,
        case
            when counted.review = 'confirmed' or list_contains(counted.corrected_fields, 'killed_best')
                then coalesce(counted.killed_best, counted.killed_low)
            -- `least` passes over NULL, which here means that no second outlet is there.
            when reached.killed is not null then least(reached.killed, coalesce(counted.killed_best, reached.killed))
        end as killed_shared
    from counted
    left join reached using (event_id)
),

tellers as (
    select
        shared.event_id,
        count(distinct figures.source_id) as n_outlets_shared
    from shared
    inner join figures on shared.event_id = figures.event_id and figures.killed >= shared.killed_shared
    group by all
)

select
    counted.*,
    shared.killed_shared::integer as killed_shared,
    tellers.n_outlets_shared::integer as n_outlets_shared
from counted
inner join shared using (event_id)
left join tellers using (event_id)
order by
    coalesce(shared.killed_shared, 0) desc,
    coalesce(killed_best, killed_low, 0) desc,
    coalesce(injured_best, injured_low, 0) desc,
    n_reports desc nulls last,
    date_start,
    event_id
