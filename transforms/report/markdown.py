"""The report as Markdown, with the same content as the page: findings, tables, gravest events with their sentences.

Text of articles is escaped, so that it can become neither markup nor HTML.
"""

import re
from collections.abc import Iterable, Sequence

from transforms.report.edition import Edition
from transforms.report.page import Files, Languages, languages_of
from transforms.report.view import BreakdownRow, EventView, Report, ReportView

EVENTS_AT_MOST = 100
_SPECIAL = re.compile(r"([\\`*_\[\]#|~$])")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def render_markdown(view: ReportView, *, language: Languages = "both", files: Files = ()) -> str:
    """Return the report as one Markdown document, one language after the other."""
    documents = [_document(Edition(view, one), files) for one in languages_of(language)]
    return "\n\n---\n\n".join(documents) + "\n"


def escape_markdown(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    line = " ".join(text.split()).translate(_HTML)
    return _SPECIAL.sub(r"\\\1", line)


def _document(edition: Edition, files: Files) -> str:
    view, say = edition.view, edition.phrase
    blocks = [f"# {say('brand')}: {edition.title}", f"*{edition.region} · {say('tagline')}*"]
    if view.as_of:
        blocks.append(f"**{say('as_of_badge')}.** {say('as_of_note', instant=edition.language.instant(view.as_of))}")
    if view.is_partial:
        blocks.append(f"**{say('partial_badge')}.** {say('partial_note')}")
    blocks += [f"## {say('findings')}", _bullets(_findings(edition))]
    blocks += [f"## {say('trend')}", _trend(edition), f"*{say('chart_killed_note')}*"]
    if view.gravest or view.alone:
        blocks += [f"## {say('gravest')}", *_gravest(edition)]
    blocks += [f"## {say('contested')}", *_contested(edition)]
    blocks += [f"## {say('tables')}", *_tables(edition)]
    blocks += [f"## {say('all_events')}", *_all_events(edition)]
    blocks += [f"## {say('coverage')}", _coverage(edition), f"## {say('method')}", _bullets(edition.method())]
    if files:
        blocks.append(f"{say('data_files')}: " + " · ".join(f"[{label}]({address})" for label, address in files))
    return "\n\n".join([*blocks, say("m_geonames")])


def _findings(edition: Edition) -> list[str]:
    lines = [escape_markdown("".join(part.text for part in sentence)) for sentence in edition.sentences()]
    return lines if edition.view.events else [*lines, edition.phrase("no_events")]


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def _trend(edition: Edition) -> str:
    say, number = edition.phrase, edition.language.number
    keys = ("period", "events", "panel_column", "mean_of_four", "killed", "alone_column", "low", "high")
    head = [edition.column("killed") if key == "killed" else say(key) for key in (*keys, "articles", "outlets")]
    rows = []
    for point in reversed(edition.view.trend):
        title = edition.language.period(point.period, style="title")
        counts = (point.n_events, point.n_events_panel, point.moving_average, point.killed_counted, point.killed_alone)
        read = (point.killed_low, point.killed_high, point.n_articles, point.n_sources)
        rows.append([title + (f" ({say('partial')})" if point.is_partial else ""), *map(number, counts + read)])
    return _table(head, rows)


def _gravest(edition: Edition) -> list[str]:
    view, say = edition.view, edition.phrase
    blocks = [say("gravest_shared" if view.gravest else "gravest_none")] if view.needs_second else []
    blocks += [_event(edition, event, most=2) for event in view.gravest]
    if not view.alone:
        return blocks
    head = [say(key) for key in ("place", "date", "killed", "evidence")]
    rows = [
        [
            _title(edition, event),
            edition.when(event),
            edition.toll(event.killed),
            "; ".join(
                f"{escape_markdown(report.outlet or say('unknown'))}: {_quoted(report)}"
                for report in edition.highest(event)
            ),
        ]
        for event in view.alone
    ]
    return [*blocks, f"### {say('alone')}", say("alone_intro"), _table(head, rows)]


def _event(edition: Edition, event: EventView, *, most: int) -> str:
    facts = [edition.when(event), edition.who(event), edition.language.weapon(event.weapon) if event.weapon else ""]
    facts += [edition.language.count(event.n_sources, "outlet"), edition.twin_note(event).striptags()]
    tolls = [
        f"{edition.phrase(outcome)}: {edition.toll(count)}"
        for outcome, count in (("killed", event.killed), ("injured", event.injured))
        if count.low is not None or count.best is not None
    ]
    title = f"### {_title(edition, event)}"
    line = " · ".join(escape_markdown(fact) for fact in [*tolls, *facts] if fact)
    return "\n\n".join([title, line, *(_report(edition, report) for report in edition.leading(event)[:most])])


def _title(edition: Edition, event: EventView) -> str:
    return escape_markdown(f"{edition.language.event_type(event.sub_event_type)}: {edition.place(event)}")


def _report(edition: Edition, report: Report) -> str:
    outlet = escape_markdown(report.outlet or edition.phrase("unknown"))
    published = edition.language.date(report.published_date) if report.published_date else ""
    title = escape_markdown(report.title or edition.phrase("read_article"))
    link = f"[{title}](<{_address(report.url)}>)" if report.url else title
    return f"> {_quoted(report)}\n>\n> — " + " · ".join(filter(None, (outlet, published, link)))


def _quoted(report: Report) -> str:
    return "".join(
        f"**{escape_markdown(piece.text)}**" if piece.mark and piece.text.strip() else _spaced(piece.text)
        for piece in report.quote
    ).strip()


def _spaced(text: str) -> str:
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return before + escape_markdown(text) + after


def _address(url: str) -> str:
    return re.sub(r"[<>\s\\]", lambda found: f"%{ord(found.group()):02X}", url)


def _contested(edition: Edition) -> list[str]:
    if not edition.view.contested:
        return [edition.phrase("contested_none")]
    head = [edition.phrase(key) for key in ("place", "date", "killed", "claims")]
    rows = []
    for event in edition.view.contested[:20]:
        claims = [
            escape_markdown(" ".join(filter(None, (claim.heading, f"{claim.toll}:", claim.outlets))))
            for claim in edition.claims(event)[:8]
        ]
        rows.append([_title(edition, event), edition.when(event), edition.toll(event.killed), "; ".join(claims)])
    return [edition.phrase("contested_intro"), _table(head, rows)]


def _tables(edition: Edition) -> list[str]:
    view, language = edition.view, edition.language
    blocks: list[str] = []
    if not view.country and view.countries:
        countries = [(language.country(row.key), row) for row in view.countries]
        blocks += [f"### {edition.phrase('by_country')}", _breakdown(edition, "country", countries)]
    if view.types:
        types = [(language.event_type(row.key or ""), row) for row in view.types]
        blocks += [f"### {edition.phrase('by_type')}", _breakdown(edition, "type", types)]
    if view.governorates:
        names = [
            (
                f"{edition.name(row.name) or edition.phrase('unknown')}{language.comma}{language.country(row.country)}",
                row,
            )
            for row in view.governorates[:40]
        ]
        blocks += [f"### {edition.phrase('by_admin1')}", _breakdown(edition, "governorate", names)]
    return blocks + _actors(edition)


def _breakdown(edition: Edition, first: str, rows: Sequence[tuple[str, BreakdownRow]]) -> str:
    say = edition.phrase
    killed = [edition.column("killed"), say("alone_column")]
    head = [say(first), say("events"), *killed, edition.column("injured"), say("civilian"), say("usual")]
    number = edition.language.number
    lines = [
        [
            escape_markdown(name),
            number(row.n_events),
            number(row.killed.counted),
            number(row.killed.alone),
            number(row.injured.counted),
            number(row.n_civilian),
            edition.change(row),
        ]
        for name, row in rows
    ]
    return _table(head, lines)


def _actors(edition: Edition) -> list[str]:
    if not edition.view.actors:
        return []
    head = [edition.phrase(key) for key in ("actor", "events", "initiated", "targeted")]
    head += [edition.column("killed"), edition.phrase("alone_column")]
    number = edition.language.number
    rows = [
        [
            escape_markdown(edition.name(row.name) or row.actor_id),
            *map(number, (row.n_events, row.n_initiated, row.n_targeted, row.killed.counted, row.killed.alone)),
        ]
        for row in edition.view.actors[:25]
    ]
    return [f"### {edition.phrase('by_actor')}", _table(head, rows)]


def _all_events(edition: Edition) -> list[str]:
    events = edition.view.events[:EVENTS_AT_MOST]
    number = edition.language.number
    head = [edition.phrase(key) for key in ("date", "type", "place", "killed", "injured", "sources", "evidence")]
    rows = [
        [
            edition.when(event),
            escape_markdown(edition.language.event_type(event.sub_event_type)),
            escape_markdown(edition.place(event)),
            edition.toll(event.killed),
            edition.toll(event.injured),
            number(event.n_sources),
            _source_link(edition, event),
        ]
        for event in events
    ]
    capped = edition.phrase("all_events_capped", shown=number(len(events)), all=number(edition.view.n_events))
    return ([capped] if edition.view.n_events > len(events) else []) + ([_table(head, rows)] if rows else [])


def _source_link(edition: Edition, event: EventView) -> str:
    report = event.reports[0] if event.reports else None
    if report is None:
        return "–"
    outlet = escape_markdown(report.outlet or edition.phrase("unknown"))
    return f"[{outlet}](<{_address(report.url)}>)" if report.url else outlet


def _coverage(edition: Edition) -> str:
    head = [edition.phrase(key) for key in ("outlet", "articles", "with_event")]
    number = edition.language.number
    rows = [
        [escape_markdown(row.outlet), number(row.n_articles), number(row.n_with_event)] for row in edition.view.outlets
    ]
    return _table(head, rows)
