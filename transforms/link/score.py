"""How much speaks for two tellings being of one event: findings of a comparison and their weights.

Weights and compatible kinds are data (weights.tsv, kinds.tsv); here is what counts as which finding.
"""

import functools
import math

from transforms.contracts.event_types import EVENT_TYPE_OF
from transforms.lexicon.schema import read_tsv
from transforms.link.block import REACH_DAYS
from transforms.link.telling import UNDATED, Telling, Toll

Findings = tuple[str, ...]

_KM_A_DEGREE = 111.2
_FARTHEST_KM = 40.0
_SUBURB_KM = 15.0
_FARTHEST_DAYS = 2
_MANY = 10
_RECAP_PLACES = frozenset({"place same", "place in district", "place in governorate"})
_NEAR_PLACES = frozenset({"place within 3 km", "place within 15 km"})
_OTHER_KIND = -1.0
"""What two kinds say that one article hardly uses for one incident."""
_ONE_KIND = 0.4
"""What two kinds say (kinds.tsv) that are two words for one: a bomb and a suicide bomb."""
_AGAIN_PLACES = _RECAP_PLACES | {"place other name"}
_TOWN_PLACES = frozenset({"place same", "place within 3 km"})
_FAR_PLACES = frozenset({"place within 40 km"})
_TWO_INCIDENTS = frozenset(
    {"date next day", "date two days", "date follow-up", "date period", "date near period", "target differs"}
)
_TWO_TOLLS = frozenset(
    f"{toll} {change}" for toll in ("toll", "injured") for change in ("differs", "jumps", "updated", "conflicts")
)
_ONE_AIM = frozenset({"target same", "site same"})
_VIOLENCE = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})
_FEW = 3
_JUMP = 3
_WORDING = ((0.6, "words copied"), (0.34, "words close"), (0.2, "words alike"), (0.12, "words some"))


def compare(one: Telling, other: Telling) -> Findings | None:
    """Return the findings of a comparison; None when the two cannot be of one event.

    The order of the two does not matter.
    """
    kind = kind_weight(one.kind, other.kind)
    date = _compare_dates(one, other) if kind is not None else None
    place = _compare_places(one, other) if date is not None else None
    if place is None or date is None:
        return None
    findings = [
        place,
        date,
        *_compare_words(one.wording.words, other.wording.words),
        *_compare_outcomes(one, other),
        *_compare_means(one, other),
    ]
    n_everyday = (one.kind in _everyday_kinds()) + (other.kind in _everyday_kinds())
    if n_everyday == 2:
        findings += ["kind everyday", *_compare_news(one, other)]
        if _kills_many(one) and _kills_many(other):
            findings.append("toll both many")
    elif n_everyday == 1:
        findings.append("kind half everyday")
    if one.article_id == other.article_id:
        retold = _retold(one, other, findings)
        return None if retold is None else (*findings, retold)
    if one.story == other.story and ("words copied" in findings or "words close" in findings):
        findings.append("story reprint")
    return tuple(findings)


def weigh(one: Telling, other: Telling, findings: Findings) -> float:
    """Return the log odds of a comparison's findings."""
    weights = _weights()
    kind = kind_weight(one.kind, other.kind)
    return weights["bias"] + (kind or 0.0) + sum([weights[name] for name in findings])


def score(one: Telling, other: Telling) -> float | None:
    """Return the log odds that two tellings are of one event; None when they cannot be."""
    findings = compare(one, other)
    return None if findings is None else weigh(one, other, findings)


def chance(log_odds: float) -> float:
    """Return log odds as a chance between 0 and 1."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def decisive(findings: Findings, *, most: int = 4) -> str:
    """Return the findings that say most, the weightiest first, as words for a reason."""
    weights = _weights()
    ranked = sorted(findings, key=lambda name: (-abs(weights[name]), name))
    return ", ".join(ranked[:most])


def is_violent(kind: str) -> bool:
    """Whether a kind is of violence, which a report may call by the word for another."""
    return EVENT_TYPE_OF[kind] in _VIOLENCE


def _compare_dates(one: Telling, other: Telling) -> str | None:
    later = one if one.first_day > other.last_day else other
    gap = max(one.first_day - other.last_day, other.first_day - one.last_day)
    if not (one.is_dated and other.is_dated):
        return "date period" if gap <= 0 else "date near period" if gap <= _FARTHEST_DAYS else None
    if gap <= 0:
        exact = one.date_precision == other.date_precision == 1
        return "date same day" if exact else "date overlap"
    if later.is_dated_by_publication and gap <= REACH_DAYS:
        return "date follow-up"
    if gap > _FARTHEST_DAYS:
        return None
    return "date next day" if gap == 1 else "date two days"


def _compare_places(one: Telling, other: Telling) -> str | None:
    if one.country != other.country:
        return None
    levels = max(one.place_level, other.place_level)
    if levels == 1:
        return _compare_points(one, other)
    if levels == 4:
        return "place only country" if one.place_level == other.place_level else "place in country"
    if one.place is not None and one.place == other.place:
        return "place same name" if levels > 2 else "place same"
    if one.admin1 != other.admin1:
        return None
    if levels == 2 and one.admin2 and one.admin2 == other.admin2:
        return "place in district"
    return _compare_in_governorate(one, other)


def _compare_in_governorate(one: Telling, other: Telling) -> str | None:
    named = [telling.place for telling in (one, other) if _names_more_than_governorate(telling)]
    if len(named) == 2:
        return "place other name"
    return "place in governorate" if named else "place only governorate"


def _names_more_than_governorate(telling: Telling) -> bool:
    return telling.place_level <= 2 or (telling.place is not None and telling.place != telling.admin1)


def _compare_points(one: Telling, other: Telling) -> str | None:
    if one.place is not None and one.place == other.place:
        return "place same"
    distance = kilometres(one.point, other.point)
    if distance > _FARTHEST_KM:
        return None
    if distance <= 3:
        return "place within 3 km"
    if distance > _SUBURB_KM:
        return "place within 40 km"
    return "place other nearby" if _name_two_places(one, other) else "place within 15 km"


def _name_two_places(one: Telling, other: Telling) -> bool:
    """Whether two quarters, suburbs or villages are named, each by one report alone: not a city and a part of it."""
    return bool(one.name and other.name) and not (one.wording.has(other.name) or other.wording.has(one.name))


def kilometres(one: tuple[float, float] | None, other: tuple[float, float] | None) -> float:
    """Return the distance of two points (latitude, longitude) on a flat neighbourhood; infinite when one lacks."""
    if one is None or other is None:
        return math.inf
    north = one[0] - other[0]
    east = (one[1] - other[1]) * math.cos(math.radians((one[0] + other[0]) / 2))
    return _KM_A_DEGREE * math.hypot(north, east)


def _compare_outcomes(one: Telling, other: Telling) -> list[str]:
    found = []
    if one.killed is not None and other.killed is not None:
        found.append(_compare_tolls("toll", one, one.killed, other, other.killed))
    if one.injured is not None and other.injured is not None:
        found.append(_compare_tolls("injured", one, one.injured, other, other.injured))
    if one.detained is not None and other.detained is not None:
        found.append(_compare_tolls("detained", one, one.detained, other, other.detained))
    return found


def _compare_means(one: Telling, other: Telling) -> list[str]:
    found = []
    if one.initiators and other.initiators:
        found.append("initiator differs" if one.initiators.isdisjoint(other.initiators) else "initiator same")
    if one.targets and other.targets:
        found.append("target differs" if one.targets.isdisjoint(other.targets) else "target same")
    if one.wording.sites and other.wording.sites:
        found.append("site differs" if one.wording.sites.isdisjoint(other.wording.sites) else "site same")
    if one.wording.many != other.wording.many:
        found.append("attacks many")
    if one.weapon is not None and other.weapon is not None:
        found.append(_compare_weapons(one, other))
    return found


def _compare_weapons(one: Telling, other: Telling) -> str:
    """Return what the weapons say; little where the kinds have said it already."""
    if one.weapon != other.weapon:
        return "weapon differs"
    is_told = one.kind == other.kind and one.weapon == _weapons_of_kinds().get(one.kind)
    return "weapon of kind" if is_told else "weapon same"


def _compare_tolls(name: str, one: Telling, told: Toll, other: Telling, retold: Toll) -> str:
    if told.low == retold.low and all(toll.high in (None, toll.low) for toll in (told, retold)):
        return f"{name} equal many" if told.low >= _MANY else f"{name} equal few"
    if _overlap(told, retold):
        return f"{name} compatible"
    less, more = (one, other) if told.low < retold.low else (other, one)
    least, most = sorted((told, retold), key=lambda toll: toll.low)
    highest = least.low if least.high is None else least.high
    if less.published < more.published != UNDATED:
        return f"{name} jumps" if most.low > _JUMP * highest + _FEW else f"{name} updated"
    return f"{name} conflicts" if most.low > 2 * highest + 2 else f"{name} differs"


def _overlap(told: Toll, retold: Toll) -> bool:
    """Whether the ranges meet; "at least 5" meets 8, yet not 80."""
    highest = [toll.high if toll.high is not None else 2 * toll.low + 2 for toll in (told, retold)]
    return told.low <= highest[1] and retold.low <= highest[0]


def _compare_words(one: frozenset[str], other: frozenset[str]) -> list[str]:
    if min(len(one), len(other)) < _FEW:
        return []
    common = len(one & other)
    share = common / (len(one) + len(other) - common) if common else 0.0
    for least, name in _WORDING:
        if share >= least:
            return [name]
    return ["words few" if common else "words none"]


def _kills_many(telling: Telling) -> bool:
    return telling.killed is not None and telling.killed.low >= _MANY


def _compare_news(one: Telling, other: Telling) -> list[str]:
    if UNDATED in (one.published, other.published):
        return []
    return ["news same day" if one.news_day == other.news_day else "news other day"]


def _retold(one: Telling, other: Telling, findings: list[str]) -> str | None:
    """Return whether an article repeats itself (recap) or may do so (again); None where it tells two incidents.

    Headline, lead, details and recap give no two tolls (but an earlier one), no two sites of a town and, unless it is
    one toll of many, tell one kind at one place on one day; the vaguer of the two may name no more than the district or
    the governorate. A detail without a toll may also name a suburb, another target or the day after, except of what a
    war has daily.
    """
    if one.wording.another or other.wording.another:
        return None
    if _FAR_PLACES.intersection(findings) or "site differs" in findings:
        return None
    if _TWO_TOLLS.intersection(findings):
        is_update = one.wording.earlier_toll or other.wording.earlier_toll
        return "article recap" if is_update and _RECAP_PLACES.intersection(findings) else None
    if "toll equal many" in findings:
        return "article recap"
    is_everyday = "kind everyday" in findings
    is_detail = not is_everyday and (one.killed is None or other.killed is None)
    if _is_one_kind(one.kind, other.kind):
        if is_detail and _TOWN_PLACES.intersection(findings):
            return "article recap"
        if not _TWO_INCIDENTS.intersection(findings) and (
            _RECAP_PLACES.intersection(findings) or (is_detail and _NEAR_PLACES.intersection(findings))
        ):
            return "article recap"
    is_like = (kind_weight(one.kind, other.kind) or 0.0) > _OTHER_KIND
    if is_everyday:
        is_one = _is_one_kind(one.kind, other.kind) or bool(_ONE_AIM.intersection(findings))
        is_like = is_like and is_one and (_kills_many(one) or _kills_many(other))
    return "article again" if is_like and _AGAIN_PLACES.intersection(findings) else None


def _is_one_kind(one: str, other: str) -> bool:
    return one == other or (kind_weight(one, other) or 0.0) >= _ONE_KIND


@functools.cache
def _weights() -> dict[str, float]:
    return {row["finding"]: float(row["weight"]) for row in read_tsv(__package__, "weights")}


@functools.cache
def _kinds() -> dict[tuple[str, str], float]:
    table: dict[tuple[str, str], float] = {}
    for row in read_tsv(__package__, "kinds"):
        table[row["kind"], row["other"]] = table[row["other"], row["kind"]] = float(row["weight"])
    return table


@functools.cache
def _weapons_of_kinds() -> dict[str, str]:
    return {row["kind"]: row["weapon"] for row in read_tsv(__package__, "kind_weapons")}


@functools.cache
def _everyday_kinds() -> frozenset[str]:
    return frozenset(row["kind"] for row in read_tsv(__package__, "everyday_kinds"))


@functools.lru_cache(maxsize=4096)
def kind_weight(one: str, other: str) -> float | None:
    """Return what two kinds say; None when an event cannot be both."""
    if one == other:
        return _weights()["kind same"]
    return _kinds().get((one, other), _other_violence() if is_violent(one) and is_violent(other) else None)


def _other_violence() -> float:
    return _weights()["kind other violence"]
