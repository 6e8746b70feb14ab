"""Kills a crawl without warning at random moments and starts it again: what is lost, what is asked for twice; and the same with Scrapy's JOBDIR.

``python -m bench.kills [--articles 2000] [--kills 20]``
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from sqlalchemy import select

from crawler.middlewares.politeness import DEMO_CONCURRENCY
from crawler.warc.read import captures, read_capture
from crawler.warc.repair import whole_bytes
from db.models import Capture, Posting
from db.session import open_archive
from demo.entries import entries
from demo.plan import default
from demo.server import DemoWeb, serve
from pipelines.canonical import url_key

ROOT = Path(__file__).parents[1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, serve(default(3, asked.articles)) as web:
        lost = ours(Path(folder), web, asked.kills, random.Random(asked.seed))
    with tempfile.TemporaryDirectory() as folder, serve(default(3, asked.articles)) as web:
        jobdir(Path(folder), web)
    return lost


def ours(home: Path, web: DemoWeb, kills: int, dice: random.Random) -> int:
    """Crawl with kills in between; returns how many faults were found."""
    (home / "demo.toml").write_text(entries(web), encoding="utf-8")
    env = os.environ | {"DATABASE_URL": f"sqlite:///{home}/x.db", "ARCHIVE_DIR": str(home / "warc"), "DEMO_WEB": str(home / "demo.toml")}
    command = [sys.executable, "-m", "scrapy", "crawl", "county", "-a", "sites=demo", "-L", "ERROR"]
    done, share = 0, max(20, 2 * len(web.truth()) // (3 * max(kills, 1)))
    for _ in range(kills):
        done += killed_after(command, env, web, dice.randint(1, share))
    subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)
    return report(home, web, done)


def killed_after(command: list[str], env: dict[str, str], web: DemoWeb, requests: int) -> int:
    """Start, wait for so many further requests, kill -9 the crawl and its readers; 1 where it was still running."""
    begun = web.requests()
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, start_new_session=True)
    while process.poll() is None and web.requests() - begun < requests:
        time.sleep(0.002)
    was_running = process.poll() is None
    if was_running:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return int(was_running)


def report(home: Path, web: DemoWeb, kills: int) -> int:
    truth = Counter(url_key(row["url"]) for row in web.truth())
    archive = open_archive(f"sqlite:///{home}/x.db")
    with archive.reading() as session:
        stored = Counter(session.scalars(select(Posting.url_key)))
        rows = list(session.scalars(select(Capture)))
        for row in rows:
            read_capture(home / "warc", row.warc_file, row.warc_offset)
    archive.close()
    files = sorted((home / "warc").iterdir())
    in_files = sum(sum(1 for _ in captures(path)) for path in files)
    whole = all(whole_bytes(path) == path.stat().st_size for path in files)
    asked = requests(web)
    again = sum(max(0, asked[row["url"]] - 1) for row in web.truth())
    missing, extra = sum((truth - stored).values()), sum((stored - truth).values())
    print(f"killed with -9          {kills} times")
    print(f"articles of the web     {sum(truth.values())}")
    print(f"stored exactly once     {sum((truth & stored).values())}, missing {missing}, stored twice or wrongly {extra}")
    print(f"captures in the WARCs   {in_files}, in the database {len(rows)}, each read back and its digest right")
    print(f"WARC files              {len(files)}, all whole: {whole}")
    most = DEMO_CONCURRENCY * len(web.sites)
    print(f"articles asked again    {again} ({again / max(kills, 1):.1f} a kill; {most} may be in flight at once)")
    return missing + extra + (in_files != len(rows)) + (not whole) + (again > kills * most)


def requests(web: DemoWeb) -> Counter[str]:
    """How often each address was asked for; sites may share paths, never addresses."""
    asked: Counter[str] = Counter()
    for served in web.sites:
        asked.update({served.base + path: count for path, count in served.log.paths.items()})
    return asked


def jobdir(home: Path, web: DemoWeb) -> None:
    """The same site with Scrapy's own way to resume, killed once a third of the way."""
    urls = [row["url"] for row in web.truth()]
    (home / "urls").write_text("\n".join(url for served in web.sites for _, url in served.columns), encoding="utf-8")
    command = [sys.executable, "-m", "bench.bare", str(home / "urls"), str(home / "job")]
    killed_after(command, dict(os.environ), web, len(urls) // 3)
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    asked = requests(web)
    never = sum(not asked[url] for url in urls)
    print(f"Scrapy JOBDIR           killed once at {len(urls) // 3} of {len(urls)}, then resumed: {never} never asked for")


if __name__ == "__main__":
    sys.exit(bool(main()))
