"""The sources of a configuration are listed, checked, added and tried; the example configuration holds what it says."""

import importlib.resources
import json
import re

import pytest

from flows.settings import load_settings
from tests.flows.conftest import SAMPLE_ARTICLES, write_lines


@pytest.fixture
def config(tmp_path):
    write_lines(tmp_path / "a.jsonl", SAMPLE_ARTICLES)
    file = tmp_path / "marsad.toml"
    file.write_text('[[sources]]\nname = "a"\npath = "a.jsonl"\nschedule_group = "daily"\n', encoding="utf-8")
    return file


def test_a_source_is_added_listed_and_checked(call, config):
    assert (
        call("sources", "add", "b", "--kind", "rss", "--address", "https://b.example/feed", "--config", config)[0] == 0
    )
    code, out, _ = call("sources", "list", "--json", "--config", config)
    assert [(row["name"], row["kind"]) for row in json.loads(out)] == [("a", "file"), ("b", "rss")]
    assert call("sources", "check", "--config", config)[0] == code == 0


def test_a_source_whose_file_is_missing_is_found(call, config):
    call("sources", "add", "gone", "--kind", "file", "--path", "gone.jsonl", "--config", config)
    code, _, err = call("sources", "check", "--config", config)
    assert (code, "gone.jsonl does not exist" in err) == (1, True)


def test_a_name_is_given_once(call, config):
    assert call("sources", "add", "a", "--address", "https://b.example/feed", "--config", config)[0] == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--kind", "rs", "--address", "https://c.example/feed"), "use one of file"),
        (("--kind", "rss", "--address", "c.example/feed"), "begins with https://"),
        (("--kind", "rss"), "needs a name and path"),
        (("--kind", "rss", "--address", "https://c.example", "--country", "Syria"), "such as SY"),
        (("--kind", "rss", "--address", "https://c.example", "--time-zone", "Damascus"), "Asia/Damascus"),
    ],
)
def test_a_source_that_cannot_work_is_not_added(call, config, arguments, told):
    before = config.read_text(encoding="utf-8")
    code, _, err = call("sources", "add", "c", *arguments, "--config", config)
    assert (code, told in err, config.read_text(encoding="utf-8")) == (2, True, before)


def test_a_trial_shows_articles_and_stores_nothing(call, config, tmp_path):
    code, out, _ = call("sources", "test", "a", "--limit", "2", "--config", config)
    assert (code, out.count("characters"), "nothing was stored" in out) == (0, 2, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "marsad.toml"]


def test_an_unknown_name_is_an_error_that_names_the_known_ones(call, config):
    code, _, err = call("sources", "test", "nobody", "--config", config)
    assert (code, "the configuration has: a" in err) == (2, True)


def test_a_schedule_group_names_its_sources(config):
    assert [source.name for source in load_settings(str(config), names=("daily",)).sources] == ["a"]


def test_the_example_configuration_lists_feeds_of_the_whole_region(tmp_path):
    content = importlib.resources.files("flows").joinpath("data", "marsad.toml").read_text(encoding="utf-8")
    file = tmp_path / "marsad.toml"
    file.write_text(
        re.sub(r"(?m)^# (?=\[\[sources|[a-z_]+ = )", "", content).replace('plugin = "my_source.py"', 'path = "x"'),
        encoding="utf-8",
    )
    feeds = [source for source in load_settings(str(file)).sources if source.address]
    assert len(feeds) >= 20
    assert len({source.country for source in feeds}) >= 8
    assert all(source.lean and source.outlet and source.address.startswith("https://") for source in feeds)
