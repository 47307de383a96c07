"""When a draft happened: the date of its own clauses, else what the article said last.

Date words are read in `dates`, where a draft happened is `placing`.
"""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.extract import dates_calendar as cal
from transforms.extract.acts import Act
from transforms.extract.dates import DateMention, days_before
from transforms.extract.drafts import Draft, Piece
from transforms.extract.earlier import RELATIVES, Earlier, goes_on
from transforms.extract.reading import Readers, Reading
from transforms.text.document import Sentence

_ANOTHER_MATTER = frozenset({"حيث", "فيما", "بينما", "عندما", "وذلك"})
_BESIDE = 6
"""Words from "the wounded" to the day on which they were wounded."""
_TO_BURIAL = 3
"""Days after which the dead are mostly buried."""
_DATELINE = 7
"""Words from which a sentence is more than a dateline."""
_NEAR_VERB = 3
"""Words between an act and the verb which says that it goes on."""
_WAS = frozenset({"كان", "كانت"})
_TO_HAD = 5
_PRAYERS = frozenset({"صلاه", "لصلاه", "بصلاه", "خطبه"})
_TO_SOURCE = 8
"""Words from who says something to the day on which it is said."""
_WARS = frozenset({"الحرب", "العدوان", "الحمله"})
_THAT = frozenset({"ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "،", "عن"})


@dataclass(frozen=True, slots=True)
class Telling:
    """How a draft is told: as referred to, as known, as over, or as going on while the article is written."""

    referred: bool
    known: bool
    past: bool
    under_way: bool
    rising: bool
    """Whether a toll told before goes up: "ارتفع عدد قتلى التفجير إلى"."""


def date_draft(readers: Readers, reading: Reading, draft: Draft, drafts: Sequence[Draft], sentence: Sentence) -> None:
    """Set the date of a draft: the nearest in its clauses, else in its sentence, else what the article said last."""
    telling = _how_told(readers, reading, draft)
    own = _own_dates(readers, reading, draft, telling, sentence)
    if own:
        # The day of the blow, not that of a later death or funeral: "القصف ... الثلاثاء، بعد أن توفي جريح اليوم".
        anchors = [act.first for act in draft.acts if not act.outcome] or [act.first for act in draft.acts]
        draft.date = min(
            own,
            key=lambda date: (date.precision > 4, min(abs(date.first - anchor) for anchor in anchors), date.precision),
        )
        draft.own_date = True
    elif draft.earlier is not None:
        _date_earlier(reading, draft, draft.earlier, drafts, sentence)
    elif (recent := _carried_date(readers, reading, draft, drafts, telling)) is not None:
        draft.date = recent
        draft.inherited_date = True
    elif reading.published is not None and (telling.known or (telling.past and not _is_opening(reading, draft))):
        draft.date = _weeks_before(reading.published, opening=_is_opening(reading, draft))
    elif reading.published is not None and telling.rising:
        draft.date = _weeks_before(reading.published, opening=True)
    elif reading.published is not None:
        draft.date = readers.dates.default(reading.published)


def _how_told(readers: Readers, reading: Reading, draft: Draft) -> Telling:
    referred = _is_known(readers, reading, draft) or _is_restated(readers, reading, draft)
    return Telling(
        referred=referred,
        known=draft.earlier is not None or (referred and not goes_on(draft.acts)),
        past=readers.earlier.is_past(reading.document.words, [(piece.first, piece.last) for piece in draft.pieces]),
        under_way=_is_under_way(readers, reading, draft),
        rising=any(_rises(readers, reading, draft, piece.first, piece.last) for piece in draft.pieces),
    )


def _rises(readers: Readers, reading: Reading, draft: Draft, first: int, last: int) -> bool:
    """Whether a clause tells that a toll goes up and no other act is told before that."""
    k = readers.earlier.tally_rises(reading.document.words[first:last])
    return k is not None and all(act.outcome or act.definite for act in draft.acts if act.first < first + k)


def _own_dates(
    readers: Readers, reading: Reading, draft: Draft, telling: Telling, sentence: Sentence
) -> list[DateMention]:
    """Return the dates that may be the draft's: of its clauses, else the only day that its sentence tells."""
    words = reading.document.words
    own = _dates_of_acts(readers, reading, draft)
    if telling.under_way:
        # Of fighting since months the day is today's: "معارك تدور منذ شهرين".
        own = [
            date
            for date in own
            if (_is_news(reading, date) and date.precision < cal.MONTH)
            or not _goes_on(readers, reading, *_act_of(draft, date))
        ]
    if telling.past:
        # "سبق أن استهدفوا المصلين خلال صلاة الجمعة": a Friday, not the last one.
        own = [date for date in own if date.kind != "weekday" or not _is_bare_weekday(words, date)]
    if telling.known:
        # "زار اليوم المصابين في الهجوم الذي وقع الخميس": what stands before a known act is the day of the visit.
        return [date for date in own if _is_of_known(words, draft, date) or _is_inside(draft.earlier, date)]
    if telling.referred and len(own) > 1:
        # "رحب اليوم بالعملية التي نفذت قبل أيام": of several dates the one behind what is referred to.
        return [date for date in own if _is_of_known(words, draft, date)] or own
    own = [_days_of_the_dead(reading, draft, date) for date in own] if len(own) == 1 else own
    if own or telling.past:
        return own
    inside = [d for d in reading.dates if sentence.first <= d.first < sentence.last and not d.future]
    lone = [d for d in inside if d.precision <= cal.DAYS and not _is_aside(reading, draft, d)]
    lone = [d for d in lone if _counted_from(readers, reading, draft, d) is d and not _is_of_another(reading, draft, d)]
    lone = [_days_of_the_dead(reading, draft, date) for date in lone]
    return lone if len(lone) == 1 and not (telling.under_way and not _is_news(reading, lone[0])) else []


def _days_of_the_dead(reading: Reading, draft: Draft, date: DateMention) -> DateMention:
    """Return a day as it is, that of a funeral as the days before it: "شيعوا اليوم جثامين ثلاثة استشهدوا برصاص"."""
    first = min(act.first for act in draft.acts)
    dead = any(act.outcome == "killed" for act in draft.acts) and all(a.outcome or not a.is_verb for a in draft.acts)
    if date.first >= first or date.precision > cal.DAY or not dead:
        return date
    cues = reading.marks.cues
    buried = any(("funeral", "any") in cues.get(j, ()) for j in range(max(0, date.first - _BESIDE), first))
    return dataclasses.replace(date, start=cal.shift(date.start, -_TO_BURIAL), precision=cal.DAYS) if buried else date


def _dates_of_acts(readers: Readers, reading: Reading, draft: Draft) -> list[DateMention]:
    """Return the dates of a draft's clauses that tell its acts, not what a relative clause adds or a source said.

    "قتل 30 الثلاثاء، بحسب ما أفاد مصدر أمس" happened on Tuesday; "الحركة التي تحكم منذ 2007" dates nothing.
    """
    own = [date for piece in draft.pieces for date in piece.dates if not date.future]
    told = (_counted_from(readers, reading, draft, date) for date in own if not _is_aside(reading, draft, date))
    own = [date for date in told if date is not None]
    if len(own) > 1:
        # "تفجير وقع خلال صلاة الجمعة في 26 يونيو الماضي": the prayer is not last Friday's.
        own = [date for date in own if reading.document.words[date.first - 1] not in _PRAYERS] or own
        own = [date for date in own if not _is_statement_day(readers, reading, draft, date)] or own
    return own


def _is_under_way(readers: Readers, reading: Reading, draft: Draft) -> bool:
    """Whether an act goes on while the article is written: "معارك تدور", "لا يزال القصف"."""
    return any(_goes_on(readers, reading, piece, act) for piece in draft.pieces for act in piece.acts)


def _goes_on(readers: Readers, reading: Reading, piece: Piece, act: Act) -> bool:
    first, last = max(piece.first, act.first - _NEAR_VERB), min(piece.last, act.last + _NEAR_VERB)
    return readers.earlier.goes_on_now(reading.document.words[first:last])


def _act_of(draft: Draft, date: DateMention) -> tuple[Piece, Act]:
    """Return the act that stands nearest to a date, with its clause."""
    told = [(piece, act) for piece in draft.pieces for act in piece.acts]
    return min(told, key=lambda one: abs(one[1].first - date.first))


def _is_news(reading: Reading, date: DateMention) -> bool:
    return reading.published is None or (reading.published - date.end).days <= 1


def _is_aside(reading: Reading, draft: Draft, date: DateMention) -> bool:
    """Whether a date stands in a relative clause that tells none of a draft's acts: "التنظيم الذي تأسس عام 2014"."""
    words, marks = reading.document.words, reading.marks
    low = max((act.last for act in draft.acts if act.last <= date.first), default=None)
    if low is None:
        return False
    days = date.precision <= cal.DAYS
    opened = [
        j
        for j in range(low, date.first)
        if (_is_pluperfect(words, j) if days else words[j].removeprefix("و") in RELATIVES)
    ]
    # "المدينة التي تشهد حربا منذ 2011" tells a state, "التي شهدت في 2011 هجوما" an act.
    state = date.kind == "duration" and bool(opened) and not _takes_time(draft, words, opened[-1])
    return bool(opened) and not any(
        tag.kind == "light" and tag.pos == "v" and not (state and tag.shape == "pres")
        for j in range(opened[-1], date.first)
        for tag in marks.tags[j]
    )


def _takes_time(draft: Draft, words: Sequence[str], pronoun: int) -> bool:
    """Whether what a relative clause speaks of is a draft's own act or a war: "الهجوم الذي يشنه منذ أسابيع"."""
    deeds = [act for act in draft.acts if not act.outcome]
    own = bool(deeds) and deeds[0].last <= pronoun <= deeds[0].last + 1
    return own or not _WARS.isdisjoint(words[pronoun - 2 : pronoun])


def _counted_from(readers: Readers, reading: Reading, draft: Draft, date: DateMention) -> DateMention | None:
    """Return a date, as the span up to publication where a beginning is told by it, None where that only measures.

    "أسوأ يوم منذ بدء الحرب في مارس" is no day of March, "هدمت 90 منزلا منذ بدء الحرب في مارس" is a sum since then.
    """
    low = max(s.first for s in reading.document.sentences if s.first <= date.first)
    found = readers.earlier.beginning(reading.document.words, date.first, low=low)
    if found is None or all(found[0] < act.first < date.first for act in draft.acts):
        return date
    if found[1] or reading.published is None or date.start > reading.published:
        return None
    precision = cal.precision_of(date.start, reading.published)
    return dataclasses.replace(date, end=reading.published, precision=precision, kind="duration")


def _is_of_another(reading: Reading, draft: Draft, date: DateMention) -> bool:
    """Whether a date stands in the relative clause of another act: "ضلوعهم في التفجيرات التي وقعت السبت"."""
    words = reading.document.words
    low = max((act.last for act in draft.acts if act.last <= date.first), default=date.first)
    others = [act for act in reading.marks.acts if low <= act.first < date.first and not act.is_verb and act.definite]
    return any(not RELATIVES.isdisjoint(words[act.last : act.last + 2]) for act in others)


def _is_pluperfect(words: Sequence[str], j: int) -> bool:
    """Whether a clause tells what had happened before: "كانت تعزيزات قد وصلت"."""
    return words[j].removeprefix("و") in _WAS and "قد" in words[j + 1 : j + _TO_HAD]


def _is_statement_day(readers: Readers, reading: Reading, draft: Draft, date: DateMention) -> bool:
    """Whether a day is that of a statement: "أعلن الجيش أمس أن", "بحسب بيان صدر الأربعاء", "وأمس قالت"."""
    words = reading.document.words
    if date.precision > cal.DAY or readers.earlier.says(words[date.last : date.last + 1]):
        return date.precision <= cal.DAY
    low = max([act.last for act in draft.acts if act.last <= date.first] + [date.first - _TO_SOURCE])
    low = max(low, next((p.first for p in draft.pieces if p.first <= date.first < p.last), low))
    before = words[low : date.first]
    return _THAT.isdisjoint(before) and readers.earlier.says(before)


def _is_bare_weekday(words: Sequence[str], date: DateMention) -> bool:
    return date.last - date.first == 1 and words[date.first - 1] not in {"يوم", "مساء", "صباح", "فجر", "ليل", "ظهر"}


def _is_inside(earlier: Earlier | None, date: DateMention) -> bool:
    """Whether a day stands inside what tells an earlier incident: "المدينة التي شهدت أمس تفجيرا"."""
    return earlier is not None and not earlier.unit and earlier.first < date.first < earlier.last


def _is_of_known(words: Sequence[str], draft: Draft, date: DateMention) -> bool:
    """Whether a date tells when known acts happened: one behind them, or a span such as "the last month"."""
    behind = [act.last for act in draft.acts if act.last <= date.first]
    if all(act.outcome for act in draft.acts):
        return bool(behind) and date.first - behind[-1] <= _BESIDE
    if not behind:
        return date.precision > cal.DAYS
    return _ANOTHER_MATTER.isdisjoint(words[behind[-1] : date.first])


def _date_earlier(
    reading: Reading, draft: Draft, earlier: Earlier, drafts: Sequence[Draft], sentence: Sentence
) -> None:
    """Set the date of an incident that lies before the one told beside it."""
    told = [d for d in reversed(drafts) if d.pieces[-1].sentence == sentence.index and d.own_date]
    beside = next((d.date for d in told if d.date is not None and d.date.precision <= cal.DAYS), None)
    inside = [d for d in reading.dates if sentence.first <= d.first < sentence.last and d.precision <= 2]
    inside = [d for d in inside if not d.future and not earlier.first <= d.first < earlier.last]
    base = beside or (inside[0] if inside else None) or _recent_date(reading, drafts)
    if base is None and reading.published is not None:
        base = DateMention(0, 0, reading.published - dt.timedelta(days=1), reading.published, 2, "relative")
    if base is None:
        return
    counted = days_before(base, earlier.unit, earlier.count)
    if counted is not None:
        draft.date, draft.own_date = counted, True
    else:
        draft.date = _weeks_before(base.end, opening=_is_opening(reading, draft))


def _weeks_before(day: dt.date, *, opening: bool) -> DateMention:
    """Return the week, after the opening of an article the month, up to a day: when known incidents happened."""
    back, precision = (7, 3) if opening else (30, 4)
    return DateMention(0, 0, day - dt.timedelta(days=back), day, precision, "relative")


def _is_opening(reading: Reading, draft: Draft) -> bool:
    first = draft.first_piece
    body = [s for s in reading.document.sentences if s.zone == "body"]
    # A dateline is no lead: "عين اليوم - أبها".
    starts = [act.first for act in reading.marks.acts[:1]]
    lead = next(
        (s.index for s in body if s.last - s.first >= _DATELINE or s.first <= min(starts, default=0) < s.last), 0
    )
    return first.zone == "title" or first.sentence <= lead


def _is_known(readers: Readers, reading: Reading, draft: Draft) -> bool:
    """Whether a draft only refers to what readers know: an incident of the weeks before, not of the day."""
    if draft.first_piece.zone == "title":
        return False
    clauses = [(piece.first, piece.last, piece.acts) for piece in draft.pieces]
    opening = _is_opening(reading, draft)
    return readers.earlier.is_known(reading.document.words, reading.marks, clauses, opening=opening)


def _is_restated(readers: Readers, reading: Reading, draft: Draft) -> bool:
    """Whether a statement of a day tells again of known acts: "في بيان صدر أمس أن التفجير أسفر عن مقتل 26"."""
    deeds = [act for act in draft.acts if not act.outcome]
    dates = [date for piece in draft.pieces for date in piece.dates if not date.future]
    if not deeds or any(act.is_verb or not act.definite for act in deeds) or _is_opening(reading, draft):
        return False
    return len(dates) == 1 and _is_statement_day(readers, reading, draft, dates[0])


def _carried_date(
    readers: Readers, reading: Reading, draft: Draft, drafts: Sequence[Draft], telling: Telling
) -> DateMention | None:
    """Return the date that still holds for a draft; where an article turns to another matter, only yesterday's news."""
    if drafts and readers.earlier.is_this(reading.document.words, draft.acts):
        return drafts[-1].date
    if telling.known or telling.past:
        return None
    recent = _recent_date(reading, drafts)
    if recent is None or (draft.first_piece.joint != "turn" and not telling.under_way):
        return recent
    return recent if _is_news(reading, recent) else None


def _recent_date(reading: Reading, drafts: Sequence[Draft]) -> DateMention | None:
    """Return the day-level date told last in the article, if it is news at publication."""
    for draft in reversed(drafts):
        # "قصفت الطائرات أمس المدينة، غداة الهجوم": what follows is of yesterday, not of the day before.
        if draft.own_date and draft.earlier is None and draft.date is not None and draft.date.precision <= 2:
            fresh = reading.published is None or 0 <= (reading.published - draft.date.end).days <= 3
            return draft.date if fresh else None
    return None
