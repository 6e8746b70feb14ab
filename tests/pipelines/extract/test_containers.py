"""Containers: which names are trusted, and in which order."""

import time

import pytest

from pipelines.extract.containers import candidates
from pipelines.extract.tree import parse


@pytest.mark.parametrize(
    "markup",
    [
        "<ucapcontent>",
        '<div class="TRS_Editor">',
        '<div id="vsb_content_501">',
        '<font id="Zoom">',
        '<td id="zoom">',
        '<div class="a v_news_content b">',
        '<div id="js_content">',
        "<founder-content>",
    ],
)
def test_names_of_the_families_are_strong_in_any_letter_case(markup):
    assert candidates(parse(f"<html><body>{markup}正文"))[0].strong


def test_the_more_trusted_name_comes_first_and_the_outermost_of_one_name_only():
    root = parse('<div class="content"><div id="zoom"><div class="TRS_Editor"><div class="TRS_Editor">甲</div></div></div></div>')
    assert [found.rule for found in candidates(root)] == [".trs_editor", "#zoom"]


def test_an_element_with_several_names_goes_by_the_most_trusted_and_elements_of_one_name_stand_in_page_order():
    root = parse('<p id="zoom">甲</p><div class="zoom" id="UCAP-content">乙</div><ucapcontent class="article-content">丙</ucapcontent><p id="zoom">丁</p>')
    assert [(found.rule, found.element.text) for found in candidates(root)] == [
        ("#ucap-content", "乙"), ("ucapcontent", "丙"), ("#zoom", "甲"), ("#zoom", "丁"),
    ]  # fmt: skip


def test_a_page_that_names_everything_so_costs_no_more_than_its_size():
    root = parse("<html><body>" + '<p id="zoom" class="b zoom">甲</p>' * 20_000)
    begun = time.process_time()
    assert len(candidates(root)) == 60
    assert time.process_time() - begun < 2


def test_links_lists_and_headings_are_no_containers():
    assert not candidates(parse('<a class="content">甲</a><ul id="zoom"><li>乙</li></ul><h1 class="article-content">丙</h1>'))
