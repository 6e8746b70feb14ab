"""Guards that the export says all that is stored, in the shapes that are promised."""

import json

from db import exports
from db.filters import Filter
from db.models import ReportLink
from pipelines.factual import EventDate, Facts, Formula, Indicator, Keyword, Meeting, Person
from pipelines.reading import Credit, Evidence, Resource
from tests.db.reports import MENGJIN, put, report

PROMISED = [
    "id",
    "origin",
    "urls",
    "title",
    "title_derived",
    "kicker",
    "publish_date",
    "publish_date_basis",
    "page_generated_at",
    "source",
    "credits",
    "site_id_code",
    "column",
    "region",
    "script",
    "body",
    "body_hans",
    "genre",
    "event_dates",
    "people",
    "meetings",
    "formulas",
    "indicators",
    "flags",
    "attachments",
    "images",
    "captures",
    "provenance",
]


def figure(**change):
    fields = {"quote": "增长6%", "start": 0, "name": "gdp", "raw_name": "生产总值", "measure": "growth", "value": 6.0, "unit": "%", "comparator": "ge"}
    return Indicator(**(fields | {"kind": "target", "period": "2024"} | change))


FULL = report(
    "青禾县经济工作会议提出，生产总值增长6%左右。" * 10,
    credits=(Credit("reporter", "赵一", "记者 赵一"),),
    attachments=(Resource("http://a.gov.cn/f.pdf", "附件"),),
    images=(Resource("http://a.gov.cn/i.jpg", "图"),),
    flags=frozenset({"mangled_script", "future_date"}),
    provenance={"title": Evidence("meta", "ArticleTitle")},
    column="要闻",
    facts=Facts(
        region=MENGJIN,
        genre="meeting_news",
        flags=frozenset({"truncated"}),
        people=(Person(quote="李明", start=0, name="李明", posts=("县长", "副书记"), role="host"),),
        meetings=(Meeting(quote="会议", start=0, name="会议", session="10-9"),),
        indicators=(figure(), figure(value=(6.0, 7.5)), figure(value=None, wording="与上年持平")),
        formulas=(Formula(quote="三大", start=0, name="三大定位", key="三大定位", items=("一", "二")),),
        event_dates=(EventDate(quote="5日", start=0, start_date="--03-05", end_date="--03-05", year_inferred=True),),
        keywords=(Keyword(quote="经济", start=0, word="经济", weight=0.5),),
        version="1",
    ),
)


def exported(archive, narrowed=None):
    with archive.reading() as session:
        return list(exports.export(session, narrowed))


def test_the_export_has_every_promised_key(archive):
    put(archive, FULL)
    assert set(PROMISED) <= set(exported(archive)[0])


def test_every_field_has_its_shape(archive):
    put(
        archive,
        FULL,
        report(FULL.reading.body, url="http://b.gov.cn/1.html", day=1, flags=FULL.reading.flags),
        report(FULL.reading.body, url=FULL.page.url, day=2),
    )
    row = exported(archive)[0]
    assert row["urls"] == [FULL.page.url, "http://b.gov.cn/1.html"]
    assert row["credits"] == [{"role": "reporter", "name": "赵一", "quote": "记者 赵一"}]
    assert row["region"] == {"adcode": "410308", "name": "孟津区", "path": ["河南省", "洛阳市", "孟津区"]}
    assert row["people"] == [{"name": "李明", "posts": ["县长", "副书记"], "role": "host", "quote": "李明", "offset": 0}]
    assert [(i["value"], i["wording"], i["evidence"]) for i in row["indicators"]] == [
        (6.0, None, "增长6%"), ([6.0, 7.5], None, "增长6%"),
    ]  # fmt: skip
    assert [(i["value"], i["wording"], i["evidence"]) for i in row["targets_in_words"]] == [(None, "与上年持平", "增长6%")]
    assert row["event_dates"][0] | {"reason": "", "quote": "", "offset": 0} == {
        "start": "--03-05", "end": "--03-05", "precision": "day", "year_inferred": True, "reason": "", "quote": "", "offset": 0,
    }  # fmt: skip
    assert (row["flags"], row["doubts"]) == ({"truncated": True, "advertisement": False, "placeholder": False, "mangled_script": True}, ["future_date"])
    assert (row["attachments"], row["images"]) == ([{"url": "http://a.gov.cn/f.pdf", "name": "附件"}], [{"url": "http://a.gov.cn/i.jpg", "name": "图"}])
    assert [(c["url"], c["fetched_at"][:10]) for c in row["captures"]] == [
        (FULL.page.url, "2026-01-01"), ("http://b.gov.cn/1.html", "2026-01-02"), (FULL.page.url, "2026-01-03"),
    ]  # fmt: skip
    assert (row["provenance"], row["column"], row["formulas"][0]["items"]) == (
        {"title": {"rule": "meta", "saw": "ArticleTitle"}, "region": {"rule": "title", "saw": "孟津区"}},
        "要闻",
        ["一", "二"],
    )
    assert [p["kind"] for p in row["postings"]] == ["first", "identical"]
    json.dumps(row)


def test_what_a_page_does_not_say_is_null_or_empty(archive):
    put(archive, report())
    row = exported(archive)[0]
    assert (row["region"], row["genre"], row["people"], row["kicker"], row["flags"]["truncated"]) == (None, None, [], None, False)


def test_links_between_reports_are_told_from_both_ends(archive):
    put(archive, report(), report("全县农村工作会议。"))
    with archive.writing() as session:
        session.add(ReportLink(report_id=1, other_id=2, kind="excerpt", score=0.5))
    assert [[(r["id"], r["is_from"]) for r in row["related"]] for row in exported(archive)] == [[(2, True)], [(1, False)]]


def test_an_export_in_batches_holds_every_report_once(archive, monkeypatch):
    monkeypatch.setattr(exports, "BATCH", 2)
    put(archive, *(report(f"第{n}号通知。", url=f"http://a.gov.cn/{n}.html") for n in range(5)))
    assert [row["origin"] for row in exported(archive)] == [f"http://a.gov.cn/{n}.html" for n in range(5)]


def test_an_export_can_be_narrowed(archive):
    put(archive, FULL, report())
    assert [row["id"] for row in exported(archive, Filter(region="410308"))] == [1]
    with archive.reading() as session:
        assert (exports.count(session), exports.count(session, Filter(genre="speech"))) == (2, 0)
        assert exports.one(session, 2)["id"] == 2
        assert exports.one(session, 3) is None
