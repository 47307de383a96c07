"""The extractor that tests of extraction share, built once a session."""

import pytest

from tests.transforms.extract_cases import shared_extractor
from transforms.extract.article import Extractor


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return shared_extractor()
