"""The incidents behind an id, with the articles that tell them, read from the published database.

How they are shown is the command's.
"""

from typing import Any

from warehouse import sql
from warehouse.publish import Published


def find_incidents(published: Published, id_: str) -> list[dict[str, Any]]:
    """Return the incidents that an id of an incident, event or article (or its beginning) names, with their article."""
    rows: list[dict[str, Any]] = published.query(sql.load("explain/incidents"), {"id": id_}).to_pylist()
    return rows
