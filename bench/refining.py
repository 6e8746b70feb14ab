"""Measures the whole refine chain (decode to facts and fingerprint) by the length of the report: ``python -m bench.refining``.

Reports of the demo web are joined to bodies of 600 to 40,000 characters on pages of their sites, so that every body states its facts as densely as the
generator does; where ../shared/corpus is present its fact texts, the densest prose there is, are joined likewise and read as documents. Times are CPU
seconds of one core, the least of three groups of pages, each read once: what else the machine does raises a time and never lowers it, while a page
that is read again finds its lines in caches. Trafilatura's extraction of the same pages stands beside it, since both follow the speed of the machine.
Fails where reports of 2,000 characters come at fewer than 150 a second, or a character of the longest costs more than twice one of 2,000.
"""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.eval import SHARED, pages_of
from bench.readers import trafilatura
from demo.plan import default
from demo.server import DemoWeb
from pipelines import facts, fingerprint, garbage
from pipelines.dedupe.signature import signature
from pipelines.extract.memory import ContainerMemory
from pipelines.page import Page
from pipelines.read import read
from pipelines.refine import refine

LENGTHS = (600, 2_000, 10_000, 40_000)
WANTED, AT = 150, 2_000
"""Pages a second, for reports of so many characters."""
GROWTH = 2.0
CHARACTERS = 360_000
"""How much text is read for each length, in all groups."""
GROUPS = 3


def county_pages(length: int) -> list[Page]:
    """Pages of two demo sites whose bodies have ``length`` characters."""
    web = DemoWeb(default(sites=2, articles=900, families=("trs", "vsb"), seed=11))
    pages = []
    for served in web.sites:
        news = [(posting, posting.article()) for posting in served.site.news() if not posting.external]
        for bodies in _joined([article.body for _, article in news], length, CHARACTERS // len(web.sites)):
            posting, article = news[len(pages) % len(news)]
            html = served.family.article_page(posting, replace(article, body=bodies))
            pages.append(Page(url=served.url(posting), payload=html.encode(served.site.mine.charset, "replace"), content_type="text/html"))
    return pages


def documents(length: int) -> list[Page]:
    """The fact texts and seeds of the corpus as plain texts of ``length`` characters."""
    folders = [SHARED / "corpus" / name for name in ("facts/texts", "seeds")]
    bodies = [refine(page).reading.body for folder in folders if folder.exists() for page in pages_of(folder)]
    return [
        Page(url=f"file:///text-{number}.txt", payload=text.encode(), content_type="text/plain")
        for number, text in enumerate(_joined(bodies, length, CHARACTERS))
    ]


def _joined(bodies: list[str], length: int, most: int) -> Iterator[str]:
    """Texts of ``length`` characters, each beginning with another of the bodies, ``most`` characters in all."""
    for begin in range(max(1, most // length) if bodies else 0):
        text, following = "", begin
        while len(text) < length:
            text += bodies[following % len(bodies)] + "\n"
            following += 1
        yield text[:length].rstrip()


def stages(pages: list[Page]) -> dict[str, float]:
    """Milliseconds a page that each stage takes; of the groups, the one that took least in all."""
    memory = ContainerMemory()
    groups = [pages[start::GROUPS] for start in range(GROUPS)]
    return min((_stages(group, memory) for group in groups), key=lambda found: sum(found.values()))


def _stages(pages: list[Page], memory: ContainerMemory) -> dict[str, float]:
    readings, reading = _timed(lambda: [read(page, memory) for page in pages])
    _, finding = _timed(lambda: [facts.find_all(one, page.hints) for one, page in zip(readings, pages, strict=True)])
    _, printing = _timed(lambda: [(fingerprint.body_digest(one.body_hans), signature(one.body_hans)) for one in readings])
    return {name: 1000 * seconds / len(pages) for name, seconds in (("read", reading), ("facts", finding), ("fingerprint", printing))}


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    begun = time.process_time()
    result = work()
    return result, time.process_time() - begun


def measured(name: str, make: Callable[[int], list[Page]], console: Console) -> bool:
    """Print a table; False where a limit is missed."""
    table = Table("characters", "read, ms", "facts, ms", "fingerprint, ms", "pages/s", "ms per 1,000 characters", title=f"refining {name}, one core, CPU time")
    cost, rates = {}, {}
    for length in LENGTHS:
        pages = make(length)
        if not pages:
            return True
        refine(pages[0])  # pays for what the libraries load
        garbage.settle()  # as the crawler's readers do
        found = stages(pages)
        total = sum(found.values())
        cost[length], rates[length] = 1000 * total / length, 1000 / total
        table.add_row(f"{length}", *(f"{one:.2f} ({one / total:.0%})" for one in found.values()), f"{rates[length]:.0f}", f"{cost[length]:.2f}")
    console.print(table)
    if "demo" in name:
        beside_trafilatura(make(AT), rates[AT], console)
    return rates[AT] >= WANTED and cost[LENGTHS[-1]] <= GROWTH * cost[AT]


def beside_trafilatura(pages: list[Page], rate: float, console: Console) -> None:
    """Print how many of the same pages trafilatura alone extracts a second, in groups as the chain's were: both follow the speed of the machine."""
    trafilatura(pages[0])
    groups = [pages[start::GROUPS] for start in range(GROUPS)]
    theirs = max(len(group) / _timed(lambda group=group: [trafilatura(page) for page in group])[1] for group in groups)  # type: ignore[misc]
    console.print(f"trafilatura alone: {theirs:.0f} pages/s of {AT} characters; the whole chain is {rate / theirs:.1f} times as fast")


def main() -> int:
    """Print the tables; 1 where a limit is missed."""
    console = Console(width=120)
    fine = [measured("demo reports", county_pages, console), measured("the corpus' fact texts", documents, console)]
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())
