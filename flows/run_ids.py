"""Ids of runs: how a run is named in the lock, the lake's commits and every row that it writes."""

import datetime as dt
import secrets


def new_run_id() -> str:
    """Return an id that sorts by time and is never given twice."""
    return f"{dt.datetime.now(dt.UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"
