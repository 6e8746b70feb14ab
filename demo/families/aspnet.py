"""ASP.NET: one address a list, further pages by ``__doPostBack`` with the hidden fields of the page before."""

# ruff: noqa: D102, E501 - what a method overrides says what it does; markup and sentences stand as they are served

from demo import chance
from demo.exchange import Request, Response
from demo.families.base import Family
from demo.news import Article
from demo.plan import Column
from demo.site import Posting

_TARGET = "ctl00$ContentPlaceHolder1$AspNetPager1"


class Aspnet(Family):
    """A POST without the right hidden fields gets the first page again."""

    name = "aspnet"
    FIRST_ID = 30_100

    def column_path(self, column: Column) -> str:
        return f"/NewsList.aspx?CategoryId={column.code}"

    def article_path(self, posting: Posting) -> str:
        return f"/NewsShow.aspx?id={self.shown(posting)}"

    def _state(self, column: Column, page: int) -> str:
        return f"/wEPDwUKLTM{chance.number(self.site.mine.index, column.code, page):x}9kZA=="

    def find_list(self, request: Request) -> tuple[Column, int] | None:
        column = self.by_code(request.query.get("CategoryId", "")) if request.path == "/NewsList.aspx" else None
        if not column:
            return None
        page = request.form.get("__EVENTARGUMENT", "")
        states = {self._state(column, k) for k in range(1, self.site.pages(column) + 1)}
        honoured = (
            request.form.get("__EVENTTARGET") == _TARGET
            and page.isdecimal()
            and request.form.get("__VIEWSTATE") in states
            and "__EVENTVALIDATION" in request.form
        )
        return column, (int(page) if honoured else 1)

    def respond(self, request: Request) -> Response | None:
        answer = super().respond(request)
        if answer and request.method == "POST":
            answer.etag = answer.modified = None
        return answer

    def find_article(self, request: Request) -> Posting | None:
        number = request.query.get("id", "")
        return self.site.posting(self.number(number)) if request.path == "/NewsShow.aspx" and number.isdecimal() and int(number) >= self.FIRST_ID else None

    def rows(self, rows: list[Posting], column: Column, page: int) -> str:
        return (
            f'<form method="post" action="./NewsList.aspx?CategoryId={column.code}" id="aspnetForm">\n'
            '<input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" /><input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value="" />\n'
            f'<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="{self._state(column, page)}" /><input type="hidden" name="__VIEWSTATEGENERATOR" value="CA0B0334" />\n'
            f'<input type="hidden" name="__EVENTVALIDATION" id="__EVENTVALIDATION" value="/wEWBgL{page:04d}" />\n' + super().rows(rows, column, page)
        )

    def pager(self, column: Column, page: int) -> str:
        total = self.site.pages(column)

        def call(k: int, words: str) -> str:
            return f"<a href=\"javascript:__doPostBack('{_TARGET}','{k}')\">{words}</a>"

        numbers = "".join(f"<span>{k}</span>" if k == page else call(k, str(k)) for k in range(max(1, page - 3), min(total, page + 3) + 1))
        on = call(page + 1, "下一页") + call(total, "尾页") if page < total else '<a disabled="disabled">下一页</a><a disabled="disabled">尾页</a>'
        return f'<div id="ctl00_ContentPlaceHolder1_AspNetPager1">总记录：{self.site.total(column)} 页次：{page}/{total} {numbers}{on}</div></form>\n'

    def article_page(self, posting: Posting, article: Article) -> str:
        stamp = posting.published
        inner = (
            f'<div class="show">{self.kicker(article)}<span id="ctl00_lblTitle"><h1>{article.title}</h1></span><div class="info">'
            f"{stamp.year}/{stamp.month}/{stamp.day} {stamp:%H:%M:%S} 次浏览 分类:{posting.column.name} 来源:{article.source}</div>{self.chrome.share()}"
            f'<span id="ctl00_lblContent"><div class="news_content" id="NewsContent">{self.styled(posting, article)}</div></span>\n{self.attachments(article, "/UploadFiles/")}</div>\n'
        )
        return self.framed(posting, article, inner)
