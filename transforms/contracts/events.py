"""The contracts of `events` and their membership.

An event is an incident in the world, merged over the articles that tell it; its fields are its members' consensus.
"""

import pyarrow as pa

from transforms.contracts.incidents import ACTOR, place_columns, toll_columns, where_columns
from transforms.contracts.schema import DAY, FLAG, INSTANT, INTEGER, REAL, TEXT, Column, TableContract, required

GROUP_TOLL = pa.struct(
    [
        pa.field("outcome", TEXT),
        pa.field("group", TEXT),
        pa.field("low", INTEGER),
        pa.field("best", INTEGER),
        pa.field("high", INTEGER),
    ]
)
CLAIM = pa.struct([pa.field("field", TEXT), pa.field("value", TEXT), pa.field("incident_id", TEXT)])

EVENTS = TableContract(
    name="events",
    grain="One row per incident in the world, merged over the articles that tell it.",
    key=("event_id",),
    columns=(
        required("event_id", TEXT, "Id born with the event's first member; never changes when members join."),
        Column("merged_into", TEXT, "Event into which this one was merged; NULL for a living event."),
        required("event_type", TEXT, "ACLED event type, such as Battles."),
        required("sub_event_type", TEXT, "ACLED sub-event type, such as Armed clash; key of `event_types`."),
        required("date_start", DAY, "First local day on which the event can have happened."),
        required("date_end", DAY, "Last local day on which the event can have happened."),
        required("date_precision", INTEGER, "UCDP date_prec of the agreed date: 1 exact day to 5 year."),
        *where_columns(),
        *place_columns(),
        required(
            "actors", pa.list_(ACTOR), "Actors over all reports, one row per role and actor; words from one report."
        ),
        required(
            "casualties", pa.list_(GROUP_TOLL), "Tolls by outcome and group of people, low/best/high over all reports."
        ),
        *toll_columns(),
        Column("civilian_targeting", FLAG, "True when any report says that civilians were the main or only target."),
        Column("weapon", TEXT, "Weapon by the best report that names one; NULL when none does."),
        Column("claimed_by", TEXT, "Actor that claimed the event; key of `actors`, or the name as written."),
        required("best_incident_id", TEXT, "Member with the most precise and confident telling; key of `incidents`."),
        Column("confidence", REAL, "Chance (0-1) that the event is real: the highest confidence among its members."),
        required("n_reports", INTEGER, "Number of articles that tell the event."),
        required("n_sources", INTEGER, "Number of independent outlets that tell the event, reprints collapsed."),
        Column(
            "evidence_grade",
            TEXT,
            "A several independent sources agree, B several differ, C one source, D background only.",
        ),
        Column("first_reported_at", INSTANT, "Publication of the earliest report, in UTC."),
        Column("last_reported_at", INSTANT, "Publication of the latest report, in UTC."),
        required("contested", pa.list_(CLAIM), "Fields on which reports differ, with each claim's value and incident."),
        required("run_id", TEXT, "Run that wrote the row; key of `runs`."),
    ),
)

EVENT_INCIDENTS = TableContract(
    name="event_incidents",
    grain="One row per incident's membership in an event.",
    key=("event_id", "incident_id"),
    columns=(
        required("event_id", TEXT, "Event; key of `events`."),
        required("incident_id", TEXT, "Member; key of `incidents`."),
        Column("score", REAL, "Strength of the link (0-1) when the member joined; 1 for a founding member."),
        required("reason", TEXT, "Why the member belongs: the rule or the features that decided."),
        Column(
            "told_sha256", TEXT, "SHA-256 of what the incident told when it was linked; when it differs, link it anew."
        ),
        required("run_id", TEXT, "Run that wrote the row; key of `runs`."),
    ),
)
