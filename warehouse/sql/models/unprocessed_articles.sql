-- One row per article that the extractor $extractor_version has not read in its present text, with the outlet's name, country and time zone.
select
    articles.*,
    sources.name as source,
    sources.country as source_country,
    sources.time_zone as source_time_zone
from articles
left join sources using (source_id)
where not exists (
    select 1
    from extractions
    where
        extractions.article_id = articles.article_id
        and extractions.content_sha256 = articles.content_sha256
        and extractions.extractor_version = $extractor_version
)
