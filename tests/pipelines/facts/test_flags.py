"""Guards the flags: texts cut off, for sale, or with blanks where names belong."""

import pytest

from pipelines import facts
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
