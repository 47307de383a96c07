"""`python -m tests.bench`: articles a second, megabytes of text a second and memory, by stage and by command."""

import argparse
import platform
import sys
import tempfile
from pathlib import Path

import duckdb

from tests.bench import bert
from tests.bench.commands import MARSAD, Measured, measure
from tests.bench.corpora import Corpus, corpora
from tests.bench.stages import time_stages

_HEADER = f"{'':<26}{'seconds':>9}{'articles/s':>12}{'MB text/s':>11}{'share':>7}{'largest MB':>12}{'together MB':>13}"
_STAGES_SQL = "select stage, seconds, n_in from runs where stage in ('ingest', 'extract', 'link', 'publish')"


def main(arguments: list[str]) -> int:
    options = _parse(arguments)
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        if not options.only:
            _bench_start(folder)
        for corpus in corpora(folder, most=options.articles or sys.maxsize):
            if not options.only or corpus.name in options.only:
                _bench_corpus(corpus, folder)
    return 0


def _bench_start(folder: Path) -> None:
    """Print how long it takes until one short article is extracted: nothing cached, then cached."""
    one = folder / "one.jsonl"
    one.write_text('{"id": "1", "title": "", "text": "قتل ثلاثة في بغداد أمس", "published_at": "2025-01-01"}\n')
    env = {"MARSAD_CACHE": str(folder / "cache")}
    command = (MARSAD, "extract", one, "--workers", 1, "--warehouse", folder / "none", "--quiet")
    print(f"\nstart-up\n{_HEADER}")
    _line("marsad --help", measure(MARSAD, "--help"))
    _line("first extract, compiles", measure(*command, env=env))
    best = min((measure(*command, env=env) for _ in range(3)), key=lambda run: run.seconds)
    _line("next extract, cached", best)


def _bench_corpus(corpus: Corpus, folder: Path) -> None:
    n = len(corpus.articles)
    print(f"\n{corpus.name}: {n} articles, {corpus.megabytes:.1f} MB of text\n{_HEADER}")
    _bench_stages(corpus)
    paces = [_bench_extract(corpus, folder, workers=workers) for workers in (1, 2)]
    same = (folder / "1.jsonl").read_bytes() == (folder / "2.jsonl").read_bytes()
    print(f"  two workers: {paces[1] / paces[0]:.2f} times one, output {'byte-identical' if same else 'DIFFERENT'}")
    _bench_flows(corpus, folder / f"warehouse-{corpus.name}")
    _bench_bert(corpus, paces[0])


def _bench_bert(corpus: Corpus, ours: float) -> None:
    """Print how many times as fast as a BERT-base pass `marsad extract` is, both on one core."""
    if not bert.is_possible():
        print(f"  ratio to a BERT-base pass: not measured, torch or transformers is not here ({bert.HOW_TO_GET_IT})")
        return
    pace = bert.measure_pace([f"{article['title']} {article['text']}" for article in corpus.articles])
    print(f"  {bert.told(pace)}; extract is {ours / pace.articles_per_second:.0f} times as fast")


def _bench_stages(corpus: Corpus) -> None:
    clocks, whole = time_stages(corpus.articles)
    n = len(corpus.articles)
    for name, clock in clocks.items():
        pace, speed = n / max(clock.seconds, 1e-9), corpus.megabytes / max(clock.seconds, 1e-9)
        peak = f"{clock.peak_bytes / 2**20:.1f} a call"
        print(f"  {name:<24}{clock.seconds:>9.2f}{pace:>12.0f}{speed:>11.2f}{clock.seconds / whole:>7.0%}{peak:>12}")
    print(f"  {'all, in one process':<24}{whole:>9.2f}{n / whole:>12.0f}{corpus.megabytes / whole:>11.2f}")


def _bench_extract(corpus: Corpus, folder: Path, *, workers: int) -> float:
    """Print and return the pace of `marsad extract`, start-up included."""
    output = folder / f"{workers}.jsonl"
    flags = ["--workers", workers, "--warehouse", folder / "none", "--quiet"]
    run = measure(MARSAD, "extract", corpus.path, "--output", output, *flags)
    _line(f"extract --workers {workers}", run, corpus)
    return len(corpus.articles) / run.seconds


def _bench_flows(corpus: Corpus, warehouse: Path) -> None:
    """Print `marsad ingest`, `process` and `run` again, and the stages as `runs` tells their seconds."""
    place = ["--warehouse", warehouse, "--quiet"]
    _line("marsad ingest", measure(MARSAD, "ingest", "--input", corpus.path, *place), corpus)
    _line("marsad process", measure(MARSAD, "process", *place), corpus)
    with duckdb.connect(warehouse / "marsad.duckdb", read_only=True) as published:
        for stage, seconds, n in published.execute(_STAGES_SQL).fetchall():
            print(f"    stage {stage:<16}{seconds:>9.2f}{n / max(seconds, 1e-9):>12.0f}  records/s")
    _line("marsad run, nothing new", measure(MARSAD, "run", "--input", corpus.path, *place), corpus)


def _line(name: str, run: Measured, corpus: Corpus | None = None) -> None:
    n, megabytes = (len(corpus.articles), corpus.megabytes) if corpus else (0, 0.0)
    paces = f"{n / run.seconds:>12.0f}{megabytes / run.seconds:>11.2f}" if corpus else " " * 23
    print(f"  {name:<24}{run.seconds:>9.2f}{paces}{'':>7}{run.largest_mb:>12.0f}{run.together_mb:>13.0f}", flush=True)


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--articles", type=int, default=3000, help="at most so many of each, 0 for all  [default: 3000]"
    )
    parser.add_argument("--only", action="append", metavar="NAME", help="this corpus only: sample, or a file's name")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
