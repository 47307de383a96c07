"""Place names in an article: mentions with their cues and directions, and the chains that they form.

Finds and groups names; which of several namesakes is meant, and where an incident happened, is `location`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.extract.acts import Marks
from transforms.extract.place_cues import LIST_STOPS, Before, after_place_word, clitic_splits, ends_item
from transforms.extract.place_doubts import (
    DAYS,
    has_bearing,
    is_described,
    is_likened,
    is_no_place,
    is_speaker,
    stands_behind_preposition,
    stands_for_place,
)
from transforms.extract.place_links import DIRECTION_ADJECTIVES, Mention, link_of
from transforms.gazetteer.build import Gazetteer
from transforms.gazetteer.tables import BEHIND_PREPOSITION, read_nationalities, read_stop_names
from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

_QUOTES = frozenset({'"', "("})
_MEMO_LIMIT = 200_000
_LISTED = frozenset({"village", "town", "city", "neighbourhood", "camp", "admin2", "area", "admin1", "front"})
_SIDES = frozenset({"N", "S", "E", "W", "in"})
_NEVER_STREETS = frozenset({"city", "town", "village", "camp", "admin1", "country", "region"})
"""What streets and squares are named for and do not stand in: "شارع تعز" is in Aden."""
_TWO_PART = frozenset(
    {"كفر", "تل", "عين", "ام", "ابو", "بني", "بيت", "دير", "خان", "جسر", "شيخ", "الشيخ", "راس", "وادي", "جبل",
     "خربه", "بير", "بءر", "باب", "برج",
     "معره", "معرات", "حوش", "حي", "ال", "كفار", "رجم", "قلعه", "مزرعه", "تله", "حوض", "قصر", "نبع", "نهر", "خربت",
     "جب", "زور", "قره"}
)  # fmt: skip
PLACE_HEADS = frozenset({"مدينه", "قريه", "بلده", "مخيم", "محافظه", "حي", "ناحيه", "قضاء", "منطقه"})
_LIST_LONGEST = 9
_GENERIC = frozenset({"المدينه", "المنطقه", "المحافظه", "العاصمه", "البلاد", "البلده", "القريه", "الولايه", "الاقليم"})
_SHORT_NAME = 3
SHORT_FORMS = frozenset({"القطاع", "المملكه"})
"""Words that stand for the one place of their kind which an article speaks of: the Gaza Strip, Saudi Arabia."""
_NAMED_KINDS = frozenset({"village", "town", "city", "camp", "neighbourhood", "admin3", "checkpoint"})
_AREAS = frozenset({"area", "region", "mountain", "front"})
_GREAT = frozenset({"admin1", "admin2"})
CAPITAL = "العاصمه"
CAPITAL_CUE = "capital"
_UNITS = frozenset({"country", "admin1", "admin2"})
_SUFFIXES = ("ها", "هم", "هما", "كم")
_JOINED_PREPOSITIONS = ("بال", "لل", "كال", "فال")


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions that name one place from small to large ("بلدة X بريف Y"); `siblings` are equals in a list."""

    mentions: tuple[Mention, ...]
    siblings: tuple[Mention, ...]

    @property
    def head(self) -> Mention:
        """The most specific mention."""
        return self.mentions[0]

    @property
    def first(self) -> int:
        """First token."""
        return self.mentions[0].start

    @property
    def last(self) -> int:
        """Token after the last mention."""
        return max(mention.last for mention in (*self.mentions, *self.siblings))


class PlaceFinder:
    """Finds place names by the gazetteer; built once, then immutable but for a bounded memo of words."""

    __slots__ = (
        "_capitals",
        "_first",
        "_guards",
        "_memo",
        "_names",
        "_nationals",
        "_needs_cue",
        "_not_names",
        "_person",
        "_places",
        "_stop_names",
        "_whole_words",
    )

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._names = gazetteer.names
        self._places = gazetteer.places
        self._capitals = tuple(gazetteer.capitals.values())
        self._needs_cue = gazetteer.needs_cue
        self._first: dict[str, int] = {}
        for name in gazetteer.names:
            head, _, rest = name.partition(" ")
            self._first[head] = max(self._first.get(head, 0), rest.count(" ") + 1 + bool(rest))
        self._memo: dict[str, tuple[tuple[str, str], ...]] = {}
        self._guards = {
            normalize_name(row["name"]): {normalize_name(word) for word in row["before"].split("|")}
            for row in read_tsv("transforms.lexicon", "place_guards")
        }
        self._not_names = {normalize_name(row["word"]) for row in read_tsv("transforms.lexicon", "place_not_names")}
        nationals = read_nationalities().keys()
        self._not_names |= nationals | read_nationalities(doubtful=True).keys()
        countries = {name for name, found in gazetteer.names.items() if gazetteer.places[found[0]].kind in _UNITS}
        self._nationals = frozenset(word for word in nationals - countries if not word.startswith("ال"))
        self._stop_names = read_stop_names()
        self._whole_words = {normalize_name(row["word"]) for row in read_tsv("transforms.lexicon", "place_whole_words")}
        rows = read_tsv("transforms.lexicon", "given_names")
        self._person = frozenset(normalize_name(row["word"]) for row in rows)

    def mentions(self, words: Sequence[str], marks: Marks, first: int, last: int) -> list[Mention]:
        """Return the place mentions on tokens [first, last), in order, not overlapping."""
        found: list[Mention] = []
        memo, ends = self._memo, marks.place_ends
        i = first
        while i < last:
            options = memo.get(words[i])
            if options is None:
                options = self._options(words[i])
            if not options and i not in ends and not (i > first and (i - 1 in ends or words[i - 1] in _QUOTES)):
                i += 1
                continue
            named = self._list_at(words, marks, i, first, last) if i in ends else []
            if named:
                found += named
                i = named[-1].last
                continue
            listed = bool(found) and found[-1].last == i  # "صعدة وحجة"
            mention = self._mention_at(words, marks, i, first, last, listed=listed)
            if mention is not None:
                found.append(mention)
                i = mention.last
            else:
                i += 1
        return found

    def _list_at(self, words: Sequence[str], marks: Marks, i: int, first: int, last: int) -> list[Mention]:
        """Return the names after a place word in the dual or plural, known or not: "قريتي قرمانة وجتل"."""
        tag = next((t for t in marks.tags[i] if t.kind == "pw" and t.extra == "type" and t.shape in {"du", "pl"}), None)
        if tag is None or tag.suffixed or tag.clitic.endswith("ال") or tag.value not in _LISTED or i + 2 >= last:
            return []
        before = Before(words, marks, i, first)
        found: list[Mention] = []
        j = i + 1
        while j < last and len(found) < _LIST_LONGEST:
            item = self._item_at(words, marks, j, last, opening=not found)
            if item is None:
                break
            name, candidates, end = item
            preposition = before.preposition or tag.clitic.removesuffix("ال")
            start = before.start if not found else j
            found.append(
                Mention(
                    j, end, start, name, candidates, tag.value, before.direction, before.relation, preposition, False
                )
            )
            j = end
            while j < last and words[j] in {"\u060c", '"'}:
                j += 1
            if words[j - 1] != "\u060c" and not (j < last and words[j].startswith("و")):
                break
        return found if len(found) > 1 else []

    def _item_at(
        self, words: Sequence[str], marks: Marks, j: int, last: int, *, opening: bool
    ) -> tuple[str, tuple[int, ...], int] | None:
        while j < last and words[j] == '"':
            j += 1
        if j >= last or words[j] in _GENERIC:  # "أحياء المدينة ويزور"
            return None
        word = words[j]
        stems = [word] if opening else [word[1:], word] if word.startswith("و") else [word]
        for stem in stems:
            match = self._longest(words, stem, j, last) if stem in self._first else None
            if match is not None and not (match[0] in _TWO_PART and j + 1 < last and words[j + 1].startswith("ال")):
                return match[0], self._candidates(match[0]), match[1]
        if stems[0] in _TWO_PART and j + 1 < last and words[j + 1].isalpha():
            end = j + 2
            if end + 1 < last and words[end].startswith("ال") and words[end + 1] == "\u060c":
                end += 1
            return " ".join((stems[0], *words[j + 1 : end])), (), end
        tagged = any(tag.kind in {"ev", "light", "cue", "person", "weapon", "pw"} for tag in marks.tags[j])
        if tagged or word in LIST_STOPS or not self._may_name(stems[0]):
            return None
        if opening and word.startswith("و"):
            return None
        if not opening and (word[0] in "بلك" or not ends_item(words, marks, j + 1, last)):
            return None  # "مدينتي الضالع وعدن، بدعم من"
        return stems[0], (), j + 1

    def _may_name(self, word: str) -> bool:
        """Whether an unknown word may be a place's name: no function word, nationality, suffixed or composed word."""
        return (
            word.isalpha()
            and len(word) >= 3
            and word not in self._not_names
            and not word.endswith(_SUFFIXES)
            and not word.startswith(_JOINED_PREPOSITIONS)
        )

    def _mention_at(
        self, words: Sequence[str], marks: Marks, i: int, first: int, last: int, *, listed: bool
    ) -> Mention | None:
        options = self._options(words[i])
        if not options and not after_place_word(words, marks, i, first):
            return None
        before: Before | None = None
        for clitic, stem in options:
            match = self._longest(words, stem, i, last)
            if match is None:
                continue
            before = before or Before(words, marks, i, first)
            name, end = match
            if name in self._guards and end < len(words) and words[end] in self._guards[name]:
                continue
            plural = any(tag.kind == "pw" and tag.shape in {"du", "pl"} for tag in marks.tags[i])
            if plural and end == i + 1 and not name.startswith("ال"):
                continue  # "بلدات وقرى"
            if not clitic and is_speaker(words, i):
                before.relation = before.relation or "source"
            if self._accepts(words, name, clitic, before, i, listed=listed):
                return self._build(words, name, self._candidates(name), i, end, clitic, before)
        if options:
            return self._capital(words, i, before) if before is not None and options[-1][1] == CAPITAL else None
        before = Before(words, marks, i, first)
        if before.cue_adjacent and not before.cue_definite:
            return self._unknown(words, marks, i, last, before)
        return None

    def _options(self, word: str) -> tuple[tuple[str, str], ...]:
        known = self._memo.get(word)
        if known is not None:
            return known
        if len(self._memo) > _MEMO_LIMIT:
            self._memo.clear()
        options = tuple([(clitic, stem) for clitic, stem in clitic_splits(word) if stem in self._first])
        self._memo[word] = options
        return options

    def _longest(self, words: Sequence[str], stem: str, i: int, last: int) -> tuple[str, int] | None:
        names = self._names
        for length in range(min(self._first[stem], last - i), 1, -1):
            name = " ".join((stem, *words[i + 1 : i + length]))
            if name in names:
                return name, i + length
        return (stem, i + 1) if stem in names and i < last else None

    def _accepts(self, words: Sequence[str], name: str, clitic: str, before: Before, i: int, *, listed: bool) -> bool:
        if is_no_place(words, name, before, i) or name in self._nationals or words[i] in self._whole_words:
            return False
        doubtful = name in self._needs_cue
        if is_likened(name, clitic, words[i - 1] if i else ""):
            return False
        if before.cue_adjacent:  # "سجن كبير" is no prison of Ber
            described = clitic.startswith("و") or is_described(name, before, self._stop_names.get(name, ""))
            return not (doubtful and described) and (len(name) > _SHORT_NAME or not clitic.strip("و"))
        if doubtful:
            return self._accepts_doubtful(words, name, clitic, before, i, listed=listed)
        if (
            len(name) <= 3
            and clitic.strip("و")
            and not before.adjacent
            and " " not in name
            and not name.startswith("ال")
        ):
            return len(name) == 3 and clitic in {"ب", "وب"}
        previous = words[i - 1] if i else ""
        named = previous in self._person or previous.removeprefix("و") in self._person
        return not (named and not clitic.strip("و"))

    def _accepts_doubtful(
        self, words: Sequence[str], name: str, clitic: str, before: Before, i: int, *, listed: bool
    ) -> bool:
        """Whether a name that is an everyday word too is a place by what stands around it."""
        end = i + name.count(" ") + 1
        if name in SHORT_FORMS:
            return stands_for_place(words, before, clitic, end)
        if self._stop_names.get(name, "").endswith(BEHIND_PREPOSITION) and (
            stands_behind_preposition(words, before, clitic, end) or (listed and clitic == "و")
        ):
            return True
        if before.direction in {"countryside", "edge"} and before.adjacent:
            return True
        if before.direction in _SIDES and before.adjacent and self._places[self._names[name][0]].kind == "country":
            return True  # "شمالي مالي"
        if not has_bearing(words, before, clitic, end) or words[end + 1] not in self._first:
            return False
        town = self._longest(words, words[end + 1], end + 1, len(words))
        return town is not None and town[0] not in self._needs_cue

    def _candidates(self, name: str) -> tuple[int, ...]:
        """Return the places of a name; one that begins with a place word ("مدينة رفح") may be any place of the rest."""
        found = self._names[name]
        head, _, rest = name.partition(" ")
        if rest and head in PLACE_HEADS:
            found += tuple(index for index in self._names.get(rest, ()) if index not in found)
        return found

    def _build(
        self,
        words: Sequence[str],
        name: str,
        candidates: tuple[int, ...],
        i: int,
        end: int,
        clitic: str,
        before: Before,
    ) -> Mention:
        direction = before.direction
        sided = before.direction == "countryside" or (not before.direction and before.cue in {"area", "region"})
        if sided and end < len(words) and words[end] in DIRECTION_ADJECTIVES:
            end += 1
        preposition = clitic.lstrip("و") or before.preposition
        inside = before.parenthetical
        if before.cue == "street" and before.cue_adjacent:
            places = self._places
            candidates = tuple(index for index in candidates if places[index].kind not in _NEVER_STREETS)
        return Mention(
            i, end, before.start, name, candidates, before.cue, direction, before.relation, preposition, inside
        )

    def _capital(self, words: Sequence[str], i: int, before: Before) -> Mention | None:
        """Return "في العاصمة" as the capital of whichever country the article speaks of; a named one is a name."""
        clitic = words[i].removesuffix(CAPITAL).lstrip("و")
        preposition = clitic or before.preposition
        following = next((word for word in words[i + 1 : i + 3] if word not in _QUOTES), "")
        described = following.startswith("ال") and following not in DAYS
        if preposition not in {"ب", "في", "داخل"} and not before.direction:
            return None
        if described or following in self._first or before.cue_adjacent:
            return None
        return Mention(
            i, i + 1, before.start, CAPITAL, self._capitals, CAPITAL_CUE,
            before.direction, before.relation, preposition, before.parenthetical,
        )  # fmt: skip

    def _unknown(self, words: Sequence[str], marks: Marks, i: int, last: int, before: Before) -> Mention | None:
        """Return a name that no table has after an explicit cue: "قرية جتل"."""
        if before.cue not in _NAMED_KINDS and not (
            before.cue in _AREAS and self._is_located(words, marks, i + 1, last)
        ):
            return None
        word = words[i]
        if words[i - 1].endswith("ا") or (word.startswith("و") and word not in _TWO_PART):
            return None
        if any(tag.kind in {"ev", "pw", "cue", "light", "person"} for tag in marks.tags[i]) or not self._may_name(word):
            return None
        end = i + 1
        if word in _TWO_PART and end < last and words[end].isalpha():
            end += 1
        name = " ".join(words[i:end])
        return Mention(
            i, end, before.start, name, (), before.cue, before.direction, before.relation, before.preposition, False
        )

    def _is_located(self, words: Sequence[str], marks: Marks, j: int, last: int) -> bool:
        """Whether token `j` tells where an area lies, so that its name stands before: "منطقة نامبالا التي تقع"."""
        if j + 1 >= last:
            return False
        if words[j] == "التي":
            return words[j + 1] in {"تقع", "تبعد"}
        if words[j] in {"الواقعه", "التابعه"}:
            return True
        tags = marks.tags[j]
        return any(tag.kind == "pw" and (tag.extra == "dir" or tag.value in _GREAT) for tag in tags)

    def chains(self, words: Sequence[str], mentions: Sequence[Mention]) -> list[Chain]:
        """Return `mentions` grouped into chains (small in large) and lists of equals."""
        groups: list[tuple[list[Mention], list[Mention]]] = []
        for mention in mentions:
            if groups:
                chain, siblings = groups[-1]
                previous = siblings[-1] if siblings and siblings[-1].last > chain[-1].last else chain[-1]
                link = link_of(words, previous, mention)
                if link == "list" and len(chain) == 1:
                    siblings.append(mention)
                    continue
                if link == "chain" and len(chain) < 5:
                    chain.append(mention)
                    continue
            groups.append(([mention], []))
        return [Chain(tuple(chain), tuple(siblings)) for chain, siblings in groups]
