-- One row per day and outlet, as the view coverage shows it.
with told as (
    select
        article_id,
        count(*) as n_incidents
    from incidents
    group by article_id
),

reading as (
    select
        articles.published_at::date as published_date,
        articles.source_id,
        count(*) as n_articles,
        count(articles.duplicate_of) as n_copies,
        count(told.article_id) as n_articles_with_incident,
        coalesce(sum(told.n_incidents), 0)::bigint as n_incidents
    from articles
    left join told using (article_id)
    where articles.published_at is not null
    group by published_date, articles.source_id
),

outlets as (
    select distinct source_id
    from counted.outlets_read
    where kind = 'day'
)

select
    periods.period_start as published_date,
    outlets.source_id,
    coalesce(sources.name, outlets.source_id) as outlet,
    coalesce(reading.n_articles, 0) as n_articles,
    coalesce(reading.n_copies, 0) as n_copies,
    coalesce(reading.n_articles_with_incident, 0) as n_articles_with_incident,
    coalesce(reading.n_incidents, 0) as n_incidents
from counted.periods as periods
cross join outlets
left join reading on periods.period_start = reading.published_date and outlets.source_id = reading.source_id
left join sources on outlets.source_id = sources.source_id
where periods.kind = 'day'
order by published_date, source_id
