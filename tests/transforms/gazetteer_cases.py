"""The default gazetteer, built once, and builders for places in tests."""

import dataclasses
import functools

from transforms.gazetteer.build import Gazetteer, build_gazetteer
from transforms.gazetteer.places import Place

_PLACE = Place(
    place_id="t1",
    name_ar="قرية",
    name_en="",
    variants=(),
    kind="village",
    country="SY",
    admin1_pcode="",
    admin2_pcode="",
    latitude=35.0,
    longitude=37.0,
    population=0,
)


@functools.cache
def default_gazetteer() -> Gazetteer:
    return build_gazetteer()


def a_place(**changes) -> Place:
    return dataclasses.replace(_PLACE, **changes)
