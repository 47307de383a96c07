-- One row per kind of period (day, week, month, quarter) and period, from the first to the last article read.
-- is_partial is true where the articles read do not cover the period from its first to its last day.
with kinds(kind, step) as (
    values
    ('day', interval 1 day),
    ('week', interval 7 days),
    ('month', interval 1 month),
    ('quarter', interval 3 months)
),

span as (
    select
        min(published_at)::date as first_date,
        max(published_at)::date as last_date
    from articles
    where published_at is not null
),

periods as (
    select
        kinds.kind,
        unnest(
            generate_series(
                date_trunc(kinds.kind, span.first_date)::timestamp,
                date_trunc(kinds.kind, span.last_date)::timestamp,
                kinds.step
            )
        )::date as period_start,
        kinds.step,
        span.first_date,
        span.last_date
    from kinds
    cross join span
    where span.first_date is not null
)

select
    kind,
    period_start,
    (period_start + step)::date - 1 as period_end,
    period_start < first_date or (period_start + step)::date - 1 > last_date as is_partial
from periods
order by kind, period_start
