"""The generic pager: words, pictures, numbers, totals, scripts, and the ends of lists."""

import pytest

from crawler.lists.listing import ListPage
from crawler.lists.page_numbers import number_in, with_number
from crawler.lists.pagers import generic, total_pages

HOST = "http://www.nanping.gov.example/xw/"


def following(markup: str, path: str = "index.html") -> str | None:
    found = generic(ListPage(url=HOST + path, text=f"<html><body><ul><li>x</li></ul>{markup}</body></html>"))
    return found.url.removeprefix(HOST) if found else None


@pytest.mark.parametrize(
    ("markup", "path", "expected"),
    [
        ('<a href="index_1.html">下一页</a>', "index.html", "index_1.html"),
        ('<a href="index_2.html">[ 下页 ]</a>', "index.html", "index_2.html"),
        ('<a href="?page=2">Next</a>', "list", "list?page=2"),
        ('<ul class="pagination"><li><a href="#">1</a></li><li><a href="list_2.html">›</a></li></ul>', "list.html", "list_2.html"),
        ('<a class="next" href="list_2.html"><i></i></a>', "list.html", "list_2.html"),
        ('<link rel="next" href="list_2.html">', "list.html", "list_2.html"),
        ('<a href="index_2.html"><img src="x.gif" alt="下一页"></a>', "index.html", "index_2.html"),
        ('<a href="index_3.html"><img src="a.jpg"></a>', "index_2.html", "index_3.html"),
        ('<a href="list.asp?cid=4&amp;page=2"><img src="/i/btn_next.gif"></a> 共9页', "list.asp?cid=4", "list.asp?cid=4&page=2"),
        ("<span onclick=\"location.href='list_2.html'\">下一页</span>", "list.html", "list_2.html"),
        ("<a href=\"javascript:location='list_2.html'\">下一页</a>", "list.html", "list_2.html"),
        ('<b>2</b> <a href="index_3.html">3</a> <a href="index_4.html">4</a>', "index_2.html", "index_3.html"),
        ('<a href="index.html">1</a> <a class="cur" href="index_1.html">2</a> <a href="index_2.html">3</a>', "index_1.html", "index_2.html"),
        ('<a href="index_20.html">尾页</a> 共20页', "index.html", "index_2.html"),
        ('<a href="index_19.html">尾页</a> 共20页', "index.html", "index_1.html"),
        ('<a href="list-9.html">末页</a>', "list-3.html", "list-4.html"),
        ("<script>var totalPage = 12;</script>", "3.html", "4.html"),
        ('<script>createPageHTML(20, 0, "index", "html");</script>', "", "index_1.html"),
        ('<script>createPageHTML(20, 4, "list", "shtml");</script>', "list_4.shtml", "list_5.shtml"),
        ("<script>createPageHTML('page-div', 20, 1, 'index', 'html', 389);</script>", "index.html", "index_2.html"),
        ("<script>createPageHTML(20, 1, 'index', 'html');</script>", "index.html", "index_2.html"),
        ('<select><option value="index.html" selected>1</option><option value="index_2.html">2</option></select>', "index.html", "index_2.html"),
    ],
)
def test_next_page(markup: str, path: str, expected: str) -> None:
    assert following(markup, path) == expected


@pytest.mark.parametrize(
    ("markup", "path"),
    [
        ("", "index.html"),
        ('<a href="#">下一页</a>', "index_9.html"),
        ('<a class="disabled" href="index_9.html">下一页</a>', "index_8.html"),
        ('<a href="index_9.html">下一页</a>', "index_9.html"),
        ('<script>createPageHTML(20, 19, "index", "html");</script>', "index_19.html"),
        ("<script>createPageHTML('page-div', 20, 20, 'index', 'html', 389);</script>", "index_20.html"),
        ("<script>createPageHTML(1, 0, 'index', 'html');</script>", "index.html"),
        ("<script>function createPageHTML(_nPageCount, _nCurrIndex, _sPageName, _sPageExt){}</script>", "index.html"),
        ('<a href="index_8.html">上一页</a> <b>9</b>', "index_9.html"),
        ("<script>var totalPage = 3;</script>", "3.html"),
        ('<a href="/xw/2024/1.html">下一篇</a>', "index.html"),
        ('<a href="index_9.html">尾页</a>', "index_9.html"),
    ],
)
def test_no_next_page(markup: str, path: str) -> None:
    assert following(markup, path) is None


def test_last_page_alone_offers_the_other_way_of_counting() -> None:
    found = generic(ListPage(url=HOST, text='<body><a href="index_19.html">尾页</a></body>'))
    assert found is not None
    assert found.otherwise is not None
    assert (found.url, found.otherwise.url) == (HOST + "index_1.html", HOST + "index_2.html")


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("共18頁", 18),
        ("共<b>4</b>页", 4),
        ("第2页/共9页", 9),
        ("当前第 1 / 24", 24),
        ("var pageCount = 12;", 12),
        ("1/11", 11),
        ("2021/01/28", None),
        ("共98条", None),
    ],
)
def test_totals(text: str, total: int | None) -> None:
    assert total_pages(ListPage(url=HOST, text=f"<body><div>{text}</div></body>")) == total


@pytest.mark.parametrize(
    ("url", "number", "other"),
    [
        ("/xw/index_3.html", 3, "/xw/index_7.html"), ("/xw/list-18-2.html", 2, "/xw/list-18-7.html"), ("/xw/2.html", 2, "/xw/7.html"), ("/l.php?tid=2&page=3&x=1", 3, "/l.php?tid=2&page=7&x=1"),
        ("/News/showList/43310/page_1.html", 1, "/News/showList/43310/page_7.html"), ("/index2.html", 2, "/index7.html"), ("/xw/", None, "/xw/"),
    ],
)  # fmt: skip
def test_numbers_in_addresses(url: str, number: int | None, other: str) -> None:
    assert number_in(url) == number
    assert with_number(url, 7) == other


@pytest.mark.parametrize(
    ("anchor", "script", "url"),
    [
        ('<a href="javascript:goPage(2)">下一页</a>', 'function goPage(n){location.href="index_"+n+".html";}', "index_2.html"),
        ('<a href="#" onclick="return turn(\'2\')">下一页</a>', "function turn(no, size) { window.location.href = '?page=' + no; }", "?page=2"),
        ('<a href="javascript:goPage(2)">下一页</a>', "function goPage(n){$('#f').submit();}", None),
        (
            '<a onclick="go(2);">下一页</a>',
            'function go(p){ if(p==1){location.href="index.html";} else {window.location.href = "index_" + p + ".html";} }',
            "index_2.html",
        ),
        ('<a href="javascript:toPage(2)">下一页</a>', 'var toPage=function(n){window.location="?page="+n};', "?page=2"),
        ('<a href="?page=2">加载更多</a>', "", "?page=2"),
        ('<a href="/other/?page=2">查看更多</a>', "", None),
    ],
)
def test_functions_that_turn_pages_and_buttons_that_load_more(anchor: str, script: str, url: str | None) -> None:
    found = generic(ListPage(url=HOST, text=f"<body><div>{anchor}</div><script>{script}</script></body>"))
    assert (found and found.url) == (url and HOST + url)


def test_numbers_side_by_side_make_a_pager_though_days_stand_in_the_page() -> None:
    rows = "".join(f'<p><b>{25 - n}</b>2024-03 <a href="/n/{n}.html">县里召开会议</a></p>' for n in range(4))
    text = f'<body>{rows}<div><a href="?p=1">1</a><a href="?p=2">2</a><a href="?p=3">3</a></div></body>'
    found = generic(ListPage(url=HOST + "index.html", text=text))
    assert found is not None
    assert found.url == HOST + "index.html?p=2"
