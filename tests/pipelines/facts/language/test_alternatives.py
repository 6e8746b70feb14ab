"""Guards that putting alternatives together by how they begin changes nothing that they match."""

import re

from hypothesis import given
from hypothesis import strategies as st

from pipelines.facts.language.alternatives import alternatives

WORD = st.text("会议全大", min_size=1, max_size=3)


@given(st.lists(WORD, min_size=1, max_size=6), st.text("会议全大。", max_size=12))
def test_the_first_of_a_list_that_matches_is_still_the_first(words: list[str], text: str) -> None:
    assert [found[0] for found in re.finditer(alternatives(words), text)] == [found[0] for found in re.finditer("|".join(words), text)]
