-- One row per incident or event whose id is $id, or that begins with $id where none is; merged events lead to theirs.
with named as (
    select
        'incidents' as target_table,
        incident_id as row_id,
        incident_id as id
    from incidents
    where starts_with(incident_id, $id)
    union
    select
        'events' as target_table,
        coalesce(merged_into, event_id) as row_id,
        event_id as id
    from events
    where starts_with(event_id, $id)
)

select distinct
    target_table,
    row_id
from named
where length($id) >= 4 and (id = $id or not exists (select 1 from named as exact where exact.id = $id))
