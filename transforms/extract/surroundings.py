"""Incidents told of a whole country only, placed by what the sentences around them name in it.

Where a draft's own words place it is `placing`; this is the second look, when all drafts of an article are known.
"""

from collections.abc import Iterator, Sequence

from transforms.extract.drafts import Draft
from transforms.extract.location import Location
from transforms.extract.place_links import Mention
from transforms.extract.places import Chain
from transforms.extract.reading import Readers, Reading

_ELSEWHERE = frozenset(
    {"launch", "outlet", "source", "embassy", "hospital", "route", "origin", "birth", "near", "distance"}
)
_COUNTRY = 6  # where_precision
_AT = frozenset({"في", "ب", "داخل"})
_BEFORE, _AFTER = 1, 2  # sentences


def place_by_surroundings(readers: Readers, reading: Reading, drafts: Sequence[Draft]) -> None:
    """Place each draft told of a country alone in the one governorate that the sentences around it name there."""
    taken = {draft.location.mention for draft in drafts if draft.own_place and draft.location is not None}
    for draft in drafts:
        here = draft.location
        if here is not None and here.country and here.precision == _COUNTRY and not draft.others:
            found = [
                location
                for chain in _chains_around(reading, draft, taken)
                if (location := readers.locations.resolve(chain, reading.weights)) is not None
                and location.place is not None
                and location.admin1_pcode
                and location.country == here.country
            ]
            if len({location.admin1_pcode for location in found}) == 1:
                draft.location = _best(found, readers)


def _chains_around(reading: Reading, draft: Draft, taken: set[Mention | None]) -> Iterator[Chain]:
    """Yield the chains of the sentences around a draft that tell the place of no other incident."""
    first = draft.pieces[0].sentence - _BEFORE
    last = draft.pieces[-1].sentence + _AFTER
    inside = [s for s in reading.document.sentences if first <= s.index <= last and s.zone != "furniture"]
    if not inside:
        return
    start, end = inside[0].first, inside[-1].last
    for chain in reading.chains:
        head = chain.head
        told = head.preposition in _AT or head.relation == "office"
        if start <= chain.first < end and told and head.relation not in _ELSEWHERE and head not in taken:
            yield chain


def _best(found: Sequence[Location], readers: Readers) -> Location:
    """Return the town that stands behind "في", else the governorate in which all of them lie."""
    towns = [place for place in found if place.specific and place.mention is not None and not place.mention.relation]
    if len({place.place.place_id for place in towns if place.place is not None}) == 1:
        return towns[0]
    unit = readers.locations.gazetteer.admin1(found[0].admin1_pcode or "")
    return readers.locations.locate(unit, None) if unit is not None else found[0]
