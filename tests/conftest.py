"""Fixtures that every test may ask for; builders of rows are in `tests.rows`."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture
def shared() -> Path:
    """Return the folder with the research corpora; the test skips where it is not beside the project."""
    if not SHARED.is_dir():
        pytest.skip("the research corpora are not beside the project")
    return SHARED
