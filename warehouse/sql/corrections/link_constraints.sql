-- One row per pair of incidents on which people decided: kind is must_link (one event) or cannot_link (two events).
-- a is the smaller incident_id, b the other; of contrary decisions on one pair the latest holds.
-- Pairs of which an incident is no longer told are left out.
with pairs as (
    select
        case action when 'merge' then 'must_link' else 'cannot_link' end as kind,
        least(anchor_incident_id, other_incident_id) as a,
        greatest(anchor_incident_id, other_incident_id) as b,
        corrected_at,
        correction_id
    from found_corrections
    where action in ('merge', 'split')
)

select
    kind,
    a,
    b
from pairs
where a <> b
qualify row_number() over (partition by a, b order by corrected_at desc, correction_id desc) = 1
order by a, b
