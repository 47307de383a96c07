"""The map: events as points over country outlines, filled where the place is known, rings where it is vague.

Plate carree stretched to the middle latitude. Outlines are data (data/country_outlines.tsv).
"""

import dataclasses
import functools
import math
from collections.abc import Callable, Sequence

from markupsafe import Markup

from transforms.lexicon.schema import read_tsv
from transforms.report.charts.svg import drawing, element, path_of
from transforms.report.view import MapPoint
from transforms.report.words import Language

WIDTH, MOST_HEIGHT, LEAST_HEIGHT = 720, 500, 300
LEAST_SPAN = 5.0
LABELS_AT_MOST = 12

Ring = tuple[tuple[float, float], ...]


@functools.cache
def country_outlines() -> dict[str, tuple[Ring, ...]]:
    """Return the rings of (longitude, latitude) of each country or territory in and around the region."""
    return {
        row["name_en"]: tuple(_ring(ring) for ring in row["rings"].split(";"))
        for row in read_tsv("transforms.report", "country_outlines")
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

    def shows(self, ring: Ring) -> bool:
        """Return whether the box around a ring touches the frame."""
        xs, ys = zip(*(self.place(*point) for point in ring), strict=True)
        return bool(max(xs) > 0 and min(xs) < WIDTH and max(ys) > 0 and min(ys) < self.height)


def frame_around(points: Sequence[MapPoint]) -> Frame:
    """Return a frame that holds all points with a margin, never narrower than some five degrees."""
    longitudes, latitudes = [p.longitude for p in points], [p.latitude for p in points]
    middle_x, middle_y = (min(longitudes) + max(longitudes)) / 2, (min(latitudes) + max(latitudes)) / 2
    span_x = max((max(longitudes) - min(longitudes)) * 1.16, LEAST_SPAN)
    span_y = max((max(latitudes) - min(latitudes)) * 1.16, LEAST_SPAN)
    stretch = 1 / math.cos(math.radians(middle_y))
    scale = WIDTH / span_x
    if span_y * scale * stretch > MOST_HEIGHT:
        scale = MOST_HEIGHT / span_y / stretch
    height = max(span_y * scale * stretch, LEAST_HEIGHT)
    west = middle_x - WIDTH / scale / 2
    north = middle_y + height / (scale * stretch) / 2
    return Frame(west, north, scale, scale * stretch, height)


def events_map(
    points: Sequence[MapPoint],
    *,
    countries: Sequence[str],
    label: str,
    language: Language,
    link: Callable[[MapPoint, Markup], Markup],
) -> Markup:
    """Return the map; `link` wraps a point's mark into a link to its rows, `countries` have events and stand out."""
    frame = frame_around(points)
    named = {name for code, name in _outline_names().items() if code in countries}
    parts = [element("rect", x=0, y=0, width=WIDTH, height=frame.height, class_="sea")]
    parts += [
        element("path", d=path_of([frame.place(*point) for point in ring], closed=True), class_=_land(name, named))
        for name, rings in country_outlines().items()
        for ring in rings
        if frame.shows(ring)
    ]
    most = max(point.n_events for point in points)
    marks = [link(point, _mark(point, frame, most, language)) for point in points]
    parts += [*marks, *_labels(points, frame, most, language)]
    return drawing(*parts, width=WIDTH, height=frame.height, label=label, kind="map", role="group")


def _land(name: str, named: set[str]) -> str:
    return "land named" if name in named else "land"


def _radius(point: MapPoint, most: int) -> float:
    return 4 + 14 * math.sqrt(point.n_events / max(most, 8))


def _mark(point: MapPoint, frame: Frame, most: int, language: Language) -> Markup:
    x, y = frame.place(point.longitude, point.latitude)
    name = _name(point, language)
    hint = f"{name}: {language.count(point.n_events, 'event')}, {language.count(point.killed_best, 'killed')}"
    kind = "point exact" if point.is_exact else "point vague"
    return element("circle", element("title", hint), cx=x, cy=y, r=_radius(point, most), class_=kind)


def _name(point: MapPoint, language: Language) -> str:
    names = (point.name.ar, point.name.en) if language.code == "ar" else (point.name.en, point.name.ar)
    return names[0] or names[1] or language.phrase("unknown")


def _labels(points: Sequence[MapPoint], frame: Frame, most: int, language: Language) -> list[Markup]:
    taken: list[tuple[float, float, float, float]] = []
    labels: list[Markup] = []
    for point in points:
        text = _name(point, language)
        x, middle = frame.place(point.longitude, point.latitude)
        y, half = middle - _radius(point, most) - 4, len(text) * 4.2
        box = (x - half, y - 15, x + half, y + 3)
        if len(labels) >= LABELS_AT_MOST:
            break
        if box[0] < 0 or box[2] > WIDTH or any(_overlap(box, other) for other in taken):
            continue
        taken.append(box)
        labels.append(element("text", text, x=x, y=y, text_anchor="middle", class_="place"))
    return labels


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
