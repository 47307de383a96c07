-- One row per incident of `wanted`: all that an event's consensus is made of.
select
    incidents.*,
    articles.source_id,
    articles.published_at,
    articles.duplicate_of,
    articles.cluster_id
from effective_incidents as incidents
left join articles using (article_id)
semi join wanted using (incident_id)
order by incidents.incident_id
