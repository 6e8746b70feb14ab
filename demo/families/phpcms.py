"""PHPCMS: everything is ``index.php`` with parameters."""

# ruff: noqa: D102, E501 - what a method overrides says what it does; markup and sentences stand as they are served

from demo import pagers
from demo.exchange import Request
from demo.families.base import Family
from demo.news import Article
from demo.plan import Column
from demo.site import Posting


class Phpcms(Family):
    """``a=lists&catid=…&page=…`` and ``a=show&catid=…&id=…``."""

    name = "phpcms"
    FIRST_ID = 12_000

    def column_path(self, column: Column) -> str:
        return f"/index.php?m=content&c=index&a=lists&catid={column.code}"

    def article_path(self, posting: Posting) -> str:
        return f"/index.php?m=content&c=index&a=show&catid={posting.column.code}&id={self.shown(posting)}"

    def find_list(self, request: Request) -> tuple[Column, int] | None:
        if request.path != "/index.php" or request.query.get("a") != "lists":
            return None
        column, page = self.by_code(request.query.get("catid", "")), request.query.get("page", "1")
        return (column, int(page)) if column and page.isdecimal() else None

    def find_article(self, request: Request) -> Posting | None:
        number = request.query.get("id", "")
        if request.path != "/index.php" or request.query.get("a") != "show" or not number.isdecimal():
            return None
        posting = self.site.posting(self.number(number))
        return posting if posting and str(posting.column.code) == request.query.get("catid") else None

    def pager(self, column: Column, page: int) -> str:
        path = self.column_path(column)
        return pagers.words(page, self.site.pages(column), lambda k: f"{path}&amp;page={k}", self.site.total(column))

    def article_page(self, posting: Posting, article: Article) -> str:
        inner = (
            f'<div id="Article">{self.title_block(article)}<div class="info">{self.meta_line(posting, article)} 点击：<span id="hits"></span></div>{self.chrome.share()}'
            f'<div class="content">{self.styled(posting, article)}</div>\n{self.attachments(article, "/uploadfile/")}</div>\n'
        )
        return self.framed(posting, article, inner)
