"""The SQL views that a researcher would write first: their SQL on both engines, what their columns mean, and a worked query for each."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, text

from db import view_sql


@dataclass(frozen=True, slots=True)
class View:
    """One view. ``sql`` may hold the fragments of ``view_sql.FRAGMENTS`` in braces, which are written differently on the two engines."""

    meaning: str
    columns: Mapping[str, str]
    sql: str
    question: str
    """What the worked query answers."""
    example: str


_PROOF = {
    "report_id": "the report, as `scrapy show` takes it",
    "url": "where it stands first",
    "warc_file": "the WARC file of the capture that it was read from",
    "warc_offset": "and the record's place in it, in bytes",
}
_PLACE = {
    "adcode": "the division by today's code",
    "division_name": "its name on the day of publication",
}

VIEWS: dict[str, View] = {
    "report_card": View(
        "One row a report: what it is, whose, when, and the capture that proves it. Advertisements and samples are left out of this and all other views.",
        {
            "report_id": _PROOF["report_id"],
            "title": "the headline",
            "published_on": "the day of publication; null where it is not known to the day",
            "month": "its month, YYYY-MM, also where only that is known",
            **_PLACE,
            "genre": "meeting_news, speech, work_report, inspection, notice, other",
            "source": "来源",
            "posting_id": "the posting that it has its text from",
            "site_id": "the site of that posting",
            **{name: _PROOF[name] for name in ("url", "warc_file", "warc_offset")},
            "fetched_at": "when that capture was made, UTC",
        },
        view_sql.REPORT_CARD,
        "What did 孟津 publish in March 2024, and where are the pages archived?",
        "SELECT published_on, title, url, warc_file, warc_offset FROM report_card\n"
        "WHERE adcode = '410308' AND month = '2024-03' ORDER BY published_on, report_id",
    ),
    "growth_targets": View(
        "One row a growth target that a report states, with the words that state it; targets without a number too.",
        {
            **_PLACE,
            "year": "the year that the target is for, or begins with; null where the text does not say",
            "period": "the whole period: 2024, 2024H1, 2021-2025",
            "indicator": "gdp, retail_sales … (docs/facts.md)",
            "raw_name": "as written",
            "value": "the figure, or the lower end of a range",
            "value_high": "the upper end of a range",
            "unit": "%, 个百分点 …",
            "comparator": "eq, approx, ge, le, gt, lt",
            "wording": "for a target without a number: its words",
            "evidence": "the exact words of the report",
            "published_on": "the day of publication",
            "title": "the report's headline",
            **_PROOF,
        },
        view_sql.GROWTH_TARGETS,
        "The GDP growth target of every county for 2024, from the first report that states it, with its sentence",
        "SELECT adcode, division_name, value, value_high, comparator, evidence, url FROM (\n"
        "  SELECT g.*, row_number() OVER (PARTITION BY adcode ORDER BY published_on, report_id) AS nth\n"
        "  FROM growth_targets AS g WHERE indicator = 'gdp' AND year = '2024') AS stated\n"
        "WHERE nth = 1 ORDER BY adcode",
    ),
    "targets_and_results": View(
        "One row a target of a division: the first report that states it, beside the last report of what came of it.",
        {
            **_PLACE,
            "year": "the year of the period",
            "period": "the period that both are for",
            "indicator": "gdp, retail_sales …",
            "measure": "level, growth or share",
            "unit": "of both figures",
            "target": "the figure aimed at, or the lower end of a range",
            "target_high": "the upper end",
            "comparator": "of the target",
            "target_wording": "the words of a target without a number",
            "target_evidence": "the words that state the target",
            "target_report_id": "the report that states it",
            "result": "the figure reported; null where no report gives one",
            "result_kind": "actual, or estimate where nothing else is known",
            "result_evidence": "the words that state the result",
            "result_report_id": "the report that states it",
            "is_met": "whether the result keeps the target; null where either has no number",
        },
        view_sql.TARGETS_AND_RESULTS,
        "How often do counties of a province keep their growth targets?",
        "SELECT indicator, count(*) AS targets, sum(CASE WHEN is_met THEN 1 ELSE 0 END) AS kept\n"
        "FROM targets_and_results WHERE adcode LIKE '41%' AND measure = 'growth' AND is_met IS NOT NULL\n"
        "GROUP BY indicator ORDER BY targets DESC, indicator",
    ),
    "officials": View(
        "One row a person and post in a division's reports, with the days on which they were first and last seen together.",
        {
            "person": "the name, in simplified script",
            "post": "as written",
            "adcode": "the division that the reports are about, by today's code",
            "division_name": "its name today",
            "first_seen_on": "the first day of publication",
            "last_seen_on": "the last",
            "reports": "how many reports name them so",
            "first_report_id": "a report of the first day",
            "last_report_id": "a report of the last day",
        },
        view_sql.OFFICIALS,
        "Who was 县长 or 区长 where, and when?",
        "SELECT division_name, person, post, first_seen_on, last_seen_on, reports FROM officials\n"
        "WHERE post IN ('县长', '区长', '县委副书记、县长') ORDER BY adcode, first_seen_on",
    ),
    "meetings_by_month": View(
        "How many meetings of each kind a division's reports tell of in each month.",
        {
            "month": "of publication, YYYY-MM",
            "adcode": "the division",
            "division_name": "its name today",
            "kind": "经济工作会议, 常务会议 …; null where the kind is not known",
            "meetings": "different names of meetings",
            "reports": "reports that tell of them",
        },
        view_sql.MEETINGS_BY_MONTH,
        "In which months do counties meet most?",
        "SELECT substr(month, 6, 2) AS month_of_year, sum(meetings) AS meetings FROM meetings_by_month\n"
        "GROUP BY substr(month, 6, 2) ORDER BY meetings DESC, month_of_year",
    ),
    "formula_first_use": View(
        "One row a formula (提法) and division that used it: the first time, and how long after the first of all.",
        {
            "formula": "its normal form",
            "name": "as first written there",
            **_PLACE,
            "first_used_on": "the day of publication of the first report",
            "days_after_first": "days since any division first used it",
            "place_in_order": "1 for the division that used it first (equal days share a place)",
            "reports": "the division's reports that use it",
            "evidence": "the exact words",
            **{name: _PROOF[name] for name in ("report_id", "url")},
        },
        view_sql.FORMULA_FIRST_USE,
        "How did a formula travel from county to county?",
        "SELECT place_in_order, division_name, first_used_on, days_after_first, evidence FROM formula_first_use\n"
        "WHERE formula = '三大攻坚战' ORDER BY first_used_on, adcode",
    ),
    "report_lineage": View(
        "How texts travel: one row for every further posting of a report, and for every report that takes over part of another.",
        {
            "first_report_id": "the report that was there first",
            "report_id": "the same report for a repost; the later one for an excerpt, extension or update",
            "kind": "identical, repost, mirror; excerpt, extended, update …",
            "share_kept": "share of the first text that is kept, 0 to 1",
            "title": "the first report's headline",
            "first_url": "where it stood first",
            "first_site": "whose site that is",
            "first_on": "the day of publication there",
            "url": "where it stands again",
            "site": "whose site that is",
            "posted_on": "the day of publication there",
            "lag_days": "days between the two; null where a day is not known",
        },
        view_sql.REPORT_LINEAGE,
        "Which sites take over the texts of which, how fast, and how faithfully?",
        "SELECT first_site, site, count(*) AS texts, avg(lag_days) AS days, avg(share_kept) AS kept FROM report_lineage\n"
        "GROUP BY first_site, site ORDER BY texts DESC, first_site, site",
    ),
    "bulk_restamped": View(
        "Reports whose date is doubtful: more than twenty of one site bear the same minute, as whole archives do after a site has moved to another system.",
        {
            "report_id": _PROOF["report_id"],
            "site_id": "the site",
            "published_minute": "the minute that they share, local time",
            "reports": "how many of the site bear it",
            "title": "the report's headline",
            **{name: _PROOF[name] for name in ("url", "warc_file", "warc_offset")},
        },
        view_sql.BULK_RESTAMPED,
        "Which sites have dates that say when they moved, not when something was published, and how many reports are concerned?",
        "SELECT site_id, published_minute, count(*) AS reports FROM bulk_restamped\nGROUP BY site_id, published_minute ORDER BY reports DESC, site_id",
    ),
    "reports_by_month": View(
        "How many reports of each genre a division published in each month.",
        {
            "month": "of publication, YYYY-MM",
            "adcode": "the division",
            "division_name": "its name today",
            "genre": "meeting_news, speech …; null where it is not known",
            "reports": "different reports",
            "postings": "places at which they stand",
        },
        view_sql.REPORTS_BY_MONTH,
        "Is the record complete? Months without a report are gaps in the archive or in the site",
        "SELECT adcode, division_name, month, sum(reports) AS reports FROM reports_by_month\nGROUP BY adcode, division_name, month ORDER BY adcode, month",
    ),
}


def sql_of(name: str, dialect: str) -> str:
    """The CREATE statement of a view in one dialect."""
    fragments = view_sql.FRAGMENTS[dialect]
    body = VIEWS[name].sql
    for mark, fragment in fragments.items():
        body = body.replace(mark, fragment)
    return f"CREATE VIEW {name} AS\n{body}"


def fingerprint() -> str:
    """A short digest of all views: archives that were made with another one get theirs anew with the next revision."""
    return hashlib.sha256("".join(sql_of(name, dialect) for dialect in view_sql.FRAGMENTS for name in VIEWS).encode()).hexdigest()[:12]


def drop(connection: Connection) -> None:
    """Take all views away, before a migration: SQLite changes no table that a view stands on."""
    for name in reversed(VIEWS):
        connection.execute(text(f"DROP VIEW IF EXISTS {name}"))


def create(connection: Connection) -> None:
    """Make all views."""
    for name in VIEWS:
        connection.exec_driver_sql(sql_of(name, connection.dialect.name))
