"""What a worker does with a batch of articles: incidents out, rejects out, nothing kept but the extractor.

Runs in processes of their own, so nothing here may need Prefect or the warehouse.
"""

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.places import imported_places
from transforms.contracts.errors import MarsadError
from transforms.contracts.ids import content_id

if TYPE_CHECKING:
    from transforms.extract.article import Extractor

EXTRACTOR_ERROR = "extractor-error"
"""Reason of the reject of an article on which the extractor failed."""
UNDATED = "no-date"
"""Reason of the reject of an incident whose article has no publication date and tells no day of its own."""
_SAMPLE_CHARS = 200
_TOLERATED_FAILURES = 5
_loaded: "dict[Path | None, Extractor]" = {}


class ExtractionError(MarsadError):
    """The extractor fails on most articles."""


@dataclasses.dataclass(frozen=True, slots=True)
class Extracted:
    """Rows of `incidents` without a run, and rejects, of one batch in the order of its articles."""

    incidents: list[dict[str, Any]]
    rejects: list[dict[str, Any]]


def prepare_worker(warehouse: Path | None) -> None:
    """Load the extractor into this process, once for each warehouse whose imported places it knows."""
    if warehouse not in _loaded:
        from flows.extractor_cache import load_extractor

        _loaded.clear()
        _loaded[warehouse] = load_extractor(imported_places(warehouse) if warehouse else ())


def loaded_extractor(warehouse: Path | None) -> "Extractor":
    """Return this process's extractor, loading it when this is the process's first batch."""
    prepare_worker(warehouse)
    return _loaded[warehouse]


def extract_articles(articles: Sequence[Mapping[str, Any]], *, extractor: "Extractor") -> Extracted:
    """Return what the extractor finds in `articles`; an article on which it fails becomes a reject.

    Raises ExtractionError when it fails on most of a batch: that is no trait of articles but a fault of the program,
    and must not take the place of what earlier versions found.
    """
    found = Extracted([], [])
    failures = []
    for article in articles:
        try:
            extraction = extractor.extract(article)
        except Exception as error:  # noqa: BLE001 - one article never costs its neighbours
            failures.append(_failure(article, error))
            found.rejects.append(failures[-1])
            continue
        found.incidents.extend(extraction.incidents)
        found.rejects.extend(extraction.rejects)
    if len(failures) > max(_TOLERATED_FAILURES, len(articles) // 2):
        raise ExtractionError(
            f"the extractor failed on {len(failures)} of {len(articles)} articles of a batch "
            f"(sample: article {failures[0]['article_id']}: {failures[0]['detail']}). Nothing of the batch was stored; "
            "this is a fault of this version of Marsad: report it, or go back to the version before."
        )
    return found


def split_by_day(
    incidents: Sequence[dict[str, Any]],
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the incidents that have a day, which the table requires, and the others as rejects."""
    dated = [row for row in incidents if row["date_start"] is not None]
    undated = [
        {
            "stage": "extract",
            "reason": UNDATED,
            "article_id": row["article_id"],
            "detail": row["trigger_text"],
            "sample": row["evidence_text"][:_SAMPLE_CHARS],
        }
        for row in incidents
        if row["date_start"] is None
    ]
    return dated, undated


def reject_row(reject: Mapping[str, Any], *, extractor_version: str, run_id: str, rejected_at: Any) -> dict[str, Any]:
    """Return an extractor's reject as a row of `rejects`; its id hashes article, reason, detail and sample."""
    article_id, reason = reject["article_id"], reject["reason"]
    detail, sample = reject.get("detail"), reject.get("sample")
    return {
        "reject_id": content_id("extract", article_id, reason, detail, sample),
        "stage": "extract",
        "reason": reason,
        "source_id": reject.get("source_id"),
        "article_id": article_id,
        "locator": reject.get("locator"),
        "detail": detail,
        "sample": sample,
        "rejected_at": rejected_at,
        "run_id": run_id,
        "extractor_version": extractor_version,
    }


def _failure(article: Mapping[str, Any], error: Exception) -> dict[str, Any]:
    return {
        "stage": "extract",
        "reason": EXTRACTOR_ERROR,
        "article_id": article["article_id"],
        "detail": f"{type(error).__name__}: {error}"[:500],
        "sample": (article.get("title") or article.get("text") or "")[:_SAMPLE_CHARS],
    }
