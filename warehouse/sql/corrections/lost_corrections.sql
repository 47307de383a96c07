-- One row per correction whose row is no longer told: it has no effect until the row comes back.
select
    correction_id,
    target_table,
    target_id,
    action,
    field,
    value,
    reason,
    corrected_by,
    corrected_at
from found_corrections
where
    row_id is null
    or (action in ('merge', 'split') and (anchor_incident_id is null or other_incident_id is null))
order by corrected_at, correction_id
