"""`marsad gazetteer`: add places of one's own, and see which place a name stands for.

Formats and ranking are `transforms.gazetteer`'s, storing the warehouse's.
"""

import math
from pathlib import Path
from typing import Any

import click

from flows.commands.options import common, config_option, json_option, print_json, warehouse_option

_SHOWN_REJECTS = 5
_SHOWN_CANDIDATES = 10


@click.group()
def gazetteer() -> None:
    """Add places of your own and look names up."""


@gazetteer.command("import", no_args_is_help=True)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--country", metavar="CODE", default="", help="Country of rows that name none, ISO 3166-1 alpha-2.")
@common(warehouse_option, config_option, json_option)
def import_(files: tuple[str, ...], country: str, warehouse: str | None, config: str | None, as_json: bool) -> int:
    """Import places into the warehouse; extraction knows them from then on.

    Takes GeoNames country files (together with alternateNames for the Arabic names), OCHA COD-AB tables (CSV, GeoJSON),
    and plain CSV with name_ar, name_en, latitude, longitude, admin1; each also zipped.

    \b
    marsad gazetteer import syria_places.csv --country SY
    marsad gazetteer import SY.zip alternateNames/SY.zip
    """
    from flows.place_files import import_files
    from flows.settings import load_settings

    settings = load_settings(config, warehouse=warehouse)
    outcome = import_files([Path(file) for file in files], warehouse=settings.warehouse, country=country.upper())
    if as_json:
        print_json(
            {"places": outcome.n_places, "rejects": [str(row) for row in outcome.rejects], "files": outcome.files}
        )
    else:
        for row in outcome.rejects[:_SHOWN_REJECTS]:
            click.echo(f"refused {row.file}:{row.line}: {row.reason}: {row.detail}", err=True)
        more = len(outcome.rejects) - _SHOWN_REJECTS
        if more > 0:
            click.echo(f"refused {more} more rows; --json lists them", err=True)
        click.echo(f"{outcome.n_places} places imported, {len(outcome.rejects)} rows refused")
    return 0 if outcome.n_places else 1


@gazetteer.command(no_args_is_help=True)
@click.argument("name")
@common(warehouse_option, config_option, json_option)
def lookup(name: str, warehouse: str | None, config: str | None, as_json: bool) -> int:
    """Show the places that NAME can stand for, the likeliest first.

    Without other words to decide, the first one wins. Exit code 1 when no place has this name.

    \b
    marsad gazetteer lookup الموصل
    """
    from flows.place_files import full_gazetteer
    from flows.settings import load_settings

    settings = load_settings(config, warehouse=warehouse)
    found = full_gazetteer(settings.warehouse)
    candidates = found.lookup(name)
    if as_json:
        print_json([_as_dict(place) for place in candidates])
    elif not candidates:
        click.echo(f"no place is called {name}; `marsad gazetteer import FILE` adds places", err=True)
    for place in [] if as_json else candidates[:_SHOWN_CANDIDATES]:
        unit = found.admin1(place.admin1_pcode) if place.admin1_pcode else None
        where = ", ".join(filter(None, (unit.name_en if unit else "", place.country)))
        people = f", {place.population:,} people" if place.population else ""
        click.echo(f"{place.name_ar}  {place.name_en}  ({place.kind} in {where}{people})")
        click.echo(
            f"    {place.place_id}  {place.latitude:.4f}, {place.longitude:.4f}  {' · '.join(place.variants[:6])}"
        )
    return 0 if candidates else 1


def _as_dict(place: Any) -> dict[str, Any]:
    import dataclasses

    return {
        name: None if isinstance(value, float) and math.isnan(value) else value
        for name, value in dataclasses.asdict(place).items()
    }
