-- Grain: one row per period x country x governorate x event type in which an event happened, oldest first.
-- No zeros here: the gaps are filled where the series are read. Dates must be known to $max_precision (UCDP date_prec).
select
    date_trunc($period, date_start)::date as period_start,
    country,
    admin1_pcode,
    any_value(admin1_name_ar) as admin1_name_ar,
    any_value(admin1_name_en) as admin1_name_en,
    event_type,
    count(*) as n_events,
    sum(coalesce(killed_low, 0))::bigint as killed_low,
    sum(coalesce(killed_best, killed_low, 0))::bigint as killed_best,
    sum(coalesce(killed_high, killed_best, killed_low, 0))::bigint as killed_high,
    sum(coalesce(injured_best, injured_low, 0))::bigint as injured_best,
    count(*) filter (where civilian_targeting) as n_civilian_targeting
from events
where
    merged_into is null
    and date_start between $history_start::date and $period_end::date
    and coalesce(date_precision, 5) <= $max_precision
    and ($country is null or country = $country)
group by all
order by period_start, country, admin1_pcode, event_type
