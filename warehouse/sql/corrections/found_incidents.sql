-- One row per anchor of a correction whose incident is there now: by its id, else by the article's words.
-- A later extractor may move the trigger or the evidence; then the incident of the same article with the same words is
-- taken, if there is exactly one and if it did not stand beside the corrected one already.
with anchors as (
    select distinct anchor
    from (
        select anchor from corrections
        union all
        select other_anchor from corrections
    )
    where anchor is not null
),

candidates as (
    select
        anchors.anchor,
        incidents.incident_id,
        case
            when incidents.incident_id = anchors.anchor.incident_id then 1
            when
                incidents.evidence_text = anchors.anchor.evidence_text
                and incidents.trigger_text = anchors.anchor.trigger_text
                then 2
            when incidents.evidence_text = anchors.anchor.evidence_text then 3
            when
                incidents.trigger_text = anchors.anchor.trigger_text
                and (
                    contains(incidents.evidence_text, anchors.anchor.evidence_text)
                    or contains(anchors.anchor.evidence_text, incidents.evidence_text)
                )
                then 4
            when
                contains(incidents.evidence_text, anchors.anchor.evidence_text)
                or contains(anchors.anchor.evidence_text, incidents.evidence_text)
                then 5
        end as likeness
    from anchors
    inner join incidents on incidents.article_id = anchors.anchor.article_id
    where
        incidents.incident_id = anchors.anchor.incident_id
        or not list_contains(coalesce(anchors.anchor.siblings, []), incidents.incident_id)
),

nearest as (
    select *
    from candidates
    where likeness is not null
    qualify likeness = min(likeness) over (partition by anchor)
)

select
    anchor,
    any_value(incident_id) as incident_id
from nearest
group by anchor
having count(*) = 1
