-- Grain: one row per actor, place or country-and-weapon whose first event in the lake falls in the period.
-- kind is actor, place, admin1 or weapon; n_events counts its events within the period.
with dated as (
    select *
    from events
    where
        merged_into is null
        and date_start <= $period_end::date
        and coalesce(date_precision, 5) <= $max_precision
        and ($country is null or country = $country)
),
named as (
    select event_id, date_start, country, unnest(actors) as actor
    from dated
),
sightings as (
    select 'actor' as kind, event_id, date_start, null as country, actor.actor_id as seen_id,
        actor.name_ar as name_ar, actor.name_en as name_en
    from named
    where actor.actor_id is not null and actor.role <> 'target' and coalesce(actor.type, 0) <> 7
    union all
    select 'admin1', event_id, date_start, country, admin1_pcode, admin1_name_ar, admin1_name_en
    from dated
    where admin1_pcode is not null
    union all
    select 'place', event_id, date_start, country, place_id, place_name_ar, place_name_en
    from dated
    where place_id is not null and where_precision <= 2
    union all
    select 'weapon', event_id, date_start, country, weapon, weapon, weapon
    from dated
    where weapon is not null and weapon <> 'other' and country is not null
)
select
    kind,
    country,
    seen_id,
    any_value(name_ar) as name_ar,
    any_value(name_en) as name_en,
    min(date_start) as first_date,
    count(*) as n_events,
    list(distinct event_id order by event_id) as event_ids
from sightings
group by kind, country, seen_id
having min(date_start) >= $period_start::date
order by kind, n_events desc, seen_id, country
