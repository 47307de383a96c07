-- One row: the number of articles that the extractor $extractor_version has not read in their present text.
select count(*) as n_articles
from articles
where not exists (
    select 1
    from extractions
    where
        extractions.article_id = articles.article_id
        and extractions.content_sha256 = articles.content_sha256
        and extractions.extractor_version = $extractor_version
)
