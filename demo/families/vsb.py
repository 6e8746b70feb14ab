"""Boda VSB: list pages that count down (page 2 of 11 is ``zwyw/10.htm``), ``span.p_t``, articles ``/info/1001/2345.htm``."""

# ruff: noqa: D102, E501 - what a method overrides says what it does; markup and sentences stand as they are served

import re

from demo.exchange import Request
from demo.families.base import Family
from demo.news import Article
from demo.plan import Column
from demo.site import Posting

_LIST = re.compile(r"^(/xwzx/[a-z0-9]+)(?:/(\d{1,6}))?\.htm$")
_EDGE = 2
"""Numbered links shown at either end of the pager."""


class Vsb(Family):
    """Static lists whose page numbers fall; ``dynamic`` uses list.jsp instead."""

    name = "vsb"
    VARIANTS = ("dynamic",)
    FIRST_ID = 20_300
    ARTICLE = re.compile(r"^/info/\d{4}/(?P<id>\d{1,12})\.htm$")

    @property
    def dynamic(self) -> bool:
        """True where lists are answered by a script."""
        return self.site.mine.variant == "dynamic"

    def column_path(self, column: Column) -> str:
        return f"/list.jsp?urltype=tree.TreeTempUrl&wbtreeid={column.code}" if self.dynamic else f"/xwzx/{column.slug}.htm"

    def article_path(self, posting: Posting) -> str:
        return f"/info/{posting.column.code}/{self.shown(posting)}.htm"

    def find_list(self, request: Request) -> tuple[Column, int] | None:
        if self.dynamic and request.path == "/list.jsp":
            tree = request.query.get("wbtreeid", "")
            column = next((c for c in self.site.columns if str(c.code) == tree), None)
            page = request.query.get("PAGENUM", "1")
            return (column, int(page)) if column and page.isdecimal() else None
        match = _LIST.match(request.path)
        found = self.columns_by_path.get(f"{match[1]}.htm") if match else None
        if not match or not found:
            return None
        total = self.site.pages(found)
        return found, (total - int(match[2]) + 1 if match[2] else 1)

    def row(self, posting: Posting, page: int) -> str:
        return (
            f'<li id="line_u8_{posting.number % 20}"><span>{posting.published:%Y-%m-%d}</span>'
            f'<a href="{self._up(page)}{self.href(posting).lstrip("/")}" title="{posting.title}">{posting.title}</a></li>\n'
            if not posting.external
            else super().row(posting, page)
        )

    def _up(self, page: int) -> str:
        """Relative way from a list page to the root: lists below the first lie one folder deeper."""
        return "" if self.dynamic else ("../" if page == 1 else "../../")

    def _to(self, column: Column, page: int, now: int) -> str:
        """Relative address of another page of the list, as the pager writes it."""
        total = self.site.pages(column)
        if self.dynamic:
            return f"list.jsp?totalpage={total}&PAGENUM={page}&urltype=tree.TreeTempUrl&wbtreeid={column.code}"
        if page == 1:
            return f"../{column.slug}.htm" if now > 1 else f"{column.slug}.htm"
        return f"{total - page + 1}.htm" if now > 1 else f"{column.slug}/{total - page + 1}.htm"

    def pager(self, column: Column, page: int) -> str:
        total, count = self.site.pages(column), self.site.total(column)

        def link(kind: str, words: str, to: int) -> str:
            return f'<span class="p_{kind} p_fun"><a href="{self._to(column, to, page)}">{words}</a></span>'

        def dead(kind: str, words: str) -> str:
            return f'<span class="p_{kind} p_fun_d">{words}</span>'

        shown = sorted({p for p in range(1, total + 1) if abs(p - page) <= _EDGE or p in (1, total)})
        numbers = "".join(
            f'<span class="p_no_d">{p}</span>' if p == page else f'<span class="p_no"><a href="{self._to(column, p, page)}">{p}</a></span>' for p in shown
        )
        back = link("first", "首页", 1) + link("prev", "上页", page - 1) if page > 1 else dead("first", "首页") + dead("prev", "上页")
        on = link("next", "下页", page + 1) + link("last", "尾页", total) if page < total else dead("next", "下页") + dead("last", "尾页")
        return (
            '<div class="pb_sys_common pb_sys_normal pb_sys_style2" style="margin-top:10px;text-align:center;">'
            f'<span class="p_t">共{count}条</span> <span class="p_t">{page}/{total}</span> <span class="p_pages">{back}{numbers}{on}</span></div>\n'
        )

    def article_page(self, posting: Posting, article: Article) -> str:
        chrome, column = self.chrome, posting.column
        files = "".join(
            f'<li>附件【<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&amp;owner={column.code}00&amp;wbfileid={posting.number}{i}">{name}</a>】已下载<span>3</span>次</li>'
            for i, name in enumerate(article.attachments)
        )
        inner = (
            '<div id="content_container" style="display:none"></div>\n<form name="_newscontent_fromname"><div class="show">\n'
            f'{self.title_block(article)}<div class="xx">{self.meta_line(posting, article)} <span>点击次数：<script>_showDynClicks("wbnews", 1500{column.code}, {self.shown(posting)})</script></span></div>\n'
            f'<div id="vsb_content{("", "_2", "_4", "_500")[posting.number % 4]}"><div class="v_news_content">\n{self.styled(posting, article)}\n</div></div>\n'
            + (f'<ul class="fj" style="list-style-type:none;">{files}</ul>\n' if files else "")
            + f"</div></form>\n{chrome.share()}"
        )
        return self.framed(posting, article, inner, '<script src="/system/resource/js/vsbscreen.min.js"></script>\n')
