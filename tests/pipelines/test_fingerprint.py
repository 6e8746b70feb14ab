"""Guards the fingerprint: layout never counts, words and figures always do."""

import hashlib
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from pipelines import fingerprint
from pipelines.fingerprint import bare, body_digest


def test_layout_and_punctuation_do_not_count() -> None:
    assert body_digest("青山县召开会议，部署春耕。\n　　会议要求……") == body_digest("青山县召开会议,部署春耕\u3000会议\u200b要求。")


def test_full_width_figures_equal_half_width_ones() -> None:
    assert bare("增长１０．６％") == "增长10.6%"


def test_a_decimal_point_makes_a_different_statement() -> None:
    assert body_digest("增长3.5%") != body_digest("增长35%")


def test_dots_that_end_sentences_go() -> None:
    assert bare("A. 会议于3. 召开...1.5") == "a会议于3召开1.5"


def test_the_circle_is_the_zero_of_chinese_years() -> None:
    assert bare("二○二六年") == bare("二〇二六年")


def test_the_empty_text_has_the_digest_of_nothing() -> None:
    assert body_digest(" \n。") == hashlib.sha256(b"").hexdigest()


def test_lone_surrogates_are_dropped() -> None:
    assert bare("会\ud800议") == "会议"


@given(st.text(max_size=300))
def test_bare_text_is_its_own_bare_text(text: str) -> None:
    once = bare(text)
    assert bare(once) == once
    assert len(body_digest(text)) == 64


SIGNS = [chr(code) for codes in fingerprint._BLOCKS for code in codes]


@given(st.text(st.sampled_from([*SIGNS, *"县会长一①½Ⅲ…..3５%", "e", "\u0301", "\u3099", "Σ", "カ", "\ud800", "👉"]), max_size=12))
def test_signs_looked_up_one_by_one_are_what_folding_the_text_makes_of_them(text: str) -> None:
    assert bare(text) == fingerprint._STRAY_DOT.sub("", fingerprint._folded(text))


def test_no_sign_that_is_looked_up_joins_with_another() -> None:
    for sign in SIGNS:
        assert unicodedata.combining(sign) == 0, hex(ord(sign))
        assert "Σ" not in unicodedata.normalize("NFKC", sign), hex(ord(sign))
