-- One row: by what the incident $incident_id is found again, as a struct.
select
    struct_pack(
        incident_id := incidents.incident_id,
        article_id := incidents.article_id,
        evidence_text := incidents.evidence_text,
        trigger_text := incidents.trigger_text,
        siblings := (
            select coalesce(list(siblings.incident_id order by siblings.incident_id), [])
            from incidents as siblings
            where siblings.article_id = incidents.article_id and siblings.incident_id <> incidents.incident_id
        )
    ) as anchor
from incidents
where incidents.incident_id = $incident_id
