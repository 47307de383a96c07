-- One row per event: the consensus of its members in event_incidents.
-- Date, place and governorate come from the best member: most precise place, then date, then confidence, then first told.
-- Tolls: low is the least and high the most over all reports (open when a report's "at least" passes every stated high);
-- best is that of the latest report that has one, the article's own news before background, then the higher.
with members as (
    select
        incidents.*,
        event_incidents.event_id,
        articles.source_id,
        articles.published_at,
        articles.duplicate_of,
        row_number() over (
            partition by event_incidents.event_id
            order by
                incidents.where_precision nulls last,
                incidents.date_precision,
                incidents.confidence desc nulls last,
                articles.published_at nulls last,
                incidents.incident_id
        ) as best_rank
    from event_incidents
    inner join incidents using (incident_id)
    left join articles using (article_id)
),

tolls as (
    select
        event_id,
        min(killed_low) as killed_low,
        arg_max(killed_best, (salience = 'main', coalesce(published_at, '-infinity'), killed_best, incident_id)) as killed_best,
        max(killed_high) as killed_high,
        min(injured_low) as injured_low,
        arg_max(injured_best, (salience = 'main', coalesce(published_at, '-infinity'), injured_best, incident_id)) as injured_best,
        max(injured_high) as injured_high,
        min(abducted_low) as abducted_low,
        arg_max(abducted_best, (salience = 'main', coalesce(published_at, '-infinity'), abducted_best, incident_id)) as abducted_best,
        max(abducted_high) as abducted_high,
        min(detained_low) as detained_low,
        arg_max(detained_best, (salience = 'main', coalesce(published_at, '-infinity'), detained_best, incident_id)) as detained_best,
        max(detained_high) as detained_high,
        max(killed_low) as killed_floor,
        max(injured_low) as injured_floor,
        max(abducted_low) as abducted_floor,
        max(detained_low) as detained_floor,
        count(distinct killed_best) as n_killed_claims,
        count(distinct injured_best) as n_injured_claims,
        bool_or(civilian_targeting) as civilian_targeting,
        arg_min(weapon, best_rank) as weapon,
        arg_min(claimed_by, best_rank) as claimed_by,
        max(confidence) as confidence,
        count(distinct article_id)::integer as n_reports,
        greatest(count(distinct source_id) filter (where duplicate_of is null), 1)::integer as n_sources,
        bool_and(salience = 'background') as only_background,
        min(published_at) as first_reported_at,
        max(published_at) as last_reported_at
    from members
    group by event_id
),

told_actors as (
    select
        event_id,
        actor,
        row_number() over (
            partition by event_id, actor.role, coalesce(actor.actor_id, actor.name_ar, actor.text)
            order by best_rank, actor.start
        ) as nth
    from (select event_id, best_rank, unnest(actors) as actor from members)
),

event_actors as (
    select event_id, list(actor order by actor.role, actor.actor_id, actor.name_ar, actor.text) as actors
    from told_actors
    where nth = 1
    group by event_id
),

group_tolls as (
    select
        event_id,
        casualty.outcome as outcome,
        casualty."group" as "group",
        min(casualty.low) as low,
        arg_max(casualty.best, (coalesce(published_at, '-infinity'), casualty.best)) as best,
        max(casualty.high) as high,
        max(casualty.low) as floor
    from (select event_id, published_at, unnest(casualties) as casualty from members)
    group by all
),

event_casualties as (
    select
        event_id,
        list(
            struct_pack(
                outcome := outcome,
                "group" := "group",
                low := low,
                best := best,
                high := case when floor > high then null else high end
            )
            order by outcome, "group"
        ) as casualties
    from group_tolls
    group by event_id
),

claims as (
    select event_id, 'killed_best' as field, killed_best::varchar as value, incident_id
    from members
    where killed_best is not null
    union all
    select event_id, 'injured_best' as field, injured_best::varchar as value, incident_id
    from members
    where injured_best is not null
),

event_claims as (
    select
        claims.event_id,
        list(
            struct_pack(field := claims.field, value := claims.value, incident_id := claims.incident_id)
            order by claims.field, claims.incident_id
        ) as contested
    from claims
    inner join tolls using (event_id)
    where
        (claims.field = 'killed_best' and tolls.n_killed_claims > 1)
        or (claims.field = 'injured_best' and tolls.n_injured_claims > 1)
    group by claims.event_id
)

select
    best.event_id,
    null::varchar as merged_into,
    best.event_type,
    best.sub_event_type,
    best.date_start,
    best.date_end,
    best.date_precision,
    best.country,
    best.admin1_name_ar,
    best.admin1_name_en,
    best.admin1_pcode,
    best.admin2_name_ar,
    best.admin2_name_en,
    best.admin2_pcode,
    best.place_id,
    best.place_name_ar,
    best.place_name_en,
    best.latitude,
    best.longitude,
    best.where_precision,
    coalesce(event_actors.actors, []) as actors,
    coalesce(event_casualties.casualties, []) as casualties,
    tolls.killed_low,
    tolls.killed_best,
    case when tolls.killed_floor > tolls.killed_high then null else tolls.killed_high end as killed_high,
    tolls.injured_low,
    tolls.injured_best,
    case when tolls.injured_floor > tolls.injured_high then null else tolls.injured_high end as injured_high,
    tolls.abducted_low,
    tolls.abducted_best,
    case when tolls.abducted_floor > tolls.abducted_high then null else tolls.abducted_high end as abducted_high,
    tolls.detained_low,
    tolls.detained_best,
    case when tolls.detained_floor > tolls.detained_high then null else tolls.detained_high end as detained_high,
    tolls.civilian_targeting,
    tolls.weapon,
    tolls.claimed_by,
    best.incident_id as best_incident_id,
    tolls.confidence,
    tolls.n_reports,
    tolls.n_sources,
    case
        when tolls.only_background then 'D'
        when tolls.n_sources = 1 then 'C'
        when tolls.n_killed_claims > 1 or tolls.n_injured_claims > 1 then 'B'
        else 'A'
    end as evidence_grade,
    tolls.first_reported_at,
    tolls.last_reported_at,
    coalesce(event_claims.contested, []) as contested,
    $run_id as run_id
from members as best
inner join tolls using (event_id)
left join event_actors using (event_id)
left join event_casualties using (event_id)
left join event_claims using (event_id)
where best.best_rank = 1
order by best.event_id
