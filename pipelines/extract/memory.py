"""Remembers, for each site and template, the container in which the body of its pages was found: the fast path of the pages that follow."""

import re
from dataclasses import dataclass, field

from pipelines.extract.tree import Element

_HOST = re.compile("//([^/?#]{0,300})")
_MOST_MISSES = 2
_MOST_TEMPLATES = 8
Signature = tuple[str, str, str]
"""An element's name, id and classes; enough to find it again on a page of the same template."""


@dataclass(slots=True)
class ContainerMemory:
    """What was learned in one run; an explicit object that the caller keeps and passes in, so that reading stays a pure function of its arguments.

    A learned container is checked on every page (it must stand there once and hold enough text) and dropped after it failed to fit twice in a row.
    """

    learned: dict[str, dict[Signature, int]] = field(default_factory=dict)
    """By host: the signatures, each with the number of pages in a row that it did not fit."""
    hits: int = 0
    dropped: int = 0

    def recall(self, url: str, root: Element) -> list[Element]:
        """The elements that fit what was learned of the site, the most reliable first."""
        signatures = self.learned.get(_host(url), {})
        found = []
        for signature in sorted(signatures, key=lambda one: signatures[one]):
            tag, identity, classes = signature
            elements = (one for one in root.iter(tag) if (not identity or one.get("id") == identity) and (not classes or one.get("class") == classes))
            element = next(elements, None)
            if element is not None and next(elements, None) is None:
                found.append(element)
        return found

    def learn(self, url: str, element: Element) -> None:
        """Note the container of a page that was read well; ids that hold the page's own number are not a template's."""
        signature = _signature(element)
        if signature is None:
            return
        templates = self.learned.setdefault(_host(url), {})
        if signature in templates or len(templates) < _MOST_TEMPLATES:
            templates[signature] = 0

    def fitted(self, url: str, element: Element) -> None:
        """The container fitted another page."""
        signature = _signature(element)
        if signature in self.learned.get(_host(url), {}):
            self.hits += 1
            self.learned[_host(url)][signature] = 0

    def failed(self, url: str, element: Element) -> None:
        """The container was there but did not hold the body; the second time in a row it is dropped."""
        signature, templates = _signature(element), self.learned.get(_host(url), {})
        if signature in templates:
            templates[signature] += 1
            if templates[signature] >= _MOST_MISSES:
                del templates[signature]
                self.dropped += 1


def _host(url: str) -> str:
    host = _HOST.search(url)
    return host[1].lower() if host else ""


def _signature(element: Element) -> Signature | None:
    identity, classes = element.get("id") or "", element.get("class") or ""
    if any(c.isdigit() for c in identity[-6:]):
        identity = ""
    return (element.tag, identity, classes) if identity or classes else None
