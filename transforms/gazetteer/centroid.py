"""The centre of a GeoJSON geometry, for files that give outlines and no point.

Plane geometry in degrees: good to a kilometre or two for a district, which is all that a place's point needs.
"""

from collections.abc import Iterator
from typing import Any

Point = tuple[float, float]


def centroid(geometry: dict[str, Any]) -> Point:
    """Return (longitude, latitude) of the centre of area; of the mean of all points when there is no area.

    Raises ValueError when the geometry holds no coordinates.
    """
    rings = list(_outer_rings(geometry))
    parts = [_ring_centroid(ring) for ring in rings]
    total = sum(area for area, _ in parts)
    if total > 0:
        return (
            sum(area * point[0] for area, point in parts) / total,
            sum(area * point[1] for area, point in parts) / total,
        )
    points = list(_points(geometry.get("coordinates", [])))
    if not points:
        raise ValueError(f"geometry {geometry.get('type')!r} has no coordinates")
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _outer_rings(geometry: dict[str, Any]) -> Iterator[list[list[float]]]:
    if geometry["type"] == "Polygon":
        yield geometry["coordinates"][0]
    elif geometry["type"] == "MultiPolygon":
        for polygon in geometry["coordinates"]:
            yield polygon[0]


def _ring_centroid(ring: list[list[float]]) -> tuple[float, Point]:
    """Return (area, centre) by the shoelace formula, relative to the first point for precision."""
    x0, y0 = ring[0][0], ring[0][1]
    doubled = x = y = 0.0
    for (ax, ay, *_), (bx, by, *_) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
        doubled += cross
        x += (ax + bx - 2 * x0) * cross
        y += (ay + by - 2 * y0) * cross
    if doubled == 0:
        return 0.0, (x0, y0)
    return abs(doubled) / 2, (x0 + x / (3 * doubled), y0 + y / (3 * doubled))


def _points(coordinates: Any) -> Iterator[Point]:
    if coordinates and isinstance(coordinates[0], int | float):
        yield float(coordinates[0]), float(coordinates[1])
        return
    for part in coordinates:
        yield from _points(part)
