"""Column, site name and government site code."""

import pytest

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
