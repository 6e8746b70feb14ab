"""Hanweb JPAAS: lists are filled from ``/api-gateway/jpaas-publish-server`` with the ``queryData`` of an element."""

# ruff: noqa: D102, E501 - what a method overrides says what it does; markup and sentences stand as they are served

import json
import re

from demo.exchange import Request, Response
from demo.families.base import Family
from demo.news import Article
from demo.plan import Column
from demo.site import Posting

_API = "/api-gateway/jpaas-publish-server/front/page/build/unit"


class Jpaas(Family):
    """``repeat`` ignores the page number, as it does towards foreign addresses; ``shell`` has no rows in the list page itself."""

    name = "jpaas"
    VARIANTS = ("repeat", "shell")
    FIRST_ID = 5_210_000
    ARTICLE = re.compile(r"^/art/\d{4}/\d{1,2}/\d{1,2}/art_\d+_(?P<id>\d{1,12})\.html$")

    def column_path(self, column: Column) -> str:
        return f"/col/col{column.code}/index.html"

    def article_path(self, posting: Posting) -> str:
        day = posting.published
        return f"/art/{day.year}/{day.month}/{day.day}/art_{posting.column.code}_{self.shown(posting)}.html"

    def find_list(self, request: Request) -> tuple[Column, int] | None:
        column = self.columns_by_path.get(request.path)
        return (column, 1) if column else None

    def _query(self, column: Column) -> dict[str, str]:
        return {
            "parseType": "bulidstatic",  # sic: the platform's own spelling
            "webId": self.unique("web")[:32],
            "tplSetId": self.unique("tpl"),
            "pageType": "column",
            "tagId": "列表新闻",
            "editType": "null",
            "pageId": str(column.code),
        }

    def respond(self, request: Request) -> Response | None:
        if request.path != _API:
            return super().respond(request)
        column = self.by_code(request.query.get("pageId", ""))
        if "referer" not in request.headers:
            return Response("<html><title>403 Forbidden</title></html>", 403)
        if not column or any(request.query.get(k) != v for k, v in self._query(column).items()):
            return Response(json.dumps({"success": False, "code": "500", "message": "参数错误"}, ensure_ascii=False), content_type="application/json")
        return Response(
            json.dumps({"success": True, "code": "200", "data": {"html": self._unit(column, request)}}, ensure_ascii=False),
            content_type="application/json",
        )

    def _unit(self, column: Column, request: Request) -> str:
        try:
            asked = json.loads(request.query.get("paramJson") or "{}")
            page, size = int(asked.get("pageNo", 1)), int(asked.get("pageSize", self.site.mine.per_page))
        except (ValueError, AttributeError, TypeError):
            page, size = 1, self.site.mine.per_page
        if self.site.mine.variant == "repeat":
            page = 1
        size = max(1, min(size, 50))
        return self._rows(column, (page - 1) * size, page * size, size)

    def _rows(self, column: Column, start: int, end: int, size: int) -> str:
        items = "".join(self.row(p, 1) for p in self.site.slice(column, max(0, start), end))
        return f'<ul class="page-content">{items}</ul><div class="pagination" rows="{size}" count="{self.site.total(column)}"></div>'

    def row(self, posting: Posting, page: int) -> str:
        return f'<li class="clearfix"><a href="{self.href(posting)}" title="{posting.title}" target="_blank">{posting.title}</a><span class="bt-right">{posting.published:%Y-%m-%d}</span></li>'

    def rows(self, rows: list[Posting], column: Column, page: int) -> str:
        query = "{" + ",".join(f"'{k}':'{v}'" for k, v in self._query(column).items()) + "}"
        size = self.site.mine.per_page
        inner = "" if self.site.mine.variant == "shell" else self._rows(column, 0, size, size)
        return (
            f'<div class="list" id="{self.unique("div", column.code)}" url="{_API}" queryData="{query}">{inner}</div>\n<script src="/jpaas/unit.js"></script>\n'
        )

    def pager(self, column: Column, page: int) -> str:
        return ""

    def article_page(self, posting: Posting, article: Article) -> str:
        inner = (
            f'<div class="zc_article"><div class="tit">{self.title_block(article)}</div>\n<div class="sub">{self.meta_line(posting, article)}</div>{self.chrome.share()}'
            f'<div class="wzzw-article" id="zoom">{self.styled(posting, article)}</div>\n{self.attachments(article, "/cms_files/filemanager/")}</div>\n'
        )
        return self.framed(posting, article, inner)
