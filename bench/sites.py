"""Many sites in one process: memory, speed beside bare Scrapy on the same pages, and whether any site starves another.

``python -m bench.sites [--sites 300] [--articles 7]``. Politeness is shortened for the measurement: the demo web asks for no delay.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.whole import ROOT, asked_for, bare_scrapy
from demo.entries import entries
from demo.families import families
from demo.plan import default
from demo.server import DemoWeb, serve


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sites", type=int, default=300)
    parser.add_argument("--articles", type=int, default=7, help="a site")
    asked = parser.parse_args()
    plan = default(asked.sites, asked.sites * asked.articles, tuple(families()))
    with tempfile.TemporaryDirectory() as folder, serve(plan) as web:
        home, pages = Path(folder), len(web.truth())
        stored, seconds, memory = crawl(home, web)
        speed, fair = web.requests() / seconds, fairness(web)
        urls = asked_for(web)
        bare = bare_scrapy(home, urls)
        print(f"{asked.sites} sites of {len(families())} families, {pages} articles, found from the home pages alone; {stored} stored")
        print(f"bare Scrapy     {bare:8.1f} pages/s: the {len(urls)} pages that the crawl asked for with GET, given as a list")
        print(f"the whole way   {speed:8.1f} pages/s, {speed / bare:.2f} of bare Scrapy; {stored / seconds:.1f} articles/s")
        print(f"peak memory     {memory} MB, the crawler's process")
        print(fair)


def crawl(home: Path, web: DemoWeb) -> tuple[int, float, int]:
    """(articles stored, seconds, peak memory of the crawler's own process in MB)."""
    (home / "demo.toml").write_text(entries(web, columns=False), encoding="utf-8")
    env = os.environ | {"DATABASE_URL": f"sqlite:///{home}/x.db", "ARCHIVE_DIR": str(home / "warc"), "DEMO_WEB": str(home / "demo.toml")}
    code = (
        "import resource, sys, scrapy.cmdline as c; sys.argv = ['scrapy', 'crawl', 'county', '-a', 'sites=demo', '-L', 'ERROR']\n"
        "try: c.execute()\nfinally: print('PEAK', resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, check=True, capture_output=True, text=True)
    peak = next(int(line.split()[1]) for line in done.stdout.splitlines() if line.startswith("PEAK"))
    stored = sum(int(count) for count in re.findall(r"(\d+) (?:new reports|reposts)", done.stdout))
    seconds = next(float(line.split()[1]) for line in done.stdout.splitlines() if line.startswith("took"))
    return stored, seconds, peak


def fairness(web: DemoWeb) -> str:
    """How far each site was when half of all requests had been made."""
    times = sorted(moment for served in web.sites for moment in served.log.times)
    half = times[len(times) // 2]
    shares = [sum(moment <= half for moment in served.log.times) / len(served.log.times) for served in web.sites]
    return f"at half time    every site had at least {min(shares):.0%} of its requests answered, the median {statistics.median(shares):.0%}"


if __name__ == "__main__":
    main()
