"""What is known of a report besides its body when facts are looked for."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from pipelines.facts.language.text import Text, fold, simplify
from pipelines.factual import Facts
from pipelines.page import Hints
from pipelines.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The record around a text; text fields are simplified and folded, and empty where the page does not say."""

    title: str = ""
    """The page's own headline; empty where it was made from the text."""
    kicker: str = ""
    subtitle: str = ""
    """The line beneath the headline, which of a report or speech says when, where and by whom it was given."""
    publish_date: str | None = None
    publish_date_basis: str | None = None
    column: str = ""
    source: str = ""
    site_name: str = ""
    site_adcode: str | None = None
    url: str = ""
    """Where the page stands; empty for a document whose address is not known."""
    script: str = "hans"
    flags: frozenset[str] = frozenset()
    """Doubts of the reading stage."""
    credited: frozenset[str] = frozenset()
    """Names of those who made the report."""
    found: Facts = field(default_factory=Facts)
    """The facts found so far, for the kinds that build upon others."""

    @classmethod
    def of(cls, reading: Reading, hints: Hints, found: Facts | None = None, url: str = "") -> "Context":
        """The record of a page that was read; ``found`` takes the facts as they are found."""
        return cls(
            title="" if reading.title_derived else _line(reading.title),
            kicker=_line(reading.kicker),
            subtitle=_line(reading.subtitle),
            publish_date=reading.publish_date,
            publish_date_basis=reading.publish_date_basis,
            column=_name(reading.column or hints.column),
            source=_name(reading.source),
            site_name=_name(reading.site_name or hints.site_name),
            site_adcode=_adcode(reading, hints),
            url=url,
            script=reading.script,
            flags=reading.flags,
            credited=frozenset(_name(credit.name).replace(" ", "") for credit in reading.credits if credit.role != "source"),
            found=found or Facts(),
        )

    @property
    def published(self) -> date | None:
        """The day of publication; None where it is unknown or less precise than a day."""
        try:
            return date.fromisoformat((self.publish_date or "")[:10])
        except ValueError:
            return None

    @property
    def publish_year(self) -> int | None:
        """The year of publication."""
        year = (self.publish_date or "")[:4]
        return int(year) if year.isdigit() else None


def _line(value: str | None) -> str:
    return fold(simplify(value)).strip() if value else ""


_name = lru_cache(maxsize=1024)(_line)
"""The same for names of columns, sources, sites and reporters, which come with report after report."""


def _adcode(reading: Reading, hints: Hints) -> str | None:
    """The division whose site carries the page: from the registry, else the first six digits of the site's own code (国办函〔2017〕 numbering)."""
    if hints.site_adcode:
        return hints.site_adcode
    code = reading.site_id_code or ""
    return code[:6] if code[:6].isdigit() and code[:2] != "bm" and len(code) == 10 else None


__all__ = ["Context", "Text"]
