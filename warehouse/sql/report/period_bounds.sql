-- Grain: one row, the period to report and what the lake has read.
-- $period is day, week (ISO: starts on Monday), month or quarter; $until may be NULL: the last publication day,
-- else the last event day. The period is the last complete one up to that day; when the lake holds none, the running one.
with reading as (
    select min(published_at)::date as first_date, max(published_at)::date as last_date
    from articles
),
happened as (
    select min(date_start) as first_date, max(date_start) as last_date
    from events
    where merged_into is null
),
span as (
    select
        coalesce(reading.first_date, happened.first_date) as data_start,
        least(reading.first_date, happened.first_date) as first_date,
        coalesce(reading.last_date, happened.last_date) as data_end,
        coalesce($until::date, reading.last_date, happened.last_date) as until_date,
        case $period when 'week' then interval 7 days when 'day' then interval 1 day
            when 'month' then interval 1 month else interval 3 months end as step,
        case $period when 'day' then 2 when 'week' then 3 else 4 end as max_precision
    from reading cross join happened
),
running as (
    select
        *,
        date_trunc($period, until_date)::date as running_start,
        (date_trunc($period, until_date) + step)::date - 1 as running_end
    from span
),
chosen as (
    select
        *,
        case
            when running_end <= until_date then running_start
            when (running_start - step)::date < date_trunc($period, data_start)::date then running_start
            else (running_start - step)::date
        end as period_start
    from running
)
select
    period_start,
    (period_start + step)::date - 1 as period_end,
    least(greatest((period_start - 26 * step)::date, date_trunc($period, data_start)::date), period_start) as history_start,
    data_start,
    first_date,
    least(until_date, data_end) as data_end,
    max_precision,
    period_start >= data_start and (period_start + step)::date - 1 <= least(until_date, data_end) as is_complete
from chosen
