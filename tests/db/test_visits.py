"""Guards when postings are visited again, and what it takes for a page to count as gone."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from db.history import changes, history
from db.models import Posting, Version
from db.writes.visits import SCHEDULE_DAYS, due_postings, next_visit, posting_missing, posting_seen, posting_unreachable
from tests.db.reports import START, put, report

DAY = timedelta(days=1)
KEY = "a.gov.cn/1.html"
OLD = "3月5日，青禾县召开会议，部署春耕生产工作，县长李明出席会议并讲话，要求各乡镇抢抓农时。"
NEW = OLD.replace("李明", "王芳")


@pytest.fixture
def posted(archive):
    """One posting at KEY, first seen at START."""
    put(archive, report(OLD, url=f"http://{KEY}"))
    return archive


def posting(archive):
    with archive.reading() as session:
        return session.scalars(select(Posting).where(Posting.url_key == KEY)).one()


def tell(archive, what, days, *more):
    with archive.writing() as session:
        return what(session, KEY, START + days * DAY, *more)


def test_visits_fall_due_after_1_3_7_30_and_90_days():
    due, moments = START, []
    for visits in range(6):
        due = next_visit(START, visits, due)
        moments.append((due - START).days if due else None)
    assert moments == [*SCHEDULE_DAYS, None]


def test_days_without_a_visit_are_not_made_up_for():
    assert next_visit(START, 0, START + 10 * DAY) == START + 30 * DAY
    assert next_visit(START, 0, START + 1000 * DAY) is None


@given(st.integers(0, 9), st.integers(0, 200))
def test_the_next_visit_lies_ahead(visits, days):
    due = next_visit(START, visits, START + days * DAY)
    assert due is None or START + days * DAY < due <= START + 90 * DAY


def test_a_new_posting_is_due_after_a_day_a_document_on_disk_never(posted):
    put(posted, report("另一份文件的正文，内容较长，足以成为一篇独立的报道，发布于本县网站。", url="seeds/1.txt"))
    with posted.reading() as session:
        assert due_postings(session, START + DAY / 2) == []
        (due,) = due_postings(session, START + 1000 * DAY)
        assert (due.url_key, due.url, due.etag) == (KEY, f"http://{KEY}", None)
        assert due_postings(session, START + DAY, site_id=99) == []


def test_a_page_that_is_still_there_is_due_later(posted):
    assert tell(posted, posting_seen, 1)
    seen = posting(posted)
    assert (seen.last_seen_at, seen.visits, seen.next_visit_at, seen.state) == (START + DAY, 1, START + 3 * DAY, "live")


def test_not_found_twice_a_day_apart_ends_in_a_tombstone(posted):
    assert [tell(posted, posting_missing, days, "404") for days in (1, 1.2, 1.9)] == ["missing"] * 3
    assert tell(posted, posting_missing, 2, "404") == "gone"
    assert tell(posted, posting_missing, 5, "404") == "gone"
    with posted.reading() as session:
        first, tombstone = session.scalars(select(Version).order_by(Version.first_seen_at))
        assert not first.is_tombstone
        assert (tombstone.is_tombstone, tombstone.first_seen_at, tombstone.title, tombstone.body) == (True, START + DAY, "404", None)
        assert due_postings(session, START + 100 * DAY) == []


def test_a_page_found_in_between_was_only_missing(posted):
    tell(posted, posting_missing, 1, "404")
    assert tell(posted, posting_seen, 2)
    assert tell(posted, posting_missing, 3, "404") == "missing"


def test_a_server_that_does_not_answer_says_nothing_about_a_page(posted):
    for days in range(1, 20):
        assert tell(posted, posting_unreachable, days)
    seen = posting(posted)
    assert (seen.state, seen.visits, seen.next_visit_at) == ("live", 0, START + 20 * DAY)


def test_unknown_addresses_are_nobodys(archive):
    assert (tell(archive, posting_seen, 1), tell(archive, posting_missing, 1, "404"), tell(archive, posting_unreachable, 1)) == (False, None, False)


@pytest.mark.parametrize("reads_it", [True, False])
def test_a_page_that_comes_back_has_a_version_after_its_tombstone(posted, reads_it):
    tell(posted, posting_missing, 1, "404")
    tell(posted, posting_missing, 3, "404")
    if reads_it:
        put(posted, report(OLD, url=f"http://{KEY}", day=30))
    else:
        tell(posted, posting_seen, 30)
    with posted.reading() as session:
        (found,) = history(session, posting(posted).report_id)
        assert [version.is_tombstone for version in found.versions] == [False, True, False]
        assert found.versions[-1].body == OLD
        assert found.state == "live"
        assert [(change.kind, change.at) for change in changes(session, START)] == [("removed", START + DAY), ("returned", START + 30 * DAY)]


def test_edits_removals_and_nothing_else_are_changes(posted):
    put(posted, report(OLD.replace("，", ",") + "\n", url=f"http://{KEY}", day=1))
    put(posted, report(NEW, url=f"http://{KEY}", day=3))
    with posted.reading() as session:
        (edit,) = changes(session, START)
        assert (edit.kind, edit.at, edit.url, edit.new.body) == ("edited", START + 3 * DAY, f"http://{KEY}", NEW)
        assert "李明" in edit.old.body
        assert changes(session, START + 4 * DAY) == []


def test_times_are_aware(posted):
    assert posting(posted).next_visit_at.tzinfo is not None
    assert datetime.now(UTC) > START
