"""How lexicon files are read: tab-separated tables with a header, `#` comments, one entry a row.

Meaning of the columns belongs to the module that asks for the table; nothing is inflected here.
"""

import importlib.resources
from collections.abc import Iterator


def read_tsv(package: str, name: str) -> list[dict[str, str]]:
    """Return the rows of `data/<name>.tsv` inside `package` as dicts of stripped strings ('' when empty)."""
    source = importlib.resources.files(package).joinpath("data", f"{name}.tsv")
    return list(parse_tsv(source.read_text(encoding="utf-8"), name))


def parse_tsv(content: str, name: str) -> Iterator[dict[str, str]]:
    """Yield a dict a row; raises ValueError naming file and line when a row has too many cells."""
    header: list[str] | None = None
    for number, line in enumerate(content.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            message = f"{name}.tsv line {number}: {len(cells)} cells, header has {len(header)}: {line[:80]}"
            raise ValueError(message)
        yield dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
