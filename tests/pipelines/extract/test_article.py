"""Taking a page apart: what goes with a heading of related reading, and that pages made to be slow are not."""

import time

import pytest

from pipelines.extract import article, boilerplate
from pipelines.extract.boilerplate import Trimmed
from pipelines.extract.flow import Flow, Line

A = "3月5日上午，县长林向东主持召开县政府常务会议，研究部署全县春耕生产工作。"


def line(text, *, link=False):
    return Line(text, "p", None, len(text) if link else 0)


def listed(texts, removed):
    """What is left, and what is gone, of a body in which lines in brackets are links and some lines are gone already."""
    body = Flow([line(text, link=text.startswith("[")) for text in texts])
    trimmed = Trimmed([number for number in range(len(texts)) if number not in removed], list(removed))
    article._drop_listed(body, trimmed)
    return trimmed.kept, trimmed.removed


def test_the_links_below_a_heading_of_related_reading_go_with_it():
    assert listed([A, "相关阅读", "[甲]", "[乙]", A], [1]) == ([0, 4], [1, 2, 3])


def test_links_elsewhere_stay():
    assert listed(["[甲]", "相关阅读", A, "[乙]"], [1]) == ([0, 2, 3], [1])


def test_two_headings_each_take_their_own():
    assert listed([A, "相关阅读", "[甲]", A, "推荐阅读", "[乙]", "[丙]", A], [4, 1]) == ([0, 3, 7], [4, 1, 5, 6, 2])


SIZE = 60_000


def test_a_heading_with_tens_of_thousands_of_links_is_taken_out_in_one_pass():
    texts, begun = [A] * SIZE + ["相关阅读"] + ["[甲]"] * SIZE, time.process_time()
    kept, removed = listed(texts, {SIZE})
    assert time.process_time() - begun < 3
    assert kept == list(range(SIZE))
    assert removed == list(range(SIZE, 2 * SIZE + 1))


@pytest.mark.parametrize("text", ["（记者 王小磊）", "联系代写请加微信"])
def test_a_body_of_nothing_but_brackets_or_offers_is_trimmed_in_one_pass(text):
    lines, begun = [text] * SIZE, time.process_time()
    trimmed = boilerplate.trim(lines)
    assert time.process_time() - begun < 3
    assert sorted([*trimmed.kept, *trimmed.removed]) == list(range(SIZE))
