"""A place name as it stands in a text, and how it follows the name before it: inside it, beside it or apart.

Finding names is `places`; which place a name means is `location`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_NO_CONJUNCTION = frozenset({"وسط", "وادي", "ولايه", "واسط", "ولايات"})
_BREAKS = frozenset({".", "?", "\n", "\u061b", ":"})
_LINKS = frozenset(
    {"في", "من", "ب", "\u060c", "(", ")", '"', "-", "داخل", "ضمن", "التابعه", "التابع", "الي", "ل", "عند", "لدي"}
)
_TOWARDS = frozenset({"نحو", "باتجاه", "صوب", "حتي"})
_BETWEEN_ENDS = frozenset({"-", '"', "(", ")"})
DIRECTION_ADJECTIVES = {
    "الشمالي": "N", "الشماليه": "N", "الجنوبي": "S", "الجنوبيه": "S", "الشرقي": "E", "الشرقيه": "E",
    "الغربي": "W", "الغربيه": "W", "الاوسط": "center", "الوسطي": "center",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name on tokens [first, last); `candidates` index the gazetteer, none for an unknown name after a cue."""

    first: int
    last: int
    start: int
    """First token of the phrase, cue words included."""
    name: str
    candidates: tuple[int, ...]
    cue: str
    direction: str
    relation: str
    """'' plain, else why the act need not have happened here: origin, launch, source, office, outlet, hospital, ..."""
    preposition: str
    parenthetical: bool


def link_of(words: Sequence[str], previous: Mention, mention: Mention) -> str:
    """Return how a mention follows the one before: "chain" (inside it), "list" (beside it) or ""."""
    gap = words[previous.last : mention.start]
    if (
        previous.cue == mention.cue != ""
        and previous.start <= mention.start == mention.first
        and not [w for w in gap if w not in {"\u060c", '"'}]
    ):
        return "list"
    if len(gap) > 5 or mention.preposition in _TOWARDS or any(word in _BREAKS for word in gap):
        return ""
    if previous.cue == "road" and not mention.cue and not mention.direction and set(gap) <= _BETWEEN_ENDS:
        return ""  # "طريق دمشق - حلب": the ends of a road lie in no chain
    opening = words[mention.start]
    conjoined = opening.startswith("و") and opening not in _NO_CONJUNCTION
    conjoined = conjoined and (mention.start < mention.first or opening != mention.name.split()[0])
    loose = [word for word in gap if word not in _LINKS and not word.isdigit() and word not in DIRECTION_ADJECTIVES]
    if conjoined and not mention.preposition and not [word for word in gap if word not in {"\u060c", '"'}]:
        return "list"
    if gap == ["\u060c"] and not mention.preposition and not mention.direction and mention.cue == previous.cue != "":
        return "list"
    if conjoined:
        return "list" if not loose and previous.cue and not mention.preposition else ""
    inside = mention.preposition in {"ب", "في", "من", "ل"} or mention.direction or mention.cue or not gap
    distance = {"كم", "كلم", "كيلومترا", "كيلومتر", "كيلومترات", "ميلا"}
    loose = [word for word in loose if word not in distance and word not in {"حوالي", "نحو", "بعد", "علي", "مسافه"}]
    if not loose and inside:
        return "chain"
    return "chain" if not loose and gap and gap[-1] in {"(", "-", "\u060c"} and not mention.preposition else ""
