"""The one address under which an article is known, whatever way a reader came to it.

Nothing is fetched; whether a page redirects is the fetching source's knowledge.
"""

import functools
import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from transforms.lexicon.schema import read_tsv

_SCHEME = re.compile(r"^https?://", re.IGNORECASE)
_BARE_HOST = re.compile(r"^[a-z0-9-]+(\.[a-z0-9-]+)+(/|$)", re.IGNORECASE)
_DEFAULT_PORTS = {"http": 80, "https": 443}


def canonical_url(url: str | None) -> str | None:
    """Return `url` without fragment, tracking parameters and default port, host in lower case, query sorted.

    None where the address names no article: not http(s), no host, or a site's front page.

    >>> canonical_url("HTTPS://Example.org:443/a/خبر?utm_source=x&b=2&a=1#top")
    'https://example.org/a/%D8%AE%D8%A8%D8%B1?a=1&b=2'
    """
    split = _split(url)
    if split is None:
        return None
    scheme, host, path, query = split
    kept = sorted((key, value) for key, value in parse_qsl(query, keep_blank_values=True) if not _is_tracking(key))
    path = _encoded(path).rstrip("/")
    if not path and not kept:
        return None
    return urlunsplit((scheme, host, path or "/", urlencode(kept), ""))


def host_of(url: str | None) -> str | None:
    """Return the host of `url` without `www.` and mobile prefixes, None without a host."""
    split = _split(url)
    return re.sub(r"^(www\d?|m|mobile|amp)\.", "", split[1].partition(":")[0]) if split else None


def _split(url: str | None) -> tuple[str, str, str, str] | None:
    """Return scheme, host with a port that matters, path and query of a web address, None for anything else."""
    stripped = (url or "").strip()
    if _BARE_HOST.match(stripped):
        stripped = f"https://{stripped}"
    if not _SCHEME.match(stripped):
        return None
    try:
        parts = urlsplit(stripped)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    if not host or any(char.isspace() for char in host):
        return None
    scheme = parts.scheme.lower()
    netloc = host if port in (None, _DEFAULT_PORTS[scheme]) else f"{host}:{port}"
    return scheme, netloc, parts.path, parts.query


def _encoded(path: str) -> str:
    """Return `path` percent-encoded once, so that Arabic and encoded spellings are the same address."""
    decoded = unquote(path, errors="surrogateescape")
    return quote(decoded, safe="/:@!$&'()*+,;=~-._", errors="surrogateescape")


def _is_tracking(key: str) -> bool:
    exact, prefixes = _tracking()
    return key.lower() in exact or key.lower().startswith(prefixes)


@functools.cache
def _tracking() -> tuple[frozenset[str], tuple[str, ...]]:
    names = [row["parameter"] for row in read_tsv("transforms.articles", "tracking")]
    return (
        frozenset(name for name in names if not name.endswith("*")),
        tuple(name[:-1] for name in names if name.endswith("*")),
    )
