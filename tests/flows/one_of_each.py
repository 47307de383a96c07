"""A folder with one article of each kind that Marsad reads, broken files between them, and a site with the others.

Each article has a number of its own, which stands in its text.
"""

import csv
import gzip
import io
import json
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq

from tests.flows import newsroom_server as newsroom

HTML = "text/html; charset=utf-8"


def record(n):
    title, text = f"قصف على الحي رقم {n}", f"{newsroom.PARAGRAPH.format(n=n)} وتوقف القصف مساء."
    return {"id": f"r-{n}", "title": title, "text": text, "published_at": "2025-02-08T10:00:00Z", "source": "صوت"}


def lines(*numbers):
    return "".join(json.dumps(record(n), ensure_ascii=False) + "\n" for n in numbers).encode()


def table(n, delimiter):
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, record(n), delimiter=delimiter)
    writer.writeheader()
    writer.writerow(record(n))
    return buffer.getvalue().encode()


def parquet(n):
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([record(n)]), buffer)
    return buffer.getvalue()


def archive(members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return buffer.getvalue()


def warc(pages, *, packed):
    from fastwarc.warc import WarcRecord, WarcRecordType

    found = b""
    for url, body in pages:
        entry = WarcRecord()
        entry.init_headers(WarcRecordType.response)
        entry.headers["WARC-Target-URI"] = url
        entry.headers["Content-Type"] = "application/http; msgtype=response"
        entry.set_bytes_content(
            b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s" % (HTML.encode(), len(body), body)
        )
        member = io.BytesIO()
        entry.write(member)
        found += gzip.compress(member.getvalue()) if packed else member.getvalue()
    return found


def telegram_json(n):
    message = {
        "id": n,
        "type": "message",
        "date": "2025-02-08T10:00:00",
        "date_unixtime": "1738998000",
        "text": record(n)["text"],
    }
    return json.dumps(
        {"name": "راصد", "type": "public_channel", "id": 77, "messages": [message]}, ensure_ascii=False
    ).encode()


def telegram_page(n):
    return (
        '<html><head><title>Exported Data</title></head><body><div class="page_header"><div class="text bold">راصد</div></div>'
        f'<div class="message default clearfix" id="message{n}"><div class="body">'
        '<div class="pull_right date details" title="08.02.2025 10:00:00 UTC+03:00">10:00</div>'
        f'<div class="text">{record(n)["text"]}</div></div></div></body></html>'
    ).encode()


def atom(base, n):
    return (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>ذرة</title>'
        f'<entry><title>{record(n)["title"]}</title><id>urn:{n}</id><link href="{base}/n/{n}"/><updated>2025-02-08T10:00:00Z</updated>'
        f'<content type="html">{(record(n)["text"] + " ") * 5}</content></entry></feed>'
    ).encode()


def files(base):
    """Return the files of the folder by their path; the numbers of their articles are those of GOOD."""
    return {
        "01.jsonl": lines(1),
        "02.json": json.dumps([record(2)], ensure_ascii=False).encode(),
        "03.csv": table(3, ","),
        "04.tsv": table(4, "\t"),
        "05.parquet": parquet(5),
        "06.txt": f"{record(6)['title']}\n{record(6)['text']}\n".encode(),
        "07.html": newsroom.page(7),
        "08.zip": archive({"a.jsonl": lines(8), "b/c.html": newsroom.page(9), "d.csv.gz": gzip.compress(table(10, ","))}),
        "11.jsonl.gz": gzip.compress(lines(11)),
        "12.json.gz": gzip.compress(json.dumps({"articles": [record(12)]}, ensure_ascii=False).encode()),
        "13.csv.gz": gzip.compress(table(13, ";")),
        "14.parquet.gz": gzip.compress(parquet(14)),
        "15.txt.gz": gzip.compress(f"{record(15)['title']}\n{record(15)['text']}\n".encode()),
        "16.htm.gz": gzip.compress(newsroom.page(16)),
        "17.warc": warc([(f"{base}/w/17", newsroom.page(17))], packed=False),
        "18.warc.gz": warc([(f"{base}/w/18", newsroom.page(18))], packed=True),
        "telegram/result.json": telegram_json(19),
        "telegram/messages.html": telegram_page(20),
        "21.xml": newsroom.rss(base, [("/n/20", "عنوان أول"), ("/n/21", "عنوان ثان")], full=True),
        "23.atom": atom(base, 23),
        "24.ndjson": lines(24).decode().encode("cp1256"),
        # what is broken, hostile or no article, each beside the others
        "x1.jsonl": b'{"text": "cut\n' + lines(25) + b"[1]\n",
        "x2.parquet": parquet(90)[:-30],
        "x3.warc.gz": warc([(f"{base}/w/26", newsroom.page(26)), (f"{base}/w/91", newsroom.page(91))], packed=True)[:-150],
        "x4.zip": archive({"a.jsonl": lines(92)})[:60],
        "x5.jsonl.gz": gzip.compress(lines(93) * 50)[:80],
        "x6.html": b"<html><body>" + b"<b>" * 400_000,
        "x7.xml": b'<!DOCTYPE r [<!ENTITY a "ha">]><rss><channel><item><title>&a;</title></item></channel></rss>',
        "x8.docx": b"PK\x03\x04",
        "x9.txt": b"Three people were killed in the city on Monday, a medical source said.",
        "sitemap.xml": f"<urlset><url><loc>{base}/n/94</loc></url></urlset>".encode(),
        "urls.txt": f"{base}/n/95\n".encode(),
    }  # fmt: skip


GOOD = {*range(1, 21), 23, 24, 25, 26}
"""Numbers of the articles that stand in the folder, besides the two entries of the saved feed."""
REFUSED = {
    "x1.jsonl:1": "broken-json", "x1.jsonl:3": "not-an-object", "x2.parquet:1": "unreadable-file", "x4.zip": "unreadable-file",
    "x5.jsonl.gz": "unreadable-file", "x6.html": "too-large", "x7.xml": "xml-entities", "x8.docx": "unknown-format",
    "x9.txt": "not-arabic", "sitemap.xml": "lists-pages", "urls.txt": "lists-pages",
}  # fmt: skip


def write(folder, base):
    for name, content in files(base).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def publish_site(server):
    """Give the server a feed of summaries, an Atom feed, a sitemap, single pages, a file and the pages behind them."""
    base = server.base
    server.pages |= {f"/n/{n}": newsroom.page(n) for n in (30, 31, 33, 34, 35, 36)}
    server.pages |= {
        "/feed.xml": newsroom.rss(base, [("/n/30", "ثلاثون"), ("/n/31", "واحد وثلاثون"), ("/n/gone", "ضائع")]),
        "/atom.xml": atom(base, 32),
        "/sitemap.xml": f"<urlset><url><loc>{base}/n/33</loc><lastmod>2025-02-08</lastmod></url></urlset>".encode(),
        "/export.jsonl.gz": gzip.compress(lines(37)),
    }


SITE = {*range(30, 38)}
