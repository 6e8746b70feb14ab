"""Chance that repeats: a random stream for every tuple of keys, the same in every process and on every machine."""

from functools import lru_cache
from hashlib import blake2b
from random import Random

Key = int | str


def number(*keys: Key) -> int:
    """A 64-bit number that depends on the keys alone (never on PYTHONHASHSEED)."""
    return int.from_bytes(blake2b("\x1f".join(map(str, keys)).encode(), digest_size=8).digest(), "big")


def stream(*keys: Key) -> Random:
    """A generator of random numbers for these keys."""
    return Random(number(*keys))


@lru_cache(maxsize=8192)
def between(low: int, high: int, *keys: Key) -> int:
    """A whole number from low to high, both included, fixed by the keys."""
    return low + number(*keys) % (high - low + 1)
