"""NFCMS of Guangdong: lists counted from 1, articles ``content/post_ID.html``; ``gkmlpt`` is the open-government platform with its own API."""

# ruff: noqa: D102, E501 - what a method overrides says what it does; markup and sentences stand as they are served

import json
import re

from demo import pagers
from demo.exchange import Request, Response
from demo.families.base import Family, seconds
from demo.news import Article
from demo.plan import Column
from demo.site import Posting

_LIST = re.compile(r"^(/xxgk/\w+/)(?:index(?:_(\d{1,6}))?\.html)?$")
_API = re.compile(r"^/gkmlpt/api/all/(\d+)$")
_SID = "755001"
_PAGE = 100
"""Articles in one answer of the platform's API."""


class Nfcms(Family):
    """Identifiers NFCMS_SITE_ID and NFCMS_POST_ID stand in a script of every article."""

    name = "nfcms"
    VARIANTS = ("gkmlpt",)
    FIRST_ID = 12_402_000
    ARTICLE = re.compile(r"/content/post_(?P<id>\d{1,12})\.html$")

    @property
    def _platform(self) -> bool:
        return self.site.mine.variant == "gkmlpt"

    def column_path(self, column: Column) -> str:
        return "/gkmlpt/index" if self._platform and column.kind == "own" else f"/xxgk/{column.slug}/index.html"

    def article_path(self, posting: Posting) -> str:
        if self._platform and posting.column.kind == "own":
            return f"/gkmlpt/content/12/12402/post_{self.shown(posting)}.html"
        return f"/xxgk/{posting.column.slug}/content/post_{self.shown(posting)}.html"

    def find_article(self, request: Request) -> Posting | None:
        if request.path.startswith("/gkmlpt/content/"):
            match = re.search(r"/post_(\d{1,12})\.html$", request.path)
            posting = self.site.posting(self.number(match[1])) if match else None
            return posting if posting and self.article_path(posting) == request.path else None
        return super().find_article(request)

    def find_list(self, request: Request) -> tuple[Column, int] | None:
        if request.path in self.columns_by_path:
            return self.columns_by_path[request.path], 1
        match = _LIST.match(request.path)
        column = self.columns_by_path.get(f"{match[1]}index.html") if match else None
        return (column, int(match[2] or 1)) if match and column and match[2] != "1" else None

    def respond(self, request: Request) -> Response | None:
        match = _API.match(request.path) if self._platform else None
        return self._api(match[1], request) if match else super().respond(request)

    def _api(self, category: str, request: Request) -> Response | None:
        page = request.query.get("page", "1")
        if request.query.get("sid") != _SID or not page.isdecimal() or category not in ("0", *(str(c.code) for c in self.site.own)):
            return None
        column = self.site.own[0]
        host = request.headers.get("host", self.site.host)
        found = [self._entry(p, host) for p in self.site.slice(column, (int(page) - 1) * _PAGE, int(page) * _PAGE)]
        return Response(json.dumps({"total": self.site.total(column), "articles": found}, ensure_ascii=False), content_type="application/json")

    def _entry(self, posting: Posting, host: str) -> dict[str, object]:
        stamp = f"{posting.published:%Y-%m-%d %H:%M:%S}"
        epoch = int(seconds(posting.published))
        return {
            "id": self.shown(posting),
            "title": posting.title,
            "url": f"http://{host}{self.article_path(posting)}",
            "post_url": "",
            "publisher": self.chrome.name,
            "create_time": stamp,
            "first_publish_time": epoch,
            "display_publish_time": epoch,
        }

    def rows(self, rows: list[Posting], column: Column, page: int) -> str:
        if not self._platform or column.kind != "own":
            return super().rows(rows, column, page)
        tree = [{"id": c.code, "name": c.name, "parent_id": 0} for c in self.site.own]
        return f"<div id=\"app\"></div>\n<script>window._CONFIG = {{DOMAIN:'{self.site.host}', SID:'{_SID}', TREE:{json.dumps(tree, ensure_ascii=False)}}};</script>\n<script src=\"/gkmlpt/app.js\"></script>\n"

    def pager(self, column: Column, page: int) -> str:
        if self._platform and column.kind == "own":
            return ""
        return pagers.words(page, self.site.pages(column), lambda k: f"/xxgk/{column.slug}/index{'' if k == 1 else f'_{k}'}.html", self.site.total(column))

    def article_page(self, posting: Posting, article: Article) -> str:
        head = f"<script>var NFCMS_SITE_ID='755001'; var NFCMS_POST_ID='{self.shown(posting)}';</script>\n<meta name=\"ArticleId\" content=\"{self.shown(posting)}\">\n"
        inner = (
            f'<div class="news_cont_d">{self.title_block(article)}<div class="date">{self.meta_line(posting, article)}</div>{self.chrome.share()}'
            f'<div class="news_cont_d_wrap" id="zoomcon">{self.styled(posting, article)}</div>\n{self.attachments(article, "/attachment/0/")}</div>\n'
        )
        return self.framed(posting, article, inner, head)
