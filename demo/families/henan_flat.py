"""The successor of ``viewCmsCac.do`` in Henan: paths without an ending, with and without a slash at the end."""

# ruff: noqa: D102 - what a method overrides says what it does

import re

from demo import pagers
from demo.exchange import Request
from demo.families.base import Family
from demo.news import Article
from demo.plan import Column
from demo.site import Posting

_LIST = re.compile(r"^/ywxx/(\w+?)/?$")


class HenanFlat(Family):
    """``/ywxx/lzyw`` and ``/ywxx/lzyw/1266102``; ``/ywxx/lzyw/`` is the same list."""

    name = "henan_flat"
    ARTICLE = re.compile(r"^/ywxx/\w+/(?P<id>\d{1,12})$")

    def column_path(self, column: Column) -> str:
        return f"/ywxx/{column.slug}"

    def article_path(self, posting: Posting) -> str:
        return f"/ywxx/{posting.column.slug}/{self.shown(posting)}"

    def find_list(self, request: Request) -> tuple[Column, int] | None:
        match, page = _LIST.match(request.path), request.query.get("page", "1")
        column = self.columns_by_path.get(f"/ywxx/{match[1]}") if match else None
        return (column, int(page)) if column and page.isdecimal() else None

    def row(self, posting: Posting, page: int) -> str:
        href = self.href(posting)
        return f'<li><a href="{href}" title="{posting.title}"><p>{posting.title}</p><i>{posting.published:%Y-%m-%d}</i></a></li>\n'

    def pager(self, column: Column, page: int) -> str:
        slash = "/" if page % 2 else ""
        return pagers.words(page, self.site.pages(column), lambda k: f"/ywxx/{column.slug}{slash}?page={k}", self.site.total(column))

    def article_page(self, posting: Posting, article: Article) -> str:
        inner = (
            f'<div class="xl">{self.title_block(article)}<ul class="xl-info"><li>{self.meta_line(posting, article)}</li></ul>{self.chrome.share()}'
            f'<div class="xl_content">{self.styled(posting, article)}</div>\n{self.attachments(article, "/static/upload/")}</div>\n'
        )
        return self.framed(posting, article, inner)
