"""`marsad gazetteer`: add places of one's own, and see which place a name stands for.

Formats and ranking are `transforms.gazetteer`'s, storing the warehouse's.
"""

import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from flows.commands.options import common, config_option, json_option, print_json, warehouse_option

if TYPE_CHECKING:
    from flows.place_files import Imported
    from transforms.gazetteer.build import Gazetteer
    from transforms.gazetteer.lookup import Ranked

_SHOWN_REJECTS = 5
_SHOWN_CANDIDATES = 10


@click.group()
def gazetteer() -> None:
    """Add places of your own and look names up.

    \b
    marsad gazetteer import villages.csv --country SY
    marsad gazetteer lookup الموصل
    """


@gazetteer.command("import", no_args_is_help=True)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--country", metavar="CODE", default="", help="Country of rows that name none, ISO 3166-1 alpha-2.")
@common(warehouse_option, config_option, json_option)
def import_(files: tuple[str, ...], country: str, warehouse: str | None, config: str | None, as_json: bool) -> int:
    """Import places into the warehouse; extraction knows them from then on.

    Takes GeoNames country files (together with alternateNames for the Arabic names), OCHA COD-AB tables (CSV, GeoJSON),
    and plain CSV with name_ar, latitude, longitude, better also name_en, admin1 and country; each also zipped. A file
    takes the place of an earlier one of its name, so that importing twice adds nothing. Exit code 1 when no row is a
    place.

    \b
    marsad gazetteer import villages.csv --country SY
    marsad gazetteer import yem_admin3.csv syr_admin3.geojson
    marsad gazetteer import SY.zip alternateNames/SY.zip
    """
    from flows.place_files import import_files
    from flows.settings import load_settings

    settings = load_settings(config, warehouse=warehouse)
    outcome = import_files([Path(file) for file in files], warehouse=settings.warehouse, country=country.upper())
    if as_json:
        rejects = [str(row) for row in outcome.rejects]
        print_json(
            {
                "places": outcome.n_places,
                "new": outcome.n_new,
                "doubled": outcome.n_doubled,
                "gone": outcome.n_gone,
                "rejects": rejects,
                "files": outcome.files,
            }
        )
    else:
        _tell(outcome)
    return 0 if outcome.n_places else 1


def _tell(outcome: "Imported") -> None:
    for row in outcome.rejects[:_SHOWN_REJECTS]:
        click.echo(f"refused {row.file}:{row.line}: {row.reason}: {row.detail}", err=True)
    more = len(outcome.rejects) - _SHOWN_REJECTS
    if more > 0:
        click.echo(f"refused {more} more rows; --json lists them", err=True)
    reasons = Counter(row.reason for row in outcome.rejects).most_common()
    refused = f" ({', '.join(f'{reason} {n}' for reason, n in reasons)})" if reasons else ""
    doubled = f", {outcome.n_doubled} doubled" if outcome.n_doubled else ""
    gone = f"; {outcome.n_gone} of an earlier file of the same name are gone" if outcome.n_gone else ""
    click.echo(
        f"{outcome.n_places} places imported, {outcome.n_new} of them new{doubled}{gone}; "
        f"{len(outcome.rejects)} rows refused{refused}"
    )


@gazetteer.command(no_args_is_help=True)
@click.argument("name")
@click.option("--country", metavar="CODE", default="", help="As in a text that names this country, ISO 3166-1 alpha-2.")
@common(warehouse_option, config_option, json_option)
def lookup(name: str, country: str, warehouse: str | None, config: str | None, as_json: bool) -> int:
    """Show the places that NAME can stand for, the likeliest first, and what speaks for each.

    Without other words to decide, the first one wins. An English name leads to the Arabic ones. Exit code 1 when no
    place has this name.

    \b
    marsad gazetteer lookup الموصل
    marsad gazetteer lookup الزهراء --country SY
    """
    from flows.place_files import full_gazetteer
    from flows.settings import load_settings
    from transforms.gazetteer.lookup import NO_CONTEXT, PlaceContext, named_in_english, rank

    settings = load_settings(config, warehouse=warehouse)
    found = full_gazetteer(settings.warehouse)
    context = PlaceContext(countries={country.upper(): 1.0}) if country else NO_CONTEXT
    names = [name] if found.lookup(name) else dict.fromkeys(place.name_ar for place in named_in_english(found, name))
    ranked = {known: rank(found, known, context=context) for known in names}
    if as_json:
        print_json([_as_dict(one) for candidates in ranked.values() for one in candidates])
    elif not ranked:
        click.echo(f"no place is called {name}; `marsad gazetteer import FILE` adds places", err=True)
    for known, candidates in ranked.items() if not as_json else ():
        _show(found, known, candidates)
    return 0 if ranked else 1


def _show(found: "Gazetteer", name: str, candidates: "Sequence[Ranked]") -> None:
    """Print the candidates of one name with their scores and the reasons."""
    from transforms.gazetteer.tables import BEHIND_PREPOSITION, read_stop_names
    from transforms.text.normalize import normalize_name

    lead = f", the first wins by {candidates[0].score - candidates[1].score:.1f}" if len(candidates) > 1 else ""
    click.echo(f"{name}: {len(candidates)} place{'s' * (len(candidates) > 1)}{lead}")
    if normalize_name(name) in found.needs_cue:
        easily = read_stop_names().get(normalize_name(name), "").endswith(BEHIND_PREPOSITION)
        cue = "a word for a place" + (" or behind في, ب or على" if easily else "")
        click.echo(f"also a common word or a person's name: it counts in a text only beside {cue}")
    for number, one in enumerate(candidates[:_SHOWN_CANDIDATES], 1):
        place = one.place
        unit = found.admin1(place.admin1_pcode) if place.admin1_pcode else None
        where = ", ".join(filter(None, (unit.name_en if unit else "", place.country)))
        click.echo(f"{number}. {place.name_ar}  {place.name_en}  ({place.kind} in {where})  score {one.score:.1f}")
        click.echo(f"     why  {'; '.join(one.reasons)}")
        click.echo(f"      id  {place.place_id}  at {place.latitude:.4f}, {place.longitude:.4f}")
        if place.variants:
            click.echo(f"    also  {' · '.join(place.variants[:6])}")
    if len(candidates) > _SHOWN_CANDIDATES:
        click.echo(f"and {len(candidates) - _SHOWN_CANDIDATES} more; --json lists them")


def _as_dict(candidate: "Ranked") -> dict[str, Any]:
    import dataclasses

    place = {
        name: None if isinstance(value, float) and math.isnan(value) else value
        for name, value in dataclasses.asdict(candidate.place).items()
    }
    return {**place, "score": round(candidate.score, 3), "reasons": candidate.reasons}
