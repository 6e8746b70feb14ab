"""Sites of no known vendor: an ASP or PHP list with a page parameter, and pagers in every wording that the generic rules must read."""

# ruff: noqa: D102, E501 - what a method overrides says what it does; markup and sentences stand as they are served

import re

from demo import pagers
from demo.exchange import Request
from demo.families.base import Family
from demo.news import Article
from demo.plan import Column
from demo.site import Posting


class Generic(Family):
    """The variant is the pager's wording: 下一页, arrows, only 末页, only numbers, or a picture."""

    name = "generic"
    VARIANTS = ("arrows", "last", "numbers", "images")
    FIRST_ID = 3_400
    ARTICLE = re.compile(r"^/news/(?P<id>\d{1,12})\.html$")

    def column_path(self, column: Column) -> str:
        return f"/news/list.asp?cid={column.code}"

    def article_path(self, posting: Posting) -> str:
        return f"/news/{self.shown(posting)}.html"

    def find_list(self, request: Request) -> tuple[Column, int] | None:
        column = self.by_code(request.query.get("cid", "")) if request.path == "/news/list.asp" else None
        page = request.query.get("page", "1")
        return (column, int(page)) if column and page.isdecimal() else None

    def row(self, posting: Posting, page: int) -> str:
        return f'<tr><td><a href="{self.href(posting)}" title="{posting.title}">{posting.title}</a></td><td>{posting.published:%Y.%m.%d}</td></tr>\n'

    def rows(self, rows: list[Posting], column: Column, page: int) -> str:
        return "<table>" + "".join(self.row(p, page) for p in rows) + "</table>\n"

    def pager(self, column: Column, page: int) -> str:
        style = self.site.mine.variant if self.site.mine.variant in pagers.STYLES else "words"
        return pagers.STYLES[style](page, self.site.pages(column), lambda k: f"list.asp?cid={column.code}&amp;page={k}")

    def article_page(self, posting: Posting, article: Article) -> str:
        inner = (
            f'<table width="980"><tr><td align="center">{self.title_block(article)}</td></tr><tr><td>{self.meta_line(posting, article)} 【点击：12次】</td></tr>\n'
            f'<tr><td>{self.chrome.share()}</td></tr><tr><td id="fontzoom">{self.styled(posting, article)}</td></tr></table>\n{self.attachments(article, "/upload/")}'
        )
        return self.framed(posting, article, inner)
