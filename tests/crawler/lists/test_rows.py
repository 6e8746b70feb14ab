"""Rows of list pages in the layouts of three decades: tables, summaries, grids, side lists, headlines, scripts that open windows."""

from datetime import date

import pytest

from crawler.lists import rows
from crawler.lists.listing import ListPage

HOST = "http://www.nanping.gov.example/"
TITLES = ["县委召开专题会议研究部署", "全县春季植树造林现场会召开", "县长深入乡镇调研产业发展", "我县举办职业技能培训班", "县医院新院区正式启用"]
NAV = (
    '<div id="nav"><a href="/">首页</a><a href="/zwgk/zfxxgkml.shtml">政府信息公开目录</a><a href="/zwgk/jgsz.shtml">机构设置与领导分工</a>'
    '<a href="/bsfw/wsbs.shtml">网上办事服务大厅</a></div>'
)
FOOT = '<div class="bottom"><a href="http://www.gov.example/">中央人民政府门户网站</a><a href="/sitemap.shtml">网站地图及使用说明</a></div>'


def read(inner: str, path: str = "xw/index.html", head: str = "<title>县内要闻-某县人民政府</title>") -> list[tuple[str, str | None]]:
    page = ListPage(url=HOST + path, text=f"<html><head>{head}</head><body>{NAV}{inner}{FOOT}</body></html>")
    return [(link.url.removeprefix(HOST), link.date) for link in rows.links(page)]


def test_each_item_in_a_table_of_its_own() -> None:
    items = "".join(
        f'<table><tr><td>·</td><td><a href="/xw/{881 + n}.htm">{title}</a></td><td>[2024/3/{20 - n}]</td></tr></table>' for n, title in enumerate(TITLES)
    )
    menu = "".join(f'<tr><td><a href="/xw/c{n}/">第{n}号栏目名称导航</a></td></tr>' for n in range(9))
    assert read(f"<table><tr><td><table>{menu}</table></td><td>{items}</td></tr></table>") == [(f"xw/{881 + n}.htm", f"2024-03-{20 - n}") for n in range(5)]


def test_summaries_with_picture_and_day_apart_from_month() -> None:
    items = "".join(
        f'<div class="item"><a href="/n/{n}a.html"><img src="a.jpg"></a><h3><a href="/n/{n}a.html">{title}</a></h3><p>3月{n + 1}日，{title}。<a href="/n/{n}a.html">[详细]</a></p>'
        f'<div class="date"><b>{20 - n}</b><span>2024-03</span></div></div>'
        for n, title in enumerate(TITLES)
    )
    assert read(f'<div class="list">{items}</div>') == [(f"n/{n}a.html", f"2024-03-{20 - n}") for n in range(5)]


def test_short_list_of_the_column_beside_a_longer_one_of_another() -> None:
    own = "".join(
        f'<li>[<a href="/zwgk/bm{n}/">水利局</a>] <a href="/zwdt/202403/t202403{20 - n}_{n}99.html">{title}</a></li>' for n, title in enumerate(TITLES[:2])
    )
    other = "".join(f'<li><a href="/tzgg/202403/t202403{10 + n}_{n}77.html">关于某某事项的公告第{n}号</a><span>2024-03-{10 + n}</span></li>' for n in range(10))
    inner = f"<div><div class='l'><h2>工作动态</h2><ul>{own}</ul></div><div class='r'><h2>通知公告</h2><ul>{other}</ul></div></div>"
    found = read(inner, head='<meta name="ColumnName" content="工作动态"><title>工作动态_某县</title>')
    assert [url for url, _ in found] == ["zwdt/202403/t20240320_099.html", "zwdt/202403/t20240319_199.html"]


def test_only_side_lists_mean_that_a_script_fills_the_list() -> None:
    hot = "".join(f'<li><a href="/xw/2024/0301/{n}5.html">很多人读过的一条新闻{n}</a></li>' for n in range(8))
    assert read(f'<div id="list"></div><div class="right hot"><h3>热点推荐</h3><ul>{hot}</ul></div>') == []


def test_headline_above_the_list_belongs_to_it() -> None:
    items = "".join(f'<li><a href="/2024-03/{20 - n}/c_{900 - n}.htm">{title}</a></li>' for n, title in enumerate(TITLES[:4]))
    inner = f'<div class="main"><div class="top"><h1><a href="/2024-03/25/c_1001.htm">{TITLES[4]}</a></h1></div><ul>{items}</ul></div>'
    assert [url for url, _ in read(inner)][:2] == ["2024-03/25/c_1001.htm", "2024-03/20/c_900.htm"]


def test_grid_of_pictures_without_dates() -> None:
    cells = "".join(
        f'<td><a href="show.asp?id={300 + n}"><img src="p.jpg"></a><br><a href="show.asp?id={300 + n}">{title}</a></td>' for n, title in enumerate(TITLES)
    )
    assert [url for url, _ in read(f"<table><tr>{cells}</tr></table>", "list.asp?cid=3")] == [f"show.asp?id={300 + n}" for n in range(5)]


def test_addresses_in_scripts_of_anchors() -> None:
    items = "".join(
        f'<li><a href="javascript:void(0)" onclick="window.open(\'/art/2024/3/{n + 1}/art_12_{n}.html\')">{title}</a></li>' for n, title in enumerate(TITLES)
    )
    assert [date for _, date in read(f"<ul>{items}</ul>")] == [f"2024-03-0{n + 1}" for n in range(5)]


def test_links_to_other_sites_are_marked() -> None:
    items = "".join(f'<li><a href="/xw/202403/t2024030{n + 1}_{n}11.html">{title}</a></li>' for n, title in enumerate(TITLES))
    page = ListPage(
        url=HOST + "xw/", text=f'<ul>{items}<li><a href="https://mp.weixin.qq.com/s/abcdefghijk12345">公众号里的一篇文章标题</a>2024-03-09</li></ul>'
    )
    assert [link.external for link in rows.links(page)] == [False] * 5 + [True]


def test_pinned_rows_are_marked_and_cut_titles_completed() -> None:
    page = ListPage(
        url=HOST + "xw/",
        text=f'<ul><li>[置顶]<a href="/xw/t20240301_11.html" title="{TITLES[0]}全文">{TITLES[0][:5]}...</a></li><li><a href="/xw/t20240302_12.html">{TITLES[1]}</a></li></ul>',
    )
    found = rows.links(page)
    assert [link.pinned for link in found] == [True, False]
    assert found[0].title == TITLES[0] + "全文"


def test_base_element_is_what_links_resolve_against() -> None:
    page = ListPage(url=HOST + "a/b/", text=f'<head><base href="/xw/"></head><ul><li><a href="t20240301_11.html">{TITLES[0]}</a></li></ul>')
    assert rows.links(page)[0].url == HOST + "xw/t20240301_11.html"


def test_month_and_day_take_the_year_of_the_visit() -> None:
    page = ListPage(
        url=HOST,
        text=f'<ul><li><a href="/xw/88.html">{TITLES[0]}</a><i>12-28</i></li><li><a href="/xw/87.html">{TITLES[1]}</a><i>01-02</i></li></ul>',
        seen_on=date(2026, 1, 5),
    )
    assert [link.date for link in rows.links(page)] == ["2025-12-28", "2026-01-02"]


@pytest.mark.parametrize(
    "text", ["", "   ", "<html>", "plain words", '<a href="/t20240301_1.html">', "{" * 50, "<" * 500, "\x00\x01<ul><li><a>x</a></li></ul>"]
)
def test_pages_without_a_list_have_no_links_and_do_no_harm(text: str) -> None:
    assert len(rows.links(ListPage(url=HOST, text=text))) <= 1


def test_rows_that_a_click_opens_without_an_anchor() -> None:
    items = "".join(
        f"<li onclick=\"window.open('/art/show.html?id={9 - n}')\"><span>{title}</span><i>2024-03-{20 - n}</i></li>" for n, title in enumerate(TITLES)
    )
    assert read(f"<ul>{items}</ul>") == [(f"art/show.html?id={9 - n}", f"2024-03-{20 - n}") for n in range(5)]


def test_a_short_title_beside_its_date_in_one_anchor_and_the_day_of_a_time_element() -> None:
    page = ListPage(
        url=HOST + "xw/",
        text="<ul>" + "".join(f'<a href="/view/{881 + n}.html"><span>2024-03-{20 - n}</span><span>县里召开会议</span></a>' for n in range(5)) + "</ul>",
    )
    assert {(link.title, link.date[:7] if link.date else None) for link in rows.links(page)} == {("县里召开会议", "2024-03")}
    items = "".join(f'<li><a href="/n/{n}a.html">{title}</a><time datetime="2024-03-{20 - n}">3月{20 - n}日</time></li>' for n, title in enumerate(TITLES))
    assert read(f"<ul>{items}</ul>") == [(f"n/{n}a.html", f"2024-03-{20 - n}") for n in range(5)]
