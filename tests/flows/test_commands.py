"""The command line: what it says, what it prints for programs, and how it ends."""

import json
import re
import subprocess
import sys

import click
import pytest

from flows.commands import cli
from flows.session import open_session
from flows.settings import load_settings
from warehouse.lock import WarehouseLock

COMMANDS = ("run", "ingest", "process", "extract", "report", "query", "explain", "check", "maintain", "serve", "init")


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Return a warehouse with the three articles, written once for the commands that only read."""
    import datetime as dt

    from flows.batches import build_batch, extract_batch
    from flows.linking import link_incidents
    from flows.sources.adapter import read_batches
    from tests.flows.conftest import SAMPLE_ARTICLES, write_lines
    from warehouse.extractions import store_extractions
    from warehouse.publish import publish

    folder = tmp_path_factory.mktemp("warehouse")
    source = write_lines(tmp_path_factory.mktemp("news") / "a.jsonl", SAMPLE_ARTICLES)
    settings = load_settings(environment={}, inputs=(str(source),), warehouse=str(folder), quiet=True)
    now = dt.datetime(2025, 2, 1, tzinfo=dt.UTC)
    with open_session(settings) as session:
        lake, run_id = session.lake, session.run_id
        for batch in read_batches(settings.sources):
            staged = build_batch(batch, folder=session.staging, run_id=run_id, fetched_at=now)
            with lake.transaction(run_id):
                lake.insert_new("articles", staged.table("articles"))
                lake.insert_new("sources", staged.table("sources"))
        for table in lake.unprocessed_articles("x"):
            staged = extract_batch(
                table, number=1, folder=session.staging, warehouse=folder, run_id=run_id, rejected_at=now
            )
            with lake.transaction(run_id):
                store_extractions(
                    lake,
                    staged.table("extractions"),
                    incidents=staged.table("incidents"),
                    rejects=staged.table("rejects"),
                )
        with lake.transaction(run_id):
            link_incidents(lake, run_id)
        publish(lake, folder)
    return folder


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name, call):
    code, out, _ = call(name, "--help")
    assert code == 0
    assert f"marsad {name}" in out


@pytest.mark.parametrize("name", ["import", "lookup"])
def test_the_gazetteer_commands_have_help_with_an_example(name, call):
    assert f"marsad gazetteer {name}" in call("gazetteer", name, "--help")[1]


def test_version_is_told(call):
    assert call("--version")[1].startswith("marsad ")


def test_every_option_is_described():
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        for parameter in command.params:
            assert not isinstance(parameter, click.Option) or parameter.help or parameter.name == "help", (
                name,
                parameter.name,
            )


def test_run_without_anything_to_read_says_what_to_do(tmp_path, monkeypatch, call):
    monkeypatch.chdir(tmp_path)
    code, _, err = call("run")
    assert code == 2
    assert "--input PATH" in err
    assert "marsad init" in err
    assert not list(tmp_path.iterdir())


def test_a_held_warehouse_has_its_own_exit_code(articles, tmp_path, call):
    program = (
        "import sys\nfrom pathlib import Path\nfrom warehouse.lock import WarehouseLock\n"
        f"with WarehouseLock(Path({str(tmp_path / 'w')!r}), run_id='other'):\n    print('held', flush=True)\n    sys.stdin.read()\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"held\n"
        code, _, err = call("ingest", "--input", articles, "--warehouse", tmp_path / "w")
        holder.stdin.close()
    assert code == 3
    assert "run other" in err


def test_a_wrong_option_is_a_usage_error(call):
    assert call("run", "--inputs", "x")[0] == 2


def test_query_without_a_database_says_how_to_make_one(tmp_path, call):
    code, _, err = call("query", "select 1", "--warehouse", tmp_path)
    assert code == 1
    assert "marsad run" in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        pytest.param("--json", '[\n  {\n    "n": 3,\n    "word": "خبر"\n  }\n]\n', id="json"),
        pytest.param("--csv", "n,word\n3,خبر\n", id="csv"),
    ],
)
def test_query_prints_for_programs(root, option, expected, call):
    statement = "select count(*) n, 'خبر' as word from articles"
    assert call("query", statement, option, "--warehouse", root)[1] == expected


def test_query_prints_a_table_for_people(root, call):
    out = call("query", "select distinct country, killed_best from incidents order by country", "--warehouse", root)[1]
    assert "country" in out
    assert "PS" in out
    assert "2 rows" in out


def test_query_can_change_nothing_and_shows_wrong_sql_plainly(root, call):
    assert call("query", "delete from incidents", "--warehouse", root)[0] == 1
    code, _, err = call("query", "select nothing from incidents", "--warehouse", root)
    assert code == 1
    assert "nothing" in err
    assert "Traceback" not in err


def test_explain_marks_the_words_of_each_field(root, call):
    incident_id = json.loads(
        call("query", "select incident_id from incidents where country = 'YE'", "--json", "--warehouse", root)[1]
    )[0]["incident_id"]
    code, out, _ = call("explain", incident_id, "--warehouse", root)
    assert code == 0
    assert re.search(r"\[[^]]*ثلاثة مدنيين[^[]*\]", out)
    assert "killed" in out
    marks = json.loads(call("explain", incident_id[:6], "--json", "--warehouse", root)[1])[0]["marks"]
    assert any(mark["kind"] == "toll" for mark in marks)


def test_explain_of_an_unknown_id_fails(root, call):
    assert call("explain", "ffff0000ffff", "--warehouse", root)[0] == 1
    assert call("explain", "ff", "--warehouse", root)[0] == 2


def test_check_passes_on_good_data_and_lists_each_rule(root, call):
    code, out, _ = call("check", "--json", "--warehouse", root)
    assert code == 0
    assert all(rule["passed"] for rule in json.loads(out))
    assert call("check", "--only", "no_such_rule", "--warehouse", root)[0] == 2


def test_report_needs_neither_lock_nor_prefect(root, tmp_path, call):
    with WarehouseLock(root.resolve(), run_id="other"):
        code, out, _ = call(
            "report", "--period", "month", "--until", "2025-01-31", "--output", tmp_path, "--warehouse", root
        )
    assert code == 0
    assert str(tmp_path / "month-2025-01-01" / "report.html") in out
    assert call("report", "--until", "yesterday", "--warehouse", root)[0] == 2


def test_imported_places_are_found_and_kept(tmp_path, call):
    table = tmp_path / "places.csv"
    table.write_text(
        "name_ar,name_en,latitude,longitude,country\nتل الاختبار,Test Village,35.5,37.5,SY\n", encoding="utf-8"
    )
    code, out, _ = call("gazetteer", "import", table, "--warehouse", tmp_path / "w")
    assert code == 0
    assert "1 places imported" in out
    code, out, _ = call("gazetteer", "lookup", "تل الاختبار", "--json", "--warehouse", tmp_path / "w")
    assert code == 0
    assert json.loads(out)[0]["name_en"] == "Test Village"
    assert call("gazetteer", "lookup", "لا مكان بهذا الاسم", "--warehouse", tmp_path / "w")[0] == 1


def test_importing_twice_adds_nothing_and_rows_of_one_place_are_counted_once(tmp_path, call):
    table = tmp_path / "places.csv"
    row = "تل الاختبار,35.5,37.5,SY\n"
    table.write_text(f"name_ar,latitude,longitude,country\n{row}{row}تل آخر,,,SY\n", encoding="utf-8")
    first = call("gazetteer", "import", table, "--warehouse", tmp_path / "w")[1]
    assert first == "1 places imported, 1 of them new, 1 doubled; 1 rows refused (bad_coordinates 1)\n"
    again = call("gazetteer", "import", table, "--warehouse", tmp_path / "w")[1]
    assert again.startswith("1 places imported, 0 of them new")
    assert len(list((tmp_path / "w" / "gazetteer").iterdir())) == 1


def test_files_of_one_name_in_one_import_are_kept_together(tmp_path, call):
    for folder, name in (("a", "تل الاختبار"), ("b", "خربة الاختبار")):
        (tmp_path / folder).mkdir()
        text = f"name_ar,latitude,longitude,country\n{name},35.5,37.5,SY\n"
        (tmp_path / folder / "places.csv").write_text(text, encoding="utf-8")
    files = [tmp_path / folder / "places.csv" for folder in ("a", "b")]
    assert "2 places imported, 2 of them new" in call("gazetteer", "import", *files, "--warehouse", tmp_path / "w")[1]
    one = call("gazetteer", "import", files[0], "--warehouse", tmp_path / "w")[1]
    assert "1 of an earlier file of the same name are gone" in one


def test_a_damaged_archive_of_places_says_so_and_stores_nothing(tmp_path, call):
    (tmp_path / "SY.zip").write_bytes(b"PK\x03\x04junk")
    code, _, err = call("gazetteer", "import", tmp_path / "SY.zip", "--warehouse", tmp_path / "w")
    assert code == 1
    assert "SY.zip: this zip cannot be opened" in err
    assert not (tmp_path / "w" / "gazetteer").exists()


def test_lookup_says_why_the_first_place_wins(tmp_path, call):
    code, out, _ = call("gazetteer", "lookup", "الموصل", "--warehouse", tmp_path / "w")
    assert code == 0
    assert re.search(r"^الموصل: \d places, the first wins by \d", out)
    assert re.search(r"1\. الموصل  Mosul  \(city in Ninewa, IQ\)  score .*\n +why  .*1,683,000 people", out)


def test_lookup_takes_a_country_into_account_and_english_names(tmp_path, call):
    def first(*arguments):
        found = json.loads(call("gazetteer", "lookup", *arguments, "--json", "--warehouse", tmp_path / "w")[1])[0]
        return found["country"], found["reasons"]

    assert first("الزهراء")[0] != "SY"
    country, reasons = first("الزهراء", "--country", "sy")
    assert country == "SY"
    assert "+4.0 the text speaks of SY" in reasons
    assert first("mosul")[0] == "IQ"


def test_imported_places_are_used_by_extract_and_run(tmp_path, call):
    table = tmp_path / "places.csv"
    table.write_text("name_ar,latitude,longitude,country\nتل الاختبار,35.5,37.5,SY\n", encoding="utf-8")
    record = {"id": "1", "published_at": "2024-05-15", "title": "", "source": "مثال", "url": "https://example.org/1"}
    record["text"] = "قتل مدنيان أمس بقصف مدفعي استهدف قرية تل الاختبار في سوريا."
    source = tmp_path / "news.jsonl"
    source.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    out = tmp_path / "out.jsonl"
    assert call("extract", source, "--output", out, "--warehouse", tmp_path / "w")[0] == 0
    assert json.loads(out.read_text(encoding="utf-8"))["latitude"] != 35.5
    assert call("gazetteer", "import", table, "--warehouse", tmp_path / "w")[0] == 0
    assert call("extract", source, "--output", out, "--warehouse", tmp_path / "w")[0] == 0
    assert json.loads(out.read_text(encoding="utf-8"))["latitude"] == 35.5
    assert call("run", "--input", source, "--warehouse", tmp_path / "w", "--workers", "1")[0] == 0
    rows = call("query", "--json", "select latitude from incidents", "--warehouse", tmp_path / "w")[1]
    assert [row["latitude"] for row in json.loads(rows)] == [35.5]


def test_a_schedule_that_is_no_cron_line_stops_at_once(articles, tmp_path, call):
    code, _, err = call("serve", "--cron", "every day", "--input", articles, "--warehouse", tmp_path / "w")
    assert code == 2
    assert "every day" in err


def test_run_shows_results_and_nothing_of_prefect(articles, tmp_path):
    command = [sys.executable, "-c", "from flows.commands import main; main()"]
    done = subprocess.run(
        [*command, "run", "--input", articles, "--warehouse", tmp_path / "w", "--workers", "1"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "3 new" in done.stdout
    assert "prefect" not in done.stdout.lower()
    assert str(tmp_path / "w" / "marsad.duckdb") in done.stdout
