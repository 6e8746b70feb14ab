"""Tags with thousands of attributes."""

import time

import pytest

from crawler.lists import listing
from pipelines.extract.crowded import without_crowds
from pipelines.extract.tree import parse

VALUES = " ".join(f'a{number}="县报";' for number in range(40_000))
WORDS = " ".join(f"a{number}" for number in range(80_000))


@pytest.mark.parametrize("crowd", [VALUES, WORDS, VALUES.replace(" ", "")], ids=["values", "words", "values without blanks"])
@pytest.mark.parametrize("read", [parse, listing.parse])
def test_a_tag_with_thousands_of_attributes_is_parsed_at_once_and_what_follows_is_kept(read, crowd):
    begun = time.process_time()
    root = read(f"<div><p {crowd}>县政府</p><p>召开会议</p></div>")
    assert time.process_time() - begun < 3
    assert "".join(root.itertext()).replace(" ", "").endswith("县政府召开会议")


@pytest.mark.parametrize(
    "text",
    [
        '<p>甲</p><img src="data:image/png;base64,' + "Ab+/" * 20_000 + '=="><p>乙</p>',
        "<script>for(i=0;i<n;i++){" + "a[1] = 2 ;" * 2_500 + "}</script>",
        "<p>" + "甲 = 乙 " * 20_000 + "</p>",
        "甲 < 乙 " * 20_000,
        "<" * 20_000,
        "甲 " * 20_000 + "<p>乙</p>",
        "<p" + " " * 20_000 + ">甲</p>",
    ],
)
def test_long_tags_of_another_kind_stay_as_they_are(text):
    assert without_crowds(text) == text
