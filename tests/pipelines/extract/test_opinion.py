"""The second opinion."""

from pipelines.extract.opinion import agreement, running_text, second_opinion

A = "3月5日上午，县长林向东主持召开县政府常务会议，研究部署全县春耕生产工作。"


def test_it_gives_the_running_text_of_a_page_without_furniture():
    html = f"<html><body><div><h1>县政府召开会议</h1>{f'<p>{A}</p>' * 4}</div><p>责任编辑：周小敏</p></body></html>"
    assert running_text(second_opinion(html)) >= len(A)


def test_a_page_too_large_for_it_is_not_asked():
    assert second_opinion("x" * 700_000) == []
    assert second_opinion("") == []


def test_agreement_is_the_share_of_its_sentences_that_stand_in_ours():
    assert agreement([A], [A]) == 1
    assert agreement([], [A]) == 0
    assert agreement([], ["短"]) == 1
