"""One language's edition of a report: the view's values in words, with links to the rows behind them.

Used by the HTML templates and by `markdown`; no markup but links and charts is made here.
"""

import dataclasses
import urllib.parse

from markupsafe import Markup, escape

from transforms.report.charts.lines import events_chart, killed_chart, sparkline
from transforms.report.charts.map import crowded, events_map, frame_around
from transforms.report.charts.svg import drawing, element
from transforms.report.earlier import EarlierEvent, earlier_address
from transforms.report.sentences import Part, Section, Sentence, Speaker, sentence_of
from transforms.report.twins import twin_of
from transforms.report.view import BreakdownRow, Count, EventView, MapPoint, Name, Report, ReportView
from transforms.report.words import Language
from transforms.trends.findings import Rows
from transforms.trends.losses import Losses, Outcome
from transforms.trends.series import Period

ACTORS_SHOWN = 3
OUTLETS_SHOWN = 4
# The low figure of an unnumbered plural.
UNNUMBERED = 2
# The codebook's numbers for "عشرات", "مئات" and "آلاف": whoever says them has given a word, not a number.
_IN_A_WORD: dict[tuple[int | None, int | None, int], str] = {
    (20, 20, 99): "dozens",
    (200, 200, 999): "hundreds",
    (2000, 2000, 9999): "thousands",
}
GRADES = ("A", "B", "C", "D")


@dataclasses.dataclass(frozen=True, slots=True)
class Claim:
    """One toll of an event and who gives it, in words; `heading` says of whom where it is not the killed."""

    heading: str
    toll: str
    outlets: str


@dataclasses.dataclass(frozen=True, slots=True)
class Edition:
    """A report in one language; `earlier` are the addresses of the pages of earlier periods beside it."""

    view: ReportView
    language: Language
    earlier: frozenset[str] = frozenset()

    @property
    def code(self) -> str:
        """The language's code, which is part of every id, so that two editions share a page."""
        return self.language.code

    @property
    def title(self) -> str:
        """The period as a title."""
        return self.language.period(self.view.period, style="title")

    @property
    def region(self) -> str:
        """The country that the report is on, or all."""
        return self.language.country(self.view.country) if self.view.country else self.phrase("region_all")

    @property
    def unit(self) -> str:
        """The word for the period's kind."""
        return self.phrase(f"unit_{self.view.period.kind}")

    def phrase(self, key: str, **parts: str) -> str:
        """Return a phrase; the period's unit and its plural are always known to it."""
        words = self.language.phrase(key)
        kind = self.view.period.kind
        known = {"unit": self.language.phrase(f"unit_{kind}"), "units": self.language.noun(kind, many=True)}
        return words.format(**{**known, **parts})

    def sentences(self) -> list[Sentence]:
        """Return the findings as sentences; findings without anything to say are left out."""
        said = (sentence_of(finding, period=self.view.period, language=self.language) for finding in self.view.findings)
        return [sentence for sentence in said if sentence]

    def method(self) -> list[str]:
        """Return the lines of the method box."""
        speaker, method = Speaker(self.language, self.view.period), self.view.method
        alarms, count = method.false_alarms, self.language.count
        parts: dict[str, str | Part | Sentence] = {
            "n": count(alarms.n_series, "governorate", case="oblique"),
            "alarms": self.language.number(alarms.n_alarms),
            "tests": self.language.number(alarms.n_tests),
            "expected": self._expected(alarms.expected),
            "panel": count(method.n_sources_panel, "outlet"),
            "vague": count(method.n_vague_events, "event"),
            "version": ", ".join(method.extractor_versions) or self.phrase("unknown"),
            "articles": count(method.n_articles_total, "article"),
            "articles_obj": count(method.n_articles_total, "article", case="oblique"),
            "first": self.language.date(method.data_start),
            "last": self.language.date(method.data_end),
        }
        alert = "m_alert" if alarms.n_tests else "m_alert_untested"
        vague = ["m_vague"] if method.n_vague_events else []
        gravest = ["m_gravest"] if self.view.needs_second else []
        panel = ["m_panel"] if method.n_sources_panel else []
        keys = ["m_event", "m_toll", *gravest, "m_interval", *panel, alert, "m_weeks", *vague, "m_silence", "m_version"]
        return ["".join(part.text for part in speaker.fill(key, **parts)) for key in keys]

    def _expected(self, alarms: float) -> str:
        """Return how many false alarms to expect; of small numbers the measure is no surer than "fewer than one"."""
        if alarms < 1:
            return self.phrase("alarms_few")
        return self.phrase("alarms_about", n=self.language.number(round(alarms)))

    def name(self, name: Name) -> str | None:
        """Return a name in this language, else in the other."""
        names = (name.ar, name.en) if self.code == "ar" else (name.en, name.ar)
        return names[0] or names[1]

    def place(self, event: EventView | EarlierEvent) -> str:
        """Return place, governorate and country of an event, the closest first, nothing twice."""
        names = [self.name(event.place), self.name(event.admin1)]
        names.append(self.language.country(event.country) if event.country else None)
        return self.language.comma.join(dict.fromkeys(name for name in names if name)) or self.phrase("unknown_place")

    def highest(self, event: EventView) -> tuple[Report, ...]:
        """Return the report that gives an event its highest toll, none where no report gives any."""
        stated = [report for report in event.reports if report.killed.best or report.killed.low]
        return tuple(sorted(stated, key=lambda report: -(report.killed.best or report.killed.low or 0))[:1])

    def twin_note(self, event: EventView) -> Markup:
        """Return that an event may be another one told again, as a link to both; '' where none is like it."""
        twin = twin_of(event, self.view.events)
        if twin is None:
            return Markup("")
        both: Rows = (("event", (event.event_id, twin.event_id)),)
        return self.link(self.phrase("twin", when=self.language.date(twin.date_start)), both)

    def leading(self, event: EventView) -> tuple[Report, ...]:
        """Return the different tellings of an event, those first that give the toll by which it is ranked."""
        least = event.killed_shared or event.killed_stated

        def gives_it(report: Report) -> bool:
            return (report.killed.best or report.killed.low or 0) >= least

        return tuple(sorted(event.voices, key=gives_it, reverse=True))

    def claims(self, event: EventView) -> tuple[Claim, ...]:
        """Return who gives which toll, the highest first; "some", without any number, contradicts nobody."""
        claims: list[Claim] = []
        for outcome in ("killed", "injured"):
            givers: dict[Count, list[str]] = {}
            for report in event.reports:
                count: Count = getattr(report, outcome)
                if count.best is not None or (count.low or 0) > UNNUMBERED:
                    givers.setdefault(count, []).append(report.outlet or self.phrase("unknown"))
            if len(givers) > 1:
                heading = "" if outcome == "killed" else self.phrase(outcome)
                ordered = sorted(givers, key=lambda count: -(count.best or count.low or 0))
                claims += [Claim(heading, self.toll(count), self._outlets(givers[count])) for count in ordered]
        return tuple(claims)

    def _outlets(self, outlets: list[str]) -> str:
        names = list(dict.fromkeys(outlets))
        shown = self.language.comma.join(names[:OUTLETS_SHOWN])
        n_more = len(names) - OUTLETS_SHOWN
        return f"{shown} {self.phrase('first_more', n=self.language.number(n_more))}" if n_more > 0 else shown

    def when(self, event: EventView) -> str:
        """Return the day of an event, or its first and last possible day."""
        start, end = event.date_start, event.date_end
        if start == end:
            return self.language.date(start)
        in_one_month = (start.year, start.month) == (end.year, end.month)
        first = (
            self.language.number(start.day)
            if in_one_month
            else self.language.date(start, with_year=start.year != end.year)
        )
        return self.phrase("about_range", first=first, last=self.language.date(event.date_end))

    def facts(self, event: EventView) -> str:
        """Return day, sides, weapon, injured and grade of an event in one line."""
        injured = event.injured.low is not None or event.injured.best is not None
        parts = [
            self.when(event),
            self.who(event),
            self.language.weapon(event.weapon) if event.weapon else "",
            f"{self.phrase('injured')}: {self.toll(event.injured)}" if injured else "",
            self.phrase(f"grade_{event.grade}") if event.grade in GRADES else "",
        ]
        return " · ".join(filter(None, parts))

    def who(self, event: EventView) -> str:
        """Return initiators and targets of an event, the oftenest told of each side; '' when no one is named."""
        shown = event.initiators[:ACTORS_SHOWN]
        others = tuple(name for name in event.targets if name not in shown) or event.targets
        initiators, targets = self._side(event.initiators), self._side(others)
        arrow = " ← " if self.code == "ar" else " → "
        return arrow.join(filter(None, (initiators, targets)))

    def _side(self, names: tuple[Name, ...]) -> str:
        shown = self.language.comma.join(filter(None, (self.name(name) for name in names[:ACTORS_SHOWN])))
        n_more = len(names) - ACTORS_SHOWN
        return f"{shown} {self.phrase('first_more', n=self.language.number(n_more))}" if n_more > 0 else shown

    def toll(self, count: Count) -> str:
        """Return a toll with its range, "5", "5 (3 to 7)", "dozens (20 to 99)", "at least 5", or a dash."""
        number = self.language.number
        if count.low is None and count.best is None:
            return "–"
        best = count.best if count.best is not None else count.low
        low = count.low if count.low is not None else best
        if count.high is None:
            key = "open_above" if low == best else "best_open"
            return self.phrase(key, n=number(low), best=number(best))
        if low == count.high:
            return number(best)
        in_a_word = _IN_A_WORD.get((low, best, count.high))
        if in_a_word:
            return self.phrase(in_a_word, low=number(low), high=number(count.high))
        return self.phrase("best_range", best=number(best), low=number(low), high=number(count.high))

    def of_period(self, value: int | None, period: Period) -> Markup:
        """Return a number of the trend as a link to its period's rows: here, or on the page of an earlier period."""
        if period == self.view.period:
            return self.link(self.language.number(value), () if value else None)
        address = earlier_address(period, self.language)
        if not value or address not in self.earlier:
            return escape(self.language.number(value))
        return element("a", self.language.number(value), href=address, class_="n")

    def emphasized(self, key: str, count: Count) -> Markup:
        """Return a phrase with a toll in it, the toll emphasized."""
        return escape(self.language.phrase(key)).format(toll=element("strong", self.toll(count)))

    def marks(self) -> Markup:
        """Return what the colours of marked words mean, each in its own."""
        kinds = {"act": "trigger", "toll": "toll", "actor": "actor"}
        shown = {name: element("mark", self.phrase(f"mark_{kind}"), class_=kind) for name, kind in kinds.items()}
        return escape(self.phrase("marks", **{name: f"{{{name}}}" for name in kinds})).format(**shown)

    def change(self, row: BreakdownRow) -> str:
        """Return the usual count and, in a word or two, the change against it; small numbers get no ratio."""
        if row.change is None:
            return "–"
        number = self.language.number
        if row.alert_baseline is not None:
            return f"{number(row.alert_baseline)} · {self.phrase('verdict_alert')}"
        if row.change.verdict == "too_short":
            return number(row.change.baseline)
        return f"{number(row.change.baseline)} · {self.phrase(f'verdict_{row.change.verdict}')}"

    def link(self, text: str, target: Rows | Section | None) -> Markup:
        """Return a number as a link to its rows or section, plain text where there is none."""
        if target is None:
            return escape(text)
        if isinstance(target, str):
            return element("a", text, href=f"#{target}-{self.code}", class_="n")
        return element("a", text, href=f"#events-{self.code}", data_rows=encode_rows(target), class_="n")

    def counted(self, value: int, target: Rows | Section) -> Markup:
        """Return a number as a link to its rows; nothing leads nowhere."""
        return self.link(self.language.number(value), target if value else None)

    def losses(self, losses: Losses, outcome: Outcome, rows: Rows = (), *, alone: bool = False) -> Markup:
        """Return the counted losses, or what one outlet alone adds, as a link to the rows among `rows`."""
        support = "alone" if alone else "counted"
        return self.counted(losses.alone if alone else losses.counted, (*rows, (outcome, (support,))))

    def alone_note(self, losses: Losses, outcome: Outcome) -> Markup:
        """Return how much one outlet alone adds, said to be no part of the count."""
        return escape(self.phrase("alone_figure", n="{n}")).format(n=self.losses(losses, outcome, alone=True))

    def column(self, outcome: Outcome) -> str:
        """Return the heading of counted losses: by two outlets, where two were read."""
        return self.phrase(f"{outcome}_column" if self.view.needs_second else outcome)

    def linked(self, sentence: Sentence) -> Markup:
        """Return a sentence with its links."""
        return Markup("").join(self.link(part.text, part.link) for part in sentence)

    def facets(self, event: EventView) -> Markup:
        """Return an event's facets as data attributes, in the encoding of `encode_rows`."""
        written = (f' data-{name}="{escape(encode_values(values))}"' for name, values in event.facets.items())
        return Markup("").join(Markup(attribute) for attribute in written)  # noqa: S704 - escaped just above

    def events_chart(self) -> Markup:
        """Return the chart of events and reading."""
        label = self.phrase("chart_events")
        return events_chart(self.view.trend, usual=self.view.usual, label=label, language=self.language)

    def killed_chart(self) -> Markup:
        """Return the chart of people reported killed."""
        return killed_chart(self.view.trend, label=self.phrase("chart_killed"), language=self.language)

    @property
    def n_off_map(self) -> int:
        """Events that have a point, but one beyond the map's edge."""
        if not self.view.points:
            return 0
        frame = frame_around(self.view.points)
        return sum(point.n_events for point in self.view.points if not frame.holds(point))

    def map(self) -> Markup:
        """Return the map; '' when there is no point to draw."""
        if not self.view.points:
            return Markup("")
        countries = sorted({row.key for row in self.view.countries if row.key})
        n_drawn = sum(point.n_events for point in self.view.points)
        label = self.phrase("map_alt", events=self.language.count(n_drawn - self.n_off_map, "event"))
        return events_map(
            self.view.points, countries=countries, label=label, language=self.language, link=self._point_link
        )

    def close_ups(self) -> list[tuple[str, Markup]]:
        """Return the name and a map of each country whose points run together on the map."""
        countries = sorted({row.key for row in self.view.countries if row.key})
        maps = []
        for country in crowded(self.view.points):
            n_events = sum(point.n_events for point in self.view.points if point.country == country)
            name = self.language.country(country)
            label = self.phrase("map_alt_country", country=name, events=self.language.count(n_events, "event"))
            drawn = events_map(
                self.view.points,
                countries=countries,
                label=label,
                language=self.language,
                link=self._point_link,
                close_up=country,
            )
            maps.append((name, drawn))
        return maps

    def _point_link(self, point: MapPoint, mark: Markup) -> Markup:
        label = f"{self.name(point.name) or ''}: {self.language.count(point.n_events, 'event')}"
        return element("a", mark, href=f"#events-{self.code}", data_rows=encode_rows(point.rows), aria_label=label)

    def spark(self, row: BreakdownRow) -> Markup:
        """Return the recent history of a table's line as a small line."""
        numbers = ", ".join(self.language.number(value) for value in row.history)
        return sparkline(row.history, label=numbers)

    def bar(self, value: int, most: int) -> Markup:
        """Return a bar that shows a number's size within its column; hidden from readers, who have the number."""
        width = 100 * value / most if most else 0.0
        rect = element("rect", width=width, height=8, x=100 - width if self.code == "ar" else 0, class_="bar")
        return drawing(rect, width=100, height=8, label=None, kind="share")


def encode_rows(rows: Rows) -> str:
    """Return a filter of rows as `column=value|value&column=value`, each value percent-encoded."""
    return "&".join(f"{column}={encode_values(values)}" for column, values in rows)


def encode_values(values: tuple[str, ...]) -> str:
    """Return the values of one facet as `value|value`, each percent-encoded."""
    return "|".join(urllib.parse.quote(value, safe="") for value in values)
