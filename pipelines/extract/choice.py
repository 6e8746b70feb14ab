"""Chooses what on a page is the body: the order of the opinions, from the most certain to the last resort."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.extract import containers, delimiters, density, opinion
from pipelines.extract.boilerplate import kind_of, trim
from pipelines.extract.flow import Flow, Line, flow
from pipelines.extract.memory import ContainerMemory
from pipelines.extract.resources import is_document, is_picture
from pipelines.extract.tree import Element
from pipelines.normalise.text import squash

_CJK = re.compile("[\u3400-\u9fff]")
_ENOUGH = 80
"""Chinese characters that make a known container believable without further questions (one paragraph)."""
_CERTAIN = 200
"""Chinese characters with which the densest block needs no second opinion, and is worth remembering."""


@dataclass(slots=True)
class Choice:
    """A body, flattened, with the rule that found it."""

    body: Flow
    rule: str
    element: Element | None = None
    """Its container, where it is an element of the page's own tree."""
    from_line: int | None = None
    """Where it begins in the page's lines, for a body without a container."""


def cjk(text: str) -> int:
    """How many Chinese characters there are."""
    return len(_CJK.findall(text))


@dataclass(slots=True, kw_only=True)
class Asked:
    """One page that a body is sought on."""

    text: str
    root: Element
    title: str
    url: str = ""
    selector: str | None = None
    memory: ContainerMemory | None = None


def choose(asked: Asked) -> Choice | None:
    """The body by the first opinion that is certain; else the best of the uncertain ones; None where nothing on the page is a body."""
    small: list[Choice] = []
    for choice in _certain(asked):
        if cjk(choice.body.text) >= _ENOUGH:
            return choice
        small.append(choice)
    best = max(small, key=_substance, default=None)
    if best is not None and _substance(best) >= 10 and _is_text(best):
        return best
    dense = _densest(asked)
    if dense is not None and opinion.running_text([line.text for line in dense.body.lines]) > 0 and (best is None or _substance(dense) > 3 * _substance(best)):
        return dense
    return _bare_post(asked) or best or _by_opinion(asked) or dense


def _is_text(choice: Choice) -> bool:
    return any(kind_of(line.text) == "text" for line in choice.body.lines)


def _substance(choice: Choice) -> int:
    return cjk(choice.body.text) + 20 * len(choice.body.images[:1]) + 20 * any(is_document(link.href) for link in choice.body.links)


def _certain(asked: Asked) -> Iterator[Choice]:
    """The registry's selector, raw delimiters, what was learned of the site, the containers of known families."""
    if asked.selector:
        yield from (Choice(flow(element), f"registry {asked.selector}", element) for element in _selected(asked.root, asked.selector))
    marked = delimiters.delimited(asked.text)
    if marked is not None:
        body = flow(marked.element)
        if cjk(body.text) >= 10 or body.images or body.links:
            yield Choice(body, f"delimiters {marked.rule}")
    yield from _strong(asked.root)
    yield from _learned(asked)


def _selected(root: Element, selector: str) -> list[Element]:
    try:
        return list(root.cssselect(selector))[:3]
    except Exception:  # a selector from the registry that is none must not cost the page; the registry's own check names it
        return []


def _strong(root: Element) -> Iterator[Choice]:
    for candidate in containers.candidates(root):
        if not candidate.strong:
            return
        body = flow(candidate.element)
        if not body.lines and not body.images:
            body = flow(candidate.element, show_hidden=True)
        if body.lines or body.images:
            yield Choice(body, f"container {candidate.rule}", candidate.element)


def _learned(asked: Asked) -> Iterator[Choice]:
    if asked.memory is None:
        return
    for element in asked.memory.recall(asked.url, asked.root):
        body = flow(element)
        if cjk(body.text) >= _ENOUGH and len(trim([line.text for line in body.lines], asked.title).kept) >= 0.5 * len(body.lines):
            asked.memory.fitted(asked.url, element)
            yield Choice(body, "container learned from this site", element)
        else:
            asked.memory.failed(asked.url, element)


def _densest(asked: Asked) -> Choice | None:
    page = flow(asked.root, with_spans=True)
    block = density.densest(page, asked.root, asked.title)
    if block is None:
        return None
    body = flow(block)
    size = cjk(body.text)
    if size >= _CERTAIN:
        if asked.memory is not None:
            asked.memory.learn(asked.url, block)
        return Choice(body, "densest block", block)
    ours = [line.text for line in body.lines]
    theirs = opinion.second_opinion(asked.text) if opinion.running_text(ours) < 40 else []
    if theirs and opinion.running_text(theirs) > 2 * len("".join(ours)) and opinion.agreement(ours, theirs) < 0.5:
        return _of_lines(theirs, asked.root)
    return Choice(body, "densest block", block)


def _by_opinion(asked: Asked) -> Choice | None:
    lines = opinion.second_opinion(asked.text)
    return _of_lines(lines, asked.root) if opinion.running_text(lines) >= 40 else None


def _of_lines(lines: list[str], root: Element) -> Choice:
    return Choice(Flow([Line(text, "", root) for text in lines]), "trafilatura")


def _bare_post(asked: Asked) -> Choice | None:
    """A post without text: the pictures or documents between its headline and the page's footer."""
    page = flow(asked.root)
    start = density.headline_at(page.lines, asked.title)
    if start is None:
        return None
    end = next((n for n in range(start + 1, len(page.lines)) if kind_of(page.lines[n].text) in {"tail", "footer"}), len(page.lines))
    images = [image for image in page.images if start < image.line <= end and is_picture(image.src)]
    links = [link for link in page.links if start < link.line <= end and is_document(link.href)]
    if not images and not links:
        return None
    first = min([image.line for image in images] + [link.line for link in links])
    lines = [page.lines[number] for number in sorted({link.line for link in links}) if number < len(page.lines)]
    return Choice(Flow(lines, links, images), "pictures or documents below the headline", None, first)


def lost_by_parser(asked: Asked, choice: Choice | None) -> bool:
    """True where the source holds much more Chinese text than the tree shows: a parser lost it to an unclosed tag."""
    if choice is not None and cjk(choice.body.text) >= _ENOUGH:
        return False
    shown = cjk(flow(asked.root, show_hidden=True).text)
    return cjk(_visible(asked.text)) > 2 * shown + 200


_UNSEEN = re.compile(r"<(script|style|select|textarea|option|title)\b[^>]{0,400}>.{0,100000}?</\1\s{0,4}>|<!--.{0,20000}?-->|<[^<>]{0,2000}>", re.I | re.S)


def _visible(text: str) -> str:
    return squash(_UNSEEN.sub("", text[:1_000_000]))
