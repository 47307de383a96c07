-- Incidents that start later than the day after their article was published: a day is left for time zones.
select incidents.incident_id, incidents.article_id, incidents.date_start, articles.published_at
from incidents
inner join articles using (article_id)
where incidents.date_start > articles.published_at::date + 1
