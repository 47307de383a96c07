"""Acts that a text only recalls without a day, or counts over a stretch of time: no incidents by the codebook.

What others answer or count from is `earlier`, tolls that add up weeks are `recaps`; the decision is `confidence`.
"""

import datetime as dt
from collections.abc import Sequence

from transforms.extract import dates_calendar as cal
from transforms.extract.acts import Act
from transforms.extract.drafts import Draft, Piece
from transforms.extract.earlier import RELATIVES, in_relative
from transforms.extract.recaps import HARM

_COUNTED = 10
"""So many raids or demolitions are several days' where a clause counts them over a stretch of time."""
_WHILE = frozenset({"الوقت", "الحين", "اليوم", "الساعه", "اللحظه"})
"""What a relative clause tells the time of: "في الوقت الذي اقتحم فيه" goes on with the news."""
_IN_YEAR = frozenset({"في", "عام", "سنه", "العام"})
_NO_YEAR = frozenset({"منذ", "قرار", "القرار", "رقم", "قانون", "القانون", "طراز", "موديل", "مونديال", "كاس", "رويه"})
"""What a number like a year counts or names: "القرار 1973"; "منذ 2011" is a state that lasts."""
_YEAR_REACH = 8
"""Words from an act to the bare year in which it was."""
_YEAR_DIGITS = 4
_WAR_REACH = 8
_DURING = frozenset({"خلال", "ابان", "اثناء", "طوال", "طيله"})
_WARS = frozenset({"الحرب", "العدوان", "الاباده", "حرب"})
BEGINNINGS = frozenset(
    {"بدء", "بدايه", "مطلع", "انطلاق", "اندلاع", "تنصيب", "اعلان", "توقيع", "تولي", "توليه", "تسلم", "تسلمه", "انتخاب"}
)
_BEGUN_REACH = 10
_STOPS = frozenset({".", "\u060c", "\n", "(", "حيث", "اذ", "فيما", "بينما", "وسط", "رغم", "بعد"})
_MEASURES = frozenset(
    {"اول", "الاولي", "اكبر", "اعنف", "اسوا", "اعلي", "اشد", "اخطر", "اضخم", "الاكبر", "الاعنف", "الاسوا", "الاشد",
     "الاول", "الثانيه", "الثالثه", "ثاني", "ثالث", "عدد", "حصيله", "اليوم",
     "نوعه", "نوعها", "المره", "مره"}
)  # fmt: skip
"""What is only measured by a beginning: "أعنف قصف منذ بدء الحرب" is one day's."""
_GOING_ON = ("المستمر", "المتواصل", "الداير", "المحاصر", "المحتل", "المندلع", "المغلق", "الجاري", "مستمر", "متواصل")
_PERIODS = frozenset({"الفتره", "المده", "منذ"})


def is_told_aside(draft: Draft, words: Sequence[str]) -> bool:
    """Whether nothing but a relative clause without a day tells what was done: "على أنقاض منزلها الذي دمرته الغارات".

    Deaths are left out: "شيعوا الشاب الذي استشهد برصاص الاحتلال" is news of the day or of the day before.
    """
    if draft.own_date or draft.first_piece.zone == "title":
        return False
    if _in_a_war(draft.acts[0], words):
        return True
    return all(_is_aside(piece, words) for piece in draft.pieces if piece.acts)


def _is_aside(piece: Piece, words: Sequence[str]) -> bool:
    deeds = [act for act in piece.acts if act.outcome not in HARM]
    if not deeds or deeds[0] is not piece.acts[0] or not _opens_relative(deeds[0], words):
        return False
    return all(act.conjunction != "و" or not act.is_verb for act in deeds[1:])


def _opens_relative(act: Act, words: Sequence[str]) -> bool:
    if not act.is_verb or act.shape != "past" or not in_relative(words, act):
        return False
    pronoun = next(j for j in range(act.first - 1, -1, -1) if words[j].removeprefix("و") in RELATIVES)
    return pronoun == 0 or words[pronoun - 1] not in _WHILE


def _in_a_war(act: Act, words: Sequence[str]) -> bool:
    """Whether all that is told of the time of an act is a war: "عاد إلى الميناء بعد استهدافه خلال الحرب"."""
    behind = words[act.last : act.last + _WAR_REACH]
    ends = next((j for j, word in enumerate(behind) if word.removeprefix("و") in RELATIVES), len(behind))
    return any(word in _DURING and behind[j + 1] in _WARS for j, word in enumerate(behind[:ends][:-1]))


def is_history(draft: Draft, words: Sequence[str], published: dt.date | None) -> bool:
    """Whether an act without a day is of another age: "في 1998 هجوما أوقع 224 قتيلا", "الرياض 2003، أو", "المغول"."""
    if draft.own_date:
        return False
    if any("history" in verdict.cues for piece in draft.pieces for verdict in piece.verdicts):
        return True
    return published is not None and any(
        _names_past_year(words, piece, j, published.year)
        for piece in draft.pieces
        for j in range(piece.first, min(piece.last, len(words)))
        if len(words[j]) == _YEAR_DIGITS and words[j].isdecimal()
    )


def _names_past_year(words: Sequence[str], piece: Piece, j: int, latest: int) -> bool:
    if not (words[j].startswith(("19", "20")) and int(words[j]) < latest) or not j:
        return False
    if words[j - 1] in _IN_YEAR:
        return True
    beside = words[j + 1] if j + 1 < len(words) else "."
    ends = not beside.isalnum() or beside.startswith("و") or beside == "او"
    near = any(0 <= j - act.last <= _YEAR_REACH for act in piece.acts)
    return ends and near and words[j - 1] not in _NO_YEAR and words[j - 1][-1].isalpha()


def counts_over_time(draft: Draft, words: Sequence[str]) -> bool:
    """Whether a clause counts acts of a week or more: "423 عملية هدم خلال الفترة نفسها", "1400 غارة خلال ديسمبر"."""
    opening = next(piece for piece in draft.pieces if piece.acts)
    if not draft.own_date and _since_began(opening, opening.acts[0], words):
        return True
    return any(_counts(piece, act, words) for piece in draft.pieces for act in piece.acts)


def _since_began(piece: Piece, act: Act, words: Sequence[str]) -> bool:
    """Whether an act is told for all the time since something began: "تستولي على 52 ألف دونم منذ بدء الحرب"."""
    if in_relative(words, act):
        return False
    for j in range(act.last, min(piece.last - 1, act.last + _BEGUN_REACH)):
        if words[j].removeprefix("و") in RELATIVES or words[j] in _STOPS:
            return False
        if words[j] == "منذ" and words[j + 1] in BEGINNINGS:
            before = words[max(piece.first, j - _BEGUN_REACH) : j]
            return _MEASURES.isdisjoint(before) and not words[j - 1].startswith(_GOING_ON)
    return False


def _counts(piece: Piece, act: Act, words: Sequence[str]) -> bool:
    number = words[act.first - 1] if act.first else ""
    if act.is_verb or act.outcome in HARM or not number.isdecimal() or int(number) < _COUNTED:
        return False
    behind = words[act.last : piece.last]
    long = any(date.precision >= cal.WEEK and date.kind != "anaphoric" for date in piece.dates)
    day = any(date.precision <= cal.DAYS for date in piece.dates)
    return not day and (long or not _PERIODS.isdisjoint(behind))
