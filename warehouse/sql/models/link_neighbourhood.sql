-- One row per incident whose country and days meet one of `windows`: what linking compares, and its event so far.
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
where
    exists (
        select 1
        from windows
        where
            coalesce(incidents.country, '') = windows.country
            and incidents.date_start <= windows.last_day
            and incidents.date_end >= windows.first_day
    )
order by incidents.incident_id
