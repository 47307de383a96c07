-- One row per incoming article whose id is new.
select incoming.*
from incoming
where not exists (select 1 from articles where articles.article_id = incoming.article_id)
