"""Reports as self-contained HTML pages: one report, and the index over all.

A page loads nothing, and its content security policy lets only its own script and style run, named by their hashes.
"""

import base64
import functools
import hashlib
import importlib.resources
from collections.abc import Collection, Sequence
from typing import Literal

import jinja2
import pyarrow as pa
from markupsafe import Markup

from transforms.report.earlier import earlier_address, earlier_periods
from transforms.report.edition import Edition
from transforms.report.further import further_rows
from transforms.report.view import IndexEntry, ReportView
from transforms.report.words import ARABIC, ENGLISH, Language

Languages = Literal["ar", "en", "both"]
Files = Sequence[tuple[str, str]]

_CHOICES: dict[Languages, tuple[Language, ...]] = {"ar": (ARABIC,), "en": (ENGLISH,), "both": (ARABIC, ENGLISH)}


def languages_of(language: Languages) -> tuple[Language, ...]:
    """Return the languages that a choice stands for, the one shown first in front."""
    return _CHOICES[language]


def render_html(
    view: ReportView, *, language: Languages = "both", files: Files = (), earlier: Collection[str] = ()
) -> str:
    """Return the report as one HTML document; `files` are (label, relative address) of the data files beside it.

    `earlier` are the addresses of the pages of earlier periods, to which their numbers lead.
    """
    editions = [Edition(view, one, frozenset(earlier)) for one in languages_of(language)]
    return _render("report.html.jinja", editions=editions, files=list(files), further_rows=further_rows)


def render_earlier(view: ReportView, rows: pa.Table, *, language: Languages = "both") -> dict[str, str]:
    """Return a page of each earlier period that has events, in each language, by its address beside the report."""
    return {
        earlier_address(earlier.point.period, one): _render(
            "earlier.html.jinja", edition=Edition(view, one), earlier=earlier
        )
        for earlier in earlier_periods(view.trend, rows)
        for one in languages_of(language)
    }


def render_index(entries: Sequence[IndexEntry], *, language: Languages = "both") -> str:
    """Return the index page over all written reports, the latest period first."""
    ordered = sorted(entries, key=lambda entry: (entry.country or "", entry.period.kind))
    ordered.sort(key=lambda entry: entry.period.start, reverse=True)
    return _render("index.html.jinja", languages=languages_of(language), entries=ordered)


def _render(template: str, **values: object) -> str:
    style, script = _packaged("style.css"), _packaged("page.js")
    policy = (
        f"default-src 'none'; style-src '{_hash_of(style)}'; script-src '{_hash_of(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    # Style and script are this package's own files, never content of an article.
    own = {"style": Markup(style), "script": Markup(script)}  # noqa: S704
    return _environment().get_template(template).render(policy=policy, **own, **values)


def _hash_of(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


@functools.cache
def _packaged(name: str) -> str:
    return importlib.resources.files("transforms.report").joinpath("templates", name).read_text(encoding="utf-8")


@functools.cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_packaged),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # `tojson` escapes what could end a script element; Arabic stays Arabic, which is a third as long.
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment
