"""Hanweb JCMS: the first group of rows hides in a ``datastore`` inside a script, the others come from ``dataproxy.jsp`` by GET or POST."""

# ruff: noqa: D102, E501 - what a method overrides says what it does; markup and sentences stand as they are served

import re

from demo.exchange import Request, Response
from demo.families.base import Family
from demo.news import Article
from demo.plan import Column
from demo.site import Posting

_GROUP = 3
"""Pages that one answer holds."""
_EMPTY = '<?xml version="1.0" encoding="utf-8"?><datastore></datastore>\n'[:54]


class Hanweb(Family):
    """``post`` answers POST only, ``encrypted`` hands out unit numbers for which the proxy answers 54 bytes, ``old`` has the old path."""

    name = "hanweb"
    VARIANTS = ("post", "encrypted", "old")
    TITLE_CUT = " "
    FIRST_ID = 11_830_000
    ARTICLE = re.compile(r"^/art/\d{4}/\d{1,2}/\d{1,2}/art_\d+_(?P<id>\d{1,12})\.html$")

    def column_path(self, column: Column) -> str:
        return f"/col/col{column.code}/index.html"

    def article_path(self, posting: Posting) -> str:
        day = posting.published
        return f"/art/{day.year}/{day.month}/{day.day}/art_{posting.column.code}_{self.shown(posting)}.html"

    def find_list(self, request: Request) -> tuple[Column, int] | None:
        column = self.columns_by_path.get(request.path)  # ?uid=…&pageNum=2 is ignored: the first page again
        return (column, 1) if column else None

    @property
    def proxy(self) -> str:
        """Path of the proxy; the other one is a 404."""
        return "/module/jpage/dataproxy.jsp" if self.site.mine.variant == "old" else "/module/web/jpage/dataproxy.jsp"

    def _unit(self, column: Column) -> str:
        if self.site.mine.variant == "encrypted":
            return self.unique("unit", column.code)
        return str(300_000 + column.code)

    def respond(self, request: Request) -> Response | None:
        return self._proxied(request) if request.path == self.proxy else super().respond(request)

    def _proxied(self, request: Request) -> Response:
        column = self.by_code(request.value("columnid"))
        size = self.site.mine.per_page * _GROUP
        if not column or request.value("unitid") != self._unit(column) or self.site.mine.variant == "encrypted":
            return Response(_EMPTY, content_type="text/xml")
        first, last, page = request.value("startrecord"), request.value("endrecord"), request.value("page", "1")
        if request.method == "POST" and first.isdecimal() and last.isdecimal():
            return Response(self._store(column, int(first) - 1, min(int(last), int(first) + 99)), content_type="text/xml")
        if self.site.mine.variant == "post" or not page.isdecimal() or int(page) < 1:
            return Response(_EMPTY, content_type="text/xml")
        return Response(self._store(column, (int(page) - 1) * size, int(page) * size, int(page) + 1), content_type="text/xml")

    def _store(self, column: Column, start: int, end: int, following: int = 2) -> str:
        """Records from rank ``start`` (from 0) to ``end``, with the address of the following group."""
        total, size = self.site.total(column), self.site.mine.per_page * _GROUP
        address = f"{self.proxy}?page={following}&appid=1&webid=67&path=/&columnid={column.code}&unitid={self._unit(column)}&webname={self.chrome.name}&permissiontype=0"
        records = "".join(f"<record><![CDATA[{self.row(p, 1)}]]></record>\n" for p in self.site.slice(column, start, end))
        return (
            f"<datastore>\n<totalrecord>{total}</totalrecord>\n<totalpage>{max(1, -(-total // size))}</totalpage>\n"
            f'<nextgroup><![CDATA[<a href="{address}"></a>]]></nextgroup>\n<recordset>\n{records}</recordset>\n</datastore>\n'
        )

    def row(self, posting: Posting, page: int) -> str:
        return f'<li><a href="{self.href(posting)}" title="{posting.title}" target="_blank">{posting.title}</a><span>{posting.published:%Y-%m-%d}</span></li>'

    def list_head(self, column: Column, page: int) -> str:
        return '<meta name="Generator" content="大汉版通">\n<meta name="Author" content="大汉网络">\n<script src="/script/jquery.jpage.js"></script>\n'

    def rows(self, rows: list[Posting], column: Column, page: int) -> str:
        size = self.site.mine.per_page
        links = "".join(f'<record><![CDATA[<li><a href="http://bm{i}.example/">友情链接单位{i}</a></li>]]></record>\n' for i in range(3))
        return (
            f'<div id="{300_900 + column.code}" class="links"><script type="text/xml"><datastore><totalrecord>3</totalrecord><totalpage>1</totalpage>'
            f"<recordset>\n{links}</recordset></datastore></script></div>\n"
            f'<div id="{self._unit(column)}" class="default_pgContainer"><script type="text/xml">{self._store(column, 0, size * _GROUP, 1)}</script></div>\n'
            f"<script>$(function(){{$('#{self._unit(column)}').jpage({{perPage:{size},totalRecord:{self.site.total(column)},proxyUrl:'{self.proxy}',"
            f"ajaxParam:{{col:1,appid:1,webid:67,path:'/',columnid:{column.code},sourceContentType:1,unitid:'{self._unit(column)}',"
            f"webname:'{self.chrome.name}',permissiontype:0}}}});}});</script>\n"
        )

    def pager(self, column: Column, page: int) -> str:
        return ""

    def article_page(self, posting: Posting, article: Article) -> str:
        inner = (
            f'<table id="c" width="960"><tr><td class="title">{self.kicker(article)}<!--<$[标题]>begin-->{article.title}<!--<$[标题]>end--></td></tr>\n'
            f'<tr><td class="info">{self.meta_line(posting, article)} 浏览次数：<script src="/module/visitcount/articlehits.jsp?colid={posting.column.code}"></script> {self.chrome.share()}</td></tr>\n'
            f'<tr><td class="bt_content"><div id="zoom"><!--<$[信息内容]>begin--><!--ZJEG_RSS.content.begin--><META name=ContentStart>{self.styled(posting, article)}'
            f"<META name=ContentEnd><!--ZJEG_RSS.content.end--><!--<$[信息内容]>end--></div></td></tr></table>\n"
            f"{self.attachments(article, '/module/download/downfile.jsp?classid=0&amp;filename=')}<!-- Produced By 大汉网络 大汉版通发布系统 -->\n"
        )
        return self.framed(posting, article, inner)
