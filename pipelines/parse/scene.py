"""What the metadata is read from: the report's lines, the lines around it, and the page's meta tags."""

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

    def following(self, line: Line) -> Line | None:
        """The line after ``line``, on the same side of the body."""
        for lines in (self.before, self.after):
            for number, other in enumerate(lines):
                if other is line:
                    return lines[number + 1] if number + 1 < len(lines) else None
        return None

    def window(self) -> list[Line]:
        """The lines between headline and body, where the meta line stands; the last dozen where no headline is known."""
        return self.before[self.title_at :] if self.title_at is not None else self.before[-12:]
