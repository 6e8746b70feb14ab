"""Guards that the index and the query cut words alike, and that a query is never an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.words import LONGEST_WORD, fold, hans, needed, parse, tokens


def spellings(query: str) -> list[tuple[str, ...]]:
    return [word.spellings for word in parse(query)]


def test_chinese_is_indexed_by_pairs_and_last_characters_and_latin_by_words():
    assert set(tokens("全县GDP增长8.5%").split()) >= {"全县", "县", "gdp", "增长", "8", "5"}


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("经济 会议", [("经济",), ("会议",)]),
        ("\u3000经济\u3000", [("经济",)]),
        ('"GDP 增长" ', [("gdp增长",)]),
        ("“常务 会议”", [("常务会议",)]),
        ('"foo bar"', [("foo bar",)]),
        ("ＧＤＰ", [("gdp",)]),
        ("縣長", [("縣長", "县长")]),
        ("， ！ AND", [("and",)]),
        ('"经济', [("经济",)]),
        ("", []),
    ],
)
def test_a_query_is_words_and_phrases_in_either_script(query, words):
    assert spellings(query) == words


@given(st.text(max_size=60))
def test_folding_keeps_every_character_in_its_place(text):
    assert len(fold(text)) == len(text)


@given(st.text(alphabet=st.sampled_from("县长经济会议AZ12 ，。.\n\"'縣"), max_size=40), st.data())
def test_every_piece_of_a_text_is_found_by_its_tokens(text, data):
    start = data.draw(st.integers(0, len(text)))
    piece = text[start : data.draw(st.integers(start, len(text)))]
    in_text = set(tokens(text).split())
    for token, is_beginning in needed(piece):
        if token.isascii():  # a Latin word is found whole only
            continue
        assert any(t.startswith(token) for t in in_text) if is_beginning else token in in_text


@given(st.text(max_size=80))
def test_any_input_can_be_asked_for(query):
    for word in parse(query):
        assert word.spellings
        for spelling in word.spellings:
            assert all(token and len(token) <= LONGEST_WORD for token, _ in needed(spelling))


def test_simplifying_leaves_simplified_text_alone():
    assert hans("全县经济工作会议") == "全县经济工作会议"
