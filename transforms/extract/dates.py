"""Date mentions of a text, resolved against the publication day: the grammar around the single date.

Day parts before it, weekday and figures beside it, ranges, "since", parts of a month, and words that point back to a
date told before. The single dates are `dates_absolute` and `dates_relative`, the arithmetic is `dates_calendar`.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from transforms.extract import dates_calendar as cal
from transforms.extract.dates_absolute import AbsoluteDates
from transforms.extract.dates_calendar import Kind, Span
from transforms.extract.dates_feasts import FeastDates
from transforms.extract.dates_lexicon import DateWords
from transforms.extract.dates_relative import RelativeDates, at_distance
from transforms.extract.numbers_words import CardinalReader

Found = tuple[Span, int]

_PAUSES = frozenset({"،", ",", "(", "-", "–", "/"})
_HYPHENS = frozenset("-–—")
# A date has at most so many parts of day, weekdays and figures side by side.
_HALF_A_DAY = 12
_MOST_PREFIXES = 4
_MOST_APPOSITIONS = 3
_CLITICS = "وفبل"
_BACK_THEN = frozenset({"الحين", "التاريخ", "الوقت"})
_TODAY = {"اليوم": 0, "امس": 1}
_BEFORE_YESTERDAY = frozenset({"من", "اول", "قبل"})


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date told on tokens [first, last): its days, both ends included, and its UCDP precision 1 (day) .. 5 (year).

    `future` marks a coming day; kind "duration" a stretch that ends at publication; "anaphoric" a day counted from the
    mention before it ("in the following day").
    """

    first: int
    last: int
    start: dt.date
    end: dt.date
    precision: int
    kind: Kind
    future: bool = False


class DateReader:
    """Finds date mentions in normalized tokens; built once from the date_*.tsv tables, then immutable."""

    __slots__ = (
        "_absolute", "_dayparts", "_feasts", "_followers", "_leads", "_pointers", "_relative", "_starters", "_words",
    )  # fmt: skip

    def __init__(self, cardinals: CardinalReader | None = None) -> None:
        self._words = DateWords(cardinals or CardinalReader.from_lexicon())
        self._absolute = AbsoluteDates(self._words)
        self._relative = RelativeDates(self._words)
        self._feasts = FeastDates(self._words)
        self._pointers = self._words.anaphors.alone() | _BACK_THEN
        self._dayparts = self._words.dayparts()
        self._starters = self._words.starters() | self._feasts.starters()
        self._leads = self._words.leads()
        self._followers = self._words.followers() | self._feasts.followers()

    def find(
        self, words: Sequence[str], *, published: dt.date | None, start: int = 0, stop: int | None = None
    ) -> list[DateMention]:
        """Return the mentions in tokens [start, stop), in order, none overlapping.

        Without a publication day only absolute dates that name their year come out.
        """
        tokens = list(words if stop is None else words[:stop])
        published = self.local_day(tokens, published)
        mentions: list[DateMention] = []
        i = start
        while i < len(tokens):
            if not self._may_start(tokens, i):
                i += 1
                continue
            mention = self._anaphoric(tokens, i, mentions, published) or self._mention(tokens, i, published)
            if mention is not None:
                mentions.append(mention)
            i = mention.last if mention is not None else i + 1
        return mentions

    def find_in_sentences(
        self, words: Sequence[str], sentences: Iterable[tuple[int, int]], *, published: dt.date | None
    ) -> list[DateMention]:
        """Return the mentions of some sentences [first, last) of an article, with token positions in the article.

        A sentence is read by itself but for the local day and for what points back to the sentence before.
        """
        today = self.local_day(words, published)
        found: list[DateMention] = []
        for first, last in sentences:
            tokens = words[first:last]
            mentions = found[-2:]
            known = len(mentions)
            past = 0
            starters = self._starters
            for i in [i for i, word in enumerate(tokens) if word in starters or word[0].isdecimal()]:
                if i < past or not self._may_start(tokens, i):
                    continue
                mention = self._anaphoric(tokens, i, mentions, today) or self._mention(tokens, i, today)
                if mention is not None:
                    mentions.append(mention)
                    past = mention.last
            found += [dataclasses.replace(m, first=m.first + first, last=m.last + first) for m in mentions[known:]]
        return found

    def amount(self, words: Sequence[str], i: int) -> tuple[str, int, int] | None:
        """Return (unit, count, token after) of a stretch of time at token `i`: "ثلاثة أيام", "نحو شهر"."""
        return self._relative.amount(words, i)

    def default(self, published: dt.date) -> DateMention:
        """Return the date of fresh news that names none: the day before publication or the day itself."""
        return DateMention(0, 0, cal.shift(published, -1), published, cal.DAYS, "relative")

    def _may_start(self, words: Sequence[str], i: int) -> bool:
        """True when a date can begin at token `i`: two set look-ups, since nearly every token fails here."""
        word = words[i]
        if word not in self._starters and not word[0].isdecimal():
            return False
        if word not in self._leads:
            return True
        following = words[i + 1] if i + 1 < len(words) else "\n"
        return following in self._followers or following[0].isdecimal()

    def local_day(self, words: Sequence[str], published: dt.date | None) -> dt.date | None:
        """Return the day that an article calls today, as its "اليوم الخميس" and "أمس الأربعاء" tell.

        That is the day after publication where this is stamped in UTC, and up to five days before it where an article
        was printed later than written. Without such words, or where they differ, publication day.
        """
        if published is None:
            return None
        told = {
            day for word, back in _TODAY.items() if word in words for day in self._days(words, word, back, published)
        }
        return told.pop() if len(told) == 1 else published

    def _days(self, words: Sequence[str], word: str, back: int, published: dt.date) -> Iterator[dt.date]:
        """Yield the day that today is by each "اليوم" or "أمس" with its weekday."""
        latest = cal.shift(published, 1)
        for i in [i for i, other in enumerate(words) if other == word]:
            k = i + 2 if words[i + 1 : i + 2] and words[i + 1] in _PAUSES else i + 1
            weekday = self._words.weekdays.get(words[k]) if k < len(words) and words[k][0] != "و" else None
            if weekday is None or self._words.has(words, k + 1, "shift") or (i and words[i - 1] in _BEFORE_YESTERDAY):
                continue
            yield cal.shift(latest, -((latest.isoweekday() - weekday - back) % 7))

    def _mention(self, words: Sequence[str], i: int, published: dt.date | None) -> DateMention | None:
        found = self._range(words, i, published)
        if found is None and (self._words.has(words, i, "since") or self._words.has(words, i, "between")):
            found = self._since(words, i, published) or self._single(words, i, published)
        if found is None:
            return None
        span, j = found
        # A day ahead may be the local day of a publication time in UTC; only غدا calls it tomorrow.
        future = span.future or (published is not None and span.start > cal.shift(published, 1))
        return DateMention(i, j, span.start, span.end, span.precision, span.kind, future)

    # -- pointing back ----------------------------------------------------------------------------------------------

    def _anaphoric(
        self, words: Sequence[str], i: int, mentions: list[DateMention], published: dt.date | None
    ) -> DateMention | None:
        since = self._words.at(words, i, "since")
        j = since[1] if since is not None else self._after_dayparts(words, i)
        found = self._words.anaphors.match(words, j)
        if found is None:
            return None
        adverb = found[1] - j == 1 or words[found[1] - 1] in _BACK_THEN
        anchors = [m for m in mentions if not m.future and m.kind != "duration"]
        if adverb and published is not None:
            # "حينها" takes back to a day that is over: nobody calls today or yesterday by it.
            anchors = [m for m in anchors if m.start < cal.shift(published, -1)]
        anchor = anchors[-1] if anchors else None
        if anchor is None:
            return None
        offset, j = found
        if (anchor.precision > cal.DAYS and not adverb) or (offset > 0 and "".join(words[j : j + 1]).startswith("لل")):
            return None  # "اليوم التالي للحرب" is the day after the war, not the day after the date before it
        start, end = cal.shift(anchor.start, offset), cal.shift(anchor.end, offset)
        if since is not None and published is not None:
            whole = cal.days(start, published, "range")
            return DateMention(i, j, start, published, max(whole.precision, anchor.precision), "range")
        return DateMention(i, j, start, end, anchor.precision, "anaphoric")

    def points_back(self, words: Sequence[str]) -> bool:
        """Whether some words count from a date told before them: "وقتل آنذاك", "ومنذ ذلك الحين"."""
        return not self._pointers.isdisjoint(words)

    # -- ranges -----------------------------------------------------------------------------------------------------

    def _range(self, words: Sequence[str], i: int, published: dt.date | None) -> Found | None:
        """Read "منذ مساء الجمعة وحتى صباح السبت", "بين 3 آذار و7 آذار", "من السبت إلى الاثنين", "بين 3 و7 آذار".

        Without a word that opens a range, a single date that begins no range is returned as it is.
        """
        since = self._words.at(words, i, "since")
        cue = since or self._words.at(words, i, "between")
        first = self._single(words, cue[1] if cue is not None else i, published)
        if first is None:
            return None
        span, j = first
        j = j + 1 if since and words[j : j + 1] == ["،"] and self._words.has(words, j + 1, "joint") else j
        second = self._range_end(words, j, cued=cue is not None, joint_and=cue is not None and since is None)
        found = self._single(words, second, published) if second is not None else None
        if found is None or found[0].future:
            return first if cue is None or (since is None and span.kind == "range") else None
        last = found[0]
        start = cal.first_before(span, last)
        if start <= last.end:
            return cal.days(start, last.end, "range"), found[1]
        return first if cue is None else None

    def _range_end(self, words: Sequence[str], j: int, *, cued: bool, joint_and: bool) -> int | None:
        """Return the token at which the second end of a range begins, after its connector."""
        joint = self._words.at(words, j, "joint")
        if joint is not None:
            return joint[1]
        if j >= len(words) or not cued:
            return None
        if words[j] in _HYPHENS or (joint_and and words[j] == "و"):
            return j + 1
        return j if joint_and and words[j][0] == "و" else None

    def _since(self, words: Sequence[str], i: int, published: dt.date | None) -> Found | None:
        """Read "منذ السبت", "منذ مارس الماضي", "منذ عام 2011" as the days from then to publication."""
        cue = self._words.at(words, i, "since")
        if cue is None or published is None:
            return None
        ago = self._relative.read(words, i, published)
        if ago is not None:
            return ago
        found = self._single(words, cue[1], published)
        if found is None or found[0].start > published:
            return None
        span, j = found
        if span.kind == "weekday" and span.start == published and not self._words.has(words, cue[1], "daypart"):
            span = dataclasses.replace(span, start=cal.shift(span.start, -7), end=cal.shift(span.end, -7))
        if span.start == published or span.precision == cal.DAYS:
            return span, j
        whole = cal.days(span.start, published, "range")
        kind: Kind = "duration" if whole.precision > cal.DAYS else "range"
        return dataclasses.replace(whole, kind=kind, precision=max(whole.precision, span.precision)), j

    # -- a single date ----------------------------------------------------------------------------------------------

    def _single(self, words: Sequence[str], i: int, published: dt.date | None) -> Found | None:
        """Read day parts, the date itself and what stands beside it: "فجر اليوم الأحد 16 تشرين الأول"."""
        if i >= len(words):
            return None
        phased = self._phased(words, i, published)
        if phased is None and published is not None:
            phased = self._relative.counting(words, i, published)
        phased = phased or self._feasts.read(words, i, published)
        if phased is not None:
            return phased
        j = self._after_dayparts(words, i)
        if j >= len(words):
            return None
        night = published is not None and j > i and self._words.at(words, j - 1, "daypart") == ("night", j)
        found = self._relative.night_between(words, j, published) if night and published is not None else None
        found = found or self._core(words, j, published)
        return self._with_appositions(words, *found, published) if found is not None else None

    def _core(self, words: Sequence[str], j: int, published: dt.date | None) -> Found | None:
        relative = self._relative.read(words, j, published) if published is not None else None
        found = relative or self._absolute.read(words, j, published) or self._feasts.read(words, j, published)
        if found is None and published is None and words[j] in self._words.weekdays:
            beside = self._beside(words, j + 1, None)
            return (
                (cal.snapped(beside[0], self._words.weekdays[words[j]], None), beside[1])
                if beside is not None
                else None
            )
        return found

    def _phased(self, words: Sequence[str], i: int, published: dt.date | None) -> Found | None:
        """Read "مطلع الشهر الجاري", "منتصف يوليو الماضي", "أواخر عام 2013"."""
        phase = self._words.at(words, i, "phase")
        if phase is None and words[i][:1] in _CLITICS:
            phase = self._words.at((words[i][1:],), 0, "phase")
            phase = (phase[0], i + 1) if phase is not None else None
        if phase is None or phase[1] >= len(words):
            return None
        found = self._core(words, phase[1], published)
        if found is None or found[0].precision < cal.WEEK or found[0].kind == "duration":
            return None
        return cal.narrowed(found[0], phase[0], published), found[1]

    def _after_dayparts(self, words: Sequence[str], i: int) -> int:
        """Return the token after "بعد منتصف ليلة", "صباح يوم", "مساء" and the like, `i` when none stands there."""
        j = i
        for _ in range(_MOST_PREFIXES):
            if j >= len(words) or (j > i and self._is_today(words, j)):
                return j
            word = words[j]
            known = word in self._dayparts or (j == i and word[:1] in _CLITICS and word[1:] in self._dayparts)
            if not known or self._is_today(words, j):
                return j
            j += 1
            if j < len(words) and words[j] in {"من", "و"} and self._words.has(words, j - 1, "daypart"):
                j += 1
        return j

    def _is_today(self, words: Sequence[str], j: int) -> bool:
        return self._words.relative.match(words, j) is not None

    def _with_appositions(self, words: Sequence[str], span: Span, j: int, published: dt.date | None) -> Found:
        """Return the span as the words beside it make it: a weekday or figures are surer than اليوم."""
        for _ in range(_MOST_APPOSITIONS):
            beside = self._beside(words, j, published)
            if beside is None:
                break
            merged = _merge(span, beside[0], published)
            if merged is None:
                break
            span, j = merged, beside[1]
        return span, j

    def _beside(self, words: Sequence[str], j: int, published: dt.date | None) -> Found | None:
        """Return the weekday or absolute date in apposition at token `j`, brackets and "الموافق" skipped."""
        k = j + 1 if j < len(words) and words[j] in _PAUSES else j
        equals = self._words.at(words, k, "equals")
        k = equals[1] if equals is not None else k
        while k < len(words) and words[k] in {"(", ":", "ل", "يوم", "من"} and k - j < _MOST_PREFIXES:
            k += 1
        if k >= len(words) or words[k][0] == "و":
            return None
        found = self._weekday_beside(words, k, published) or self._absolute_beside(words, k, published)
        if found is None:
            return None
        span, end = found
        opened = "(" in words[j:k]
        return span, end + 1 if opened and end < len(words) and words[end] == ")" else end

    def _weekday_beside(self, words: Sequence[str], k: int, published: dt.date | None) -> Found | None:
        if published is None or words[k] not in self._words.weekdays:
            return None
        return self._relative.read(words, k, published)

    def _absolute_beside(self, words: Sequence[str], k: int, published: dt.date | None) -> Found | None:
        found = self._absolute.read(words, k, published)
        return found if found is not None and found[0].precision == cal.DAY else None


def days_before(base: DateMention, unit: str, count: int) -> DateMention | None:
    """Return what lies `count` units before a date ("days" for "some days before"), None when the time is untold.

    Hours before is the same day ("hours" for some of them), unless half a day or more is told.
    """
    if unit == "days":
        return dataclasses.replace(base, start=cal.shift(base.end, -6), end=cal.shift(base.end, -1), precision=cal.DAYS)
    if not unit:
        return None
    if unit in {"hours", "minute"} or (unit == "hour" and 0 < count < _HALF_A_DAY):
        return base
    if unit == "hour":
        return dataclasses.replace(base, start=cal.shift(base.start, -1), precision=cal.DAYS)
    first, last = at_distance(unit, count, base.start), at_distance(unit, count, base.end)
    precision = max(base.precision, first.precision)
    return dataclasses.replace(base, start=first.start, end=last.end, precision=precision, kind="relative")


def _merge(span: Span, beside: Span, published: dt.date | None) -> Span | None:
    """Return the surer of two dates told side by side, None when the second does not speak of the first."""
    if span.kind in {"month", "year", "duration"} or span.precision > cal.DAYS:
        return None
    if beside.kind == "weekday":
        if span.kind != "relative":
            return None
        return dataclasses.replace(beside, future=span.future) if not span.future else span
    if span.kind == "absolute":
        return beside if beside.year_given and not beside.hijri and span.hijri else span
    if span.start != span.end:
        return span
    return cal.snapped(beside, span.start.isoweekday(), published) if span.kind == "weekday" else beside
