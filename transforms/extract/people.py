"""People phrases of a clause: counted, dual, plural, singular, named, in lists, before or after a verb.

What happened to the people is `casualties`; how many a number tells is `numbers`.
"""

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from transforms.extract.acts import Act, Marks
from transforms.extract.numbers import COUNT_ONE, COUNT_TWO, Count, NumberReader
from transforms.extract.phrase_table import PhraseTable
from transforms.lexicon.compile import Tag
from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

PLURAL = Count(2, None, None, "plural")
STOPS = frozenset({".", "?", "\n", "\u061b", ":"})
LIGHT_MARKS = frozenset({'"', "(", ")", "-"})
_NAMED = frozenset({"kill", "die", "assassinate", "execute", "abduct", "arrest"})
_PARTITIVE = frozenset({"من", "في", "بين"})
_ORDINALS = ("ثالث", "رابع", "ثان")
_AFTER_ORDINAL = frozenset({"في", "خلال", "جراء", "اثر", "امس", "اليوم", "علي", "من", "عندما", "قرب", "داخل", "نتيجه"})
_ONE_OF_THEM = frozenset({"احدهما", "احدهم", "احداهما", "احداهن"})
_ONE_OF_TWO = frozenset({"احدهما", "احداهما", "هما", "وهما", "كلاهما"})
_NAMELY = frozenset({"هم", "وهم", "هما", "وهما", "هن", "وهن", "هو", "وهو", "هي", "وهي"})
_WITH = frozenset({"مع", "برفقه", "رفقه"})
_MEMBERS = frozenset({"افراد", "اشخاص", "فردا", "شخصا"})
_FEW = 2
MOURNS = "نعي"
"""Its subject is not the one who died: "نعى الأزهر شهداء"."""
PLURAL_VERB = ("وا", "ون")
_MANY_OF_A_NATION = ("يون", "يين")
_TWO_OF_A_NATION = ("يان", "يتان", "يتين")
_SEVERAL = ("يان", "يتان", "يون")
_TWO = frozenset({"اثنان", "اثنين", "اثنتان", "اثنتين"})
_LONG = 5
_ONE = frozenset({"واحد", "واحده", "واحدا"})


@dataclass(frozen=True, slots=True)
class People:
    """A counted group of persons on tokens [first, last)."""

    count: Count
    group: str
    acled_type: int | None
    first: int
    last: int
    named: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens of one clause with their marks and the actor names in it (end by start)."""

    words: Sequence[str]
    marks: Marks
    first: int
    last: int
    actors: Mapping[int, int]

    def person(self, i: int) -> Tag | None:
        """Return the person tag of token `i`: phrases first, then the plural, the singular of "مدنيا", the dual."""
        for _, tag in self.marks.phrases.get(i, ()):
            if tag.kind == "person":
                return tag
        tags = [tag for tag in self.marks.tags[i] if tag.kind == "person"]
        if not tags:
            return None
        plural = next((tag for tag in tags if tag.shape == "pl"), None)
        accusative = next((tag for tag in tags if tag.shape == "sg" and self.words[i].endswith("يا")), None)
        return plural or accusative or tags[0]

    def person_end(self, i: int) -> int:
        """Return the token after the person word or phrase at token `i`."""
        return next((end for end, tag in self.marks.phrases.get(i, ()) if tag.kind == "person"), i + 1)

    def is_settled(self, i: int) -> bool:
        """Whether the words before token `i` end a phrase: an actor's name."""
        return i in self.actors.values()

    def is_place(self, i: int) -> bool:
        """Whether a place word stands at token `i`."""
        return any(tag.kind == "pw" for tag in self.marks.tags[i])


class PeopleReader:
    """Reads people phrases from tagged tokens; built once, then immutable."""

    __slots__ = ("_names_in_waw", "_nationalities", "_numbers", "cues")

    def __init__(self, numbers: NumberReader, nationalities: Collection[str] = ()) -> None:
        self._numbers = numbers
        self._nationalities = frozenset(nationalities)
        names = (normalize_name(row["word"]) for row in read_tsv("transforms.lexicon", "given_names"))
        self._names_in_waw = frozenset(name for name in names if name.startswith("و"))
        rows = read_tsv("transforms.lexicon", "casualty_cues")
        self.cues: PhraseTable[str] = PhraseTable(((r["phrase"], r["kind"]) for r in rows), prefixes=("", "و", "ف"))

    def people(self, clause: Clause, j: int, *, act: Act | None = None) -> People | None:
        """Return the people phrase at token `j`: counted, dual, plural, singular or (after an act) a name."""
        if j >= clause.last:
            return None
        words = clause.words
        if self._numbers.may_start(words[j]):
            count = self._numbers.read(words, j)
            if count is not None and count.last <= clause.last:
                return self._counted(clause, count, j)
        tag = clause.person(j)
        if tag is not None:
            return self._uncounted(clause, tag, j)
        cue = self.cues.match(words, j)
        if cue is not None and cue[0] == "others" and not self._orders(clause, j):
            return People(_others_count(words[j]), "", None, j, cue[1])
        if act is not None and words[j] in _ONE_OF_THEM and not (j + 1 < clause.last and clause.person(j + 1)):
            return People(COUNT_ONE, "", None, j, j + 1)
        nationals = self._nationals(clause, j, act) if act is not None and j == act.last else None
        if nationals is not None:
            return nationals
        if (
            act is not None
            and act.sense in _NAMED
            and act.lemma != MOURNS
            and not act.definite
            and (act.pos in {"m", "p"} or act.sense == "die")
        ):
            return self.name(clause, j, act)
        return None

    def _nationals(self, clause: Clause, j: int, act: Act) -> People | None:
        """Return people told by their nation alone: "إصابة فلسطيني", "أصيب فلسطينيون", "قتل الفلسطينيان فلان وفلان".

        A verb that may be active takes an object, which ends in "ا": "قتل فلسطينيان مستوطنا".
        """
        word = clause.words[j]
        if act.pos == "v" and act.sense == "kill":
            nation = word.removesuffix("ان") in self._nationalities or word in self._nationalities
            following = clause.words[j + 1] if j + 1 < clause.last else ""
            killers = following.endswith("ا") or clause.words[act.first].endswith(PLURAL_VERB)
            passive = nation and word.endswith(_SEVERAL) and not killers
            return People(_count_of_nation(clause, j), "", None, j, j + 1) if passive else None
        hurt = act.outcome == "injured" and not act.definite and act.pos in {"m", "p"}
        if not hurt or clause.marks.tags[j] or word.startswith("ال"):
            return None
        if len(word) > _LONG and word.endswith(_MANY_OF_A_NATION + _TWO_OF_A_NATION):
            return People(_count_of_nation(clause, j), "", None, j, j + 1)
        return self.national(clause, j)

    def national(self, clause: Clause, j: int) -> People | None:
        """Return one person told by his nation: "قتل المستوطنون فلسطينيا"."""
        word = clause.words[j]
        alone = word in self._nationalities and word.endswith(("ي", "يا")) and not word.startswith(("ال", "و"))
        return People(COUNT_ONE, "", None, j, j + 1) if alone else None

    def _orders(self, clause: Clause, j: int) -> bool:
        """Whether an ordinal counts what follows ("ثالث هجوم") and is no person ("وأصيب ثالث")."""
        if not clause.words[j].lstrip("و").startswith(_ORDINALS) or j + 1 >= clause.last:
            return False
        following = clause.words[j + 1]
        return following.isalpha() and following not in _AFTER_ORDINAL and not following.startswith(("ب", "و", "ف"))

    def _counted(self, clause: Clause, count: Count, j: int) -> People | None:
        words = clause.words
        kind = self._numbers.noncount(words, count.first, count.last)
        if kind is not None:
            return None
        k = count.last
        if k < clause.last and words[k] in _PARTITIVE:
            k += 1
        group, acled_type, end = "", None, count.last
        tag = clause.person(k) if k < clause.last else None
        if tag is not None:
            group, acled_type, end = tag.value, acled_type_of(tag), clause.person_end(k)
            second = clause.person(end) if end < clause.last else None
            if second is not None and not second.conjunction and second.shape == "pl" and second.value != group:
                group, acled_type, end = second.value or group, acled_type_of(second) or acled_type, end + 1
        elif k < clause.last:
            cue = self.cues.match(words, k)
            if cue is not None and cue[0] == "others":
                end = cue[1]
            elif cue is not None and cue[0] == "things":
                return None
        bound = self.late_bound(clause, end) if count.quantity == "exact" else None
        if bound is not None and bound[1] <= clause.last:
            high = None if bound[0] == "at_least" else count.high
            count, end = dataclasses.replace(count, high=high, quantity=bound[0]), bound[1]
        return People(count, group, acled_type, j, end)

    def _uncounted(self, clause: Clause, tag: Tag, j: int) -> People:
        words = clause.words
        end = clause.person_end(j)
        count = {"sg": COUNT_ONE, "du": COUNT_TWO}.get(tag.shape, PLURAL)
        if tag.value == "family" and tag.shape != "du":
            members = self._members(clause, end)
            count, end = (members, members.last) if members is not None else (count, end)
        if end < clause.last and self._numbers.may_start(words[end]):
            numeral = self._numbers.read(words, end)
            two = numeral is not None and numeral.best in {1, 2} and words[numeral.first].startswith("اثن")
            if numeral is not None and two and numeral.last <= clause.last and tag.shape != "sg":
                count, end = COUNT_TWO, numeral.last
        if tag.shape == "pl" and end < clause.last and words[end].startswith("ال") and count is PLURAL:
            numeral = self._numbers.read(words, end) if self._numbers.may_start(words[end]) else None
            if numeral is not None and numeral.last == end + 1 and (numeral.best or 0) > _FEW:
                count, end = dataclasses.replace(numeral, quantity="exact"), end + 1  # "أطفالهما الثلاثة"
        if end < clause.last and words[end] in _ONE:
            end += 1
        if tag.shape == "pl" and words[end - 1].endswith("ين") and end < clause.last and words[end] in _ONE_OF_TWO:
            count = COUNT_TWO
        bound = self.late_bound(clause, end) if count.quantity == "exact" and end < clause.last else None
        if bound is not None and bound[0] == "at_least" and bound[1] <= clause.last:
            count = dataclasses.replace(count, high=None, quantity=bound[0])
        return People(count, tag.value, acled_type_of(tag), j, end)

    def _members(self, clause: Clause, end: int) -> Count | None:
        """Return how many a family counts: "أسرة مكونة من سبعة أفراد", "عائلة من 5 أشخاص"."""
        for j in range(end, min(end + 4, clause.last - 1)):
            if clause.words[j] == "من" and self._numbers.may_start(clause.words[j + 1]):
                count = self._numbers.read(clause.words, j + 1)
                ok = count is not None and count.last < clause.last and clause.words[count.last] in _MEMBERS
                return dataclasses.replace(count, last=count.last + 1) if ok and count is not None else None
        return None

    def late_bound(self, clause: Clause, end: int) -> tuple[str, int] | None:
        """Return a bound after the people and what they belong to: "25 مقاتلا من المعارضة على الأقل"."""
        for j in range(end, min(end + 6, clause.last)):
            word = clause.words[j]
            if word in STOPS or word == "\u060c" or (word.startswith("و") and clause.marks.tags[j]):
                return None
            bound = self._numbers.postposed_bound(clause.words, j)
            if bound is not None:
                return bound
        return None

    def name(self, clause: Clause, j: int, act: Act) -> People | None:
        """Return a single named person after a word that takes one ("اغتيال هنية"), several for "فلسطينيون".

        A plural verb has had its subject: what follows "استشهدوا" names nobody.
        """
        word = clause.words[j]
        if not word.isalpha() or len(word) < 3 or clause.marks.tags[j] or self.cues.match(clause.words, j):
            return None
        if clause.is_place(j) or (j in clause.actors and act.sense != "assassinate"):
            return None
        if act.is_verb and clause.words[act.first].endswith(PLURAL_VERB):
            return None
        if len(word) > _LONG and word.endswith(_MANY_OF_A_NATION + _TWO_OF_A_NATION):
            return People(_count_of_nation(clause, j), "", None, j, j + 1)
        victims = self.people(clause, clause.actors[j]) if word.startswith("ال") and j in clause.actors else None
        if victims is not None and victims.group:
            return victims
        return People(COUNT_ONE, "", None, j, j + 1, named=True)

    def listed(self, clause: Clause, j: int, act: Act) -> list[People]:
        """Return the groups of the list that begins at token `j` ("طفل وامرأة", "3 جنود و5 مسلحين")."""
        people = self.people(clause, j, act=act)
        found = [people] if people is not None else []
        while people is not None:
            people = self.continued(clause, people.last, many=(people.count.low or 0) > _FEW)
            if people is not None:
                found.append(people)
        if len(found) > 1 and act.is_verb and found[0].count.quantity == "plural" and not found[0].group:
            return found[:1]
        return found

    def continued(self, clause: Clause, j: int, *, many: bool = False) -> People | None:
        """Return the next group of a list: "طفل وامرأة", "3 جنود و5 مسلحين".

        After a number that counts in the singular (`many`) a second accusative belongs to it: "150 شابا ورجلا".
        """
        companions = self.companions(clause, j) or self._further_group(clause, j)
        if companions is not None:
            return companions
        j = self.skip_attributes(clause, j)
        words = clause.words
        if j >= clause.last or (words[j - 1].startswith("ال") and self._numbers.may_start(words[j - 1])):
            return None  # "الساعات الأربع والعشرين"
        if words[j] == "\u060c" and j + 1 < clause.last and words[j + 1].startswith("و"):
            ranked = clause.person(j + 1)
            more = self._numbers.may_start(words[j + 1]) or (
                ranked is not None and ranked.shape == "sg" and ranked.definite
            )
            people = self.people(clause, j + 1) if more else None
            return people if people is not None and people.group else None
        if words[j] == "و" and j + 1 < clause.last:
            people = self.people(clause, j + 1)
            return people if people is not None and people.count.quantity != "plural" else None
        if words[j].startswith("و") and len(words[j]) > 2 and self.cues.match(words, j) is None:
            bare = words[j].endswith("ا") and not words[j].endswith(("ها", "هما"))
            alone = bare and (many or clause.person(j) is None) and not self._numbers.may_start(words[j])
            if words[j] in _ONE or alone:
                return None
            people = self.people(clause, j)
            told = people is not None and people.last < clause.last and _has_verb(clause, people.last)
            return people if people is not None and not people.named and not told else None
        return None

    def _further_group(self, clause: Clause, j: int) -> People | None:
        """Return the counted group behind "besides": "استشهاد 12 من منسوبي القوات إضافة إلى ثلاثة من العاملين"."""
        past = next((end for start, end in clause.actors.items() if start < j < end), j)
        for k in range(j, min(j + 10, clause.last - 1)):
            if k < past:
                continue
            word, past = clause.words[k], clause.actors.get(k, k)
            cue = self.cues.match(clause.words, k) if word in self.cues else None
            if cue is not None and cue[0] == "plus":
                people = self.people(clause, cue[1]) if cue[1] < clause.last else None
                return people if people is not None and people.count.quantity != "plural" else None
            another = (word.startswith("و") and past <= k) or (cue is not None and cue[0] == "subset")
            if word in STOPS or another or any(tag.kind == "ev" for tag in clause.marks.tags[k]):
                return None
        return None

    def companions(self, clause: Clause, j: int) -> People | None:
        """Return those who shared a fate: "قتل القائد مع ثلاثة من مرافقيه", "برفقة اثنين من أبنائه"."""
        for k in range(j, min(j + 9, clause.last - 3)):
            word = clause.words[k]
            if word in STOPS or word in {"\u060c", "و"} or any(tag.kind == "ev" for tag in clause.marks.tags[k]):
                return None
            if word in _WITH and self._numbers.may_start(clause.words[k + 1]):
                count = self._numbers.read(clause.words, k + 1)
                if count is None or count.last + 1 >= clause.last or clause.words[count.last] != "من":
                    return None
                own = clause.words[count.last + 1].endswith(("ه", "ها", "هم"))
                return People(count, "", None, k + 1, count.last + 2) if own else None
        return None

    def skip_attributes(self, clause: Clause, j: int) -> int:
        """Skip what may stand between two groups of one list: "من عناصر التنظيم", adjectives of the group."""
        k = j
        while k < min(j + 9, clause.last):
            word = clause.words[k]
            if word in STOPS or word in {"،", "و"}:
                break
            if word in _NAMELY:
                return j
            cue = self.cues.match(clause.words, k) if word in self.cues else None
            if cue is not None and cue[0] == "subset":
                return j
            opens = word.startswith("و") and word not in self._names_in_waw
            if opens and (len(word) > 3 or clause.person(k) is not None):
                return k
            if k in clause.actors:
                k = clause.actors[k]
                continue
            if any(tag.kind == "ev" for tag in clause.marks.tags[k]):
                return j
            k += 1
        return k if k < clause.last and clause.words[k] in {"و", "\u060c"} else j

    def skip(self, clause: Clause, j: int) -> int:
        """Return the next token that may begin a people phrase: quotes and small words are passed over."""
        while j < clause.last:
            if clause.words[j] in LIGHT_MARKS and clause.words[j] != "\u060c":
                j += 1
                continue
            cue = self.cues.match(clause.words, j)
            if cue is None or cue[0] not in {"skip", "with"} or self._numbers.read(clause.words, j) is not None:
                break
            j = cue[1]
        return j


def acled_type_of(tag: Tag) -> int | None:
    """Return the ACLED type that a person noun implies, None when it says nothing."""
    return int(tag.extra) if tag.extra.isdigit() else None


def _count_of_nation(clause: Clause, j: int) -> Count:
    """Return two for "فلسطينيان" and for "فلسطينيين، أحدهما طفل", else several."""
    behind = [word for word in clause.words[j + 1 : j + 3] if word != "\u060c"]
    two = clause.words[j].endswith(_TWO_OF_A_NATION) or any(word in _ONE_OF_TWO | _TWO for word in behind)
    return COUNT_TWO if two else PLURAL


def _has_verb(clause: Clause, i: int) -> bool:
    """Whether a verb with an outcome of its own stands at token `i`: "260 قتلوا ومئات جرحوا"."""
    return any(
        tag.kind == "ev" and tag.pos in {"v", "p"} and tag.extra and not tag.conjunction for tag in clause.marks.tags[i]
    )


def _others_count(word: str) -> Count:
    if word.endswith("عدد"):
        return PLURAL
    if word.endswith(("اخران", "اخرتان")):
        return COUNT_TWO
    return PLURAL if word.endswith(("اخرون", "اخرين", "غيرهم")) else COUNT_ONE
