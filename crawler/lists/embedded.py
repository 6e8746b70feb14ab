"""Lists that stand in scripts and in answers of interfaces: tolerant JSON, markup in strings, and objects with a title and an address."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from crawler.lists import dialects, row_dates, rows
from crawler.lists.listing import Link, ListPage
from pipelines.normalise.text import unescaped
from pipelines.parse.dates import CHINA

# fmt: off
TITLES = (
    "title", "topic", "doctitle", "articletitle", "name", "subject", "infotitle", "headline", "text", "linktitle", "newstitle", "biaoti",
)
ADDRESSES = (
    "url", "chnldocurl", "docpuburl", "puburl", "infourl", "articleuri", "articleurl", "post_url", "link", "linkurl", "href", "staticurl",
    "weburl", "docurl", "visiturl", "pageurl", "infostaticurl", "urls",
)
DATES = (
    "publishedtimestr", "published_time_format", "published_time", "publishedtime", "docreltime", "docpubtime", "pubdate", "pubtime",
    "publishtime", "publishdate", "publish_time", "articlepublishtime", "display_publish_time", "first_publish_time", "releasetime",
    "releasedate", "filltime", "createtime", "create_time", "createdate", "docdate", "date", "time", "infodate", "showdate",
)
# fmt: on
BODIES = ("contenthtml", "content", "body", "doccontent", "articlecontent", "htmlcontent")
MARKUP = ("html", "data", "content", "list", "result")
_MARKS = re.compile(r"[\[\]{}\"'\\]")
_BAD_CONTROL = re.compile(r"[\x00-\x1f]+")
_BARE_KEY = re.compile(r"([{,]\s{0,40})([A-Za-z_]\w{0,60})(\s{0,10}:)")
_TRAILING_COMMA = re.compile(r",(\s{0,40}[}\]])")
_BAD_ESCAPE = re.compile(r"\\(?![\"\\/bfnrtu])")
_MOST_PARSED = 3_000_000
_WRITE = re.compile(r"document\.write(?:ln)?\(\s{0,20}(['\"])")


def loads(text: str) -> Any:
    """JSON as sites write it: control characters in strings, bare keys, single quotes, trailing commas, a callback around it. None where that is not enough."""
    clean = text.strip().lstrip("\ufeff")
    if clean[:1] not in ("{", "["):
        opening = re.match(r"[\w.$]{0,80}\(\s{0,10}", clean)
        clean = clean[opening.end() :].rstrip(";) \r\n") if opening else clean
    for attempt in (clean, _BAD_CONTROL.sub(" ", clean)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    lenient = _TRAILING_COMMA.sub(r"\1", _BARE_KEY.sub(r'\1"\2"\3', _BAD_ESCAPE.sub(r"\\\\", _BAD_CONTROL.sub(" ", clean))))
    for attempt in (lenient, _double_quoted(lenient)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _double_quoted(text: str) -> str:
    """Strings in single quotes as strings in double quotes."""
    return re.sub(r"'((?:[^'\\]|\\.){0,20000})'", lambda m: json.dumps(m.group(1).replace("\\'", "'"), ensure_ascii=False), text)


def balanced(text: str, start: int, limit: int = 3_000_000) -> str | None:
    """The bracketed text that opens at ``start``, strings respected; None where it does not close."""
    closing: list[str] = []
    quote, skip = "", -1
    for found in _MARKS.finditer(text, start, start + limit):
        mark, at = found.group(), found.start()
        if at == skip:
            continue
        if quote:
            if mark == "\\":
                skip = at + 1
            elif mark == quote:
                quote = ""
        elif mark in "\"'":
            quote = mark
        elif mark in "[{":
            closing.append("]" if mark == "[" else "}")
        elif closing and mark == closing[-1]:
            closing.pop()
            if not closing:
                return text[start : at + 1]
    return None


def candidates(text: str, opening: str, tries: int = 40) -> Iterator[Any]:
    """Values that open where a pattern ends, parsed; gives up after three that do not close: then the text is no script.

    Values lie in values, so no more than a few million characters are parsed in all.
    """
    unclosed = parsed = 0
    for found in islice(re.finditer(opening, text), tries):
        raw = balanced(text, found.end())
        unclosed += raw is None
        parsed += len(raw or "")
        if unclosed >= 3 or (parsed > _MOST_PARSED and parsed > len(raw or "")):
            return
        if raw and (value := loads(raw)):
            yield value


def assigned(text: str, name: str) -> Any:
    """The value that a script assigns to a name (``var articleList = […]``, ``"articleList": […]``), parsed; None where there is none."""
    return next(candidates(text, rf"\b{name}['\"]?\s{{0,10}}[=:]\s{{0,10}}(?:JSON\.parse\(\s{{0,10}})?(?=[\[{{])"), None)


def objects(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """All objects that have a title and an address, in order, keys in lower case."""
    if depth > 12:
        return
    if isinstance(value, Mapping):
        lowered = {str(key).lower(): item for key, item in value.items()}
        if pick(lowered, TITLES) and pick(lowered, ADDRESSES):
            yield lowered
            return
        for item in value.values():
            yield from objects(item, depth + 1)
    elif isinstance(value, list):
        for item in value:
            yield from objects(item, depth + 1)


def pick(item: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    """The first value that is not empty."""
    return next((item[key] for key in keys if item.get(key) not in (None, "", [], {})), None)


def link_of(page: ListPage, item: Mapping[str, Any]) -> Link | None:
    """One object as a link; None where its address is none."""
    address = pick(item, ADDRESSES)
    if isinstance(address, str) and address.lstrip().startswith("{"):
        address = loads(address)  # /pc/list.html: a JSON string with the addresses for desktop and mobile
    if isinstance(address, Mapping):
        address = address.get("pc") or next((value for value in address.values() if isinstance(value, str)), None)
    url = page.join(str(address)) if address else None
    if url is None:
        return None
    title = re.sub(r"\s+", " ", unescaped(re.sub(r"<[^<>]{0,500}>", "", str(pick(item, TITLES))))).strip()
    found = dialects.match(url)
    stated = date_of(pick(item, DATES))
    body = pick(item, BODIES)
    return Link(
        url=url,
        title=title,
        date=stated or (found.date if found else None),
        date_basis="api" if stated else "url" if found and found.date else None,
        dialect=found.dialect if found else None,
        body_html=body if isinstance(body, str) and len(body) >= 80 else None,
    )


def date_of(value: Any) -> str | None:
    """An ISO date from text, or from a count of seconds or milliseconds since 1970 (Beijing time)."""
    if isinstance(value, str) and not re.fullmatch(r"\d{9,13}", value.strip()):
        found = row_dates.find(value.replace("T", " ")[:40])
        return row_dates.of_moment(value) or (found.iso() if found else None)
    try:
        number = float(value)
        seconds = number / 1000 if number > 1e11 else number
        return datetime.fromtimestamp(seconds, UTC).astimezone(CHINA).date().isoformat() if 6e8 < seconds < 4e9 else None
    except (TypeError, ValueError, OverflowError):
        return None


def links_in_data(page: ListPage) -> list[Link]:
    """The links of an interface's answer: objects with title and address, else markup in one of its strings."""
    value = loads(page.text)
    found = [link for item in objects(value) if (link := link_of(page, item))]
    if found:
        return list({link.url: link for link in reversed(found)}.values())[::-1]
    markup = next(strings_of_markup(value), "")
    return rows.links(fragment(page, markup)) if markup else []


def strings_of_markup(value: Any, depth: int = 0) -> Iterator[str]:
    """Strings that hold anchors, the likeliest keys first."""
    if isinstance(value, str):
        if re.search(r"<a\s", value, re.I):
            yield value
    elif isinstance(value, Mapping) and depth <= 6:
        for key in sorted(value, key=lambda key: str(key).lower() not in MARKUP):  # otherwise as they stand
            yield from strings_of_markup(value[key], depth + 1)
    elif isinstance(value, list) and depth <= 6:
        for item in value:
            yield from strings_of_markup(item, depth + 1)


def fragment(page: ListPage, markup: str) -> ListPage:
    """Markup found inside a page, as a page of its own at the same address."""
    return ListPage(url=page.url, text=markup, page=page.page, state={**page.state, "column": page.base}, seen_on=page.seen_on)


def links_in_scripts(page: ListPage) -> list[Link]:
    """Lists that only a script shows: arrays of objects with a title and an address, and markup that it writes."""
    text = page.scripts
    for value in candidates(text[:2_000_000], r"[=:(]\s{0,10}(?=\[\s{0,20}\{)"):
        links = [link for item in objects(value) if (link := link_of(page, item)) and (link.dialect or link.date)]
        if len(links) >= 2:
            return list({link.url: link for link in reversed(links)}.values())[::-1]
    written = "\n".join([*_written(text), *_hidden(page)])
    return rows.links(fragment(page, written)) if re.search(r"<a\s", written, re.I) else []


def _hidden(page: ListPage) -> Iterator[str]:
    """Markup that stands ready in a hidden text field or a template."""
    for element in page.tree.iter("textarea", "script"):
        if element.text and (element.tag == "textarea" or (element.get("type") or "").lower() in ("text/html", "text/template")):
            yield element.text


def _written(text: str) -> Iterator[str]:
    """The strings that a script writes into the page."""
    for found in islice(_WRITE.finditer(text), 500):
        end = text.find(found.group(1) + ")", found.end(), found.end() + 20_000)
        if end > 0:
            yield text[found.end() : end].replace("\\'", "'").replace('\\"', '"').replace("\\/", "/")
