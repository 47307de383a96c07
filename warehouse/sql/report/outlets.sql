-- Grain: one row per outlet read in the period: its articles, and those that told an event of the period.
with told as (
    select distinct incidents.article_id
    from incidents
    inner join event_incidents using (incident_id)
    inner join events using (event_id)
    where events.merged_into is null and events.date_start between $period_start::date and $period_end::date
)
select
    articles.source_id,
    coalesce(any_value(sources.name), articles.source_id, '') as outlet,
    count(*) as n_articles,
    count(told.article_id) as n_articles_with_event
from articles
left join sources using (source_id)
left join told using (article_id)
where articles.published_at::date between $period_start::date and $period_end::date
group by articles.source_id
order by n_articles desc, outlet
