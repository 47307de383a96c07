"""What is no conflict though its words are: accidents and fires, funerals, the wounded cared for, captives freed, kin.

Whether an act happened at all is `realis`, which asks here.
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence

from transforms.extract.acts import Act, Marks

_HARMS = frozenset({"die", "kill", "casualty", "injure", "injury", "corpse", "missing", "displaced"})
"""What a flood or an epidemic does as well; an ambush in heavy rain stays an ambush."""
_BODIES = frozenset({"corpse", "casualty", "hostage", "captive"})
"""What a funeral speaks of: "شيعوا جثامين الشهداء"; how they were killed may be told beside it."""
_HELD = frozenset({"hostage", "captive"})
_FREED_REACH = 3
_MISHAPS = frozenset({"accident", "disaster", "fire"})
_BY_FIRE = _HARMS | {"arrest", "take"}


def everyday_cues(marks: Marks, act: Act, cues: Collection[str], first: int, last: int) -> set[str]:
    """Return the blocking cues ("accident", "crime", "release") that an act's surroundings give it in its sentence."""
    found: set[str] = set()
    harmed = "disaster" in cues and act.sense in _HARMS
    buried = "funeral" in cues and act.sense in _BODIES
    handed_over = "handover" in cues and act.sense in {"corpse", "hostage", "captive"}
    cared_for = "care" in cues and act.sense == "casualty" and _only_people(marks, first, last)
    if harmed or buried or handed_over or cared_for or ("fire" in cues and is_mishap(marks, act, first, last)):
        found.add("accident")
    if _on_kin(marks, act):
        found.add("crime")
    if ("freed" in cues and act.sense in _HELD) or (act.sense == "retake" and _frees_people(marks, act)):
        found.add("release")
    return found


def tells_accident(marks: Marks, opening: Sequence[tuple[int, int]]) -> bool:
    """Whether headline and lead, as token ranges, tell of an accident, a fire or a disaster and of no violence."""
    if any(_violence_told(marks, first, last) for first, last in opening):
        return False
    return any(
        kind in _MISHAPS and scope == "any"
        for first, last in opening
        for i in marks.cue_positions[bisect_left(marks.cue_positions, first) : bisect_left(marks.cue_positions, last)]
        for kind, scope in marks.cues[i]
    )


def is_mishap(marks: Marks, act: Act, first: int, last: int) -> bool:
    """Whether an act in an article on an accident tells its victims: people hurt, in a sentence without violence."""
    return act.sense in _BY_FIRE and not _violence_told(marks, first, last)


def _frees_people(marks: Marks, act: Act) -> bool:
    """Whether what is freed are people: "تحرير 3 مختطفين", not a town."""
    behind = range(act.last, act.last + _FREED_REACH)
    return any(other.sense in _HELD and other.first in behind for other in marks.acts)


def _only_people(marks: Marks, first: int, last: int) -> bool:
    """Whether a sentence names no act but people who were hurt before: "طائرة تقل 79 جريحا"."""
    return all(act.sense in _BODIES for act in marks.acts if first <= act.first < last)


def _on_kin(marks: Marks, act: Act) -> bool:
    """Whether somebody harms his own kin: "أطلق النار على شقيقه", "قتل رجل زوجته"; "قتل شقيقه بغارة" is none."""
    if act.sense in {"shoot", "assault"}:
        return any(_is_kin(marks, i) for i in range(act.last + 1, act.last + 4))
    if act.sense not in {"stab", "kill"} or not act.is_verb or act.last >= len(marks.tags):
        return False
    subject = any(tag.kind == "person" and tag.shape == "sg" for tag in marks.tags[act.last])
    if any(tag.conjunction for tag in marks.tags[min(act.last + subject, len(marks.tags) - 1)]):
        return False  # "قتل رجل وزوجته": both were killed
    return _is_kin(marks, act.last + subject) and (subject or act.sense == "stab" or act.shape == "pres")


def _is_kin(marks: Marks, i: int) -> bool:
    return any(kind == "kin" for kind, _ in marks.cues.get(i, ()))


def _violence_told(marks: Marks, first: int, last: int) -> bool:
    """Whether a sentence names an act or a weapon that may have lit the fire it tells of."""
    if any(first <= i < last for i in marks.weapons):
        return True
    return any(first <= act.first < last and act.sense not in _BY_FIRE for act in marks.acts)
