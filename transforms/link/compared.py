"""Pairs of tellings compared on demand: their log odds, what people decided about them, and who connects to whom.

Which pairs are comparable is `block`'s, how alike they are `score`'s; clusters are made in `cluster`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from transforms.link.block import REACH_DAYS, Blocks, is_too_long
from transforms.link.score import score
from transforms.link.telling import Telling
from transforms.link.windows import LoadedWindows, Window

Links = dict[tuple[int, int], float]
Decided = Mapping[tuple[str, str], bool]
"""What people decided about pairs of incidents: True when both are one event, False when they are two."""

APART = -5.0
"""Log odds of a pair that cannot be of one event or shares no block."""
SAME, OTHER = 1000.0, float("-inf")
"""Log odds of pairs on which people decided; one pair kept apart keeps its clusters apart, whatever else joins them."""
CLEAR = 0.5
"""Log odds above which a pair connects: well above even odds, since what connects is looked at together."""


class Compared:
    """Tellings by position, as they were added, and the links found so far.

    `firm` are those that found events: precise ones, and those that people joined to another. The others are vague.
    Without `loaded`, all tellings there are were given at once. `clustered` keeps what became of whole components.
    """

    def __init__(
        self, tellings: Iterable[Telling] = (), *, decided: Decided | None = None, loaded: LoadedWindows | None = None
    ) -> None:
        self.tellings: list[Telling] = []
        self.position_of: dict[str, int] = {}
        self.links: Links = {}
        self.firm: set[int] = set()
        self.by_article: dict[str, list[int]] = defaultdict(list)
        self.wanted: set[Window] = set()
        self.clustered: dict[frozenset[int], list[tuple[int, ...]]] = {}
        self._loaded = loaded
        self._decided = _by_incident(decided or {})
        self._blocks = {True: Blocks(self.tellings), False: Blocks(self.tellings)}
        self._compared: dict[bool, set[int]] = {True: set(), False: set()}
        self._connected: dict[bool, dict[int, list[int]]] = {True: defaultdict(list), False: defaultdict(list)}
        self.add(tellings)

    def add(self, tellings: Iterable[Telling]) -> None:
        """Add tellings; none of them may lie in what had been loaded before."""
        for telling in tellings:
            place = len(self.tellings)
            decisions = self._decided.get(telling.incident_id, {})
            self.tellings.append(telling)
            self.position_of[telling.incident_id] = place
            self.by_article[telling.article_id].append(place)
            is_firm = telling.is_precise or any(decisions.values())
            if is_firm:
                self.firm.add(place)
            self._blocks[is_firm].add(place)
            for other, is_same in decisions.items():
                if other in self.position_of:
                    value = self.links[self.position_of[other], place] = SAME if is_same else OTHER
                    self._connect(self.position_of[other], place, value)

    def connected(self, place: int, *, firm: bool) -> Sequence[int]:
        """Return the firm or the vague positions whose link with that at `place` connects.

        Its links with them are all known from then on; where what lies around it was not loaded, its window is noted
        in `wanted` instead.
        """
        done = self._compared[firm]
        if place not in done and self._is_loaded_around(place):
            done.add(place)
            done_with_its_sort = self._compared[place in self.firm]
            for other in self._blocks[firm].near(place):
                if other not in done_with_its_sort:
                    self._compare(place, other)
        return self._connected[firm].get(place, ())

    def ordered(self, places: Iterable[int]) -> tuple[int, ...]:
        """Return positions in the order of telling."""
        return tuple(sorted(places, key=lambda place: self.tellings[place].order))

    def link(self, one: int, other: int) -> float:
        """Return the log odds of a pair of which one was compared."""
        return self.links.get((one, other) if one < other else (other, one), APART)

    def is_recap(self, one: int, other: int) -> bool:
        """Whether two tellings of one article can be one: it tells the same again."""
        return score(self.tellings[one], self.tellings[other]) is not None

    def _is_loaded_around(self, place: int) -> bool:
        telling = self.tellings[place]
        if self._loaded is None or is_too_long(telling):
            return True
        window = Window(telling.country, telling.first_day - REACH_DAYS, telling.last_day + REACH_DAYS)
        if self._loaded.cover(window):
            return True
        self.wanted.add(window)
        return False

    def _compare(self, one: int, other: int) -> None:
        pair = (one, other) if one < other else (other, one)
        if pair in self.links:
            return
        value = score(self.tellings[one], self.tellings[other])
        if value is not None:
            self.links[pair] = value
            self._connect(*pair, value)

    def _connect(self, one: int, other: int, value: float) -> None:
        if value > CLEAR:
            self._connected[other in self.firm][one].append(other)
            self._connected[one in self.firm][other].append(one)


def _by_incident(decided: Decided) -> dict[str, dict[str, bool]]:
    """Return what people decided, by each of the two incidents and the other one."""
    found: dict[str, dict[str, bool]] = defaultdict(dict)
    for (one, other), is_same in decided.items():
        found[one][other] = found[other][one] = is_same
    return found
