"""How many reports a second are stored, with facts and full text, and where the time goes.

``python -m bench.storing [--reports 3000] [--batch 100] [--characters 2000] [--database URL] [--alone] [--profile]``
"""

import argparse
import cProfile
import pstats
import random
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db import fulltext
from db.session import Archive, open_archive
from demo.news import Assignment, invented, write
from pipelines.dedupe.near import Near
from pipelines.dedupe.signature import signature
from pipelines.factual import Facts, Indicator, Keyword, Meeting, Person, Region
from pipelines.fingerprint import body_digest
from pipelines.page import Capture, Page
from pipelines.reading import Credit, Evidence, Reading
from pipelines.refined import Refined
from pipelines.store import store_many

START = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reports", type=int, default=3000)
    parser.add_argument("--batch", type=int, default=100)
    parser.add_argument("--characters", type=int, default=2000)
    parser.add_argument("--database", help="a database URL (default: a new SQLite file)")
    parser.add_argument("--alone", action="store_true", help="without the search for near-duplicates, which python -m bench.dedupe measures")
    parser.add_argument("--profile", action="store_true")
    opts = parser.parse_args()
    pages = list(refined(opts.reports, opts.characters))
    if opts.alone:
        for name, nothing in (("find", None), ("remember", None), ("write", None), ("locks", [])):
            setattr(Near, name, lambda *_, answer=nothing, **__: answer)
    with tempfile.TemporaryDirectory() as folder:
        archive = open_archive(opts.database or f"sqlite:///{Path(folder) / 'bench.db'}")
        with cProfile.Profile() as profile:
            if not opts.profile:
                profile.disable()
            seconds = stored(archive, pages, opts.batch)
        again = stored(archive, pages, opts.batch)
        looked = "not looked for" if opts.alone else "looked for"
        print(f"{opts.reports} reports of {opts.characters} characters in batches of {opts.batch}, {archive.engine.dialect.name}:")
        print(f"  stored        {opts.reports / seconds:8.0f} reports a processor second, facts and full text included, near-duplicates {looked}")
        print(f"  that is       {1000 * seconds / opts.reports:8.2f} ms a report")
        print(f"  replayed      {opts.reports / again:8.0f} reports a processor second, nothing stored twice")
        for name, share in shares(pages).items():
            print(f"  {name:<14}{1000 * share / opts.reports:8.2f} ms a report")
        if archive.is_sqlite:
            print(f"  database      {Path(folder, 'bench.db').stat().st_size / opts.reports / 1024:8.1f} KB a report")
        archive.close()
    if opts.profile:
        pstats.Stats(profile).sort_stats("cumtime").print_stats("pipelines|db|sqlite3|numpy", 45)


def stored(archive: Archive, pages: list[Refined], batch: int) -> float:
    """Processor seconds that storing takes: other work on the machine does not count."""
    began = time.process_time()
    for start in range(0, len(pages), batch):
        with archive.writing() as session:
            store_many(session, [(page, None) for page in pages[start : start + batch]], now=START)
    return time.process_time() - began


def shares(pages: list[Refined]) -> dict[str, float]:
    """Seconds of the two parts that work in Python alone: tokenising is a part of storing, sketching is done where pages are read."""
    began = time.process_time()
    for n, page in enumerate(pages):
        _ = fulltext.Indexed(n, page.reading.title, page.reading.body_hans, "hans").tokens
    tokenised = time.process_time()
    for page in pages:
        signature(page.reading.body_hans)
    return {"tokenising": tokenised - began, "sketching": time.process_time() - tokenised}


def refined(count: int, characters: int) -> Iterator[Refined]:
    """Different reports made of the demo's words (pieces of two to four characters) by their frequency: no two share a sentence."""
    text = "".join(write(Assignment(1, invented(n % 40), n, START + timedelta(days=n))).body for n in range(300)).replace("\n", "")
    rng = random.Random(1)
    for n in range(count):
        starts = rng.choices(range(len(text) - 4), k=characters)
        yield _page(n, "".join(text[start : start + 2 + start % 3] for start in starts)[:characters])


def _page(n: int, body: str) -> Refined:
    url = f"http://county.example/{n}.html"
    capture = Capture(
        url=url, fetched_at=START + timedelta(seconds=n), payload_digest=f"sha1:{n}", warc_file="a.warc.gz", warc_offset=n * 4000, record_id=f"<{n}>"
    )
    reading = Reading(
        body=body, body_hans=body, title=f"第{n}次会议召开", publish_date="2026-03-05T09:30", publish_date_basis="meta", source="县融媒体中心",
        credits=(Credit("reporter", "赵一", "记者 赵一"),), provenance={name: Evidence("meta", "PubDate") for name in ("title", "publish_date", "source")},
    )  # fmt: skip
    return Refined(page=Page(url=url, payload=b"", capture=capture), reading=reading, facts=_facts(body), body_digest=body_digest(body), sketch=signature(body))


def _facts(body: str) -> Facts:
    figure = {"name": "gdp", "raw_name": "生产总值", "measure": "growth", "value": 6.0, "unit": "%", "comparator": "ge", "kind": "target", "period": "2026"}
    return Facts(
        region=Region(adcode="410308", name="孟津区", path=("河南省", "洛阳市", "孟津区")),
        genre="meeting_news",
        people=tuple(Person(quote=body[i : i + 3], start=i, name=body[i : i + 3], posts=("县长",)) for i in range(4)),
        meetings=(Meeting(quote=body[:8], start=0, name=body[:8]),),
        indicators=tuple(Indicator(quote=body[i : i + 20], start=i, **figure) for i in range(3)),  # type: ignore[arg-type]
        keywords=tuple(Keyword(quote=body[i : i + 2], start=i, word=body[i : i + 2], weight=0.5) for i in range(5)),
        version="1",
    )


if __name__ == "__main__":
    main()
