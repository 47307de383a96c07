"""The bundled sample read without the program's own readers, and its hand-written answer key.

`python -m tests.golden.answer_key GOLD.jsonl` writes articles and key joined, a line an article, as scorers want them.
No rule of ingest or extraction lives here: the key must not depend on what it judges.
"""

import csv
import datetime as dt
import email.utils
import functools
import gzip
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
from lxml import html as lxml_html

SAMPLE = Path(__file__).parents[2] / "examples" / "sample-news"
BROKEN = SAMPLE / "broken"
INCIDENTS_KEY = Path(__file__).with_name("sample_incidents.jsonl")
EVENTS_KEY = Path(__file__).with_name("sample_events.json")
GOOD_AMONG_BROKEN = "broken-0003"
"""Id of the one whole record in `broken/bad-lines.jsonl`."""

_NAMES = {
    "title": ("title", "headline"),
    "text": ("text", "body", "content"),
    "published_at": ("published_at", "date", "pubDate"),
    "source": ("source", "outlet"),
}
_OUTLETS_BY_PLACE = {
    "sawt-aljabal-windows1256.csv": "صوت الجبل",
    "toteel-sudan": "شبكة توتيل",
    "mizan-daily": "صحيفة الميزان",
}


@functools.cache
def load_articles() -> dict[str, dict]:
    """Return the sample's articles by id: id, url, title, text, published_at (ISO, local), source, file."""
    articles = [article for path in sorted(SAMPLE.rglob("*")) for article in _read(path)]
    by_id = {article["id"]: article for article in articles}
    assert len(by_id) == len(articles), "two articles of the sample share an id"
    return by_id


@functools.cache
def load_key() -> dict[str, dict]:
    """Return the gold of each article by id: {"relevant": bool, "incidents": [...]}."""
    lines = INCIDENTS_KEY.read_text(encoding="utf-8").splitlines()
    return {row["id"]: row["gold"] for row in map(json.loads, lines)}


@functools.cache
def load_events() -> dict:
    """Return events, reprints and corrected tolls, as `sample_events.json` holds them."""
    return json.loads(EVENTS_KEY.read_text(encoding="utf-8"))


def gold_articles() -> list[dict]:
    """Return articles and gold joined, in the order of the key."""
    articles = load_articles()
    return [articles[key] | {"gold": gold} for key, gold in load_key().items()]


def find_id(*, source_article_id: str | None, url: str | None, title: str | None) -> str | None:
    """Return the key's id of a row of `articles`; text files and pages have no id of their own in their source."""
    articles = load_articles()
    if source_article_id in articles:
        return source_article_id
    by_url, by_title = _addresses()
    return by_url.get(url or "") or by_title.get(title or "")


@functools.cache
def _addresses() -> tuple[dict[str, str], dict[str, str]]:
    rows = load_articles().values()
    return {r["url"]: r["id"] for r in rows if r["url"]}, {r["title"]: r["id"] for r in rows if r["title"]}


def _read(path: Path) -> Iterator[dict]:
    if BROKEN in path.parents:
        records = _whole_records(path)
    elif path.name.endswith(".jsonl"):
        records = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    elif path.name.endswith(".jsonl.gz"):
        records = map(json.loads, gzip.decompress(path.read_bytes()).decode("utf-8").splitlines())
    elif path.suffix == ".json":
        records = json.loads(path.read_text(encoding="utf-8"))
    elif path.suffix == ".csv":
        records = csv.DictReader(path.read_text(encoding="cp1256").splitlines(keepends=True))
    elif path.suffix == ".parquet":
        records = pq.read_table(path).to_pylist()
    elif path.suffix == ".txt":
        records = [_text_file(path)]
    elif path.suffix == ".html":
        records = [_page(path)]
    else:
        records = []
    return (_article(record, path) for record in records)


def _whole_records(path: Path) -> Iterator[dict]:
    if path.name == "bad-lines.jsonl":
        for line in path.read_text(encoding="utf-8").splitlines():
            if f'"{GOOD_AMONG_BROKEN}"' in line:
                yield json.loads(line)


def _article(record: dict, path: Path) -> dict:
    values = {
        name: next((record[alias] for alias in names if record.get(alias)), None) for name, names in _NAMES.items()
    }
    return {
        "id": record["id"],
        "url": record.get("url"),
        "title": values["title"],
        "text": values["text"],
        "published_at": _iso(values["published_at"]),
        "source": values["source"] or _OUTLETS_BY_PLACE.get(path.name) or _OUTLETS_BY_PLACE.get(path.parent.name),
        "file": path.relative_to(SAMPLE).as_posix(),
    }


def _iso(cell: str | dt.datetime) -> str:
    if isinstance(cell, dt.datetime):
        return cell.isoformat()
    if "," in cell:
        return email.utils.parsedate_to_datetime(cell).isoformat()
    return cell.replace(" ", "T", 1)


def _text_file(path: Path) -> dict:
    title, _, text = path.read_text(encoding="utf-8").partition("\n\n")
    day = re.search(r"\d{4}-\d{2}-\d{2}", path.stem)
    return {"id": path.stem, "title": title, "text": text.strip(), "date": day[0] if day else None}


def _page(path: Path) -> dict:
    tree = lxml_html.document_fromstring(path.read_bytes().decode("utf-8"))
    return {
        "id": path.stem,
        "url": tree.xpath("//link[@rel='canonical']/@href")[0],
        "title": tree.xpath("//article/h1")[0].text_content(),
        "text": "\n\n".join(p.text_content().strip() for p in tree.xpath("//article/p")),
        "published_at": tree.xpath("//article//time/@datetime")[0],
    }


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(
        "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in gold_articles()), encoding="utf-8"
    )
