-- One row per asked article with its text, time and the original that it is a copy of.
select
    articles.article_id,
    articles.text,
    articles.published_at,
    coalesce(articles.duplicate_of, articles.article_id) as root
from articles
inner join asked using (article_id)
