-- Deletes the incidents that an article told in an earlier reading and does not tell in this one.
-- `read` and `told` are the incoming extractions and incidents.
delete from incidents
where
    article_id in (
        select article_id from read
        intersect
        select article_id from extractions
    )
    and incident_id not in (select incident_id from told)
