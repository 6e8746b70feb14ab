"""Kaipu UCAP: ``createPageHTML`` of six arguments counted from 1, 32-digit article names; ``json`` lists come from a search with full bodies."""

# ruff: noqa: D102, E501 - what a method overrides says what it does; markup and sentences stand as they are served

import json
import re

from demo.exchange import Request, Response
from demo.families.base import Family
from demo.news import Article
from demo.plan import Column
from demo.site import Posting

_LIST = re.compile(r"^/(\w+)/c(\d+)/(list|nav_list)(?:_(\d{1,6}))?\.shtml$")


class Kaipu(Family):
    """Static lists; in the ``json`` variant only the first page is static."""

    name = "kaipu"
    VARIANTS = ("json",)
    ARTICLE = re.compile(r"/(?P<id>[0-9a-f]{32})\.shtml$")

    @property
    def root(self) -> str:
        """The site's folder."""
        return f"/{self.site.division.pinyin}"

    @property
    def _json(self) -> bool:
        return self.site.mine.variant == "json"

    def column_path(self, column: Column) -> str:
        return f"{self.root}/c{100_000 + column.code}/{'nav_list' if self._json else 'list'}.shtml"

    def article_path(self, posting: Posting) -> str:
        return f"{self.root}/c{100_000 + posting.column.code}/{posting.published:%Y%m}/{self.hidden(posting)}.shtml"

    def number(self, text: str) -> int:
        return self.revealed(text)

    def find_list(self, request: Request) -> tuple[Column, int] | None:
        match = _LIST.match(request.path)
        column = self.by_code(str(int(match[2]) - 100_000)) if match else None
        if not match or not column or self.column_path(column).rpartition("/")[2] != f"{match[3]}.shtml":
            return None
        page = int(match[4] or 1)
        return (column, page) if not match[4] or (page > 1 and not self._json) else None

    def respond(self, request: Request) -> Response | None:
        if not request.path.startswith("/common/search/"):
            return super().respond(request)
        column = next((c for c in self.site.columns if self.unique("channel", c.code) == request.path[15:]), None)
        page, size = request.query.get("page", "1"), request.query.get("_pageSize", "15")
        if not column or not page.isdecimal() or not size.isdecimal() or request.query.get("_isJson") != "true":
            return None
        return Response(json.dumps(self._found(column, int(page), max(1, min(int(size), 50)), request), ensure_ascii=False), content_type="application/json")

    def _found(self, column: Column, page: int, size: int, request: Request) -> dict[str, object]:
        rows = self.site.slice(column, (page - 1) * size, page * size) if page > 0 else []
        host = request.headers.get("host", self.site.host)
        return {"data": {"total": self.site.total(column), "page": page, "rows": size, "results": [self._result(p, host) for p in rows]}, "code": 0}

    def _result(self, posting: Posting, host: str) -> dict[str, object]:
        article = posting.article()
        return {
            "title": article.title,
            "subTitle": article.kicker or "",
            "url": posting.external or f"http://{host}{self.article_path(posting)}",
            "content": article.body.replace("\n", " "),
            "contentHtml": self.styled(posting, article),
            "publishedTimeStr": f"{posting.published:%Y-%m-%d %H:%M:%S}",
            "channelName": posting.column.name,
            "domainMetaList": [{"domainId": 1, "resultList": [{"key": "source", "value": article.source}]}],
        }

    def list_head(self, column: Column, page: int) -> str:
        return f'<meta name="channelId" content="{self.unique("channel", column.code)}">\n' if self._json else ""

    def pager(self, column: Column, page: int) -> str:
        total, count = self.site.pages(column), self.site.total(column)
        if self._json:
            return (
                f'<div id="page-div"></div>\n<script>var channelId = "{self.unique("channel", column.code)}"; var totalPage = {total};\n'
                f"function goPage(page){{$.getJSON('/common/search/' + channelId + '?_isAgg=true&_isJson=true&_pageSize={self.site.mine.per_page}&_template=index&page=' + page, fill);}}</script>\n"
            )
        return f"<div id=\"page-div\"></div>\n<script>createPageHTML('page-div', {total}, {page}, 'list', 'shtml', {count});</script>\n"

    def article_page(self, posting: Posting, article: Article) -> str:
        stamp = f"{posting.published:%Y-%m-%d %H:%M}"
        inner = (
            f'<div class="pages_content">{self.kicker(article)}<h1><ucaptitle>{article.title}</ucaptitle></h1>\n'
            f'<div class="pages-date">{self.chrome.date_label}<publishtime>{stamp}</publishtime> <span>{self.chrome.source_label}{article.source}</span></div>{self.chrome.share()}'
            f'<div id="UCAP-CONTENT"><ucapcontent>{self.styled(posting, article)}</ucapcontent></div>\n{self.attachments(article, self.root + "/files/")}</div>\n'
        )
        return self.framed(posting, article, inner, f'<meta name="channelId" content="{self.unique("channel", posting.column.code)}">\n')
