-- Articles that are a copy of an article that is not there or of themselves.
select copies.article_id, copies.duplicate_of
from articles as copies
left join articles as originals on copies.duplicate_of = originals.article_id
where copies.duplicate_of is not null and (originals.article_id is null or copies.article_id = copies.duplicate_of)
