-- One row per living event that has a toll which two outlets reach in words of their own, or which a person settled.
-- killed_shared and injured_shared are the highest such numbers, never above the event's best figure, NULL where one
-- outlet stands alone; n_outlets_shared counts the outlets that reach killed_shared.
with figures as (
    select
        event_incidents.event_id,
        articles.source_id,
        coalesce(articles.cluster_id, articles.article_id) as story,
        max(coalesce(incidents.killed_best, incidents.killed_low)) as killed,
        max(coalesce(incidents.injured_best, incidents.injured_low)) as injured
    from event_incidents
    inner join incidents using (incident_id)
    inner join articles using (article_id)
    where
        articles.duplicate_of is null
        and (coalesce(incidents.killed_best, incidents.killed_low) > 0
            or coalesce(incidents.injured_best, incidents.injured_low) > 0)
    group by all
),

-- An event told once has nothing to compare; most are.
compared as (
    select *
    from figures
    qualify count(*) over (partition by event_id) > 1
),

highest as (
    select
        event_id,
        max_by({'outlet': source_id, 'story': story}, (killed, source_id, story)) filter (where killed > 0) as of_killed,
        max_by({'outlet': source_id, 'story': story}, (injured, source_id, story)) filter (where injured > 0) as of_injured
    from compared
    group by event_id
),

reached as (
    select
        compared.event_id,
        max(compared.killed) filter (
            where compared.killed > 0
                and compared.source_id <> highest.of_killed.outlet and compared.story <> highest.of_killed.story
        ) as killed,
        max(compared.injured) filter (
            where compared.injured > 0
                and compared.source_id <> highest.of_injured.outlet and compared.story <> highest.of_injured.story
        ) as injured
    from compared
    inner join highest using (event_id)
    group by compared.event_id
),

-- What a person confirmed or set in one report needs no second outlet either.
settled as (
    select
        event_incidents.event_id,
        max(coalesce(incidents.killed_best, incidents.killed_low)) filter (
            where incidents.review = 'confirmed' or list_has_any(incidents.corrected_fields, ['killed_low', 'killed_best'])
        ) as killed,
        max(coalesce(incidents.injured_best, incidents.injured_low)) filter (
            where incidents.review = 'confirmed' or list_has_any(incidents.corrected_fields, ['injured_low', 'injured_best'])
        ) as injured
    from event_incidents
    inner join incidents using (incident_id)
    where incidents.review is not null
    group by event_incidents.event_id
),

-- `greatest` and `least` pass over NULL.
supported as (
    select
        event_id,
        greatest(reached.killed, settled.killed) as killed,
        greatest(reached.injured, settled.injured) as injured
    from reached
    full join settled using (event_id)
),

shared as (
    select
        events.event_id,
        case
            when events.review = 'confirmed' or list_has_any(events.corrected_fields, ['killed_low', 'killed_best'])
                then nullif(coalesce(events.killed_best, events.killed_low), 0)
            when supported.killed > 0 then least(supported.killed, events.killed_best)
        end as killed_shared,
        case
            when events.review = 'confirmed' or list_has_any(events.corrected_fields, ['injured_low', 'injured_best'])
                then nullif(coalesce(events.injured_best, events.injured_low), 0)
            when supported.injured > 0 then least(supported.injured, events.injured_best)
        end as injured_shared
    from events
    left join supported using (event_id)
    where events.merged_into is null
)

select
    shared.event_id,
    any_value(shared.killed_shared)::integer as killed_shared,
    any_value(shared.injured_shared)::integer as injured_shared,
    (count(distinct figures.source_id) filter (where figures.killed >= shared.killed_shared))::integer as n_outlets_shared
from shared
left join figures using (event_id)
where shared.killed_shared is not null or shared.injured_shared is not null
group by shared.event_id
order by shared.event_id
