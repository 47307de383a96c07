-- One row per incident that is not linked as it stands now (new, told otherwise, or decided on by a person), and per
-- membership whose incident is gone or rejected. Country and days are the incident's; of a changed or gone member,
-- event_id names the event that it was in.
with decided as (
    select
        incident_id,
        string_agg(concat(kind, a, b), ' ' order by kind, a, b) as constraints
    from (
        select *, unnest([a, b]) as incident_id
        from link_constraints
    )
    group by incident_id
),

told as (
    select
        incidents.incident_id,
        incidents.country,
        incidents.date_start,
        incidents.date_end,
        sha256(
            concat(
                $linker_version,
                struct_pack(
                    a := incidents.sub_event_type,
                    b := incidents.salience,
                    c := (incidents.date_start, incidents.date_end, incidents.date_precision),
                    d := (
                        incidents.country, incidents.admin1_pcode, incidents.admin2_pcode, incidents.place_id,
                        incidents.place_text, incidents.latitude, incidents.longitude, incidents.where_precision
                    ),
                    e := incidents.actors,
                    f := incidents.casualties,
                    g := (incidents.killed_low, incidents.killed_best, incidents.killed_high),
                    h := (incidents.injured_low, incidents.injured_best, incidents.injured_high),
                    i := (incidents.abducted_low, incidents.abducted_best, incidents.abducted_high),
                    j := (incidents.detained_low, incidents.detained_best, incidents.detained_high),
                    k := (
                        incidents.weapon, incidents.civilian_targeting, incidents.claimed_by, incidents.confidence,
                        incidents.evidence_text
                    ),
                    l := (articles.published_at, articles.source_id, articles.duplicate_of, articles.cluster_id)
                )::varchar,
                decided.constraints
            )
        ) as told_sha256
    from effective_incidents as incidents
    left join articles using (article_id)
    left join decided using (incident_id)
)

select
    told.incident_id,
    told.told_sha256,
    event_incidents.event_id,
    told.country,
    told.date_start,
    told.date_end
from told
left join event_incidents using (incident_id)
where told.told_sha256 is distinct from event_incidents.told_sha256
union all
select
    event_incidents.incident_id,
    null as told_sha256,
    event_incidents.event_id,
    null as country,
    null as date_start,
    null as date_end
from event_incidents
anti join effective_incidents using (incident_id)
order by incident_id
