"""What stands before a place name: kind of place, direction, preposition, clitics, and why it may not be the scene.

Names are found in `places`.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from transforms.extract.acts import Marks
from transforms.extract.place_links import DIRECTION_ADJECTIVES
from transforms.lexicon.compile import Tag

_QUOTES = frozenset({'"', "("})
_BREAKS = frozenset({".", "?", "\n", "\u061b", ":"})
_TARGETS = frozenset(
    """مركز مركزا مركزي مراكز مقر مقرا مقار قسم قسمي اقسام مخفر مخافر نقطه نقاط حاجز حواجز دوريه دوريات موكب سياره
    سيارات حافله حافلات مركبه مركبات اليه اليات كليه اكاديميه منزل مبني كمين ثكنه معسكر""".split()  # noqa: SIM905
)
_HELD = ("دفاع", "دفاعا", "حصار", "حصارا")  # "الدفاع عن عدن" is in Aden
_JOURNEYS = frozenset({"رحله", "رحلات", "رحلته", "رحلتها", "الطيران", "القطار", "القطارات"})
LIST_STOPS = frozenset(
    "في من علي الي شمال جنوب شرق غرب قرب التابعه الواقعه بريف ريف اضافه وسط عند ب".split()  # noqa: SIM905
)
"""Words that name no place and end a list of names."""
_AFTER_A_LIST = frozenset(
    """ما مما التي الذي حيث بعد قبل خلال منذ امس اليوم فجر صباح مساء ليل ليله ظهر عصر يوم عبر اثر جراء وقد بينما كما ضمن
    التابعتين الواقعتين المجاورتين المحاذيتين التابعتان دون وسط بين مع""".split()  # noqa: SIM905
)
_REACH_EXCLUDE = 4
_REACH_DISTANCE = 7
_FAR_KM = 40
_WHICH, _LIES = frozenset({"التي", "الذي"}), frozenset({"تقع", "يقع", "تبعد", "يبعد"})
_KILOMETRES = frozenset({"كم", "كلم", "كيلومترا", "كيلومتر", "كيلومترات", "كيلو", "ميلا", "ميل"})


def after_place_word(words: Sequence[str], marks: Marks, i: int, first: int) -> bool:
    """Whether a place word, maybe with a quote between, stands before token `i`, so that an unknown name may follow."""
    j = i - 1
    while j >= first and words[j] in _QUOTES and i - j <= 2:
        j -= 1
    return j >= first and place_word_ending(marks, j)[0] is not None


def clitic_splits(word: str) -> Iterator[tuple[str, str]]:
    """Yield (clitics, stem) of a word from no clitic to many; "للرقه" gives ("ل", "الرقه")."""
    yield "", word
    body, lead = word, ""
    for _ in range(2):
        for preposition in ("ب", "ل", "ك"):
            if body.startswith(preposition) and len(body) > 2:
                yield lead + preposition, body[1:]
        if body.startswith("لل") and len(body) > 4:
            yield lead + "ل", "ال" + body[2:]
        if lead or body[:1] not in {"و", "ف"} or len(body) < 3:
            return
        lead, body = body[0], body[1:]
        yield lead, body


class Before:
    """What stands before a name: the kind of place, the direction, the preposition, and why it may not count."""

    __slots__ = (
        "adjacent",
        "cue",
        "cue_adjacent",
        "cue_definite",
        "direction",
        "parenthetical",
        "preposition",
        "relation",
        "start",
    )

    def __init__(self, words: Sequence[str], marks: Marks, i: int, first: int) -> None:
        self.cue = self.direction = self.preposition = self.relation = ""
        self.adjacent = self.cue_adjacent = self.cue_definite = False
        self.start = i
        j = i - 1
        while j >= first and words[j] in {'"', "("} and i - j <= 2:
            j -= 1
        steps = 0
        while j >= first and steps < 4:
            tag, begin = place_word_ending(marks, j)
            if tag is None or tag.extra == "exclude" or tag.suffixed:
                break
            if tag.extra == "type":
                self.cue = self.cue or tag.value
                self.cue_adjacent = self.cue_adjacent or steps == 0
                self.cue_definite = self.cue_definite or (steps == 0 and tag.definite)
            else:
                self.direction = self.direction or tag.value
            self.adjacent = True
            self.preposition = tag.clitic.removesuffix("ال") or self.preposition
            self.start = begin
            j = begin - 1
            steps += 1
        if (
            j >= first
            and not self.preposition
            and words[j].lstrip("و")
            in {"في", "علي", "من", "الي", "نحو", "داخل", "عند", "باتجاه", "صوب", "بين", "عبر", "حتي", "عن"}
            and not (words[j] == "عن" and j > first and words[j - 1].endswith(_HELD))
        ):
            self.preposition = words[j].lstrip("و")
        self.parenthetical = "(" in words[max(first, self.start - 4) : self.start]
        self._relate(words, marks, first)
        self._measure(words, first)
        if self.preposition == "بين" and not _JOURNEYS.isdisjoint(words[max(first, self.start - 2) : self.start - 1]):
            self.relation = "route"  # "رحلة بين أمستردام وكوالالمبور"
        if self.start > first and words[self.start - 1] == "مع" and not self.relation:
            self.relation = "near"

    def _relate(self, words: Sequence[str], marks: Marks, first: int) -> None:
        for j in range(self.start - 1, max(first, self.start - _REACH_EXCLUDE) - 1, -1):
            if words[j] in _BREAKS or words[j] == "\u060c":
                return
            for tag in (*(tag for _, tag in marks.phrases.get(j, ())), *marks.tags[j]):
                if tag.kind == "pw" and tag.extra == "exclude":
                    struck = tag.value == "office" and _is_struck(words, j)
                    at_its_door = (
                        tag.value in {"embassy", "outlet"} and j > first and words[j - 1].lstrip("و") in _AT_ITS_DOOR
                    )
                    reached = tag.value == "launch" and self.preposition in _TOWARDS
                    self.relation = "" if struck or at_its_door or reached else tag.value
                    return
                if tag.kind == "ev" and j < self.start - 1:
                    return

    def _measure(self, words: Sequence[str], first: int) -> None:
        """Read how far off the place is: "على بعد 500 كلم شمال باماكو" is not Bamako, "على بعد 20 كم من" is near it."""
        window = words[max(first, self.start - _REACH_DISTANCE) : self.start]
        if _KILOMETRES.isdisjoint(window):
            return
        before = words[max(first, self.start - _REACH_DISTANCE - 4) : self.start]
        if any(a in _WHICH and b in _LIES for a, b in pairwise(before)):
            self.relation = self.relation or "distance"  # "في البلدة التي تقع على بعد عشرة كيلومترات من كوباني"
            return
        back = [word for word in window if word != "من"]
        unit = next((i for i in range(len(back) - 1, -1, -1) if back[i] in _KILOMETRES), None)
        if unit is None or len(back) - unit > 4 or any(word in _BREAKS for word in back[unit:]):
            return
        figure = next((word for word in reversed(back[:unit]) if word.isdigit()), "")
        if figure and int(figure) >= _FAR_KM:
            self.relation = self.relation or "distance"
        elif self.direction in {"", "in"}:
            self.direction = "near"


def _is_struck(words: Sequence[str], j: int) -> bool:
    """Whether an office is the thing that an act is directed at: "مركز للشرطة في بولي علم", "موكب رئيس البلدية"."""
    return words[j].startswith("لل") or (j > 0 and words[j - 1].lstrip("وبل") in _TARGETS)


_TOWARDS = frozenset({"نحو", "باتجاه", "صوب", "علي"})
"""What is launched from one place towards another happens there: "أطلق من اليمن نحو وسط إسرائيل"."""
_AT_ITS_DOOR = frozenset(
    {"امام", "قباله", "قرب", "محيط", "داخل", "مبني", "مقر", "حرم", "اقتحام", "اقتحموا", "اقتحم", "استهداف", "استهدف",
     "استهدفت", "حول", "خارج", "تجاه", "علي"}
)  # fmt: skip
"""After these words an embassy or outlet is where it happened ("تجمهروا أمام السفارة السويدية"), not who speaks."""


def place_word_ending(marks: Marks, j: int) -> tuple[Tag | None, int]:
    """Return the place word or phrase that ends with token `j` and where it begins ("بالقرب من")."""
    return marks.place_ends.get(j, (None, j))


def ends_item(words: Sequence[str], marks: Marks, j: int, last: int) -> bool:
    """Whether token `j` may follow an item of a list: a mark, a conjunction, a preposition, a place word, an act."""
    if j >= last or not words[j].isalpha() or words[j][0] == "و":
        return True
    if words[j] in LIST_STOPS or words[j] in _AFTER_A_LIST or words[j] in DIRECTION_ADJECTIVES:
        return True
    return any(tag.kind in {"ev", "light", "cue", "pw"} for tag in marks.tags[j])
