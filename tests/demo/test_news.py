"""The generator: everything it claims to be true stands in its own text, and the same assignment always gives the same article."""

# ruff: noqa: DTZ001 - county papers state local times

from collections import Counter
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demo.news import Assignment, headline, invented, write
from demo.news.figures import last_period
from demo.news.leaders import OFFICES, holder
from demo.news.names import padded, people
from demo.news.write import desks

moments = st.datetimes(datetime(2015, 1, 1, 8), datetime(2026, 12, 31, 18))
assignments = st.builds(Assignment, st.integers(0, 9), st.integers(0, 299).map(invented), st.integers(0, 999_999), moments)


@settings(max_examples=150)
@given(assignments)
def test_every_claim_stands_in_the_text(task):
    article = write(task)
    assert article.title == headline(task)
    assert "{" not in article.title + article.body
    assert all(line == line.strip() and line for line in article.body.split("\n"))
    for indicator in article.indicators:
        assert indicator.evidence in article.body
        assert indicator.raw_name in indicator.evidence
    for person in article.people:
        assert person.name in article.body or padded(person.name) in article.body
        assert all(post in article.body for post in person.posts)
    for words in (*article.meetings, *article.formulas):
        assert words in article.body
    for role, name in article.credits:
        assert role == "source" or name in article.body or padded(name) in article.body


@settings(max_examples=60)
@given(assignments)
def test_events_lie_where_their_words_put_them(task):
    for start, end, _ in write(task).event_dates:
        assert date.fromisoformat(start) <= date.fromisoformat(end)
        if write(task).genre != "notice":
            assert date.fromisoformat(end) <= task.published.date()


def test_same_assignment_same_words():
    task = Assignment(1, invented(3), 77, datetime(2026, 3, 4, 9, 31))
    assert write(task) == write(Assignment(1, invented(3), 77, datetime(2026, 3, 4, 9, 31)))
    assert write(task).body == write(task).body


def test_words_are_pinned_across_processes_and_machines():
    article = write(Assignment(1, invented(0), 0, datetime(2026, 3, 4, 9, 31)))
    assert article.key == "990101-000000"
    assert article.region.path == ("岚江省", "苍屏市", article.region.name)


def test_another_seed_tells_another_story():
    day = datetime(2026, 3, 4, 9, 31)
    assert write(Assignment(1, invented(0), 5, day)).body != write(Assignment(2, invented(0), 5, day)).body


def test_a_later_edition_differs_in_the_body_only():
    first = Assignment(1, invented(0), 5, datetime(2026, 3, 4, 9, 31))
    second = Assignment(1, invented(0), 5, datetime(2026, 3, 4, 9, 31), edition=1)
    a, b = write(first), write(second)
    assert (a.title, a.people, a.indicators, a.key) == (b.title, b.people, b.indicators, b.key)
    assert a.body != b.body


def test_reports_differ_from_each_other():
    bodies = Counter(write(Assignment(1, invented(i % 7), i, datetime(2026, 1 + i % 12, 5, 9, 0))).body for i in range(1200))
    assert bodies.most_common(1)[0][1] == 1


@pytest.mark.parametrize("genre", sorted(desks()))
def test_each_genre_can_be_asked_for(genre):
    article = write(Assignment(1, invented(1), 9, datetime(2026, 2, 5, 10, 0), genre=genre))
    assert article.genre == desks()[genre].GENRE
    assert article.body


def test_counties_of_a_large_web_differ():
    counties = [invented(i) for i in range(300)]
    assert len({c.adcode for c in counties}) == len({c.name for c in counties}) == len({c.pinyin for c in counties}) == 300
    assert all(c.adcode.startswith("99") for c in counties)


def test_nobody_holds_two_posts_and_no_name_begins_another():
    names = [holder(1, invented(4), office, 2026) for office in OFFICES]
    assert len(set(names)) == len(names)
    crowd = people(__import__("random").Random(1), 200)
    assert not any(a != b and a.startswith(b) for a in crowd for b in crowd)


@pytest.mark.parametrize(
    ("month", "code"), [(1, "2025"), (2, "2025"), (3, "2026M1-2"), (4, "2026Q1"), (7, "2026H1"), (9, "2026M1-8"), (10, "2026M1-9"), (12, "2026M1-11")]
)
def test_the_latest_figures_are_those_of_the_season(month, code):
    assert last_period(2026, month).code == code


def test_targets_and_results_of_a_county_agree_between_reports():
    figures = {}
    for i in range(400):
        for f in write(Assignment(1, invented(2), i, datetime(2026, 2, 1 + i % 27, 9, 0), genre="work_report")).indicators:
            if f.measure == "level" and f.kind != "target":
                figures.setdefault((f.name, f.period), set()).add(round(f.value / (10_000 if f.unit == "万元" else 1), 2))
    assert figures
    assert all(len(values) == 1 for values in figures.values())
