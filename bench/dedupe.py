"""Near-duplicates: how rightly 20,000 postings of a generated truth are placed, beside the peers, and what placing costs as an archive grows.

``python -m bench.dedupe`` judges accuracy beside datasketch and simhash; ``--growth sqlite`` and ``--growth postgres`` measure placing among 10,000,
100,000 and 1,000,000 reports.
"""

import argparse
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise as pairwise_of
from pathlib import Path

from sqlalchemy import select

from bench import dedupe_growth, dedupe_peers
from bench.dedupe_truth import Truth, posting_of, postings
from db.models import Posting, ReportLink
from db.session import Archive, open_archive
from pipelines.dedupe import buckets, signature
from pipelines.store import store_many

BATCH = 64
PARTS = {"excerpt": "extended", "extended": "excerpt"}


def place_all(archive: Archive, truths: Sequence[Truth]) -> float:
    """Store all postings in batches; seconds that it took."""
    batch = [(posting_of(truth, number), None) for number, truth in enumerate(truths)]
    began = time.perf_counter()
    for start in range(0, len(batch), BATCH):
        archive.write(partial(store_many, entries=batch[start : start + BATCH]))
    return time.perf_counter() - began


def clusters(archive: Archive) -> dict[str, int]:
    """For each URL the report at which it stands."""
    with archive.reading() as session:
        return {url: report for url, report in session.execute(select(Posting.url, Posting.report_id))}  # noqa: C416


def pairwise(truths: Sequence[Truth], found: Mapping[str, int]) -> tuple[float, float]:
    """Precision and recall over all pairs of postings that are said to be, or are, one report."""
    cells = Counter((truth.report, found[truth.url]) for truth in truths)
    both = sum(n * (n - 1) for n in cells.values())
    said, real = (sum(n * (n - 1) for n in Counter(side).values()) for side in ([found[t.url] for t in truths], [t.report for t in truths]))
    return both / said if said else 1.0, both / real if real else 1.0


def kinds(archive: Archive, truths: Sequence[Truth]) -> tuple[float, Counter[tuple[str, str, str]]]:
    """Share of the postings with a relation whose kind is told rightly, and what was told instead."""
    with archive.reading() as session:
        at = {p.url: p for p in session.scalars(select(Posting))}
        links = {(link.report_id, link.other_id): link.kind for link in session.scalars(select(ReportLink))}
    own = {p.report_id: p.url for p in at.values() if p.link_kind == "first"}
    by_url, members = {t.url: t for t in truths}, defaultdict(list)
    for truth in truths:
        members[truth.report].append(truth)
    right, wrong = 0, Counter[tuple[str, str, str]]()
    judged = 0
    for truth in truths:
        posting = at[truth.url]
        if truth.base and truth.relation:
            reports = {at[t.url].report_id for t in members[truth.base]}
            told = next((kind for kind in (_between(links, posting.report_id, report) for report in reports) if kind), "none")
            expected = truth.relation
        elif len(members[truth.report]) > 1 and posting.link_kind != "first":
            told, expected = posting.link_kind, _same_kind(truth, by_url[own[posting.report_id]])
        elif truth.made in ("template", "follow-up"):
            told, expected = ("first" if posting.link_kind == "first" else posting.link_kind), "first"
        else:
            continue
        judged += 1
        right += told == expected
        if told != expected:
            wrong[truth.made, expected, told] += 1
    return right / max(1, judged), wrong


def _between(links: Mapping[tuple[int, int], str], this: int, other: int) -> str | None:
    """What ``this`` is to ``other``, whichever of them came first."""
    if (this, other) in links:
        return links[this, other]
    kind = links.get((other, this))
    return PARTS.get(kind, kind) if kind else None


def _same_kind(truth: Truth, first: Truth) -> str:
    if (truth.made in ("hant", "mangled")) != (first.made in ("hant", "mangled")):
        return "mirror"
    return "identical" if truth.edited == first.edited == 0 else "repost"


def speed(truths: Sequence[Truth]) -> float:
    """Signatures a second of processor time, for texts of 2,000 characters."""
    text = "\n".join(truth.body_hans for truth in truths)
    texts = [text[start : start + 2000] for start in range(0, min(len(text), 1_000_000), 2000)]
    began = time.process_time()
    for one in texts:
        buckets(signature(one))
    return len(texts) / (time.process_time() - began)


def accuracy(count: int, seed: int, *, peers: bool, misses: int) -> None:
    """Print how rightly the postings are placed."""
    truths = postings(count, seed)
    print(f"{count} postings: {dict(Counter(t.made for t in truths))}")
    print(f"{'':28}{'precision':>10}{'recall':>8}{'kinds':>8}{'postings/s':>12}")
    with tempfile.TemporaryDirectory() as folder:
        archive = open_archive(f"sqlite:///{Path(folder) / 'bench.db'}")
        seconds = place_all(archive, truths)
        found = clusters(archive)
        precision, recall = pairwise(truths, found)
        share, wrong = kinds(archive, truths)
        archive.close()
    print(f"{'xianzhi (stored, SQLite)':28}{precision:>10.4f}{recall:>8.4f}{share:>8.4f}{count / seconds:>12.0f}")
    if peers:
        for name, peer in dedupe_peers.PEERS.items():
            began = time.perf_counter()
            found_by_peer = peer(truths)
            seconds = time.perf_counter() - began
            precision, recall = pairwise(truths, found_by_peer)
            print(f"{name:28}{precision:>10.4f}{recall:>8.4f}{'-':>8}{count / seconds:>12.0f}")
    print(f"signatures of 2,000 characters: {speed(truths):.0f} a second a core")
    print("kinds told wrongly (made, true, told):", dict(wrong.most_common(12)))
    _show_misses(truths, found, misses)


def _show_misses(truths: Sequence[Truth], found: Mapping[str, int], most: int) -> None:
    """Pairs that are one report and were told apart, then those that were wrongly put together."""
    by_report, by_found = defaultdict(list), defaultdict(list)
    for truth in truths:
        by_report[truth.report].append(truth)
        by_found[found[truth.url]].append(truth)
    apart = [(a, b) for group in by_report.values() for a, b in pairwise_of(group) if found[a.url] != found[b.url]]
    joined = [(group[0], b) for group in by_found.values() for b in group[1:] if group[0].report != b.report]
    print(f"told apart: {len(apart)} {dict(Counter((a.made, b.made) for a, b in apart).most_common(8))}")
    print(f"put together: {len(joined)} {dict(Counter((a.made, b.made) for a, b in joined).most_common(8))}")
    for name, pairs in (("APART", apart), ("JOINED", joined)):
        for a, b in pairs[:most]:
            print(f"--- {name} {a.made} {a.edited:.2f} / {b.made} {b.edited:.2f}\n{a.body_hans}\n---\n{b.body_hans}")


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000, help="postings of the truth")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-peers", action="store_true", help="leave datasketch and simhash out")
    parser.add_argument("--misses", type=int, default=0, help="show so many pairs that were told wrongly")
    parser.add_argument("--growth", choices=("sqlite", "postgres"), help="measure placing in growing archives instead")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    asked = parser.parse_args()
    if asked.growth:
        dedupe_growth.run(asked.growth, asked.sizes)
    else:
        accuracy(asked.count, asked.seed, peers=not asked.no_peers, misses=asked.misses)


if __name__ == "__main__":
    main()
