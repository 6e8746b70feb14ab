"""Guards that the views answer what they promise, alike on both engines, and that their worked queries run."""

from datetime import date

import pytest
from sqlalchemy import text

from db import revisions, views, writes
from pipelines.factual import Facts, Formula, Indicator, Meeting, Person, Region
from tests.db.reports import MENGJIN, START, put, report


def figure(value=6.0, **change):
    fields = {"quote": "增长6%", "start": 0, "name": "gdp", "raw_name": "生产总值", "measure": "growth", "value": value, "unit": "%", "comparator": "ge"}
    return Indicator(**(fields | {"kind": "target", "period": "2024"} | change))


def facts(region=MENGJIN, **found):
    return Facts(region=region, genre="meeting_news", version="1", **found)


CONQUER = Formula(quote="三大攻坚战", start=0, name="“三大攻坚战”", key="三大攻坚战")
MAYOR = Person(quote="李明", start=0, name="李明", posts=("区长",))
LUSHAN = Region(adcode="410423", name="鲁山县", path=("河南省", "平顶山市", "鲁山县"))
WITHOUT_PLACE = Facts(genre="speech", version="1", formulas=(CONQUER,))
REPORTS = (
    report("政府工作报告提出增长6%。", publish_date="2024-02-01", facts=facts(indicators=(figure(), figure(period="2021-2025")), people=(MAYOR,))),
    report("全年增长7.1%，预计增长7%。", publish_date="2025-01-20", facts=facts(indicators=(figure(7.1, kind="actual"), figure(7.0, kind="estimate")))),
    report("区长李明打赢三大攻坚战。", publish_date="2024-03-05", facts=facts(people=(MAYOR,), formulas=(CONQUER, CONQUER))),
    report("鲁山县打赢三大攻坚战，增长5%。", publish_date="2024-03-01", facts=facts(LUSHAN, formulas=(CONQUER,), indicators=(figure(5.0, unit=None, period="年内"),))),
    report("全区经济工作会议召开，部署三农。", publish_date="2018-03-05", facts=facts(meetings=(Meeting(quote="全区经济工作会议", start=0, name="全区经济工作会议", kind="经济工作会议"),))),
    report("没有日期。", publish_date=None, facts=WITHOUT_PLACE),
    report("范文：增长9%。", facts=Facts(region=MENGJIN, genre="template_or_ad", version="1", indicators=(figure(9.0),))),
)  # fmt: skip
REPOST = report(REPORTS[0].reading.body * 12, url="http://b.gov.cn/1.html", publish_date="2024-02-03")
SUBJECTS = [
    "春耕",
    "防汛",
    "抗旱",
    "禁毒",
    "招商",
    "环保",
    "消防",
    "教育",
    "医保",
    "养老",
    "民政",
    "水利",
    "林业",
    "畜牧",
    "交通",
    "电力",
    "通信",
    "旅游",
    "文物",
    "体育",
    "气象",
]
MOVED = tuple(report(f"我县召开{subject}工作座谈会。", publish_date="2023-01-01T18:30:45") for subject in SUBJECTS)
FIRST = report(REPORTS[0].reading.body * 12, url="http://a.gov.cn/long.html", publish_date="2024-02-01")


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def stocked(request, new_archive):
    with new_archive(request.param) as archive:
        put(archive, *REPORTS)
        yield archive


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def travelled(request, new_archive):
    with new_archive(request.param) as archive:
        with archive.writing() as session:
            site = writes.ensure_site(session, "410308", "孟津区", None, "http://a.gov.cn/", now=START).id
        put(archive, *REPORTS, FIRST, REPOST)
        put(archive, *MOVED, site_id=site)
        yield archive


def rows(archive, sql):
    with archive.reading() as session:
        return [tuple(row) for row in session.execute(text(sql))]


def day(value):
    return value if isinstance(value, date) else date.fromisoformat(value)


@pytest.mark.parametrize("name", views.VIEWS)
def test_every_view_has_the_columns_that_are_documented(stocked, name):
    with stocked.reading() as session:
        found = list(session.execute(text(f"SELECT * FROM {name}")).keys())
    assert found == list(views.VIEWS[name].columns)


def test_a_card_names_the_division_as_it_was_called_that_day(stocked):
    named = rows(stocked, "SELECT published_on, division_name, month FROM report_card WHERE adcode = '410308' ORDER BY published_on LIMIT 2")
    assert [(day(on), name, month) for on, name, month in named] == [(date(2018, 3, 5), "孟津县", "2018-03"), (date(2024, 2, 1), "孟津区", "2024-02")]


def test_samples_and_advertisements_are_in_no_view(stocked):
    assert rows(stocked, "SELECT count(*) FROM report_card") == [(6,)]
    assert rows(stocked, "SELECT count(*) FROM growth_targets WHERE value = 9") == [(0,)]


def test_growth_targets_name_year_words_and_capture(stocked):
    found = rows(stocked, "SELECT adcode, year, period, value, comparator, evidence, warc_file FROM growth_targets ORDER BY adcode, period")
    assert found == [
        ("410308", "2021", "2021-2025", 6.0, "ge", "增长6%", "a.warc.gz"),
        ("410308", "2024", "2024", 6.0, "ge", "增长6%", "a.warc.gz"),
        ("410423", None, "年内", 5.0, "ge", "增长6%", "a.warc.gz"),
    ]


def test_a_target_stands_beside_what_came_of_it(stocked):
    sql = "SELECT adcode, period, target, result, result_kind, is_met, target_report_id, result_report_id FROM targets_and_results ORDER BY adcode, period"
    assert rows(stocked, sql) == [
        ("410308", "2021-2025", 6.0, None, None, None, 1, None),
        ("410308", "2024", 6.0, 7.1, "actual", True, 1, 2),
        ("410423", "年内", 5.0, None, None, None, 4, None),
    ]


def test_officials_have_their_first_and_last_day(stocked):
    found = rows(stocked, "SELECT person, post, adcode, first_seen_on, last_seen_on, reports, first_report_id, last_report_id FROM officials")
    assert [(*row[:3], day(row[3]), day(row[4]), *row[5:]) for row in found] == [
        ("李明", "区长", "410308", date(2024, 2, 1), date(2024, 3, 5), 2, 1, 3),
    ]


def test_a_formula_travels(stocked):
    sql = "SELECT place_in_order, adcode, days_after_first, reports, report_id FROM formula_first_use WHERE formula = '三大攻坚战' ORDER BY 1"
    assert rows(stocked, sql) == [(1, "410423", 0, 1, 4), (2, "410308", 4, 1, 3)]


def test_meetings_and_reports_are_counted_by_month(stocked):
    assert rows(stocked, "SELECT * FROM meetings_by_month") == [("2018-03", "410308", "孟津区", "经济工作会议", 1, 1)]
    assert rows(stocked, "SELECT month, adcode, genre, reports, postings FROM reports_by_month WHERE month = '2024-03' ORDER BY adcode") == [
        ("2024-03", "410308", "meeting_news", 1, 1), ("2024-03", "410423", "meeting_news", 1, 1),
    ]  # fmt: skip


def test_a_repost_has_its_lag_and_its_sites(archive):
    with archive.writing() as session:
        sites = [writes.ensure_site(session, key, f"{key}县", None, f"http://{key}.gov.cn/", now=START).id for key in "ab"]
    put(archive, FIRST, site_id=sites[0])
    put(archive, REPOST, site_id=sites[1])
    sql = "SELECT kind, share_kept, first_site, site, lag_days, url FROM report_lineage"
    assert rows(archive, sql) == [("identical", 1.0, "a县", "b县", 2, "http://b.gov.cn/1.html")]


def test_dates_that_a_whole_archive_shares_are_doubtful(archive):
    with archive.writing() as session:
        sites = [writes.ensure_site(session, key, f"{key}县", None, f"http://{key}.gov.cn/", now=START).id for key in "ab"]
    put(archive, *MOVED, site_id=sites[0])
    put(archive, *(report(f"{page.reading.body}（续）", publish_date="2023-01-01") for page in MOVED), site_id=sites[1])
    put(archive, report("另一天的会议。", publish_date="2023-01-02T18:30:45"), site_id=sites[0])
    found = rows(archive, "SELECT site_id, published_minute, reports, count(*) FROM bulk_restamped GROUP BY 1, 2, 3")
    assert found == [(sites[0], "2023-01-01T18:30", 21, 21)]


@pytest.mark.parametrize("name", views.VIEWS)
def test_the_worked_query_runs_and_finds_what_there_is(travelled, name):
    assert rows(travelled, views.VIEWS[name].example)


def test_views_that_change_come_with_a_revision():
    assert views.fingerprint() == revisions.VIEWS, (
        "the views have changed: add a revision (an empty one will do), so that archives that exist get them, "
        f"and set revisions.VIEWS to {views.fingerprint()!r}"
    )


def test_the_divisions_are_there_with_their_years_and_heirs(archive):
    found = rows(archive, "SELECT name, successor, valid_to FROM division WHERE code = '410322'")
    assert [(name, heir) for name, heir, _ in found] == [("孟津县", "410308")]
    assert rows(archive, "SELECT count(*) FROM division")[0][0] > 7000
