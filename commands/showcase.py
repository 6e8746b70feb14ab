"""What the demo shows after its crawl: one report with its facts, one search, where everything lies, and what to type next."""

import shlex
import subprocess
import sys

from scrapy.settings import BaseSettings
from sqlalchemy import func, make_url, select

from db.models import Indicator, Mention, Report
from db.session import open_archive

WORDS = "固定资产投资"
"""Every county writes about it."""


def show_off(settings: BaseSettings) -> None:
    """Run the commands that a user would type next, and say what they are."""
    report_id = _telling(settings["DATABASE_URL"])
    _type(f"show {report_id}")
    _type(f"search {WORDS} --limit 3")
    print(
        f"""
Where it lies
  {make_url(settings["DATABASE_URL"]).render_as_string()}   reports and facts, for any SQL tool
  {settings["ARCHIVE_DIR"]}/   the pages as they came, for any WARC tool

What to type next (. .venv/bin/activate first)
  scrapy show {report_id} --raw            the archived page itself
  scrapy search 常务会议 --format jsonl
  scrapy export reports.jsonl
  scrapy demo                      again: nothing new is fetched
  scrapy sites list                then README.md, to crawl real sites"""
    )


def _telling(url: str) -> int:
    """A report with both figures and people, of a length that fits on a screen."""
    archive = open_archive(url)
    figures = select(func.count()).where(Indicator.report_id == Report.id).scalar_subquery()
    people = select(func.count()).where(Mention.report_id == Report.id).scalar_subquery()
    fits = func.length(Report.body).between(150, 900)
    try:
        with archive.reading() as session:
            wanted = select(Report.id).order_by(fits.desc(), (figures > 0).desc(), (people > 0).desc(), (figures + 2 * people).desc(), Report.id).limit(1)
            return session.scalars(wanted).one()
    finally:
        archive.close()


def _type(words: str) -> None:
    print(f"\n$ scrapy {words}", flush=True)
    subprocess.run([sys.executable, "-m", "scrapy", *shlex.split(words)], check=False)  # noqa: S603  our own commands
