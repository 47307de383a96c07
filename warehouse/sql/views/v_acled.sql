-- One row per event, with the 31 columns of an ACLED export in their order.
-- Codes are coarser than Marsad's own, as ACLED has them; actors are named as the registry names them.
-- @event_id_cnty Marsad's event_id, since ACLED gives its ids itself.
-- @event_date First local day on which the event can have happened.
-- @year Year of event_date.
-- @time_precision 1 exact day, 2 within a week, 3 within a month or longer.
-- @disorder_type ACLED disorder type.
-- @actor1 First initiator; NULL when no report names one.
-- @assoc_actor_1 Other initiators and supporters, separated by semicolons.
-- @inter1 ACLED actor type of actor1, in words.
-- @actor2 First target; NULL when no report names one.
-- @assoc_actor_2 Other targets, separated by semicolons.
-- @inter2 ACLED actor type of actor2, in words.
-- @interaction inter1 and inter2 joined by a hyphen.
-- @civilian_targeting "Civilian targeting" where civilians were the main or only target, else NULL.
-- @iso ISO 3166-1 numeric code of the country.
-- @region ACLED region of the country; NULL outside the regions that Marsad reads.
-- @country Country in English.
-- @admin1 Governorate in English.
-- @admin2 District in English.
-- @admin3 NULL: Marsad places events no closer than the district and the named place.
-- @location Named place, else the governorate, else the country.
-- @geo_precision 1 named place, 2 district or near a named place, 3 governorate or wider.
-- @source Outlets that tell the event, separated by semicolons.
-- @source_scale NULL: Marsad does not rate its outlets.
-- @notes The words of the best report, in Arabic as published.
-- @fatalities Most conservative report; "tens" count 10, "dozens" 12, "hundreds" 100; 0 when untold.
-- @tags NULL: ACLED's tags have no counterpart.
-- @timestamp Publication of the latest report in seconds since 1970.
with sides as (
    select
        *,
        [actor for actor in actors if actor.role = 'initiator'] as initiators,
        [actor for actor in actors if actor.role = 'target'] as targets,
        [actor for actor in actors if actor.role = 'support'] as supporters,
        [
            'State forces', 'Rebel group', 'Political militia', 'Identity militia',
            'Rioters', 'Protesters', 'Civilians', 'External/Other forces'
        ] as labels
    from events
    where merged_into is null
),

named as (
    select
        *,
        coalesce(initiators[1].name_en, initiators[1].name_ar, initiators[1].text) as actor1,
        list_aggregate(
            [coalesce(actor.name_en, actor.name_ar, actor.text) for actor in initiators[2:] || supporters], 'string_agg', '; '
        ) as assoc_actor_1,
        labels[initiators[1].type] as inter1,
        coalesce(targets[1].name_en, targets[1].name_ar, targets[1].text) as actor2,
        list_aggregate([coalesce(actor.name_en, actor.name_ar, actor.text) for actor in targets[2:]], 'string_agg', '; ')
            as assoc_actor_2,
        labels[targets[1].type] as inter2
    from sides
)

select
    named.event_id as event_id_cnty,
    named.date_start as event_date,
    year(named.date_start) as year,
    case when named.date_precision = 1 then 1 when named.date_precision <= 3 then 2 else 3 end as time_precision,
    event_types.disorder_type,
    named.event_type,
    named.sub_event_type,
    named.actor1,
    named.assoc_actor_1,
    named.inter1,
    named.actor2,
    named.assoc_actor_2,
    named.inter2,
    nullif(concat_ws('-', named.inter1, named.inter2), '') as interaction,
    case when named.civilian_targeting then 'Civilian targeting' end as civilian_targeting,
    countries.iso_numeric as iso,
    countries.acled_region as region,
    countries.name_en as country,
    named.admin1_name_en as admin1,
    named.admin2_name_en as admin2,
    null::varchar as admin3,
    coalesce(named.place_name_en, named.place_name_ar, named.admin1_name_en, countries.name_en) as location,
    named.latitude,
    named.longitude,
    case when named.where_precision = 1 then 1 when named.where_precision <= 3 then 2 else 3 end as geo_precision,
    acled.source,
    null::varchar as source_scale,
    acled.notes,
    coalesce(acled.fatalities, 0) as fatalities,
    null::varchar as tags,
    epoch(named.last_reported_at)::bigint as timestamp
from named
inner join event_types using (sub_event_type)
left join countries using (country)
left join counted.acled as acled using (event_id)
