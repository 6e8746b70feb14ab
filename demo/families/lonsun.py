"""Lonsun of Anhui: the first page is static, the others come as HTML from ``/site/label/8888``; titles on lists are cut short."""

# ruff: noqa: D102, E501 - what a method overrides says what it does; markup and sentences stand as they are served

import re

from demo.exchange import Request, Response
from demo.families.base import Family
from demo.news import Article
from demo.plan import Column
from demo.site import Posting

_CUT = 40
"""Characters of a title that a list shows (the service's ``length`` counts two for a Chinese character)."""


class Lonsun(Family):
    """``/public/column/<organId>?type=4&action=list&catId=…``."""

    name = "lonsun"
    FIRST_ID = 12_345_000
    ARTICLE = re.compile(r"^/xwzx/\w+/(?P<id>\d{1,12})\.html$")

    @property
    def _organ(self) -> str:
        return f"66{self.site.division.adcode}"

    def column_path(self, column: Column) -> str:
        return f"/public/column/{self._organ}?type=4&action=list&catId={column.code}"

    def article_path(self, posting: Posting) -> str:
        return f"/xwzx/{posting.column.slug}/{self.shown(posting)}.html"

    def find_list(self, request: Request) -> tuple[Column, int] | None:
        if request.path != f"/public/column/{self._organ}":
            return None
        column = self.by_code(request.query.get("catId", ""))
        return (column, 1) if column else None

    def _service(self, column: Column, page: int | str) -> str:
        return (
            f"/site/label/8888?IsAjax=1&dataType=html&labelName=publicInfoList&siteId=6795621&organId={self._organ}&catId={column.code}&pageSize={self.site.mine.per_page}"
            f"&pageIndex={page}&action=list&type=4&isDate=true&dateFormat=yyyy-MM-dd&length={2 * _CUT}&file=/xxgk/publicInfoList_newest2020"
        )

    def respond(self, request: Request) -> Response | None:
        if request.path != "/site/label/8888":
            return super().respond(request)
        column, page = self.by_code(request.query.get("catId", "")), request.query.get("pageIndex", "1")
        if not column or not page.isdecimal() or request.query.get("labelName") != "publicInfoList":
            return None
        return Response(self.rows(self.site.rows(column, int(page)) if int(page) else [], column, int(page)))

    def rows(self, rows: list[Posting], column: Column, page: int) -> str:
        total, count = self.site.pages(column), self.site.total(column)
        items = "".join(self.row(p, page) for p in rows)
        return (
            f'<div class="xxgk_nav_list">{items}</div>\n<div id="page_public_info" class="pagination"></div>\n'
            f"<script>Ls.pagination('#page_public_info', function(pageIndex){{loadList(pageIndex);}}, {{currPage:{page}, pageCount:{total}, total:{count}}});</script>\n"
        )

    def row(self, posting: Posting, page: int) -> str:
        shown = posting.title if len(posting.title) <= _CUT else posting.title[:_CUT] + "..."
        return f'<div class="xxgk_navli"><ul><li class="mc"><a href="{self.href(posting)}" title="{shown}">{shown}</a></li><li class="fbrq"><span class="date">{posting.published:%Y-%m-%d}</span></li></ul></div>\n'

    def pager(self, column: Column, page: int) -> str:
        return f'<script>function loadList(pageIndex){{$("#list").load("{self._service(column, 0).replace("pageIndex=0", "pageIndex=")}".replace("pageIndex=", "pageIndex=" + pageIndex));}}</script>\n'

    def article_page(self, posting: Posting, article: Article) -> str:
        inner = (
            f'<div class="newscontnet">{self.title_block(article)}<div class="newsinfo">{self.meta_line(posting, article)} 阅读量：<span id="articleHits"></span></div>{self.chrome.share()}'
            f'<div class="j-fontContent newscontent minh500" id="j-show-body">{self.styled(posting, article)}</div>\n{self.attachments(article, "/group1/M00/")}</div>\n'
        )
        return self.framed(posting, article, inner)
