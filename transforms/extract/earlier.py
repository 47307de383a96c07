"""Incidents that a sentence only refers to: what others answer or count from, and what readers are taken to know.

"شنت غارات بعد أربعة أيام على تفجير سروج" tells raids and an earlier bombing. The days themselves are `dating`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from transforms.extract.acts import Act, Marks
from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

Amount = Callable[[Sequence[str], int], tuple[str, int, int] | None]
"""Reads (unit, count, token after) of a stretch of time at a token: "ثلاثة أيام", "نحو شهر"."""

Place = tuple[int, str, int, int | None]
"""Where an earlier incident begins, its unit and count, and where it ends when a verb shows that."""
RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذين", "اللتين", "اللذان", "اللتان"})
_BETWEEN = frozenset({"قد", "كان", "كانت"})
_NO_VERBS = {"تابع": "ل", "تابعا": "ل", "تابعه": "ل", "خلف": "ال"}
_RESULTS = frozenset({"ما", "مما"})
_WAS = frozenset({"كان", "كانت", "وكان", "وكانت", "كانوا"})
_REACH = 7
_THAT = "ذلك"
_STILL_TO_DO = frozenset({"ان", "لم", "لن", "حتي", "سوف"})
_THIS = frozenset({"هذا", "هذه", "لهذا", "لهذه", "بهذا", "بهذه"})
_TO_NAME = 3
_NO_NAME = frozenset({"في", "علي", "ب", "من", "\u060c", ".", "\n"})
_TO_BEGINNING = 10
"""Words from "since" to the date of what began."""
_DATELINES = (["-"], [":"])
"""What follows the name of a newspaper, which may be a word that recalls: "سبق - الرياض:"."""
_STOPS = frozenset({".", "\u060c", "\n", "?"})
_HARM = frozenset({"killed", "injured"})
_GOING_ON = frozenset({"shell", "air", "drone", "clash", "fight", "protest", "siege", "operation", "campaign", "raid"})
_BOMBS = frozenset({"explode", "detonate", "suicide"})
_DEEDS = frozenset({"air", "drone", "shell", "arrest", "capture", "raid"})
_RAIDS = frozenset({"air", "drone", "shell"})
_HITS = frozenset({"target", "strike_hit", "attack"})
_ATTACKS = frozenset({"attack", "assault", *_BOMBS})
_WAKE = "اعقاب"
_IN = frozenset({"في"})
_TO_NAME = 8
"""Words before "that followed" in which the later attack is named."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """Tokens [first, last) tell an earlier incident, `count` units before what is told beside it; "" when untold."""

    first: int
    last: int
    unit: str
    count: int


class EarlierReader:
    """Finds references to earlier incidents; built once from reference_words.tsv, then immutable."""

    __slots__ = ("_amount", "_words")

    def __init__(self, amount: Amount) -> None:
        self._amount = amount
        self._words: dict[str, frozenset[str]] = {}
        rows = read_tsv("transforms.lexicon", "reference_words")
        for kind in {row["kind"] for row in rows}:
            self._words[kind] = frozenset(normalize_name(row["form"]) for row in rows if row["kind"] == kind)

    def find(self, words: Sequence[str], marks: Marks, acts: Sequence[Act], first: int, last: int) -> Earlier | None:
        """Return the first earlier incident that the clause [first, last) refers to, None when there is none."""
        for act in acts:
            if act.is_verb:
                continue
            found = (
                self._cue(words, act, first)
                or self._seen_there(words, act, acts, first)
                or self._known_beside(words, act, acts, first)
            )
            if found is not None:
                begin, unit, count, end = found
                opening = all(words[j] in self._words["opening"] for j in range(first, begin))
                end = end or (_end_of_opening(words, marks, act, last) if opening else last)
                return Earlier(first if opening else begin, end, unit, count)
        comes = self._comes_after(words, acts, first, last)
        return Earlier(comes, last, "", 0) if comes is not None else None

    def _comes_after(self, words: Sequence[str], acts: Sequence[Act], first: int, last: int) -> int | None:
        """Return where a clause tells what came before its act: "تأتي السيطرة على المدينة بعد استعادة البلدة"."""
        if words[first].removeprefix("و") not in self._words["comes"] or words[first + 1 : first + 2] == [_THAT]:
            return None
        k = next((j for j in range(acts[0].last, last) if words[j] in self._words["after"]), None)
        return k if k is not None and any(act.first > k for act in acts) else None

    def is_past(self, words: Sequence[str], clauses: Sequence[tuple[int, int]]) -> bool:
        """Whether clauses [first, last) are told as what was before: "سبق أن", "يذكر أن", "وقتل حينها خمسة"."""
        then, recalled = self._words["then"], self._words["recalled"]
        return any(
            not then.isdisjoint(words[first:last])
            or any(
                words[j] in recalled and words[j + 1 : j + 2] not in _DATELINES
                for j in range(first, min(first + 2, last))
            )
            for first, last in clauses
        )

    def says(self, words: Sequence[str]) -> bool:
        """Whether one of some words tells that something is said: "أعلنت", "وبحسب", "بيان"."""
        says = self._words["says"]
        return any(word in says or (word[0] in "وف" and word[1:] in says) for word in words)

    def beginning(self, words: Sequence[str], i: int, *, low: int) -> tuple[int, bool] | None:
        """Return where a beginning is told whose date stands at token `i`, and whether it only measures something.

        `low` is the first token of the sentence.
        "ارتكبت مجازر منذ بدء الحرب في أكتوبر" is a sum; "أسوأ يوم منذ بدء الحرب في أكتوبر" is one day.
        """
        for j in range(i - 2, max(low - 1, i - _TO_BEGINNING - 1), -1):
            if words[j] in _STOPS:
                return None
            if words[j].removeprefix("و") in self._words["since"] and words[j + 1] in self._words["beginning"]:
                before = [word.removeprefix("و").removeprefix("ل") for word in words[max(0, j - _TO_BEGINNING) : j]]
                return j, not self._words["measure"].isdisjoint(before)
        return None

    def is_this(self, words: Sequence[str], acts: Sequence[Act]) -> bool:
        """Whether an act is the one told before: "مسؤوليتها عن هذا التفجير"."""
        return any(act.definite and act.first and words[act.first - 1] in _THIS for act in acts if not act.is_verb)

    def tally_rises(self, words: Sequence[str]) -> int | None:
        """Return where some words tell that a toll goes up: "ارتفاع حصيلة القتلى", "ارتفع عدد ضحايا التفجير"."""
        rising, tally = self._words["rising"], self._words["tally"]
        told = (i for i, word in enumerate(words) if word.removeprefix("و") in rising)
        return next((i for i in told if not tally.isdisjoint(words[i + 1 : i + 3])), None)

    def goes_on_now(self, words: Sequence[str]) -> bool:
        """Whether some words say in the present tense that something goes on; "كانت تدور" is over."""
        return not self._words["going"].isdisjoint(words) and _WAS.isdisjoint(words)

    def is_known(
        self,
        words: Sequence[str],
        marks: Marks,
        clauses: Sequence[tuple[int, int, Sequence[Act]]],
        *,
        opening: bool,
    ) -> bool:
        """Whether the acts of a draft are told as known: "منفذي التفجير", "الهجوم الذي استهدف", none of them asserted.

        `clauses` are (first, last, acts); `opening` is the first sentence of an article, in which the dead of an
        attack are news.
        """
        told: set[str] = set()
        relative = False
        if self._stirs(words, clauses[0]):
            return True
        for first, last, acts in clauses:
            if not acts:
                continue
            relative = relative and all(act.outcome in _HARM for act in acts)
            people = all(act.outcome and act.definite and act.pos != "m" for act in acts)
            if self._is_managed(words, acts[0], first):
                return False
            if not people and _is_carried(words, marks, acts, low=first, relative=relative):
                return False
            told |= {self._telling(words, act, told) for act in self._told(words, acts)}
            relative = relative or any(word.removeprefix("و") in RELATIVES for word in words[acts[0].first : last])
        if "asserted" in told:
            return False
        return ("known" in told and not (opening and "harmed" in told)) or (
            "people" in told and told.isdisjoint({"harmed", "loose"})
        )

    def _is_managed(self, words: Sequence[str], act: Act, first: int) -> bool:
        """Whether it is told as done: "تم احتجازه", "نجحت القوات، مدعومة بالمقاومة، في السيطرة على المدينة"."""
        if act.is_verb or act.first <= first:
            return False
        if words[act.first - 1].removeprefix("و") in self._words["done"]:
            return words[act.first - 2] not in _STILL_TO_DO
        if words[act.first - 1] not in {"من", "في"}:
            return False
        before = words[first : act.first]
        return any(word.removeprefix("و") in self._words["managing"] for word in before)

    def _stirs(self, words: Sequence[str], clause: tuple[int, int, Sequence[Act]]) -> bool:
        """Whether an act is the subject of what it led to: "أثارت العملية ردود فعل", "أثار هجوم المدينة غضبا"."""
        first, _, acts = clause
        near = bool(acts) and not acts[0].is_verb and acts[0].first == first + 1
        return near and words[first].removeprefix("و") in self._words["stirring"]

    def _told(self, words: Sequence[str], acts: Sequence[Act]) -> Iterator[Act]:
        """Yield the acts of a clause without the verbs of its relative clauses."""
        relative, last = False, acts[0].first
        for act in acts:
            between = any(word.removeprefix("و") in RELATIVES for word in words[last : act.first])
            goes_on = act.conjunction == "و" and (relative or between)
            relative, last = act.is_verb and (in_relative(words, act) or goes_on), act.last
            if not relative:
                yield act

    def _telling(self, words: Sequence[str], act: Act, told: set[str]) -> str:
        """Return how an act is told: asserted, harmed (a verb's), loose (a bare noun's), known or people (known)."""
        if act.is_verb:
            return "harmed" if act.outcome in _HARM else "asserted"
        if act.outcome and act.first and words[act.first - 1] in self._words["portion"]:
            return "loose"  # "سقوط عشرات القتلى" is news
        definite = act.definite or self._is_named_deed(words, act)
        if not definite and "harmed" not in told and self._is_named_cause(words, act):
            return "known"
        if definite or words[act.first - 1] in self._words["held"]:
            return "people" if act.outcome else "known" if definite or "harmed" not in told else "loose"
        return "loose" if act.outcome in _HARM else "asserted"

    def _is_named_deed(self, words: Sequence[str], act: Act) -> bool:
        """Whether a noun before an act with the article makes it definite: "عملية التفجير التي نفذها"."""
        carried = words[act.first] in self._words["carrier"] and words[act.last - 1].startswith("ال")
        return carried and not RELATIVES.isdisjoint(words[act.last : act.last + 1])

    def _is_named_cause(self, words: Sequence[str], act: Act) -> bool:
        """Whether a known blast is what something came of: "غادر المصابون المستشفى جراء تفجير مسجد الطوارئ"."""
        if act.sense not in _BOMBS or not act.first or words[act.first - 1] not in self._words["cause"]:
            return False
        behind = words[act.last : act.last + _TO_NAME]
        return any(word.startswith("ال") for word in behind[: _name_ends(behind)])

    def _cue(self, words: Sequence[str], act: Act, first: int) -> Place | None:
        """Return the words before an act that make it an earlier one."""
        j = act.first
        while j > first and words[j - 1] in self._words["carrier"]:
            j -= 1
        if j <= first:
            return None
        before = words[j - 1].removeprefix("و")
        if before in self._words["day_after"]:
            return j - 1, "day", 1, None
        clitic = {"ل": "answer", "ب": "tie", "بال": "tie"}.get(act.clitic, "since")
        if before in self._words["since"] or before in self._words[clitic]:
            return j - 1, "", 0, None
        if before in self._words["joint"] and j - 2 >= first:
            return self._before_joint(words, j, first)
        if act.sense in _ATTACKS and not act.definite:
            return self._before_another(words, j, first)
        return None

    def _before_another(self, words: Sequence[str], j: int, first: int) -> Place | None:
        """Return where an attack begins that another one followed: "جاء الهجوم عقب تفجير", "الهجوم الذي أعقب تفجيرا".

        Token `j` names the earlier one, without the article.
        """
        if words[j - 1] in self._words["follows"]:
            named = any(word.removeprefix("و").startswith("ال") for word in words[max(first, j - _TO_NAME) : j - 1])
            return (j - 1, "hour", 0, None) if named else None
        begin = j - 2 if words[j - 1] == _WAKE else j - 1
        if begin <= first or words[begin].removeprefix("و") not in self._words["after"] | _IN:
            return None
        came = self._words["comes"].intersection(
            word.removeprefix("و") for word in words[max(first, begin - 9) : begin]
        )
        if not came or (words[begin] in _IN and begin == j - 1):
            return None
        return begin, "hour" if begin < j - 1 else "", 0, None

    def _seen_there(self, words: Sequence[str], act: Act, acts: Sequence[Act], first: int) -> Place | None:
        """Return where it is told of the place of an attack that it saw another: "في المدينة التي شهدت أمس تفجيرا"."""
        if (
            act.definite
            or act.sense not in _ATTACKS
            or not any(other.definite and other.first < act.first for other in acts)
        ):
            return None
        for k in range(act.first - 1, max(first + 1, act.first - _TO_NAME), -1):
            if words[k] in self._words["sees"] and words[k - 1] in RELATIVES:
                return k - 1, "", 0, None
        return None

    def _before_joint(self, words: Sequence[str], j: int, first: int) -> Place | None:
        """Return the cue that ends with "على" or "من" before token `j`: "ردا على", "بعد يومين من"."""
        begin = words[j - 2].removeprefix("و")
        if begin in self._words["answer"] or (begin == "رد" and words[j - 3] in self._words["copula"]):
            return j - 2, "", 0, None
        for k in range(j - 2, max(first, j - _REACH) - 1, -1):
            if words[k].removeprefix("و") in self._words["after"]:
                told = self._distance(words, k + 1, j - 1)
                return (k, *told, None) if told is not None else None
            if words[k] in self._words["passing"] and words[k - 1].removeprefix("و") not in self._words["after"]:
                told = self._distance(words, k, j - 1)  # "صادف أمس مرور خمس سنوات على الهجوم"
                return (k, *told, None) if told is not None else None
        return None

    def _distance(self, words: Sequence[str], i: int, end: int) -> tuple[str, int] | None:
        """Return (unit, count) of the stretch of time that fills tokens [i, end), count 0 when it is left open."""
        if words[i] in self._words["passing"]:
            i += 1
        amount = self._amount(words, i)
        if amount is not None and all(words[j] in self._words["trailing"] for j in range(amount[2], end)):
            return amount[0], amount[1]
        if all(words[j] in self._words["trailing"] for j in range(i + 1, end)):
            if words[i] in self._words["days"]:
                return "days", 0
            if words[i] in self._words["hours"]:
                return "hours", 0
            if words[i] in self._words["while"]:
                return "", 0
        return None

    def _known_beside(self, words: Sequence[str], act: Act, acts: Sequence[Act], first: int) -> Place | None:
        """Return where the bombing begins that raids or arrests come after: "قصفت الطائرات ... عقب هجوم انتحاري".

        "حملت التنظيم مسؤولية التفجير الذي" is told as known without such a word; "وعقب التفجير ألقت القبض على" names
        it first.
        """
        deeds = _DEEDS | _HITS if act.definite else _DEEDS
        done = [other for other in acts if other.is_verb and other.sense in deeds and not in_relative(words, other)]
        if act.first and words[act.first - 1].removeprefix("و") in self._words["after"]:
            done += [other for other in acts if other.sense in _RAIDS and other.first < act.first]
        if act.sense not in _BOMBS or not done:
            return None
        for j in range(act.first - 1, max(first, act.first - 4) - 1, -1):
            if words[j].removeprefix("و") in self._words["after"]:
                later = done[0].first if done[0].first > act.first else None
                return (j, "", 0, later) if later is None or act.definite else None
        relative = act.definite and RELATIVES.intersection(words[act.last : act.last + 3])
        return (act.first, "", 0, None) if relative and done[0].first < act.first else None


def _name_ends(words: Sequence[str]) -> int:
    """Return how many words may still name what an act was aimed at: those before a preposition or a pause."""
    return next((i for i, word in enumerate(words) if word in _NO_NAME), len(words))


def goes_on(acts: Sequence[Act]) -> bool:
    """Whether a known act may go on from sentence to sentence: "القصف", "الاشتباكات"; an explosion is over."""
    nouns = [act for act in acts if not act.is_verb and act.outcome not in _HARM]
    return bool(nouns) and all(act.shape == "pl" or act.sense in _GOING_ON for act in nouns)


def in_relative(words: Sequence[str], act: Act) -> bool:
    """Whether a verb stands in a relative clause: "الذي استهدف", "التي كانت قد قصفت"."""
    j = act.first - 1
    while j > act.first - 3 and words[j] in _BETWEEN:
        j -= 1
    return words[j].removeprefix("و") in RELATIVES


def _is_carried(words: Sequence[str], marks: Marks, acts: Sequence[Act], *, low: int, relative: bool) -> bool:
    """Whether a finite verb beside an act's noun asserts it: "شهدت المدينة الهجوم", "أسفر القصف عن".

    `relative`: the clause goes on with a relative clause before it ("الذي استهدف المسجد، وأسفر عن").
    """
    # "أعلنت أسماء الشهداء" tells of the dead only, "أعلنت تفجيرها دبابة" of the blast.
    of_people = bool(acts[0].outcome) and acts[0].definite
    verbs_of_relative = 1 if relative else None
    for j in range(max(low, acts[0].first - 4), min(len(words), acts[-1].last + 4)):
        if words[j].removeprefix("و") in RELATIVES:
            verbs_of_relative = 0
            continue
        verbs = [tag for tag in marks.tags[j] if tag.kind in {"light", "ev"} and tag.pos == "v"]
        if not verbs or _is_no_verb(words, j) or (of_people and any(tag.value == "report" for tag in marks.tags[j])):
            continue
        goes_on = verbs[0].conjunction == "و" or words[j - 1] in _RESULTS
        inside = verbs_of_relative is not None and (verbs_of_relative == 0 or goes_on)
        if not inside and any(tag.kind == "light" for tag in verbs):
            return True
        verbs_of_relative = 1 if inside else None
    return False


def _is_no_verb(words: Sequence[str], j: int) -> bool:
    """Whether a word that may be a verb is none: "موقع تابع للجيش" (of the army), "خلف القيادة" (behind)."""
    following = words[j + 1] if j + 1 < len(words) else ""
    return following.startswith(_NO_VERBS.get(words[j], "\n"))


def _end_of_opening(words: Sequence[str], marks: Marks, act: Act, last: int) -> int:
    """Return where "بعد يومين على الهجوم الذي أوقع 32 قتيلا" ends: at the next comma or main verb."""
    for j in range(act.last + 1, last):
        if words[j] == "\u060c":
            return j
        verb = any((tag.kind in {"ev", "light"} and tag.pos == "v") or tag.value == "report" for tag in marks.tags[j])
        if verb and words[j - 1].removeprefix("و") not in {*RELATIVES, *_BETWEEN} and words[j][0] != "و":
            return j
    return last
