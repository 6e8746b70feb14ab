"""Measures reading: pages a second beside trafilatura on county pages and on real ones, growth with a page's size, time and memory of the worst page.

``python -m bench.reading`` prints three tables and fails where reading is less than 5 times (county pages) or 3 times (real pages) as fast as
trafilatura's ``bare_extraction`` with metadata in the same run, where the cost of a page grows faster than its size, or where a page takes longer
than 2 s or more than 200 MB. Times are CPU seconds of one core, so that a busy machine measures the same; every page is read once, for readers
keep caches.
"""

import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.eval import SHARED, pages_of
from bench.readers import ours, trafilatura
from demo.plan import default
from demo.server import DemoWeb
from pipelines.page import Page

FASTER = {"demo county pages": 5.0, "real pages": 3.0}
SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 5_000_000)
LONGEST_SECONDS, MOST_MEGABYTES = 2.0, 200.0
GROWTH = 2.0
"""How much more a kilobyte of the largest page may cost than one of the 100 KB page."""


def county_pages(count: int, seed: int) -> list[Page]:
    """Fresh pages of the demo county web, of two families."""
    web = DemoWeb(default(sites=2, articles=count, families=("trs", "vsb"), seed=seed))
    return [
        Page(
            url=served.url(posting),
            payload=served.family.article_page(posting, posting.article()).encode(served.site.mine.charset, "replace"),
            content_type="text/html",
        )
        for served in web.sites
        for posting in served.site.news()
        if not posting.external
    ]


def rate(reader: Callable[[Page], object], pages: list[Page]) -> float:
    """Pages a CPU second; the first page, on which tables are loaded, does not count."""
    reader(pages[0])
    begun = time.process_time()
    for page in pages[1:]:
        reader(page)
    return (len(pages) - 1) / (time.process_time() - begun)


def corpora() -> Iterator[tuple[str, list[Page], list[Page]]]:
    """Name, pages for us, pages for the peer: different ones of one kind, or the same where there are no others."""
    pages = county_pages(600, seed=7)
    yield "demo county pages", pages[::2], pages[1::2]
    folder = SHARED / "corpus" / "pages"
    if folder.exists():
        yield "real pages", pages_of(folder), pages_of(folder)


def compared(console: Console) -> bool:
    """Print the comparison; False where we are not fast enough."""
    table = Table(
        "", "KB a page", "ours, pages/s", "trafilatura, pages/s", "times", "wanted", title="decode + extract + parse, one core, CPU time", title_justify="left"
    )
    fast = True
    for name, mine, theirs in corpora():
        own, peer = rate(ours, mine), rate(trafilatura, theirs)
        fast &= own >= FASTER[name] * peer
        size = sum(len(page.payload) for page in mine) / len(mine) / 1000
        table.add_row(name, f"{size:.0f}", f"{own:.0f}", f"{peer:.0f}", f"{own / peer:.1f}", f"{FASTER[name]:.0f}")
    console.print(table)
    return fast


SHAPES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda size: "<p>　　县政府召开常务会议，研究部署春耕生产和森林防火工作。</p>" * (size // 75),
    "links": lambda size: '<li><a href="/202401/t20240101_1.html">全县春季植树造林动员会召开</a></li>' * (size // 95),
    "table": lambda size: "<table>" + "<tr><td>城关镇</td><td>5.2</td><td>3.1</td></tr>" * (size // 55) + "</table>",
    "one text": lambda size: "县政府召开常务会议，研究部署春耕生产；" * (size // 57),
    "labels": lambda size: "<p>来源：青溪 发布时间：2024-01-01 作者：张三</p>" * (size // 70),
    "nested": lambda size: "<div>" * min(size // 11, 10_000) + "县政府召开常务会议，研究部署春耕生产。" * (size // 60),
    "spans": lambda size: "<p>" + '<span style="color:red">县</span>' * (size // 40) + "</p>",
}


def shaped(shape: str, size: int) -> Page:
    """A page of about ``size`` bytes."""
    html = (
        "<html><head><title>县政府召开常务会议研究春耕生产</title></head><body><h1>县政府召开常务会议研究春耕生产</h1>"
        f"<div class='info'>2024-03-06 来源：青溪</div><div class='box'>{SHAPES[shape](size)}</div></body></html>"
    )
    return Page(url="http://www.qingxi.gov.cn/a.html", payload=html.encode(), content_type="text/html")


def grown(console: Console) -> bool:
    """Print the seconds by shape and size; False where they grow faster than the size or pass the limit."""
    table = Table("", *(f"{size // 1000} KB" for size in SIZES), "cost a KB, largest : 100 KB", title="CPU seconds by size of the page", title_justify="left")
    linear = True
    for shape in SHAPES:
        seconds = []
        for size in SIZES:
            page = shaped(shape, size)
            begun = time.process_time()
            ours(page)
            seconds.append(time.process_time() - begun)
        growth = (seconds[-1] / SIZES[-1]) / (seconds[2] / SIZES[2])
        linear &= growth <= GROWTH and max(seconds) <= LONGEST_SECONDS
        table.add_row(shape, *(f"{one:.3f}" for one in seconds), f"{growth:.2f}")
    console.print(table)
    return linear


def peak(page: Page) -> float:
    """Megabytes that Python allocates at most while a page is read."""
    tracemalloc.start()
    ours(page)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6


def resident() -> float:
    """Megabytes that this process has held at most (the tree is the C library's, which tracemalloc does not see)."""
    status = Path("/proc/self/status")
    line = next((x for x in status.read_text().splitlines() if x.startswith("VmHWM")), "VmHWM: 0 kB") if status.exists() else "VmHWM: 0 kB"
    return int(line.split()[1]) / 1000


def main() -> int:
    """Print the tables; 1 where a limit is missed."""
    console = Console(width=150)
    before = resident()
    largest = max(SIZES)
    fine = grown(console)
    grew = resident() - before
    console.print(f"the process grew by {grew:.0f} MB while pages of up to {largest / 1e6:.0f} MB were read (limit {MOST_MEGABYTES:.0f} MB)\n")
    return 0 if compared(console) & fine & (grew <= MOST_MEGABYTES) else 1


if __name__ == "__main__":
    sys.exit(main())
