"""Scores of one suite beside their bars and floors, and the rules by which floors rise.

How a suite is run and judged is in `suites`; here are numbers and their files only.
"""

import dataclasses
import json
from pathlib import Path

BARS = Path(__file__).with_name("bars.json")
FLOORS = Path(__file__).with_name("floors.json")
FEWEST_CASES = 20
"""A share of fewer cases than this moves too much with one case to be a floor."""

Table = dict[str, dict[str, float]]


@dataclasses.dataclass(frozen=True, slots=True)
class Score:
    """A share of `n` cases, the more the better; `value` is None when there was no case."""

    name: str
    value: float | None
    n: int


@dataclasses.dataclass(frozen=True, slots=True)
class Result:
    """What a suite measured; `faults` are lines that tell single errors."""

    suite: str
    scores: tuple[Score, ...]
    faults: tuple[str, ...] = ()


def read_table(path: Path) -> Table:
    """Return suite -> measure -> number; empty when the file is not there yet."""
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def write_table(table: Table, path: Path) -> None:
    path.write_text(json.dumps(table, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def below_floor(result: Result, floors: Table) -> list[str]:
    """Return a sentence for each score that fell below its floor."""
    floor = floors.get(result.suite, {})
    measured = {score.name: score.value for score in result.scores}
    scores = ((name, measured.get(name), least) for name, least in floor.items())
    return [
        f"{result.suite} {name} is {value}, its floor {least}"
        for name, value, least in scores
        if value is None or value < least
    ]


def raised(floors: Table, results: list[Result]) -> Table:
    """Return the floors with every better score in them; none is ever lowered."""
    risen = {suite: dict(floor) for suite, floor in floors.items()}
    for result in results:
        floor = risen.setdefault(result.suite, {})
        for score in result.scores:
            if score.value is not None and score.n >= FEWEST_CASES:
                floor[score.name] = max(score.value, floor.get(score.name, 0.0))
    return risen


def render(result: Result, bars: Table, floors: Table) -> str:
    """Return a table with a line a score: measure, cases, score, bar, floor, and what is wrong."""
    bar, floor = bars.get(result.suite, {}), floors.get(result.suite, {})
    lines = [f"{result.suite:<24}{'n':>6}{'score':>8}{'bar':>7}{'floor':>8}"]
    for score in result.scores:
        low, goal = floor.get(score.name), bar.get(score.name)
        fallen = low is not None and (score.value is None or score.value < low)
        short = goal is not None and (score.value is None or score.value < goal)
        mark = "  BELOW FLOOR" if fallen else "  under bar" if short else ""
        lines.append(f"  {score.name:<22}{score.n:>6}{_figure(score.value)}{_figure(goal, 7, 2)}{_figure(low)}{mark}")
    return "\n".join(lines)


def _figure(value: float | None, width: int = 8, places: int = 3) -> str:
    return f"{value:>{width}.{places}f}" if value is not None else f"{'-':>{width}}"
