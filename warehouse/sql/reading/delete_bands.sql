-- Deletes the bands of articles that get new ones.
delete from article_bands where article_id in (select article_id from new_bands)
