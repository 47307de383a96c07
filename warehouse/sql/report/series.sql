-- Grain: one row per period x country x governorate x event type in which an event happened, oldest first.
-- No zeros here: the gaps are filled where the series are read. Dates must be known to $max_precision (UCDP date_prec).
-- killed_shared and injured_shared sum what two outlets reach of each event; n_events_panel counts the events that an
-- outlet of the fixed panel tells.
with on_panel as (
    select distinct tellers.event_id
    from counted.tellers as tellers
    semi join (select source_id from counted.outlets_read where kind = $period and is_panel) as panel using (source_id)
)

select
    date_trunc($period, events.date_start)::date as period_start,
    events.country,
    events.admin1_pcode,
    any_value(events.admin1_name_ar) as admin1_name_ar,
    any_value(events.admin1_name_en) as admin1_name_en,
    events.event_type,
    count(*) as n_events,
    count(on_panel.event_id) as n_events_panel,
    sum(coalesce(shared.killed_shared, 0))::bigint as killed_shared,
    sum(coalesce(events.killed_low, 0))::bigint as killed_low,
    sum(coalesce(events.killed_best, events.killed_low, 0))::bigint as killed_best,
    sum(coalesce(events.killed_high, events.killed_best, events.killed_low, 0))::bigint as killed_high,
    sum(coalesce(shared.injured_shared, 0))::bigint as injured_shared,
    sum(coalesce(events.injured_best, events.injured_low, 0))::bigint as injured_best,
    count(*) filter (where events.civilian_targeting) as n_civilian_targeting
from events
left join counted.shared as shared using (event_id)
left join on_panel using (event_id)
where
    events.merged_into is null
    and events.date_start between $history_start::date and $period_end::date
    and coalesce(events.date_precision, 5) <= $max_precision
    and ($country is null or events.country = $country)
group by period_start, events.country, events.admin1_pcode, events.event_type
order by period_start, events.country, events.admin1_pcode, events.event_type
