"""Drafts of incidents: what one stretch of an article tells of one act, before rows are made.

Builds drafts sentence by sentence and merges those that tell one incident; fields are decided in `fields`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.extract.acts import Act
from transforms.extract.dates import DateMention
from transforms.extract.earlier import Earlier
from transforms.extract.families import FAMILY, compatible, families
from transforms.extract.location import Location
from transforms.extract.losses import of_other_side, of_that_battle
from transforms.extract.modes import mode, modes_agree
from transforms.extract.outcomes import Casualty
from transforms.extract.place_links import Mention
from transforms.extract.places import Chain
from transforms.extract.realis import Verdict
from transforms.extract.retold import all_over, dates_agree, differ_slightly, told_otherwise, tolls_agree, turns_away
from transforms.extract.sides import Role
from transforms.extract.sites import lie_apart
from transforms.gazetteer.places import distance_km


@dataclass(slots=True)
class Piece:
    """One clause with everything read in it."""

    first: int
    last: int
    joint: str
    sentence: int
    zone: str
    acts: list[Act]
    verdicts: list[Verdict]
    chains: list[Chain]
    dates: list[DateMention]
    casualties: list[Casualty]
    roles: list[Role]
    methods: set[str]
    weapons: set[str]
    things: set[str]
    """Weapons that were seized, shot down, stored or destroyed: objects of an act, not its means."""
    objects: set[int]
    """ACLED types of the people and posts that an act is directed at ("على مزارعين", "استهدف دورية")."""
    sites: frozenset[str] = frozenset()
    """Kinds of site that were attacked, of those that tell attacks of one town apart (see `sites`)."""
    earlier: Earlier | None = None
    """Set where the clause tells what others answer or count from."""
    reported: bool = False
    """Whether the clause names who says so ("وقال مصدر"), so that its figures stand against others."""
    aside: frozenset[str] = frozenset()
    """Senses of what is condemned, mourned or said to increase here: how those who are told died, no incident anew."""
    contrast: bool = False
    """Whether the clause is set against the one before it ("فيما", "بينما", "في حين", "في المقابل")."""
    widespread: bool = False
    """Whether the clause tells of several areas at once ("على مناطق عدة"), so that its toll is no one town's."""

    @property
    def senses(self) -> set[str]:
        """Senses of the acts told here."""
        return {act.sense for act in self.acts}

    @property
    def families(self) -> frozenset[str]:
        """Families of those senses."""
        return families(self.senses)


_PEOPLE = frozenset({"captive", "hostage"})


@dataclass(slots=True)
class Draft:
    """Pieces that tell one incident, with the place and date read so far."""

    pieces: list[Piece]
    location: Location | None = None
    others: list[Location] = field(default_factory=list)
    own_place: bool = False
    date: DateMention | None = None
    adopted: bool = False
    own_date: bool = False
    inherited_date: bool = False
    known_families: tuple[int, frozenset[str]] | None = None
    """(pieces, families) when they were last asked for."""
    known_mode: tuple[int, str] | None = None
    """(pieces, mode) when it was last asked for."""

    @property
    def first_piece(self) -> Piece:
        """The piece of the body told first, else the headline's."""
        return next((piece for piece in self.pieces if piece.zone != "title"), self.pieces[0])

    @property
    def main_act(self) -> Act:
        """The act that names the incident: the first that does not only tell of people, else the first."""
        named = (act for act in self.acts if FAMILY.get(act.sense) != "harm" and act.sense not in _PEOPLE)
        return next(named, self.acts[0])

    @property
    def senses(self) -> set[str]:
        """All senses."""
        return {sense for piece in self.pieces for sense in piece.senses}

    @property
    def families(self) -> frozenset[str]:
        """All families."""
        size = len(self.pieces)
        if self.known_families is None or self.known_families[0] != size:
            self.known_families = (size, families(self.senses))
        return self.known_families[1]

    @property
    def casualties(self) -> list[Casualty]:
        """All casualties, in the order told."""
        return [row for piece in self.pieces for row in piece.casualties]

    @property
    def sites(self) -> frozenset[str]:
        """All sites that were attacked."""
        return frozenset().union(*(piece.sites for piece in self.pieces))

    @property
    def acts(self) -> list[Act]:
        """All acts, in the order told."""
        return [act for piece in self.pieces for act in piece.acts]

    @property
    def earlier(self) -> Earlier | None:
        """How the incident lies before another, None when it is told for itself."""
        return self.pieces[0].earlier


def group_pieces(pieces: Sequence[Piece]) -> list[Draft]:
    """Return the drafts of one sentence: neighbouring clauses that tell one incident stand together."""
    drafts: list[Draft] = []
    pending: list[Piece] = []
    for piece in pieces:
        if not piece.acts:
            if drafts:
                _attach(drafts[-1], piece)
            else:
                pending.append(piece)
            continue
        if piece.earlier is not None:
            drafts.append(Draft([piece]))
        elif drafts and _continues(drafts[-1], piece):
            drafts[-1].pieces.append(piece)
        else:
            drafts.append(Draft([*pending, piece]) if not drafts else Draft([piece]))
            pending = []
    return drafts


def _attach(draft: Draft, piece: Piece) -> None:
    if piece.joint != "background":
        draft.pieces.append(piece)


_TURNED = frozenset({"clash", "fight", "burn", "loot", "destroy", "injure", "injury", "casualty"})
"""What a demonstration turns into in the next clause: "تظاهر المئات واندلعت اشتباكات"."""


def _continues(draft: Draft, piece: Piece) -> bool:
    """Whether a clause goes on with the incident of the draft before it."""
    before, after = draft.families - {"harm"}, piece.families - {"harm"}
    if piece.joint in {"background", "apart", "each"} or _is_another(draft, piece):
        return False
    if piece.joint in {"result", "cause"} or of_other_side(draft, piece):
        return True
    places_differ = _differ(draft, piece)
    if piece.joint == "subject":
        return bool(piece.acts) and all(act.definite for act in piece.acts)
    if piece.joint in {"new", "turn", "place"} and not (before and any(row.others for row in piece.casualties)):
        only_people = piece.joint == "new" and all(act.outcome in {"killed", "injured"} for act in draft.acts)
        told_again = only_people and all(act.definite or act.outcome for act in piece.acts)
        return (not after or told_again) and not places_differ and _adds_to(draft, piece)
    if not after:
        return not places_differ
    if not before:
        return not places_differ
    turned = "protest" in before and piece.senses <= _TURNED
    if (before & after or turned) and not places_differ:
        return True
    return compatible(before, after) and not places_differ and _linked(before, after)


def _is_another(draft: Draft, piece: Piece) -> bool:
    """Whether a clause tells what was done in another way to others: "فيما قتل آخر بانفجار عبوة"."""
    others = piece.joint == "new" and any(row.others for row in piece.casualties)
    if not others or any(act.definite for act in piece.acts):
        return False
    before = {method.rstrip("?") for told in draft.pieces for method in told.methods}
    now = {method.rstrip("?") for method in piece.methods}
    return bool(now) and (bool(before) or mode(draft) == "attack") and not before & now


def _adds_to(draft: Draft, piece: Piece) -> bool:
    """Whether the people hurt in a clause are more of the same incident: other outcomes, or "others"."""
    before = {row.outcome for row in draft.casualties}
    now = [row for row in piece.casualties if not row.subset]
    return not now or not before or not before & {row.outcome for row in now} or any(row.others for row in now)


def _linked(before: frozenset[str], after: frozenset[str]) -> bool:
    pair = before | after
    if pair <= {"protest", "riot", "arrest", "destroy", "clash", "attack"} and pair & {"protest", "riot"}:
        return True
    if pair == {"clash", "arrest"}:
        return True
    return (
        bool({"destroy", "attack"} & pair) or pair <= {"clash", "territory"} or pair <= {"strike", "attack", "destroy"}
    )


def _differ(draft: Draft, piece: Piece) -> bool:
    """Whether both name a specific place of their own and the names are not the same."""
    mine = {m.name for p in draft.pieces for chain in p.chains for m in _specific(chain)}
    theirs = {m.name for chain in piece.chains for m in _specific(chain)}
    return bool(mine and theirs and not mine & theirs)


def _specific(chain: Chain) -> list[Mention]:
    head = chain.head
    if head.relation in {"launch", "outlet", "source", "office", "embassy", "hospital", "route", "origin", "birth"}:
        return []
    return (
        [head]
        if head.cue in {"city", "town", "village", "camp", "neighbourhood", "site", "base", "airport", "crossing"}
        or head.candidates
        else []
    )


_BEARINGS = frozenset({"N", "S", "E", "W", "near"})
_BESIDE_KM = 25.0
"""What a headline puts south of a city may be any village there."""
_FAR_IN_TOWN = 4
"""Sentences after which one more act of its kind in the same town is no less likely told again."""


def same_incident(earlier: Draft, later: Draft, *, gap: int) -> float:
    """Return how well a later draft tells the incident of an earlier one of the same article, 0 = another incident.

    `gap` is the number of sentences between them. Codebook: one place + one day + one kind of act = one incident.
    """
    if not compatible(earlier.families - {"harm"}, later.families - {"harm"}) or _is_another(
        earlier, later.first_piece
    ):
        return 0.0
    losses = of_that_battle(earlier, later, gap=gap)
    if not (losses or _may_be_one(earlier, later)) or not dates_agree(earlier, later):
        return 0.0
    place, toll = _place_agreement(earlier, later), tolls_agree(earlier, later)
    if place < 0 or (toll <= 0 and lie_apart(earlier.sites, later.sites)):
        return 0.0
    if toll < 0 and place < 2 and not (gap <= 1 and told_otherwise(earlier, later)):
        return 0.0
    if toll <= 0 and (turns_away(later, toll, place) or all_over(earlier, later)):
        return 0.0
    nearness = min(gap, _FAR_IN_TOWN) if place >= 2 and toll >= 0 else gap
    score = 0.3 + 0.3 * place + 0.6 * max(toll, 0) - 0.05 * nearness
    if _refers_back(later):
        score += 0.4
    if earlier.first_piece.zone == "title":
        score += 0.3
    if not later.own_place and gap <= 1:
        score += 0.15
        score += 0.15 if later.families <= {"harm", "attack"} and not _outcomes(earlier) & _outcomes(later) else 0.0
    kinds = earlier.families & later.families - {"harm"}
    return score + 0.3 * losses + (0.2 if kinds else 0.0)


def _may_be_one(earlier: Draft, later: Draft) -> bool:
    """Whether mode or toll let two drafts tell one incident."""
    if modes_agree(mode(earlier), mode(later)) or _same_battle(earlier, later):
        return True
    return later.families <= {"harm"} and tolls_agree(earlier, later) > 0


def surely_same(earlier: Draft, later: Draft) -> bool:
    """Whether two drafts share a figure or a specific place, as one incident told at different times must."""
    return tolls_agree(earlier, later) > 0 or _place_agreement(earlier, later) >= 2


def _same_battle(earlier: Draft, later: Draft) -> bool:
    """Whether a clause goes back to the fighting by which ground was won: "طردتهم بعد معارك ... المعارك أسفرت عن"."""
    return (
        mode(earlier) == "territory" and "clash" in earlier.families and mode(later) == "clash" and _refers_back(later)
    )


def told_in_title(title: Draft, body: Draft) -> float:
    """Return how well a headline tells an incident of the body, 0 = it does not; headlines leave much out."""
    if not compatible(title.families - {"harm"}, body.families - {"harm"}) or not dates_agree(title, body):
        return 0.0
    here, there, toll = title.location, body.location, tolls_agree(title, body)
    countries = {place.country for place in (here, there) if place is not None and place.country}
    if len(countries) > 1 and (title.own_place or toll <= 0):
        return 0.0
    if not (modes_agree(mode(title), mode(body)) or title.senses <= body.senses) and toll <= 0:
        return 0.0
    place = max(_place_agreement(title, body), 0) if _unknown_beside(title, body) else _place_agreement(title, body)
    if toll < 0 and place == 2 and mode(title) == mode(body) and differ_slightly(title, body):
        toll = 0
    if toll < 0 or (place < 0 and toll <= 0):
        return 0.0
    outcomes = bool(_outcomes(title) & _outcomes(body))
    return 1.0 + toll + 0.5 * max(place, 0) + 0.3 * (mode(title) == mode(body) != "") + 0.4 * outcomes


def _unknown_beside(title: Draft, body: Draft) -> bool:
    """Whether the body names a spot that nobody knows in the headline's governorate: "السويداء", "حي المقوس"."""
    here, there = title.location, body.location
    if here is None or there is None or here.admin1_pcode is None:
        return False
    return there.place is None and here.admin1_pcode == there.admin1_pcode


def told_twice(title: Draft, other: Draft) -> bool:
    """Whether a headline repeats another headline, as pages and posts do."""
    return mode(title) == mode(other) and tolls_agree(title, other) >= 0 and _place_agreement(title, other) >= 0


def _refers_back(draft: Draft) -> bool:
    acts = [act for act in draft.acts if act.pos in {"n", "m", "x"}]
    return any(act.definite for act in acts)


def _place_agreement(a: Draft, b: Draft) -> int:
    """Return 2 for the same specific place, 1 for one inside or unknown beside the other, -1 for two places."""
    here, there = a.location, b.location
    if here is None or there is None or not b.own_place or not a.own_place:
        return 1
    if here.country and there.country and here.country != there.country:
        return -1
    if here.admin1_pcode and there.admin1_pcode and here.admin1_pcode != there.admin1_pcode:
        return -1
    known = here.place is not None and there.place is not None
    if here.text == there.text or (known and here.place is there.place and here.specific and there.specific):
        return 2
    if here.specific and there.specific:
        if not known or here.latitude is None or there.latitude is None:
            return -1
        if here.longitude is None or there.longitude is None:
            return -1
        near = distance_km(here.latitude, here.longitude, there.latitude, there.longitude)
        nested = (
            {here.place.kind, there.place.kind} & {"neighbourhood", "camp", "site"}
            if here.place and there.place
            else set()
        )
        beside = a.first_piece.zone == "title" and here.mention is not None and here.mention.direction in _BEARINGS
        return 1 if near <= (_BESIDE_KM if beside else 8.0 if nested else 1.5) else -1
    return 1


def _outcomes(draft: Draft) -> set[str]:
    return {row.outcome for row in draft.casualties}
