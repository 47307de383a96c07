-- Inserts one row per edited article: the text that it has had until now.
insert into article_versions (article_id, version, title, text, content_sha256, fetched_at, run_id)
select
    articles.article_id,
    articles.version,
    articles.title,
    articles.text,
    articles.content_sha256,
    articles.fetched_at,
    articles.run_id
from articles
inner join edited using (article_id)
