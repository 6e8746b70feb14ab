"""The base of all CMS families: marks to be recognised by, links by the common rules, and the generic pager."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode, urlsplit, urlunsplit

from crawler.lists import embedded, feeds, pagers, rows
from crawler.lists.listing import Link, ListPage, NextPage

XHR = "XMLHttpRequest"


@dataclass(frozen=True, slots=True)
class Evidence:
    """How surely a page is of a family (0 to 1), and by which marks."""

    score: float
    marks: tuple[str, ...] = ()


class Family:
    """How one vendor's CMS lists its articles. Subclasses set ``name`` and ``marks``; they override a method only where the common rules do not hold."""

    name: ClassVar[str] = ""
    marks: ClassVar[Mapping[str, float]] = {}
    """Regular expressions on the page's text, with what each is worth; case counts, and each begins with a character of its own, for speed."""
    url_marks: ClassVar[Mapping[str, float]] = {}
    """The same on the page's URL."""
    history: ClassVar[str] = "full"
    """``partial`` where the system shows only the newest part of a column."""

    def recognise(self, page: ListPage) -> Evidence:
        """How surely the page is of this family."""
        text = page.text[:400_000]
        found = [(mark, worth) for mark, worth in self.marks.items() if re.search(mark, text)]
        found += [(mark, worth) for mark, worth in self.url_marks.items() if re.search(mark, page.url, re.I)]
        score = 1.0
        for _, worth in found:
            score *= 1 - worth
        return Evidence(round(1 - score, 3), tuple(mark for mark, _ in found))

    def links(self, page: ListPage) -> list[Link]:
        """The articles that the page lists, in page order, each once."""
        if page.is_data:
            return embedded.links_in_data(page)
        if feeds.is_feed(page):
            return feeds.links(page)
        return rows.links(page) or embedded.links_in_scripts(page)

    def next_request(self, page: ListPage) -> NextPage | None:
        """The request for the next page; None where there is none."""
        return pagers.generic(page)

    def total(self, page: ListPage) -> int | None:
        """How many articles the column holds, where the page says so."""
        found = _TOTAL.search(page.text)
        return int(next(number for number in found.groups() if number)) if found else None


_TOTAL = re.compile(
    r"\b(?:recordCount|totalRecords?|totalrecord|totalRec|totalCount|total_count|allRow|rowCount)['\"]?\s{0,4}[:=>]\s{0,4}['\"]?(\d{1,7})\b"
    r"|共\s{0,4}(?:<[^<>]{1,100}>\s{0,4}){0,3}(\d{1,7})\s{0,4}(?:<[^<>]{1,100}>\s{0,4}){0,3}(?:条|篇|项|个记录)"
    r"|\bcount=\\?[\"'](\d{1,7})\\?[\"']"
    r"|[\"']total[\"']\s{0,4}:\s{0,4}['\"]?(\d{1,7})\b"
)


def with_query(url: str, **fields: Any) -> str:
    """The URL with query fields set (None removes one); others keep their place and spelling."""
    parts = urlsplit(url)
    kept = [pair for pair in parts.query.split("&") if pair and pair.partition("=")[0] not in fields]
    added = urlencode({key: value for key, value in fields.items() if value is not None})
    return urlunsplit(parts._replace(query="&".join([*kept, added] if added else kept)))


def xhr_headers(page: ListPage) -> dict[str, str]:
    """What the site's own script would send: the list page as referer. Some interfaces answer 403 or nothing without it."""
    return {"Referer": page.base, "X-Requested-With": XHR}


def fresh(links: Iterable[Link]) -> list[Link]:
    """Links without repetition."""
    return list({link.url: link for link in reversed(list(links))}.values())[::-1]
