-- One row per row that people corrected or judged: the fields that are set now, and the last word on the whole row.
with latest as (
    select
        target_table,
        row_id,
        field,
        action,
        value
    from found_corrections
    where row_id is not null and action in ('set', 'withdraw', 'confirm', 'reject')
    qualify row_number() over (
        partition by target_table, row_id, field
        order by corrected_at desc, correction_id desc
    ) = 1
)

select
    target_table,
    row_id,
    map_from_entries(
        coalesce(list((field, value) order by field) filter (where action = 'set'), [])
    ) as decided,
    coalesce(list(field order by field) filter (where action = 'set'), []) as corrected_fields,
    coalesce(bool_or(action = 'reject'), false) as is_rejected,
    case
        when bool_or(action = 'confirm') then 'confirmed'
        when bool_or(action = 'set') then 'corrected'
    end as review
from latest
group by target_table, row_id
