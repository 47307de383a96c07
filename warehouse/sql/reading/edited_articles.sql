-- One row per incoming article whose text is another than the present one and than every earlier one, with its new version.
-- It stays in its cluster, and keeps its first date where the edited text tells none.
select
    incoming.* replace (
        articles.version + 1 as version,
        articles.duplicate_of as duplicate_of,
        articles.cluster_id as cluster_id,
        coalesce(incoming.published_at, articles.published_at) as published_at,
        coalesce(incoming.published_precision, articles.published_precision) as published_precision,
        case when incoming.published_at is null then articles.published_basis else incoming.published_basis end
            as published_basis
    )
from incoming
inner join articles using (article_id)
where
    articles.content_sha256 <> incoming.content_sha256
    and not exists (
        select 1
        from article_versions
        where
            article_versions.article_id = incoming.article_id
            and article_versions.content_sha256 = incoming.content_sha256
    )
