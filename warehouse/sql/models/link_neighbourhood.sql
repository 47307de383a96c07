-- One row per incident whose country and days meet one of `windows`, and per other member of such an incident's event:
-- what linking compares, and its event so far.
with near as (
    select incidents.incident_id
    from effective_incidents as incidents
    where
        exists (
            select 1
            from windows
            where
                coalesce(incidents.country, '') = windows.country
                and incidents.date_start <= windows.last_day
                and incidents.date_end >= windows.first_day
        )
),

wanted as (
    select incident_id
    from near
    union
    select fellows.incident_id
    from event_incidents as members
    inner join event_incidents as fellows using (event_id)
    semi join near on members.incident_id = near.incident_id
)

select
    incidents.incident_id,
    incidents.article_id,
    incidents.sub_event_type,
    incidents.salience,
    incidents.date_start,
    incidents.date_end,
    incidents.date_precision,
    incidents.country,
    incidents.admin1_pcode,
    incidents.admin1_name_en,
    incidents.admin2_pcode,
    incidents.place_id,
    incidents.place_text,
    incidents.latitude,
    incidents.longitude,
    incidents.where_precision,
    incidents.actors,
    incidents.killed_low,
    incidents.killed_best,
    incidents.killed_high,
    incidents.injured_low,
    incidents.injured_best,
    incidents.injured_high,
    incidents.detained_low,
    incidents.detained_best,
    incidents.detained_high,
    incidents.weapon,
    incidents.evidence_text,
    articles.published_at,
    articles.duplicate_of,
    articles.cluster_id,
    event_incidents.event_id
from effective_incidents as incidents
left join articles using (article_id)
left join event_incidents using (incident_id)
semi join wanted on incidents.incident_id = wanted.incident_id
order by incidents.incident_id
