-- One row per kind of period, period and outlet that published in it.
-- is_panel is true for the outlets of the fixed panel: they published in every complete period in which anything was read
-- (in every period where none is complete), so that a new outlet cannot look like a rise in violence.
with days as (
    select
        published_at::date as read_date,
        source_id,
        count(*) as n_articles
    from articles
    where published_at is not null
    group by read_date, source_id
),

kinds as (
    select distinct kind
    from counted.periods
),

placed as (
    select
        kinds.kind,
        date_trunc(kinds.kind, days.read_date)::date as period_start,
        days.source_id,
        sum(days.n_articles)::bigint as n_articles
    from days
    cross join kinds
    group by all
),

reading as (
    select
        placed.*,
        periods.is_partial
    from placed
    inner join counted.periods as periods using (kind, period_start)
),

required as (
    select
        kind,
        period_start
    from reading
    qualify not is_partial or bool_and(is_partial) over (partition by kind)
),

needed as (
    select
        kind,
        count(distinct period_start) as n_periods
    from required
    group by kind
),

panel as (
    select
        reading.kind,
        reading.source_id
    from reading
    semi join required using (kind, period_start)
    group by reading.kind, reading.source_id
    having count(*) = (select n_periods from needed where needed.kind = reading.kind)
)

select
    reading.kind,
    reading.period_start,
    reading.source_id,
    reading.n_articles,
    panel.source_id is not null as is_panel
from reading
left join panel using (kind, source_id)
order by reading.kind, reading.period_start, reading.source_id
