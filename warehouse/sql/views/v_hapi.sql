-- One row per month x country x governorate x district x kind of event, in the manner of HDX HAPI's conflict events.
-- The kinds overlap, as HAPI's do: a bombing of civilians is political violence and civilian targeting; never add them up.
-- Only months and places with an event have a row; fatalities are as conservative as those of v_acled.
-- @location_code ISO 3166-1 alpha-3 code of the country.
-- @location_name Country in English.
-- @admin1_code Governorate as OCHA P-code; NULL where the events are placed no closer than the country.
-- @admin1_name Governorate in English.
-- @admin2_code District as OCHA P-code; NULL where the events are placed no closer than the governorate.
-- @admin2_name District in English.
-- @admin_level Closest unit of the row: 0 country, 1 governorate, 2 district.
-- @event_type political_violence, civilian_targeting or demonstration.
-- @events Number of events.
-- @fatalities Number of people killed, by the most conservative report of each event; NULL for demonstrations.
-- @reference_period_start First day of the month.
-- @reference_period_end Last day of the month.
with kinds as (
    select
        events.date_start,
        events.country,
        events.admin1_pcode,
        events.admin1_name_en,
        events.admin2_pcode,
        events.admin2_name_en,
        coalesce(acled.fatalities, 0) as fatalities,
        unnest(
            list_filter(
                [
                    case when contains(event_types.disorder_type, 'Political violence') then 'political_violence' end,
                    case
                        when events.civilian_targeting and contains(event_types.disorder_type, 'Political violence')
                            then 'civilian_targeting'
                    end,
                    case when contains(event_types.disorder_type, 'Demonstrations') then 'demonstration' end
                ],
                lambda kind: kind is not null
            )
        ) as event_type
    from events
    inner join event_types using (sub_event_type)
    left join counted.acled as acled using (event_id)
    where events.merged_into is null and events.date_precision <= 4
),

months as (
    select
        date_trunc('month', date_start)::date as month,
        country,
        admin1_pcode,
        any_value(admin1_name_en) as admin1_name_en,
        admin2_pcode,
        any_value(admin2_name_en) as admin2_name_en,
        event_type,
        count(*) as n_events,
        sum(fatalities)::bigint as fatalities
    from kinds
    group by month, country, admin1_pcode, admin2_pcode, event_type
)

select
    countries.iso3 as location_code,
    countries.name_en as location_name,
    months.admin1_pcode as admin1_code,
    months.admin1_name_en as admin1_name,
    months.admin2_pcode as admin2_code,
    months.admin2_name_en as admin2_name,
    case when months.admin2_pcode is not null then 2 when months.admin1_pcode is not null then 1 else 0 end as admin_level,
    months.event_type,
    months.n_events as events,
    case when months.event_type <> 'demonstration' then months.fatalities end as fatalities,
    months.month as reference_period_start,
    last_day(months.month) as reference_period_end
from months
inner join countries using (country)
