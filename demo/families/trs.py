"""TRS WCM: directory lists with ``createPageHTML`` of four arguments, counted from 0; articles ``./202611/t20261120_1266089.html``."""

import re

from demo.families.base import Family
from demo.exchange import Request
from demo.news import Article
from demo.plan import Column
from demo.site import Posting

_LIST = re.compile(r"^(/[^.]*/)(?:index(?:_(\d{1,6}))?\.html)?$")


class Trs(Family):
    """The largest family."""

    name = "trs"
    ARTICLE = re.compile(r"/t\d{8}_(?P<id>\d{1,12})\.html$")

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

    def pager(self, column: Column, page: int) -> str:
        return f'<div class="page"><script>createPageHTML({self.site.pages(column)}, {page - 1}, "index", "html");</script></div>\n'

    def article_page(self, posting: Posting, article: Article) -> str:
        chrome, column = self.chrome, posting.column
        body = f'<div class="TRS_Editor"><style type="text/css">.TRS_Editor P{{margin-top:0;margin-bottom:0;line-height:1.5;}}</style>{self.styled(posting, article)}</div>'
        if posting.number % 7 == 0:
            body = f'<div class="TRS_Editor">{body}</div>'  # nested duplicates occur where text was pasted from another page
        editor = '<div class="bianji">责任编辑：网站管理员</div>\n' if chrome.editor else ""
        return (
            chrome.head(f"{article.title}_{chrome.name}", chrome.content_metas(posting, article) + chrome.column_metas(column))
            + chrome.top()
            + chrome.crumb(column, self.column_path(column))
            + f'<div class="article">\n{self.title_block(article)}<div class="info">{self.meta_line(posting, article)} <span>浏览次数：<em id="hits"></em></span></div>\n{chrome.share()}'
            + f'<div id="zoom" class="article-content trs_editor_view">{body}</div>\n{editor}{self.attachments(article, "./P0")}</div>\n'
            + self.around(posting)
            + chrome.hot(self.hot())
            + chrome.footer(self.generated(posting))
        )
