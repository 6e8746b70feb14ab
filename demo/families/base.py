"""What every CMS family of the demo does: routes an address to a list page or an article, and renders both."""

import re
from abc import ABC, abstractmethod
from datetime import datetime, timedelta
from functools import cached_property
from typing import ClassVar

from demo import chance
from demo.chrome import Chrome, Link, how, styled
from demo.exchange import Request, Response
from demo.news import Article
from demo.plan import Column
from demo.site import MOVED, Posting, Site

_MASK = 0x5BD1E9955BD1E995
_BODILESS = frozenset({"image_only", "attachment_only"})
STRUCK = 3
"""Faults that spare most articles strike those whose number ends in this digit."""
HOT = 6
"""Items of the side column."""


class Family(ABC):
    """One vendor's way; subclasses say addresses and markup, and keep nothing but what never changes."""

    name: ClassVar[str]
    VARIANTS: ClassVar[tuple[str, ...]] = ()
    FIRST_ID: ClassVar[int] = 1_266_000
    """Added to posting numbers, since no CMS starts at 0."""
    ARTICLE: ClassVar[re.Pattern[str]]
    """Matches an article's path; its group ``id`` holds the number."""
    TITLE_CUT: ClassVar[str] = "-"
    """Between headline and site name in ``<title>``."""
    CRUMB_TAIL: ClassVar[str] = "正文"
    columns_by_path: dict[str, Column]

    def __init__(self, site: Site) -> None:
        self.site = site
        self._hot = (-1, "")
        self.columns_by_path = {self.column_path(c): c for c in site.columns}

    # -- addresses --------------------------------------------------------------------------------------------------

    @abstractmethod
    def column_path(self, column: Column) -> str:
        """Path of a column's first list page."""

    @abstractmethod
    def article_path(self, posting: Posting) -> str:
        """Path (with query where the family needs one) of an article."""

    @abstractmethod
    def find_list(self, request: Request) -> tuple[Column, int] | None:
        """The column and page (from 1) that a request asks for."""

    def find_article(self, request: Request) -> Posting | None:
        """The posting at an address; None unless the whole address is the right one."""
        match = self.ARTICLE.search(request.path)
        posting = self.site.posting(self.number(match["id"])) if match else None
        return posting if posting and self.article_path(posting).partition("?")[0] == request.path else None

    def number(self, text: str) -> int:
        """A posting number from what stands in the address."""
        return int(text) - self.FIRST_ID

    def shown(self, posting: Posting) -> int:
        """The number as addresses show it, that of a moved posting included."""
        n = posting.number
        return self.FIRST_ID + (n + MOVED if n in self.site.moved else n)

    def href(self, posting: Posting) -> str:
        """Where a list links to: the article, or the other host."""
        return posting.external or self.article_path(posting)

    # -- answers ----------------------------------------------------------------------------------------------------

    def respond(self, request: Request) -> Response | None:
        """The answer, or None where the site has nothing at that address."""
        found = self.find_list(request)
        if found:
            column, page = found
            if page < 1 or page > self.site.pages(column):
                return None
            return self.listed(self.list_page(column, page), column, page)
        posting = self.find_article(request)
        return self.posted(self.article_page(posting, posting.article()), posting) if posting else None

    def listed(self, body: str, column: Column, page: int) -> Response:
        """A list page with validators that change when its rows do."""
        rows = self.site.rows(column, page)
        mark = chance.number(*(p.number for p in rows), *(p.task.edition for p in rows), self.site.pages(column))
        stamp = max((p.published for p in rows), default=self.site.plan.until)
        return self.html(body, f"{mark:016x}", max(stamp, self.site.changed_at(column)))

    def posted(self, body: str, posting: Posting) -> Response:
        """An article page with validators that change when it is edited (or when the whole site is rebuilt)."""
        return self.html(body, f"{posting.number:x}-{posting.task.edition}-{self.site.rebuilds}", self.site.edited_at(posting))

    def html(self, body: str, mark: str, stamp: datetime) -> Response:
        """An HTML answer in the site's charset."""
        return Response(body, charset=self.site.mine.charset, etag=f'"{mark}"', modified=seconds(stamp), label=None)

    # -- markup -----------------------------------------------------------------------------------------------------

    @cached_property
    def chrome(self) -> Chrome:
        """The site's surroundings."""
        return Chrome(self.site, [Link(self.column_path(c), c.name) for c in self.site.columns])

    def home(self) -> str:
        """The home page: navigation and the newest items of each column."""
        blocks = []
        for column in self.site.columns:
            items = "".join(
                f'<li><a href="{self.href(p)}" title="{p.title}">{p.title}</a><span>{p.published:%m-%d}</span></li>' for p in self.site.slice(column, 0, 7)
            )
            path = self.column_path(column)
            blocks.append(
                f'<div class="block"><h2><a href="{path}">{column.name}</a></h2><a class="more" href="{path}">更多&gt;&gt;</a><ul>{items}</ul></div>\n',
            )
        return self.chrome.head(self.chrome.name) + self.chrome.top() + "".join(blocks) + self.chrome.footer(self.site.rebuilt)

    def list_page(self, column: Column, page: int) -> str:
        """One page of a column."""
        chrome, rows = self.chrome, self.site.rows(column, page)
        return (
            chrome.head(f"{column.name}-{chrome.name}", chrome.column_metas(column), self.list_head(column, page))
            + chrome.top()
            + chrome.crumb(column, self.column_path(column))
            + f'<div class="left"><h3>{column.name}</h3>{self.rows(rows, column, page)}{self.pager(column, page)}</div>\n'
            + self.hot()
            + chrome.footer(self.site.rebuilt)
        )

    def list_head(self, column: Column, page: int) -> str:
        """What a family adds to a list page's head."""
        return ""

    def rows(self, rows: list[Posting], column: Column, page: int) -> str:
        """The items of a list page."""
        return '<ul class="list">' + "".join(self.row(p, page) for p in rows) + "</ul>\n"

    def row(self, posting: Posting, page: int) -> str:
        """One item."""
        return f'<li><a href="{self.href(posting)}" title="{posting.title}" target="_blank">{posting.title}</a><span>{posting.published:%Y-%m-%d}</span></li>\n'

    @abstractmethod
    def pager(self, column: Column, page: int) -> str:
        """The markup that leads to the other pages."""

    @abstractmethod
    def article_page(self, posting: Posting, article: Article) -> str:
        """The whole page of an article."""

    def title_block(self, article: Article) -> str:
        """Headline, with the kicker above it where there is one."""
        return f'{self.kicker(article)}<h1 class="title">{article.title}</h1>\n'

    def kicker(self, article: Article) -> str:
        """The line above the headline (引题); empty where there is none."""
        return f'<p class="yinti">{article.kicker}</p>\n' if article.kicker else ""

    def meta_line(self, posting: Posting, article: Article) -> str:
        """The visible date and source (国办发〔2017〕47号 asks for both)."""
        return f"<span>{self.chrome.date_label}{posting.published:%Y-%m-%d %H:%M}</span> <span>{self.chrome.source_label}{article.source}</span>"

    def styled(self, posting: Posting, article: Article) -> str:
        """The body's markup; twice, empty of text or only a file where those faults are on."""
        on = self.site.mine.faults
        if on & _BODILESS and posting.number % 10 == STRUCK:
            return _bodiless(article, on)
        body = styled(article, how(self.site, posting))
        return f'<div class="pc">{body}</div><div class="mobile" style="display:none">{body}</div>' if "body_twice" in on else body

    def attachments(self, article: Article, base: str) -> str:
        """Links to attached files; empty where there are none."""
        items = "".join(f'<p>附件：<a href="{base}{article.key}_{i}{name[name.rindex(".") :]}">{name}</a></p>' for i, name in enumerate(article.attachments))
        return f'<div class="fujian">{items}</div>\n' if items else ""

    def around(self, posting: Posting) -> str:
        """Links to the newer and the older article."""
        newer, older = self.site.neighbours(posting)
        return self.chrome.tail(self._link(newer), self._link(older))

    def _link(self, posting: Posting | None) -> Link | None:
        return Link(self.href(posting), posting.title) if posting else None

    def hot(self) -> str:
        """The side column, built anew only when the site has changed."""
        if self._hot[0] != self.site.version:
            self._hot = self.site.version, self.chrome.hot(Link(self.href(p), p.title) for p in self.site.slice(self.site.own[0], 0, HOT))
        return self._hot[1]

    def framed(self, posting: Posting, article: Article, inner: str, head: str = "") -> str:
        """An article's own markup between head, navigation and breadcrumb above, neighbours, hot list and footer below."""
        chrome, column = self.chrome, posting.column
        metas = chrome.content_metas(posting, article) + chrome.column_metas(column)
        return (
            chrome.head(f"{article.title}{self.TITLE_CUT}{chrome.name}", metas, head)
            + chrome.top()
            + chrome.crumb(column, self.column_path(column), self.CRUMB_TAIL)
            + inner
            + self.around(posting)
            + self.hot()
            + chrome.footer(self.generated(posting))
        )

    def by_code(self, text: str) -> Column | None:
        """The column of that number."""
        return next((c for c in self.site.columns if str(c.code) == text), None)

    def unique(self, *keys: int | str) -> str:
        """Thirty-two hexadecimal digits that stand for something on this site."""
        return f"{chance.number(self.site.plan.seed, self.site.mine.index, *keys):016x}{chance.number(*keys, self.site.mine.index):016x}"

    def hidden(self, posting: Posting) -> str:
        """Thirty-two hexadecimal digits that name a posting and from which :meth:`revealed` gets its number."""
        n = posting.number + (MOVED if posting.number in self.site.moved else 0)
        return f"{chance.number(self.site.plan.seed, self.site.mine.index, n):016x}{n ^ _MASK:016x}"

    def revealed(self, text: str) -> int:
        """The posting number in what :meth:`hidden` made."""
        return int(text[16:], 16) ^ _MASK

    def generated(self, posting: Posting) -> datetime:
        """When the CMS last rebuilt an article's page: always later than it was published."""
        renewed = self.site.rebuilt if self.site.rebuilds else self.site.plan.until - timedelta(days=11, hours=14, seconds=17)
        return max(self.site.edited_at(posting) + timedelta(minutes=3), renewed)


def seconds(local: datetime) -> float:
    """Seconds since 1970 of a moment in Chinese local time."""
    return (local - datetime(1970, 1, 1, 8)).total_seconds()  # noqa: DTZ001 - +08:00 understood


def _bodiless(article: Article, on: frozenset[str]) -> str:
    """A long picture, or a link to a file, in place of words."""
    if "image_only" in on:
        return f'<p style="text-align:center"><img src="/images/{article.key}_long.jpg" width="750"></p>'
    return f'<p><a href="./{article.key}_0.pdf">{article.title}.pdf</a></p>'
