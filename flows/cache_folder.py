"""Where Marsad keeps what it can make again: the compiled extractor and the ground of Prefect's own database.

Nothing here is data of the user; the folder may be deleted at any time.
"""

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """Return the folder: $MARSAD_CACHE, else the platform's cache folder of the user."""
    if chosen := os.environ.get("MARSAD_CACHE"):
        return Path(chosen)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "marsad"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "marsad" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "marsad"
