"""Guards the flags: texts cut off, for sale, or with blanks where names belong."""

import pytest

from pipelines import facts
from pipelines.facts import flags
from pipelines.facts.context import Context
from pipelines.facts.language.text import Text
from tests.pipelines.facts import samples
from tests.pipelines.facts.samples import reading


@pytest.mark.parametrize(
    ("body", "flags"),
    [
        (samples.SAMPLE, {"truncated", "advertisement", "placeholder"}),
        (samples.MEETING, set()),
        (samples.NOTICE, set()),
        ("会议指出，要抓好落实，推动各项工作再上新的", {"truncated"}),
        ("20XX年，全县地区生产总值增长8%。", {"placeholder"}),
        ("网址xxgk.gov.cn，电话0371-22786565。", set()),
        ("各位代表：\n我代表县人民政府，向大会报告工作，请予审议。\n一、工作回顾\n经济增长。", {"truncated"}),
    ],
)
def test_flags_are_raised_by_what_the_text_shows(body, flags) -> None:
    assert set(facts.find_all(reading(body)).flags) == flags


@pytest.mark.parametrize(
    "body",
    [
        "警方提醒，要求添加微信的一律是诈骗。",
        "咨询热线：0371-12345678。",
        "更多内容请关注公众号。",
        "被告人王××、李某某受审。",
        "创建示范文明村。",
        "尺寸为XXL，型号X100。",
        "网址http://www.xx.gov.cn/xxgk/",
    ],
)
def test_ordinary_texts_raise_none(body) -> None:
    assert facts.find_all(reading(body)).flags == frozenset()


@pytest.mark.parametrize(
    ("title", "body", "raised"),
    [
        ("某县县委书记在推进会上的讲话", "同志们：今天，我们召开某县乡村振兴推进会，主要是部署工作。", True),
        ("县公安局破获一起案件", "某县某局干部张某被查。某县纪委通报了情况。", False),
        ("在全县推进会上的讲话", "同志们：今天，我们召开推进会。某乡镇工作滞后，要整改。", False),
    ],
)
def test_a_speech_of_an_unnamed_county_is_a_sample(title, body, raised) -> None:
    assert ("placeholder" in flags.find(Text.of(body), Context(title=title))) is raised


@pytest.mark.parametrize(
    ("body", "cut"),
    [
        ("过去一年，全县完成生产总值215亿元。\n一是加快工业发展，推动", True),
        ("过去一年，全县完成生产总值215亿元。\n一是加快工业发展，推动转型升级。", False),
        ("申请人须带：\n1.身份证\n2.户口簿，复印件", False),
    ],
)
def test_an_item_that_breaks_off_is_cut(body, cut) -> None:
    assert ("truncated" in flags.find(Text.of(body), Context())) is cut


def test_a_text_that_breaks_off_above_its_signature_is_cut_off() -> None:
    body = "会议指出，要紧盯目标，抢抓施工黄金期……\n（清溪县融媒体中心 李明）"
    assert "truncated" in flags.find(Text.of(body), Context())
