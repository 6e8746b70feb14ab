"""What reading finds on a page: clean text and metadata, each field with the evidence for it."""

from dataclasses import dataclass, field
from typing import Literal

CreditRole = Literal["source", "reporter", "correspondent", "author", "editor", "photographer", "reviewer"]
DateBasis = Literal["meta", "page", "list", "url", "dateline", "given"]
Kind = Literal["article", "attachment_only", "image_only"]
Script = Literal["hans", "hant"]


@dataclass(frozen=True, slots=True)
class Credit:
    """Someone named as having made the report; ``quote`` is the words on the page that say so."""

    role: CreditRole
    name: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """An attachment or image: absolute URL and the name that the page gives it."""

    url: str
    name: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Which rule won a field, and what it saw."""

    rule: str
    saw: str


@dataclass(slots=True, kw_only=True)
class Reading:
    """One page read. Text fields are None where the page does not say; dates are ISO in local time (+08:00)."""

    body: str
    """Paragraphs joined by ``\\n``, in the script of the page, repaired, without boilerplate."""
    body_hans: str
    """The same in simplified script."""
    script: Script = "hans"
    kind: Kind = "article"
    title: str | None = None
    title_derived: bool = False
    kicker: str | None = None
    subtitle: str | None = None
    publish_date: str | None = None
    publish_date_basis: DateBasis | None = None
    page_generated_at: str | None = None
    source: str | None = None
    credits: tuple[Credit, ...] = ()
    site_id_code: str | None = None
    site_name: str | None = None
    column: str | None = None
    attachments: tuple[Resource, ...] = ()
    images: tuple[Resource, ...] = ()
    next_parts: tuple[str, ...] = ()
    """Absolute URLs of the further pages of this article, in order."""
    flags: frozenset[str] = frozenset()
    """Named doubts: ``mangled_script``, ``truncated``, ``advertisement``, ``future_date``, ``dates_disagree``, ``placeholder_meta`` …"""
    repairs: int = 0
    """How many mirror artefacts were undone."""
    encoding: str = "utf-8"
    encoding_reason: str = ""
    text_raw: str | None = None
    """The body before repair; None where nothing was repaired."""
    provenance: dict[str, Evidence] = field(default_factory=dict)
