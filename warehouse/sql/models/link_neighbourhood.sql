-- One row per incident whose country and days meet one of `windows`, and per other member of such an incident's event:
-- what linking compares, and its event so far.
with near as (
    select
        link_told.incident_id,
        link_told.event_id
    from link_told
    where
        exists (
            select 1
            from windows
            where
                coalesce(link_told.country, '') = windows.country
                and link_told.date_start <= windows.last_day
                and link_told.date_end >= windows.first_day
        )
)

select link_told.* exclude (told_sha256, linked_sha256)
from link_told
where
    link_told.incident_id in (select near.incident_id from near)
    or link_told.event_id in (select near.event_id from near)
order by link_told.incident_id
