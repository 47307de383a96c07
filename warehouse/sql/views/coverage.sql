-- One row per day and outlet, gap-free with zeros from the first to the last article read, so that silence shows.
-- Reading nothing is not peace: set this beside every count of events.
-- @published_date Day of publication in UTC.
-- @source_id Outlet; key of `sources`.
-- @outlet Name of the outlet.
-- @n_articles Number of articles of the outlet read.
-- @n_copies Number of them that are copies of another article.
-- @n_articles_with_incident Number of them that tell an incident.
-- @n_incidents Number of incidents that they tell.
select *
from counted.outlet_days
