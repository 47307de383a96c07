-- One row per joining or leaving of a member of event $id, or of the incident $id to or from an event.
-- outlet, published_at and title are those of the member's article, NULL where it is no longer told.
with changes as (
    select
        snapshot_id,
        change_type,
        event_id,
        incident_id,
        score,
        reason
    from ducklake_table_changes('lake', 'main', 'event_incidents', $first::bigint, $last::bigint)
    where (event_id = $id or incident_id = $id) and change_type in ('insert', 'delete')
)

select
    changes.*,
    coalesce(sources.name, articles.source_id) as outlet,
    articles.published_at,
    articles.title
from changes
left join incidents using (incident_id)
left join articles using (article_id)
left join sources using (source_id)
order by changes.snapshot_id, changes.change_type, articles.published_at, changes.event_id, changes.incident_id
