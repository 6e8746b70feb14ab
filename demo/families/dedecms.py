"""DedeCMS (织梦): static ``/a/list_22.html`` and ``list_22_2.html``, or ``/plus/list.php?tid=22&PageNo=2``."""

# ruff: noqa: D102 - what a method overrides says what it does

from typing import ClassVar

from demo import pagers
from demo.exchange import Request
from demo.families.numbered import Dialect, Numbered
from demo.plan import Column


class Dedecms(Numbered):
    """``dynamic`` lists are answered by list.php."""

    name = "dedecms"
    VARIANTS = ("dynamic",)
    DIALECTS: ClassVar[dict[str, Dialect]] = {
        "": Dialect("/a/list_{code}.html", "/a/list_{code}_{k}.html", "/a/{slug}/{day:%Y/%m%d}/{id}.html", "words", 'class="article_content"')
    }

    @property
    def _dynamic(self) -> bool:
        return self.site.mine.variant == "dynamic"

    def column_path(self, column: Column) -> str:
        return f"/plus/list.php?tid={column.code}" if self._dynamic else super().column_path(column)

    def page_path(self, column: Column, page: int) -> str:
        return f"/plus/list.php?tid={column.code}&TotalResult={self.site.total(column)}&PageNo={page}" if self._dynamic else super().page_path(column, page)

    def find_list(self, request: Request) -> tuple[Column, int] | None:
        if not self._dynamic:
            return super().find_list(request)
        column = self.by_code(request.query.get("tid", "")) if request.path == "/plus/list.php" else None
        page = request.query.get("PageNo", "1")
        return (column, int(page)) if column and page.isdecimal() else None

    def pager(self, column: Column, page: int) -> str:
        return pagers.words(page, self.site.pages(column), lambda k: self.page_path(column, k), self.site.total(column)).replace("尾页", "末页")
