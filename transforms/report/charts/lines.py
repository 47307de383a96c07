"""Charts over time: events with their interval and what was read, the toll with its range, sparklines.

Time runs from left to right in both languages, as in the newspapers of the region.
"""

import itertools
from collections.abc import Sequence

from markupsafe import Markup

from transforms.report.charts.svg import drawing, element, path_of, round_steps
from transforms.report.view import TrendPoint
from transforms.report.words import Language

WIDTH, LEFT, RIGHT, TOP = 520, 74, 14, 22
PLOT, AXIS, READ = 190, 26, 52
# How many times the counted killed the chart of them reaches up at most.
_CUT = 3
# How many times the highest count the interval is drawn up to, lest it flatten the line.
_BAND_CUT = 2


def _positions(n_points: int) -> list[float]:
    step = (WIDTH - LEFT - RIGHT) / max(n_points, 1)
    return [LEFT + step * (index + 0.5) for index in range(n_points)]


def _height(value: float, highest: float) -> float:
    return TOP + PLOT * (1 - value / highest)


def _grid(steps: list[int], language: Language) -> list[Markup]:
    marks = []
    for step in steps:
        y = _height(step, steps[-1])
        marks.append(element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, class_="grid"))
        marks.append(element("text", language.number(step), x=LEFT - 8, y=y + 4, text_anchor="end", class_="tick"))
    return marks


def _dates(points: Sequence[TrendPoint], xs: list[float], language: Language, *, y: float) -> list[Markup]:
    every = max(1, -(-len(points) // 7))
    labels = []
    for index in range(len(points) - 1, -1, -every):
        period = points[index].period
        day = period.start
        text = language.month(day, with_year=False) if period.kind == "month" else language.short_date(day)
        labels.append(element("text", text, x=xs[index], y=y, text_anchor="middle", class_="tick"))
    return labels


def events_chart(points: Sequence[TrendPoint], *, usual: float | None, label: str, language: Language) -> Markup:
    """Return the line of events with its interval, moving average and usual level, and the articles read below it."""
    xs = _positions(len(points))
    highest = max(*(point.n_events for point in points), usual or 0)
    steps = round_steps(min(max(point.rate_high for point in points), _BAND_CUT * max(highest, 1)))
    top = steps[-1]
    band = [(x, _height(min(p.rate_high, top), top)) for x, p in zip(xs, points, strict=True)]
    band += [(x, _height(p.rate_low, top)) for x, p in zip(reversed(xs), reversed(points), strict=True)]
    line = [(x, _height(p.n_events, top)) for x, p in zip(xs, points, strict=True)]
    parts = _grid(steps, language)
    parts.append(element("path", d=path_of(band, closed=True), class_="band"))
    if usual is not None:
        y = _height(min(usual, top), top)
        parts.append(element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, class_="usual"))
    mean = [
        (x, _height(min(p.moving_average, top), top))
        for x, p in zip(xs, points, strict=True)
        if p.moving_average is not None
    ]
    if len(mean) > 1:
        parts.append(element("path", d=path_of(mean), class_="mean"))
    read = [bool(point.n_articles or point.n_events) for point in points]
    for is_read, run in itertools.groupby(zip(read, line, strict=True), key=lambda one: one[0]):
        stretch = [place for _, place in run]
        if is_read and len(stretch) > 1:
            parts.append(element("path", d=path_of(stretch), class_="line"))
    for (x, y), point, is_read in zip(line, points, read, strict=True):
        if not is_read and point is not points[-1]:
            continue
        parts.append(_dot(x, y, point, language, is_last=point is points[-1]))
    parts += _dates(points, xs, language, y=TOP + PLOT + 18)
    parts += _reading(points, xs, language)
    return drawing(*parts, width=WIDTH, height=TOP + PLOT + AXIS + READ, label=label, kind="events")


def _dot(x: float, y: float, point: TrendPoint, language: Language, *, is_last: bool) -> Markup:
    kinds = ["dot", "partial" if point.is_partial else "", "last" if is_last else ""]
    hint = f"{language.period(point.period, style='title')}: {language.count(point.n_events, 'event')}"
    circle = element(
        "circle", element("title", hint), cx=x, cy=y, r=6 if is_last else 3.5, class_=" ".join(filter(None, kinds))
    )
    if not is_last:
        return circle
    number = element("text", language.number(point.n_events), x=x, y=y - 11, text_anchor="middle", class_="value")
    return element("g", circle, number)


def _reading(points: Sequence[TrendPoint], xs: list[float], language: Language) -> list[Markup]:
    most = max([point.n_articles for point in points] + [1])
    base, room = TOP + PLOT + AXIS + READ - 2, READ - 12
    width = (xs[1] - xs[0]) * 0.6 if len(xs) > 1 else 40
    bars = [element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=base, y2=base, class_="grid")]
    for x, point in zip(xs, points, strict=True):
        height = room * point.n_articles / most
        hint = element("title", language.count(point.n_articles, "article"))
        bars.append(
            element("rect", hint, x=x - width / 2, y=base - height, width=width, height=height, class_="reading")
        )
    bars.append(element("text", language.number(most), x=LEFT - 8, y=base - room + 4, text_anchor="end", class_="tick"))
    return bars


def killed_chart(points: Sequence[TrendPoint], *, label: str, language: Language) -> Markup:
    """Return the bars of counted killed with what one outlet alone adds pale above them.

    The scale follows the counted ones, so that unsupported sums do not flatten them: beyond it the pale bar is cut and
    ends in an arrow.
    """
    xs = _positions(len(points))
    steps = round_steps(_scale(points))
    width = (xs[1] - xs[0]) * 0.6 if len(xs) > 1 else 60
    parts = _grid(steps, language)
    for x, point in zip(xs, points, strict=True):
        base, top = _height(0, steps[-1]), _height(point.killed_counted, steps[-1])
        parts += _alone(x, top, point, width=width, highest=steps[-1])
        kinds = ["bar", "partial" if point.is_partial else "", "last" if point is points[-1] else ""]
        hint = f"{language.period(point.period, style='title')}: {language.count(point.killed_counted, 'killed')}"
        bar = {"x": x - width / 2, "y": top, "width": width, "height": base - top}
        parts.append(element("rect", element("title", hint), **bar, class_=" ".join(filter(None, kinds))))
    parts += _dates(points, xs, language, y=TOP + PLOT + 18)
    return drawing(*parts, width=WIDTH, height=TOP + PLOT + AXIS, label=label, kind="killed")


def _scale(points: Sequence[TrendPoint]) -> float:
    counted = max(point.killed_counted for point in points)
    stated = max(point.killed_counted + point.killed_alone for point in points)
    return 1.1 * (min(stated, _CUT * counted) if counted else stated)


def _alone(x: float, top: float, point: TrendPoint, *, width: float, highest: float) -> list[Markup]:
    if not point.killed_alone:
        return []
    stated = point.killed_counted + point.killed_alone
    end = _height(min(stated, highest), highest)
    bar = element("rect", x=x - width / 2, y=end, width=width, height=top - end, class_="lone")
    arrow = f"M{x - 5:.1f},{end - 3:.1f}L{x:.1f},{end - 12:.1f}L{x + 5:.1f},{end - 3:.1f}Z"
    return [bar, element("path", d=arrow, class_="cut")] if stated > highest else [bar]


def sparkline(values: Sequence[int], *, label: str) -> Markup:
    """Return a small line of counts, the last one as a dot; '' for less than two values."""
    if not values[1:]:
        return Markup("")
    most = max([*values, 1])
    points = [(2 + 86 * index / (len(values) - 1), 20 - 16 * value / most) for index, value in enumerate(values)]
    line = element("path", d=path_of(points), class_="line")
    dot = element("circle", cx=points[-1][0], cy=points[-1][1], r=2.6, class_="dot last")
    return drawing(line, dot, width=92, height=24, label=label, kind="spark")
