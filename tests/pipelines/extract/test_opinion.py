"""The second opinion."""

from pipelines.extract.opinion import agreement, running_text, second_opinion
from pipelines.extract.tree import parse

A = "3月5日上午，县长林向东主持召开县政府常务会议，研究部署全县春耕生产工作。"


def test_it_gives_the_running_text_of_a_page_without_furniture():
    html = f"<html><body><div><h1>县政府召开会议</h1>{f'<p>{A}</p>' * 4}</div><p>责任编辑：周小敏</p></body></html>"
    assert running_text(second_opinion(html, parse(html))) >= len(A)


def test_a_page_too_large_for_it_is_not_asked():
    root = parse("<p>x</p>")
    assert second_opinion("x" * 700_000, root) == []
    assert second_opinion("", root) == []


def test_a_page_whose_links_it_would_weigh_for_seconds_is_not_asked():
    many = f"<html><body><p>{A}</p>{'<a href=/x>县</a>' * 2_100}"
    assert second_opinion(many, parse(many)) == []
    deep = f"<html><body>{'<div>' * 240}<p>{A}</p>{'<a href=/x>县</a>' * 400}"
    assert second_opinion(deep, parse(deep)) == []
    few = f"<html><body>{'<div>' * 10}<p>{A}</p>{'<a href=/x>县</a>' * 400}"
    assert second_opinion(few, parse(few)) != []


def test_agreement_is_the_share_of_its_sentences_that_stand_in_ours():
    assert agreement([A], [A]) == 1
    assert agreement([], [A]) == 0
    assert agreement([], ["短"]) == 1
