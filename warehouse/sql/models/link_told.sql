-- One row per incident as it stands now: what linking compares, its event so far (NULL when it has none), and the hash of
-- all that its event is made of, with the linker's version and what people decided, now and when it was linked.
create or replace temp table link_told as
with decided as (
    select
        incident_id,
        string_agg(concat(kind, a, b), ' ' order by kind, a, b) as constraints
    from (
        select *, unnest([a, b]) as incident_id
        from link_constraints
    )
    group by incident_id
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
    incidents.admin1_name_ar,
    incidents.admin1_name_en,
    incidents.admin2_pcode,
    incidents.place_id,
    incidents.place_text,
    incidents.place_name_ar,
    incidents.latitude,
    incidents.longitude,
    incidents.where_precision,
    list_transform(
        incidents.actors,
        lambda actor: struct_pack(
            "role" := actor."role",
            actor_id := actor.actor_id,
            name_ar := actor.name_ar,
            "text" := actor."text"
        )
    ) as actors,
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
    event_incidents.event_id,
    event_incidents.told_sha256 as linked_sha256,
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
left join event_incidents using (incident_id)
