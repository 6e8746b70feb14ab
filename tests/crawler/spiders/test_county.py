"""The main job on the demo web: every article exactly once and true to the last character, again for nothing, and again from the archive alone."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from crawler.middlewares.politeness import DEMO_CONCURRENCY
from crawler.warc.read import read_capture
from crawler.warc.write import payload_digest
from db.models import Capture, Link, Posting, Report, Run
from demo.entries import entries
from demo.plan import default
from demo.server import serve
from pipelines.canonical import url_key
from tests.crawler.spiders.world import rows, scrapy

ARTICLES = 90


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """A demo web of three sites, crawled once and then again."""
    home = tmp_path_factory.mktemp("crawl")
    with serve(default(3, ARTICLES, per_page=8)) as web:
        (home / "demo.toml").write_text(entries(web), encoding="utf-8")
        first = scrapy(home, "crawl", "county", "-a", "sites=demo", "-L", "WARNING")
        asked_first = web.requests()
        connections = [len(served.log.connections) for served in web.sites]
        web.forget_requests()
        second = scrapy(home, "crawl", "county", "-a", "sites=demo", "-L", "WARNING")
        paths = Counter(path for served in web.sites for path in served.log.paths.elements())
        yield home, web.truth(), first, second, asked_first, paths, connections


def test_every_article_of_the_demo_web_is_stored_exactly_once(crawled):
    home, truth, *_ = crawled
    with rows(home) as session:
        stored = Counter(session.scalars(select(Posting.url_key)))
    assert stored == Counter(url_key(row["url"]) for row in truth)


def test_title_date_and_source_are_the_true_ones_for_all(crawled):
    home, truth, *_ = crawled
    with rows(home) as session:
        found = {p.url_key: p for p in session.scalars(select(Posting).options(joinedload(Posting.report)))}
        wrong = [
            (row["url"], row["title"], found[url_key(row["url"])].title)
            for row in truth
            if found[url_key(row["url"])].title != row["title"]
            or (found[url_key(row["url"])].publish_date or "")[:16] != row["publish_date"][:16]
            or (found[url_key(row["url"])].link_kind == "first" and found[url_key(row["url"])].report.source != row["source"])
        ]
    assert wrong == []


def test_a_second_crawl_fetches_no_article_and_stores_nothing_new(crawled):
    home, truth, _, second, _, paths, _ = crawled
    assert "reports stored     none" in second.stdout
    assert not {path for row in truth for path in paths if row["url"].endswith(path) and path != "/"}
    with rows(home) as session:
        assert session.scalars(select(Run.outcome)).all() == ["finished", "finished"]
        assert set(session.scalars(select(Link.state))) == {"done"}


def test_no_more_connections_are_opened_than_requests_run_at_once(crawled):
    *_, asked_first, _, connections = crawled
    assert asked_first > sum(connections)
    assert max(connections) <= DEMO_CONCURRENCY


def test_every_report_names_a_capture_that_gives_its_bytes_back(crawled):
    home, *_ = crawled
    with rows(home) as session:
        captures = list(session.scalars(select(Capture).where(Capture.posting_id.is_not(None))))
    assert len(captures) >= ARTICLES
    for row in captures:
        archived = read_capture(home / "warc", row.warc_file, row.warc_offset)
        assert payload_digest(archived.exchange.body) == row.payload_digest
        assert archived.capture.url == row.url


def test_another_tool_finds_the_archive_sound(crawled):
    home, *_ = crawled
    files = [str(path) for path in (home / "warc").glob("*.warc.gz")]
    done = subprocess.run([sys.executable, "-m", "warcio.cli", "check", *files], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "")


def test_the_archive_alone_rebuilds_the_same_reports(crawled, tmp_path):
    home, *_ = crawled
    scrapy(tmp_path, "crawl", "files", "-a", f"path={home / 'warc'}", "-L", "WARNING", ARCHIVE_DIR=str(home / "warc"))
    assert _reports(tmp_path) == _reports(home)


def _reports(home: Path) -> list:
    fields = (Report.title, Report.body, Report.publish_date, Report.source, Report.adcode, Report.genre, Report.body_digest)
    with rows(home) as session:
        reports = sorted(json.dumps([str(value) for value in row], ensure_ascii=False) for row in session.execute(select(*fields)))
        postings = sorted(session.scalars(select(Posting.url_key)))
    return [reports, postings]


def test_robots_and_the_user_agent_tell_who_asks(crawled):
    home, *_ = crawled
    with rows(home) as session:
        asked = session.scalar(select(Capture).where(Capture.url.endswith("/robots.txt")))
    assert asked is not None
