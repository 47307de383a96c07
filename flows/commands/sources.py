"""`marsad sources`: the sources of the configuration listed, checked, added, and one of them tried.

Reading them into the lake is `marsad ingest`'s.
"""

from pathlib import Path
from typing import Any

import click

from flows.commands.options import common, config_option, json_option, print_json
from flows.errors import ConfigError
from flows.settings import CONFIG_FILE, Settings, load_settings
from flows.source_settings import STANDARD_INPUT, SourceSettings, read_source

_SHOWN = 5


@click.group()
def sources() -> None:
    """List, check, add and try the sources of marsad.toml.

    \b
    marsad sources list
    marsad sources add enab-baladi --kind rss --address https://www.enabbaladi.net/feed/ --country SY
    marsad sources test enab-baladi
    """


@sources.command("list")
@common(config_option, json_option)
def list_sources(config: str | None, as_json: bool) -> int:
    """List the sources with their kind and place.

    \b
    marsad sources list --json
    """
    settings = _configured(config)
    if as_json:
        print_json([_shown(source) for source in settings.sources])
        return 0
    for source in settings.sources:
        about = " ".join(word for word in (source.country, source.lean, source.schedule_group) if word)
        click.echo(f"{source.name:<24} {source.kind:<9} {source.location or source.plugin}  {about}".rstrip())
    return 0


@sources.command()
@common(config_option)
def check(config: str | None) -> int:
    """Check that every source has an adapter and that its files are there; nothing is fetched.

    Exit code 1 when a source cannot work.

    \b
    marsad sources check
    """
    faults = [(source.name, fault) for source in _configured(config).sources if (fault := _fault(source))]
    for name, fault in faults:
        click.echo(f"{name}: {fault}", err=True)
    click.echo(f"{len(_configured(config).sources)} sources, {len(faults)} with a fault")
    return 1 if faults else 0


@sources.command()
@click.argument("name")
@click.option("--kind", default="rss", show_default=True, help="Kind of source: rss, sitemap, page, urls, file, ...")
@click.option("--address", help="Address of the feed, sitemap or page.")
@click.option("--path", help="File or folder.")
@click.option("--outlet", help="Name of the outlet.")
@click.option("--country", help="Country of the outlet, ISO 3166-1 alpha-2.")
@click.option("--lean", help="Whose side the outlet is on, in a word.")
@click.option("--time-zone", help="Zone of times without one, such as Asia/Damascus.")
@click.option("--group", "schedule_group", help="Sources that are read together: marsad ingest GROUP.")
@common(config_option)
def add(name: str, config: str | None, **given: str | None) -> int:
    """Add a source called NAME at the end of the configuration.

    \b
    marsad sources add pages --kind file --path data/pages --outlet "عنب بلدي"
    """
    from flows.sources.adapter import find_adapter

    file = Path(config or CONFIG_FILE)
    entry = {"name": name, **{key: value for key, value in given.items() if value}}
    source = read_source(entry, f"source {name}", file.parent)
    find_adapter(source.kind, plugin=source.plugin)
    if file.exists() and any(source.name == name for source in load_settings(str(file)).sources):
        raise ConfigError(f"{file} has a source called {name!r} already; choose another name")
    table = "\n[[sources]]\n" + "".join(f"{key} = {_quoted(value)}\n" for key, value in entry.items())
    with file.open("a", encoding="utf-8") as target:
        target.write(table)
    click.echo(f"{name} added to {file}; try it: marsad sources test {name}")
    return 0


@sources.command()
@click.argument("name")
@click.option("--limit", default=_SHOWN, show_default=True, help="Records to show.")
@common(config_option, json_option)
def test(name: str, limit: int, config: str | None, as_json: bool) -> int:
    """Fetch a few records of source NAME and show what would be stored; nothing is.

    \b
    marsad sources test enab-baladi --limit 3
    """
    from flows.source_trial import try_source

    (source, *_) = load_settings(config, names=(name,)).sources
    trial = try_source(source, limit=limit)
    if as_json:
        print_json({"articles": trial.articles, "rejects": trial.rejects})
    else:
        _show_trial(trial.articles, trial.rejects)
    return 0 if trial.articles else 1


def _show_trial(articles: list[dict[str, Any]], rejects: list[dict[str, Any]]) -> None:
    for row in articles:
        dated = f"{row['published_at']} ({row['published_precision']}, {row['published_basis']})"
        click.echo(f"{row['title'] or '(no title)'}\n  {row['source_id']}  {dated}  {row['n_chars']} characters")
        click.echo(f"  {row['canonical_url'] or row['source_article_id'] or ''}\n  {row['text'][:160]!r}\n")
    for row in rejects:
        click.echo(f"refused {row['locator']}: {row['reason']}: {row['detail']}", err=True)
    click.echo(f"{len(articles)} articles, {len(rejects)} refused; nothing was stored")


def _configured(config: str | None) -> Settings:
    settings = load_settings(config)
    if not settings.sources:
        raise ConfigError("the configuration has no sources; `marsad init` writes one with examples to uncomment")
    return settings


def _fault(source: SourceSettings) -> str | None:
    """Return why a source cannot work, None when nothing speaks against it."""
    from flows.sources.adapter import find_adapter

    try:
        find_adapter(source.kind, plugin=source.plugin)
    except ConfigError as error:
        return str(error)
    path = source.path
    if path and "://" not in path and path != STANDARD_INPUT and not Path(path).exists():
        return f"{path} does not exist"
    return None


def _shown(source: SourceSettings) -> dict[str, Any]:
    return {name: getattr(source, name) for name in SourceSettings.__dataclass_fields__}


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
