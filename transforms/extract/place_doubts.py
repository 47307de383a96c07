"""Known names that are everyday words where they stand: adjectives, sides, ministries, what bears a place's name.

Finding names is `places`; what stands before them is `place_cues`.
"""

from collections.abc import Sequence

from transforms.extract.place_cues import Before
from transforms.extract.place_links import DIRECTION_ADJECTIVES

_QUOTES = frozenset({'"', "("})
_NAMING = frozenset(
    {"city", "town", "village", "camp", "neighbourhood", "admin1", "admin2", "admin3", "airport", "port", "crossing",
     "mountain", "island", "sea"}
)  # fmt: skip
"""Kinds of place that bear a name of their own; a market, a road or an area is described as often as named."""
_SHORT = 4
DAYS = frozenset({"اليوم", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "الليله"})
_SHORTENED_AFTER = frozenset({"ب", "في", "علي", "داخل", "الي"})
_OF_THE_STRIP = frozenset({"الفلسطيني", "المحاصر", "المنكوب", "المدمر"})
_LOCATING = frozenset({"ب", "في", "علي"})
_CARDINALS = frozenset({"شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي"})
_DECIDING = frozenset(
    """اعلنت قالت اكدت اتهمت نفت ذكرت افادت تقول تتهم تنفي توكد تعلن طالبت دعت رفضت رحبت ادانت حذرت هددت شنت نفذت واصلت
    كثفت امرت قررت وافقت سمحت نسبت نسبته تعتبر تصنف تعهدت تدعم تسعي تريد تخشي عززت""".split()  # noqa: SIM905
)
_ADVERBS = frozenset({"جويا", "بريا"})  # "قصفا جويا"
_PREPOSITIONS = frozenset({"في", "من", "علي", "الي", "عن", "بين", "نحو", "قرب", "مع"})
_SIDES = frozenset({"الشماليه", "الجنوبيه", "الشرقيه", "الغربيه", "الوسطي", "الشمالي", "الجنوبي", "الشرقي", "الغربي"})
_UNITS = frozenset({"محافظه", "ولايه", "الولايه", "المنطقه", "مديريه", "قريه", "بلده"})
_ONLY_AFTER_CUE = frozenset({"المدينه", "تل", "الداخليه", "وان", "الوطن", "الحي", "العاصمه"})
_BANNERS = frozenset({"القدس", "بيت المقدس", "الاقصي", "الشام", "خراسان", "فلسطين", "الجزيره", "الحرمين"})
_BANNER_BEARERS = frozenset(
    """سرايا لواء الويه فيلق قوه كتايب كتيبه انصار جيش شهداء فرقه جند احرار فتح يوم صاروخ جامعه كليه اذاعه
    دوله حلف""".split()  # noqa: SIM905
)
"""Before these words a place is a banner, not where it happened: "سرايا القدس", "أنصار بيت المقدس"."""
_SAINTS = frozenset({"كنيسه", "دير", "مدرسه", "مستشفي", "كاتدراييه"})
_NAMED_AFTER = frozenset(
    {"فندق", "فندقي", "مطعم", "مقهي", "نادي", "شركه", "قناه", "صحيفه", "جريده", "وكاله", "فريق", "فيلم", "مجله", "بنك"}
)
"""What bears a place's name without standing there: "فندق بيبلوس" is in Bamako."""


def is_no_place(words: Sequence[str], name: str, before: Before, i: int) -> bool:
    """Whether a name is an everyday word here: "الأحياء الشمالية", "وزارة الداخلية", "قال لـ«الرياض»"."""
    previous = words[i - 1] if i else ""
    if name in _ADVERBS and previous.endswith("ا"):
        return True
    if name in _SIDES:
        beside = previous.startswith("ال") or words[i].startswith("و") or previous.endswith(("ات", "اء"))
        return beside and previous not in _UNITS
    if name in _ONLY_AFTER_CUE:
        return not before.cue_adjacent or before.cue not in {"admin1", "admin2"}
    if name == "بيت المقدس":
        return not before.cue_adjacent  # a banner of groups; news says "القدس" for the city
    if name in _BANNERS and not _BANNER_BEARERS.isdisjoint((previous, previous[1:], previous[2:])):
        return True
    if name.startswith("مار ") and previous.removeprefix("ب").removeprefix("ل") in _SAINTS:
        return True  # "كنيسة مار إلياس": a church bears a saint's name, as a quarter of another city does
    quoted = previous in _QUOTES and i > 1 and words[i - 2].removeprefix("و") in {"ل", "ب"}
    return quoted or not _NAMED_AFTER.isdisjoint((previous, previous[1:], previous[2:]))


def is_speaker(words: Sequence[str], i: int) -> bool:
    """Whether the place named at token `i` is a government that speaks or decides: "كما أعلنت كييف"."""
    return i > 0 and words[i - 1].removeprefix("و").removeprefix("ف") in _DECIDING


def is_likened(name: str, clitic: str, previous: str) -> bool:
    """Whether a short name is only the end of an everyday word: "كريمة", "فصيلة", "في بلاد"."""
    particle = clitic.lstrip("و")
    if particle and previous in _PREPOSITIONS:
        return True
    return len(name) <= _SHORT and (clitic.startswith("ف") or particle.startswith("ك"))


def is_described(name: str, before: Before, reason: str) -> bool:
    """Whether a doubtful name only describes the place word before it or begins a clause on it.

    "المحافظة الجبلية", "سوق مركزي", "سوق كان الناس فيه"; `reason` is why the name is doubtful.
    """
    if name.startswith("ال"):
        return before.cue_definite
    kind = reason.partition(",")[0]
    return before.cue not in _NAMING and kind in {"adjective", "verb or particle", "particle", "suffixed noun"}


def stands_for_place(words: Sequence[str], before: Before, clitic: str, end: int) -> bool:
    """Whether a short form that ends before token `end` is a place: "غارات على القطاع", but not "القطاع الصحي"."""
    following = words[end] if end < len(words) else ""
    described = following.startswith("ال") and following not in DAYS and following not in _OF_THE_STRIP
    if described or following in DIRECTION_ADJECTIVES:
        return False
    preposition = clitic.lstrip("و") or before.preposition
    return preposition in _SHORTENED_AFTER or (before.adjacent and bool(before.direction))


def stands_behind_preposition(words: Sequence[str], before: Before, clitic: str, end: int) -> bool:
    """Whether a name that ends before token `end` stands alone behind "في" or "على": "في الجوف"."""
    following = words[end] if end < len(words) else ""
    if (following.startswith("ال") and following not in DAYS) or following.isdigit():
        return False  # "في الزاوية الشرقية", "في آب 2014"
    return (clitic.lstrip("و") or before.preposition) in _LOCATING


def has_bearing(words: Sequence[str], before: Before, clitic: str, end: int) -> bool:
    """Whether a direction stands behind a doubtful name in a place: "في بيتا جنوب نابلس"."""
    placed = (clitic.lstrip("و") or before.preposition) in {"ب", "في"}
    return placed and end + 1 < len(words) and words[end] in _CARDINALS
