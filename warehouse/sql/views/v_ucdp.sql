-- One row per event of organized violence with a death, in the manner of UCDP's georeferenced event dataset.
-- Marsad has no ids of UCDP's dyads and conflicts; sides are named as the reports name them.
-- @type_of_violence 3 where civilians were targeted, 1 where a state or foreign force took part, else 2.
-- @side_a Initiators, separated by commas; NULL when no report names one.
-- @side_b Targets, separated by commas; Civilians in one-sided violence without a named target.
-- @source_original The words of the best report, in Arabic as published.
-- @event_clarity 1 when several independent outlets tell the event, 2 when one does.
-- @deaths_civilians Best estimate in one-sided violence, else NULL.
-- @deaths_unknown Best estimate in other violence, where reports seldom split the dead by side.
-- @high Most people killed; NULL when a report leaves the number open above.
with shaped as (
    select
        events.*,
        event_types.ucdp_violence,
        [coalesce(actor.name_en, actor.name_ar, actor.text) for actor in events.actors if actor.role = 'initiator'] as side_a_names,
        [coalesce(actor.name_en, actor.name_ar, actor.text) for actor in events.actors if actor.role = 'target'] as side_b_names,
        len([actor for actor in events.actors if actor.role in ('initiator', 'target') and actor.type in (1, 8)]) > 0 as has_state
    from events
    inner join event_types using (sub_event_type)
    where
        events.merged_into is null
        and events.killed_low > 0
        and len(event_types.ucdp_violence) > 0
),

typed as (
    select
        *,
        case
            when civilian_targeting and list_contains(ucdp_violence, 3) then 3
            when has_state and list_contains(ucdp_violence, 1) then 1
            when list_contains(ucdp_violence, 2) then 2
            else ucdp_violence[1]
        end as type_of_violence
    from shaped
)

select
    typed.event_id as id,
    year(typed.date_start) as year,
    typed.type_of_violence,
    list_aggregate(typed.side_a_names, 'string_agg', ', ') as side_a,
    coalesce(
        list_aggregate(typed.side_b_names, 'string_agg', ', '), case when typed.type_of_violence = 3 then 'Civilians' end
    ) as side_b,
    typed.n_sources as number_of_sources,
    articles.url as source_article,
    coalesce(sources.name, articles.source_id) as source_office,
    articles.published_at::date as source_date,
    articles.title as source_headline,
    best.evidence_text as source_original,
    typed.where_precision as where_prec,
    coalesce(typed.place_name_en, typed.place_name_ar, best.place_text) as where_coordinates,
    typed.admin1_name_en as adm_1,
    typed.admin2_name_en as adm_2,
    typed.latitude,
    typed.longitude,
    case when typed.latitude is not null then format('POINT ({} {})', typed.longitude, typed.latitude) end as geom_wkt,
    countries.name_en as country,
    typed.country as country_iso2,
    case when typed.n_sources > 1 then 1 else 2 end as event_clarity,
    typed.date_precision as date_prec,
    typed.date_start,
    typed.date_end,
    case when typed.type_of_violence = 3 then typed.killed_best end as deaths_civilians,
    case when typed.type_of_violence <> 3 then typed.killed_best end as deaths_unknown,
    coalesce(typed.killed_best, typed.killed_low) as best,
    typed.killed_high as high,
    typed.killed_low as low
from typed
inner join incidents as best on typed.best_incident_id = best.incident_id
left join articles using (article_id)
left join sources using (source_id)
left join countries on typed.country = countries.country
order by typed.date_start, typed.event_id
