"""The contracts: complete, described, true to the codebook; conform() refuses whatever deviates."""

import datetime as dt

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.contracts.conform import conform
from transforms.contracts.countries import UnknownCountryError, countries_table, country_code
from transforms.contracts.errors import ContractError, MarsadError
from transforms.contracts.event_types import EVENT_TYPE_OF, EVENT_TYPES, event_types_table
from transforms.contracts.ids import content_id
from transforms.contracts.schema import TEXT, Column, TableContract, required
from transforms.contracts.tables import TABLES

INCIDENT_COLUMNS = """
    incident_id article_id event_type sub_event_type salience date_start date_end date_precision country admin1_name_ar admin1_name_en
    admin1_pcode admin2_name_ar admin2_name_en admin2_pcode place_text place_id place_name_ar place_name_en latitude longitude where_precision
    actors casualties killed_low killed_best killed_high injured_low injured_best injured_high abducted_low abducted_best abducted_high
    detained_low detained_best detained_high civilian_targeting weapon claimed_by evidence_text evidence_start evidence_end trigger_text
    trigger_start trigger_end confidence rule_id extractor_version run_id
""".split()

PETS = TableContract(
    name="pets",
    grain="One row per pet.",
    key=("pet_id",),
    columns=(
        required("pet_id", TEXT, "Id of the pet."),
        Column("born_date", pa.date32(), "Birthday."),
        required("names", pa.list_(pa.struct([pa.field("text", TEXT), pa.field("n", pa.int32())])), "Names of the pet."),
    ),
)  # fmt: skip


def pet(**values):
    return {"pet_id": "a", "born_date": None, "names": []} | values


@pytest.mark.parametrize("contract", TABLES.values(), ids=TABLES)
def test_every_column_is_described_in_a_sentence(contract):
    assert contract.grain.startswith("One row per ")
    for column in contract.columns:
        assert len(column.description) > 10
        assert column.description.endswith(".")
        assert contract.schema.field(column.name).metadata[b"description"].decode() == column.description


@pytest.mark.parametrize("contract", TABLES.values(), ids=TABLES)
def test_key_columns_exist_and_are_required(contract):
    columns = {column.name: column for column in contract.columns}
    assert contract.key
    assert not any(columns[name].nullable for name in contract.key)
    assert len(columns) == len(contract.columns)


@pytest.mark.parametrize("contract", TABLES.values(), ids=TABLES)
def test_an_empty_table_conforms(contract):
    assert conform([], contract).schema.equals(contract.schema)


def test_incidents_have_the_agreed_columns_in_order():
    assert TABLES["incidents"].names == tuple(INCIDENT_COLUMNS)


def test_one_name_has_one_type_in_every_table():
    types = {}
    for contract in TABLES.values():
        for column in contract.columns:
            if column.name not in {"casualties", "type"}:
                assert types.setdefault(column.name, column.type) == column.type, column.name


def test_rows_conform_whatever_the_order_of_their_columns():
    rows = [dict(reversed(pet(pet_id=name).items())) for name in "ab"]
    assert conform(rows, PETS).column_names == ["pet_id", "born_date", "names"]


def test_names_that_engines_give_to_list_items_do_not_matter():
    inner = pa.struct([pa.field("text", TEXT), pa.field("n", pa.int32())])
    names = pa.array([[{"text": "x", "n": 1}]], pa.list_(pa.field("l", inner)))
    table = pa.table({"pet_id": ["a"], "born_date": pa.array([None], pa.date32()), "names": names})
    assert conform(table, PETS).schema.equals(PETS.schema)


FAULTS = {
    "missing column": ([{"pet_id": "a", "names": []}], "missing columns born_date"),
    "unknown column": ([pet(age=3)], "unknown columns age"),
    "text for a day": ([pet(born_date="2024-01-01")], "column born_date wants date32"),
    "null in a required column": ([pet(names=None)], "column names is NULL"),
    "null in the key": ([pet(pet_id=None)], "column pet_id is NULL"),
    "doubled key": ([pet(), pet(), pet(pet_id="b")], "key pet_id is not unique"),
    "wrong nested type": ([pet(names=[{"text": "x", "n": "many"}])], "column names wants list"),
}


@pytest.mark.parametrize(("rows", "fault"), FAULTS.values(), ids=FAULTS)
def test_a_deviation_is_refused(rows, fault):
    with pytest.raises(ContractError) as caught:
        conform(rows, PETS)
    message = str(caught.value)
    assert message.startswith("table pets: ")
    assert fault in message
    assert "Nothing was written" in message


def test_the_refusal_counts_and_shows_a_sample():
    with pytest.raises(ContractError, match=r"2 found; sample: .*'pet_id': 'b'"):
        conform([pet(), pet(pet_id="b", names=None), pet(pet_id="c", names=None)], PETS)


def test_an_arrow_column_of_another_type_is_refused():
    table = conform([pet()], PETS).set_column(0, "pet_id", pa.array([1], pa.int64()))
    with pytest.raises(ContractError, match="column pet_id is int64, wants string"):
        conform(table, PETS)


def test_a_local_timestamp_is_refused():
    runs = TABLES["runs"]
    row = dict.fromkeys(runs.names) | {
        "run_id": "r", "flow": "ingest", "stage": "read", "status": "running", "marsad_version": "0", "started_at": dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
    }  # fmt: skip
    table = conform([row], runs)
    naive = table.set_column(3, "started_at", pa.array([0], pa.timestamp("us")))
    with pytest.raises(ContractError, match="started_at"):
        conform(naive, runs)


def test_contract_errors_are_marsad_errors():
    assert issubclass(ContractError, MarsadError)


@given(st.lists(st.text(min_size=1), unique=True, max_size=20), st.randoms())
def test_row_order_does_not_change_the_rows(ids, random):
    rows = [pet(pet_id=name) for name in ids]
    shuffled = random.sample(rows, len(rows))
    assert sorted(map(str, conform(rows, PETS).to_pylist())) == sorted(map(str, conform(shuffled, PETS).to_pylist()))


@given(st.lists(st.text().filter(lambda text: "\x1f" not in text), min_size=1))
def test_ids_are_sixteen_hex_digits_and_stable(parts):
    assert content_id(*parts) == content_id(*parts)
    assert len(content_id(*parts)) == 16
    assert int(content_id(*parts), 16) >= 0


def test_ids_depend_on_where_one_part_ends():
    assert content_id("ab", "c") != content_id("a", "bc")
    assert content_id("a", None) == content_id("a", "")


def test_the_codebook_has_25_sub_event_types():
    assert event_types_table().num_rows == 25
    assert len(EVENT_TYPE_OF) == 25
    assert {row["event_type"] for row in EVENT_TYPES} == {
        "Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Riots", "Strategic developments",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sub_event_type", "disorder_type", "violence"),
    [
        ("Armed clash", "Political violence", [1, 2]),
        ("Suicide bomb", "Political violence", [1, 3]),
        ("Attack", "Political violence", [3]),
        ("Peaceful protest", "Demonstrations", []),
        ("Mob violence", "Political violence", []),
        ("Excessive force against protesters", "Political violence; Demonstrations", [3]),
        ("Arrests", "Strategic developments", []),
    ],
)
def test_crosswalks_follow_acled_and_ucdp(sub_event_type, disorder_type, violence):
    row = next(row for row in EVENT_TYPES if row["sub_event_type"] == sub_event_type)
    assert row["disorder_type"] == disorder_type
    assert row["ucdp_violence"] == violence


def test_countries_have_numeric_codes_and_acled_regions():
    rows = {row["country"]: row for row in countries_table().to_pylist()}
    assert (rows["IQ"]["iso_numeric"], rows["IQ"]["acled_region"]) == (368, "Middle East")
    assert (rows["SD"]["iso_numeric"], rows["SD"]["acled_region"]) == (729, "Northern Africa")
    assert rows["PS"]["name_en"] == "Palestine"


@pytest.mark.parametrize("text", ["IQ", "iq", "irq", "Iraq", " iraq "])
def test_a_country_is_known_by_codes_and_name(text):
    assert country_code(text) == "IQ"


@pytest.mark.parametrize("text", ["XX", "../../etc", "Iraqq"])
def test_what_is_no_country_is_refused_with_a_hint(text):
    with pytest.raises(UnknownCountryError, match="ISO 3166-1"):
        country_code(text)
