"""Where: one place out of several namesakes, its units, its point and how precise that is.

Works on chains of mentions from `places`; which chain tells where an incident happened is decided in `assemble`.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from transforms.extract.place_links import Mention
from transforms.extract.places import CAPITAL_CUE, SHORT_FORMS, Chain
from transforms.gazetteer.build import Gazetteer
from transforms.gazetteer.places import SETTLEMENTS, Place, km_between
from transforms.lexicon.inflect import noun_forms
from transforms.text.normalize import normalize_name

_POINTS = SETTLEMENTS | {"crossing", "base", "airport", "port", "dam", "road", "site", "island"}
_STRIKING = frozenset(
    {"جيش", "قوات", "طيران", "طايرات", "طايره", "غاره", "غارات", "قصف", "احتلال", "عدوان", "قوه", "مدفعيه", "مقاتلات",
     "هجوم", "هجمات", "دبابات", "صاروخ", "صواريخ", "ضربه", "ضربات", "مسيره", "استهداف", "جنود", "سلاح"}
)  # fmt: skip
"""After these words a nationality tells who struck, not where."""
_WIDE = frozenset({"region", "mountain", "river", "sea"})
_NEAR_KM = 70.0
_BEARING_KM, _VILLAGE_KM = 250.0, 100.0  # how far from a city news takes a bearing on it
_CONTRADICTED = 8.0  # more than anything else that a chain says for a place
_SPOKEN_OF = 0.5  # country weight from which a short form ("القطاع") may stand for a place of it
_RIVAL = 2.0  # in the unit of the gazetteer's weights
_PARTS = frozenset({"neighbourhood", "camp", "site", "road"})  # of a town, so never far from it
_SIDES = frozenset({"N", "S", "E", "W"})
_BEARINGS = _SIDES | {"near", "edge"}
_KNOWN_EVERYWHERE = 300_000
_WELL_KNOWN = 50_000  # inhabitants
_LONE_KINDS = frozenset({"admin1", "admin2", "base", "airport", "port", "crossing", "island"})
_CUE_KINDS: dict[str, frozenset[str]] = {
    "city": frozenset({"city", "town"}),
    "town": frozenset({"town", "city", "village"}),
    "village": frozenset({"village", "town"}),
    "neighbourhood": frozenset({"neighbourhood"}),
    "camp": frozenset({"camp"}),
    "crossing": frozenset({"crossing"}),
    "airport": frozenset({"airport", "base"}),
    "base": frozenset({"base", "airport", "site"}),
    "port": frozenset({"port"}),
    "dam": frozenset({"dam"}),
    "admin1": frozenset({"admin1"}),
    "admin2": frozenset({"admin2"}),
    "admin3": frozenset({"town", "city", "admin2", "village"}),
    "mountain": frozenset({"mountain", "region"}),
    "region": frozenset({"region"}),
    "island": frozenset({"island"}),
    "sea": frozenset({"sea"}),
}
_NEAR_DIRECTIONS = frozenset({"near", "edge", "N", "S", "E", "W"})


@dataclass(frozen=True, slots=True)
class Location:
    """The place columns of an incident; unknown is None. `place` is the gazetteer row behind them, if there is one."""

    country: str | None
    admin1_pcode: str | None
    admin2_pcode: str | None
    text: str
    place: Place | None
    latitude: float | None
    longitude: float | None
    precision: int
    mention: Mention | None

    @property
    def specific(self) -> bool:
        """Whether a settlement or site is named, known or not."""
        if self.place is None:
            return self.mention is not None
        return self.place.kind in _POINTS and self.precision <= 3


@dataclass(frozen=True, slots=True)
class Around:
    """A larger place of a chain; with `bearing` a town that a direction is taken from, so that the head lies beside it.

    "ولاية لوغر جنوب كابل" is no part of Kabul. `loose`: a governorate whose name is a region's too ("جنوب لبنان").
    """

    place: Place
    bearing: bool
    loose: bool = False


_QUARTERS = frozenset({"neighbourhood", "street", "site"})
"""Parts of a town, which hold no town: "أهالي مدينة السويداء في ساحة الكرامة"."""

UNKNOWN_PLACE = Location(None, None, None, "", None, None, None, 6, None)
"""An incident told without any place in an article that names no country at all (a single sentence, a post)."""


class LocationResolver:
    """Chooses between namesakes; built once from a gazetteer, then immutable."""

    __slots__ = ("_adjectives", "_capitals", "gazetteer")

    def __init__(self, gazetteer: Gazetteer, adjectives: Mapping[str, str]) -> None:
        self.gazetteer = gazetteer
        self._adjectives = dict(adjectives)

    def country_weights(
        self, words: Sequence[str], mentions: Iterable[Mention], *, outlet_country: str | None = None
    ) -> dict[str, float]:
        """Return how strongly the article speaks of each country (ISO alpha-2), from its places and adjectives."""
        weights: dict[str, float] = defaultdict(float)
        places = self.gazetteer.places
        for mention in mentions:
            if not mention.candidates or mention.cue == CAPITAL_CUE or mention.relation in {"launch", "origin"}:
                continue
            if mention.name in SHORT_FORMS:
                continue
            top = places[mention.candidates[0]]
            if mention.cue != "admin1" and any(places[index].kind == "sea" for index in mention.candidates):
                continue  # "في البحر الأحمر" is no word on Sudan
            others = {places[index].country for index in mention.candidates[1:]} - {top.country}
            share = 1.5 if top.kind in {"country", "admin1"} else 1.0
            if mention.relation in {"outlet", "embassy", "office"} or mention.name in self.gazetteer.needs_cue:
                share *= 0.3  # a doubtful name is no proof of its country
            weights[top.country] += share if not others else share * 0.5
            for country in self._rivals(mention, top):
                weights[country] += share * 0.5
        adjectives = self._adjectives
        for i in [i for i, word in enumerate(words) if word in adjectives]:
            abroad = i > 0 and words[i - 1].lstrip("وب").removeprefix("ال") in _STRIKING
            weights[adjectives[words[i]]] += 0.0 if abroad else 0.35
        if outlet_country:
            weights[outlet_country] += 0.5
        return weights

    def _rivals(self, mention: Mention, top: Place) -> set[str]:
        """Return the other countries that news means by a name nearly as often as the likeliest one: "القدس"."""
        weights = self.gazetteer.weights.get(mention.name, ()) if top.country else ()
        likely = {
            self.gazetteer.places[index].country
            for index, weight in zip(mention.candidates, weights, strict=False)
            if weight >= weights[0] - _RIVAL
        }
        return likely - {top.country, ""}

    def resolve(self, chain: Chain, weights: Mapping[str, float]) -> Location | None:
        """Return the location of a chain's head, None when nothing in it is known."""
        parents = self._parents(chain, weights)
        location = self._resolve_mention(chain.head, parents, weights)
        if location is not None and location.place is None and parents and chain.head.candidates:
            # "عدن" is Aden in a sentence on Lahij too: what the country knows stands where it stands.
            alone = self._choose(chain.head, (), weights)
            if alone is not None and alone.country == location.country and _is_unmistakable(alone):
                return self.locate(alone, chain.head)
        return location

    def resolve_siblings(self, chain: Chain, weights: Mapping[str, float]) -> list[Location]:
        """Return the locations of the other places of a list ("قرى A وB وC")."""
        parents = self._parents(chain, weights)
        head = self._resolve_mention(chain.head, parents, weights)
        if not parents and head is not None and head.place is not None and head.country:
            unit = self.gazetteer.admin1(head.admin1_pcode or "") or self.gazetteer.country(head.country)
            parents = [Around(unit, bearing=False)] if unit is not None else []
        found = [self._resolve_beside(mention, parents, weights, chain=chain) for mention in chain.siblings]
        return [location for location in found if location is not None]

    def _resolve_beside(
        self, written: Mention, parents: Sequence[Around], weights: Mapping[str, float], *, chain: Chain
    ) -> Location | None:
        """Resolve an item of a list: near the first one where a namesake is, else wherever it is known.

        Where the unit around the list is told ("أحياء الميدان والأشرفية في حلب") a village or quarter is not sought
        elsewhere. The countryside of the first is that of all: "ريف إدلب وحماة".
        """
        mention = written
        if chain.head.direction == "countryside" and not (written.direction or written.cue):
            mention = dataclasses.replace(written, direction="countryside")
        location = self._resolve_mention(mention, parents, weights)
        if not mention.candidates or (location is not None and location.place is not None):
            return location
        known = self._choose(mention, (), weights)
        if known is None or (location is None and known.kind == "country"):
            return location
        abroad = location is not None and location.country not in {None, known.country}
        if abroad and not _is_unmistakable(known):
            return (
                location  # "قرى الكوزلية وأم الخير": an unknown village near the first, no namesake in another country
            )
        told = len(chain.mentions) > 1
        there = not told or (_is_unmistakable(known) and bool(parents) and known.country == parents[0].place.country)
        return self.locate(known, mention) if there else location

    def _parents(self, chain: Chain, weights: Mapping[str, float]) -> list[Around]:
        """Return the larger places of a chain, the largest first resolved."""
        parents: list[Around] = []
        larger = [m for m in chain.mentions[1:] if m.cue not in _QUARTERS or chain.head.cue in _QUARTERS]
        for written in reversed(larger):
            mention = self._as_town(written) if written.direction in _BEARINGS else written
            place = self._choose(mention, parents, weights)
            if place is not None:
                bearing = mention.direction in _BEARINGS and place.kind in SETTLEMENTS
                parents.insert(0, Around(place, bearing, loose=self._is_loose(mention, place)))
        return parents

    def _is_loose(self, mention: Mention, place: Place) -> bool:
        if place.kind != "admin1" or mention.cue == "admin1":
            return False
        places = self.gazetteer.places
        return any(places[i].kind == "region" and places[i].country == place.country for i in mention.candidates)

    def _as_town(self, mention: Mention) -> Mention:
        """Return the mention with the settlements of its name alone, when there are any; a country bears its name.

        "شمال غرب تونس" (north-west of Tunisia) takes no bearing on Tunis, "قرب تونس" does.
        """
        first = self.gazetteer.places[mention.candidates[0]] if mention.candidates else None
        if first is not None and first.kind == "country" and mention.direction in _SIDES:
            return mention
        towns = tuple(index for index in mention.candidates if self.gazetteer.places[index].kind in SETTLEMENTS)
        return dataclasses.replace(mention, candidates=towns) if towns else mention

    def _resolve_mention(
        self, mention: Mention, parents: Sequence[Around], weights: Mapping[str, float]
    ) -> Location | None:
        place = self._choose(mention, parents, weights)
        if place is None:
            known = any(self.gazetteer.places[index].kind == "country" for index in mention.candidates)
            known = known or (not mention.cue and mention.name in self.gazetteer.needs_cue)
            return None if known and mention.cue != CAPITAL_CUE else self._unknown(mention, parents)
        return self.locate(place, mention)

    def _unknown(self, mention: Mention, parents: Sequence[Around]) -> Location | None:
        """An unknown name keeps its words and takes the point of the unit around it (codebook, Places)."""
        if not parents:
            return Location(None, None, None, mention.name, None, None, None, 4, mention)
        around = parents[0].place
        unit = self.gazetteer.admin1(around.admin1_pcode) or around
        if mention.cue in _QUARTERS and around.kind in SETTLEMENTS and around.has_point:
            return dataclasses.replace(self.locate(around, None), text=mention.name, mention=mention)
        near = around.kind in SETTLEMENTS or around.kind in {"admin2", "mountain", "region"}
        point = around if near and around.has_point else unit
        latitude, longitude = (point.latitude, point.longitude) if point.has_point else (None, None)
        precision = 3 if around.kind == "admin2" else 4 if unit.kind == "admin1" else 6
        return Location(
            around.country or None, around.admin1_pcode or None, around.admin2_pcode or None,
            mention.name, None, latitude, longitude, precision, mention,
        )  # fmt: skip

    def locate(self, place: Place, mention: Mention | None) -> Location:
        """Return the location of a known place as a mention tells it (near, north of, the countryside of)."""
        direction = mention.direction if mention is not None else ""
        precision = _precision(place, direction)
        latitude, longitude = (place.latitude, place.longitude) if place.has_point else (None, None)
        text = mention.name if mention is not None else place.name_ar
        return Location(
            place.country or None, place.admin1_pcode or None, place.admin2_pcode or None,
            text, place, latitude, longitude, precision, mention,
        )  # fmt: skip

    def _choose(self, mention: Mention, parents: Sequence[Around], weights: Mapping[str, float]) -> Place | None:
        if mention.cue == CAPITAL_CUE:
            return self._capital(mention, weights)
        best, best_score = None, float("-inf")
        doubtful = not parents and not mention.cue and mention.name in self.gazetteer.needs_cue
        total = sum(weights.values()) or 1.0
        sea = mention.cue != "admin1" and any(self.gazetteer.places[i].kind == "sea" for i in mention.candidates)
        for order, index in enumerate(mention.candidates):
            place = self.gazetteer.places[index]
            if sea and not parents and place.kind == "admin1" and not weights.get(place.country, 0.0):
                continue
            told = max(weights.values(), default=0.0) if place.kind == "sea" else weights.get(place.country, 0.0)
            score = 3.0 - min(order, 6) * 0.5 + 6.0 * told / total
            inside = self._fit_parents(place, parents)
            sole = len(mention.candidates) == 1 and " " in mention.name
            if (doubtful or mention.name in SHORT_FORMS) and weights.get(place.country, 0.0) < _SPOKEN_OF:
                continue
            if inside < 0 or (not sole and self._stray(mention.name, place, weights, parents)):
                continue
            score += self._fit_cue(place, mention) + inside
            if score > best_score:
                best, best_score = place, score
        return best

    def _capital(self, mention: Mention, weights: Mapping[str, float]) -> Place | None:
        """Return the capital of the country that the article speaks of most."""
        found = max(
            (self.gazetteer.places[index] for index in mention.candidates),
            key=lambda place: weights.get(place.country, 0.0),
        )
        return found if weights.get(found.country, 0.0) >= max(weights.values(), default=1.0) else None

    def _stray(self, name: str, place: Place, weights: Mapping[str, float], parents: Sequence[Around]) -> bool:
        """Whether a small namesake lies in a country of which the article says nothing else."""
        if parents or place.kind in {"country", "admin1", "sea"}:
            return False
        if place.population > _KNOWN_EVERYWHERE and name not in self.gazetteer.needs_cue:
            return False
        elsewhere = sum(weight for country, weight in weights.items() if country != place.country)
        here = weights.get(place.country, 0.0)
        return here <= 1.0 and elsewhere >= 1.5 and here < 0.4 * elsewhere

    def _fit_cue(self, place: Place, mention: Mention) -> float:
        kinds = _CUE_KINDS.get(mention.cue)
        if mention.direction == "countryside":
            return {"admin1": 3.0, "admin2": 1.5}.get(place.kind, 0.0)
        if kinds is None:
            if mention.cue == "area" and place.kind == "admin1" and place.country == "SA":
                return 2.0  # "منطقة نجران": the Saudi word for a governorate
            if mention.direction in {"N", "S", "E", "W"} and place.kind == "admin1":
                return 1.0
            return {"city": 1.0, "town": 0.6, "country": 1.5, "admin1": 0.6}.get(place.kind, 0.0)
        return 2.5 if place.kind in kinds else -1.0

    def _fit_parents(self, place: Place, parents: Sequence[Around]) -> float:
        score = 0.0
        for around in parents:
            parent = around.place
            if parent.kind == "country" or not parent.admin1_pcode:
                score += 4.0 if place.country == parent.country else -4.0 if parent.country else 0.0
            elif place.place_id == parent.place_id:
                score -= 3.0
            elif parent.kind == "admin1":
                beside = around.loose and place.country == parent.country and km_between(place, parent) <= _NEAR_KM
                inside = place.admin1_pcode == parent.admin1_pcode
                score += 6.0 if inside else 1.0 if beside else -_CONTRADICTED
            elif place.country == parent.country:
                score += _nearness(place, around)
            else:
                score -= 4.0
        return score


def _is_unmistakable(place: Place) -> bool:
    """Whether no other place of its country is likely to bear the name, as streets, quarters and villages do."""
    return place.kind in _LONE_KINDS or (place.kind in {"city", "town"} and place.population >= _WELL_KNOWN)


def _nearness(place: Place, around: Around) -> float:
    """Return what the distance to a town named beside it says for a place."""
    km = km_between(place, around.place)
    if km <= _NEAR_KM:
        return 4.0 + 1.5 * (1.0 - km / _NEAR_KM)  # of two villages of one name the nearer one
    if not around.bearing or place.kind in _PARTS:
        return -3.0
    known = place.kind == "admin1" or place.population >= _WELL_KNOWN
    return 1.0 if km <= (_BEARING_KM if known else _VILLAGE_KM) else -3.0


def _precision(place: Place, direction: str) -> int:
    """Return UCDP where_precision of a place under a direction word."""
    if place.kind == "sea":
        return 7
    if place.kind == "country":
        return 5 if direction in {"border", "N", "S", "E", "W", "countryside"} else 6
    if place.kind == "admin1":
        return 4
    if place.kind == "admin2":
        return 3
    if place.kind in _WIDE:
        return 4 if place.admin1_pcode and place.kind == "region" else 3 if place.admin1_pcode else 5
    if direction == "countryside":
        return 3
    return 2 if direction in _NEAR_DIRECTIONS else 1


def adjective_forms(rows: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Return {surface: ISO alpha-2} of the nationality words of the country table, clitics included."""
    forms: dict[str, str] = {}
    rows = list(rows)
    names = {normalize_name(name) for row in rows for name in (row["name_ar"], *row["variants"].split("|"))}
    for row in rows:
        words = [word for column in ("adjective_m", "adjective_f", "people") for word in row[column].split("|")]
        for word in filter(None, words):
            for form in noun_forms(word, dual=False):
                if not form.suffixed:
                    forms.setdefault(form.surface, row["iso2"])
            accusative = normalize_name(word) + "ا"
            if accusative.endswith("يا") and accusative not in names:
                forms.setdefault(accusative, row["iso2"])
    return forms
