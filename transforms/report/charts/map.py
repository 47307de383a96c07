"""The map: events as points over country and governorate outlines, filled where the place is known, else rings.

Plate carree stretched to the middle latitude. Outlines are data (data/country_outlines.tsv, governorate_borders.tsv).
"""

import dataclasses
import functools
import math
from collections import Counter
from collections.abc import Callable, Sequence

from markupsafe import Markup

from transforms.lexicon.schema import read_tsv
from transforms.report.charts.svg import drawing, element, path_of
from transforms.report.view import MapPoint
from transforms.report.words import Language

WIDTH, MOST_HEIGHT, LEAST_HEIGHT = 720, 500, 300
LEAST_SPAN = 5.0
# Longitudes and latitudes that the outlines cover: beyond them a point would float in an empty sea.
_COVERED_X, _COVERED_Y = (-19.0, 82.0), (-12.0, 46.0)
# The share of events at each edge for which the frame is not widened.
_OUTLYING = 0.01
LABELS_AT_MOST, LABELS_ON_PHONES = 12, 5
# A map wider than so many degrees is too coarse for a country in which so many points lie.
_WIDE, _CROWDED, CLOSE_UPS = 16.0, 12, 2
_LETTER, _LETTER_ON_PHONES = 4.2, 6.6
_MANY_POINTS = 60

Ring = tuple[tuple[float, float], ...]


@functools.cache
def country_outlines() -> dict[str, tuple[Ring, ...]]:
    """Return the rings of (longitude, latitude) of each country or territory in and around the region."""
    return {
        row["name_en"]: tuple(_ring(ring) for ring in row["rings"].split(";"))
        for row in read_tsv("transforms.report", "country_outlines")
    }


@functools.cache
def governorate_borders() -> dict[str, tuple[Ring, ...]]:
    """Return the lines of (longitude, latitude) between the governorates of each country, by ISO code."""
    return {
        row["country"]: tuple(_ring(line) for line in row["lines"].split(";"))
        for row in read_tsv("transforms.report", "governorate_borders")
    }


@functools.cache
def _outline_names() -> dict[str, str]:
    return {row["country"]: row["name_en"] for row in read_tsv("transforms.report", "country_outlines")}


def _ring(text: str) -> Ring:
    numbers = [float(number) for number in text.split()]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


@dataclasses.dataclass(frozen=True, slots=True)
class Frame:
    """The part of the world that is drawn, and how its degrees become units of the drawing."""

    west: float
    north: float
    scale_x: float
    scale_y: float
    height: float

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return the position of a point in the drawing."""
        return (longitude - self.west) * self.scale_x, (self.north - latitude) * self.scale_y

    def holds(self, point: MapPoint) -> bool:
        """Return whether an event's point lies within the frame."""
        x, y = self.place(point.longitude, point.latitude)
        return 0 <= x <= WIDTH and 0 <= y <= self.height

    def shows(self, ring: Ring) -> bool:
        """Return whether the box around a ring touches the frame."""
        xs, ys = zip(*(self.place(*point) for point in ring), strict=True)
        return bool(max(xs) > 0 and min(xs) < WIDTH and max(ys) > 0 and min(ys) < self.height)


def frame_around(points: Sequence[MapPoint]) -> Frame:
    """Return a frame around nearly all events in the region of the outlines, never narrower than some five degrees.

    Events outside that region, and the outermost hundredth on each side, do not widen it; if all are outside, all do.
    """
    near = [p for p in points if _within(p.longitude, _COVERED_X) and _within(p.latitude, _COVERED_Y)] or points
    west, east = _bulk([(p.longitude, p.n_events) for p in near])
    south, north = _bulk([(p.latitude, p.n_events) for p in near])
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    span_x = max((east - west) * 1.16, LEAST_SPAN)
    span_y = max((north - south) * 1.16, LEAST_SPAN)
    stretch = 1 / math.cos(math.radians(middle_y))
    scale = WIDTH / span_x
    if span_y * scale * stretch > MOST_HEIGHT:
        scale = MOST_HEIGHT / span_y / stretch
    height = max(span_y * scale * stretch, LEAST_HEIGHT)
    return Frame(
        west=middle_x - WIDTH / scale / 2,
        north=middle_y + height / (scale * stretch) / 2,
        scale_x=scale,
        scale_y=scale * stretch,
        height=height,
    )


def _within(value: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= value <= bounds[1]


def _bulk(weighted: Sequence[tuple[float, int]]) -> tuple[float, float]:
    """Return the least and greatest value when at most a hundredth of the weight is cut off at each end."""
    ordered = sorted(weighted)
    cut = sum(weight for _, weight in ordered) * _OUTLYING

    def first(values: Sequence[tuple[float, int]]) -> float:
        seen = 0
        for value, weight in values:
            seen += weight
            if seen > cut:
                return value
        return values[-1][0]

    return first(ordered), first(ordered[::-1])


def events_map(
    points: Sequence[MapPoint],
    *,
    countries: Sequence[str],
    label: str,
    language: Language,
    link: Callable[[MapPoint, Markup], Markup],
    close_up: str | None = None,
) -> Markup:
    """Return the map; `link` wraps a point's mark into a link to its rows, `countries` have events and stand out.

    A `close_up` is framed around the points of that country, and lettered to be shown at half the width.
    """
    frame = frame_around([point for point in points if close_up in (None, point.country)])
    named = {name for code, name in _outline_names().items() if code in countries}
    parts = [element("rect", x=0, y=0, width=WIDTH, height=frame.height, class_="sea")]
    parts += [
        element("path", d=path_of([frame.place(*point) for point in ring], closed=True), class_=_land(name, named))
        for name, rings in country_outlines().items()
        for ring in rings
        if frame.shows(ring)
    ]
    parts += [
        element("path", d=path_of([frame.place(*point) for point in line], closed=False), class_="inner")
        for country in countries
        for line in governorate_borders().get(country, ())
        if frame.shows(line)
    ]
    drawn = [point for point in points if frame.holds(point)]
    most = max((point.n_events for point in drawn), default=1)
    size = min(1.0, (_MANY_POINTS / max(len(drawn), 1)) ** 0.25)
    marks = [link(point, _mark(point, frame, _radius(point, most, size), language)) for point in drawn]
    large = LABELS_AT_MOST if close_up else LABELS_ON_PHONES
    parts += [*marks, *_labels(drawn, frame, [_radius(point, most, size) for point in drawn], language, large=large)]
    kind = "map close" if close_up else "map"
    return drawing(*parts, width=WIDTH, height=frame.height, label=label, kind=kind, role="group")


def crowded(points: Sequence[MapPoint]) -> list[str]:
    """Return the countries that need a map of their own, those with the most points first; none on a narrow map."""
    if not points or WIDTH / frame_around(points).scale_x < _WIDE:
        return []
    n_points = Counter(point.country for point in points if point.country)
    return [country for country, n in n_points.most_common(CLOSE_UPS) if n >= _CROWDED]


def _land(name: str, named: set[str]) -> str:
    return "land named" if name in named else "land"


def _radius(point: MapPoint, most: int, size: float) -> float:
    return size * (4 + 14 * math.sqrt(point.n_events / max(most, 8)))


def _mark(point: MapPoint, frame: Frame, radius: float, language: Language) -> Markup:
    x, y = frame.place(point.longitude, point.latitude)
    name = _name(point, language)
    hint = f"{name}: {language.count(point.n_events, 'event')}, {language.count(point.killed.counted, 'killed')}"
    kind = "point exact" if point.is_exact else "point vague"
    return element("circle", element("title", hint), cx=x, cy=y, r=radius, class_=kind)


def _name(point: MapPoint, language: Language) -> str:
    names = (point.name.ar, point.name.en) if language.code == "ar" else (point.name.en, point.name.ar)
    return names[0] or names[1] or language.phrase("unknown")


def _labels(
    points: Sequence[MapPoint], frame: Frame, radii: Sequence[float], language: Language, *, large: int
) -> list[Markup]:
    """Return the names of the places with the most events that do not run into each other.

    The first `large` have room for the larger letters of phones, where the others are not shown.
    """
    taken: list[tuple[float, float, float, float]] = []
    labels: list[Markup] = []
    for point, radius in zip(points, radii, strict=True):
        if len(labels) >= LABELS_AT_MOST:
            break
        is_first = len(labels) < large
        text = _name(point, language)
        x, middle = frame.place(point.longitude, point.latitude)
        y, half = middle - radius - 4, len(text) * (_LETTER_ON_PHONES if is_first else _LETTER)
        box = (x - half, y - (22 if is_first else 15), x + half, y + 3)
        if box[0] < 0 or box[2] > WIDTH or box[1] < 0 or any(_overlap(box, other) for other in taken):
            continue
        taken.append(box)
        kind = "place" if is_first else "place minor"
        labels.append(element("text", text, x=x, y=y, text_anchor="middle", class_=kind))
    return labels


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
