"""The places that a user imported into the warehouse, as the extractor takes them.

Parsing of imports is `transforms.gazetteer`'s, storing them the warehouse's.
"""

import functools
from pathlib import Path
from typing import Any


@functools.cache
def imported_places(warehouse: Path) -> tuple[Any, ...]:
    """Return the imported places of a warehouse, none where nothing was imported."""
    if not (warehouse / "gazetteer").is_dir():
        return ()
    from warehouse.gazetteer import read_imported_places

    return read_imported_places(warehouse)
