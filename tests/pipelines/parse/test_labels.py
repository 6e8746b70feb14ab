"""Labels and their values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.parse import labels


def pairs(text: str) -> list[tuple[str, str]]:
    return [(item.kind, item.value) for item in labels.read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("来源: 青溪县人民政府 发布时间: 2021-01-28", [("source", "青溪县人民政府"), ("published", "2021-01-28")]),
        ("来源：长沙晚报 作者：贺小兵 编辑：李丽 2018-02-15 09:21:30", [("source", "长沙晚报"), ("author", "贺小兵"), ("editor", "李丽")]),
        ("来　　源：县融媒体中心", [("source", "县融媒体中心")]),
        ("信息来源：人民网发布时间：2021-01-28", [("source", "人民网"), ("published", "2021-01-28")]),
        ("來源：青溪縣政府 發佈時間：2021-01-28", [("source", "青溪縣政府"), ("published", "2021-01-28")]),
        ("来源：新华网 【字体：大 中 小】 打印", [("source", "新华网")]),
        ("公开日期\t2018-01-01\t发布机构\t县市场监管局", [("published", "2018-01-01"), ("issuer", "县市场监管局")]),
        ("索引号：\t0001/2024\t主题分类：\t农业", [("other", "0001/2024"), ("other", "农业")]),
        ("（责任编辑：周小敏）", [("editor", "周小敏")]),
        ("发布日期 2021-1-8 11:11", [("published", "2021-1-8 11:11")]),
        ("编辑丨周小敏", [("editor", "周小敏")]),
        ("来源：国际交流合作处 国际文旅之窗", [("source", "国际交流合作处 国际文旅之窗")]),
        ("来源：", [("source", "")]),
        ("图文来源：县委网信办", []),
        ("会议时间：3月6日", []),
        ("来源于人民，植根于人民", []),
    ],
)
def test_labels_are_read_with_their_values(text, expected):
    found = pairs(text)
    assert [pair for pair in found if pair[1] or not expected or pair in expected][: len(expected)] == expected


@pytest.mark.parametrize("label", labels.KINDS)
def test_every_label_is_read_though_another_begins_it_and_blanks_part_its_characters(label):
    for text in (f"{label}：王磊", f"{'　'.join(label)} : 王磊", f"。{label}:王磊"):
        assert [(item.kind, item.label) for item in labels.read(text)] == [(labels.KINDS[label], label)]


def test_a_line_may_be_nothing_but_a_label():
    assert labels.is_label("发布时间：")
    assert labels.is_label("【来　源】")
    assert not labels.is_label("发布时间：2024")


@given(st.text(max_size=200))
def test_every_value_stands_in_its_line(text):
    for item in labels.read(text):
        assert item.kind
        assert "".join(item.value.split()) in "".join(labels.simplified(text).split()) + "".join(text.split()) or "\t" in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("初审丨周小敏  复审丨吴敏  终审丨林向东", [("reviewer", "周小敏"), ("reviewer", "吴敏"), ("reviewer", "林向东")]),
        ("2024-03-06 10:00 来源 | 青溪新闻网　文字 | 王磊　编辑 | 周小敏", [("source", "青溪新闻网"), ("reporter", "王磊"), ("editor", "周小敏")]),
        ("作者：王磊 | 来源：青溪新闻网 | 责编：周小敏", [("author", "王磊"), ("source", "青溪新闻网"), ("editor", "周小敏")]),
        ("【来源：青溪新闻网】【作者：王磊】", [("source", "青溪新闻网"), ("author", "王磊")]),
        ("一审一校：周小敏 二审二校：吴敏", [("reviewer", "周小敏"), ("reviewer", "吴敏")]),
        ("Updated: 2024-03-06 Source: Qingxi Today Font Size: A A A", [("updated", "2024-03-06"), ("source", "Qingxi Today"), ("other", "A A A")]),
        ("Resource: paper", []),
        ("来源", [("source", "")]),
        ("首页 | 图片 | 视频", []),
    ],
)
def test_labels_set_off_by_bars_brackets_or_nothing(text, expected):
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[发布日期] 2024-03-06", [("published", "2024-03-06")]),
        ("[发文机构] 青溪县人民政府", [("issuer", "青溪县人民政府")]),
        ("【来 源】 青溪日报 【作者】 王磊", [("source", "青溪日报"), ("author", "王磊")]),
        ("[图片]春耕时节", []),
        ("【打印】【关闭】", []),
    ],
)
def test_labels_in_brackets(text, expected):
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("来源：【人民网】 2024-03-06", "人民网"),
        ("转自：新华网", "新华网"),
        ("来源：青溪县人民政府网　http://www.qingxi.gov.cn/", "青溪县人民政府网"),
        ("来源：县委组织部（县委老干部局）　日期：2024-03-06", "县委组织部（县委老干部局）"),
        ("来自：县司法局 阅读（34）", "县司法局"),
        ("（来源：县委办）", "县委办"),
    ],
)
def test_a_source_without_what_stands_around_it(text, value):
    assert pairs(text)[0] == ("source", value)
