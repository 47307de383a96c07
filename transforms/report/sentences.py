"""The findings as sentences: which phrase says a finding, and which of its words link to rows.

The phrases are data (data/phrases.tsv); the findings come from `transforms.trends.findings`.
"""

import dataclasses
import functools
import string
from collections.abc import Mapping
from typing import Any, Literal

from transforms.report.words import Language
from transforms.trends.change import Change
from transforms.trends.findings import (
    SHORTEST_MEMORY,
    CivilianTargeting,
    ContestedTolls,
    CountryChange,
    Coverage,
    DeadliestEvent,
    EventTotal,
    Finding,
    FirstSeen,
    GovernorateAlert,
    Rows,
    Seen,
    Spread,
    Toll,
)
from transforms.trends.losses import stated
from transforms.trends.series import Period

Section = Literal["trend", "by-admin1", "coverage"]


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence; `link` leads to the rows behind it, as a filter or as a section of the report."""

    text: str
    link: Rows | Section | None = None


Sentence = tuple[Part, ...]
ALL: Rows = ()
# A chance below one in so many is called that, not a number: the test's tail is no surer.
RAREST = 1000
# An interval whose bounds are further apart than this many times is not said.
WIDEST = 20


def sentence_of(finding: Finding, *, period: Period, language: Language) -> Sentence:
    """Return a finding as one or more sentences in one language."""
    return _say(finding, Speaker(language, period))


@dataclasses.dataclass(frozen=True, slots=True)
class Speaker:
    """A language and the period that is spoken about."""

    language: Language
    period: Period

    @property
    def unit(self) -> str:
        """The word for the period's kind."""
        return self.language.phrase(f"unit_{self.period.kind}")

    def fill(self, key: str, **parts: str | Part | Sentence) -> Sentence:
        """Return the phrase `key` cut at its named parts, which keep their links."""
        known: dict[str, str | Part | Sentence] = {
            "unit": self.unit,
            "units": self.language.noun(self.period.kind, many=True),
            "period": self.language.period(self.period),
            "previous": self.language.phrase(f"previous_{self.period.kind}"),
            **parts,
        }
        return _fill(self.language.phrase(key), known)

    def counted(self, name: str, value: int, noun: str, link: Rows | Section | None) -> dict[str, Part]:
        """Return a counted noun as a linked part, plain and, under `<name>_obj`, in the oblique case."""
        return {
            name: Part(self.language.count(value, noun), link),
            f"{name}_obj": Part(self.language.count(value, noun, case="oblique"), link),
        }

    def usual(self, mean: float | None, n_before: int) -> Sentence:
        """Return a usual number; where few periods lie before, none is usual: then the number in those."""
        number = Part(self.language.number(mean), "trend")
        if n_before >= SHORTEST_MEMORY:
            return self.fill("usual_long", usual=number)
        n_units = self.language.count(n_before, self.period.kind, case="oblique")
        return self.fill("usual_one" if n_before == 1 else "usual_few", usual=number, n_units=n_units)

    def interval(self, change: Change) -> str:
        """Return the interval of a ratio in words."""
        low = self.language.ratio(change.ratio_low or 0.0)
        if change.ratio_high is None:
            return self.language.phrase("interval_open", low=low, high="")
        return self.language.phrase("interval", low=low, high=self.language.ratio(change.ratio_high))


def _fill(template: str, known: Mapping[str, str | Part | Sentence]) -> Sentence:
    parts: list[Part] = []
    for literal, name, _, _ in string.Formatter().parse(template):
        if literal:
            parts.append(Part(literal))
        if name:
            value = known[name]
            parts.extend(value if isinstance(value, tuple) else [value if isinstance(value, Part) else Part(value)])
    return tuple(parts)


def join(*sentences: Sentence) -> Sentence:
    """Return sentences one after the other, a space between."""
    parts: list[Part] = []
    for sentence in sentences:
        if sentence:
            parts += [Part(" ")] if parts else []
            parts += sentence
    return tuple(parts)


@functools.singledispatch
def _say(finding: Any, _speaker: Speaker) -> Sentence:
    raise TypeError(
        f"no sentence for a finding of type {type(finding).__name__}; add one to transforms.report.sentences"
    )


@_say.register
def _(finding: EventTotal, speaker: Speaker) -> Sentence:
    if not finding.n_events:
        return speaker.fill("s_total_none")
    usual = finding.usual
    key = f"s_total_{usual.verdict}" if usual.n_baseline else "s_total_alone"
    if usual.ratio is None and usual.n_baseline:
        key = "s_total_too_few"
    if key == "s_total_no_clear_change" and _is_wide(usual):
        key = "s_total_no_clear_change_wide"
    if key == "s_total_too_short" and usual.n_baseline == 1:
        key = "s_total_too_short_one"
    total = speaker.fill(
        key,
        **speaker.counted("events", finding.n_events, "event", ALL),
        usual=Part(speaker.language.number(usual.baseline), "trend"),
        against=speaker.usual(usual.baseline, usual.n_baseline),
        ratio=speaker.language.ratio(usual.ratio),
        interval=speaker.interval(usual),
        n=speaker.language.number(usual.n_baseline),
    )
    return join(total, _against_previous(finding, speaker), _on_panel(finding, speaker))


def _is_wide(change: Change) -> bool:
    """Whether the interval of a ratio spans so much that it tells a reader nothing."""
    return change.ratio_high is None or change.ratio_high > WIDEST * max(change.ratio_low or 0.0, 0.01)


def _against_previous(finding: EventTotal, speaker: Speaker) -> Sentence:
    usual = finding.usual
    if not finding.previous.n_baseline or usual.n_baseline == 1:
        return ()
    previous = finding.previous
    tells = previous.ratio is not None and usual.verdict not in {"too_few", "too_short"}
    is_comparable = tells and not _is_wide(previous)
    return speaker.fill(
        "s_previous_ratio" if is_comparable else "s_previous",
        n=Part(speaker.language.number(int(previous.baseline)), "trend"),
        ratio=speaker.language.ratio(previous.ratio),
        interval=speaker.interval(previous),
    )


def _on_panel(finding: EventTotal, speaker: Speaker) -> Sentence:
    """Return what the outlets that are always read say, which a new outlet cannot raise."""
    panel = finding.panel
    if panel is None:
        return ()
    return speaker.fill(
        "s_panel",
        **speaker.counted("outlets", finding.n_sources_panel, "outlet", "trend"),
        n=Part(speaker.language.number(panel.current), "trend"),
        usual=Part(speaker.language.number(panel.baseline), "trend"),
        verdict=speaker.language.phrase(f"verdict_{panel.verdict}"),
    )


@_say.register
def _(finding: Toll, speaker: Speaker) -> Sentence:
    killed, injured = finding.killed, finding.injured
    if not any((killed.counted, killed.alone, injured.counted, injured.alone)):
        return ()
    sentences = []
    if killed.counted or injured.counted:
        key = "s_toll_shared" if finding.needs_second else "s_toll_single"
        sentences.append(speaker.fill(key, losses=_losses(finding, "counted", speaker)))
    if not killed.counted:
        sentences.append(speaker.fill("s_toll_none" if finding.needs_second else "s_toll_no_one"))
    if killed.counted and finding.previous_killed is not None:
        n = Part(speaker.language.number(finding.previous_killed), "trend")
        sentences.append(speaker.fill("s_toll_previous", n=n))
    if killed.alone or injured.alone:
        sentences.append(speaker.fill("s_toll_alone", losses=_losses(finding, "alone", speaker)))
    if finding.n_open:
        link: Rows = (("open", ("1",)),)
        sentences.append(speaker.fill("s_toll_open", **speaker.counted("events", finding.n_open, "event", link)))
    return join(*sentences)


def _losses(finding: Toll, support: Literal["counted", "alone"], speaker: Speaker) -> Sentence:
    """Return the killed and the injured with the number of events, each linked to its rows; none is left out."""
    said: list[Sentence] = []
    for outcome, losses in (("killed", finding.killed), ("injured", finding.injured)):
        number, n_events = (losses.counted, losses.n_events) if support == "counted" else (losses.alone, losses.n_alone)
        if number:
            link: Rows = ((outcome, (support,)),)
            counted = speaker.language.count(number, outcome, case="oblique")
            events = speaker.counted("events", n_events, "event", link)
            said.append(speaker.fill("s_losses", losses=Part(counted, link), **events))
    return speaker.fill("list_and", first=said[0], second=said[1]) if len(said) > 1 else said[0]


@_say.register
def _(finding: DeadliestEvent, speaker: Speaker) -> Sentence:
    language, event = speaker.language, finding.event
    place = language.name_of(event, "place_name") or language.name_of(event, "admin1_name")
    where = [place, language.country(event["country"])] if event["country"] else [place]
    sentence = speaker.fill(
        f"s_deadliest_{finding.support}",
        what=Part(language.act(event["sub_event_type"]), finding.rows),
        where=language.comma.join(name for name in where if name) or language.phrase("unknown_place"),
        when=language.date(event["date_start"]),
        killed=Part(language.count(finding.n_killed, "killed"), finding.rows),
        **speaker.counted("outlets", finding.n_outlets, "outlet", finding.rows),
    )
    most = stated(event, "killed")
    if most <= finding.n_killed:
        return sentence
    return join(sentence, speaker.fill("s_deadliest_more", n=Part(language.number(most), finding.rows)))


@_say.register
def _(finding: CountryChange, speaker: Speaker) -> Sentence:
    return speaker.fill(
        f"s_country_{finding.change.verdict}",
        country=speaker.language.country(finding.country),
        **speaker.counted("events", finding.change.current, "event", finding.rows),
        usual=Part(speaker.language.number(finding.change.baseline), "trend"),
        ratio=speaker.language.ratio(finding.change.ratio),
        interval=speaker.interval(finding.change),
    )


@_say.register
def _(finding: GovernorateAlert, speaker: Speaker) -> Sentence:
    language, alert = speaker.language, finding.alert
    name = (finding.name_ar if language.code == "ar" else finding.name_en) or finding.name_ar or finding.name_en or ""
    n_before = round(alert.baseline * alert.n_baseline)
    one_in = round(1 / max(alert.p_value, 1e-9))
    shown = min(_rounded(one_in), RAREST)
    n_units = language.count(shown, speaker.period.kind, case="oblique")
    chance = speaker.fill("chance_rare" if one_in > RAREST else "chance_one_in", n_units=n_units)
    return speaker.fill(
        "s_alert",
        place=f"{name}{language.comma}{language.country(finding.country)}",
        **speaker.counted("events", alert.current, "event", finding.rows),
        before=Part(language.count(n_before, "event", case="oblique"), "by-admin1"),
        n_units=language.count(alert.n_baseline, speaker.period.kind, case="oblique"),
        chance=chance,
    )


def _rounded(number: int) -> int:
    """Return a number of periods with as many digits as mean something: 17, 140, 300."""
    return number if number < 20 else round(number, -1 if number < 200 else -2)


@_say.register
def _(finding: FirstSeen, speaker: Speaker) -> Sentence:
    language = speaker.language
    items: list[Part] = []
    for position, seen in enumerate(finding.items):
        if position:
            items.append(Part(language.comma))
        items.append(Part(_seen_name(seen, finding, speaker), seen.rows))
    if finding.n_all > len(finding.items):
        more = language.phrase("first_more", n=language.number(finding.n_all - len(finding.items)))
        items += [Part(" "), Part(more, finding.rest)]
    return speaker.fill(f"s_first_{finding.kind}", since=language.date(finding.since), items=tuple(items))


def _seen_name(seen: Seen, finding: FirstSeen, speaker: Speaker) -> str:
    language = speaker.language
    country = language.country(seen.country) if seen.country else ""
    if finding.kind == "weapon":
        return language.phrase("weapon_in", weapon=language.weapon(seen.seen_id), country=country)
    name = (seen.name_ar if language.code == "ar" else seen.name_en) or seen.name_ar or seen.name_en or seen.seen_id
    return f"{name} ({country})" if country else name


@_say.register
def _(finding: Spread, speaker: Speaker) -> Sentence:
    language = speaker.language
    name = (
        (finding.top_name_ar if language.code == "ar" else finding.top_name_en)
        or finding.top_name_ar
        or finding.top_name_en
        or ""
    )
    return speaker.fill(
        "s_spread" if finding.usual is not None else "s_spread_alone",
        **speaker.counted("governorates", finding.n_admin1, "governorate", "by-admin1"),
        usual=Part(language.number(finding.usual), "trend"),
        top=f"{name}{language.comma}{language.country(finding.top_country)}",
        **speaker.counted("events", finding.top_events, "event", finding.rows),
    )


@_say.register
def _(finding: CivilianTargeting, speaker: Speaker) -> Sentence:
    return speaker.fill(
        "s_civilian",
        n=Part(speaker.language.number(finding.n_targeting), finding.rows),
        events=Part(speaker.language.count(finding.n_events, "event", case="oblique"), ALL),
    )


@_say.register
def _(finding: ContestedTolls, speaker: Speaker) -> Sentence:
    return speaker.fill("s_contested", **speaker.counted("events", finding.n_contested, "event", finding.rows))


@_say.register
def _(finding: Coverage, speaker: Speaker) -> Sentence:
    return speaker.fill(
        f"s_coverage_{finding.level}",
        **speaker.counted("articles", finding.n_articles, "article", "coverage"),
        **speaker.counted("outlets", finding.n_sources, "outlet", "coverage"),
        usual=speaker.usual(finding.usual_articles, finding.n_before),
    )
