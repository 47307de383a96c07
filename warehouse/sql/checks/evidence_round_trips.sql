-- Incidents whose evidence is not the article's words between its offsets.
select incidents.incident_id, incidents.article_id, incidents.evidence_text, incidents.evidence_start, incidents.evidence_end
from incidents
inner join articles using (article_id)
where
    incidents.evidence_start is not null
    and substring(articles.text, incidents.evidence_start + 1, incidents.evidence_end - incidents.evidence_start)
    is distinct from incidents.evidence_text
