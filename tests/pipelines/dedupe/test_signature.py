"""Guards that texts alike share buckets, others do not, and that a bucket fits its column."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.dedupe.signature import ASKED_ANCHORS, STORED_ANCHORS, buckets, lock_keys, probes, signature


def text(seed: int, length: int = 1500) -> str:
    rng = random.Random(seed)
    return "".join(rng.choice("青禾县召开会议部署春耕生产工作要求各乡镇坚持以高质量发展为主题推进项目建设保障民生改善环境强化责任") for _ in range(length))


def test_a_text_is_found_in_its_own_buckets():
    assert set(buckets(text(1))) <= set(probes(text(1)))


def test_an_edited_copy_is_found():
    body = text(1)
    copy = body[:300] + text(2, 100) + body[400:900] + body[1000:]
    assert len(set(buckets(body)) & set(probes(copy))) >= 5


@pytest.mark.parametrize("start", [0, 400, 1100])
def test_an_excerpt_is_found_and_finds(start):
    body = text(1)
    excerpt = body[start : start + 350]
    assert set(buckets(body)) & set(probes(excerpt))
    assert set(buckets(excerpt)) & set(probes(body))


def test_other_texts_share_nothing():
    assert not set(buckets(text(1))) & set(probes(text(2)))


def test_the_number_of_buckets_is_bounded():
    assert len(buckets(text(1, 50_000))) <= 12 + STORED_ANCHORS[1] + 2
    assert len(probes(text(1, 50_000))) <= 12 + ASKED_ANCHORS + 2


def test_a_text_without_words_has_no_buckets():
    assert buckets("……") == probes("") == lock_keys(signature("\n")) == []


def test_copies_share_a_lock():
    body = text(1)
    assert set(lock_keys(signature(body))) & set(lock_keys(signature(body.replace("会议", "大会", 3))))


def test_the_sequence_of_figures_is_a_bucket():
    notice = "定于{}月{}日{}时至{}时停电，请用户做好准备。"
    assert set(buckets(notice.format(3, 4, 8, 12))) & set(buckets("通知：" + notice.format(3, 4, 8, 12).replace("做好准备", "周知")))


@given(st.text(max_size=300))
def test_buckets_are_distinct_and_fit_a_signed_column(body):
    found = probes(body)
    assert len(found) == len(set(found))
    assert all(0 <= bucket < 2**63 for bucket in found)
