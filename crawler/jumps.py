"""Pages that are only a jump: a literal JavaScript redirect in a page with next to no text (domain note 4.4)."""

import re
from urllib.parse import urljoin, urlsplit

MOST_TEXT = 300
"""Characters of visible text; more, and the script belongs to a real page."""
MOST_JUMPS = 3
_JUMP = re.compile(
    r"(?:(?:window|self|top|parent|document)\s{0,4}\.\s{0,4})?location(?:\s{0,4}\.\s{0,4}href)?\s{0,4}=\s{0,4}['\"]([^'\"\s]{1,500})['\"]"
    r"|location\s{0,4}\.\s{0,4}(?:replace|assign)\s{0,4}\(\s{0,4}['\"]([^'\"\s]{1,500})['\"]"
)
_SCRIPT = re.compile(r"<(script|style|noscript)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")


def jump(text: str, url: str) -> str | None:
    """The one address, of the same registered host, to which a page without text sends its reader; None where it is a page of its own."""
    if len(text) > 20_000 or len(_visible(text)) >= MOST_TEXT:
        return None
    found = {urljoin(url, one or other) for one, other in _JUMP.findall(text)}
    if len(found) != 1:
        return None
    target = found.pop()
    return target if _same_site(target, url) and target != url else None


def _visible(text: str) -> str:
    return re.sub(r"\s+", "", _TAG.sub("", _SCRIPT.sub("", text)))


def _same_site(one: str, other: str) -> bool:
    """The same host, give or take ``www.``; a jump to another site is not followed."""
    bare = [(urlsplit(url).hostname or "").removeprefix("www.") for url in (one, other)]
    return bare[0] == bare[1] and urlsplit(one).scheme in ("http", "https")
