"""Tidying one line."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.normalise.text import squash, tidy, unescaped


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("　　县政府 \xa0\t召开\n会议 ", "县政府 召开 会议"),
        ("县\u200b政\ufeff府\u00ad\ue123", "县政府"),
        ("&ldquo;六稳&rdquo;&amp;ldquo;六保&amp;rdquo;", "“六稳”“六保”"),
        ("甲&nbsp;乙&#12288;丙", "甲 乙 丙"),
        ("标题上<br>标题下", "标题上 标题下"),
        ('<p style="x">甲</p><!--', "甲"),
        ("a < b，c > d；A&B公司；x<3", "a < b，c > d；A&B公司；x<3"),
        ("<a href='x", "＜a href='x"),
    ],
)
def test_what_no_reader_sees_goes_and_what_he_sees_stays(raw, clean):
    assert tidy(raw) == clean


@given(st.text())
def test_a_tidied_line_is_one_line_without_markup_and_stays_so(text):
    clean = tidy(text)
    assert clean == " ".join(clean.split())
    assert "<!--" not in clean
    assert "</" not in clean


@pytest.mark.parametrize("filler", ["<", "<p", "<!--", "&", "&amp;", "&lt;p&gt;", "\u200b", " ", "<p <", "&#12"])
def test_long_runs_cost_no_more_than_their_length(filler):
    begun = time.process_time()
    tidy(filler * (1_000_000 // len(filler)))
    assert time.process_time() - begun < 3


def test_squashing_drops_all_white_space():
    assert squash(" 甲\u3000乙\n丙 ") == "甲乙丙"


def test_entities_are_resolved_and_numbers_of_no_character_are_none():
    assert unescaped("甲&amp;乙&#25991;&#x6587;") == "甲&乙文文"
    assert unescaped(f"甲&#{'1' * 5000};乙") == "甲\ufffd乙"
