-- One row per commit of the lake that is kept, oldest first.
select
    snapshot_id,
    snapshot_time as committed_at,
    commit_message as run_id,
    commit_extra_info as message
from ducklake_snapshots('lake')
order by snapshot_id
