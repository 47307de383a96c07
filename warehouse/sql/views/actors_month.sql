-- One row per month x country x actor that took part in an event of the month; months without the actor have no row.
-- An event counts for each of its actors, so rows of several actors must not be added up.
-- @month First day of the month.
-- @actor_id Id of the actor in the registry; NULL for an actor that is not in it, which goes by its name as written.
-- @actor_name_ar Name in Arabic, as the registry has it, else as written.
-- @actor_name_en Name in English; NULL for an actor that is not in the registry.
-- @actor_type ACLED actor type 1-8 in this country.
-- @n_events Number of events in which the actor took part, in whatever role.
-- @n_initiated Number of events that it initiated.
-- @n_targeted Number of events that targeted it.
-- @n_supported Number of events in which it supported a side.
-- @n_claimed Number of events that it claimed.
-- @killed_low Sum of the lowest tolls of the events that it initiated.
-- @killed_best Sum of the best-supported tolls of the events that it initiated, of the lowest where there is no best.
-- @killed_high Sum of the highest tolls of the events that it initiated, of the best where a toll is open above.
-- @n_civilian_targeting Number of events that it initiated and that targeted civilians.
-- @first_date First day in the database on which an event with the actor in this country can have happened.
-- @is_partial True when the articles read do not cover the month from its first to its last day.
select *
from counted.actor_months
