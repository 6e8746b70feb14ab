"""Chooses what on a page is the body: the order of the opinions, from the most certain to the last resort."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cssselect import SelectorError
from lxml import etree
from lxml.cssselect import CSSSelector

from pipelines.extract import containers, delimiters, density, opinion
from pipelines.extract.boilerplate import trim
from pipelines.extract.containers import Candidate
from pipelines.extract.flow import Flow, Image, Line, flow
from pipelines.extract.furniture import is_bare_date, kind_of
from pipelines.extract.memory import ContainerMemory
from pipelines.extract.resources import is_document, is_picture
from pipelines.extract.tree import Element, all_text
from pipelines.extract.visible import visible
from pipelines.normalise.text import squash

_CJK = re.compile("[\u3400-\u9fff]+")
_COUNTED, _PLENTY = 20_000, 1_000
_SOME = 10
"""Chinese characters that make the registry's own selector believable."""
_ENOUGH = 80
"""Chinese characters that make a known container believable without further questions (one paragraph)."""
_LONGEST_SOURCE = 1_000_000
_MOST_LOOKED_AT = 200_000
"""Lines and links of all containers of a page together: sixty containers around each other are looked at sixty times."""
_CERTAIN = 200
"""Chinese characters with which the densest block needs no second opinion, and is worth remembering."""


@dataclass(slots=True)
class Choice:
    """A body, flattened, with the rule that found it and its place on the page."""

    body: Flow
    rule: str
    start: int
    """The number of its first line among the page's lines."""
    end: int
    """The number of the first line after it."""


@dataclass(slots=True, kw_only=True)
class Asked:
    """One page that a body is sought on."""

    text: str
    root: Element
    title: str
    url: str = ""
    selector: str | None = None
    memory: ContainerMemory | None = None
    named: list[Candidate] = field(default_factory=list)
    """The containers with a name that is used for nothing else."""
    page: Flow = field(default_factory=Flow)
    """The whole page, flattened once."""

    theirs: list[str] | None = None
    """The second opinion, once it was asked for: it is of the source, however often the page is parsed."""

    def second_opinion(self) -> list[str]:
        """The lines that trafilatura takes for the body."""
        if self.theirs is None:
            self.theirs = opinion.second_opinion(self.text, self.root)
        return self.theirs

    def flatten(self) -> None:
        """Find the named containers and flatten the page with them kept apart."""
        self.named = containers.candidates(self.root)
        extra = [] if not self.selector else _selected(self.root, self.selector)
        self.named[:0] = [Candidate(element, f"registry {self.selector}", strong=True) for element in extra]
        if self.memory is not None:
            self.named += [Candidate(element, "learned from this site", strong=False) for element in self.memory.recall(self.url, self.root)]
        self.page = flow(self.root, {candidate.element for candidate in self.named})


def cjk(text: str) -> int:
    """How many Chinese characters there are in the first 20,000."""
    return sum(map(len, _CJK.findall(text[:_COUNTED])))


def size(body: Flow, plenty: int = _PLENTY) -> int:
    """How many Chinese characters a body has; counted by lines up to ``plenty``, for only little bodies are in doubt."""
    counted = 0
    for line in body.lines:
        counted += cjk(line.text)
        if counted >= plenty:
            break
    return counted


def choose(asked: Asked) -> Choice | None:
    """The body by the first opinion that is certain; else the best of the uncertain ones; None where nothing on the page is a body."""
    asked.flatten()
    small: list[Choice] = []
    for choice in _certain(asked):
        needed = _SOME if choice.rule.startswith("container registry") else _ENOUGH
        if size(choice.body, needed) >= needed:
            return choice
        small.append(choice)
    best = max(small, key=_substance, default=None)
    if best is not None and _substance(best) >= 10 and _is_text(best):
        return best
    dense = _densest(asked)
    if dense is not None and _sentences(dense) > 0 and (best is None or _substance(dense) > 3 * _substance(best)):
        return dense
    return _bare_post(asked) or best or _by_opinion(asked) or dense


def _is_text(choice: Choice) -> bool:
    return any(kind_of(line.text) == "text" for line in choice.body.lines)


def _sentences(choice: Choice) -> int:
    return opinion.running_text([line.text for line in choice.body.lines])


def _substance(choice: Choice) -> int:
    return size(choice.body) + 20 * len(choice.body.images[:1]) + 20 * any(is_document(link.href) for link in choice.body.links)


def _certain(asked: Asked) -> Iterator[Choice]:
    """Raw delimiters, the registry's selector, the containers of known families, what was learned of the site."""
    marked = delimiters.delimited(asked.text)
    if marked is not None:
        body = flow(marked.element)
        if size(body) >= 10 or body.images or body.links:
            yield Choice(body, f"delimiters {marked.rule}", *_place(asked.page, body))
    looked_at = 0
    for candidate in asked.named:
        looked_at += asked.page.extent(candidate.element)
        if looked_at > _MOST_LOOKED_AT:
            return
        choice = _of_element(asked.page, candidate.element, f"container {candidate.rule}")
        if candidate.strong and (choice.body.lines or choice.body.images):
            yield choice
        elif not candidate.strong and asked.memory is not None and _fits(asked, choice):
            asked.memory.fitted(asked.url, candidate.element)
            yield choice
        elif not candidate.strong and asked.memory is not None:
            asked.memory.failed(asked.url, candidate.element)


def _selected(root: Element, selector: str) -> list[Element]:
    try:
        return list(CSSSelector(selector)(root))[:3]
    except (SelectorError, etree.XPathError, AttributeError):  # the registry's own check names a selector that is none; it must not cost the page
        return []


def _of_element(page: Flow, element: Element, rule: str) -> Choice:
    body = page.part(element)
    if body is not None and (body.lines or body.images):
        return Choice(body, rule, page.spans[element].start, page.spans[element].end)
    body = flow(element)
    return Choice(body, f"hidden {rule}", *_place(page, body))


def _fits(asked: Asked, choice: Choice) -> bool:
    """A learned container holds text on this page too, and not mostly furniture."""
    lines = [line.text for line in choice.body.lines]
    return size(choice.body, _ENOUGH) >= _ENOUGH and len(trim(lines, asked.title).kept) >= 0.5 * len(lines)


def _place(page: Flow, body: Flow) -> tuple[int, int]:
    """Where a body that was flattened by itself stands among the page's lines."""
    lines = [squash(line.text) for line in body.lines if len(line.text) >= 8]
    start = next((n for n, line in enumerate(page.lines) if lines and squash(line.text) == lines[0]), len(page.lines))
    known, end = set(lines), start
    for number in range(start, min(len(page.lines), start + len(body.lines) + 3)):
        if squash(page.lines[number].text) in known:
            end = number + 1
    return start, end


def _densest(asked: Asked) -> Choice | None:
    found = density.densest(asked.page, asked.root, asked.title)
    if found is None:
        return None
    block, body = found
    start = asked.page.lines.index(body.lines[0]) if body.lines else 0
    choice = Choice(body, "densest block", start, start + len(body.lines))
    if size(body, _CERTAIN) >= _CERTAIN:
        if asked.memory is not None:
            asked.memory.learn(asked.url, block)
        return choice
    theirs = asked.second_opinion() if _sentences(choice) < 40 else []
    if (
        theirs
        and opinion.running_text(theirs) > 2 * sum(len(line.text) for line in body.lines)
        and opinion.agreement([line.text for line in body.lines], theirs) < 0.5
    ):
        return _of_lines(theirs, asked)
    return choice


def _by_opinion(asked: Asked) -> Choice | None:
    lines = asked.second_opinion()
    return _of_lines(lines, asked) if opinion.running_text(lines) >= 40 else None


def _of_lines(lines: list[str], asked: Asked) -> Choice:
    own = {squash(line.text): line for line in reversed(asked.page.lines)}
    body = Flow([own.get(squash(text)) or Line(text, "", asked.root) for text in lines])
    return Choice(body, "trafilatura", *_place(asked.page, body))


def _bare_post(asked: Asked) -> Choice | None:
    """A post without text: the pictures or documents between its headline and the page's footer."""
    page = asked.page
    start = density.headline_at(page.lines, asked.title)
    if start is None:
        return None
    end = next((n for n in range(start + 1, len(page.lines)) if kind_of(page.lines[n].text) in {"tail", "footer"}), len(page.lines))
    images = [image for image in page.images if start < image.line <= end and is_picture(image.src)]
    links = [link for link in page.links if start < link.line <= end and is_document(link.href)]
    if not images and not links:
        return None
    first = min([image.line for image in images] + [link.line for link in links])
    numbers = sorted({link.line for link in links if link.line < len(page.lines)} | set(_captions(page, images, start + 1, end)))
    places = {number: place for place, number in enumerate(numbers)}
    links = [replace(link, line=places[link.line]) for link in links if link.line in places]
    return Choice(
        Flow([page.lines[number] for number in numbers], links, images), "pictures or documents below the headline", first, max([first, *numbers]) + 1
    )


def _captions(page: Flow, images: Sequence[Image], start: int, end: int) -> list[int]:
    """The numbers of the lines that stand with a post's pictures in the smallest block that holds them all and any text."""
    if not images:
        return []
    first, last = page.images.index(images[0]), page.images.index(images[-1])
    blocks = [span for span in page.spans.values() if span.images <= first and last < span.images_end and start <= span.start and span.end <= end]
    seen = range(0)
    for span in sorted(blocks, key=lambda one: one.end - one.start):
        inside = seen if seen and span.start <= seen.start and seen.stop <= span.end else range(span.start, span.start)
        new = [*range(span.start, inside.start), *range(inside.stop, span.end)]  # what the block inside holds is known to be no text
        if any(page.lines[number].link_chars for number in new):
            return []  # a block of the page around the post
        numbers = [number for number in new if kind_of(page.lines[number].text) == "text" and not is_bare_date(page.lines[number].text)]
        if numbers:
            return numbers
        seen = range(span.start, span.end)
    return []


def lost_by_parser(asked: Asked, choice: Choice | None) -> bool:
    """True where the source holds much more Chinese text than the tree shows: a parser lost it to an unclosed tag."""
    if choice is not None and size(choice.body, _ENOUGH) >= _ENOUGH:
        return False
    needed = 2 * cjk(all_text([asked.root])) + 200
    source = asked.text[:_LONGEST_SOURCE]
    return sum(map(len, _CJK.findall(source))) > needed and cjk(visible(source)) > needed
