-- One row per event of organized violence with a death, in the manner of UCDP's georeferenced event dataset.
-- Marsad has no ids of UCDP's dyads and conflicts; sides are named as the reports name them.
-- @id Marsad's event_id, since UCDP gives its ids itself.
-- @year Year of date_start.
-- @type_of_violence 3 where civilians were targeted, 1 where a state or foreign force took part, else 2.
-- @side_a Initiators, separated by commas; NULL when no report names one.
-- @side_b Targets, separated by commas; Civilians in one-sided violence without a named target.
-- @number_of_sources Number of independent outlets that tell the event.
-- @source_article Address of the best report.
-- @source_office Outlet of the best report.
-- @source_date Day of its publication in UTC.
-- @source_headline Its headline.
-- @source_original The words of the best report, in Arabic as published.
-- @where_prec UCDP precision of the place: 1 exact, 2 near, 3 district, 4 governorate, 5 vague, 6 country, 7 sea or air.
-- @where_coordinates Name of the place that the point stands for.
-- @adm_1 Governorate in English.
-- @adm_2 District in English.
-- @geom_wkt Point as WKT, longitude first.
-- @country Country in English.
-- @country_iso2 Country as ISO 3166-1 alpha-2 code.
-- @event_clarity 1 when several independent outlets tell the event, 2 when one does.
-- @date_prec UCDP precision of the date: 1 exact day, 2 range of 2-6 days, 3 week, 4 month, 5 year.
-- @deaths_civilians Best estimate in one-sided violence, else NULL.
-- @deaths_unknown Best estimate in other violence, where reports seldom split the dead by side.
-- @best Best estimate of people killed, the lowest number where there is none.
-- @low Fewest people killed.
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
