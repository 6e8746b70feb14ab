"""The source: which rule wins."""

import pytest

from pipelines.parse.source import source
from tests.pipelines.parse.scenes import scene


@pytest.mark.parametrize(
    ("made", "value", "rule"),
    [
        (scene(["标题", "来源：县融媒体中心 2024-03-06"], metas={"contentsource": "县政府"}), "县融媒体中心", "来源 between headline and body"),
        (scene(["标题", "2024-03-06"], ["来源：平潭网"]), "平潭网", "来源 below the body"),
        (scene(["标题", "2024-03-06"], metas={"contentsource": "县政府"}), "县政府", "meta ContentSource"),
        (scene(["发布机构\t县市场监管局\t公开日期\t2024-01-01"], metas={"contentsource": "县"}), "县市场监管局", "发布机构 above the body"),
        (scene(["标题", "08-27 09:30 县教育局 阅读 233"]), "县教育局", "name beside the date"),
        (scene(["标题", "8月27日 · 青溪融媒"]), "青溪融媒", "name beside the date"),
        (scene(["标题", "深圳中学 2011-09-14"]), "深圳中学", "name beside the date"),
        (scene(["标题", "【发布机构】", "县市场监管局", "【发布日期】", "2024-03-06"]), "县市场监管局", "发布机构 above the body"),
        (scene(["来源：", "县融媒体中心", "2024-03-06"]), "县融媒体中心", "来源 between headline and body"),
        (scene(body=["四川新闻网泸州4月26日讯（赵小龙）近日，县长督导检查。"]), "四川新闻网", "dateline"),
        (scene(body=["湖南日报新湖南客户端2月28日讯(记者邢骁)今天上午，大会开幕。"]), "湖南日报新湖南客户端", "dateline"),
    ],
)
def test_the_first_rule_that_finds_a_source_wins(made, value, rule):
    found = source(made)
    assert (found[0], found[1].rule) == (value, rule)


@pytest.mark.parametrize("text", ["来源：", "来源：信息来源", "来源：-", "来源：2024-03-06", "来源：${source}"])
def test_what_cannot_be_a_source_is_passed_over(text):
    assert source(scene(["标题", text])) is None


def test_the_headline_in_the_tag_is_no_source():
    assert source(scene(metas={"contentsource": "县政府召开会议", "articletitle": "县政府召开会议"})) is None


def test_a_person_beside_the_date_is_no_source():
    assert source(scene(["标题", "王占宝 2012-05-19"])) is None
