-- One row per incoming article and other article that shares a band with it: the twenty with the most bands in common.
-- Of a band that very many articles share, the earliest fifty stand for all: they are copies of one another.
with all_bands as (
    select article_id, band from article_bands where band in (select band from new_bands)
    union
    select article_id, band from new_bands
),

times as (
    select article_id, published_at from articles where article_id in (select article_id from all_bands)
    union
    select article_id, published_at from incoming
),

earliest as (
    select all_bands.article_id, all_bands.band
    from all_bands
    left join times using (article_id)
    qualify row_number() over (
        partition by all_bands.band order by times.published_at nulls last, all_bands.article_id
    ) <= 50
),

pairs as (
    select
        new_bands.article_id,
        earliest.article_id as candidate_id,
        count(*) as n_bands
    from new_bands
    inner join earliest using (band)
    where new_bands.article_id <> earliest.article_id
    group by all
)

select article_id, candidate_id
from pairs
qualify row_number() over (partition by article_id order by n_bands desc, candidate_id) <= 20
