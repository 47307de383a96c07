-- One row per incoming article and other article of about the same week that shares a band with it: the thirty with the
-- most bands in common. Of a band that very many articles of one day share, the first fifty stand for all.
with shared as (
    select article_id, band from article_bands where band in (select band from new_bands)
    union
    select article_id, band from new_bands
),

times as (
    select article_id, published_at from articles where article_id in (select article_id from shared)
    union
    select article_id, published_at from incoming
),

first_of_day as (
    select shared.article_id, shared.band, times.published_at
    from shared
    left join times using (article_id)
    qualify row_number() over (
        partition by shared.band, cast(times.published_at as date) order by times.published_at, shared.article_id
    ) <= 50
),

pairs as (
    select
        new_bands.article_id,
        first_of_day.article_id as candidate_id,
        count(*) as n_bands
    from new_bands
    inner join incoming using (article_id)
    inner join first_of_day using (band)
    where
        new_bands.article_id <> first_of_day.article_id
        and coalesce(
            abs(epoch(incoming.published_at) - epoch(first_of_day.published_at)) <= $days * 86400, true
        )
    group by all
)

select article_id, candidate_id
from pairs
qualify row_number() over (partition by article_id order by n_bands desc, candidate_id) <= 30
