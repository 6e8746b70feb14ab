"""TRS WCM: directory lists with ``createPageHTML`` of four arguments, counted from 0; articles ``./202611/t20261120_1266089.html``."""

# ruff: noqa: D102, E501 - what a method overrides says what it does; markup and sentences stand as they are served

import re
from dataclasses import replace

from demo.exchange import Request, Response
from demo.families.base import Family
from demo.news import Article
from demo.plan import Column
from demo.site import Posting

_LIST = re.compile(r"^(/[^.]*/)(?:index(?:_(\d{1,6}))?\.html)?$")
_PARAGRAPHS = 4
"""Of which a page of a split article holds at least so many."""


class Trs(Family):
    """The largest family; ``was`` fills its lists from the search engine TRS WAS, whose answers are not quite JSON; ``split`` cuts long articles into pages."""

    name = "trs"
    VARIANTS = ("was", "split")
    TITLE_CUT, CRUMB_TAIL = "_", ""
    ARTICLE = re.compile(r"/t\d{8}_(?P<id>\d{1,12})(?:_(?P<part>\d))?\.html$")

    def column_path(self, column: Column) -> str:
        return f"/xwzx/{column.slug}/"

    def article_path(self, posting: Posting) -> str:
        day = posting.published
        return f"/xwzx/{posting.column.slug}/{day:%Y%m}/t{day:%Y%m%d}_{self.shown(posting)}.html"

    def find_list(self, request: Request) -> tuple[Column, int] | None:
        match = _LIST.match(request.path)
        column = self.columns_by_path.get(match[1]) if match else None
        return (column, int(match[2] or 0) + 1) if match and column and match[2] != "0" else None

    def row(self, posting: Posting, page: int) -> str:
        path = self.href(posting)
        href = posting.external or "./" + "/".join(path.rsplit("/", 2)[1:])  # relative to the column, as TRS writes them
        return f'<li><a href="{href}" title="{posting.title}" target="_blank">{posting.title}</a><span>[{posting.published:%Y-%m-%d}]</span></li>\n'

    def respond(self, request: Request) -> Response | None:
        if request.path == "/was5/web/search" and self.was:
            return self._searched(request)
        match = self.ARTICLE.search(request.path) if self.site.mine.variant == "split" else None
        posting = self.find_article(request) if match and match["part"] else None
        return self.respond_part(posting, int(match["part"])) if match and posting else super().respond(request)

    @property
    def was(self) -> bool:
        """True where lists come from WAS."""
        return self.site.mine.variant == "was"

    def rows(self, rows: list[Posting], column: Column, page: int) -> str:
        if not self.was or column.kind != "own":
            return super().rows(rows, column, page)
        return (
            '<ul id="docs" class="list"></ul>\n<script>\n'
            'var wasurl = "/was5/web/search?channelid=203116&templet=docs.jsp&sortfield=-docorderpri,-docreltime'
            f'&classsql=chnlid%3D{column.code}&prepage={self.site.mine.per_page}&page=";\nvar curpage = 1;\n$.get(wasurl + curpage, showDocs);\n</script>\n'
        )

    def _searched(self, request: Request) -> Response | None:
        """A page of the search list: tabs and line ends stand raw inside the strings, and a comma too many at the end."""
        column = self.by_code(request.value("classsql").partition("=")[2])
        page = request.value("page", "1")
        if not column or not page.isdecimal():
            return None
        rows = self.site.rows(column, int(page)) if int(page) <= self.site.pages(column) else []
        docs = "".join(
            f'{{"title":"{p.title}","url":"http://{request.headers.get("host", self.site.host)}{self.article_path(p)}","docreltime":"{p.published:%Y-%m-%d %H:%M:%S}","content":"{p.title}\n\t…"}},\n'
            for p in rows
        )
        return Response(
            f'{{"count":"{self.site.total(column)}","pagecount":"{self.site.pages(column)}","docs":[{docs}]}}',
            content_type="text/html",
            charset=self.site.mine.charset,
        )

    def pager(self, column: Column, page: int) -> str:
        if self.was and column.kind == "own":
            return '<div id="page" class="page"></div>\n'
        return f'<div class="page"><script>createPageHTML({self.site.pages(column)}, {page - 1}, "index", "html");</script></div>\n'

    def find_article(self, request: Request) -> Posting | None:
        match = self.ARTICLE.search(request.path)
        if not match or not match["part"] or self.site.mine.variant != "split":
            return super().find_article(request)
        posting = super().find_article(Request(request.path.replace(f"_{match['part']}.html", ".html")))
        return posting if posting and 0 < int(match["part"]) < self.parts(posting.article()) else None

    def parts(self, article: Article) -> int:
        """Over how many pages an article runs (细览分页)."""
        return min(3, max(1, article.body.count("\n") // _PARAGRAPHS)) if self.site.mine.variant == "split" else 1

    def respond_part(self, posting: Posting, part: int) -> Response:
        """One page of an article, from 0."""
        return self.posted(self.part_page(posting, posting.article(), part), posting)

    def article_page(self, posting: Posting, article: Article) -> str:
        return self.part_page(posting, article, 0)

    def part_page(self, posting: Posting, article: Article, part: int) -> str:
        """The page that shows one part of an article."""
        chrome, total = self.chrome, self.parts(article)
        lines = article.body.split("\n")
        size = -(-len(lines) // total)
        shown = replace(article, body="\n".join(lines[part * size : (part + 1) * size]), images=article.images if total == 1 else ())
        body = (
            '<div class="TRS_Editor"><style type="text/css">.TRS_Editor P{margin-top:0;margin-bottom:0;line-height:1.5;}</style>'
            f"{self.styled(posting, shown)}</div>"
        )
        if posting.number % 7 == 0:
            body = f'<div class="TRS_Editor">{body}</div>'  # nested duplicates occur where text was pasted from another page
        editor = '<div class="bianji">责任编辑：网站管理员</div>\n' if chrome.editor else ""
        name = self.article_path(posting).rpartition("/")[2].removesuffix(".html")
        turn = f'<div class="page"><script>createPageHTML({total}, {part}, "{name}", "html");</script></div>\n' if total > 1 else ""
        inner = (
            f'<div class="article">\n{self.title_block(article)}<div class="info">{self.meta_line(posting, article)} <span>浏览次数：<em id="hits"></em></span></div>\n'
            f'{chrome.share()}<div id="zoom" class="article-content trs_editor_view">{body}</div>\n{turn}{editor}{self.attachments(article, "./P0")}</div>\n'
        )
        return self.framed(posting, article, inner)
