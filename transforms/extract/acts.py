"""Which words of an article name an act: verbs, verbal nouns, nouns, phrases and verb + complement.

Finds and names acts only; whether they happened is `realis`, who and where is read elsewhere.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import repeat

from transforms.extract.families import FAMILY
from transforms.lexicon.compile import Lexicon, Tag
from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

_PACKAGE = "transforms.lexicon"
_VOID = "void"
_CARRIER = "-"
_STOPS = frozenset({".", "?", "\n", "\u061b"})
_GOVERNORS = frozenset(
    {"اثر", "جراء", "بعد", "في", "من", "عن", "الي", "علي", "خلال", "بسبب", "نتيجه", "عقب", "بعيد", "قبيل", "قبل",
     "دون", "وسط", "مع", "عبر", "منذ",
     "عمليه", "عمليات", "حادث", "حادثه", "محاوله", "جريمه", "جرائم", "تحت", "اعمال", "حمله", "كل", "اي", "تجدد",
     "تم", "يتم", "تمت", "جري",
     "استمرار", "وقوع", "تواصل", "ظل", "ضد"}
)  # fmt: skip


_CAPTIVES = frozenset({"soldiers", "militants", "police", "security_forces", "commanders"})
_GROUND = frozenset({"take", "retake", "expel"})
"""What an operation is for and has not reached: "عملية تحرير الرمادي" is fighting, "تحرير الرمادي" its end."""
_SHORT = 4
_BATTLE = "معركه"
_IN_IT = frozenset({"فيها", "فيه", "فيهما", "خلالها", "خلاله"})
"""Behind a verb of a relative clause: "هجوم قتل فيه خمسة"."""


@dataclass(frozen=True, slots=True)
class Act:
    """An act named on tokens [first, last): its sense and outcome, and how the words name it."""

    first: int
    last: int
    sense: str
    outcome: str
    lemma: str
    pos: str
    shape: str
    definite: bool
    clitic: str
    conjunction: str

    suffixed_object: bool = False

    @property
    def is_verb(self) -> bool:
        """Whether a finite verb names the act."""
        return self.pos in {"v", "p"}


@dataclass(frozen=True, slots=True)
class Marks:
    """Lexicon tags of every token, phrases under the token where they begin, and the acts in order."""

    tags: list[tuple[Tag, ...]]
    phrases: dict[int, tuple[tuple[int, Tag], ...]]
    acts: list[Act]
    weapons: list[int]
    """Tokens where a weapon word or phrase stands, in order."""
    cues: dict[int, list[tuple[str, str]]]
    """(kind, scope) of the cues of reality at each token that has one, in order."""
    cue_positions: list[int]
    place_ends: dict[int, tuple[Tag, int]]
    """The place word or phrase that ends with a token and where it begins, the longest phrase first."""

    def has(self, i: int, kind: str) -> Tag | None:
        """Return the first tag of `kind` at token `i`, phrases first."""
        for _, tag in self.phrases.get(i, ()):
            if tag.kind == kind:
                return tag
        for tag in self.tags[i]:
            if tag.kind == kind:
                return tag
        return None


class ActFinder:
    """Finds acts by the compiled lexicon and the homograph guards; built once, then immutable."""

    __slots__ = (
        "_adjectives",
        "_after",
        "_bare",
        "_before",
        "_homographs",
        "_lexicon",
        "_placing",
        "_present",
        "_present_after",
        "_seconds",
        "_telling",
    )

    def __init__(self, lexicon: Lexicon, nationalities: Collection[str] = ()) -> None:
        self._lexicon = lexicon
        self._placing = _words_of_kinds(lexicon, {"pw"})
        self._seconds = {first: {rest[0] for rest, _ in entries} for first, entries in lexicon.multi.items()}
        self._telling = _words_of_kinds(lexicon, {"cue", "weapon"})
        self._adjectives = {normalize_name(row["word"]) for row in read_tsv(_PACKAGE, "act_adjectives")}
        self._adjectives.update(nationalities)
        self._before: dict[str, set[str]] = {}
        self._after: dict[str, set[str]] = {}
        self._homographs: dict[str, set[str]] = {}
        self._bare: dict[str, set[str]] = {}
        self._present: dict[str, set[str]] = {}
        self._present_after: dict[str, set[str]] = {}
        sides = {
            "before": self._before,
            "after": self._after,
            "is": self._homographs,
            "before_bare": self._bare,
            "present": self._present,
            "present_after": self._present_after,
        }
        for row in read_tsv(_PACKAGE, "act_guards"):
            side = sides[row["where"]]
            words = side.setdefault(normalize_name(row["lemma"]), set())
            words.update(normalize_name(word) for word in row["words"].split("|"))
        self._before = {lemma: words | _bare(words) for lemma, words in self._before.items()}

    def mark(self, words: Sequence[str]) -> Marks:
        """Return tags, phrases and acts of `words`."""
        single, multi = self._lexicon.single, self._lexicon.multi
        tags = list(map(single.get, words, repeat(())))
        phrases: dict[int, tuple[tuple[int, Tag], ...]] = {}
        for i in [i for i, word in enumerate(words[:-1]) if word in multi]:
            if words[i + 1] in self._seconds[words[i]] and (found := self._phrases_at(words, i)):
                phrases[i] = found
        cues: dict[int, list[tuple[str, str]]] = {}
        weapons: list[int] = []
        known = [i for i, found_tags in enumerate(tags) if found_tags]
        for i in sorted({*phrases, *[i for i in known if words[i] in self._telling]}):
            for tag in (*tags[i], *(tag for _, tag in phrases.get(i, ()))):
                if tag.kind == "cue":
                    cues.setdefault(i, []).append((tag.value, tag.extra))
                elif tag.kind == "weapon" and (not weapons or weapons[-1] != i):
                    weapons.append(i)
        places = _place_ends(tags, phrases, [i for i in known if words[i] in self._placing])
        acting = self._lexicon.act_words
        acts = self._acts(words, tags, phrases, [i for i in sorted({*known, *phrases}) if words[i] in acting])
        return Marks(tags, phrases, acts, weapons, cues, list(cues), places)

    def _phrases_at(self, words: Sequence[str], i: int) -> tuple[tuple[int, Tag], ...]:
        found: list[tuple[int, Tag]] = []
        kinds: set[str] = set()
        following = words[i + 1] if i + 1 < len(words) else ""
        for rest, tag in self._lexicon.multi[words[i]]:
            if rest and rest[0] != following:
                continue
            end = i + 1 + len(rest)
            if tag.kind not in kinds and tuple(words[i + 1 : end]) == rest:
                found.append((end, tag))
                kinds.add(tag.kind)
        return tuple(found)

    def _acts(
        self,
        words: Sequence[str],
        tags: list[tuple[Tag, ...]],
        phrases: dict[int, tuple[tuple[int, Tag], ...]],
        acting: Sequence[int],
    ) -> list[Act]:
        acts: list[Act] = []
        past = 0
        for i in acting:
            if i < past:
                continue
            act = self._phrase_act(i, phrases) or self._word_act(words, i, tags)
            if act is not None:
                if acts and _named_by(acts[-1], act):
                    if act.sense in _GROUND:
                        past = act.last
                        continue
                    act = _headed(act, acts.pop())
                acts.append(act)
                past = act.last if act.pos == "x" else i + 1
        return acts

    def _phrase_act(self, i: int, phrases: dict[int, tuple[tuple[int, Tag], ...]]) -> Act | None:
        for end, tag in phrases.get(i, ()):
            if tag.kind == "ev":
                return _act(tag, i, end, tag.value, tag.extra)
        return None

    def _word_act(self, words: Sequence[str], i: int, tags: list[tuple[Tag, ...]]) -> Act | None:
        combos = self._lexicon.combos
        for tag in tags[i]:
            if tag.key in combos and tag.kind in {"ev", "light"} and not self._opens_topic(words, i, tag):
                combo = self._combo_act(words, i, tag)
                if combo is not None:
                    return combo if combo.sense not in {_VOID, _CARRIER} else None
        named = [tag for tag in tags[i] if tag.kind == "ev"]
        for tag in _best_first(named, nominal=self._is_nominal(words, i)) if len(named) > 1 else named:
            if tag.key == "اسر" and self._is_family(words, i, tags, tag):
                continue
            if not self._guarded(words, i, tag):
                return _act(tag, i, i + 1, tag.value, tag.extra)
        return None

    def _opens_topic(self, words: Sequence[str], i: int, tag: Tag) -> bool:
        """Whether the word before makes a topic of a verb's verbal noun: "صفقة تبادل الأسرى"."""
        before = self._before.get(tag.key) if tag.kind == "light" else None
        return before is not None and i > 0 and words[i - 1].removeprefix("ال") in before

    def _is_family(self, words: Sequence[str], i: int, tags: list[tuple[Tag, ...]], tag: Tag) -> bool:
        """Whether أسر means families: "100 أسرة منتجة", "أسر الشهداء"; captives are counted or armed behind it.

        Without vowels "أسره" (captured him) and "أسرة" (a family) are one word, so suffixed forms name no capture.
        """
        if tag.suffixed:
            return True
        near = range(i + 1, min(i + 6, len(words)))
        return not any(
            words[j].isdecimal() or any(other.kind == "person" and other.value in _CAPTIVES for other in tags[j])
            for j in near
        )

    def _is_nominal(self, words: Sequence[str], i: int) -> bool:
        """Whether a preposition before or an adjective behind shows a noun where verb and noun look alike ("قصف")."""
        if i + 1 < len(words) and words[i + 1] in _IN_IT:
            return False
        if i and words[i - 1].removeprefix("و") in _GOVERNORS:
            return True
        return i + 1 < len(words) and words[i + 1] in self._adjectives

    def _combo_act(self, words: Sequence[str], i: int, tag: Tag) -> Act | None:
        for combo in self._lexicon.combos.get(tag.key, ()):
            for j in range(i + 1, min(i + 2 + combo.gap, len(words))):
                if words[j] in _STOPS:
                    break
                for rest in combo.tails.get(words[j], ()):
                    if tuple(words[j + 1 : j + 1 + len(rest)]) == rest:
                        return _act(tag, i, i + 1, combo.sense, combo.outcome)
        return None

    def _guarded(self, words: Sequence[str], i: int, tag: Tag) -> bool:
        if tag.shape == "pres" and tag.key in self._present and self._is_state(words, i, tag):
            return True
        before, after = self._before.get(tag.key), self._after.get(tag.key)
        if words[i] in self._homographs.get(tag.key, ()):
            return True
        if i > 0 and not tag.clitic and words[i - 1] in self._bare.get(tag.key, ()):
            return True
        if before is not None and i > 0 and not before.isdisjoint(_unclothed(words[i - 1])):
            return True
        if after is None or i + 1 >= len(words):
            return False
        following = words[i + 1]
        return following in after or f"{following} {words[i + 2] if i + 2 < len(words) else ''}" in after

    def _is_state(self, words: Sequence[str], i: int, tag: Tag) -> bool:
        """Whether a present verb describes: "بلدة يسيطر عليها التنظيم", "التي يسيطر التنظيم على معظمها"."""
        if i + 1 < len(words) and words[i + 1] in self._present[tag.key]:
            return True
        return any(word in self._present_after.get(tag.key, ()) for word in words[max(0, i - 2) : i])


def _named_by(before: Act, act: Act) -> bool:
    """Whether a noun says no more than that the next word is an act: "عمليات القصف", "حملة اعتقالات"."""
    general = before.sense in {"operation", "campaign"} or (before.lemma == _BATTLE and act.sense in _GROUND)
    return (
        general
        and before.pos == "n"
        and before.last == act.first
        and act.pos in {"m", "n"}
        and not act.conjunction
        and not act.clitic.startswith(("ب", "ل"))
        and act.sense not in {"operation", "campaign", "captive", "hostage"}
        and FAMILY.get(act.sense, "harm") != "harm"
    )


def _headed(act: Act, head: Act) -> Act:
    """Return an act with the noun before it: where it begins and the particles on it are those of the noun."""
    return replace(act, first=head.first, definite=head.definite, clitic=head.clitic, conjunction=head.conjunction)


def _words_of_kinds(lexicon: Lexicon, kinds: Collection[str]) -> frozenset[str]:
    return frozenset(word for word, tags in lexicon.single.items() if any(tag.kind in kinds for tag in tags))


def _place_ends(
    tags: Sequence[tuple[Tag, ...]], phrases: dict[int, tuple[tuple[int, Tag], ...]], placing: Sequence[int]
) -> dict[int, tuple[Tag, int]]:
    ends = {i: (next(tag for tag in tags[i] if tag.kind == "pw"), i) for i in placing}
    for begin in sorted(phrases, reverse=True):
        for end, tag in reversed(phrases[begin]):
            if tag.kind == "pw" and begin + 2 <= end <= begin + 3:
                ends[end - 1] = (tag, begin)
    return ends


def _unclothed(word: str) -> tuple[str, ...]:
    """Return a word without its article, and without "for" before it: "لمنظمة"."""
    bare = word.removeprefix("ال")
    return (bare, bare[1:].removeprefix("ال")) if bare.startswith("ل") and len(bare) > _SHORT else (bare,)


def _bare(words: set[str]) -> set[str]:
    return {word.removeprefix("ال") for word in words}


def _best_first(acts: Sequence[Tag], *, nominal: bool) -> list[Tag]:
    """Return the act tags of a word; the verbal noun first where an article or preposition shows it.

    After "ف" a verb with its object comes first: "فأصابه" (and hit him), not "إصابة".
    """
    bare = any(tag.pos == "m" and not tag.suffixed and tag.conjunction != "ف" for tag in acts)
    return sorted(
        acts,
        key=lambda tag: (
            not ((tag.clitic or nominal) and tag.pos in {"m", "n"}),
            bare and tag.is_verb_with_object,
            tag.pos == "n",
        ),
    )


def _act(tag: Tag, first: int, last: int, sense: str, outcome: str) -> Act:
    return Act(
        first,
        last,
        sense,
        outcome,
        tag.key,
        tag.pos,
        tag.shape,
        tag.definite,
        tag.clitic,
        tag.conjunction,
        tag.suffixed,
    )
