"""Column, site name and government site code."""

import pytest

from pipelines.extract.flow import flow
from pipelines.extract.tree import parse
from pipelines.page import Hints
from pipelines.parse.place import column, site_id_code, site_name
from tests.pipelines.parse.scenes import scene


@pytest.mark.parametrize(
    ("made", "value"),
    [
        (scene(["当前位置：首页 > 新闻中心 > 青溪要闻 > 正文"]), "青溪要闻"),
        (scene(["首页 >> 新闻中心 >> 青溪要闻"]), "青溪要闻"),
        (scene(["您现在的位置: 首页 / 政务公开 / 部门动态"]), "部门动态"),
        (scene(["当前位置：首页 > 要闻"], metas={"columnname": "青溪要闻"}), "青溪要闻"),
        (scene(["首页 > 武汉动态"], metas={"columnname": "武汉市人民政府门户网站武汉动态"}), "武汉动态"),
        (scene(["标题"], metas={"columnname": "栏目名称"}), None),
        (scene(["标题"], hints=Hints(column="要闻")), "要闻"),
    ],
)
def test_the_column(made, value):
    found = column(made)
    assert (found and found[0]) == value


def test_the_headline_is_no_column():
    assert column(scene(["当前位置：首页 > 要闻 > 县政府召开会议"]), "县政府召开会议")[0] == "要闻"


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (scene(metas={"siteidcode": "4399990001"}), "4399990001"),
        (scene(metas={"siteidcode": "bm07000001"}), "bm07000001"),
        (scene(after=["政府网站标识码:4399990001 | 湘ICP备1号"], metas={"siteidcode": "政府网站标识码"}), "4399990001"),
        (scene(after=["网站标识码：12345"]), None),
    ],
)
def test_the_site_code_has_ten_characters(made, code):
    found = site_id_code(made)
    assert (found and found[0]) == code


def test_the_site_s_name():
    assert site_name(scene(metas={"sitename": "青溪县人民政府"}))[0] == "青溪县人民政府"
    assert site_name(scene(metas={"sitename": "网站名称"})) is None
    assert site_name(scene(hints=Hints(site_name="青溪县"))) == ("青溪县", site_name(scene(hints=Hints(site_name="青溪县")))[1])


def of_page(crumb: str, more: str = "") -> str | None:
    lines = flow(parse(f"<div>{crumb}</div><h1>县政府召开会议</h1>{more}")).lines
    made = scene()
    made.before = lines
    answer = column(made, "县政府召开会议")
    return answer and answer[0]


@pytest.mark.parametrize(
    ("crumb", "value"),
    [
        ('<ol class="breadcrumb"><li><a href="/">首页</a></li><li><a href="/x/">新闻</a></li><li>部门动态</li></ol>', "部门动态"),
        ('<p>您的位置：<a href="/">首页</a><img src="j.gif"><a href="/x/">新闻</a><img src="j.gif"><a href="/y/">部门动态</a></p>', "部门动态"),
        ('<p>所在位置：<a href="/">首页</a> - <a href="/x/">部门动态</a> - 浏览文章</p>', "部门动态"),
        ("<p>您的位置：首页｜新闻中心｜部门动态</p>", "部门动态"),
        ('<p><a href="/">网站首页</a> | <a href="/x/">新闻动态</a> | <a href="/y/">联系我们</a></p>', None),
    ],
)
def test_a_breadcrumb_without_arrows(crumb, value):
    assert of_page(crumb) == value


def test_a_headline_that_the_breadcrumb_cuts_short_is_no_column():
    assert column(scene(["当前位置：首页 > 要闻 > 县政府召开第二十三次…"]), "县政府召开第二十三次常务会议")[0] == "要闻"
