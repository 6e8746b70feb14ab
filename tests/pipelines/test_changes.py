"""Guards the difference of two texts: it spells both, and marks words, not paragraphs."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipelines.changes import Piece, difference, share_kept, words

TEXT = st.text(alphabet="青禾县会议指出强调发展1，。；\n", max_size=80)


def test_only_the_changed_words_are_marked():
    old, new = "会议在县城召开。县长李明主持会议。", "会议在县城召开。县长王芳主持会议。"
    pieces = difference(old, new)
    assert "".join(p.text for p in pieces if p.op == "gone") in ("李明", "县长李明", "李明主持")
    assert pieces[0].op == "same"
    assert pieces[0].text.startswith("会议在县城召开。")


def test_a_removed_sentence_is_gone():
    assert difference("第一句。第二句。第三句。", "第一句。第三句。") == [Piece("same", "第一句。"), Piece("gone", "第二句。"), Piece("same", "第三句。")]


def test_the_share_kept_counts_characters():
    assert share_kept(difference("第一句。第二句。", "第一句。")) == 0.5
    assert share_kept(difference("", "新")) == 1.0


def test_words_join_to_the_text():
    assert "".join(words("全县经济运行平稳，增长6.5%。")) == "全县经济运行平稳，增长6.5%。"


def test_a_long_rewrite_is_told_as_one_piece():
    old, new = "甲乙" * 2000, "丙丁" * 2000
    assert difference(old, new) == [Piece("gone", old), Piece("new", new)]


@given(TEXT, TEXT)
def test_a_difference_spells_both_texts(old, new):
    pieces = difference(old, new)
    assert "".join(p.text for p in pieces if p.op != "new") == old
    assert "".join(p.text for p in pieces if p.op != "gone") == new
    assert all(a.op != b.op for a, b in pairwise(pieces))
