"""Decoding: labels that lie, bytes of two encodings, documents that are no text."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.decode import decode
from pipelines.errors import BinaryDocument, EmptyDocument, PageRejected, Undecodable

TEXT = "县政府召开常务会议，研究部署春耕生产工作。"
CHINESE = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=4, max_size=60)


def html(text: str, charset: str) -> str:
    return f'<html><head><meta charset="{charset}"></head><body>{text}</body></html>'


def test_utf8_with_chinese_wins_over_every_label():
    decoded = decode(html(TEXT, "gb2312").encode(), "text/html; charset=ISO-8859-1", hint="gbk")
    assert TEXT in decoded.text
    assert (decoded.encoding, decoded.declared) == ("utf-8", ("gbk", "iso-8859-1", "gb2312"))


@pytest.mark.parametrize("label", ["gb2312", "gbk", "GB18030", "utf-8", "iso-8859-1", "x-unknown"])
def test_gb_bytes_are_read_as_gb18030_whatever_the_label(label):
    text = TEXT + "镕堃㛃"  # the last one is in GB 18030 only
    assert text in decode(html(text, label).encode("gb18030"), f"text/html; charset={label}").text


def test_a_byte_order_mark_is_believed_before_anything_else():
    decoded = decode(html(TEXT, "gb2312").encode("utf-16"))
    assert TEXT in decoded.text
    assert (decoded.encoding, decoded.reason) == ("utf-16-le", "byte order mark")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_known_by_its_zeros(codec):
    assert TEXT in decode(html(TEXT, "utf-8").encode(codec)).text


def test_big5_is_read_where_it_is_declared():
    assert "縣政府召開會議" in decode(html("縣政府召開會議", "big5").encode("big5")).text


def test_gb_bytes_are_not_read_as_the_big5_that_they_claim_to_be():
    assert TEXT in decode(html(TEXT, "big5").encode("gb18030")).text


def test_lines_of_two_encodings_are_read_each_in_its_own():
    payload = (f"<p>{TEXT}</p>\n" * 3).encode() + "<p>湘ICP备，技术支持：县大数据中心</p>\n".encode("gb18030")
    decoded = decode(payload)
    assert TEXT in decoded.text
    assert "县大数据中心" in decoded.text
    assert "mixed" in decoded.reason


def test_utf8_cut_inside_a_character_stays_utf8():
    decoded = decode(html(TEXT * 20, "utf-8").encode()[:-25][:-1])
    assert decoded.encoding == "utf-8"
    assert TEXT in decoded.text


def test_plain_ascii_with_entities_is_text():
    assert decode(b"<p>&#21439;&#25919;&#24220;</p>").encoding == "utf-8"


@pytest.mark.parametrize("payload", [b"", b" \r\n\t", b"\x00\x00"])
def test_nothing_is_refused_as_empty(payload):
    with pytest.raises(EmptyDocument):
        decode(payload)


@pytest.mark.parametrize(
    "head",
    [
        b"%PDF-1.4\n",
        b"PK\x03\x04\x14\x00",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\xff\xd8\xff\xe0",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a\x01",
        b"Rar!\x1a\x07\x00",
        b"MZ\x90\x00",
    ],
)
def test_documents_that_are_no_text_are_named(head):
    with pytest.raises(BinaryDocument, match="not text but"):
        decode(head + bytes(range(256)), "text/html")


def test_a_text_may_begin_with_the_letters_of_a_signature():
    assert decode("BM公司简介：县政府召开会议。".encode()).text.startswith("BM公司")


def test_noise_is_undecodable():
    with pytest.raises(Undecodable):
        decode(bytes((n * 97 + 13) % 251 for n in range(5000)) * 2)


@given(CHINESE, st.sampled_from(["utf-8", "gb18030", "utf-8-sig", "utf-16"]), st.sampled_from(["utf-8", "gb2312", "big5", "iso-8859-1", "nonsense"]))
def test_chinese_survives_any_label(text, codec, label):
    assert text in decode(html(f"{text}，县政府召开会议，研究部署工作。", label).encode(codec)).text


@given(st.binary(max_size=400), st.sampled_from([None, "text/html; charset=gbk", "text/html; charset=\x00"]))
def test_any_bytes_are_decoded_or_refused(payload, content_type):
    with suppress(PageRejected):
        assert isinstance(decode(payload, content_type).text, str)
