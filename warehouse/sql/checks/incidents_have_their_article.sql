-- Incidents whose article is not there.
select incident_id, article_id
from incidents
anti join articles using (article_id)
