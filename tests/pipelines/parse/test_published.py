"""The publish date: which rule wins, and what is flagged."""

import pytest

from pipelines.page import Hints
from pipelines.parse.published import generated, published
from tests.pipelines.parse.scenes import scene


@pytest.mark.parametrize(
    ("made", "iso", "basis"),
    [
        (scene(["2020-01-01", "标题", "发布时间：2024-03-06"]), "2024-03-06", "page"),
        (scene(["标题", "2024-03-06 10:00 县政府办"]), "2024-03-06T10:00", "page"),
        (scene(["标题", "发布时间：", "2024-03-06"]), "2024-03-06", "page"),
        (scene(["标题"], ["发布日期：2024-03-06"]), "2024-03-06", "page"),
        (scene(["标题", "更新时间：2024-03-06"]), "2024-03-06", "page"),
        (scene(["标题", "发布日期：20240306"]), "2024-03-06", "page"),
        (scene(["062024-03", "标题"]), "2024-03-06", "page"),
        (scene(["标题", "06", "2024-03"]), "2024-03-06", "page"),
        (scene(["标题", "03-06", "2024"]), "2024-03-06", "page"),
        (scene(["标题", "2024", "03-06"]), "2024-03-06", "page"),
        (scene(["标题"], ["（来源：县委办 2024-03-06）"]), "2024-03-06", "page"),
        (scene(["标题"], metas={"time": "2024-03-06T08:00:00+08:00"}), "2024-03-06T08:00:00", "meta"),
        (scene(["成文日期：2024-03-01"], metas={"pubdate": "2024-03-06"}), "2024-03-06", "meta"),
        (scene(["成文日期：2024-03-01"]), "2024-03-01", "page"),
        (scene(["标题"], metas={"firstpublishedtime": "2024-03-06-21:50:00"}), "2024-03-06T21:50:00", "meta"),
        (scene(["标题"], url="http://a.gov.cn/t20240306_1.html"), "2024-03-06", "url"),
        (scene(["标题"], body=["（2024年3月6日）", "同志们："]), "2024-03-06", "page"),
        (scene(["标题"], hints=Hints(publish_date="2024-03-06", publish_date_basis="list")), "2024-03-06", "list"),
        (scene(body=["红网时刻2月14日讯 区委全会召开。", "会议总结2021年工作，部署2022年工作，到2035年基本实现目标。"]), "2022-02-14", "dateline"),
        (scene(body=["县报12月20日讯 县委全会召开。", "会议总结2021年工作，部署2022年工作。"]), "2021-12-20", "dateline"),
        (scene(body=["县报12月20日讯 县委全会召开。"]), None, None),
    ],
)
def test_the_first_rule_that_finds_a_day_wins(made, iso, basis):
    found = published(made)
    assert (found.iso, found.basis) == (iso, basis)


def test_impossible_days_are_passed_over_and_flagged():
    found = published(scene(["标题", "发布时间：1970-01-01"], metas={"pubdate": "2042-01-01"}, url="http://a.gov.cn/t20240306_1.html", not_after="2026-01-01"))
    assert (found.iso, found.flags) == ("2024-03-06", {"implausible_date", "future_date"})


def test_a_footer_s_regeneration_time_is_no_publish_date():
    made = scene(
        ["标题"],
        ["Produced By CMS 网站群内容管理系统 publishdate:2024-11-26 13:50:12"],
        source_text="Produced By CMS 网站群内容管理系统 publishdate:2024-11-26 13:50:12",
    )
    assert published(made).iso is None
    assert generated(made)[0] == "2024-11-26T13:50:12"
