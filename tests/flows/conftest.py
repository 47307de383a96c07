"""One cache and one Prefect server for all tests of the flows; a warehouse of its own for each test that writes."""

import json
import os

import pytest

os.environ.setdefault("DO_NOT_TRACK", "1")

SAMPLE_ARTICLES = [
    {
        "id": "a-1",
        "published_at": "2025-01-08T10:00:00",
        "title": "مقتل ثلاثة مدنيين بقصف مدفعي في مدينة تعز",
        "text": "قتل ثلاثة مدنيين وأصيب خمسة آخرون، أمس الثلاثاء، بقصف مدفعي للحوثيين على حي سكني في مدينة تعز جنوب غربي اليمن.",
        "source": "صوت الجبل",
        "url": "https://sawt.example/n/1?utm_source=feed",
    },
    {
        "id": "a-2",
        "published_at": "2025-01-09",
        "title": "غارة جوية على خان يونس",
        "text": "استشهد سبعة فلسطينيين، فجر اليوم الخميس، في غارة جوية إسرائيلية استهدفت منزلا في مدينة خان يونس جنوب قطاع غزة.",
        "source": "وكالة زيتون",
        "url": "https://zaytoun.example/n/2",
    },
    {
        "id": "a-3",
        "published_at": "2025-01-09",
        "title": "الفريق يفوز في المباراة",
        "text": "فاز الفريق على ضيفه بثلاثة أهداف في مباراة أقيمت مساء أمس على ملعب المدينة.",
        "source": "وكالة زيتون",
        "url": "https://zaytoun.example/n/3",
    },
]


def write_lines(path, records):
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    return path


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory):
    """Keep the user's cache out of the tests; the extractor is compiled once for all of them."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("cache")
        patch.setenv("MARSAD_CACHE", str(folder))
        for name in ("MARSAD_WAREHOUSE", "MARSAD_CONFIG", "MARSAD_WORKERS"):
            patch.delenv(name, raising=False)
        yield folder


@pytest.fixture
def articles(tmp_path):
    return write_lines(tmp_path / "articles.jsonl", SAMPLE_ARTICLES)


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory):
    """Start the server that `marsad run` starts, once for the session; returns its address."""
    from flows.orchestrator import prepare_prefect, stop_server

    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PREFECT_API_URL", raising=False)
        patch.setenv("PREFECT_HOME", str(tmp_path_factory.mktemp("prefect")))
        prepare_prefect(tmp_path_factory.mktemp("home"))
        from prefect.settings import PREFECT_API_URL, PREFECT_LOGGING_TO_API_ENABLED, temporary_settings

        url = os.environ["PREFECT_API_URL"]
        with temporary_settings({PREFECT_API_URL: url, PREFECT_LOGGING_TO_API_ENABLED: False}):
            yield url
        stop_server()


@pytest.fixture
def call(capsys):
    """Call the command line in this process; returns exit code, standard output and standard error."""
    import sys

    from flows.commands import main

    def run(*arguments):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "argv", ["marsad", *map(str, arguments)])
            with pytest.raises(SystemExit) as ended:
                main()
        captured = capsys.readouterr()
        return ended.value.code or 0, captured.out, captured.err

    return run
