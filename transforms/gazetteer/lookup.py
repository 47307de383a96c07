"""Which of several places of one name a text means, and why: ranking in the light of its context.

Finding names in text and reading place chains ("ناحية X في قضاء Y") belong to the extractor.
"""

import dataclasses
import math
from collections.abc import Mapping, Sequence

from transforms.gazetteer.build import Gazetteer, prior_parts
from transforms.gazetteer.places import Place, distance_km
from transforms.text.normalize import normalize_name

# Weights in the unit of `Gazetteer.weights`, where a city of a million stands 3 above a town of a thousand.
_COUNTRY = 4.0
_OTHER_COUNTRY = 1.5
_OUTLET = 1.0
_ADMIN1 = 5.0
_OTHER_ADMIN1 = 2.0
_ADMIN2 = 4.0
_KIND = 3.0
_OTHER_KIND = 2.0
_NAMED = 0.8  # from this weight on a country is named, not guessed
# (within km, bonus) for the nearest other place of the article.
_NEAR = ((10.0, 3.0), (30.0, 2.5), (100.0, 1.5), (300.0, 0.5))


@dataclasses.dataclass(frozen=True, slots=True)
class PlaceContext:
    """What is known around a place name; every part may be empty.

    `countries` holds ISO codes with weights from 0 to 1 (1 = named in the same sentence); `admin1` and `admin2` hold
    P-codes that the text names beside it; `places` are other places of the article; `kinds` are the kinds that a cue
    announces ("مخيم", camp -> {"camp"}); `outlet_country` is where the outlet reports from.
    """

    countries: Mapping[str, float] = dataclasses.field(default_factory=dict)
    admin1: frozenset[str] = frozenset()
    admin2: frozenset[str] = frozenset()
    places: Sequence[Place] = ()
    kinds: frozenset[str] = frozenset()
    outlet_country: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score (higher is likelier) and what spoke for or against it.

    `consistent` is False when the text names another country or governorate than the place's: then the name is
    likelier that of a place which the gazetteer does not know.
    """

    place: Place
    score: float
    reasons: tuple[str, ...]
    consistent: bool


NO_CONTEXT = PlaceContext()


def rank(gazetteer: Gazetteer, name: str, *, context: PlaceContext = NO_CONTEXT) -> list[Ranked]:
    """Return the candidates for `name`, the likeliest first; [] when the gazetteer does not know it."""
    form = normalize_name(name)
    pairs = zip(gazetteer.names.get(form, ()), gazetteer.weights.get(form, ()), strict=True)
    ranked = [_judge(gazetteer.places[index], weight, context) for index, weight in pairs]
    ranked.sort(key=_by_score)
    return ranked


def choose(gazetteer: Gazetteer, name: str, *, context: PlaceContext = NO_CONTEXT) -> Place | None:
    """Return the likeliest place called `name`, or None; the fast way when reasons are not shown."""
    form = normalize_name(name)
    indexes = gazetteer.names.get(form, ())
    if len(indexes) <= 1:
        return gazetteer.places[indexes[0]] if indexes else None
    weights = gazetteer.weights[form]
    scores = [weight + _weigh(gazetteer.places[index], context) for index, weight in zip(indexes, weights, strict=True)]
    return gazetteer.places[indexes[scores.index(max(scores))]]


def _by_score(candidate: Ranked) -> float:
    return -candidate.score


def _judge(place: Place, weight: float, context: PlaceContext) -> Ranked:
    evidence = _evidence(place, context)
    reasons = [*_prior_reasons(place, weight), *evidence]
    score = weight + sum(bonus for _, bonus in evidence)
    told = tuple(f"{bonus:+.1f} {reason}" for reason, bonus in reasons if bonus)
    return Ranked(place, score, told, is_consistent(place, context))


def _prior_reasons(place: Place, weight: float) -> list[tuple[str, float]]:
    """Return what the weight before any context is made of; the rest of it is the name's own."""
    parts = prior_parts(place)
    rest = round(weight - sum(bonus for _, bonus in parts), 6)
    name = "not its usual name or spelling" if rest < 0 else "a first-level unit without a town of its name"
    return [*reversed(parts), (name, rest)]


def named_in_english(gazetteer: Gazetteer, name: str) -> list[Place]:
    """Return the places whose English name is `name`, in any case; [] when there is none."""
    wanted = " ".join(name.casefold().split())
    return [place for place in gazetteer.places if wanted and place.name_en.casefold() == wanted]


def is_consistent(place: Place, context: PlaceContext) -> bool:
    """Return whether `place` lies in a country and governorate that the text allows."""
    if place.kind == "country" or not place.country:
        return True
    if context.admin1 and place.admin1_pcode:
        return place.admin1_pcode in context.admin1
    return context.countries.get(place.country, 0.0) > 0 or max(context.countries.values(), default=0.0) < _NAMED


def _weigh(place: Place, context: PlaceContext) -> float:
    return sum(weight for _, weight in _evidence(place, context))


def _evidence(place: Place, context: PlaceContext) -> list[tuple[str, float]]:
    """Return (reason, weight) for everything that speaks for or against `place`."""
    found: list[tuple[str, float]] = []
    found.extend(_country_evidence(place, context))
    found.extend(_unit_evidence(place, context))
    if context.kinds:
        fits = place.kind in context.kinds
        found.append(
            (
                f"the words around it {'announce' if fits else 'do not fit'} a {place.kind}",
                _KIND if fits else -_OTHER_KIND,
            )
        )
    if context.places:
        found.extend(_distance_evidence(place, context.places))
    return found


def _country_evidence(place: Place, context: PlaceContext) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    weight = context.countries.get(place.country, 0.0)
    if weight:
        found.append((f"the text speaks of {place.country}", _COUNTRY * weight))
    elif context.countries and place.kind != "country":
        found.append(
            (
                f"the text speaks of other countries than {place.country}",
                -_OTHER_COUNTRY * max(context.countries.values()),
            )
        )
    if context.outlet_country and context.outlet_country == place.country:
        found.append((f"the outlet reports from {place.country}", _OUTLET))
    return found


def _unit_evidence(place: Place, context: PlaceContext) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    if place.admin1_pcode and context.admin1:
        inside = place.admin1_pcode in context.admin1
        found.append((f"in governorate {place.admin1_pcode}", _ADMIN1 if inside else -_OTHER_ADMIN1))
    if place.admin2_pcode and place.admin2_pcode in context.admin2:
        found.append((f"in district {place.admin2_pcode}", _ADMIN2))
    return found


def _distance_evidence(place: Place, others: Sequence[Place]) -> list[tuple[str, float]]:
    nearest, name = math.inf, ""
    for other in others:
        km = distance_km(place.latitude, place.longitude, other.latitude, other.longitude)
        if km < nearest and other.place_id != place.place_id:
            nearest, name = km, other.name_ar
    bonus = next((bonus for within, bonus in _NEAR if nearest <= within), 0.0)
    return [(f"{nearest:.0f} km from {name}", bonus)] if bonus else []
