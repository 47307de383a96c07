-- One row per month x country x actor that took part in an event of the month, as the view actors_month shows it.
with parts as (
    select
        event_id,
        date_start,
        country,
        killed_low,
        killed_best,
        killed_high,
        civilian_targeting,
        unnest(actors) as actor
    from events
    where merged_into is null and date_precision <= 4
),

named as (
    select
        event_id,
        any_value(date_start) as date_start,
        any_value(country) as country,
        any_value(killed_low) as killed_low,
        any_value(killed_best) as killed_best,
        any_value(killed_high) as killed_high,
        bool_or(civilian_targeting) as civilian_targeting,
        actor.actor_id as actor_id,
        coalesce(actor.name_ar, actor.text) as actor_name_ar,
        any_value(actor.name_en) as actor_name_en,
        any_value(actor.type) as actor_type,
        bool_or(actor.role = 'initiator') as initiated,
        bool_or(actor.role = 'target') as targeted,
        bool_or(actor.role = 'support') as supported,
        bool_or(actor.role = 'claimant') as claimed
    from parts
    where coalesce(actor.actor_id, actor.name_ar, actor.text) is not null
    group by event_id, actor.actor_id, coalesce(actor.name_ar, actor.text)
),

counted_months as (
    select
        date_trunc('month', date_start)::date as month,
        country,
        actor_id,
        actor_name_ar,
        any_value(actor_name_en) as actor_name_en,
        mode(actor_type) as actor_type,
        count(*) as n_events,
        count(*) filter (where initiated) as n_initiated,
        count(*) filter (where targeted) as n_targeted,
        count(*) filter (where supported) as n_supported,
        count(*) filter (where claimed) as n_claimed,
        coalesce(sum(coalesce(killed_low, 0)) filter (where initiated), 0)::bigint as killed_low,
        coalesce(sum(coalesce(killed_best, killed_low, 0)) filter (where initiated), 0)::bigint as killed_best,
        coalesce(sum(coalesce(killed_high, killed_best, killed_low, 0)) filter (where initiated), 0)::bigint as killed_high,
        count(*) filter (where initiated and civilian_targeting) as n_civilian_targeting,
        min(date_start) as first_date
    from named
    group by month, country, actor_id, actor_name_ar
)

select
    counted_months.* exclude (first_date),
    min(counted_months.first_date) over (
        partition by counted_months.country, counted_months.actor_id, counted_months.actor_name_ar
    ) as first_date,
    coalesce(periods.is_partial, true) as is_partial
from counted_months
left join counted.periods as periods on periods.kind = 'month' and counted_months.month = periods.period_start
order by country, month, actor_id
