"""A walk through one column: fed with its list pages, it answers which links are new and which request comes next, or why it stops."""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from crawler.families.base import Family
from crawler.lists.listing import Link, ListPage, NextPage
from pipelines.canonical import url_key

StopReason = Literal[
    "no_next_page", "unchanged", "nothing_new", "all_new_found", "before_since", "repeated", "empty", "stub", "soft_404", "page_cap", "missing"
]
AT_THE_END = frozenset(("repeated", "empty", "stub", "soft_404", "missing", "no_next_page"))
"""Reasons that mean: the column shows no further page."""
STUB_BYTES = 1024
"""Some servers answer pages that they do not have with 300 to 400 bytes and status 200."""
_SOFT_404 = re.compile(r"页面不存在|找不到|无法找到|您访问的页面|信息已(?:被)?删除|not found|系统维护|<title>[^<]{0,40}(?:404|错误|出错了|提示)", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one list page brought."""

    links: list[Link]
    """All rows of the page."""
    new: list[Link]
    """Rows that neither the archive nor this walk had, newest demands first (page order); none older than ``since``."""
    next: NextPage | None = None
    stop: StopReason | None = None
    """Why the walk ends; None while ``next`` leads on."""


@dataclass(kw_only=True)
class Walk:
    """The rules of when to go on (field notes 3.13).

    A column whose first page shows what it showed last time is asked once. One with new items is asked for the pages that hold them and one more;
    only where the list's own total says that more is missing does the walk allow a second page without news. A column that was never walked to
    its end, and a walk with ``since``, goes on through known items. Pinned rows do not count when dates are compared.
    """

    family: Family
    known: Callable[[str], bool] = lambda _: False
    """Whether the archive has a link already; asked with its URL as the list states it."""
    complete: bool = False
    """Whether an earlier walk reached the column's end; then known items may end this one."""
    since: str | None = None
    """ISO day: go back to it, and no further."""
    max_pages: int = 1000
    memory: Mapping[str, Any] = field(default_factory=dict)
    """``remember()`` of the last walk."""
    pages: int = 0
    partial: bool = False
    """Whether the column says that it holds more than it gave."""
    stopped: StopReason | None = None
    _seen: set[str] = field(default_factory=set)
    _sets: set[str] = field(default_factory=set)
    _asked: NextPage | None = None
    _barren: int = 0
    """Pages in a row that brought nothing new."""
    _echoes: int = 0
    """Pages in a row that showed only what this walk had seen."""
    _stale: int = 0
    """Pages in a row on which everything is older than ``since``."""
    _found: int = 0
    _ends_known: bool = False
    """Whether the last row of the newest page is known already: new items end above it."""
    _first: str = ""
    _first_total: int | None = None
    _total: int | None = None

    def feed(self, page: ListPage) -> Step:
        """Take a fetched list page; answer with its new links and the next request or the reason to stop."""
        self.pages += 1
        links = self.family.links(page)
        keys = {url_key(link.url) for link in links}
        if self._total is None:
            self._total = self.family.total(page)
        if not links:
            return self._without_links(page)
        fingerprint = _digest(keys)
        if not self._first:
            self._first, self._first_total = fingerprint, self.family.total(page)
        if fingerprint in self._sets:
            return self._other_way(links, "repeated")
        self._sets.add(fingerprint)
        new = [link for link in links if url_key(link.url) not in self._seen and not self.known(link.url)]
        self._count(links, new, echo=keys <= self._seen)
        self._seen |= keys
        self._ends_known = links[-1] not in new
        wanted = [link for link in new if not (self.since and _is_before(link.date, self.since))]
        stop = self._reason()
        return self._end(links, wanted, stop) if stop else self._go_on(page, links, wanted)

    def missing(self) -> Step:
        """The page asked for does not exist (404, 410) or cannot be had: try the other way of counting, or stop."""
        self.pages += 1
        return self._other_way([], "missing")

    def remember(self) -> dict[str, Any]:
        """What the next walk of this column should know: the first page's items and the list's own total. Plain JSON."""
        return {"first": self._first, "total": self._first_total}

    def _without_links(self, page: ListPage) -> Step:
        """A shell whose list comes from an interface leads on once; anything else without items ends the list."""
        following = self.family.next_request(page)
        if not self._seen and following is not None and following.page == 1 and self._asked is None:
            self._asked = following
            return Step(links=[], new=[], next=following)
        if _SOFT_404.search(page.text[:20_000]):
            return self._other_way([], "soft_404")
        return self._other_way([], "stub" if len(page.text.encode()) < STUB_BYTES else "empty")

    def _other_way(self, links: list[Link], reason: StopReason) -> Step:
        """Ask the request's alternative, where it has one: files may count from 1 instead of 0."""
        alternative = self._asked.otherwise if self._asked else None
        if alternative is None or self.pages >= self.max_pages:
            return self._end(links, [], reason)
        self._asked = alternative
        return Step(links=links, new=[], next=alternative)

    def _go_on(self, page: ListPage, links: list[Link], new: list[Link]) -> Step:
        following = self.family.next_request(page)
        if following is None:
            return self._end(links, new, "no_next_page")
        if self.pages >= self.max_pages:
            return self._end(links, new, "page_cap")
        self._asked = following
        return Step(links=links, new=new, next=following)

    def _end(self, links: list[Link], new: list[Link], reason: StopReason) -> Step:
        self.stopped = reason
        short = self._total is not None and len(self._seen) < 0.9 * self._total
        loops_at_once = reason == "repeated" and len(self._sets) == 1  # every page that was offered is the first one
        self.partial = reason in AT_THE_END and (short or loops_at_once or self.family.history == "partial")
        return Step(links=links, new=new, stop=reason)

    @property
    def reached_end(self) -> bool:
        """Whether the walk went to the end of the column, so that later ones may stop at known items."""
        return self.stopped in AT_THE_END

    def _count(self, links: list[Link], new: list[Link], *, echo: bool) -> None:
        self._found += len(new)
        self._barren = 0 if new else self._barren + 1
        self._echoes = self._echoes + 1 if echo else 0
        dated = [link for link in links if link.date and not link.pinned]
        is_stale = bool(self.since and dated) and all(_is_before(link.date, self.since or "") for link in dated)
        self._stale = self._stale + 1 if is_stale else 0

    def _reason(self) -> StopReason | None:
        if self._stale >= 2:
            return "before_since"
        if self._echoes >= 2:
            return "repeated"
        if not self.complete or self.since:
            return None
        if not self._found and len(self._sets) == 1 and self._is_as_before():
            return "unchanged"
        missing = self._still_missing()
        if missing == 0 and self._ends_known:
            return "all_new_found"
        patience = 2 if missing or not self._found else 1
        return "nothing_new" if self._barren >= patience else None

    def _is_as_before(self) -> bool:
        """Whether the first page with items is the one of the last visit; without a memory of it, its having nothing new says so."""
        return not self.memory.get("first") or (self.memory["first"] == self._first and self.memory.get("total") == self._first_total)

    def _still_missing(self) -> int | None:
        """How many of the items that the list gained are not found yet; None where its totals do not tell.

        Some pagers print a total that never changes; and a list that lost items while it gained others shows less than it gained. So totals count only
        while they have risen by at least what was found.
        """
        before = self.memory.get("total")
        gained = self._first_total - int(before) if before is not None and self._first_total is not None else 0
        return gained - self._found if gained > 0 and self._found <= gained else None


def _digest(keys: set[str]) -> str:
    return hashlib.sha1("\n".join(sorted(keys)).encode(), usedforsecurity=False).hexdigest()


def _is_before(stated: str | None, since: str) -> bool:
    """Whether a date, as precise as it is, lies wholly before a day; a row without a date does not."""
    return stated is not None and stated < since[: len(stated)]
