"""Tolls that add up many incidents: "مقتل 260 خلال أسبوع من الغارات", "الهجمات التي أودت بحياة 300 شخص هذا الشهر".

They belong to no incident; which tolls a clause tells is `casualties`, statistics by name are `confidence`.
"""

from collections.abc import Sequence

from transforms.extract import dates_calendar as cal
from transforms.extract.acts import Act
from transforms.extract.dates import DateMention
from transforms.extract.earlier import in_relative
from transforms.extract.outcomes import Casualty
from transforms.extract.places import Chain
from transforms.gazetteer.places import Place

HARM = frozenset({"killed", "injured"})
LEAST = 20
"""A smaller sum may well be one incident's."""
LEAST_IN_DAYS = 50
"""In a week or two an operation may well kill fewer."""
REPEATED = 30
"""From here on a figure told again in the article is the same sum."""
BREAKDOWN = 5
"""Sentences after a monthly figure in which its parts are told."""
OPENING = 2
"""Up to this sentence hundreds of dead are the news."""
_HUNDREDS = 100
_WEEK_DAYS = 6
_TWO_WEEKS = 14
"""Up to here one operation may last, in a governorate at least."""
_FIGHTING = frozenset({"clash", "fight"})
"""Fighting of a week is one battle; raids and attacks of a week are many."""
_NOW = ("حتي", "الان")
_REPORTS = frozenset({"تقرير", "التقرير", "احصاييه", "احصاييات", "رصد", "رصدت", "وثق", "وثقت"})
"""What counts up the dead of a month."""
_PERIODS = frozenset({"الفتره", "المده"})
_THAT = frozenset({"هذه", "تلك", "نفسها", "ذاتها", "المذكوره"})
_SERIES = frozenset({"سلسله", "موجه"})
_ORDINAL_SPAN = frozenset({"للشهر", "للاسبوع", "للعام", "للسنه"})
_WIDE_KINDS = frozenset({"country", "region", "admin1"})


def span_of_recap(
    words: Sequence[str],
    acts: Sequence[Act],
    chains: Sequence[Chain],
    dates: Sequence[DateMention],
    casualties: Sequence[Casualty],
    places: Sequence[Place],
    *,
    first: int,
    last: int,
) -> int:
    """Return the UCDP precision of the span that a clause's toll adds up (3 week .. 5 year), 0 when it is no sum.

    `acts` are all that the clause names, those that did not count among them.
    """
    counted = [r for r in casualties if r.outcome in HARM and not r.subset and (r.people.count.low or 0) >= LEAST]
    if not counted:
        return 0
    near = min(dates, key=lambda date: min(_apart(date, row) for row in counted), default=None)
    span = _precision(near) if near is not None else 0
    day = near is not None and near.precision <= cal.DAYS
    if span == cal.YEAR and any(date.precision <= cal.DAYS for date in dates):
        return span  # "أعدم الخميس أحد المخططين لاعتداءات أوقعت 257 قتيلا في 1993"
    many = any((row.people.count.low or 0) >= LEAST_IN_DAYS for row in counted)
    reported = many and span >= cal.MONTH and not day and not _REPORTS.isdisjoint(words[first:last])
    if reported or _over_that_time(words, first, last):
        return max(span, cal.WEEK)
    if _tells_one(words, acts):
        return 0
    if any(word in _ORDINAL_SPAN for word in words[first:last]):
        return cal.MONTH
    kinds = _kinds(chains, places)
    if _so_far(words, acts, counted, first, last):
        return cal.WEEK
    if span >= cal.MONTH and not day:
        # "وفي مارس في متحف باردو (22 قتيلا)" is one attack in a named place; several need a plural to be told there.
        return span if _several(acts) or not kinds - _WIDE_KINDS else 0
    weekly = span == cal.WEEK and many and kinds <= {"country"} and not any(act.sense in _FIGHTING for act in acts)
    return cal.WEEK if weekly or (not day and any(_lists_countries(chain, places) for chain in chains)) else 0


def is_open_sum(
    acts: Sequence[Act],
    chains: Sequence[Chain],
    dates: Sequence[DateMention],
    casualties: Sequence[Casualty],
    places: Sequence[Place],
) -> bool:
    """Whether hundreds died in raids or attacks of no day in no town: "قتل 260 مقاتلا في غارات تركية"."""
    others = [act for act in acts if act.outcome not in HARM]
    hundreds = any(
        row.outcome == "killed" and not row.subset and (row.people.count.low or 0) >= _HUNDREDS for row in casualties
    )
    return (
        hundreds
        and not dates
        and _several(acts)
        and not any(act.is_verb or act.shape != "pl" for act in others)
        and not _kinds(chains, places) - _WIDE_KINDS
    )


def _several(acts: Sequence[Act]) -> bool:
    return any(act.outcome not in HARM and act.shape == "pl" and act.sense not in _FIGHTING for act in acts)


def is_part(
    acts: Sequence[Act],
    chains: Sequence[Chain],
    dates: Sequence[DateMention],
    casualties: Sequence[Casualty],
    places: Sequence[Place],
) -> bool:
    """Whether a clause tells what a governorate adds to a monthly figure: "سجلت محافظة نينوى مقتل 101"."""
    harm = bool(acts) and all(act.outcome in HARM for act in acts)
    dated = any(date.precision <= cal.DAYS for date in dates)
    return harm and bool(casualties) and not dated and "admin1" in _kinds(chains, places)


def _so_far(words: Sequence[str], acts: Sequence[Act], counted: Sequence[Casualty], first: int, last: int) -> bool:
    """Whether raids or attacks, in the plural, are counted up to now: "أوقعت الغارات حتى الآن 400 قتيل"."""
    many = any((row.people.count.low or 0) >= LEAST_IN_DAYS for row in counted)
    return _several(acts) and many and any(tuple(words[j : j + 2]) == _NOW for j in range(first, last))


def _over_that_time(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a toll is that of a stretch of time told before: "خلال هذه الفترة", "في الفترة نفسها"."""
    return any(
        words[j] in _PERIODS and not _THAT.isdisjoint((words[j - 1], *words[j + 1 : j + 2]))
        for j in range(first + 1, last)
    )


def _tells_one(words: Sequence[str], acts: Sequence[Act]) -> bool:
    """Whether a clause tells a single act beside its dead: "هجوم أوقع 40 قتيلا", not "الأحدث في سلسلة الهجمات"."""
    others = [act for act in acts if act.outcome not in HARM]
    for i, act in enumerate(others):
        if act.shape == "pl" and _SERIES.intersection(words[max(0, act.first - 2) : act.first]):
            return any(not other.is_verb and other.shape != "pl" for other in others[i:])
    return any(
        (act.is_verb and not in_relative(words, act)) or (act.shape != "pl" and not _is_counted(words, act))
        for act in others
    )


def _is_counted(words: Sequence[str], act: Act) -> bool:
    """Whether a number makes several of an act in the singular: "نفذ 300 غارة"."""
    return act.pos != "m" and act.first > 0 and words[act.first - 1].isdecimal() and int(words[act.first - 1]) >= LEAST


def _apart(date: DateMention, row: Casualty) -> int:
    return max(date.first - row.last, row.first - date.last, 0)


def _precision(date: DateMention) -> int:
    days = (date.end - date.start).days
    if date.precision >= cal.MONTH and days >= _TWO_WEEKS:
        return date.precision
    return cal.WEEK if days >= _WEEK_DAYS else 0


def _kinds(chains: Sequence[Chain], places: Sequence[Place]) -> set[str]:
    heads = [mention for chain in chains for mention in (chain.head, *chain.siblings)]
    return {places[head.candidates[0]].kind if head.candidates else "unknown" for head in heads}


def _lists_countries(chain: Chain, places: Sequence[Place]) -> bool:
    return bool(chain.siblings) and _kinds([chain], places) == {"country"}
