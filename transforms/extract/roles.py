"""The part of each actor in the acts of its clause, read from voice, agent phrases, prepositions and word order.

Names are found in `actors`; this is grammar over the role words of role_cues.tsv.
"""

from collections.abc import Sequence

from transforms.extract.actors import ActorMention
from transforms.extract.acts import Act, Marks
from transforms.extract.announcers import STRIKES, claims, shows_own_act, tells_own_act, tells_own_losses
from transforms.extract.blame import BLAMES, blamed
from transforms.extract.clause_names import Name
from transforms.extract.firing import fired_from, has_author, is_fired
from transforms.extract.phrase_table import PhraseTable
from transforms.extract.roles_after import role_after
from transforms.extract.roles_aside import is_taken_up, names_foe, subject_behind, told_behind
from transforms.extract.roles_before import (
    PLACING,
    blows_up_self,
    by_aircraft,
    does,
    does_behind,
    does_own,
    has_subject,
    is_apposed,
    is_charge,
    is_hit_by,
    is_object,
    is_object_of_clause,
    is_struck_subject,
    opens_clause,
    role_before,
    takes_object,
    takes_part,
)
from transforms.extract.roles_nation import FIXED, nationality_role
from transforms.extract.sides import (
    Role,
    by_own_forces,
    done_by,
    fought_against,
    launched,
    parties_to,
    repelled,
    spread_pairs,
    withdrawn,
)
from transforms.lexicon.schema import read_tsv

_STOPS = frozenset({".", "?", "\n", "\u061b", "\u060c", ":"})
_AIMED = frozenset({"target", "strike_hit", "attack"})
_VESSELS = ("حامله ", "سفينه ", "سفن ", "مدمره ", "بارجه ", "ناقله ", "فرقاطه ")
_OFFICES = frozenset(
    {"متحدث", "ناطق", "رءيس", "رييس", "قاءد", "قايد", "مصدر", "مصادر", "قيادي", "مسوول", "مسوولون", "بيان", "قياده",
     "وزير", "ضابط", "ضباط", "عميد", "لواء", "عقيد", "مدير", "قادة", "قاده", "عسكريين", "قياديين", "عضو", "اعضاء"}
)  # fmt: skip
_ADJECTIVES = frozenset({"مسلح", "المسلح"})
"""What tells how right behind a noun: "هجوم مسلح"."""
_LAID = frozenset({"نصبه", "نصبته", "نصبها", "نصبتها", "نصبوه", "نفذته", "نفذه"})
"""Verbs with their object, so that "for" names whom it was laid for: "كمين نصبته للمسلحين"."""
_SHORT = 3
_THAT = frozenset({"بينما", "حينما", "عندما", "فيما", "ايضا", "بدورها"})
_WHEN = frozenset({"حين", "حينما", "عندما", "بعدما", "حيث", "فيما", "بينما"})
"""Words that begin a clause, so that a name before them is no subject: "مقتل جنود حين فتح مسلحون النار"."""
_HANDS = frozenset({"بيد", "ايدي", "يد", "قبضه", "سيطره", "بايدي", "بقبضه"})


class RoleReader:
    """Reads the parts of actors; built once, then immutable."""

    __slots__ = ("_cues",)

    def __init__(self) -> None:
        rows = read_tsv("transforms.lexicon", "role_cues")
        self._cues: PhraseTable[str] = PhraseTable(
            ((row["phrase"], row["role"]) for row in rows), prefixes=("", "و", "ال", "ف", "ل", "لل")
        )

    def roles(
        self, words: Sequence[str], marks: Marks, acts: Sequence[Act], mentions: Sequence[ActorMention], first: int
    ) -> list[Role]:
        """Return the part that each mention plays in the acts of its clause."""
        roles = [self._role(Name(words, marks, acts, mentions, i, first)) for i in range(len(mentions))]
        settled = repelled(words, acts, withdrawn(acts, spread_pairs(words, acts, roles)))
        settled = told_behind(words, acts, launched(words, acts, done_by(words, acts, settled)))
        settled = fought_against(words, acts, by_own_forces(words, acts, settled))
        return parties_to(words, acts, settled)

    def _role(self, name: Name) -> Role:
        mention, before = name.mention, name.before
        part = blamed(name, self._cues)
        if part is not None:
            return Role(mention, part, 3)
        if mention.country:
            return self._country_role(name)
        if mention.weak:
            thing = self._behind_thing(name)
            return nationality_role(name.words, name.marks, mention, before, behind_thing=thing)
        shaped = self._by_shape(name)
        if shaped is not None:
            return Role(mention, shaped, 3)
        if before is not None and opens_clause(name.words, name.mentions, name.index, before):
            before = None
        cue = self._cue_of(name, before)
        certain = self._by_name(name, before) or _by_announcement(name, before, cue) or _by_cue(name, before, cue)
        if certain:
            return Role(mention, certain, 3)
        near = _by_nearest_act(name, before, cue[0] if cue else "")
        if near:
            return Role(mention, near, 2)
        if cue is not None and (before is not None or cue[0] == "thing"):
            return Role(mention, "target" if cue[0] in {"thing", "target", "with"} else "", 1)
        return Role(mention, "", 0)

    def _cue_of(self, name: Name, before: Act | None) -> tuple[str, int] | None:
        """Return the nearest cue and its distance, unless it belongs to what stands before the act."""
        cue = self._cue_before(name.words, name.mention, name.first)
        told_before = before is not None and cue is not None and name.mention.first - cue[1] < before.first
        return None if cue is not None and cue[0] in {"thing", "reports"} and told_before else cue

    def _by_name(self, name: Name, before: Act | None) -> str:
        """Return the part that the words of the name itself give it: "نقطة تفتيش للجيش", "بنيران إسرائيلية"."""
        mention = name.mention
        if fired_from(name.words, mention, before):
            return "initiator"
        if before is not None and before.sense in STRIKES and self._names_a_thing(name.words, mention):
            return "target"
        own = next((act for act in name.acts if mention.first <= act.first < mention.last), None)
        if own is not None and own.is_verb and mention.last - mention.first == 1:
            return ""  # "فتح النار": no movement of that name
        if is_fired(name.words, mention, before, named=has_author(name.mentions[: name.index])):
            return "initiator"
        if own is not None and own.sense in STRIKES:
            return "initiator"
        sails = before is not None and before.sense in _AIMED and mention.alias.startswith(_VESSELS)
        return "target" if sails else ""

    def _by_shape(self, name: Name) -> str | None:
        """Return the part that a fixed shape of words gives a name, None where none stands."""
        words, acts, mentions, index, mention = name.words, name.acts, name.mentions, name.index, name.mention
        following = name.following
        if is_object(name.marks, acts, mentions, index):
            return "target"
        if following is not None and is_taken_up(words, following, mentions, index):
            return "target"
        if names_foe(words, mentions, index):
            return ""
        if is_charge(words, acts, mention) or takes_part(words, mention, name.first):
            return ""
        if index and is_apposed(words, mention, name.first):
            return ""
        if blows_up_self(words, acts, mention) or does_own(words, acts, mentions, index):
            return "initiator"
        if is_object_of_clause(words, acts, mention) and self._is_thing(words, mention):
            return "target"
        before = name.before
        adjective = before is not None and mention.alias in _ADJECTIVES and before.last == mention.first
        return "" if adjective and before is not None and not before.is_verb else None

    def _is_thing(self, words: Sequence[str], mention: ActorMention) -> bool:
        """Whether a name begins with what can be hit, or stands behind it: "دبابة إسرائيلية", "موقعا للجيش"."""
        found = self._cues.match(words, mention.first) or self._cues.match(words, mention.first - 1)
        return found is not None and found[0].startswith("thing")

    def _behind_thing(self, name: Name) -> bool:
        """Whether what can be hit stands right before a name: "دبابة إسرائيلية"."""
        found = self._cues.match(name.words, name.mention.first - 1) if name.mention.first else None
        return found is not None and found[0] == "thing"

    def _names_a_thing(self, words: Sequence[str], mention: ActorMention) -> bool:
        """Whether the name itself begins with what is hit: "نقطة تفتيش للجيش", "دورية للشرطة"."""
        found = self._cues.match(words, mention.first)
        fixed = words[mention.first].lstrip("و").removeprefix("ال") in FIXED
        return fixed and found is not None and found[0] == "thing" and found[1] <= mention.last

    def _country_role(self, name: Name) -> Role:
        """A country acts as subject of a verb or after an agent phrase; elsewhere it is a place."""
        words, marks, acts, mentions, index = name.words, name.marks, name.acts, name.mentions, name.index
        mention, first = name.mention, name.first
        behind = words[mention.last] if mention.last < len(words) else ""
        if behind in {":", "ان"} or (mention.first > first and words[mention.first - 1] in PLACING):
            return Role(mention, "", 0)
        cue = self._cue_before(words, mention, first)
        if cue is not None and cue[0] in {"agent", "support"}:
            return Role(mention, "initiator" if cue[0] == "agent" else "support", 3)
        if does(words, marks, mention, first, mentions[:index]) and any(act.first >= mention.last for act in acts):
            return Role(mention, "initiator", 3)
        if mention.first > first and marks.has(mention.first - 1, "pw") is not None:
            return Role(mention, "", 0)
        before, following = name.before, name.following
        bare = not mention.clitic.strip("وف") and not self._owned(words, marks, mention, first)
        if cue is not None and cue[0] == "reports" and tells_own_losses(words, marks, acts, mentions, index):
            return Role(mention, "target", 3)
        bare = bare and not (before is not None and has_subject(mentions[:index], before))
        if bare and before is not None and before.is_verb and before.last == mention.first and before.pos == "v":
            return Role(mention, "initiator" if before.sense not in {"die", "injure", "kill"} else "", 2)
        if (
            bare
            and following is not None
            and following.is_verb
            and following.pos == "v"
            and following.first - mention.last <= 3
        ):
            return Role(mention, "initiator" if following.sense not in {"die", "injure"} else "", 2)
        if bare and following is not None and mention.first == first and following.first - mention.last <= 2:
            return Role(mention, role_before(words, marks, mention, following), 1)
        return Role(mention, "", 0)

    def _owned(self, words: Sequence[str], marks: Marks, mention: ActorMention, first: int) -> bool:
        """Whether a noun in construct stands before a country: "حكومة اليمن", "سواحل ليبيا"."""
        if mention.clitic or mention.first <= first:
            return False
        before = words[mention.first - 1]
        noun = before.isalpha() and len(before) > _SHORT and before not in _THAT
        noun = noun and marks.has(mention.first - 1, "weapon") is None
        return noun and not any(tag.pos in {"v", "p"} or tag.kind == "cue" for tag in marks.tags[mention.first - 1])

    def _cue_before(self, words: Sequence[str], mention: ActorMention, first: int) -> tuple[str, int] | None:
        """Return (cue, distance) of the nearest role word within four tokens before a mention."""
        for j in range(mention.first - 1, max(first - 1, mention.first - 6), -1):
            word = words[j]
            if word in {".", "?", "\n", "\u061b", "\u060c", "ان", "بان"}:
                return None
            found = self._cues.match(words, j)
            longer = self._cues.match(words, j - 1) if found is not None and j > first else None
            found = longer if longer is not None and found is not None and longer[1] == found[1] else found
            if found is not None and found[1] <= mention.first + 1:
                if found[0] in BLAMES:
                    continue
                if found[0] in {"agent", "claim", "origin"} and mention.first - found[1] > 2:
                    continue
                if found[0] == "support" and mention.first - found[1] > 3:
                    continue
                if found[0] in {"with", "target"} and mention.first - found[1] > 3:
                    continue
                if found[0].startswith("thing") and mention.first - found[1] > 1:
                    continue
                if found[0] == "reports" and mention.first - found[1] > 1:
                    continue
                if found[0] == "belongs" and self._thing_before(words, j, first):
                    return "thing", mention.first - j
                return found[0].rstrip("?"), mention.first - j
        return self._office_before(words, mention, first)

    def _thing_before(self, words: Sequence[str], i: int, first: int) -> bool:
        """Whether what belongs to the name is hit: "قصف مراكز تجمع تابعة للتنظيم"."""
        for j in range(i - 1, max(first - 1, i - 4), -1):
            found = self._cues.match(words, j)
            if found is not None and found[0] == "thing":
                return True
        return False

    def _office_before(self, words: Sequence[str], mention: ActorMention, first: int) -> tuple[str, int] | None:
        """Return that an officer of the actor tells: "قال المتحدث باسم الجيش", "أعلن رئيس جهاز في الجيش"."""
        near = range(mention.first - 1, max(first - 1, mention.first - 9), -1)
        if not any(words[j].removeprefix("ال").removeprefix("و") in _OFFICES for j in near):
            return None
        for j in near:
            if words[j] in _STOPS or words[j] in {"ان", "بان"}:
                return None
            found = self._cues.match(words, j)
            if found is not None and found[0] == "reports":
                return "reports", mention.first - j
        return None


def _by_announcement(name: Name, before: Act | None, cue: tuple[str, int] | None) -> str:
    """Return the part of who tells of an act or a loss of his own, or does an act that follows him."""
    words, acts, mention = name.words, name.acts, name.mention
    if cue is not None and cue[0] == "reports":
        if claims(words, mention):
            return "claimant"
        if tells_own_losses(words, name.marks, acts, name.mentions, name.index):
            return "target"
        if tells_own_act(words, acts, mention):
            return "initiator"
    if mention.clitic.endswith("ل") and before is not None and by_aircraft(words, before, mention):
        return "initiator"
    if shows_own_act(words, acts, mention):
        return "initiator"
    if (before is not None and before.last >= mention.first - 1) or name.following is None:
        return ""
    owner = cue is not None and cue[0] == "belongs" and mention.clitic.endswith("ل")
    acting = does(words, name.marks, mention, name.first, name.mentions[: name.index])
    return "initiator" if acting or (owner and does_behind(name.marks, mention)) else ""


def _by_cue(name: Name, before: Act | None, cue: tuple[str, int] | None) -> str:
    """Return the part that a cue before a name gives it: "على يد", "سقطت بيد", "موقع للجيش" as a subject."""
    words, mention = name.words, name.mention
    if before is not None and before.sense == "fall":
        taken = words[mention.first - 1] in _HANDS or words[mention.first - 2] in _HANDS
        return "initiator" if taken else "target"
    if cue is None:
        return ""
    if cue[0] == "thing" and before is None and is_struck_subject(words, name.acts, mention, cue[1]):
        return "target"
    if cue[0] == "agent" and mention.clitic.endswith("ل") and words[mention.first - 1] in _LAID:
        return "target"
    if cue[0] in {"thing", "belongs", "target", "with"}:
        return ""
    return {"agent": "initiator", "claim": "claimant", "origin": "initiator"}.get(cue[0], cue[0])


def _by_nearest_act(name: Name, before: Act | None, cue: str) -> str:
    """Return the part in the act before a name, else in the one behind it."""
    words, mention, index = name.words, name.mention, name.index
    if before is not None:
        role = role_after(words, mention, before, cue)
        subject = has_subject(name.mentions[:index], before) and words[before.first - 1] not in _WHEN
        dealt = before.sense == "strike_hit" and mention.clitic.endswith("ل") and index > 0
        struck = cue == "thing" and index > 0 and name.mentions[index - 1].first == before.last
        taken_up = before.pos == "v" and subject_behind(words, before) == mention.first
        told = before.is_verb and not taken_up and (subject or struck or is_hit_by(name.acts, before))
        told = told or (dealt and subject and does(words, name.marks, name.mentions[index - 1], name.first))
        if role == "initiator" and told:
            role = "target"
        if role == "target" and takes_object(words, name.marks, mention, before):
            role = "initiator"
        if role:
            return role
    following = name.following
    return role_before(words, name.marks, mention, following, name.mentions[index + 1 :]) if following else ""
