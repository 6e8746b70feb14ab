"""Henan's ``viewCmsCac.do`` (older Zhengzhou, Kaifeng, Luohe): rows in a table, the meta line mixed into the text block."""

# ruff: noqa: D102, E501 - what a method overrides says what it does; markup and sentences stand as they are served

import re

from demo import pagers
from demo.exchange import Request
from demo.families.base import Family
from demo.news import Article
from demo.plan import Column
from demo.site import Posting


class Henan(Family):
    """Lists by ``cacId`` and ``offset``; articles ``sitegroup/root/html/<32>/<32>.html``."""

    name = "henan"
    ARTICLE = re.compile(r"^/sitegroup/root/html/[0-9a-f]{32}/(?P<id>[0-9a-f]{32})\.html$")

    def _cac(self, column: Column) -> str:
        return self.unique("cac", column.code)

    def column_path(self, column: Column) -> str:
        return f"/viewCmsCac.do?cacId={self._cac(column)}"

    def article_path(self, posting: Posting) -> str:
        return f"/sitegroup/root/html/{self._cac(posting.column)}/{self.hidden(posting)}.html"

    def number(self, text: str) -> int:
        return self.revealed(text)

    def find_list(self, request: Request) -> tuple[Column, int] | None:
        if request.path != "/viewCmsCac.do":
            return None
        cac, offset = request.query.get("cacId"), request.query.get("offset", "0")
        column = next((c for c in self.site.columns if self._cac(c) == cac), None)
        return (column, int(offset) // self.site.mine.per_page + 1) if column and offset.isdecimal() else None

    def rows(self, rows: list[Posting], column: Column, page: int) -> str:
        return '<table width="98%" class="list">' + "".join(self.row(p, page) for p in rows) + "</table>\n"

    def row(self, posting: Posting, page: int) -> str:
        return (
            f'<tr height="30"><td class="xin2zuo">·<a href="{self.href(posting)}" target="_blank" title="{posting.title}">{posting.title}</a></td>'
            f'<td class="xin2you">{posting.published:%Y-%m-%d}</td></tr>\n'
        )

    def pager(self, column: Column, page: int) -> str:
        path, size = self.column_path(column), self.site.mine.per_page
        return pagers.words(page, self.site.pages(column), lambda k: f"{path}&amp;offset={(k - 1) * size}", self.site.total(column))

    def article_page(self, posting: Posting, article: Article) -> str:
        inner = (
            f'<div class="context">{self.kicker(article)}<h1>{article.title}</h1><div class="wzly">来源：{article.source}　　{posting.published:%Y-%m-%d %H:%M}</div>{self.chrome.share()}'
            f'<div id="content" class="wznr">{self.styled(posting, article)}</div>\n{self.attachments(article, "/sitegroup/files/")}</div>\n'
        )
        return self.framed(posting, article, inner)
