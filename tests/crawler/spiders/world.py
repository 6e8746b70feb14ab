"""A demo web and the crawls of it, for the tests of whole spiders: everything as a user would run it, in processes of its own."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import select

from db.models import Column, Link, Posting, Rejection, Site
from db.session import open_archive
from demo.entries import entries
from demo.served import ServedSite
from demo.server import DemoWeb
from pipelines.canonical import url_key

ROOT = Path(__file__).parents[3]
QUICK = ("-L", "WARNING", "-s", "DOWNLOAD_TIMEOUT=6", "-s", "PAUSE_SECONDS=0.2", "-s", "RETRY_TIMES=1")


def scrapy(home: Path, *words: str, check: bool = True, **extra: str) -> subprocess.CompletedProcess:
    """Run a scrapy command with everything it writes below ``home``."""
    places = {"DATABASE_URL": f"sqlite:///{home}/x.db", "ARCHIVE_DIR": str(home / "warc"), "DEMO_WEB": str(home / "demo.toml"), "REFINE_WORKERS": "0"}
    done = subprocess.run([sys.executable, "-m", "scrapy", *words], cwd=ROOT, env=os.environ | places | extra, capture_output=True, text=True, check=False)
    if check and (done.returncode or "Traceback" in done.stderr):
        pytest.fail(f"scrapy {' '.join(words)} exited with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return done


@contextmanager
def rows(home: Path):
    """A reading session on the database of ``home``."""
    archive = open_archive(f"sqlite:///{home}/x.db")
    try:
        with archive.reading() as session:
            yield session
    finally:
        archive.close()


@dataclass
class Outcome:
    """What a crawl left of one site."""

    truth: set[str]
    struck: set[str]
    stored: set[str]
    state: str
    reason: str
    requests: int
    columns: dict[str, str]
    true_columns: set[str]
    links: Counter = field(default_factory=Counter)
    rejected: Counter = field(default_factory=Counter)


def crawl(home: Path, web: DemoWeb, *words: str, columns: bool = False) -> tuple[str, list[Outcome]]:
    """Crawl the demo web (from its home pages alone, unless told otherwise); returns what was printed and the outcome of each site."""
    (home / "demo.toml").write_text(entries(web, columns=columns), encoding="utf-8")
    web.forget_requests()
    done = scrapy(home, "crawl", "county", "-a", "sites=demo", *words, *QUICK)
    with rows(home) as session:
        found = list(_outcomes(session, web))
    return done.stdout, found


def _outcomes(session, web: DemoWeb) -> Iterator[Outcome]:
    stored = list(session.scalars(select(Posting.url_key)))
    sites = {site.key: site for site in session.scalars(select(Site))}
    named = list(session.execute(select(Site.key, Column.name, Column.family).join(Column)))
    links = list(session.execute(select(Link.url, Link.state, Link.reason)))
    rejected = list(session.execute(select(Rejection.url, Rejection.reason)))
    for served in web.sites:
        site = sites[served.adcode]
        yield Outcome(
            truth={url_key(row["url"]) for row in served.truth()},
            struck={url_key(url) for url in served.struck()},
            stored={key for key in stored if key.startswith(served.base.removeprefix("http://"))},
            state=site.state,
            reason=site.state_reason or "",
            requests=served.log.total,
            columns={name: family for key, name, family in named if key == served.adcode},
            true_columns={name for name, _ in served.columns},
            links=Counter((state, reason) for url, state, reason in links if _of(served, url) and state != "done"),
            rejected=Counter(reason for url, reason in rejected if _of(served, url)),
        )


def _of(served: ServedSite, url: str) -> bool:
    return url.startswith(served.base + "/")
