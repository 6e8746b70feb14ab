"""Guards the shingles: every window once, the same in every process, and set arithmetic that is right."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pipelines.dedupe.comparable import codes
from pipelines.dedupe.shingles import are_in, containments, shingle_set, whole, windows

TEXT = codes("青禾县召开会议部署春耕")
PINNED = 17060460999999866327


def test_there_is_one_hash_for_each_window():
    assert len(windows(TEXT, 4)) == len(TEXT) - 3
    assert len(windows(TEXT[:2], 4)) == 1
    assert len(windows(TEXT[:0], 4)) == 0


def test_hashes_are_the_same_in_every_process():
    # A change of these numbers orphans all buckets in all databases: it needs a migration that fills them anew.
    assert [int(h) for h in windows(codes("青禾县召开"), 4)] == [int(windows(codes("青禾县召"), 4)[0]), int(windows(codes("禾县召开"), 4)[0])]
    assert int(windows(codes("青禾县召"), 4)[0]) == PINNED


def test_equal_windows_have_equal_hashes_wherever_they_stand():
    assert np.isin(windows(codes("会议部署"), 4), windows(TEXT, 4)).all()


def test_the_shares_of_two_sets_are_told_both_ways():
    one, other = shingle_set(codes("青禾县召开会议")), shingle_set(TEXT)
    assert containments(one, other) == (1.0, 0.5)
    assert containments(one[:0], other) == (0.0, 0.0)


@given(st.lists(st.integers(0, 2**64 - 1), min_size=1), st.lists(st.integers(0, 2**64 - 1), min_size=1))
def test_membership_is_that_of_sets(values, others):
    found = are_in(np.array(values, dtype=np.uint64), np.array(others, dtype=np.uint64))
    assert found.tolist() == [value in others for value in values]


def test_the_hash_of_a_whole_depends_on_order():
    assert whole(codes("会议")) != whole(codes("议会"))
    assert whole(codes("")) == 0


@given(st.text(alphabet="村镇修路12", min_size=1, max_size=60), st.integers(min_value=1, max_value=70))
def test_windows_are_hashed_alike_whether_alone_or_in_a_text(text, width):
    kept = codes(text)
    width = min(width, len(kept))
    assert windows(kept, width).tolist() == [whole(kept[start : start + width]) for start in range(len(kept) - width + 1)]
