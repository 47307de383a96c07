-- One row per living event: its best report's words, the outlets that tell it, and its dead as ACLED counts them: the most
-- conservative report, where "tens" count 10, "dozens" 12, "hundreds" 100; where a person set the toll, that one.
with vague as (
    select
        incident_id,
        [toll for toll in casualties if toll.outcome = 'killed' and toll.quantity in ('tens', 'dozens', 'hundreds')] as tolls
    from incidents
    where killed_low is not null and list_contains([toll.quantity in ('tens', 'dozens', 'hundreds') for toll in casualties], true)
),

told as (
    select
        event_incidents.event_id,
        min(
            incidents.killed_low
            - coalesce(list_sum([toll.low for toll in vague.tolls]), 0)
            + coalesce(
                list_sum([case toll.quantity when 'tens' then 10 when 'dozens' then 12 else 100 end for toll in vague.tolls]), 0
            )
        )::integer as fatalities
    from event_incidents
    inner join incidents using (incident_id)
    left join vague using (incident_id)
    where incidents.killed_low is not null
    group by event_incidents.event_id
),

outlets as (
    select
        tellers.event_id,
        string_agg(coalesce(sources.name, tellers.source_id), '; ' order by coalesce(sources.name, tellers.source_id)) as source
    from counted.tellers as tellers
    left join sources using (source_id)
    group by tellers.event_id
)

select
    events.event_id,
    outlets.source,
    best.evidence_text as notes,
    case
        when list_contains(events.corrected_fields, 'killed_low') then events.killed_low
        else told.fatalities
    end as fatalities
from events
left join told using (event_id)
left join outlets using (event_id)
left join incidents as best on events.best_incident_id = best.incident_id
where events.merged_into is null
order by events.date_start, events.event_id
