"""Storing articles: new ones, edited ones with their earlier text kept, and where copies of a text may be.

Whether two texts are copies is decided outside; a rerun over the same records writes nothing.
"""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from transforms.contracts.conform import conform
from transforms.contracts.tables import stored_tables
from warehouse import sql
from warehouse.lake import Lake

NEAR_DAYS = 7
"""Copies of a text are looked for this many days before and after it."""


def unknown_articles(lake: Lake, incoming: pa.Table) -> pa.Table:
    """Return the rows of `incoming` (of the contract `articles`, each id once) whose id the lake does not hold yet."""
    return lake.query(sql.load("reading/unknown_articles"), tables={"incoming": incoming})


def store_edits(lake: Lake, incoming: pa.Table) -> pa.Table:
    """Give articles that were edited their new text and keep the old one; returns the edited rows as stored.

    A text that the article had before is no edit, so that reading an old file again changes nothing.
    """
    edited = lake.query(sql.load("reading/edited_articles"), tables={"incoming": incoming})
    if edited.num_rows:
        lake.change("reading/keep_versions", {"edited": edited})
        lake.upsert("articles", conform(edited, stored_tables()["articles"]))
    return edited


def add_bands(lake: Lake, bands: pa.Table) -> None:
    """Store the bands of articles that had none."""
    if bands.num_rows:
        lake.change("reading/add_bands", {"new_bands": bands})


def replace_bands(lake: Lake, bands: pa.Table) -> None:
    """Store the bands of articles in the place of those they had."""
    if bands.num_rows:
        lake.change("reading/delete_bands", {"new_bands": bands})
        add_bands(lake, bands)


def find_near(lake: Lake, bands: pa.Table, incoming: pa.Table) -> pa.Table:
    """Return pairs (article_id, candidate_id) of about one week that share a band: each with the likeliest others.

    Candidates are articles of the lake and of `incoming` itself; `bands` holds those of `incoming`.
    """
    columns = incoming.select(["article_id", "published_at"])
    statement = sql.load("reading/near_articles")
    return lake.query(statement, {"days": NEAR_DAYS}, tables={"new_bands": bands, "incoming": columns})


def read_texts(lake: Lake, article_ids: Sequence[str]) -> list[dict[str, Any]]:
    """Return article_id, text, published_at and root (the original, or itself) of articles of the lake."""
    asked = pa.table({"article_id": pa.array(list(article_ids), pa.string())})
    rows: list[dict[str, Any]] = lake.query(sql.load("reading/article_texts"), tables={"asked": asked}).to_pylist()
    return rows
