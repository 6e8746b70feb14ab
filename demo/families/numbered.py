"""Static lists whose addresses carry the page number, in the dialects of many small vendors; one table, no code a dialect."""

# ruff: noqa: D102 - what a method overrides says what it does

import re
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from demo import pagers
from demo.exchange import Request
from demo.families.base import Family
from demo.news import Article
from demo.plan import Column
from demo.site import Posting


@dataclass(frozen=True, slots=True)
class Dialect:
    """Addresses with {slug} {code} {k} {id} {day}…, the pager's wording, and the id or class of the body's container."""

    first: str
    further: str
    article: str
    pager: str = "words"
    body: str = 'class="content"'


DIALECTS = {
    "": Dialect("/c{code}/index.html", "/c{code}/pages/{k}.html", "/c{code}/{day:%Y%m%d}/i{id}.html"),  # Zhuzhou
    "one": Dialect("/xwzx/{slug}/1.html", "/xwzx/{slug}/{k}.html", "/xwzx/{slug}/{day:%Y%m}/{id}.html", "script", 'id="content"'),  # Shaanxi
    "list": Dialect("/html/list-{code}-1.html", "/html/list-{code}-{k}.html", "/html/{day:%Y%m%d}/{id}.html", "numbers", 'id="zoomcon"'),  # Hubei
    "channels": Dialect("/channels/{code}.html", "/channels/{code}_{k}.html", "/contents/{code}/{id}.html", "last", 'class="xl-xqnr"'),  # Pingdingshan
    "news": Dialect("/news-list-{slug}.html", "/news-list-{slug}-{k}.html", "/news-show-{id}.html", "words", 'class="art_con"'),  # Fuzhou
    "showlist": Dialect("/News/showList/{code}/page_1.html", "/News/showList/{code}/page_{k}.html", "/News/show/{id}.html", "arrows", 'class="con_con"'),
}


class Numbered(Family):
    """Every dialect of the table is a variant."""

    name = "numbered"
    VARIANTS = tuple(DIALECTS)[1:]
    DIALECTS: ClassVar[dict[str, Dialect]] = DIALECTS

    @property
    def dialect(self) -> Dialect:
        """The site's dialect."""
        return self.DIALECTS[self.site.mine.variant if self.site.mine.variant in self.DIALECTS else ""]

    @cached_property
    def _article(self) -> re.Pattern[str]:
        """Recognises article addresses; the whole address is compared afterwards."""
        start, _, end = self.dialect.article.partition("{id}")
        return re.compile(
            re.escape(re.split(r"[/{]", start)[-1].partition("}")[2] or re.split(r"[/}]", start)[-1]) + r"(?P<id>\d{1,12})" + re.escape(end) + "$",
        )

    @cached_property
    def _further(self) -> re.Pattern[str]:
        return re.compile(
            re.escape(self.dialect.further).replace(r"\{slug\}", r"(?P<slug>\w+)").replace(r"\{code\}", r"(?P<code>\d+)").replace(r"\{k\}", r"(?P<k>\d{1,6})")
            + "$",
        )

    def column_path(self, column: Column) -> str:
        return self.dialect.first.format(slug=column.slug, code=column.code)

    def article_path(self, posting: Posting) -> str:
        column = posting.column
        return self.dialect.article.format(slug=column.slug, code=column.code, day=posting.published, id=self.shown(posting))

    def page_path(self, column: Column, page: int) -> str:
        """Path of any list page."""
        return self.column_path(column) if page == 1 else self.dialect.further.format(slug=column.slug, code=column.code, k=page)

    def find_list(self, request: Request) -> tuple[Column, int] | None:
        column = self.columns_by_path.get(request.path)
        if column:
            return column, 1
        match = self._further.match(request.path)
        if not match or int(match["k"]) == 1:
            return None
        found = match.groupdict()
        column = self.by_code(found["code"]) if "code" in found else next((c for c in self.site.columns if c.slug == found["slug"]), None)
        return (column, int(match["k"])) if column else None

    def find_article(self, request: Request) -> Posting | None:
        match = self._article.search(request.path)
        posting = self.site.posting(self.number(match["id"])) if match else None
        return posting if posting and self.article_path(posting) == request.path else None

    def pager(self, column: Column, page: int) -> str:
        return pagers.STYLES[self.dialect.pager](page, self.site.pages(column), lambda k: self.page_path(column, k))

    def article_page(self, posting: Posting, article: Article) -> str:
        inner = (
            f'<div class="wz">{self.title_block(article)}<div class="ly">{self.meta_line(posting, article)} 点击数：<script src="/hits.js"></script></div>\n'
            f"{self.chrome.share()}<div {self.dialect.body}>{self.styled(posting, article)}</div>\n{self.attachments(article, '/uploads/')}</div>\n"
        )
        return self.framed(posting, article, inner)
