"""A second opinion on the body, from trafilatura, for pages on which the densest block is in doubt."""

import functools
from importlib import import_module
from typing import Any

from lxml import etree

from pipelines.extract.boilerplate import trim
from pipelines.extract.crowded import without_crowds
from pipelines.extract.furniture import is_sentence
from pipelines.extract.tree import Element
from pipelines.normalise.text import squash, tidy

_LARGEST = 300_000
"""Characters; trafilatura reads hardly a third of a million a second on a slow machine, and no page may take longer than two seconds."""
_FEW_LINKS = 200
_MOST_LINKS, _MOST_LINKS_IN_BLOCKS = 2000, 60_000
"""Links, and links times the elements around the deepest; it weighs all links in a block anew for every block around it, which may take seconds."""


@functools.cache
def _extract() -> Any:
    """Imported when it is first needed: most pages never ask, and the import takes a second."""
    return import_module("trafilatura").extract


def second_opinion(text: str, root: Element) -> list[str]:
    """The lines that trafilatura takes for the body, without furniture; empty where it finds none or the page is too large for it, or nearly all links."""
    links = text.count("<a") + text.count("<A")
    if len(text) > _LARGEST or links > _MOST_LINKS or (links > _FEW_LINKS and links * _depth(root) > _MOST_LINKS_IN_BLOCKS):
        return []
    try:
        found = _extract()(without_crowds(text), fast=True, include_comments=False, include_tables=True, deduplicate=False)
    except (ValueError, RecursionError, AttributeError, TypeError, IndexError, KeyError):
        return []
    lines = [line for line in map(tidy, (found or "").replace("|", "\t").splitlines()) if line]
    return [lines[number] for number in trim(lines).kept]


def _depth(root: Element) -> int:
    """How many elements there are around the deepest one."""
    deepest = level = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        level += 1 if event == "start" else -1
        deepest = max(deepest, level)
    return deepest


def running_text(lines: list[str]) -> int:
    """Characters in sentences."""
    return sum(len(line) for line in lines if is_sentence(line))


def agreement(ours: list[str], theirs: list[str]) -> float:
    """The share of their running text that stands in ours too; 1 where they have none."""
    whole = squash("".join(ours))
    sentences = [squash(line) for line in theirs if is_sentence(line)]
    total = sum(map(len, sentences))
    return sum(len(line) for line in sentences if line[:40] in whole) / total if total else 1.0
