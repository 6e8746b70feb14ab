"""What the metadata is read from: the report's lines, the lines around it, and the page's meta tags."""

import itertools
from dataclasses import dataclass, field

from pipelines.extract.flow import Line
from pipelines.page import Hints

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5"})


@dataclass(slots=True, kw_only=True)
class Scene:
    """One page, taken apart."""

    url: str
    hints: Hints
    body: list[str]
    """The report's own lines."""
    before: list[Line] = field(default_factory=list)
    """Everything above the body, in page order: navigation, breadcrumb, headline, meta line, and what was cut off the body's head."""
    after: list[Line] = field(default_factory=list)
    """Everything below it: what was cut off its end, the editor's line, the footer."""
    metas: dict[str, str] = field(default_factory=dict)
    """Meta tags by lower-case name."""
    page_title: str = ""
    """The content of <title>."""
    delimited_title: str | None = None
    source_text: str = ""
    """The raw source, for what parsers drop."""
    not_after: str | None = None
    """The day of the capture, ISO: nothing on the page was published later."""
    title_at: int | None = None
    """The number of the headline among ``before``, once it is known."""
    _following: dict[int, Line | None] = field(default_factory=dict, repr=False)
    """What follows each line, by its identity; made when it is first asked."""

    def following(self, line: Line) -> Line | None:
        """The line after ``line``, on the same side of the body."""
        if len(self._following) != len(self.before) + len(self.after):
            pairs = [pair for lines in (self.before, self.after) for pair in itertools.zip_longest(lines, lines[1:])]
            self._following = {id(one): after for one, after in reversed(pairs)}
        return self._following.get(id(line))

    def window(self) -> list[Line]:
        """The lines between headline and body, where the meta line stands; the last dozen where no headline is known."""
        return self.before[self.title_at :] if self.title_at is not None else self.before[-12:]
