-- One row per pair of incidents on which people decided, with the country and the days of both.
select
    link_constraints.kind,
    link_constraints.a,
    link_constraints.b,
    one.country as a_country,
    one.date_start as a_date_start,
    one.date_end as a_date_end,
    other.country as b_country,
    other.date_start as b_date_start,
    other.date_end as b_date_end
from link_constraints
inner join link_told as one on link_constraints.a = one.incident_id
inner join link_told as other on link_constraints.b = other.incident_id
order by link_constraints.a, link_constraints.b
