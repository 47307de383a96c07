-- One row per period of a kind ('day', 'week', 'month', 'quarter') x country x governorate x event type, without gaps.
-- Periods run from the first to the last article read; combinations are those that occur at least once.
-- @period_start First day of the period; weeks start on Monday (ISO).
-- @period_end Last day of the period.
-- @country ISO 3166-1 alpha-2 code of the country; NULL where the events lie in none.
-- @admin1_pcode Governorate as OCHA P-code; NULL where the events are placed no closer than the country.
-- @admin1_name_ar Governorate in Arabic.
-- @admin1_name_en Governorate in English.
-- @event_type ACLED event type.
-- @n_events Number of events, by the day on which they can have happened first.
-- @killed_shared Sum of the tolls that two outlets reach in words of their own, or that a person settled.
-- @killed_low Sum of the lowest tolls; an untold toll adds nothing.
-- @killed_best Sum of the best-supported tolls, of the lowest where an event has no best one.
-- @killed_high Sum of the highest tolls, of the best where a toll is open above.
-- @n_killed_open Number of events whose toll of killed is open above ("at least 5").
-- @injured_shared As killed_shared, of the injured.
-- @injured_low Sum of the lowest numbers of injured.
-- @injured_best Sum of the best-supported numbers of injured, of the lowest where an event has no best one.
-- @injured_high Sum of the highest numbers of injured, of the best where a number is open above.
-- @n_civilian_targeting Number of events that targeted civilians.
-- @n_reports Number of articles that tell the events, added up over events.
-- @n_sources Number of distinct outlets that tell the events.
-- @n_events_panel Number of events that an outlet of the fixed panel tells; NULL where no outlet is on the panel.
-- @killed_best_panel As killed_best, over the events of n_events_panel.
-- @injured_best_panel As injured_best, over the events of n_events_panel.
-- @n_articles_read Articles read in the period, on whatever subject and country.
-- @n_sources_read Outlets read in the period.
-- @n_sources_panel Outlets on the fixed panel: those that published in every complete period of this kind.
-- @is_partial True when the articles read do not cover the period from its first to its last day.
with combinations as (
    select
        country,
        admin1_key,
        event_type,
        any_value(admin1_pcode) as admin1_pcode,
        any_value(admin1_name_ar) as admin1_name_ar,
        any_value(admin1_name_en) as admin1_name_en
    from counted.cells
    where kind = $kind
    group by country, admin1_key, event_type
),

panel as (
    select count(distinct source_id) as n_sources_panel
    from counted.outlets_read
    where kind = $kind and is_panel
),

reading as (
    select
        period_start,
        sum(n_articles)::bigint as n_articles_read,
        count(*) as n_sources_read
    from counted.outlets_read
    where kind = $kind
    group by period_start
),

periods as (
    select
        periods.period_start,
        periods.period_end,
        periods.is_partial,
        coalesce(reading.n_articles_read, 0) as n_articles_read,
        coalesce(reading.n_sources_read, 0) as n_sources_read,
        panel.n_sources_panel,
        case when panel.n_sources_panel > 0 then 0 end as none_on_panel
    from counted.periods as periods
    left join reading using (period_start)
    cross join panel
    where periods.kind = $kind
),

cells as (
    select *
    from counted.cells
    where kind = $kind
)

select
    periods.period_start,
    periods.period_end,
    combinations.country,
    combinations.admin1_pcode,
    combinations.admin1_name_ar,
    combinations.admin1_name_en,
    combinations.event_type,
    coalesce(cells.n_events, 0) as n_events,
    coalesce(cells.killed_shared, 0) as killed_shared,
    coalesce(cells.killed_low, 0) as killed_low,
    coalesce(cells.killed_best, 0) as killed_best,
    coalesce(cells.killed_high, 0) as killed_high,
    coalesce(cells.n_killed_open, 0) as n_killed_open,
    coalesce(cells.injured_shared, 0) as injured_shared,
    coalesce(cells.injured_low, 0) as injured_low,
    coalesce(cells.injured_best, 0) as injured_best,
    coalesce(cells.injured_high, 0) as injured_high,
    coalesce(cells.n_civilian_targeting, 0) as n_civilian_targeting,
    coalesce(cells.n_reports, 0) as n_reports,
    coalesce(cells.n_sources, 0) as n_sources,
    periods.none_on_panel + coalesce(cells.n_events_panel, 0) as n_events_panel,
    periods.none_on_panel + coalesce(cells.killed_best_panel, 0) as killed_best_panel,
    periods.none_on_panel + coalesce(cells.injured_best_panel, 0) as injured_best_panel,
    periods.n_articles_read,
    periods.n_sources_read,
    periods.n_sources_panel,
    periods.is_partial
from periods
cross join combinations
left join cells
    on
        periods.period_start = cells.period_start
        and combinations.country is not distinct from cells.country
        and combinations.admin1_key is not distinct from cells.admin1_key
        and combinations.event_type = cells.event_type
