-- One row per stage of the run $run_id, in the order in which they ended.
select *
from runs
where run_id = $run_id
order by finished_at nulls last, started_at
