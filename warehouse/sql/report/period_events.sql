-- Grain: one row per event of the period, the gravest first. Dates must be known to $max_precision (UCDP date_prec).
-- killed_shared and injured_shared are the highest numbers that two outlets reach in words of their own or that a
-- person settled, NULL where one outlet stands alone; n_outlets_shared counts the outlets that reach killed_shared.
select
    events.*,
    shared.killed_shared,
    shared.injured_shared,
    shared.n_outlets_shared
from events
left join counted.shared as shared using (event_id)
where
    events.merged_into is null
    and events.date_start between $period_start::date and $period_end::date
    and coalesce(events.date_precision, 5) <= $max_precision
    and ($country is null or events.country = $country)
order by
    coalesce(shared.killed_shared, 0) desc,
    coalesce(events.killed_best, events.killed_low, 0) desc,
    coalesce(events.injured_best, events.injured_low, 0) desc,
    events.n_reports desc nulls last,
    events.date_start,
    events.event_id
