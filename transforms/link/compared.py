"""Pairs of tellings compared on demand: their log odds, what people decided about them, and who connects to whom.

Which pairs are comparable is `block`'s, how alike they are `score`'s; clusters are made in `cluster`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from transforms.link.block import Blocks
from transforms.link.score import score
from transforms.link.telling import Telling

Links = dict[tuple[int, int], float]
Decided = Mapping[tuple[str, str], bool]
"""What people decided about pairs of incidents: True when both are one event, False when they are two."""
Known = dict[tuple[str, str], float | None]
"""Scores by incident ids, to be kept from one neighbourhood to a wider one."""

APART = -5.0
"""Log odds of a pair that cannot be of one event or shares no block."""
SAME, OTHER = 1000.0, float("-inf")
"""Log odds of pairs on which people decided; one pair kept apart keeps its clusters apart, whatever else joins them."""
CLEAR = 0.5
"""Log odds above which a pair connects: well above even odds, since what connects is looked at together."""


class Compared:
    """Tellings in order of publication, by position, and the links found so far.

    `firm` are those that found events: precise ones, and those that people joined to another. The others are vague.
    """

    def __init__(
        self, tellings: Iterable[Telling], *, decided: Decided | None = None, known: Known | None = None
    ) -> None:
        self.tellings: Sequence[Telling] = sorted(tellings, key=lambda telling: telling.order)
        self.links = _decided_pairs(self.tellings, decided or {})
        joined = {place for pair, value in self.links.items() if value == SAME for place in pair}
        self.firm = {place for place, telling in enumerate(self.tellings) if telling.is_precise} | joined
        self.by_article: dict[str, list[int]] = defaultdict(list)
        for place, telling in enumerate(self.tellings):
            self.by_article[telling.article_id].append(place)
        self._known = {} if known is None else known
        vague = [place for place in range(len(self.tellings)) if place not in self.firm]
        self._blocks = {True: Blocks(self.tellings, sorted(self.firm)), False: Blocks(self.tellings, vague)}
        self._compared: dict[bool, set[int]] = {True: set(), False: set()}
        self._connected: dict[bool, dict[int, list[int]]] = {True: defaultdict(list), False: defaultdict(list)}
        for (one, other), value in self.links.items():
            self._connect(one, other, value)

    @property
    def compared(self) -> set[int]:
        """The positions that were compared with all the firm or all the vague ones near them."""
        return self._compared[True] | self._compared[False]

    def connected(self, place: int, *, firm: bool) -> Sequence[int]:
        """Return the firm or the vague positions whose link with that at `place` connects.

        Its links with them are all known from then on.
        """
        done = self._compared[firm]
        if place not in done:
            done.add(place)
            done_with_its_sort = self._compared[place in self.firm]
            for other in self._blocks[firm].near(place):
                if other not in done_with_its_sort:
                    self._compare(place, other)
        return self._connected[firm].get(place, ())

    def link(self, one: int, other: int) -> float:
        """Return the log odds of a pair of which one was compared."""
        return self.links.get((one, other) if one < other else (other, one), APART)

    def is_recap(self, one: int, other: int) -> bool:
        """Whether two tellings of one article can be one: it tells the same again."""
        return score(self.tellings[one], self.tellings[other]) is not None

    def _compare(self, one: int, other: int) -> None:
        pair = (one, other) if one < other else (other, one)
        if pair in self.links:
            return
        ids = self.tellings[pair[0]].incident_id, self.tellings[pair[1]].incident_id
        if ids not in self._known:
            self._known[ids] = score(self.tellings[pair[0]], self.tellings[pair[1]])
        value = self._known[ids]
        if value is not None:
            self.links[pair] = value
            self._connect(*pair, value)

    def _connect(self, one: int, other: int, value: float) -> None:
        if value > CLEAR:
            self._connected[other in self.firm][one].append(other)
            self._connected[one in self.firm][other].append(one)


def _decided_pairs(tellings: Sequence[Telling], decided: Decided) -> Links:
    """Return the pairs of positions on which people decided, the lesser first."""
    places = {telling.incident_id: place for place, telling in enumerate(tellings)} if decided else {}
    links: Links = {}
    for (one, other), is_same in decided.items():
        if one in places and other in places:
            least, most = sorted((places[one], places[other]))
            links[least, most] = SAME if is_same else OTHER
    return links
