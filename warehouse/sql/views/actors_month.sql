-- One row per month x country x actor that took part in an event of the month; months without the actor have no row.
-- An event counts for each of its actors, so rows of several actors must not be added up.
-- @month First day of the month.
-- @actor_id Id of the actor in the registry; NULL for an actor that is not in it, which goes by its name as written.
-- @actor_name_ar Name in Arabic, as the registry has it, else as written.
-- @actor_name_en Name in English; NULL for an actor that is not in the registry.
-- @actor_type ACLED actor type 1-8 in this country.
-- @n_events Number of events in which the actor took part, in whatever role.
-- @n_initiated Number of events that it initiated.
-- @n_targeted Number of events that targeted it.
-- @n_supported Number of events in which it supported a side.
-- @n_claimed Number of events that it claimed.
-- @killed_low Sum of the lowest tolls of the events that it initiated.
-- @killed_best Sum of the best-supported tolls of the events that it initiated, of the lowest where there is no best.
-- @killed_high Sum of the highest tolls of the events that it initiated, of the best where a toll is open above.
-- @n_civilian_targeting Number of events that it initiated and that targeted civilians.
-- @first_date First day in the database on which an event with the actor in this country can have happened.
-- @is_partial True when the articles read do not cover the month from its first to its last day.
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
