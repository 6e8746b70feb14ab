"""Guards the renderings of a body: each as long as the others, whatever is in it."""

from hypothesis import given
from hypothesis import strategies as st

from pipelines.facts.language.text import Text, fold, simplify


@given(st.text(max_size=300))
def test_renderings_are_as_long_as_the_body(body) -> None:
    text = Text.of(body, "")
    assert len(text.body) == len(text.hans) == len(text.plain)


def test_simplified_text_keeps_its_length_where_a_phrase_would_not() -> None:
    assert simplify("著力堅持發展") == "着力坚持发展"


def test_widths_and_punctuation_are_folded() -> None:
    assert fold("增长２３．６％,达到(1,234)亿元:「好」") == "增长23.6%，达到（1,234）亿元：“好”"


def test_straight_quotation_marks_open_and_close_in_turn() -> None:
    assert fold('坚持"三个一批"和"六稳"') == "坚持“三个一批”和“六稳”"


def test_a_figure_broken_from_its_unit_by_a_line_end_is_one() -> None:
    assert fold("增长4.4\n%，") == "增长4.4 %，"


def test_sentences_end_with_their_marks() -> None:
    text = Text.of("一。二！\n三")
    assert [text.plain[slice(*span)] for span in text.sentences] == ["一。", "二！\n", "三"]


def test_a_sentence_beyond_all_measure_is_cut_at_its_commas_and_nothing_is_lost() -> None:
    for unit in ("全县生产总值5亿元，", "全县生产总值5亿元；增长8%，", "全县生产总值"):
        body = "开头。" + unit * 1000 + "结尾。"
        text = Text.of(body)
        assert "".join(body[start:end] for start, end in text.sentences) == body
        assert all(end - start <= 2000 for start, end in text.sentences)
        assert all(body[end - 1] in "，；。" for _, end in text.sentences) or "，" not in unit
        assert text.sentence_at(len(body) - 1) == text.sentences[-1]
