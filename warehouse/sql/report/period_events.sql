-- Grain: one row per event of the period, the gravest first. Dates must be known to $max_precision (UCDP date_prec).
select *
from events
where
    merged_into is null
    and date_start between $period_start::date and $period_end::date
    and coalesce(date_precision, 5) <= $max_precision
    and ($country is null or country = $country)
order by
    coalesce(killed_best, killed_low, 0) desc,
    coalesce(injured_best, injured_low, 0) desc,
    n_reports desc nulls last,
    date_start,
    event_id
