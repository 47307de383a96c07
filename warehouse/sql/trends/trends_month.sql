-- One row per month, country, governorate and event type in which an event happened.
-- Highs count an open toll with its low; `n_open_tolls` tells how many of the events have such a toll.
-- @period_start First day of the month (first day).
-- @period_end Last day of the month.
-- @country Country as ISO 3166-1 alpha-2 code.
-- @admin1_pcode Governorate; NULL where only the country is known.
-- @admin1_name_ar Governorate in Arabic.
-- @admin1_name_en Governorate in English.
-- @event_type ACLED event type.
-- @n_events Number of events whose first day lies in the month.
-- @killed_low Least number of people killed over all events.
-- @killed_best Best-supported number of people killed; events without a number count as none.
-- @killed_high Most people killed over all events.
-- @injured_low Least number of people injured over all events.
-- @injured_best Best-supported number of people injured; events without a number count as none.
-- @injured_high Most people injured over all events.
-- @n_open_tolls Number of events of which a report says "at least" without an upper bound.
-- @n_civilian_targeting Number of events in which civilians were the main or only target.
-- @n_reports Number of distinct articles that tell the events.
-- @n_sources Number of distinct outlets that tell the events.
with living as (
    select
        event_id,
        date_trunc('month', date_start)::date as period_start,
        country,
        admin1_pcode,
        event_type
    from events
    where merged_into is null
),

reported as (
    select
        living.period_start,
        living.country,
        living.admin1_pcode,
        living.event_type,
        count(distinct incidents.article_id) as n_reports,
        count(distinct articles.source_id) as n_sources
    from living
    inner join event_incidents using (event_id)
    inner join incidents using (incident_id)
    left join articles using (article_id)
    group by all
),

counted as (
    select
        living.period_start,
        living.country,
        living.admin1_pcode,
        any_value(events.admin1_name_ar) as admin1_name_ar,
        any_value(events.admin1_name_en) as admin1_name_en,
        living.event_type,
        count(*) as n_events,
        coalesce(sum(events.killed_low), 0)::bigint as killed_low,
        coalesce(sum(events.killed_best), 0)::bigint as killed_best,
        coalesce(sum(coalesce(events.killed_high, events.killed_low)), 0)::bigint as killed_high,
        coalesce(sum(events.injured_low), 0)::bigint as injured_low,
        coalesce(sum(events.injured_best), 0)::bigint as injured_best,
        coalesce(sum(coalesce(events.injured_high, events.injured_low)), 0)::bigint as injured_high,
        count(*) filter (
            where
                (events.killed_low is not null and events.killed_high is null)
                or (events.injured_low is not null and events.injured_high is null)
        ) as n_open_tolls,
        count(*) filter (where events.civilian_targeting) as n_civilian_targeting
    from living
    inner join events using (event_id)
    group by living.period_start, living.country, living.admin1_pcode, living.event_type
)

select
    counted.period_start,
    (counted.period_start + interval 1 month - interval 1 day)::date as period_end,
    counted.country,
    counted.admin1_pcode,
    counted.admin1_name_ar,
    counted.admin1_name_en,
    counted.event_type,
    counted.n_events,
    counted.killed_low,
    counted.killed_best,
    counted.killed_high,
    counted.injured_low,
    counted.injured_best,
    counted.injured_high,
    counted.n_open_tolls,
    counted.n_civilian_targeting,
    coalesce(reported.n_reports, 0) as n_reports,
    coalesce(reported.n_sources, 0) as n_sources
from counted
left join reported
    on
        counted.period_start = reported.period_start
        and counted.country is not distinct from reported.country
        and counted.admin1_pcode is not distinct from reported.admin1_pcode
        and counted.event_type = reported.event_type
order by counted.period_start, counted.country, counted.admin1_pcode, counted.event_type
