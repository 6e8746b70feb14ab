"""Shows how texts changed: the versions of a report's postings, and differences with what is gone struck out and what is new marked."""

from collections.abc import Iterator
from itertools import pairwise

from rich.text import Text

from commands.asking import readable
from db.history import History
from db.history import Text as Version
from pipelines.changes import Piece, difference, share_kept

_STYLES = {"gone": ("[-", "-]", "strike red"), "new": ("{+", "+}", "bold green")}
"""The marks are those of ``git diff --word-diff``: they tell the same without colours."""
_AROUND = 24
"""Characters of unchanged text shown on either side of a change."""


def told(pieces: list[Piece]) -> Text:
    """A difference for people: changes marked, long unchanged stretches cut down to what is around them."""
    shown = Text()
    for n, piece in enumerate(pieces):
        if piece.op == "same":
            shown.append(_cut(readable(piece.text), is_first=n == 0, is_last=n == len(pieces) - 1), style="dim")
        else:
            begin, end, style = _STYLES[piece.op]
            shown.append(f"{begin}{readable(piece.text)}{end}", style=style)
    return shown


def _cut(text: str, *, is_first: bool, is_last: bool) -> str:
    if len(text) <= 2 * _AROUND + 3:
        return text
    before = "" if is_first else text[:_AROUND]
    after = "" if is_last else text[-_AROUND:]
    return f"{before} … {after}"


def versions(found: list[History], *, with_difference: bool) -> Iterator[Text]:
    """The versions of each posting, line by line."""
    for posting in found:
        yield Text(readable(f"{posting.url} ({posting.link_kind}, {posting.score:.2f}, {posting.state})"), style="bold")
        for n, version in enumerate(posting.versions, start=1):
            yield Text(f"  {n}. {_about(version)}")
        if with_difference:
            yield from _differences(posting)


def _about(version: Version) -> str:
    seen = f"{version.first_seen_at:%Y-%m-%d %H:%M} to {version.last_seen_at:%Y-%m-%d %H:%M} UTC"
    if version.is_tombstone:
        return readable(f"gone, {seen}: {version.title or 'not found'}")
    where = f", {version.warc_file}@{version.warc_offset}" if version.warc_file else ""
    return readable(f"{len(version.body or '')} characters, {seen}{where}: {version.title or '(no title)'}")


def _differences(posting: History) -> Iterator[Text]:
    texts = [(n, version) for n, version in enumerate(posting.versions, start=1) if not version.is_tombstone]
    for (n, old), (m, new) in pairwise(texts):
        pieces = difference(whole(old), whole(new))
        yield Text(f"  {n} → {m}: {share_kept(pieces):.0%} kept", style="cyan")
        yield told(pieces)


def whole(version: Version) -> str:
    """Headline and body as one text."""
    return "\n".join(part for part in (version.title, version.body) if part)
