"""SVG elements as escaped markup, and the scales that charts share.

Nothing here knows what is drawn.
"""

import math

from markupsafe import Markup, escape

Number = int | float


def element(tag: str, *children: Markup | str, **attributes: Number | str | None) -> Markup:
    """Return one element; `_` in a name stands for `-`, a trailing one is dropped, NULL attributes are left out."""
    names = ((name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items() if value is not None)
    written = "".join(f' {name}="{escape(_written(value))}"' for name, value in names)
    content = "".join(escape(child) for child in children)
    # Everything in `written` and `content` has been escaped above.
    return Markup(f"<{tag}{written}>{content}</{tag}>")  # noqa: S704


def drawing(
    *children: Markup, width: Number, height: Number, label: str | None, kind: str, role: str = "img"
) -> Markup:
    """Return a whole drawing that scales with the page, read out by its label; one with links is no `img`.

    Without a label it is an ornament, which is not read out.
    """
    return element(
        "svg",
        *children,
        viewBox=f"0 0 {_written(width)} {_written(height)}",
        role=role if label else None,
        aria_label=label,
        aria_hidden=None if label else "true",
        class_=f"chart {kind}",
        direction="ltr",
    )


def path_of(points: list[tuple[float, float]], *, closed: bool = False) -> str:
    """Return points as path data."""
    return "M" + "L".join(f"{_written(x)},{_written(y)}" for x, y in points) + ("Z" if closed else "")


def round_steps(highest: float, *, n_steps: int = 4) -> list[int]:
    """Return whole numbers from 0 that end at or above `highest`, in steps of 1, 2 or 5 times a power of ten."""
    rough = max(highest / n_steps, 1)
    power = 10 ** math.floor(math.log10(rough))
    step = next(int(factor * power) for factor in (1, 2, 5, 10) if factor * power >= rough)
    return [step * index for index in range(math.ceil(max(highest, 1) / step) + 1)]


def _written(value: Number | str) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
