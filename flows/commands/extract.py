"""`marsad extract`: incidents of the articles in one file, without warehouse and without Prefect.

The work is in `flows.extract_files`; here are files, progress and messages.
"""

import contextlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import click

from flows.commands.options import quiet_option, warehouse_option, workers_option

_SHOWN_BAD_LINES = 5


@click.command(no_args_is_help=True)
@click.argument("file", metavar="FILE")
@click.option(
    "--output", "-o", default="-", metavar="OUT", help="File of incidents, - for standard output  [default: -]"
)
@click.option("--rejects", metavar="FILE", help="File for what was refused: bad lines, and candidates with the reason.")
@workers_option
@warehouse_option
@quiet_option
def extract(
    file: str, output: str, rejects: str | None, workers: int | None, warehouse: str | None, quiet: bool
) -> int:
    """Extract incidents from FILE, one article a line: id, published_at, title, text, source, url.

    FILE may be gzipped, or - for standard input. Writes one incident a line with the columns of the table `incidents`;
    `article_id` is the given id; a post or lone sentence without publication date gives its incidents with an empty
    day. Places imported into the warehouse are used when it has some.

    \b
    marsad extract articles.jsonl --output incidents.jsonl
    zcat news.jsonl.gz | marsad extract - --rejects refused.jsonl | head
    """
    from flows.extract_files import Chunk, extract_stream
    from flows.settings import ConfigError, load_settings

    settings = load_settings(warehouse=warehouse, workers=workers)
    if file != "-" and not Path(file).is_file():
        raise ConfigError(f"{file} is no file; give articles as JSON lines, or - for standard input")
    shown: list[str] = []

    def note(chunk: Chunk) -> None:
        for line in chunk.bad:
            shown.append(line)
            if len(shown) <= _SHOWN_BAD_LINES:
                click.echo(f"skipped {line}", err=True)
        advance(chunk.n_articles)

    with (
        _reading(file) as stream,
        _writing(output) as target,
        _writing(rejects) as refused,
        _progress(quiet) as advance,
    ):
        totals = extract_stream(
            stream,
            target,
            locator=file,
            workers=settings.workers,
            warehouse=settings.warehouse,
            rejects=refused if rejects else None,
            on_chunk=note,
        )
    if totals.bad > _SHOWN_BAD_LINES:
        click.echo(f"skipped {totals.bad - _SHOWN_BAD_LINES} more lines; --rejects FILE writes them all", err=True)
    if not quiet:
        counts = f"{totals.articles} articles, {totals.incidents} incidents, {totals.rejects} refused"
        click.echo(f"{counts}{f', {totals.bad} of them bad lines' if totals.bad else ''}", err=True)
    return 1 if totals.bad and not totals.articles else 0


@contextlib.contextmanager
def _reading(file: str) -> Iterator[IO[bytes]]:
    from flows.sources.file import open_plain

    if file == "-":
        yield sys.stdin.buffer
        return
    with open_plain(Path(file)) as stream:
        yield stream


@contextlib.contextmanager
def _writing(file: str | None) -> Iterator[IO[bytes]]:
    """Open a file for writing; it appears under its name only when the block ends well."""
    if file is None or file == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target = Path(file)
    if target.exists() and not target.is_file():  # a device or pipe
        with target.open("wb") as stream:
            yield stream
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as draft:
        try:
            yield draft
            draft.close()
            Path(draft.name).chmod(0o644)
            Path(draft.name).replace(target)
        except BaseException:
            Path(draft.name).unlink(missing_ok=True)
            raise


@contextlib.contextmanager
def _progress(quiet: bool) -> Iterator["_Advance"]:
    from flows.progress import Progress

    with Progress(quiet=quiet) as progress:
        progress.begin("extract")
        yield _Advance(progress)
        progress.end("extract")


class _Advance:
    """Moves the display on by a number of articles."""

    def __init__(self, progress: "object") -> None:
        self._progress = progress

    def __call__(self, n: int) -> None:
        self._progress.advance("extract", n)  # type: ignore[attr-defined]
