"""One spelling for one address: the canonical URL, and the scheme-less key under which links and postings are unique."""

import re
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit

from w3lib.url import canonicalize_url, url_query_cleaner

NOISE = ("from", "jsessionid", "timestamp", "token", "_t", "spm", "utm_source", "utm_medium", "utm_campaign")
_JSESSIONID = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)


def canonical(url: str) -> str:
    """Drop session ids, tracking parameters and the fragment; sort the query. Paths on disk, and what is no address (``http://[x/``), come back as they are."""
    if "://" not in url:
        return url
    bare = _JSESSIONID.sub("", url)
    try:
        return canonicalize_url(url_query_cleaner(bare, NOISE, remove=True) if "?" in bare else bare)
    except ValueError:
        return url


def host_of(url: str) -> str:
    """The host of a URL in lower case, without port; empty for a path on disk and for what is no address."""
    parts = _split(url)
    return (parts.hostname or "") if parts else ""


def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url) if "://" in url else None
    except ValueError:
        return None


@lru_cache(maxsize=20_000)  # a link is looked up when its list is read, when its page comes and when its report is stored
def url_key(url: str) -> str:
    """The canonical URL without scheme and ``www.``: http and https, with and without www, are one address (domain note 4.5)."""
    clean = canonical(url)
    parts = _split(clean)
    if parts is None:
        return clean
    host = parts.netloc.removeprefix("www.")
    return host + (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
