-- One row: how many living events there are.
select count(*) as n_events
from events
where merged_into is null
