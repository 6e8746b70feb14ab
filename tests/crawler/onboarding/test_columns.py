"""Columns of a home page: which are the county's own news, by name and by what their titles speak of."""

import pytest

from crawler.lists.listing import ListPage
from crawler.onboarding import columns, home
from crawler.onboarding.column_names import judge

ABOVE = ("河南省", "洛阳市")


@pytest.mark.parametrize(
    "name",
    [
        "政务要闻",
        "孟津要闻",
        "孟津区要闻",
        "孟津新闻",
        "今日孟津",
        "要闻动态",
        "工作动态",
        "时政要闻",
        "区内要闻",
        "本地要闻",
        "头条新闻",
        "新闻中心",
        "新闻动态>>",
        "【政务动态】",
        "新闻中心-政务要闻",
        "我区要闻",
    ],
)
def test_names_of_own_news(name: str) -> None:
    assert judge(name, "孟津区", ABOVE).verdict == "own"


@pytest.mark.parametrize(
    "name", ["国务院要闻", "省政府要闻", "河南要闻", "洛阳要闻", "市政府要闻", "省市要闻", "中央新闻", "自治区要闻", "偃师要闻", "市委要闻"]
)
def test_names_of_news_from_above_and_elsewhere(name: str) -> None:
    assert judge(name, "孟津区", ABOVE).verdict == "upstream"


@pytest.mark.parametrize(
    "name",
    [
        "部门动态",
        "乡镇动态",
        "镇街动态",
        "通知公告",
        "公示公告",
        "媒体聚焦",
        "图片新闻",
        "视频新闻",
        "专题专栏",
        "政策解读",
        "网站地图",
        "领导之窗",
        "孟津概况",
    ],
)
def test_names_of_other_columns(name: str) -> None:
    assert judge(name, "孟津区", ABOVE).verdict == "other"


def test_a_county_level_city_calls_itself_city() -> None:
    assert judge("市政府要闻", "林州市", ("河南省", "安阳市")).verdict == "own"
    assert judge("市政府要闻", "汤阴县", ("河南省", "安阳市")).verdict == "upstream"


def test_unknown_county_leaves_the_usual_names() -> None:
    assert judge("政务要闻").verdict == "own"
    assert judge("国务院要闻").verdict == "upstream"


HOME = """<html><head><title>首页_孟津区人民政府</title><meta name="SiteIDCode" content="4103220001"></head><body>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/xwzx/">新闻中心</a></li><li><a href="/zwgk/">政务公开</a></li></ul>
<div class="box"><h2><span>孟津要闻</span><a class="more" href="/xwzx/mjyw/">更多&gt;&gt;</a></h2><ul><li><a href="/xwzx/mjyw/202603/t20260305_1.html">区委召开常委会会议传达学习精神</a></li></ul></div>
<div class="tabs"><a href="/xwzx/gwy/">国务院要闻</a><a href="/xwzx/bmdt/">部门动态</a><a href="http://www.henan.gov.cn/yw/">河南要闻</a></div>
<p>网站标识码：4103220001 豫公网安备 41032202000027号</p></body></html>"""


def test_home_page_names_its_division_by_todays_code_and_its_columns_with_reasons() -> None:
    said = home.describe(HOME.encode(), "http://www.mengjin.gov.example/", None)
    assert (said["site_id_code"], said["adcode"], said["name"]) == ("4103220001", "410308", "孟津区")
    verdicts = {column["name"]: column["verdict"] for column in said["columns"]}
    assert verdicts["孟津要闻"] == "own"
    assert verdicts["国务院要闻"] == "upstream"
    assert verdicts["部门动态"] == "other"
    assert "河南要闻" not in verdicts
    assert all(column["why"] for column in said["columns"])


def test_news_as_a_whole_is_followed_only_where_nothing_better_is_named() -> None:
    assert [column.name for column in home.own_columns(HOME.encode(), "http://www.mengjin.gov.example/", None, "孟津区")] == ["孟津要闻"]
    only_parent = '<body><a href="/xwzx/">新闻中心</a></body>'.encode()
    assert [column.name for column in home.own_columns(only_parent, "http://a.example/", None, "孟津区")] == ["新闻中心"]


def test_placeholder_codes_do_not_count_and_the_police_record_does() -> None:
    page = ListPage(url="http://a.example/", text='<meta name="SiteIDCode" content="政府网站标识码"><p>湘公网安备 43022102000013号</p>')
    owner = home.owner(page)
    assert (owner.adcode, owner.name, owner.stated_by) == ("430212", "渌口区", "police_record")


def test_name_of_the_site_is_the_last_resort() -> None:
    owner = home.owner(ListPage(url="http://a.example/", text="<title>湖南省株洲市渌口区人民政府门户网站</title>"))
    assert (owner.adcode, owner.stated_by) == ("430212", "site_name")
    assert home.owner(ListPage(url="http://a.example/", text="<title>鼓楼区人民政府</title>")).adcode is None


def test_titles_tell_news_from_above() -> None:
    own = ["孟津区召开经济工作会议", "区委书记调研重点项目", "黄河岸边春意浓", "全区安全生产会议召开"]
    theirs = ["习近平主持召开座谈会", "国务院常务会议部署工作", "洛阳市举行项目开工仪式", "区长检查防汛"]
    assert columns.own_share(own, "孟津区", ABOVE) == 1.0
    assert columns.verdict_by_titles(own, "孟津区", ABOVE)[0] == "own"
    assert columns.verdict_by_titles(theirs, "孟津区", ABOVE)[0] == "upstream"
    assert columns.own_share(["春到河畔"], "孟津区", ABOVE) is None
