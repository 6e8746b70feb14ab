"""The peers: datasketch's MinHash-LSH alone, and simhash, as their own documentation uses them."""

from collections.abc import Callable, Sequence

from datasketch import MinHash, MinHashLSH
from simhash import Simhash, SimhashIndex

from bench.dedupe_truth import Truth

WIDTH, PERMUTATIONS, THRESHOLD, DISTANCE = 5, 128, 0.6, 3


def _shingles(text: str) -> set[str]:
    return {text[i : i + WIDTH] for i in range(max(1, len(text) - WIDTH + 1))}


def datasketch(truths: Sequence[Truth]) -> dict[str, int]:
    """MinHash of 128 permutations over 5-character shingles; of the LSH index's candidates the one with the highest Jaccard estimate is the report."""
    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    found: dict[str, int] = {}
    sketches: dict[str, MinHash] = {}
    for number, truth in enumerate(truths):
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([shingle.encode() for shingle in _shingles(truth.body_hans)])
        like = max(((sketch.jaccard(sketches[url]), url) for url in index.query(sketch)), default=(0.0, ""))
        found[truth.url] = found[like[1]] if like[0] >= THRESHOLD else number
        sketches[truth.url] = sketch
        index.insert(truth.url, sketch)
    return found


def simhash(truths: Sequence[Truth]) -> dict[str, int]:
    """64 bits, at most 3 of which differ: the distance of Manku, Jain and Das Sarma (2007)."""
    index = SimhashIndex([], k=DISTANCE)
    index.log.setLevel("ERROR")
    found: dict[str, int] = {}
    for number, truth in enumerate(truths):
        sketch = Simhash(sorted(_shingles(truth.body_hans)))
        like = index.get_near_dups(sketch)
        found[truth.url] = min(found[url] for url in like) if like else number
        index.add(truth.url, sketch)
    return found


PEERS: dict[str, Callable[[Sequence[Truth]], dict[str, int]]] = {"datasketch MinHashLSH 0.6": datasketch, "simhash, distance 3": simhash}
