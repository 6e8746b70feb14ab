"""A text's fingerprint: what is left of it once only its words and figures count, and the digest of that."""

import hashlib
import re
import unicodedata

_COMMON = re.compile(r"[\s，。、；：！？（）《》“”]+")
"""Taken out first: what is left of most texts then is in NFKC already, which is quick to see, where folding costs more than all the rest."""
_NOT_WORD = re.compile(r"[^\w%‰.]|_")
_STRAY_DOT = re.compile(r"\.(?:(?<!\d\.)|(?!\d))")


def bare(text_hans: str) -> str:
    """The words and figures of a simplified text alone: NFKC, lower case, no white space, punctuation or invisible characters.

    A decimal point between digits and the signs % and ‰ stay: 3.5% and 35% are different statements, however they are set.
    """
    worded = _COMMON.sub("", text_hans).replace("○", "〇")  # editors write the zero of 二○二六 with a circle, which NFKC leaves
    folded = unicodedata.normalize("NFKC", worded).lower()
    return _STRAY_DOT.sub("", _NOT_WORD.sub("", folded))


def body_digest(text_hans: str) -> str:
    """SHA-256 (64 hex digits) of a body's bare text; equal for exact reposts, whatever their layout and punctuation.

    ``text_hans`` is ``Reading.body_hans``: simplified already. Two bodies without any text share the digest of the empty string,
    so callers must not take equal digests of empty bodies for equal reports.
    """
    return hashlib.sha256(bare(text_hans).encode()).hexdigest()
