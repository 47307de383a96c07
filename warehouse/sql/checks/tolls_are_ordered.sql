-- Incidents and events whose low, best and high are not in that order, or negative.
select 'incidents' as table_name, incident_id as id, 'killed' as outcome, killed_low as low, killed_best as best, killed_high as high
from incidents
where killed_low > killed_high or killed_best < killed_low or killed_best > killed_high or least(killed_low, killed_best, killed_high) < 0
union all
select 'incidents' as table_name, incident_id as id, 'injured' as outcome, injured_low as low, injured_best as best, injured_high as high
from incidents
where injured_low > injured_high or injured_best < injured_low or injured_best > injured_high or least(injured_low, injured_best, injured_high) < 0
union all
select 'incidents' as table_name, incident_id as id, 'abducted' as outcome, abducted_low as low, abducted_best as best, abducted_high as high
from incidents
where abducted_low > abducted_high or abducted_best < abducted_low or abducted_best > abducted_high or least(abducted_low, abducted_best, abducted_high) < 0
union all
select 'incidents' as table_name, incident_id as id, 'detained' as outcome, detained_low as low, detained_best as best, detained_high as high
from incidents
where detained_low > detained_high or detained_best < detained_low or detained_best > detained_high or least(detained_low, detained_best, detained_high) < 0
union all
select 'events' as table_name, event_id as id, 'killed' as outcome, killed_low as low, killed_best as best, killed_high as high
from events
where killed_low > killed_high or killed_best < killed_low or killed_best > killed_high or least(killed_low, killed_best, killed_high) < 0
union all
select 'events' as table_name, event_id as id, 'injured' as outcome, injured_low as low, injured_best as best, injured_high as high
from events
where injured_low > injured_high or injured_best < injured_low or injured_best > injured_high or least(injured_low, injured_best, injured_high) < 0
union all
select 'events' as table_name, event_id as id, 'abducted' as outcome, abducted_low as low, abducted_best as best, abducted_high as high
from events
where abducted_low > abducted_high or abducted_best < abducted_low or abducted_best > abducted_high or least(abducted_low, abducted_best, abducted_high) < 0
union all
select 'events' as table_name, event_id as id, 'detained' as outcome, detained_low as low, detained_best as best, detained_high as high
from events
where detained_low > detained_high or detained_best < detained_low or detained_best > detained_high or least(detained_low, detained_best, detained_high) < 0
