"""The contract of `incidents`, the columns that every other part agrees on, and its two nested types.

Meanings follow the codebook: ACLED names and actor types, UCDP date and place precision, low/best/high counts.
"""

import pyarrow as pa

from transforms.contracts.schema import DAY, FLAG, INTEGER, REAL, TEXT, Column, TableContract, required

ACTOR = pa.struct(
    [
        pa.field("role", TEXT),  # initiator | target | support | claimant
        pa.field("actor_id", TEXT),
        pa.field("name_ar", TEXT),
        pa.field("name_en", TEXT),
        pa.field("type", INTEGER),  # ACLED 1-8
        pa.field("text", TEXT),
        pa.field("start", INTEGER),
        pa.field("end", INTEGER),
    ]
)
CASUALTY = pa.struct(
    [
        pa.field("outcome", TEXT),  # killed | injured | abducted | detained | missing | displaced
        pa.field("group", TEXT),
        pa.field("low", INTEGER),
        pa.field("best", INTEGER),
        pa.field("high", INTEGER),
        pa.field("quantity", TEXT),  # exact | at_least | at_most | about | tens | dozens | hundreds | plural
        pa.field("attributed_to", TEXT),
        pa.field("text", TEXT),
        pa.field("start", INTEGER),
        pa.field("end", INTEGER),
    ]
)


def where_columns() -> tuple[Column, ...]:
    """Return the columns that tell the governorate and the district of a row."""
    return (
        Column(
            "country", TEXT, "Country where it happened as ISO 3166-1 alpha-2 code; NULL at sea outside any country."
        ),
        Column("admin1_name_ar", TEXT, "Governorate in Arabic."),
        Column("admin1_name_en", TEXT, "Governorate in English."),
        Column("admin1_pcode", TEXT, "Governorate as OCHA P-code, or ISO 3166-2 where OCHA has none."),
        Column("admin2_name_ar", TEXT, "District in Arabic."),
        Column("admin2_name_en", TEXT, "District in English."),
        Column("admin2_pcode", TEXT, "District as OCHA P-code."),
    )


def place_columns() -> tuple[Column, ...]:
    """Return the columns that tell the named place of a row and its point."""
    return (
        Column("place_id", TEXT, "Named place in the gazetteer; key of `places`; NULL for an unknown name."),
        Column("place_name_ar", TEXT, "Name of the place in Arabic as the gazetteer spells it."),
        Column("place_name_en", TEXT, "Name of the place in English."),
        Column("latitude", REAL, "Latitude of the place's point in degrees, WGS 84; never without `where_precision`."),
        Column(
            "longitude", REAL, "Longitude of the place's point in degrees, WGS 84; never without `where_precision`."
        ),
        Column(
            "where_precision",
            INTEGER,
            "UCDP where_prec: 1 exact place, 2 near a named place, 3 district, 4 governorate, "
            "5 several governorates or vague area, 6 country, 7 sea or air.",
        ),
    )


def toll_columns() -> tuple[Column, ...]:
    """Return low, best and high of each counted outcome, in people; NULL is unknown, NULL high is open above."""
    return tuple(
        Column(f"{outcome}_{bound}", INTEGER, f"{meaning} number of people {outcome}; {null}.")
        for outcome in ("killed", "injured", "abducted", "detained")
        for bound, meaning, null in (
            ("low", "Least", "NULL when the text gives none"),
            ("best", "Best-supported", "NULL when the text gives no number to rely on"),
            ("high", "Most", "NULL with a low is open above"),
        )
    )


INCIDENTS = TableContract(
    name="incidents",
    grain="One row per incident as told by one article.",
    key=("incident_id",),
    columns=(
        required(
            "incident_id", TEXT, "Content hash of the article and its trigger's place in the text: 16 hex digits."
        ),
        required("article_id", TEXT, "Article that tells the incident; key of `articles`."),
        required("event_type", TEXT, "ACLED event type, such as Battles."),
        required("sub_event_type", TEXT, "ACLED sub-event type, such as Armed clash; key of `event_types`."),
        required("salience", TEXT, "main for the article's news, background for an earlier incident it recalls."),
        required("date_start", DAY, "First local day on which the incident can have happened."),
        required(
            "date_end", DAY, "Last local day on which the incident can have happened; same as the first when exact."
        ),
        required(
            "date_precision", INTEGER, "UCDP date_prec: 1 exact day, 2 range of 2-6 days, 3 week, 4 month, 5 year."
        ),
        *where_columns(),
        Column("place_text", TEXT, "Name of the place as written in the article, without clitics."),
        *place_columns(),
        required(
            "actors",
            pa.list_(ACTOR),
            "Who took part: role (initiator, target, support, claimant), registry id, names, ACLED type 1-8, "
            "words in the article and their offsets; empty when the text names nobody.",
        ),
        required(
            "casualties",
            pa.list_(CASUALTY),
            "Each stated toll: outcome (killed, injured, abducted, detained, missing, displaced), group, "
            "low/best/high people, quantity, attributed to whom, words and their offsets; empty when none is stated.",
        ),
        *toll_columns(),
        Column("civilian_targeting", FLAG, "True when civilians were the main or only target; NULL when untold."),
        Column("weapon", TEXT, "Weapon by the codebook's list, such as airstrike or car bomb; NULL when untold."),
        Column("claimed_by", TEXT, "Actor that claimed the incident; key of `actors`, or the name as written."),
        required("evidence_text", TEXT, "The article's words that say it best, exactly as published."),
        Column(
            "evidence_start", INTEGER, "Offset in `articles.text` where the evidence starts; NULL when it is the title."
        ),
        Column("evidence_end", INTEGER, "Offset in `articles.text` behind the evidence's last character."),
        Column("trigger_text", TEXT, "The word or phrase that announced the incident, exactly as published."),
        Column(
            "trigger_start",
            INTEGER,
            "Offset in `articles.text` where the trigger starts; NULL when it is in the title.",
        ),
        Column("trigger_end", INTEGER, "Offset in `articles.text` behind the trigger's last character."),
        Column("confidence", REAL, "Measured chance (0-1) that the row is right: 0.8 is right four times in five."),
        required("rule_id", TEXT, "Rule that decided on the incident, for tracing a wrong row to its cause."),
        required("extractor_version", TEXT, "Version of the extractor's code and lexicons that wrote the row."),
        required("run_id", TEXT, "Run that wrote the row; key of `runs`."),
    ),
)
