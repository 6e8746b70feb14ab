"""``scrapy replay``: what today's code reads better is refreshed from the archive, once, with nothing fetched, archived or stored twice."""

import json
import shutil

import pytest
from sqlalchemy import func, select, update

from db.models import Capture, Indicator, Posting, Rejection, Report, Run, Version
from db.session import open_archive
from pipelines import facts
from tests.crawler.spiders.test_county import crawled  # noqa: F401  a crawl of the demo web, made once for both
from tests.crawler.spiders.world import rows, scrapy

TEXT = "青溪县召开春耕生产工作会议\n2024-03-06\n3月5日，青溪县召开春耕生产工作会议，研究部署工作。县长林向东出席会议并讲话。会议强调，去年全县地区生产总值增长6.{}%，今年要继续抓好落实。"


@pytest.fixture
def home(tmp_path):
    """Three texts, read and stored."""
    (tmp_path / "in").mkdir()
    for n in range(3):
        (tmp_path / "in" / f"{n}.txt").write_text(TEXT.format(n).replace("春耕生产", f"第{'一二三'[n]}批项目建设"), encoding="utf-8")
    scrapy(tmp_path, "crawl", "files", "-a", f"path={tmp_path / 'in'}", "-L", "WARNING")
    return tmp_path


def change(home, *statements) -> None:
    """As if other code had written it."""
    archive = open_archive(f"sqlite:///{home}/x.db")
    with archive.writing() as session:
        for statement in statements:
            session.execute(statement)
    archive.close()


def test_reports_of_other_code_are_read_again_and_then_no_more(home):
    change(home, update(Report).where(Report.id == 2).values(facts_version="0", title="旧", genre=None), update(Indicator).values(value=1.0))
    size = sum(path.stat().st_size for path in (home / "warc").iterdir())
    first = scrapy(home, "replay")
    assert "Reading 1 texts again" in first.stderr
    assert "1 read better than before" in first.stdout
    with rows(home) as session:
        report = session.get_one(Report, 2)
        assert (report.title, report.genre, report.facts_version) == ("青溪县召开第二批项目建设工作会议", "meeting_news", facts.VERSION)
        assert {i.report_id: i.value for i in session.scalars(select(Indicator))} == {1: 1.0, 2: 6.1, 3: 1.0}
        assert session.scalars(select(Run.spider)).all() == ["files", "replay"]
        assert session.scalar(select(func.count(Posting.id))) == session.scalar(select(func.count(Version.id))) == 3
    again = scrapy(home, "replay")
    assert "Every report was read by facts version" in again.stderr
    assert sum(path.stat().st_size for path in (home / "warc").iterdir()) == size


def test_all_reads_every_text_and_what_was_refused(home):
    with rows(home) as session:
        capture = session.scalar(select(Capture.id).where(Capture.posting_id == 3))
    refusal = {"capture_id": capture, "url": "x", "reason": "no_body", "detail": "", "rejected_at": func.now()}
    change(home, Version.__table__.delete().where(Version.posting_id == 3), update(Capture).where(Capture.id == capture).values(posting_id=None))
    change(home, Posting.__table__.delete().where(Posting.id == 3), Report.__table__.delete().where(Report.id == 3))
    change(home, Rejection.__table__.insert().values(**refusal), update(Indicator).values(value=1.0), update(Report).values(facts_version="0"))
    done = scrapy(home, "replay", "--all", "-L", "WARNING")
    assert "1 new reports" in done.stdout
    with rows(home) as session:
        assert sorted(session.scalars(select(Report.title))) == [f"青溪县召开第{n}批项目建设工作会议" for n in "一三二"]
        assert sorted(i.value for i in session.scalars(select(Indicator))) == [6.0, 6.1, 6.2]
        assert session.scalars(select(Rejection)).all() == []


def test_a_missing_archive_file_is_told_once_and_the_rest_is_read(home):
    (home / "more").mkdir()
    (home / "more" / "a.txt").write_text(TEXT.format(7).replace("青溪", "青河"), encoding="utf-8")
    (first,) = (home / "warc").iterdir()
    scrapy(home, "crawl", "files", "-a", f"path={home / 'more'}", "-L", "WARNING")
    first.unlink()
    change(home, update(Report).values(facts_version="0"))
    done = scrapy(home, "replay")
    assert done.stderr.count("is missing") == 1
    assert "3 unreadable_capture" in done.stdout
    with rows(home) as session:
        assert sorted(session.scalars(select(Report.facts_version))) == ["0", "0", "0", facts.VERSION]


def test_a_crawl_of_every_family_is_read_again_to_the_same_reports(crawled, tmp_path):  # noqa: F811
    home = tmp_path / "home"
    shutil.copytree(crawled[0], home)
    before = exported(home)
    change(home, update(Report).values(facts_version="0", body="", body_hans="", title=None, source=None, publish_date=None), Indicator.__table__.delete())
    scrapy(home, "replay", "-L", "WARNING")
    assert exported(home) == before
    scrapy(home, "replay", "--all", "-L", "WARNING")
    assert exported(home) == before


def exported(home) -> list:
    """All that is known of each report but when it was written."""
    reports = [json.loads(line) for line in scrapy(home, "export", "-").stdout.splitlines()]
    return sorted(json.dumps({key: value for key, value in report.items() if key not in ("stored_at", "run")}, sort_keys=True) for report in reports)


def test_a_wrong_word_is_one_line(tmp_path):
    for words in (("replay", "everything"), ("crawl", "replay", "-a", "scope=some")):
        done = scrapy(tmp_path, *words, check=False)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
