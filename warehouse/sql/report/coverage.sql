-- Grain: one row per period in which an article was published: articles and outlets read, all countries.
-- n_sources_panel are the outlets of the fixed panel, which published in every complete period.
select
    date_trunc($period, published_at)::date as period_start,
    count(*) as n_articles,
    count(*) filter (where duplicate_of is null) as n_distinct_articles,
    count(distinct source_id) as n_sources,
    (
        select count(distinct outlets_read.source_id)
        from counted.outlets_read as outlets_read
        where outlets_read.kind = $period and outlets_read.is_panel
    ) as n_sources_panel
from articles
where published_at::date between $history_start::date and $period_end::date
group by all
order by period_start
