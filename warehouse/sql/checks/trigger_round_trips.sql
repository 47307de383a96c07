-- Incidents whose trigger is not the article's words between its offsets.
select incidents.incident_id, incidents.article_id, incidents.trigger_text, incidents.trigger_start, incidents.trigger_end
from incidents
inner join articles using (article_id)
where
    incidents.trigger_start is not null
    and substring(articles.text, incidents.trigger_start + 1, incidents.trigger_end - incidents.trigger_start)
    is distinct from incidents.trigger_text
