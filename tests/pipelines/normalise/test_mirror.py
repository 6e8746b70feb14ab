"""Mirrors: pinyin undone byte for byte, and texts that must be left alone."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypinyin import Style, pinyin

from pipelines.normalise.mirror import mirror_of, reads

TEXT = (
    "縣委常委會召開會議，學習貫徹上級精神，研究部署全縣鄉村振興和重點項目建設等工作。縣長強調，要壓實責任，強化措施，確保各項任務落到實處，推動經濟社會發展。"
)


def damage(text: str, glossed: str) -> str:
    """What the mirrors' tool does: it replaces the bytes of a character wherever they occur, also across two characters."""
    stream = text.encode("gbk")
    for character in glossed:
        reading = pinyin(character, style=Style.TONE)[0][0]
        stream = stream.replace(character.encode("gbk"), character.encode("gbk") + f"({reading})".encode("gbk", "replace"))
    return stream.decode("gbk", "replace").replace("\ufffd", "?")


def test_every_gloss_is_taken_out():
    raw = TEXT.replace("縣", "縣(xiàn)").replace("會", "會(huì)").replace("鄉", "鄉(xiāng)")
    mirror = mirror_of([raw])
    assert mirror.repair(raw) == TEXT
    assert (mirror.repairs, mirror.residue) == (7, [])


def test_a_byte_lost_across_two_characters_is_found_again():
    context = "縣(xiàn)會(huì)鄉(xiāng)當(dāng)數(shù)據(jù)議實處學點"
    mirror = mirror_of([context])
    assert mirror.repair("政府?dāng)?shù)據(jù)") == "政府數據"


def test_a_question_mark_that_ate_a_full_stop_is_undone():
    mirror = mirror_of(["縣(xiàn)會(huì)鄉(xiāng)議實處學點"])
    assert mirror.repair("會(huì)議結束??h長出席") == "會議結束。縣長出席"


def test_toneless_pinyin_is_a_strain_too():
    assert mirror_of(["國務院辦(ban)公廳發(fa)布實(shi)施意見"]).repair("辦(ban)公廳") == "辦公廳"


@pytest.mark.parametrize(
    "text", ["亳(bó)州市谯城区、渌(lù)口区、郫(pí)都区负责人参加会议。", TEXT, "縣(a)會(b)鄉(c)議實處學點", "請撥打(call)熱線(hotline)實處學點議會"]
)
def test_legitimate_glosses_and_clean_texts_are_left_alone(text):
    assert mirror_of([text]) is None


def test_readings_of_a_character_are_known():
    assert reads("重", "chóng", toned=True)
    assert reads("重", "zhòng", toned=True)
    assert not reads("重", "zhong", toned=True)
    assert reads("重", "zhong", toned=False)


def test_simulated_damage_is_undone_where_no_byte_is_lost():
    raw = damage(TEXT, "縣會鄉點學")
    if "?" not in raw:
        assert mirror_of([raw]).repair(raw) == TEXT


@settings(max_examples=60)
@given(st.integers(0, 10_000))
def test_glosses_put_in_anywhere_come_out_again(seed):
    rng = random.Random(seed)
    glossed = set(rng.sample("縣會議學習徹級鄉興點項設長強調壓實責強確處", 6))
    raw = "".join(f"{c}({pinyin(c, style=Style.TONE)[0][0]})" if c in glossed else c for c in TEXT)
    assert mirror_of([raw]).repair(raw) == TEXT


@given(st.text("縣會鄉(xiàn)huì?\ufffd。，dāng xyz", max_size=60))
def test_any_damage_gives_some_text(noise):
    mirror = mirror_of(["縣(xiàn)會(huì)鄉(xiāng)議實處學點"])
    assert isinstance(mirror.repair(noise), str)
