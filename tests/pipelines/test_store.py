"""Guards that a batch becomes rows once and only once, whatever comes again, in whatever order, from however many workers."""

import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from db import fulltext, writes
from db.errors import StoreError
from db.models import Capture, Credit, Indicator, Keyword, Link, Mention, OtherFact, Posting, Report, Resource, Version
from db.words import parse
from pipelines.factual import EventDate, Fact, Facts, Formula, Meeting, Person, Region
from pipelines.factual import Indicator as IndicatorFact
from pipelines.factual import Keyword as KeywordFact
from pipelines.fingerprint import body_digest
from pipelines.page import Capture as PageCapture
from pipelines.page import Page
from pipelines.placing import Match, Placing
from pipelines.reading import Credit as ReadCredit
from pipelines.reading import Evidence, Reading
from pipelines.reading import Resource as ReadResource
from pipelines.refined import Refined
from pipelines.store import store, store_many

T0 = datetime(2026, 3, 5, tzinfo=UTC)
BODY = "青禾县召开全县经济工作会议，县委书记王立新主持会议。会议提出，今年地区生产总值增长6%以上。\n" * 6
OTHER = "青禾县召开全县农村工作会议，县长李明出席会议并讲话。会议强调，要抓好春耕备耕和粮食生产。\n" * 6


def refined(body=BODY, *, url="http://a.gov.cn/1.html", day=0, title="青禾县召开经济工作会议", facts=None, offset=None, **reading):
    at = T0 + timedelta(days=day)
    capture = PageCapture(
        url=url, fetched_at=at, payload_digest="sha1:A", warc_file="a.warc.gz", record_id="<urn:uuid:1>",
        warc_offset=offset if offset is not None else hash((url, day, body)) % 10**9,
    )  # fmt: skip
    read = Reading(body=body, body_hans=body, title=title, publish_date="2026-03-05T09:30", publish_date_basis="meta", source="青禾融媒", **reading)
    return Refined(page=Page(url=url, payload=b"", capture=capture), reading=read, facts=facts or Facts(version="1"), body_digest=body_digest(body))


def put(archive, *pages, now=T0):
    with archive.writing() as session:
        return [stored.outcome for stored in store_many(session, [(page, None) for page in pages], now=now)]


def count(archive, model):
    with archive.reading() as session:
        return session.scalar(select(func.count()).select_from(model))


def found(archive, query):
    with archive.reading() as session:
        return sorted(session.scalars(fulltext.candidates(session, parse(query))))


def test_a_report_is_stored_with_everything_that_was_read(archive):
    facts = Facts(
        region=Region(adcode="410999", name="青禾县", path=("某省", "某市", "青禾县"), basis="named in the text"),
        genre="meeting_news",
        flags=frozenset({"truncated"}),
        people=(Person(quote="王立新", start=18, name="王立新", posts=("县委书记",), role="host"),),
        meetings=(Meeting(quote="全县经济工作会议", start=5, name="全县经济工作会议"),),
        indicators=(
            IndicatorFact(
                quote="增长6%以上", start=40, name="gdp", raw_name="地区生产总值", measure="growth", value=(6.0, 7.0), unit="%",
                comparator="ge", kind="target", period="2026",
            ),
        ),
        formulas=(Formula(quote="三大", start=0, name="三大", key="三大", items=("一", "二")),),
        event_dates=(EventDate(quote="今年", start=0, start_date="--03-04", end_date="--03-04"),),
        keywords=(KeywordFact(quote="经济", start=0, word="经济", weight=0.5),),
        more={"place": (Fact(quote="青禾县", start=0),)},
        version="7",
    )  # fmt: skip
    page = refined(
        facts=facts,
        credits=(ReadCredit("reporter", "赵一", "记者 赵一"),),
        attachments=(ReadResource("http://a.gov.cn/f.pdf", "附件"),),
        images=(ReadResource("http://a.gov.cn/i.jpg", "图"),),
        flags=frozenset({"mangled_script"}),
        provenance={"title": Evidence("meta", "ArticleTitle")},
    )
    with archive.writing() as session:
        stored = store(session, page, now=T0)
    assert stored.outcome == "new"
    with archive.reading() as session:
        report = session.get_one(Report, stored.report_id)
        assert (report.body, report.published_on, report.adcode, report.flags) == (BODY, date(2026, 3, 5), "410999", ["mangled_script", "truncated"])
        assert (report.provenance, report.set_aside, report.region_path) == (
            {"title": {"rule": "meta", "saw": "ArticleTitle"}, "region": {"rule": "named in the text", "saw": "青禾县"}}, False, ["某省", "某市", "青禾县"],
        )  # fmt: skip
        assert [(m.name, m.posts, m.role) for m in report.mentions] == [("王立新", ["县委书记"], "host")]
        assert [(i.value, i.value_high) for i in report.indicators] == [(6.0, 7.0)]
        assert [(r.kind, r.name) for r in report.resources] == [("attachment", "附件"), ("image", "图")]
        assert [len(x) for x in (report.meetings, report.formulas, report.event_dates, report.keywords, report.credits)] == [1, 1, 1, 1, 1]
        assert session.scalars(select(OtherFact.kind)).all() == ["place"]
        posting = session.get_one(Posting, stored.posting_id)
        assert (posting.link_kind, posting.score, posting.state, posting.first_seen_at) == ("first", 1.0, "live", T0)
        assert [(v.body, v.capture.posting_id) for v in posting.versions] == [(None, posting.id)]
    assert found(archive, "经济工作会议") == [stored.report_id]


@pytest.mark.parametrize(
    ("genre", "flag", "aside"), [("template_or_ad", None, True), ("speech", "placeholder", True), (None, "advertisement", True), ("speech", None, False)]
)
def test_advertisements_and_samples_are_set_aside(archive, genre, flag, aside):
    put(archive, refined(facts=Facts(genre=genre, flags=frozenset({flag} - {None}))))
    with archive.reading() as session:
        assert session.scalars(select(Report.set_aside)).all() == [aside]


def test_the_same_page_again_only_moves_the_time_it_was_last_seen(archive):
    assert put(archive, refined()) == ["new"]
    assert put(archive, refined(url="https://www.a.gov.cn/1.html", day=3)) == ["unchanged"]
    with archive.reading() as session:
        version = session.scalars(select(Version)).one()
        assert (version.first_seen_at, version.last_seen_at) == (T0, T0 + timedelta(days=3))
        assert session.scalars(select(Posting.last_seen_at)).all() == [version.last_seen_at]
        assert session.scalars(select(Capture.posting_id)).all() == [1, 1]
    assert count(archive, Report) == 1


def test_a_changed_page_is_a_version_and_the_report_follows(archive):
    put(archive, refined(facts=Facts(version="1", keywords=(KeywordFact(quote="经济", start=0, word="经济", weight=1.0),))))
    assert put(archive, refined(OTHER, day=2, title="新题")) == ["changed"]
    with archive.reading() as session:
        report = session.scalars(select(Report)).one()
        assert (report.body, report.title, report.keywords) == (OTHER, "新题", [])
        assert [(v.body, v.last_seen_at) for v in report.postings[0].versions] == [(BODY, T0), (None, T0 + timedelta(days=2))]
        assert (report.postings[0].title, report.postings[0].body_digest) == ("新题", body_digest(OTHER))
    assert (found(archive, "经济工作会议"), found(archive, "农村工作会议")) == ([], [1])


def test_a_page_that_goes_back_to_its_old_text_has_three_versions(archive):
    outcomes = [put(archive, refined(body, day=day))[0] for day, body in enumerate((BODY, OTHER, BODY))]
    assert outcomes == ["new", "changed", "changed"]
    with archive.reading() as session:
        assert session.scalars(select(Version.body).order_by(Version.id)).all() == [BODY, OTHER, None]


def test_replaying_the_archive_changes_nothing_in_any_order(archive):
    pages = [refined(body, day=day) for day, body in enumerate((BODY, OTHER, BODY, BODY))]
    pages.append(refined(url="http://b.gov.cn/9.html"))
    put(archive, *pages)
    tables = (Report, Posting, Version, Capture, Credit, Mention, Resource, Indicator, Keyword)
    before = [count(archive, table) for table in tables]
    assert put(archive, *pages) == ["unchanged"] * 5
    assert put(archive, *reversed(pages)) == ["unchanged"] * 5
    assert [count(archive, table) for table in tables] == before == [1, 2, 4, 5, 0, 0, 0, 0, 0]


def test_one_batch_and_one_by_one_come_to_the_same(archive):
    pages = [refined(body, day=day) for day, body in enumerate((BODY, OTHER, BODY))]
    assert put(archive, *pages, refined(url="http://b.gov.cn/9.html")) == ["new", "changed", "changed", "repost"]
    with archive.reading() as session:
        assert session.scalars(select(Version.body).order_by(Version.id)).all() == [None, OTHER, None, None]


def test_an_older_capture_that_comes_late_takes_its_place_in_history(archive):
    put(archive, refined(OTHER, day=10))
    assert put(archive, refined(BODY, day=1)) == ["earlier"]
    assert put(archive, refined(BODY, day=3)) == ["unchanged"]
    assert put(archive, refined(OTHER, day=8)) == ["unchanged"]
    with archive.reading() as session:
        report = session.scalars(select(Report)).one()
        days = [((v.first_seen_at - T0).days, (v.last_seen_at - T0).days, v.body) for v in sorted(report.postings[0].versions, key=lambda v: v.first_seen_at)]
        assert (report.body, days) == (OTHER, [(1, 3, BODY), (8, 10, None)])
        assert report.postings[0].first_seen_at == T0 + timedelta(days=1)


def test_the_same_text_elsewhere_is_a_posting_of_the_same_report(archive):
    assert put(archive, refined(), refined(url="http://b.gov.cn/9.html", day=1, title="全县经济工作会议召开")) == ["new", "repost"]
    with archive.reading() as session:
        postings = session.scalars(select(Posting).order_by(Posting.id)).all()
        assert [(p.report_id, p.link_kind, p.title) for p in postings] == [(1, "first", "青禾县召开经济工作会议"), (1, "identical", "全县经济工作会议召开")]


def test_a_repost_that_is_edited_leaves_the_report_as_it_was(archive):
    put(archive, refined(), refined(url="http://b.gov.cn/9.html"))
    assert put(archive, refined(OTHER, url="http://b.gov.cn/9.html", day=2)) == ["changed"]
    with archive.reading() as session:
        assert session.scalars(select(Report.body)).all() == [BODY]
        assert session.scalars(select(Version.body).order_by(Version.id)).all() == [None, None, OTHER]


def test_when_the_report_changes_its_reposts_keep_their_text(archive):
    put(archive, refined(), refined(url="http://b.gov.cn/9.html"))
    put(archive, refined(OTHER, day=2))
    with archive.reading() as session:
        assert session.scalars(select(Version.body).order_by(Version.id)).all() == [BODY, BODY, None]


@pytest.mark.parametrize(
    ("body", "first", "second", "outcome"),
    [
        ("详见附件。", "关于放假的通知", "关于放假的通知", "new"),
        ("", "图", "图", "new"),
        ("经研究，决定于近期在政务大厅举办一次面向全体居民的政策咨询活动，欢迎各位居民踊跃参加并提出宝贵意见。", "甲镇活动预告", "乙镇活动预告", "new"),
        ("经研究，决定于近期在政务大厅举办一次面向全体居民的政策咨询活动，欢迎各位居民踊跃参加并提出宝贵意见。", "活动预告", "甲镇：活动预告", "repost"),
    ],
)
def test_short_texts_are_one_report_only_under_one_title(archive, body, first, second, outcome):
    assert put(archive, refined(body, title=first), refined(body, url="http://b.gov.cn/9.html", title=second)) == ["new", outcome]


def test_better_code_refreshes_a_replayed_report(archive):
    put(archive, refined())
    better = Facts(version="2", people=(Person(quote="王立新", start=18, name="王立新"),))
    assert put(archive, refined(facts=better)) == ["refreshed"]
    assert put(archive, refined(facts=better)) == ["unchanged"]
    assert put(archive, refined(facts=better, title="更好的标题")) == ["refreshed"]
    with archive.reading() as session:
        report = session.scalars(select(Report)).one()
        assert ([m.name for m in report.mentions], report.facts_version, report.title) == (["王立新"], "2", "更好的标题")
    assert (count(archive, Version), count(archive, Capture)) == (1, 1)
    assert found(archive, "更好的标题") == [1]
    assert put(archive, refined(day=1, facts=Facts(version="3"))) == ["refreshed"]


def test_a_better_body_from_the_same_capture_is_no_new_version(archive):
    put(archive, refined(BODY + "上一篇：没有了", offset=7))
    assert put(archive, refined(BODY, offset=7)) == ["refreshed"]
    with archive.reading() as session:
        assert session.scalars(select(Report.body)).all() == [BODY]
        assert [(v.body, v.body_digest) for v in session.scalars(select(Version))] == [(None, body_digest(BODY))]
    assert found(archive, "上一篇") == []


def test_a_link_that_led_here_is_done(archive):
    with archive.writing() as session:
        site = writes.ensure_site(session, "410999", "青禾县", "410999", "http://a.gov.cn/", now=T0)
        writes.note_links(session, site.id, None, [("http://a.gov.cn/1.html", "a.gov.cn/1.html"), ("http://a.gov.cn/2.html", "a.gov.cn/2.html")], T0)
    with archive.writing() as session:
        store(session, refined(), site_id=site.id, now=T0)
    with archive.reading() as session:
        assert dict(session.execute(select(Link.url_key, Link.state)).all()) == {"a.gov.cn/1.html": "done", "a.gov.cn/2.html": "pending"}
        assert session.scalars(select(Posting.site_id)).all() == [site.id]


def test_nothing_is_stored_without_its_capture(archive):
    page = refined()
    page.page = replace(page.page, capture=None)
    with pytest.raises(StoreError, match=r"http://a.gov.cn/1.html cannot be stored"):
        put(archive, page)
    assert count(archive, Report) == 0


def test_characters_that_no_database_takes_do_no_harm_and_keep_their_places(archive):
    body = BODY + "零\0和半\ud83d个"
    page = refined(body, provenance={"title": Evidence("meta", "\0\ud83d")})
    page.body_digest = "x"
    put(archive, page)
    with archive.reading() as session:
        report = session.scalars(select(Report)).one()
        assert report.body == BODY + "零\ufffd和半\ufffd个"
        assert len(report.body) == len(body)


def test_a_very_long_text_is_stored_and_found(archive):
    assert put(archive, refined("".join(map(chr, range(0x4E00, 0x9FA0))) * 6)) == ["new"]
    assert found(archive, "一丁") == [1]


def test_where_a_near_duplicate_is_placed_it_is_a_repost(archive, monkeypatch):
    put(archive, refined())
    monkeypatch.setattr(Placing, "place", lambda self, page: Match(1, "repost", 0.9))
    assert put(archive, refined(OTHER, url="http://b.gov.cn/9.html")) == ["repost"]
    with archive.reading() as session:
        assert [(p.link_kind, p.score, p.versions[0].body) for p in session.scalars(select(Posting).order_by(Posting.id))] == [
            ("first", 1.0, None),
            ("repost", 0.9, OTHER),
        ]


def test_workers_that_store_the_same_report_at_once_leave_one_report_with_all_postings(archive):
    ready, failures = threading.Barrier(4), []

    def work(worker: int) -> None:
        pages = [refined(body, url=f"http://{host}.gov.cn/9.html") for body, host in ((BODY, f"w{worker}"), (OTHER, f"v{worker}"), (BODY, "shared"))]
        if worker % 2:
            pages.reverse()
        ready.wait()
        try:
            archive.write(lambda session: store_many(session, [(page, None) for page in pages], now=T0))
        except Exception as error:  # noqa: BLE001
            failures.append(error)

    workers = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert failures == []
    assert (count(archive, Report), count(archive, Posting)) == (2, 9)
