"""What changed between two texts of a posting: word by word, within the sentences that changed."""

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Any, Literal

Op = Literal["same", "gone", "new"]
_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]*\n*|\n+|[。！？；]+")
_MOST_WORDS = 600
"""Words of a changed stretch that are compared one by one (the time grows with their square); a longer stretch is shown as replaced."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: in both, only in the old one (gone), or only in the new one (new)."""

    op: Op
    text: str


def difference(old: str, new: str) -> list[Piece]:
    """The pieces that, without those that are gone, spell ``new``, and without those that are new, spell ``old``.

    Sentences are matched first, then the words of those that changed, so that a moved comma does not make a paragraph new.
    """
    pieces: list[Piece] = []
    for op, mine, theirs in _matched(_SENTENCE.findall(old), _SENTENCE.findall(new)):
        if op == "same":
            pieces.append(Piece("same", "".join(mine)))
        else:
            pieces += _by_words("".join(mine), "".join(theirs))
    return list(_merged(pieces))


def share_kept(pieces: Iterable[Piece]) -> float:
    """Share of the old text's characters that stand in the new one; 1 for an empty old text."""
    same = gone = 0
    for piece in pieces:
        same += len(piece.text) if piece.op == "same" else 0
        gone += len(piece.text) if piece.op == "gone" else 0
    return same / (same + gone) if same + gone else 1.0


def _by_words(old: str, new: str) -> Iterator[Piece]:
    mine, theirs = words(old), words(new)
    if max(len(mine), len(theirs)) > _MOST_WORDS:
        yield from (Piece("gone", old), Piece("new", new))
        return
    for op, ours, others in _matched(mine, theirs):
        if op == "same":
            yield Piece("same", "".join(ours))
        else:
            yield from (Piece("gone", "".join(ours)), Piece("new", "".join(others)))


def _matched(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Literal["same", "changed"], Sequence[str], Sequence[str]]]:
    for tag, start, end, from_, to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield "same" if tag == "equal" else "changed", old[start:end], new[from_:to]


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours of one kind are one piece; empty ones are none."""
    last: Piece | None = None
    for piece in pieces:
        if not piece.text:
            continue
        if last and last.op == piece.op:
            last = Piece(last.op, last.text + piece.text)
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def words(text: str) -> list[str]:
    """The words of a text; joined, they are the text again."""
    return list(_cutter().cut(text, HMM=False))


@cache
def _cutter() -> Any:
    import jieba  # noqa: PLC0415  half a second that only those pay who ask for a difference

    jieba.setLogLevel(logging.WARNING)
    return jieba.Tokenizer()
