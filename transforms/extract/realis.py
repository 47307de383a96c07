"""Did it happen: what the words before and around an act say of its reality.

Returns cue kinds per act; which of them end an act's way and which only lower its confidence is stated here too.
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from transforms.extract.acts import Act, Marks
from transforms.extract.earlier import RELATIVES
from transforms.extract.everyday import everyday_cues
from transforms.extract.families import FAMILY
from transforms.extract.spoken_of import CUES as SPOKEN
from transforms.extract.spoken_of import is_predicate, is_told_behind, spoken_cues

_STOPS = frozenset({".", "?", "\n", "\u061b"})
# Words after which a new, asserted clause begins: a threat "after an attack" leaves the attack real.
_RESETS = frozenset(
    {"بعد", "وبعد", "بعدما", "عقب", "اثر", "علي اثر", "جراء", "نتيجه", "بسبب", "اثناء", "خلال", "حيث", "فيما",
     "بينما", "كما", "مما",
     "ما", "الذي", "التي", "الذين", "اللذين", "اذ", "وكان", "وكانت", "غداه", "لدي", "منذ"}
)  # fmt: skip
_REACH = {
    "neg": 2, "deny": 20, "threat": 18, "plan": 6, "aim": 4, "hypo": 6, "call": 12, "warn": 14, "condemn": 22,
    "protest_over": 6,
    "condolence": 25, "attempt": 4, "survived": 4, "foiled": 4, "accuse": 8, "charge": 4, "trend": 4, "named": 3,
    "varied": 30, "policy": 2, "stop": 3,
    "series": 2, "past": 6, "report": 12, "funeral": 6, "likely": 8, "since": 3, "whichever": 1, "care": 4,
    "extended": 4, "talks": 45, "handover": 14, "expert": 40, "freed": 6,
    "topic": 40, "question": 40, "amid": 2, "refuse": 3, "ground": 4, "answer": 2, "suspect": 4, "matter": 10,
}  # fmt: skip
BLOCKING = frozenset(
    {"neg", "deny", "threat", "plan", "hypo", "call", "warn", "protest_over", "condemn", "condolence", "charge",
     "trend", "policy", "stop", "future",
     "court", "drill", "anniversary", "aim", "sport", "fiction", "accident", "generic", "crime", "varied", "named",
     "habit", "since", "whichever", "extended", "opinion", "release", "refuse", "suspect"}
)  # fmt: skip
_LINKS = frozenset(
    {"صلته", "صلتها", "صلتهم", "علاقته", "علاقتها", "علاقتهم", "مسووليته", "مسووليتها", "مسووليتهم", "تورطه", "تورطها",
     "تورطهم", "ضلوعه", "ضلوعها", "ضلوعهم", "وقوفه", "وقوفها", "مشاركته", "مشاركتها", "علاقه", "صله", "تورط", "ضلوع"}
)  # fmt: skip
"""What is denied of an act that happened: "نفت الحركة صلتها بالتفجير"."""
_NO_RESULT = frozenset({"اسفر", "ادي", "خلف", "اوقع", "تسبب", "الحق", "افضي"})
_SPOKEN_BEFORE = frozenset({"threat", "warn", "call"})
_PARTICLES = frozenset({"ان", "انه", "انها", "لو", "ما"})
_UNTIL = "حتي"
_BEFORE_THAT = ["قبل", "ان"]
"""Before a verb that tells what came next: "قبل أن يعلن استشهاده"."""
_NEGATIONS = frozenset({"لن", "لا", "لم"})
_MOODS = _NEGATIONS | {"ان", "قد", "كي", "حتي", "بان"}
_NOT = "ما"
_BREAKS = frozenset({".", ":", "\u060c", "-", "?", "("})
_TELLS = frozenset({"حيث", "فيما", "بينما", "كما"})
"""Behind these words the writer tells on, whatever was condemned before: "دان الهجوم، حيث فجرت امرأتان نفسيهما"."""
_THROUGH = frozenset({"varied", "condemn", "condolence", "accuse", "deny", "expert", "topic", "question"})
"""Cues that reach past a relative pronoun: "the attack that killed five" stays condemned."""
_WIDE = frozenset({"expert", "talks", "varied", "threat", "call", "warn", "condemn", "condolence", "deny", "accuse",
                   "topic", "question"})  # fmt: skip
"""Cues that a comma does not end: "توعد مجلس النواب، في بيان، بالقتل" (threatened, in a statement, with killing)."""
_PURPOSE = frozenset(
    {
        "take",
        "retake",
        "expel",
        "kill",
        "arrest",
        "abduct",
        "target",
        "assassinate",
        "raid",
        "attack",
        "capture",
        "execute",
        "repel",
    }
)
_IN_PUBLIC = frozenset({"protest", "gather", "chant", "block"})
"""What crowds do before courts and about sentences: the court takes nothing from "تجمع متظاهرون أمام المحكمة"."""
_SUFFERING = frozenset(
    {
        "تعرض",
        "تعرضت",
        "تعرضوا",
        "يتعرض",
        "تتعرض",
        "تعرضهم",
        "تعرضه",
        "تعرضها",
        "وتعرض",
        "وتعرضت",
        "نتيجه",
        "عرضه",
        "تعرضهما",
        "تعرضا",
    }
)
_GROUPS = ("تنظيم", "التنظيم", "داعش", "مسلح", "المسلح", "ميليش", "مليش", "الميليش", "المليش", "جبهه", "حركه", "الحركه",
           "الحوثي", "عصاب", "متمرد", "المتمرد", "طالبان", "بوكو", "فصيل", "فصايل", "متشدد", "عناصر")  # fmt: skip
_HOLDS = "سيطر"
"""A present verb that tells a state where it opens a sentence ("ويسيطر المتطرفون على"), as no headline does."""
_STILL = frozenset({"تزال", "يزال", "زال", "زالت", "زالوا", "مازال", "مازالت"})
"""Words before a present verb that then tells a state: "لا تزال تفرض سيطرتها"."""
_ERA_AT_START = 3
_FACING = "مواجهه"
_CARRIED_FROM = 6
_JUDGED = 14
"""Tokens from an act to what its sentence says of it: "الهجوم على المدينة جزء من خطة"."""
_FAR = 40
_NEARBY = {
    "plan": (-1, 2, "plan"),
    "hypo": (-1, 2, "hypo"),
    "hunger": (-1, 6, "accident"),
    "habit": (7, 6, "habit"),
    "history": (25, 8, "history"),
}
"""Cues of a whole sentence that reach some tokens before and behind an act alone, and what they then say."""
_WHOLE, _AT_START = 60, 3
"""Tokens that a verb at the head of its sentence governs: "استنكر فلان ... وفلان ... التفجير الذي"."""
_HOUSED = frozenset({"court", "drill"})
_SPORT_WORDS = 3
_ENDINGS = frozenset({"shoot", "kill", "die", "arrest", "capture", "disperse"})
_FOILING = frozenset({"foil", "intercept", "defuse", "arrest"})
_CAUSING = frozenset({"ادي", "افضي", "تسبب"})
_LED_NEAR = 4


@dataclass(frozen=True, slots=True)
class Verdict:
    """Cue kinds that bear on an act; `blocked` is the one that takes its reality away, '' when it stands."""

    cues: frozenset[str]
    blocked: str


def article_genre(marks: Marks, n_words: int) -> str:
    """Return "sport" or "fiction" when the vocabulary of the article is that of a match or a film, else ''.

    "anniversary" where it lists what happened on this day in other years.
    """
    counts = {"sport": 0, "fiction": 0}
    for found in marks.cues.values():
        for kind, _ in found:
            if kind == "almanac":
                return "anniversary"
            if kind in counts:
                counts[kind] += 1
    for genre, count in counts.items():
        if count >= _SPORT_WORDS and count * 60 >= n_words:
            return genre
    return ""


def judge(words: Sequence[str], marks: Marks, act: Act, *, first: int, last: int) -> Verdict:
    """Return what stands against the reality of `act` inside its sentence [first, last)."""
    cues = _cues_before(words, marks, act, first) | _cues_around(words, marks, act, first, last)
    cues |= _cues_of_form(words, marks, act, first)
    cues -= _asserted_after_all(words, marks, act, cues, first)
    cues |= _cues_of_kind(words, marks, act, cues, first)
    cues |= everyday_cues(marks, act, cues, first, last)
    cues -= SPOKEN - spoken_cues(words, marks, act, cues, first)
    blocked = next((kind for kind in sorted(cues) if kind in BLOCKING), "")
    return Verdict(frozenset(cues), blocked)


def _cues_of_form(words: Sequence[str], marks: Marks, act: Act, first: int) -> set[str]:
    """Return the cues that the form of an act gives, and the particle before it: future, "ما" and "لن", purpose."""
    found: set[str] = set()
    before = words[act.first - 1] if act.first > first else ""
    if act.shape == "fut" or _carried_by_future(words, marks, act, first):
        found.add("future")
    if act.is_verb and act.shape == "pres" and before in _MOODS and not _came_after(words, marks, act, first):
        found.add("neg" if before in _NEGATIONS else "hypo")
    if act.is_verb and act.shape == "past" and before == _NOT and act.first == first + 1:
        found.add("neg")
    if act.pos == "m" and act.sense in _PURPOSE:
        purpose = act.clitic == "ل" and not _led_to(words, marks, act, first)
        found |= {"aim"} if before == _UNTIL or purpose else set()
    return found


def _asserted_after_all(words: Sequence[str], marks: Marks, act: Act, cues: Collection[str], first: int) -> set[str]:
    """Return which cues take nothing from an act: a result denied, a refusal before a verb, suspects of it."""
    found: set[str] = set()
    if "neg" in cues and not act.is_verb and _is_without_result(words, marks, act):
        found.add("neg")
    if "refuse" in cues and act.is_verb:
        found.add("refuse")
    if "suspect" in cues and (_is_no_charge(act) or is_told_behind(words, marks, act)):
        found.add("suspect")
    if "court" in cues and _is_no_court_s(words, marks, act, first):
        found.add("court")
    return found


def _is_no_charge(act: Act) -> bool:
    """Whether an act beside suspects is not what they are suspected of: their arrest, or a clause of its own."""
    return act.is_verb or bool(act.conjunction) or FAMILY.get(act.sense) == "arrest"


def _is_without_result(words: Sequence[str], marks: Marks, act: Act) -> bool:
    """Whether only what came of an act is denied: "لم يسفر القصف عن إصابات"."""
    verb = act.first - 1
    return words[verb - 1] in {"لم", "ولم"} and any(tag.key in _NO_RESULT for tag in marks.tags[verb])


def _cues_of_kind(words: Sequence[str], marks: Marks, act: Act, cues: Collection[str], first: int) -> set[str]:
    """Return the cues that bear on some kinds of act alone: ground, agreements, what experts speak of."""
    found: set[str] = set()
    family = FAMILY.get(act.sense)
    tried = "attempt" in cues and act.sense in {"take", "retake", "expel"}
    if tried or (act.lemma == _FACING and act.clitic == "ل"):
        found.add("aim")
    if "talks" in cues and family == "agree":
        found.add("hypo")
    if "expert" in cues and _is_topic(words, marks, act, first):
        found.add("opinion")
    still = not _STILL.isdisjoint(words[max(first, act.first - 3) : act.first])
    opens = act.lemma == _HOLDS and act.first - first <= 1
    if family == "territory" and act.shape == "pres" and (still or opens):
        found.add("habit")
    return found


def _is_topic(words: Sequence[str], marks: Marks, act: Act, first: int) -> bool:
    """Whether a noun only names what an expert speaks of: "قال الخبير إن العملية ترجمة لخطة"; a past verb tells it."""
    if act.is_verb or act.outcome or FAMILY.get(act.sense) in {"harm", "arrest", "abduct"}:
        return False
    for j in range(act.first - 1, max(first, act.first - _CARRIED_FROM) - 1, -1):
        if words[j] in _STOPS:
            break
        if any(tag.kind in {"light", "ev"} and tag.pos in {"v", "p"} and tag.shape == "past" for tag in marks.tags[j]):
            return False
    return True


def _is_no_court_s(words: Sequence[str], marks: Marks, act: Act, first: int) -> bool:
    """Whether an act is none of a court's though one is named: crowds before it, executions by armed groups."""
    if act.sense == "execute":
        return _by_group(words, marks, act, first)
    return act.sense in _IN_PUBLIC and act.is_verb and act.shape == "past"


def _by_group(words: Sequence[str], marks: Marks, act: Act, first: int) -> bool:
    """Whether an armed group carries out an execution, which no court's is: "نفذ تنظيم داعش حكم الإعدام بحق عشرة"."""
    begin = act.first if act.is_verb else max(first, act.first - 8)
    for j in range(begin, act.first + 1):
        does = (act.is_verb and j == act.first) or any(
            tag.kind == "light" and tag.key == "نفذ" for tag in marks.tags[j]
        )
        if does and any(word.startswith(_GROUPS) for word in words[j + 1 : j + 3]):
            return True
    return False


def _came_after(words: Sequence[str], marks: Marks, act: Act, first: int) -> bool:
    """Whether "قبل أن" gives what happened next: "طعن جنديا قبل أن تطلق الشرطة النار عليه", no foiled attack."""
    if act.sense not in _ENDINGS or act.first - 2 < first or words[act.first - 2 : act.first] != _BEFORE_THAT:
        return False
    return not any(other.sense in _FOILING for other in marks.acts if first <= other.first < act.first)


def _led_to(words: Sequence[str], marks: Marks, act: Act, first: int) -> bool:
    """Whether "ل" gives what came of something, no purpose: "تعرضوا لقتل", "ما أدى صباح اليوم لمقتل جندي"."""
    if words[act.first - 1] in _SUFFERING:
        return True
    near = range(act.first - 1, max(first - 1, act.first - _LED_NEAR - 1), -1)
    return any(tag.kind == "light" and tag.key in _CAUSING for j in near for tag in marks.tags[j])


def _carried_by_future(words: Sequence[str], marks: Marks, act: Act, first: int) -> bool:
    """Whether the verb that carries an act's noun is future or merely possible: "ستشن هجوما", "قد تشن غارات"."""
    if act.is_verb:
        return False
    for j in range(act.first - 1, max(first, act.first - 7) - 1, -1):
        if words[j] in _STOPS or words[j] == "\u060c":
            return False
        for tag in marks.tags[j]:
            if tag.kind == "light" and tag.pos == "v":
                possible = tag.shape == "pres" and j > first and words[j - 1] in {"قد", "ان", "لن", "بان"}
                next_came = words[max(first, j - 2) : j] == _BEFORE_THAT
                return tag.shape == "fut" or (possible and not next_came)
    return False


def _cues_before(words: Sequence[str], marks: Marks, act: Act, first: int) -> set[str]:
    found: set[str] = set()
    low = max(first, act.first - _WHOLE)
    positions = marks.cue_positions
    start = bisect_left(positions, low)
    if start == len(positions) or positions[start] >= act.first:
        return found
    reset = paused = told = linked = carried = False
    for j in range(act.first - 1, positions[start] - 1, -1):
        word = words[j]
        if word in _STOPS:
            break
        distance = act.first - j
        for kind, scope in marks.cues.get(j, ()):
            if scope != "before":
                continue
            open_to = not reset or (kind in _THROUGH and not told)
            reach = _WHOLE if kind == "condemn" and j - first <= _AT_START else _REACH.get(kind, 5)
            asks = kind == "question" and not (j - first <= 1 or words[j - 1] in _BREAKS)
            if (kind == "deny" and linked) or (kind in _SPOKEN_BEFORE and carried):
                continue  # "نفى صلته بالتفجير": the blast happened
            if distance <= reach and open_to and (not paused or kind in _WIDE) and not asks:
                found.add(kind)
        linked = linked or word in _LINKS
        carried = carried or (distance <= _LED_NEAR and not act.is_verb and _is_told_verb(words, marks, j))
        if word in _RESETS:
            reset = True
            told = told or word in _TELLS
        if word == "\u060c" and distance > 2:
            paused = True
    return found


def _is_told_verb(words: Sequence[str], marks: Marks, j: int) -> bool:
    """Whether a past verb tells for itself what follows: "بعد تهديده شنت الطائرات غارات", not "هدد الذي شن"."""
    past = any(tag.kind == "light" and tag.pos == "v" and tag.shape == "past" for tag in marks.tags[j])
    return past and words[j - 1] not in RELATIVES and words[j - 1] not in _PARTICLES


def _cues_around(words: Sequence[str], marks: Marks, act: Act, first: int, last: int) -> set[str]:
    found: set[str] = set()
    positions = marks.cue_positions
    low, high = max(first, act.first - 30), min(last, act.last + 30)
    for j in positions[bisect_left(positions, low) : bisect_left(positions, high)]:
        for kind, scope in marks.cues[j]:
            if scope == "behind" and act.last <= j < act.last + _JUDGED and is_predicate(words, j):
                found.add(kind)
            if scope != "any" or kind == "site" or (kind in _HOUSED and _names_site(marks, j)):
                continue
            if kind == "total" and j - first <= _ERA_AT_START:
                found.add("generic")
            before, behind, meaning = _NEARBY.get(kind, (_FAR, _FAR, kind))
            if act.first - before <= j <= act.last + behind:
                found.add(meaning)
    return found


def _names_site(marks: Marks, j: int) -> bool:
    """Whether the word at `j` only names a building or a camp: "قرب محكمة", "معسكر تدريب"."""
    starts = range(max(0, j - 3), j)
    return any(end > j and tag.value == "site" for i in starts for end, tag in marks.phrases.get(i, ()))
