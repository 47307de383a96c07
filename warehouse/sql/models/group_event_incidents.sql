-- One row per incident: the event of its type, place and day.
-- Place is the named place, else the governorate, else the country; day is the last day on which it can have happened,
-- since fresh news without a date means the day of publication or the one before.
with keyed as (
    select
        incident_id,
        sub_event_type,
        coalesce(place_id, admin1_pcode, country, place_text, '') as place_key,
        case
            when date_precision <= 2 then date_end::varchar
            else concat_ws('/', date_start, date_end)
        end as day_key
    from incidents
)

select
    left(sha256(concat_ws(chr(31), sub_event_type, place_key, day_key)), 16) as event_id,
    incident_id,
    1.0::double as score,
    'same type, place and day' as reason,
    $run_id as run_id
from keyed
order by event_id, incident_id
