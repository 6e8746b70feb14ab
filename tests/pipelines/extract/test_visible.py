"""What a page's source shows, told without a parser."""

import pytest

from pipelines.extract.visible import visible


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("<p>甲 <b>乙</b></p>丙", "甲乙丙"),
        ("<script>甲</script>乙<STYLE x=1>丙</Style >丁", "乙丁"),
        ("<title>甲</title><select><option>乙</option></select>丙<textarea>丁</textarea>", "丙"),
        ("甲<!-- 乙 -->丙", "甲丙"),
        ("<script>甲<p>乙", "甲乙"),
        ("<!--甲<p>乙<script>丙</script>", "甲乙"),
        ("甲 < 乙", "甲<乙"),
    ],
)
def test_text_outside_of_what_shows_none(source: str, seen: str) -> None:
    assert visible(source) == seen
