"""Guards what of a text is compared: its words and whole figures, in one script, without who reported it."""

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.dedupe.comparable import FIGURES, codes, comparable, uncredited


def same(one: str, other: str) -> bool:
    return np.array_equal(comparable(one), comparable(other))


@pytest.mark.parametrize(
    "copy",
    [
        "本报讯（记者 王颖）3月5日，青禾县召开会议。",
        "青禾融媒讯（通讯员 刘铁华 陈敏）3月5日，青禾县召开会议。",
        "新华社某地3月6日电（记者 李明）3月5日，青禾县召开会议。",
        "3月5日,青禾县召开会议。（青禾县政府办供稿）",
        "（记者 张军亚）3月5日，青禾县召开会议。",
        "3月5日，青禾县召开会议。\n责任编辑：翟柯",
        "　　3月5日，\n\n青禾县召开会议……",
        "３月５日，青禾县召开会议",
        "3月5日，青禾縣召開會議。",
        "3月5日，青禾縣(xiàn)召開(kāi)會(huì)議(yì)。",
    ],
)
def test_datelines_credits_layout_and_script_do_not_count(copy):
    assert same(copy, "3月5日，青禾县召开会议。")


def test_words_that_only_look_like_a_dateline_count():
    assert not same("近日，县防汛办接到来电（来自各乡镇）要求支援。", "要求支援。")


def test_characters_that_conversion_confuses_count_as_one():
    assert same("著力推進後勤與乾旱工作", "着力推进后勤与干旱工作")


def test_a_figure_is_one_thing():
    one, eleven = comparable("3月1日发布"), comparable("3月11日发布")
    assert len(one) == len(eleven)
    assert (one != eleven).sum() == 1
    assert (one >= FIGURES).sum() == 2


def test_a_decimal_is_one_figure_and_a_full_stop_none():
    assert len(comparable("增长3.5%")) == 4
    assert same("增长5。", "增长5.")


def test_chinese_numerals_in_a_row_are_one_figure():
    assert (comparable("第七十一次会议") >= FIGURES).sum() == 1
    assert (comparable("第七次会议统一部署") >= FIGURES).sum() == 0


def test_emoji_and_private_characters_do_not_count_rare_ideographs_do():
    assert len(codes("👉\ue000会\u200b𠮷")) == 2


@pytest.mark.parametrize("hostile", ["(" * 10**6, "（记者" * 300_000, "来源:" * 400_000, "\n　" * 10**6, "月日讯 " * 10**5, "字(a" * 400_000, "1." * 10**6])
def test_hostile_text_takes_linear_time(hostile):
    began = time.process_time()
    comparable(hostile)
    assert time.process_time() - began < 2


@given(st.text(max_size=200))
def test_any_text_can_be_compared(text):
    found = comparable(text)
    assert found.dtype == np.uint32
    assert not (found == 0).any()
    assert isinstance(uncredited(text), str)
