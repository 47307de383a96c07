"""Articles of a group of batches into the lake: new ones in their cluster of copies, edited ones with a new version.

The statements are the warehouse's, the decision what is a copy is `transforms.articles.near_duplicates`'.
"""

import dataclasses
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from transforms.articles.near_duplicates import Placed, Told, place_articles
from transforms.contracts.tables import TABLES
from warehouse.articles import find_near, read_texts, store_bands, store_edits, unknown_articles
from warehouse.lake import Lake


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
        store_bands(lake, _bands_of(edited, rows, row_bands))
        n_edited += edited.num_rows
        unknown = unknown_articles(lake, rows)
        if unknown.num_rows:
            n_new += _store_new(lake, unknown, _bands_of(unknown, rows, row_bands))
    return Stored(n_new, n_edited)


def _store_new(lake: Lake, unknown: pa.Table, bands: pa.Table) -> int:
    placed = {place.article_id: place for place in _places(lake, unknown, bands)}
    n_new = lake.insert_new("articles", _with_places(unknown, placed))
    store_bands(lake, bands)
    return n_new


def _places(lake: Lake, unknown: pa.Table, bands: pa.Table) -> list[Placed]:
    """Return the cluster of each new article, found against the lake and among the new ones."""
    candidates: dict[str, list[str]] = {}
    for pair in find_near(lake, bands, unknown).to_pylist():
        candidates.setdefault(pair["article_id"], []).append(pair["candidate_id"])
    columns = unknown.select(["article_id", "text", "published_at"]).to_pylist()
    new = [Told(row["article_id"], row["text"], row["published_at"], row["article_id"]) for row in columns]
    known = {told.article_id: told for told in new}
    stored = {name for near in candidates.values() for name in near} - known.keys()
    known |= {row["article_id"]: Told(**row) for row in (read_texts(lake, sorted(stored)) if stored else [])}
    return place_articles(new, candidates, known)


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
