"""The author that an earlier clause names, for a verb without a subject: "قصف الجيش البلدة، كما اعتقل شابا".

Authors that only the context of the article tells are `parties`.
"""

from collections.abc import Sequence

from transforms.extract.actors import ActorMention
from transforms.extract.acts import Act, Marks
from transforms.extract.announcers import OWN_FORCES
from transforms.extract.drafts import Draft, Piece
from transforms.extract.objects import DWELLINGS
from transforms.extract.parties import ActorUse
from transforms.extract.roles_after import acts_on
from transforms.extract.sides import Role

_OPENING = 4
"""So many words may stand before the verb of a clause that goes on: "كما", "في حين", "لا تزال"."""
_DEEDS = frozenset(
    {"arrest", "abduct", "assassinate", "execute", "raid", "attack", "assault", "target", "shell", "demolish",
     "destroy",
     "burn", "shoot", "take", "retake", "seize", "siege", "capture", "campaign", "air", "detonate", "operation",
     "clash",
     "fight", "kill", "injure", "deploy", "loot", "expel"}
)  # fmt: skip
_HARM = frozenset({"kill", "injure"})
_CERTAIN = 2
_FEMININE_NOUNS = frozenset(
    {"كتايب", "كتاءب", "سرايا", "فصايل", "فصاءل", "الويه", "عناصر", "ميليشيا", "مليشيا", "حماس", "قسد"}
)
_PREPOSITIONS = frozenset(
    {"علي", "في", "من", "الي", "عن", "مع", "نحو", "باتجاه", "قرب", "داخل", "خلال", "ما", "اكثر", "اخر", "اخرين", "اخري",
     "عليه", "عليها", "عليهم", "عليهن"}
)  # fmt: skip
_SHORT = 4
_OUTCOMES = frozenset({"injury", "casualty", "die", "injure", "kill"})
_FIRES = ("اطلق", "يطلق", "تطلق")
_FIRED = frozenset(
    {"عشرات", "مءات", "عددا", "وابلا", "رشقه", "رشقات", "دفعه", "صاروخا", "صواريخ", "صاروخين", "قذيفه", "قذايف",
     "قذاءف", "النار", "الرصاص", "رصاص", "نيران", "قنابل", "مسيره", "مسيرات"}
)  # fmt: skip
"""What is fired and stands behind its verb as its object: "وأطلق عشرات الصواريخ"."""
_NOMINATIVE = ("ون", "ان")


def carried_author(
    draft: Draft,
    uses: Sequence[ActorUse],
    authors: Sequence[tuple[Draft, list[ActorUse]]],
    words: Sequence[str],
    marks: Marks,
) -> list[ActorUse]:
    """Return the author of the clause before for a draft whose verb has no subject, [] where another is possible."""
    if any(use.role in {"initiator", "claimant"} for use in uses) or not authors:
        return []
    piece = draft.first_piece
    verb = _opening_verb(piece, marks)
    if verb is None or not _has_no_subject(piece, words, marks, verb):
        return []
    earlier, earlier_uses = _before(piece, authors)
    told = [other for other in earlier.pieces if 0 <= piece.sentence - other.sentence <= 1 and other.zone == piece.zone]
    if not told:
        return []
    named = [use for use in earlier_uses if use.role == "initiator" and use.actor is not None and use.last > use.first]
    hit = {use.actor for use in uses if use.role == "target"}
    if len(named) != 1 or named[0].actor in hit:
        return []
    names = [role.mention.first for other in told for role in other.roles if role.role == "initiator"]
    return named if _agrees(words, verb, names or [named[0].first]) else []


def carry_subject(
    pieces: Sequence[Piece], words: Sequence[str], marks: Marks, mentions: Sequence[ActorMention]
) -> None:
    """Give the first act of a sentence the subject of a clause before it that tells no act.

    "انتشرت قوات الاحتلال في المدينة وداهمت منازل": who deployed raided.
    """
    acting = next((k for k, piece in enumerate(pieces) if piece.acts), None)
    if acting is None or any(role.role in {"initiator", "claimant"} for role in pieces[acting].roles):
        return
    first, piece = pieces[0].first, pieces[acting]
    subject = next((m for m in mentions if first < m.first < pieces[0].last and not (m.weak or m.country)), None)
    if subject is None or subject.clitic or not _is_verb_of(words, marks, subject, first):
        return
    if acting and piece.joint == "result":
        goes_on = all(act.sense in _OUTCOMES for act in piece.acts)
    else:
        verb = _opening_verb(piece, marks) if acting else _verb_of_where(piece, words)
        goes_on = verb is not None and _has_no_subject(piece, words, marks, verb)
        goes_on = goes_on and verb is not None and _agrees(words, verb, [subject.first])
    if goes_on:
        piece.roles.append(Role(subject, "initiator", _CERTAIN))


def _verb_of_where(piece: Piece, words: Sequence[str]) -> int | None:
    """Return the token of the first act where it is a verb behind "where": "منعت القوات الدخول حيث اعتقلت شابا"."""
    act = piece.acts[0]
    return act.first if act.pos == "v" and _is_deed(act) and words[act.first - 1] == "حيث" else None


def _is_verb_of(words: Sequence[str], marks: Marks, subject: ActorMention, first: int) -> bool:
    """Whether the word before a name is its verb: it opens the clause, or is in the feminine behind what is fronted.

    "انتشرت قوات الاحتلال", "وفي وسط المدينة تقدمت المقاومة".
    """
    i = subject.first - 1
    if i == first and any(tag.pos == "v" for tag in marks.tags[i]):
        return True
    word = words[i]
    feminine = word.endswith("ت") and _is_feminine_name(words[subject.first]) and marks.has(i, "person") is None
    return feminine and (i == first or (len(word) > _SHORT and not word.endswith("ات") and not word.startswith("ال")))


def _agrees(words: Sequence[str], verb: int, names: Sequence[int]) -> bool:
    """Whether a verb has the gender of one of the names, or forces of the author behind it: "اعتقلت قواته"."""
    if words[verb + 1] in OWN_FORCES:
        return True
    feminine = _is_feminine_verb(words[verb])
    return any(_is_feminine_name(words[i]) == feminine for i in names)


def _before(piece: Piece, authors: Sequence[tuple[Draft, list[ActorUse]]]) -> tuple[Draft, list[ActorUse]]:
    """Return the draft told last before a clause, of the same sentence where there is one."""
    same = (pair for pair in reversed(authors) if any(other.sentence == piece.sentence for other in pair[0].pieces))
    return next(same, authors[-1])


def _opening_verb(piece: Piece, marks: Marks) -> int | None:
    """Return the token of the verb with which a clause goes on, None when it begins otherwise."""
    acts = {act.first: act for act in piece.acts}
    for i in range(piece.first, min(piece.first + _OPENING, piece.last)):
        act = acts.get(i)
        if act is not None:
            return i if act.pos == "v" and _is_deed(act) else None
        if any(tag.kind == "light" and tag.value == "does" and tag.pos == "v" for tag in marks.tags[i]):
            return i if any(act.first > i and act.sense in _DEEDS for act in piece.acts) else None
    return None


def _is_deed(act: Act) -> bool:
    return act.sense in _DEEDS and not act.suffixed_object


def _has_no_subject(piece: Piece, words: Sequence[str], marks: Marks, verb: int) -> bool:
    """Whether what stands behind a verb is no subject: a preposition, a number, people or places that it is done to."""
    if verb + 1 >= piece.last:
        return False
    act = next((act for act in piece.acts if act.first == verb), None)
    behind = words[verb + 1]
    if behind in OWN_FORCES or (words[verb].lstrip("وف").startswith(_FIRES) and behind in _FIRED):
        return True
    person = marks.has(verb + 1, "person")
    if act is not None and act.sense in _HARM and not acts_on(act) and not _is_killing(words[verb], behind):
        return False
    if behind in _PREPOSITIONS or behind.isdecimal():
        return True
    if person is not None:
        return not behind.endswith(_NOMINATIVE) and not behind.startswith("ال")
    if marks.has(verb + 1, "weapon") is not None or (act is not None and marks.has(verb + 1, "ev") is not None):
        return False
    if behind in DWELLINGS or (behind.endswith("ين") and len(behind) > _SHORT):
        return True
    told = marks.has(verb + 1, "pw") is not None or (behind.endswith("ا") and not behind.startswith("ال"))
    return told or (act is None and marks.has(verb + 1, "ev") is not None)


def _is_killing(verb: str, behind: str) -> bool:
    """Whether "killed" in the feminine is active, as those behind it are men or a number: "وقتلت ثلاثة"."""
    return _is_feminine_verb(verb) and (behind.isdecimal() or behind.endswith(("ين", "ا")) or behind in _PREPOSITIONS)


def _is_feminine_verb(verb: str) -> bool:
    bare = verb.removeprefix("و").removeprefix("ف")
    return bare.endswith("ت") or bare.startswith("ت")


def _is_feminine_name(word: str) -> bool:
    bare = word.removeprefix("و").removeprefix("ال")
    return bare.endswith(("ات", "ه")) or bare in _FEMININE_NOUNS
