"""Joins an article that is spread over several pages (细览分页) into one reading."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipelines.errors import PageRejected
from pipelines.extract.memory import ContainerMemory
from pipelines.page import Page
from pipelines.read import read
from pipelines.reading import Reading

MOST_PARTS = 30
"""Pages of one article that are joined; the longest seen have about ten."""


def read_whole(page: Page, memory: ContainerMemory | None = None) -> Reading:
    """Read a page and its further pages. ``next_parts`` of the answer names those that are still missing."""
    first = read(page, memory)
    if not page.parts and not first.next_parts:
        return first
    others = [reading for part in page.parts if (reading := _readable(part)) is not None]
    return join(first, others, have=[part.url for part in page.parts])


def join(first: Reading, others: Sequence[Reading], have: Iterable[str] = ()) -> Reading:
    """One reading with all bodies in order. A paragraph that a further page repeats at its head (the title, a summary) is not repeated."""
    body, hans = _joined([first.body, *(o.body for o in others)]), _joined([first.body_hans, *(o.body_hans for o in others)])
    known = {*have}
    missing = [url for url in dict.fromkeys([*first.next_parts, *(url for other in others for url in other.next_parts)]) if url not in known]
    return replace(
        first,
        body=body,
        body_hans=hans,
        attachments=tuple(dict.fromkeys([*first.attachments, *(item for other in others for item in other.attachments)])),
        images=tuple(dict.fromkeys([*first.images, *(item for other in others for item in other.images)])),
        credits=tuple(dict.fromkeys([*first.credits, *(credit for other in others for credit in other.credits)])),
        next_parts=tuple(missing[: max(0, MOST_PARTS - len(known))]),
    )


def _joined(bodies: Sequence[str]) -> str:
    lines: list[str] = []
    for body in bodies:
        more = body.split("\n")
        while more and more[0] in lines[:5]:
            more = more[1:]
        lines.extend(more)
    return "\n".join(line for line in lines if line)


def _readable(part: Page) -> Reading | None:
    """A further page without text of its own (the last one often holds only the pager) adds nothing."""
    try:
        return read(part)
    except PageRejected:
        return None
