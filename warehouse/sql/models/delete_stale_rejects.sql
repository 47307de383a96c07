-- Deletes the refusals of an earlier reading of an article that this reading does not repeat.
-- `read` and `refused` are the incoming extractions and rejects.
delete from rejects
where
    stage = 'extract'
    and article_id in (
        select article_id from read
        intersect
        select article_id from extractions
    )
    and reject_id not in (select reject_id from refused)
