"""Guards how runs, sites, columns, links, captures and rejections are written down."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.exc import StatementError

from db import writes
from db.models import Capture, Link, Rejection, Run, Site, SiteHost
from db.writes.sites import FIRST_HOURS, LONGEST_HOURS, SHORTEST_HOURS, next_interval

NOW = datetime(2026, 3, 5, 8, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=6)


@dataclass(frozen=True)
class Fetched:
    url: str = "http://a.gov.cn/1.html"
    fetched_at: datetime = NOW
    status: int = 200
    payload_digest: str = "sha1:A"
    content_type: str | None = "text/html"
    etag: str | None = None
    last_modified: str | None = None
    warc_file: str = "a.warc.gz"
    warc_offset: int = 400
    record_id: str = "<urn:uuid:1>"
    is_revisit: bool = False


def site(session, key="410308"):
    return writes.ensure_site(session, key, "某区", "410308", "http://www.a.gov.cn/", family="trs", now=NOW)


def links(*numbers):
    return [writes.SeenLink(f"http://a.gov.cn/{n}.html", f"a.gov.cn/{n}.html", f"标题{n}", "2026-03-05") for n in numbers]


def test_a_run_tells_how_it_ended(archive):
    with archive.writing() as session:
        run_id = writes.begin_run(session, "county", {"sites": "demo"}, {"xianzhi": "0.1"}, NOW)
    with archive.writing() as session:
        writes.finish_run(session, run_id, "finished", {"stored": 3}, LATER)
    with archive.reading() as session:
        run = session.get_one(Run, run_id)
        assert (run.outcome, run.counts, run.started_at, run.finished_at) == ("finished", {"stored": 3}, NOW, LATER)


def test_a_site_is_one_row_that_follows_the_registry_and_keeps_its_state(archive):
    with archive.writing() as session:
        first = site(session)
        writes.set_site_state(session, first.id, "blocked", "challenge page", NOW)
    with archive.writing() as session:
        again = writes.ensure_site(session, "410308", "新名", "410308", "http://b.gov.cn/", hosts=["old.gov.cn"], now=LATER)
        assert (again.id, again.name, again.state, again.family) == (first.id, "新名", "blocked", "trs")
        assert set(session.scalars(select(SiteHost.host))) == {"www.a.gov.cn", "b.gov.cn", "old.gov.cn"}
        assert session.scalar(select(func.count(Site.id))) == 1


def test_an_unknown_state_is_a_programming_error(archive):
    with archive.writing() as session, pytest.raises(ValueError, match="tired"):
        writes.set_site_state(session, site(session).id, "tired", None, NOW)


def test_a_column_is_due_until_it_is_visited_and_again_when_its_time_comes(archive):
    with archive.writing() as session:
        column = writes.ensure_column(session, site(session).id, "http://a.gov.cn/yw/", "要闻")
        assert writes.ensure_column(session, column.site_id, "http://a.gov.cn/yw/").name == "要闻"
        assert [c.id for c in writes.due_columns(session, NOW)] == [column.id]
        writes.column_visited(session, column.id, new_count=20, now=NOW, etag='"1"', family="trs")
        assert writes.due_columns(session, NOW) == []
        due = writes.due_columns(session, NOW + timedelta(hours=FIRST_HOURS))
        assert [(c.id, c.etag, c.family, c.last_new_at) for c in due] == [(column.id, '"1"', "trs", NOW)]
        assert writes.due_columns(session, NOW + timedelta(days=30), site_ids=[]) == []


def test_a_busy_column_is_visited_more_often_and_a_silent_one_less():
    assert next_interval(24.0, NOW, 12, NOW + timedelta(hours=24)) == 13.0
    assert next_interval(24.0, NOW, 0, NOW + timedelta(hours=24)) == 36.0


@given(st.none() | st.floats(0.1, 500), st.integers(0, 10_000), st.integers(0, 10_000))
def test_an_interval_stays_between_an_hour_and_a_week(interval, new_count, hours):
    assert SHORTEST_HOURS <= next_interval(interval, NOW, new_count, NOW + timedelta(hours=hours)) <= LONGEST_HOURS


def test_only_links_that_were_not_known_are_new(archive):
    with archive.writing() as session:
        site_id = site(session).id
        first = writes.note_links(session, site_id, None, [*links(2, 1), *links(1)], NOW)
        second = writes.note_links(session, site_id, None, links(1, 3), LATER)
        assert [link.url_key for link in first] == ["a.gov.cn/2.html", "a.gov.cn/1.html"]
        assert [link.url_key for link in second] == ["a.gov.cn/3.html"]
        seen = dict(session.execute(select(Link.url_key, Link.last_seen_at)).all())
        assert seen == {"a.gov.cn/1.html": LATER, "a.gov.cn/2.html": NOW, "a.gov.cn/3.html": LATER}
        assert writes.note_links(session, site_id, None, [], LATER) == []


def test_more_links_than_one_statement_takes_are_noted_in_order(archive):
    with archive.writing() as session:
        noted = writes.note_links(session, site(session).id, None, links(*range(1200)), NOW)
    assert [link.url_key for link in noted] == [f"a.gov.cn/{n}.html" for n in range(1200)]


def test_a_link_is_pending_until_it_is_settled(archive):
    with archive.writing() as session:
        first, second = writes.note_links(session, site(session).id, None, links(1, 2), NOW)
        writes.try_link(session, first.id, NOW)
        assert [(p.url_key, p.tries, p.title, p.date) for p in writes.pending_links(session)] == [
            ("a.gov.cn/1.html", 1, "标题1", "2026-03-05"),
            ("a.gov.cn/2.html", 0, "标题2", "2026-03-05"),
        ]
        writes.settle_link(session, first.url_key, "rejected", "no_body")
        assert [p.id for p in writes.pending_links(session, site_id=1)] == [second.id]
        assert writes.pending_links(session, site_id=99) == []


def test_a_capture_is_one_row_however_often_it_is_read(archive):
    with archive.writing() as session:
        first = writes.add_capture(session, Fetched())
        assert writes.add_capture(session, Fetched()) == first
        other = writes.add_captures(session, [Fetched(), Fetched(warc_offset=900)])
        assert sorted(known.id for known in other.values()) == [first, first + 1]
        assert session.get_one(Capture, first).fetched_at == NOW


def test_the_latest_full_capture_of_a_payload_is_found_for_a_revisit(archive):
    with archive.writing() as session:
        writes.add_capture(session, Fetched())
        second = writes.add_capture(session, Fetched(warc_offset=500))
        writes.add_capture(session, Fetched(warc_offset=600, is_revisit=True))
        assert writes.capture_by_digest(session, "sha1:A", "http://a.gov.cn/1.html").id == second
        assert writes.capture_by_digest(session, "sha1:A", "http://a.gov.cn/2.html") is None


def test_a_rejection_is_counted_once_for_a_capture(archive):
    with archive.writing() as session:
        capture_id = writes.add_capture(session, Fetched())
        for reason in ("no_body", "not_an_article"):
            writes.reject(session, None, capture_id, "http://a.gov.cn/1.html", reason, "", NOW)
        writes.reject(session, None, None, "letter.txt", "empty_document", "", NOW)
        assert session.scalars(select(Rejection.reason).order_by(Rejection.id)).all() == ["not_an_article", "empty_document"]


def test_a_time_without_a_zone_is_refused(archive):
    with pytest.raises((ValueError, StatementError), match="without a zone"), archive.writing() as session:
        writes.add_capture(session, Fetched(fetched_at=datetime(2026, 3, 5)))  # noqa: DTZ001
