"""`python -m warehouse.tables_page`: docs/tables.md, read from the comments of a published database without rows.

The meanings are written in the contracts and in the headers of the views; nothing is described here.
"""

import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from transforms.contracts.tables import TABLES
from warehouse import sql
from warehouse.lake import Lake
from warehouse.publish import Published, publish

_INTRODUCTION = """# Tables

What `marsad.duckdb` holds. `marsad query "describe incidents"` shows the columns, and any DuckDB client the comments
that this page is made of; `make docs` renews it. Unknown is NULL, never 0 and never ''. Offsets count characters of
`articles.text` exactly as published. Columns without a meaning here are explained in the codebooks of ACLED and UCDP,
whose names they bear.
"""


def tables_page(published: Published) -> str:
    """Return the page in Markdown: every table in the order of the data's way, then every view by name."""
    relations = published.query(sql.load("page/relations")).to_pylist()
    place = {name: number for number, name in enumerate(TABLES)}
    relations.sort(key=lambda row: (row["is_view"], place.get(row["table_name"], len(place)), row["table_name"]))
    sections = ("\n".join(_section(published, row["table_name"], row["comment"] or "")) for row in relations)
    return "\n".join((_INTRODUCTION, *sections))


def _section(published: Published, name: str, grain: str) -> Iterator[str]:
    contract = TABLES.get(name)
    required = {column.name for column in contract.columns if not column.nullable} if contract else set()
    key = f" Key: {_code(contract.key)}." if contract and contract.key else "" if contract else " A view."
    yield f"## {name}\n\n{grain}{key}\n"
    yield "| column | type | meaning |\n|---|---|---|"
    for column in published.query(sql.load("page/columns"), {"name": name}).to_pylist():
        filled = ", never NULL" if column["column_name"] in required else ""
        yield f"| `{column['column_name']}` | {_type(column['data_type'])}{filled} | {_cell(column['comment'] or '')} |"
    yield ""


def _type(data_type: str) -> str:
    return _cell(data_type.lower().replace("timestamp with time zone", "timestamptz").replace('"', ""))


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def render() -> str:
    """Return the page of this version, from a database that is made for it and thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        with Lake.open(Path(folder)) as lake:
            publish(lake, Path(folder))
        with Published.open(Path(folder)) as published:
            return tables_page(published)


if __name__ == "__main__":
    sys.stdout.write(render())
