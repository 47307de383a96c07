"""Sitemaps and news sitemaps: the addresses that a site lists, with what it tells about each.

Which of them are fetched, and fetching itself, is the sources' work.
"""

import dataclasses
import io
from collections.abc import Mapping

import lxml.etree

from transforms.articles.records import RecordRefused
from transforms.articles.xml_bytes import harmless_xml

_LONGEST_CELL = 2000


@dataclasses.dataclass(frozen=True, slots=True)
class Listed:
    """One address of a sitemap; `fields` are those that a news sitemap tells, `language` is that of the article."""

    url: str
    last_modified: str
    fields: Mapping[str, str]
    language: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Sitemap:
    """The pages that a sitemap lists, and the further sitemaps of an index."""

    pages: tuple[Listed, ...]
    sitemaps: tuple[Listed, ...]


def read_sitemap(raw: bytes, charset: str = "") -> Sitemap:
    """Return what `raw` lists; raises RecordRefused for what is no sitemap. Broken markup gives what stands before."""
    document = harmless_xml(raw, charset=charset)
    pages: list[Listed] = []
    sitemaps: list[Listed] = []
    events = lxml.etree.iterparse(
        io.BytesIO(document),
        events=("end",),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
    )
    try:
        for _, element in events:
            name = _local(element)
            if name in ("url", "sitemap"):
                (pages if name == "url" else sitemaps).append(_listed(element))
                element.clear()
    except lxml.etree.XMLSyntaxError as error:
        if not pages and not sitemaps:
            raise RecordRefused("not-a-sitemap", f"not readable as XML: {error}"[:300]) from None
    if not pages and not sitemaps and b"<urlset" not in document and b"<sitemapindex" not in document:
        raise RecordRefused("not-a-sitemap", f"no list of addresses: {document[:80].decode('utf-8', 'replace')!r}")
    return Sitemap(tuple(page for page in pages if page.url), tuple(site for site in sitemaps if site.url))


def _listed(element: lxml.etree._Element) -> Listed:
    cells: dict[str, str] = {}
    for child in element.iter():
        if isinstance(child.tag, str) and child.text and child.text.strip():
            cells.setdefault(_local(child), child.text.strip()[:_LONGEST_CELL])
    told = {"title": cells.get("title", ""), "published_at": cells.get("publication_date", "")}
    told["source"] = cells.get("name", "")
    fields = {name: value for name, value in told.items() if value}
    return Listed(cells.get("loc", ""), cells.get("lastmod", ""), fields, cells.get("language", "").lower())


def _local(element: lxml.etree._Element) -> str:
    return str(element.tag).rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
