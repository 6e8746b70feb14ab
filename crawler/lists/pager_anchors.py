"""Anchors, buttons and options that turn pages: what they say, and where they lead."""

import re
from collections.abc import Iterator
from itertools import islice

from crawler.lists.listing import ListPage, is_small, opening
from pipelines.extract.tree import Element

MOST_ANCHORS = 20_000
"""Of a page; more are no pager."""
_LITERAL = re.compile(r"['\"]([^'\"\s<>]{1,300}\.(?:s?html?|jhtml|thtml|jsp|aspx?|php|do)(?:\?[^'\"\s<>]{0,300})?|\?[^'\"\s<>]{1,300})['\"]", re.I)
_CLICKED = ("span", "li", "div", "td", "em", "i", "b", "p")
"""Elements that some pagers make clickable instead of anchors."""
_LARGEST_BUTTON = 100
"""Elements in one that turns pages."""
_JUMP = re.compile(r"location|href|open|go|turn|page|jump|load", re.I)


_CALLED_NEXT = re.compile(r"(?:^|[\s_-])(?:page-?)?next(?:$|[\s_-])|下一页", re.I)


def pager_words(element: Element) -> str:
    """What an anchor says: its text, its picture's alternative text, or its title; 下一页 where it only is called next (``rel``, class, label)."""
    words = opening(element, 200).strip()
    words = words or next((image.get("alt") or "" for image in element.iter("img")), "").strip() or (element.get("title") or "").strip()
    if not words and _CALLED_NEXT.search(" ".join(element.get(name) or "" for name in ("rel", "class", "aria-label", "id"))):
        return "下一页"
    return words


def pager_anchors(page: ListPage) -> list[tuple[str, Element, str | None]]:
    """(words, element, absolute URL or None) of all anchors, buttons and options, read once a page; words are cut at 40 characters."""
    if "pager_anchors" not in page.memo:
        page.memo["pager_anchors"] = list(islice(_anchors(page), MOST_ANCHORS))
    found: list[tuple[str, Element, str | None]] = page.memo["pager_anchors"]
    return found


def _anchors(page: ListPage) -> Iterator[tuple[str, Element, str | None]]:
    """(words, element, absolute URL or None) of all anchors and options."""
    for element in page.tree.iter("a", "option", "input", "button", "link", *_CLICKED):
        kind = (element.get("type") or "").lower()
        if (element.tag == "input" and kind != "button") or (element.tag == "link" and (element.get("rel") or "").lower() != "next"):
            continue
        if element.tag in _CLICKED and (element.get("onclick") is None or not is_small(element, _LARGEST_BUTTON) or len(opening(element, 20)) > 12):
            continue
        href = element.get("href") or (element.get("value") if element.tag == "option" else None)
        words = (element.get("value") or "") if element.tag == "input" else pager_words(element)
        yield words[:40], element, target(page, element, href)


def target(page: ListPage, element: Element, href: str | None) -> str | None:
    """Where an anchor leads: its href, or the one address that its script names."""
    url = page.join(href) if href and not (element.tag == "option" and href.isdigit()) else None
    if url is None:
        script = f"{element.get('onclick') or ''} {element.get('tagname') or ''} {href or ''}"
        literal = _LITERAL.search(script) if _JUMP.search(script) else None
        if element.get("tagname") and re.fullmatch(r"[\w./?=&-]+", element.get("tagname") or ""):
            return page.join(element.get("tagname"))
        return page.join(literal.group(1)) if literal else None
    return url
