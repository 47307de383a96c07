"""Articles of a group of batches into the lake: new ones in their cluster of copies, edited ones with a new version.

The statements are the warehouse's, the decision what is a copy is `transforms.articles.near_duplicates`'.
"""

import dataclasses
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from transforms.articles.near_duplicates import Placed, Told, place_articles, publication_order
from transforms.contracts.tables import TABLES
from warehouse.articles import add_bands, find_near, read_texts, replace_bands, store_edits, unknown_articles
from warehouse.lake import Lake

TEXTS_AT_ONCE = 4000
"""Texts of the lake, and of the new articles, that are compared at a time."""


@dataclasses.dataclass(frozen=True, slots=True)
class Stored:
    """How many articles are new, and how many were edited."""

    n_new: int = 0
    n_edited: int = 0


def store_article_rows(lake: Lake, articles: pa.Table, bands: pa.Table) -> Stored:
    """Store rows of `articles` inside the open transaction, in their order; `bands` are those of all of them.

    An id may come several times: with another text it is an edit, with the same one it is known already.
    """
    n_new = n_edited = 0
    for rows, row_bands in _rounds(articles, bands):
        edited = store_edits(lake, rows)
        replace_bands(lake, _bands_of(edited, rows, row_bands))
        n_edited += edited.num_rows
        unknown = unknown_articles(lake, rows)
        if unknown.num_rows:
            n_new += _store_new(lake, unknown, _bands_of(unknown, rows, row_bands))
    return Stored(n_new, n_edited)


def _store_new(lake: Lake, unknown: pa.Table, bands: pa.Table) -> int:
    placed = {place.article_id: place for place in _places(lake, unknown, bands)}
    n_new = lake.insert_new("articles", _with_places(unknown, placed))
    add_bands(lake, bands)
    return n_new


def _places(lake: Lake, unknown: pa.Table, bands: pa.Table) -> list[Placed]:
    """Return the cluster of each new article, found against the lake and among the new ones.

    They are placed in the order of publication; of the lake's texts some thousands are in memory at a time.
    """
    candidates: dict[str, list[str]] = {}
    for pair in find_near(lake, bands, unknown).to_pylist():
        candidates.setdefault(pair["article_id"], []).append(pair["candidate_id"])
    columns = unknown.select(["article_id", "text", "published_at"])
    rows = {row: place for place, row in enumerate(columns.column("article_id").to_pylist())}
    placed: dict[str, Placed] = {}
    for names, stored in _portions(columns, candidates, rows.keys()):
        earlier = {name for own in names for name in candidates.get(own, ()) if name in placed}
        known = {told.article_id: told for told in _told(columns, rows, [*earlier, *names], placed)}
        known |= {row["article_id"]: Told(**row) for row in (read_texts(lake, stored) if stored else [])}
        found = place_articles([known[name] for name in names], candidates, known)
        placed |= {place.article_id: place for place in found}
    return list(placed.values())


def _portions(
    columns: pa.Table, candidates: Mapping[str, Sequence[str]], new: Collection[str]
) -> Iterator[tuple[list[str], list[str]]]:
    """Yield new articles in the order of publication with the articles of the lake that they are compared with."""
    names: list[str] = []
    stored: dict[str, None] = {}
    keys = zip(columns.column("published_at").to_pylist(), columns.column("article_id").to_pylist(), strict=True)
    for _, name in sorted(keys, key=lambda key: publication_order(*key)):
        names.append(name)
        stored |= dict.fromkeys(near for near in candidates.get(name, ()) if near not in new)
        if len(stored) >= TEXTS_AT_ONCE or len(names) >= TEXTS_AT_ONCE:
            yield names, sorted(stored)
            names, stored = [], {}
    if names:
        yield names, sorted(stored)


def _told(
    columns: pa.Table, rows: Mapping[str, int], names: Sequence[str], placed: Mapping[str, Placed]
) -> Iterator[Told]:
    for row in columns.take(pa.array([rows[name] for name in names], pa.int64())).to_pylist():
        before = placed.get(row["article_id"])
        yield Told(root=before.cluster_id if before else row["article_id"], **row)


def _with_places(articles: pa.Table, placed: dict[str, Placed]) -> pa.Table:
    ids = articles.column("article_id").to_pylist()
    columns: dict[str, list[Any]] = {
        "duplicate_of": [placed[article_id].duplicate_of for article_id in ids],
        "cluster_id": [placed[article_id].cluster_id for article_id in ids],
    }
    for name, values in columns.items():
        place = articles.schema.get_field_index(name)
        articles = articles.set_column(place, TABLES["articles"].schema.field(name), pa.array(values, pa.string()))
    return articles


def _rounds(articles: pa.Table, bands: pa.Table) -> Iterator[tuple[pa.Table, pa.Table]]:
    """Yield the rows in rounds in which each id stands once, repeated contents left out, each with its bands.

    `bands` has a column `place`: the number of the row of `articles` that the band belongs to.
    """
    rounds: list[list[int]] = []
    seen: set[tuple[str, str]] = set()
    counts: dict[str, int] = {}
    keys = zip(articles.column("article_id").to_pylist(), articles.column("content_sha256").to_pylist(), strict=True)
    for place, key in enumerate(keys):
        if key in seen:
            continue
        seen.add(key)
        number = counts[key[0]] = counts.get(key[0], -1) + 1
        if number == len(rounds):
            rounds.append([])
        rounds[number].append(place)
    for places in rounds:
        chosen = bands.filter(pc.is_in(bands.column("place"), pa.array(places, pa.int64())))
        yield articles.take(pa.array(places, pa.int64())), chosen.select(["article_id", "band"])


def _bands_of(chosen: pa.Table, rows: pa.Table, bands: pa.Table) -> pa.Table:
    """Return those of `bands` (of all `rows`) that belong to the `chosen` articles."""
    if chosen.num_rows == rows.num_rows:
        return bands
    return bands.filter(pc.is_in(bands.column("article_id"), chosen.column("article_id").combine_chunks()))
