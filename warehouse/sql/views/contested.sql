-- One row per event, field on which its reports differ, and claim: who says what, in which words.
-- @field Column of the event on which reports differ.
-- @value What this report says, as text.
-- @incident_id The report; key of `incidents`.
-- @article_id Its article; key of `articles`.
-- @outlet Name of the outlet that says it.
-- @published_at Instant of its publication in UTC.
-- @evidence_text Its words, exactly as published.
-- @url Its address.
with claims as (
    select
        event_id,
        unnest(contested) as claim
    from events
    where merged_into is null and len(contested) > 0
)

select
    claims.event_id,
    events.date_start,
    events.country,
    events.admin1_name_en,
    events.place_name_en,
    events.sub_event_type,
    claims.claim.field as field,
    claims.claim.value as value,
    claims.claim.incident_id as incident_id,
    incidents.article_id,
    coalesce(sources.name, articles.source_id) as outlet,
    articles.published_at,
    incidents.evidence_text,
    articles.url,
    events.corrected_fields
from claims
inner join events using (event_id)
left join incidents on claims.claim.incident_id = incidents.incident_id
left join articles using (article_id)
left join sources using (source_id)
