-- One row per decision of a person on the incident or event $id, by its id then or now.
select
    corrected_at,
    action,
    field,
    previous_value,
    value,
    corrected_by,
    reason
from found_corrections
where target_id = $id or row_id = $id
order by corrected_at, field
