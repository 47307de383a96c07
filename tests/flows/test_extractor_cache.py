import pickle

import pytest

from flows.extractor_cache import content_key, extractor_version, load_extractor
from transforms.gazetteer.places import Place

PLACE = Place("x-1", "قرية", "Village", (), "village", "SY", "", "", 35.0, 37.0, 0)


@pytest.fixture
def file(cache):
    load_extractor()
    return cache / f"extractor-{content_key()}.pickle"


def test_the_cached_extractor_is_the_compiled_one(file):
    from transforms.extract.article import build_extractor

    assert load_extractor().version == build_extractor().version == extractor_version()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda content: content[: len(content) // 2], id="cut"),
        pytest.param(lambda content: content[:-10] + b"0123456789", id="changed"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: pickle.dumps("something else"), id="foreign"),
    ],
)
def test_a_damaged_cache_is_made_anew(file, damage):
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert load_extractor().version
    assert len(file.read_bytes()) == len(whole)


def test_imported_places_make_another_extractor():
    assert content_key() == content_key(()) != content_key((PLACE,))
