"""HZCMS: a static first page, then ``/cms/JsonList``; the footer's ``publishdate`` is the moment of rebuilding, never of publication."""

# ruff: noqa: D102, E501 - what a method overrides says what it does; markup and sentences stand as they are served

import json
import re

from demo.exchange import Request, Response
from demo.families.base import Family
from demo.news import Article
from demo.plan import Column
from demo.site import Posting


class Hzcms(Family):
    """Articles ``/2026-11/20/c_1266102.htm``."""

    name = "hzcms"
    ARTICLE = re.compile(r"^/\d{4}-\d{2}/\d{2}/c_(?P<id>\d{1,12})\.htm$")

    def _code(self, column: Column) -> str:
        return f"A0937{column.code:04d}"

    def column_path(self, column: Column) -> str:
        return f"/{column.slug}/{self._code(column)}index_1.htm"

    def article_path(self, posting: Posting) -> str:
        return f"/{posting.published:%Y-%m/%d}/c_{self.shown(posting)}.htm"

    def find_list(self, request: Request) -> tuple[Column, int] | None:
        column = self.columns_by_path.get(request.path)
        return (column, 1) if column else None

    def respond(self, request: Request) -> Response | None:
        if request.path != "/cms/JsonList":
            return super().respond(request)
        column = next((c for c in self.site.columns if self._code(c) == request.value("channelCode")), None)
        page, size = request.value("pageno", "1"), request.value("perPage", "20")
        if not column or not page.isdecimal() or not size.isdecimal():
            return Response('{"list":[],"totalRec":0}', content_type="application/json")
        per = max(1, min(int(size), 100))
        host = request.headers.get("host", self.site.host)
        found = [
            {
                "topic": p.title,
                "infourl": p.external or f"//{host}{self.article_path(p)}",
                "pubtime": f"{p.published:%Y-%m-%d %H:%M:%S}",
                "filltime": f"{p.published:%Y-%m-%d %H:%M:%S}",
                "coverurl": "",
            }
            for p in self.site.slice(column, (int(page) - 1) * per, int(page) * per)
        ]
        return Response(json.dumps({"list": found, "totalRec": self.site.total(column)}, ensure_ascii=False), content_type="application/json")

    def pager(self, column: Column, page: int) -> str:
        return (
            '<div id="pagination"></div>\n<script>\n'
            f'var channelCode = "{self._code(column)}"; var perPage = {self.site.mine.per_page}; var totalRec = {self.site.total(column)};\n'
            'function loadPage(pageno){$.post("/cms/JsonList", {channelCode: channelCode, perPage: perPage, pageno: pageno, condition: 0, "fuhao": "=", value: ""}, show);}\n</script>\n'
        )

    def article_page(self, posting: Posting, article: Article) -> str:
        stamp = f"{posting.published:%Y-%m-%d %H:%M}"
        inner = (
            f'<div class="main">{self.title_block(article)}<div class="info"><span id="pubtime">{self.chrome.date_label}{stamp}</span> '
            f'<span id="source">{self.chrome.source_label}{article.source}</span></div>{self.chrome.share()}'
            f'<div id="BodyLabel" class="main-content">{self.styled(posting, article)}</div>\n{self.attachments(article, "/cms/pub/")}</div>\n'
            f"<!-- Produced By CMS 网站群内容管理系统 publishdate:{self.generated(posting):%Y/%m/%d %H:%M:%S} -->\n"
            f'<div class="produced">Produced By CMS 网站群内容管理系统 publishdate:{self.generated(posting):%Y/%m/%d %H:%M:%S}</div>\n'
        )
        return self.framed(posting, article, inner)
