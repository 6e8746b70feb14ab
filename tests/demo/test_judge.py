"""Judging what is read out of generated pages."""

import pytest

from demo import judge
from demo.plan import default
from demo.server import DemoWeb


def test_truth_against_itself_is_right():
    tally = judge.Tally()
    for posting in DemoWeb(default(1, 40)).sites[0].site.news():
        claims = judge.true_claims(posting.article(), posting)
        tally.compare(claims, claims, frozenset(), "")
    assert all(tally.f1(name) == 1.0 for name in claims)


def test_misses_and_inventions_cost_and_are_named():
    tally = judge.Tally()
    tally.compare({"people": ["王一", "李二"], "event_dates": [1]}, {"people": ["王一", "张三"], "event_dates": [2]}, frozenset({"event_dates"}), "here")
    assert tally.f1("people") == pytest.approx(0.5)
    assert tally.f1("event_dates") == 1.0
    assert tally.examples["people"] == ["missed 李二 · here", "made up 张三 · here"]


def test_metadata_of_every_family_is_read_as_it_is():
    tally = judge.judge(76)
    for name in ("title", "publish_date", "source"):
        assert tally.examples[name] == []
    assert tally.f1("body") >= 0.99
