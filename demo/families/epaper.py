"""Founder e-papers: an issue a day, ``node_1.htm`` to ``node_k.htm``, ``content_123_456.htm``; the text stands twice on the page."""

# ruff: noqa: D102, E501 - what a method overrides says what it does; markup and sentences stand as they are served

import re
from datetime import datetime, timedelta

from demo.exchange import Request, Response
from demo.families.base import Family
from demo.news import Article
from demo.plan import Column
from demo.site import Posting

_NODE = re.compile(r"^/html/(\d{4}-\d{2})/(\d{2})/node_(\d{1,3})\.htm$")
_ON_A_PAGE = 4
"""Articles on one layout."""


class Epaper(Family):
    """The column's address jumps to the newest issue; layouts link on to the next layout, the first one back to the issue before."""

    name = "epaper"
    FIRST_ID = 66_000
    ARTICLE = re.compile(r"^/html/\d{4}-\d{2}/\d{2}/content_\d+_(?P<id>\d{1,12})\.htm$")

    def column_path(self, column: Column) -> str:
        return "/html/" if column.kind == "own" else f"/{column.slug}/"

    def article_path(self, posting: Posting) -> str:
        return f"/html/{posting.published:%Y-%m/%d}/content_{posting.column.code}_{self.shown(posting)}.htm"

    def find_list(self, request: Request) -> tuple[Column, int] | None:
        return None

    def respond(self, request: Request) -> Response | None:
        column = self.columns_by_path.get(request.path)
        if column and column.kind == "own":
            newest = self._newest()
            return Response(f'<html><head><meta http-equiv="refresh" content="0;url={newest:%Y-%m/%d}/node_1.htm"></head><body></body></html>')
        if column:
            return self.listed(self.list_page(column, 1), column, 1)
        match = _NODE.match(request.path)
        if match:
            return self._layout(match[1], match[2], int(match[3]))
        return super().respond(request)

    def _newest(self) -> datetime:
        rows = self.site.slice(self.site.own[0], 0, 1)
        return rows[0].published if rows else self.site.plan.until

    def _issue(self, day: datetime) -> list[Posting]:
        """The postings of a day, in the order of the paper."""
        behind = (self.site.plan.until.date() - day.date()).days
        last = self.site.first_count - 1 - behind * self.site.per_day
        numbers = range(max(0, last - self.site.per_day + 1), min(last + 2, self.site.count))  # a repeated posting bears the day of the one before
        found = (self.site.posting(n) for n in numbers)
        return [p for p in found if p and p.published.date() == day.date()]

    def _layout(self, month: str, day_of_month: str, node: int) -> Response | None:
        try:
            day = datetime.strptime(f"{month}-{day_of_month}", "%Y-%m-%d")  # noqa: DTZ007 - a day on paper
        except ValueError:
            return None
        issue = self._issue(day)
        layouts = max(1, -(-len(issue) // _ON_A_PAGE))
        if not issue or not 1 <= node <= layouts:
            return None
        return self.html(self._layout_page(day, issue, node, layouts), f"{day:%Y%m%d}-{node}-{len(issue)}", max(p.published for p in issue))

    def _layout_page(self, day: datetime, issue: list[Posting], node: int, layouts: int) -> str:
        here = issue[(node - 1) * _ON_A_PAGE : node * _ON_A_PAGE]
        items = "".join(f'<li><a href="{self.article_path(p).rpartition("/")[2]}"><div style="display:inline">{p.title}</div></a></li>' for p in here)
        pages = "".join(f'<tr><td><a id="pageLink" href="node_{k}.htm">第{k:02d}版：综合</a></td></tr>' for k in range(1, layouts + 1))
        before, after = self._turn(day, -1), self._turn(day, 1)
        turn = f'<a class="preart" href="node_{node + 1}.htm">下一版</a>' if node < layouts else ""
        turn += f'<a href="{before}">上一期</a>' if before else ""
        turn += f'<a href="{after}">下一期</a>' if after else ""
        chrome = self.chrome
        return (
            chrome.head(f"{self.site.division.short}报 {day:%Y年%m月%d日}", chrome.column_metas(self.site.own[0]))
            + f'<body><div id="paperdatediv">{day:%Y年%m月%d日} 第{node:02d}版</div><div class="turn">{turn}</div>\n<table id="bmdhTable">{pages}</table>\n<div id="ozoom"><ul class="news-list">{items}</ul></div>\n'
            + chrome.footer(day)
        )

    def _turn(self, day: datetime, step: int) -> str:
        """Relative address of the first layout of the next issue that way, or nothing."""
        other = day
        for _ in range(15):
            other += timedelta(days=step)
            if self._issue(other):
                return f"../../{other:%Y-%m/%d}/node_1.htm"
        return ""

    def pager(self, column: Column, page: int) -> str:
        return ""

    def article_page(self, posting: Posting, article: Article) -> str:
        chrome = self.chrome
        body = self.styled(posting, article)
        return (
            chrome.head(f"{article.title}-{self.site.division.short}报", chrome.content_metas(posting, article) + chrome.column_metas(posting.column))
            + f'<body><div id="paperdatediv">{posting.published:%Y年%m月%d日}</div><a href="node_1.htm">返回版面</a>\n'
            + f'<div class="text_c">{self.title_block(article)}<p class="lai">{self.meta_line(posting, article)}</p>\n'
            + f'<div id="ozoom"><!--enpcontent--><founder-content>{body}</founder-content><!--/enpcontent--></div></div>\n'
            + f'<div style="display:none" id="copytext">{body}</div>\n'
            + self.around(posting)
            + chrome.footer(self.generated(posting))
        )
