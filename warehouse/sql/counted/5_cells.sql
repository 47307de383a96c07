-- One row per kind of period, period, country, governorate and event type in which an event happened.
-- Dates must be known well enough: UCDP date_prec up to 2 in a day, 3 in a week, 4 in longer periods.
with kinds(kind, max_precision) as (
    values ('day', 2), ('week', 3), ('month', 4), ('quarter', 4)
),

dated as (
    select
        kinds.kind,
        date_trunc(kinds.kind, events.date_start)::date as period_start,
        coalesce(events.admin1_pcode, events.admin1_name_en, events.admin1_name_ar) as admin1_key,
        events.*
    from events
    inner join kinds on events.date_precision <= kinds.max_precision
    where events.merged_into is null
),

told as (
    select
        dated.kind,
        dated.period_start,
        dated.country,
        dated.admin1_key,
        dated.event_type,
        count(*) as n_sources
    from (
        select distinct
            dated.kind,
            dated.period_start,
            dated.country,
            dated.admin1_key,
            dated.event_type,
            tellers.source_id
        from dated
        inner join counted.tellers as tellers using (event_id)
    ) as dated
    group by all
),

on_panel as (
    select distinct
        outlets_read.kind,
        tellers.event_id
    from counted.tellers as tellers
    inner join (select distinct kind, source_id from counted.outlets_read where is_panel) as outlets_read
        using (source_id)
),

counted_cells as (
    select
        dated.kind,
        dated.period_start,
        dated.country,
        dated.admin1_key,
        dated.event_type,
        any_value(dated.admin1_pcode) as admin1_pcode,
        any_value(dated.admin1_name_ar) as admin1_name_ar,
        any_value(dated.admin1_name_en) as admin1_name_en,
        count(*) as n_events,
        sum(coalesce(shared.killed_shared, 0))::bigint as killed_shared,
        sum(coalesce(dated.killed_low, 0))::bigint as killed_low,
        sum(coalesce(dated.killed_best, dated.killed_low, 0))::bigint as killed_best,
        sum(coalesce(dated.killed_high, dated.killed_best, dated.killed_low, 0))::bigint as killed_high,
        count(*) filter (where dated.killed_high is null and dated.killed_low is not null) as n_killed_open,
        sum(coalesce(shared.injured_shared, 0))::bigint as injured_shared,
        sum(coalesce(dated.injured_low, 0))::bigint as injured_low,
        sum(coalesce(dated.injured_best, dated.injured_low, 0))::bigint as injured_best,
        sum(coalesce(dated.injured_high, dated.injured_best, dated.injured_low, 0))::bigint as injured_high,
        count(*) filter (where dated.civilian_targeting) as n_civilian_targeting,
        sum(dated.n_reports)::bigint as n_reports,
        count(on_panel.event_id) as n_events_panel,
        coalesce(
            sum(coalesce(dated.killed_best, dated.killed_low, 0)) filter (where on_panel.event_id is not null), 0
        )::bigint as killed_best_panel,
        coalesce(
            sum(coalesce(dated.injured_best, dated.injured_low, 0)) filter (where on_panel.event_id is not null), 0
        )::bigint as injured_best_panel
    from dated
    left join on_panel using (kind, event_id)
    left join counted.shared as shared on dated.event_id = shared.event_id
    group by dated.kind, dated.period_start, dated.country, dated.admin1_key, dated.event_type
)

select
    counted_cells.*,
    coalesce(told.n_sources, 0) as n_sources
from counted_cells
left join told
    on
        counted_cells.kind = told.kind
        and counted_cells.period_start = told.period_start
        and counted_cells.country is not distinct from told.country
        and counted_cells.admin1_key is not distinct from told.admin1_key
        and counted_cells.event_type = told.event_type
order by counted_cells.kind, counted_cells.period_start, counted_cells.country, counted_cells.admin1_key
