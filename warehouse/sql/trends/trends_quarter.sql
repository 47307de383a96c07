-- Grain: one row per quarter x country x governorate x event type, gap-free with zeros.
-- Quarters are calendar quarters (January, April, July, October).
-- Periods run from the first to the last article read; combinations are those that occur at least once.
-- An event counts in a quarter only when its date is known that well (date_precision <= 4).
-- @period_start First day of the quarter.
-- @period_end Last day of the quarter.
-- @country ISO 3166-1 alpha-2 code of the country; NULL where the events lie in none.
-- @admin1_pcode Governorate as OCHA P-code; NULL where the events are placed no closer than the country.
-- @admin1_name_ar Governorate in Arabic.
-- @admin1_name_en Governorate in English.
-- @event_type ACLED event type.
-- @n_events Number of events.
-- @killed_low Sum of the lowest tolls; an untold toll adds nothing.
-- @killed_best Sum of the best-supported tolls, of the lowest where an event has no best one.
-- @killed_high Sum of the highest tolls, of the best where a toll is open above.
-- @n_killed_open Number of events whose toll of killed is open above ("at least 5").
-- @injured_low Sum of the lowest numbers of injured.
-- @injured_best Sum of the best-supported numbers of injured, of the lowest where an event has no best one.
-- @injured_high Sum of the highest numbers of injured, of the best where a number is open above.
-- @n_civilian_targeting Number of events that targeted civilians.
-- @n_reports Number of articles that tell the events, added up over events.
-- @n_sources Number of distinct outlets that tell the events.
-- @n_articles_read Articles read in the quarter, on whatever subject and country.
-- @n_sources_read Outlets read in the quarter.
-- @is_partial True when the articles read do not cover the quarter from its first to its last day.
with reading as (
    select date_trunc('quarter', published_at)::date as period_start, source_id
    from articles
    where published_at is not null
),

coverage as (
    select
        period_start,
        count(*) as n_articles_read,
        count(distinct source_id) as n_sources_read
    from reading
    group by period_start
),

span as (
    select
        date_trunc('quarter', min(published_at))::date as first_start,
        date_trunc('quarter', max(published_at))::date as last_start,
        min(published_at)::date as first_date,
        max(published_at)::date as last_date
    from articles
    where published_at is not null
),

periods as (
    select
        unnest(generate_series(first_start::timestamp, last_start::timestamp, interval 3 months))::date as period_start,
        first_date,
        last_date
    from span
    where first_start is not null
),

dated as (
    select
        date_trunc('quarter', date_start)::date as period_start,
        coalesce(country, '') as country_key,
        coalesce(admin1_pcode, admin1_name_en, admin1_name_ar, '') as admin1_key,
        *
    from events
    where merged_into is null and date_start is not null and coalesce(date_precision, 5) <= 4
),

counted as (
    select
        period_start,
        country_key,
        admin1_key,
        event_type,
        count(*) as n_events,
        sum(coalesce(killed_low, 0)) as killed_low,
        sum(coalesce(killed_best, killed_low, 0)) as killed_best,
        sum(coalesce(killed_high, killed_best, killed_low, 0)) as killed_high,
        count(*) filter (where killed_high is null and killed_low is not null) as n_killed_open,
        sum(coalesce(injured_low, 0)) as injured_low,
        sum(coalesce(injured_best, injured_low, 0)) as injured_best,
        sum(coalesce(injured_high, injured_best, injured_low, 0)) as injured_high,
        count(*) filter (where civilian_targeting) as n_civilian_targeting,
        sum(coalesce(n_reports, 1)) as n_reports
    from dated
    group by period_start, country_key, admin1_key, event_type
),

told as (
    select
        dated.period_start,
        dated.country_key,
        dated.admin1_key,
        dated.event_type,
        count(distinct articles.source_id) as n_sources
    from dated
    inner join event_incidents using (event_id)
    inner join incidents using (incident_id)
    inner join articles using (article_id)
    group by dated.period_start, dated.country_key, dated.admin1_key, dated.event_type
),

combinations as (
    select
        country_key,
        admin1_key,
        event_type,
        any_value(country) as country,
        any_value(admin1_pcode) as admin1_pcode,
        any_value(admin1_name_ar) as admin1_name_ar,
        any_value(admin1_name_en) as admin1_name_en
    from dated
    group by country_key, admin1_key, event_type
)

select
    periods.period_start,
    (periods.period_start + interval 3 months - interval 1 day)::date as period_end,
    combinations.country,
    combinations.admin1_pcode,
    combinations.admin1_name_ar,
    combinations.admin1_name_en,
    combinations.event_type,
    coalesce(counted.n_events, 0)::bigint as n_events,
    coalesce(counted.killed_low, 0)::bigint as killed_low,
    coalesce(counted.killed_best, 0)::bigint as killed_best,
    coalesce(counted.killed_high, 0)::bigint as killed_high,
    coalesce(counted.n_killed_open, 0)::bigint as n_killed_open,
    coalesce(counted.injured_low, 0)::bigint as injured_low,
    coalesce(counted.injured_best, 0)::bigint as injured_best,
    coalesce(counted.injured_high, 0)::bigint as injured_high,
    coalesce(counted.n_civilian_targeting, 0)::bigint as n_civilian_targeting,
    coalesce(counted.n_reports, 0)::bigint as n_reports,
    coalesce(told.n_sources, 0)::bigint as n_sources,
    coalesce(coverage.n_articles_read, 0)::bigint as n_articles_read,
    coalesce(coverage.n_sources_read, 0)::bigint as n_sources_read,
    periods.period_start < periods.first_date
    or periods.period_start + interval 3 months - interval 1 day > periods.last_date as is_partial
from periods
cross join combinations
left join counted using (period_start, country_key, admin1_key, event_type)
left join told using (period_start, country_key, admin1_key, event_type)
left join coverage using (period_start)
order by periods.period_start, combinations.country_key, combinations.admin1_key, combinations.event_type
