"""Payloads to rows of `articles`, `sources` and `rejects`: one bad record never costs its neighbours.

Pure: the time of fetching and the run come in with `Origin`; writing is the warehouse's.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterable
from typing import Any

from transforms.articles.identity import UNKNOWN_SOURCE, article_id, content_sha256, source_slug
from transforms.articles.language import ARABIC, identify_language
from transforms.articles.markup import looks_like_markup, text_of
from transforms.articles.mojibake import is_mojibake, repair_mojibake
from transforms.articles.published import choose_published
from transforms.articles.records import (
    LONGEST_TEXT,
    Payload,
    RecordRefused,
    Unreadable,
    read_payload,
    sample_of,
)
from transforms.articles.script import arabic_share
from transforms.articles.urls import canonical_url, host_of
from transforms.contracts.ids import content_id

_UNSTORABLE = {0: None, **dict.fromkeys(range(55296, 57344), "\ufffd")}
# Invisible marks that turn the direction of writing: in a name they only deceive.
_BIDI = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_LEAST_READABLE = 0.2


@dataclasses.dataclass(frozen=True, slots=True)
class Origin:
    """What is known about a source before its records are read; `outlet` names those that name none themselves."""

    fetched_at: dt.datetime
    run_id: str
    kind: str = "file"
    address: str | None = None
    outlet: str | None = None
    country: str | None = None
    lean: str | None = None
    time_zone: str = "UTC"
    schedule_group: str | None = None


@dataclasses.dataclass(slots=True)
class Built:
    """Rows of `articles`, `sources` and `rejects` made from one batch of payloads."""

    articles: list[dict[str, Any]]
    sources: dict[str, dict[str, Any]]
    rejects: list[dict[str, Any]]


def build_articles(payloads: Iterable[Payload | Unreadable], origin: Origin) -> Built:
    """Return the rows that `payloads` make; records that are no article become rejects with their reason."""
    built = Built([], {}, [])
    for payload in payloads:
        if isinstance(payload, Unreadable):
            built.rejects.append(reject(payload, origin, reason=payload.reason, detail=payload.detail))
            continue
        try:
            _add_article(payload, origin, built)
        except RecordRefused as refused:
            built.rejects.append(reject(payload, origin, reason=refused.reason, detail=refused.detail))
        except Exception as error:  # noqa: BLE001 - parsers of hostile input fail in ways nobody lists
            detail = f"{type(error).__name__}: {error}"[:500]
            built.rejects.append(reject(payload, origin, reason="unreadable", detail=detail))
    return built


def reject(
    payload: Payload | Unreadable, origin: Origin, *, reason: str, detail: str, source_id: str | None = None
) -> dict[str, Any]:
    """Return a row of `rejects`; its id depends on reason, place and sample only, so that a rerun adds nothing."""
    sample = sample_of(payload)
    return {
        "reject_id": content_id("ingest", reason, payload.locator, sample),
        "stage": "ingest",
        "reason": reason,
        "source_id": source_id or source_slug(origin.outlet),
        "article_id": None,
        "locator": payload.locator,
        "detail": storable(detail),
        "sample": storable(sample),
        "rejected_at": origin.fetched_at,
        "run_id": origin.run_id,
        "extractor_version": None,
    }


def _add_article(payload: Payload, origin: Origin, built: Built) -> None:
    fields = read_payload(payload)
    repairs: list[str] = []
    values = {name: _mended(name, value, repairs) for name, value in fields.values.items()}
    title, text = _title_and_text(values)
    _check_language(title, text)
    outlet = _outlet(values, payload, origin)
    source_id = source_slug(outlet) or UNKNOWN_SOURCE
    dating = choose_published(
        fields.dates,
        time_zone=origin.time_zone,
        fetched_at=origin.fetched_at,
        names=(values.get("url", ""), payload.name),
    )
    if dating.refused is not None:
        kept = "its address is used" if dating.published else "the article is kept without one"
        detail = f"published_at {dating.refused[:80]!r} is no date that can be true; {kept}"
        built.rejects.append(reject(payload, origin, reason="unreadable-date", detail=detail, source_id=source_id))
    canonical = canonical_url(values.get("url"))
    published = dating.published
    built.articles.append(
        {
            "article_id": article_id(canonical, title=title, text=text),
            "source_id": source_id,
            "source_article_id": values.get("id"),
            "url": values.get("url"),
            "canonical_url": canonical,
            "title": title,
            "text": text,
            "language": ARABIC,
            "published_at": published.at if published else None,
            "published_precision": published.precision if published else None,
            "published_basis": dating.basis,
            "fetched_at": origin.fetched_at,
            "content_sha256": content_sha256(title, text),
            "version": 1,
            "duplicate_of": None,
            "cluster_id": None,
            "n_chars": len(text),
            "text_repair": ", ".join(dict.fromkeys(repairs)) or None,
            "run_id": origin.run_id,
        }
    )
    built.sources.setdefault(source_id, _source_row(source_id, outlet.strip(), values, origin))


def _mended(name: str, value: str, repairs: list[str]) -> str:
    """Return a field as it can be stored; what had to be changed in title and text is added to `repairs`."""
    kept = storable(value)
    if name not in ("title", "text", "source"):
        return kept
    if kept != value and name != "source":
        repairs.append("unstorable-characters")
    if looks_like_markup(kept):
        kept = text_of(kept)
        repairs.append("markup")
    repaired = repair_mojibake(kept)
    if repaired is None:
        return kept
    repairs.append("mojibake")
    return repaired


def _check_language(title: str | None, text: str) -> None:
    """Refuse what is not Arabic: another language, another script, or Arabic that nobody can read any more."""
    if is_mojibake(text):
        raise RecordRefused("undecodable", "the text was read in a wrong encoding and saved; letters of it are lost")
    if arabic_share(text) < _LEAST_READABLE:
        raise RecordRefused("not-arabic", "hardly a letter of the text is Arabic")
    language = identify_language(f"{title or ''}\n{text}")
    if language != ARABIC:
        raise RecordRefused("not-arabic", f"the text is written in another language (taken for {language!r})")


def _outlet(values: dict[str, str], payload: Payload, origin: Origin) -> str:
    """Return the name of the outlet: the record's, the source's, the host's, the folder's or the file's."""
    named = values.get("source") or origin.outlet or host_of(values.get("url")) or payload.folder or UNKNOWN_SOURCE
    return named.translate(_BIDI).strip() or UNKNOWN_SOURCE


def _title_and_text(values: dict[str, str]) -> tuple[str | None, str]:
    """Return title and text; a record with a headline only is an article whose text is the headline."""
    title, text = values.get("title"), values.get("text")
    if not text and not title:
        raise RecordRefused("no-text", "the record has neither text nor title under a known name")
    if text and len(text) > LONGEST_TEXT:
        raise RecordRefused("too-large", f"text of {len(text)} characters, the limit is {LONGEST_TEXT}")
    return (title.strip() if title else None, text) if text else (None, title or "")


def _source_row(source_id: str, name: str, values: dict[str, str], origin: Origin) -> dict[str, Any]:
    country = values.get("country") or origin.country
    return {
        "source_id": source_id,
        "name": name,
        "kind": origin.kind,
        "address": origin.address,
        "country": country.upper() if country and len(country) == 2 else None,
        "lean": origin.lean,
        "language": "ar",
        "time_zone": origin.time_zone,
        "schedule_group": origin.schedule_group,
    }


def storable(text: str) -> str:
    """Return `text` without NUL and lone surrogates, which no database keeps; all else stays as published."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.translate(_UNSTORABLE)
    return text.replace("\x00", "")
