"""The whole way of a page (fetch, archive, read, find facts, store) beside bare Scrapy on the same pages in the same run, and the share of each stage.

Bare Scrapy is given, as a list, the very pages that the crawl asked for, the lists among them; it keeps nothing of them.

``python -m bench.whole [--articles 2000] [--rounds 3]``
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from crawler.replay import page_of
from crawler.warc.read import Archived, captures
from crawler.warc.write import WarcWriter
from db.models import Run
from db.session import open_archive
from demo.entries import entries
from demo.plan import default
from demo.server import DemoWeb, serve
from pipelines import facts, fingerprint
from pipelines.dedupe.signature import signature
from pipelines.extract.memory import ContainerMemory
from pipelines.page import Page
from pipelines.read import read
from pipelines.refine import refine
from pipelines.store import store_many

ROOT = Path(__file__).parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3, help="of a crawl and bare Scrapy in turn: the speed of machines drifts")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, serve(default(3, asked.articles)) as web:
        web.truth()  # writes the articles before the clock runs: inventing them is no work of a crawl
        homes = [Path(folder) / str(number) for number in range(asked.rounds)]
        print(f"the demo web and the crawler on the same {os.cpu_count()} cores; bare Scrapy is given the pages that the crawl asked for")
        median = statistics.median([in_turn(home, web) for home in homes])
        print(f"the whole way keeps {median:.2f} of bare Scrapy's pages a second (median of {asked.rounds})")
        shares(homes[-1])


def in_turn(home: Path, web: DemoWeb) -> float:
    """One crawl and bare Scrapy after it: the share of bare Scrapy's pages a second that the whole way keeps."""
    home.mkdir()
    web.forget_requests()
    stored, seconds, memory = whole_way(home, web)
    whole, urls = web.requests() / seconds, asked_for(web)
    bare = bare_scrapy(home, urls)
    print(
        f"  bare Scrapy {bare:6.1f} pages/s, the whole way {whole:6.1f}: {whole / bare:.2f}; {len(urls)} pages, {stored} articles stored, {memory} MB at most",
        flush=True,
    )
    return whole / bare


def asked_for(web: DemoWeb) -> list[str]:
    """Every address that was asked for with GET: home pages, lists, articles, robots.txt."""
    gets = (served.base + line.split()[1] for served in web.sites for line in served.log.order if line.startswith("GET "))
    return list(dict.fromkeys(gets))


def bare_scrapy(home: Path, urls: list[str]) -> float:
    """Pages a second of Scrapy alone."""
    (home / "urls").write_text("\n".join(urls), encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "bench.bare", str(home / "urls")], cwd=ROOT, check=True, capture_output=True, text=True)
    return len(urls) / float(done.stdout.split()[-1])


def whole_way(home: Path, web: DemoWeb) -> tuple[int, float, int]:
    """A first crawl: articles stored, seconds from opening the archive to closing it, and the peak memory in MB."""
    (home / "demo.toml").write_text(entries(web), encoding="utf-8")
    env = os.environ | {"DATABASE_URL": f"sqlite:///{home}/x.db", "ARCHIVE_DIR": str(home / "warc"), "DEMO_WEB": str(home / "demo.toml")}
    subprocess.run(
        [sys.executable, "-m", "scrapy", "crawl", "county", "-a", "sites=demo", "-L", "ERROR"], cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL
    )
    archive = open_archive(f"sqlite:///{home}/x.db")
    with archive.reading() as session:
        run = session.scalars(select(Run)).one()
        seconds = (run.finished_at - run.started_at).total_seconds()
        stored = sum(value for name, value in run.counts.items() if name.startswith("stored/"))
    archive.close()
    return stored, seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


def shares(home: Path) -> None:
    """What each stage costs alone, in one process, on the pages that the crawl archived."""
    archived = [one for path in (home / "warc").iterdir() for one in captures(path) if one.exchange.about.get("role") == "article"]
    pages = [page_of(one, one.capture) for one in archived]
    read(pages[0])  # the first page pays for what the libraries load
    facts.find_all(read(pages[0]), pages[0].hints)
    memory = ContainerMemory()
    readings, t_read = timed(lambda: [read(page, memory) for page in pages])
    _, t_facts = timed(lambda: [facts.find_all(reading, page.hints) for reading, page in zip(readings, pages, strict=True)])
    _, t_print = timed(lambda: [(fingerprint.body_digest(reading.body_hans), signature(reading.body_hans)) for reading in readings])
    _, t_warc = timed(lambda: archive_again(home / "again", archived))
    t_store = storing(home, pages)
    stages = {"archive (WARC)": t_warc, "read": t_read, "facts": t_facts, "fingerprint": t_print, "store": t_store}
    total = sum(stages.values())
    for name, seconds in stages.items():
        print(f"  {name:<16}{1000 * seconds / len(pages):7.2f} ms a page, {seconds / total:5.0%}")
    print(f"  read, facts and fingerprint together: {len(pages) / (t_read + t_facts + t_print):.0f} pages/s on one core")


def archive_again(folder: Path, archived: list[Archived]) -> None:
    with WarcWriter(folder) as writer:
        for one in archived:
            writer.add_exchange(one.exchange)


def storing(home: Path, pages: list[Page]) -> float:
    refined = [refine(page) for page in pages]
    archive = open_archive(f"sqlite:///{home}/store.db")
    begun = time.perf_counter()
    for start in range(0, len(refined), 64):
        with archive.writing() as session:
            store_many(session, [(one, None) for one in refined[start : start + 64]], now=datetime.now(UTC))
    seconds = time.perf_counter() - begun
    archive.close()
    return seconds


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    begun = time.perf_counter()
    result = work()
    return result, time.perf_counter() - begun


if __name__ == "__main__":
    main()
