import re

import pytest

from flows.settings import ConfigError, load_settings

SOURCE = '[[sources]]\nname = "a"\npath = "news"\n'


def config(tmp_path, content):
    path = tmp_path / "marsad.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_options_win_over_environment_over_file(tmp_path):
    path = config(tmp_path, "workers = 3\nbatch_size = 10\nperiod = 'month'\n")
    environment = {"MARSAD_WORKERS": "5", "MARSAD_BATCH_SIZE": "20"}
    settings = load_settings(path, environment=environment, workers=7)
    assert (settings.workers, settings.batch_size, settings.period) == (7, 20, "month")


def test_paths_in_the_file_are_relative_to_it(tmp_path):
    settings = load_settings(config(tmp_path, "warehouse = 'w'\n" + SOURCE), environment={})
    assert settings.warehouse == tmp_path / "w"
    assert settings.sources[0].path == str(tmp_path / "news")


def test_inputs_take_the_place_of_configured_sources(tmp_path):
    settings = load_settings(config(tmp_path, SOURCE), environment={}, inputs=(str(tmp_path),))
    assert [source.path for source in settings.sources] == [str(tmp_path)]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param("worker = 2", "did you mean 'workers'", id="unknown key"),
        pytest.param("workers = 0", "from 1 to 512", id="number out of range"),
        pytest.param("workers = 'two'", "whole number", id="no number"),
        pytest.param("period = 'year'", "none of day, week", id="unknown period"),
        pytest.param("workers = ", "not valid TOML", id="no toml"),
        pytest.param("[[sources]]\nname = 'a'", "name and path", id="source without path"),
        pytest.param(SOURCE + "time_zone = 'Mars/Olympus'", "Mars/Olympus", id="unknown zone"),
        pytest.param(SOURCE + "country = 'Syria'", "alpha-2", id="no country code"),
        pytest.param("sources = 3", "[[sources]]", id="sources no tables"),
    ],
)
def test_bad_configuration_stops_at_once_and_says_what_to_do(tmp_path, content, told):
    with pytest.raises(ConfigError, match=r"(?s).*") as error:
        load_settings(config(tmp_path, content), environment={})
    assert told in str(error.value)


def test_a_missing_input_is_named(tmp_path):
    with pytest.raises(ConfigError, match="does not exist"):
        load_settings(environment={}, inputs=(str(tmp_path / "nothing"),))


def test_the_written_configuration_is_valid_with_all_its_examples(tmp_path, call):
    target = tmp_path / "marsad.toml"
    code, _, _ = call("init", "--output", target)
    assert code == 0
    lines = target.read_text(encoding="utf-8").splitlines()
    bare = (line.removeprefix("# ") for line in lines)
    examples = [line for line in bare if re.match(r"\w+ = \S", line) or line == "[[sources]]"]
    used = config(
        tmp_path,
        "\n".join(line for line in examples if not line.startswith('kind = "file" reads') and "module:" not in line),
    )
    assert len(load_settings(used, environment={}).sources) >= 22
    assert call("init", "--output", target)[0] == 2
