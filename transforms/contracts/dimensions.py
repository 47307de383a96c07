"""The contracts of the dimensions: outlets, places, actors, countries and the codebook's event types.

Their rows come from configuration, the gazetteer, the actor registry, `countries` and `event_types`.
"""

import pyarrow as pa

from transforms.contracts.schema import DAY, INTEGER, REAL, TEXT, TEXTS, Column, TableContract, required

SOURCES = TableContract(
    name="sources",
    grain="One row per outlet.",
    key=("source_id",),
    columns=(
        required("source_id", TEXT, "Short name of the outlet, as configured or as given in the records."),
        required("name", TEXT, "Name of the outlet as shown to readers."),
        Column("kind", TEXT, "How it is read: file, rss, sitemap, page, warc, telegram or other."),
        Column("address", TEXT, "Address or path that it is read from."),
        Column("country", TEXT, "Country of the outlet as ISO 3166-1 alpha-2 code."),
        Column("lean", TEXT, "Whose side the outlet is on, in a word; NULL when unknown or independent."),
        Column("language", TEXT, "Main language of the outlet as ISO 639-1 code."),
        Column("time_zone", TEXT, "IANA time zone in which the outlet writes its times."),
        Column("schedule_group", TEXT, "Group of outlets that are read together on a schedule."),
    ),
)

PLACES = TableContract(
    name="places",
    grain="One row per place in the gazetteer.",
    key=("place_id",),
    columns=(
        required("place_id", TEXT, "Id of the place: its P-code, ISO code, GeoNames id or an id of our own."),
        required("name_ar", TEXT, "Usual name in Arabic."),
        Column("name_en", TEXT, "Usual name in English."),
        required("variants", TEXTS, "Other Arabic spellings and names; empty when there is none."),
        required(
            "kind", TEXT, "Kind of place: country, admin1, admin2, city, town, village, camp, crossing, road or other."
        ),
        Column("country", TEXT, "Country as ISO 3166-1 alpha-2 code; NULL for seas and regions across countries."),
        Column("admin1_pcode", TEXT, "Governorate as OCHA P-code or ISO 3166-2."),
        Column("admin2_pcode", TEXT, "District as OCHA P-code."),
        Column("latitude", REAL, "Latitude of the place's point in degrees, WGS 84."),
        Column("longitude", REAL, "Longitude of the place's point in degrees, WGS 84."),
        Column("population", INTEGER, "Inhabitants, rounded; NULL when unknown."),
    ),
)

ACTORS = TableContract(
    name="actors",
    grain="One row per actor in the registry.",
    key=("actor_id",),
    columns=(
        required("actor_id", TEXT, "Id of the actor in the registry."),
        required("name_ar", TEXT, "Usual name in Arabic."),
        Column("name_en", TEXT, "Usual name in English."),
        required("aliases", TEXTS, "Other Arabic names, partisan ones included; empty when there is none."),
        Column("type", INTEGER, "ACLED actor type 1-8 at home; abroad, state forces count as 8."),
        Column("country", TEXT, "Home country as ISO 3166-1 alpha-2 code."),
        Column("valid_from_date", DAY, "First day on which the actor existed under this name."),
        Column("valid_to_date", DAY, "Last day on which the actor existed under this name; NULL while it does."),
    ),
)

EVENT_TYPES = TableContract(
    name="event_types",
    grain="One row per sub-event type of the codebook.",
    key=("sub_event_type",),
    columns=(
        required("sub_event_type", TEXT, "ACLED sub-event type."),
        required("event_type", TEXT, "ACLED event type that the sub-event type belongs to."),
        required("disorder_type", TEXT, "ACLED disorder type."),
        required("sub_event_type_ar", TEXT, "Sub-event type in Arabic, for reports."),
        required("event_type_ar", TEXT, "Event type in Arabic, for reports."),
        Column("plover", TEXT, "PLOVER event with its modes; NULL where PLOVER has none."),
        required(
            "ucdp_violence",
            pa.list_(INTEGER),
            "UCDP types of violence it can be: 1 state-based, 2 non-state, 3 one-sided; empty where UCDP has none.",
        ),
    ),
)

COUNTRIES = TableContract(
    name="countries",
    grain="One row per country of ISO 3166-1.",
    key=("country",),
    columns=(
        required("country", TEXT, "ISO 3166-1 alpha-2 code."),
        required("iso3", TEXT, "ISO 3166-1 alpha-3 code."),
        required("iso_numeric", INTEGER, "ISO 3166-1 numeric code."),
        required("name_en", TEXT, "Name in English as ACLED writes it."),
        Column("acled_region", TEXT, "Region by ACLED; NULL outside the regions that Marsad reads."),
    ),
)
