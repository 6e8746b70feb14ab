"""What is followed: sites, their columns (栏目), the links seen on them, and the administrative divisions they belong to."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.models.base import Base, Key


class SiteState(StrEnum):
    """How a site answered when it was last visited; never confused with each other (docs/states.md)."""

    OK = "ok"
    PARTIAL_HISTORY = "partial_history"
    BLOCKED = "blocked"
    UA_REFUSED = "ua_refused"
    UNREACHABLE = "unreachable_from_here"
    TLS_ERROR = "tls_error"
    SOFT_404 = "soft_404"
    MOVED = "moved"
    GONE = "gone"
    UNKNOWN = "unknown"


class LinkState(StrEnum):
    """Where a link stands: written down as pending before its page is asked for, done in the transaction that stores it."""

    PENDING = "pending"
    DONE = "done"
    GONE = "gone"
    REJECTED = "rejected"
    BLOCKED = "blocked"


class Site(Base):
    """A government web site."""

    __tablename__ = "site"
    id: Mapped[Key]
    key: Mapped[str] = mapped_column(unique=True)
    """The registry's table name: the adcode of the division, or adcode-word for a second site of it."""
    name: Mapped[str]
    """As it is called."""
    adcode: Mapped[str | None] = mapped_column(index=True)
    """Of the division whose it is, valid today."""
    home: Mapped[str]
    """The home page."""
    site_id_code: Mapped[str | None]
    """政府网站标识码."""
    family: Mapped[str | None]
    """The CMS family that it was last seen to be of."""
    family_seen_at: Mapped[datetime | None]
    """When that was."""
    state: Mapped[str] = mapped_column(default=SiteState.UNKNOWN)
    """How it stands."""
    state_reason: Mapped[str | None]
    """Why."""
    state_at: Mapped[datetime | None]
    """When it was seen so."""
    columns: Mapped[list["Column"]] = relationship(back_populates="site")


class SiteHost(Base):
    """A host name under which a site stands or stood."""

    __tablename__ = "site_host"
    __table_args__ = (UniqueConstraint("site_id", "host"),)
    id: Mapped[Key]
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id", ondelete="CASCADE"))
    """The site."""
    host: Mapped[str] = mapped_column(index=True)
    """The host name."""
    first_seen_at: Mapped[datetime]
    """When we first saw it."""
    last_seen_at: Mapped[datetime]
    """When we last saw it."""
    absent_digest: Mapped[str | None]
    """Payload digest of what it shows with status 200 for a page that cannot be there; null where it tells such pages by their status."""
    absent_asked_at: Mapped[datetime | None]
    """When it was last asked for one."""


class Column(Base):
    """A list page of a site that is followed (栏目)."""

    __tablename__ = "site_column"
    __table_args__ = (UniqueConstraint("site_id", "url"),)
    id: Mapped[Key]
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id", ondelete="CASCADE"))
    """The site."""
    url: Mapped[str]
    """The address."""
    name: Mapped[str | None]
    """As it is called."""
    family: Mapped[str | None]
    """The CMS family that it was last seen to be of."""
    family_seen_at: Mapped[datetime | None]
    """When that was."""
    etag: Mapped[str | None]
    """Of the list, for asking again only if changed."""
    last_modified: Mapped[str | None]
    """The same."""
    last_visit_at: Mapped[datetime | None]
    """When the list was last read."""
    last_new_at: Mapped[datetime | None]
    """When it last showed a link that was not known."""
    next_visit_at: Mapped[datetime | None] = mapped_column(index=True)
    """When it is due again."""
    interval_hours: Mapped[float | None]
    """From how often the column published; the next visit comes after it."""
    history: Mapped[str] = mapped_column(default="unknown")
    """``complete``, ``partial`` (the site serves only recent items), ``upstream`` (the news of others: not followed), or ``unknown``."""
    walk_memory: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """What the next walk should know of the last: the first page's items and the list's own total."""
    site: Mapped[Site] = relationship(back_populates="columns")


class Link(Base):
    """A URL seen on a list page."""

    __tablename__ = "link"
    __table_args__ = (Index("ix_link_site_state", "site_id", "state"),)
    id: Mapped[Key]
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id", ondelete="CASCADE"))
    """The site."""
    column_id: Mapped[int | None] = mapped_column(ForeignKey("site_column.id", ondelete="SET NULL"))
    """The list that first showed it."""
    url: Mapped[str]
    """The address."""
    url_key: Mapped[str] = mapped_column(unique=True)
    """Canonical and without scheme: two spellings of one address share it."""
    state: Mapped[str] = mapped_column(default=LinkState.PENDING)
    """How it stands."""
    reason: Mapped[str | None]
    """Why it is not done."""
    tries: Mapped[int] = mapped_column(default=0)
    """How often its page was asked for."""
    list_title: Mapped[str | None]
    """The anchor's text there; may be cut short."""
    list_date: Mapped[str | None]
    """The date beside it there."""
    first_seen_at: Mapped[datetime]
    """When we first saw it."""
    last_seen_at: Mapped[datetime]
    """When we last saw it."""
    last_tried_at: Mapped[datetime | None]
    """When its page was last asked for."""


class Division(Base):
    """An administrative division (GB/T 2260) with the years in which code and name were valid, and what followed it."""

    __tablename__ = "division"
    __table_args__ = (UniqueConstraint("code", "name", "valid_from"),)
    id: Mapped[Key]
    code: Mapped[str] = mapped_column(index=True)
    """Six digits."""
    name: Mapped[str] = mapped_column(index=True)
    """As it is called."""
    short_name: Mapped[str]
    """The name as people say it, without its kind: 孟津 for 孟津区."""
    level: Mapped[str]
    """province, prefecture, county or zone (a development zone with a statistical code)."""
    valid_from: Mapped[date | None]
    """The first day on which it can have been valid; null before the first list (1980)."""
    valid_to: Mapped[date | None]
    """The last day on which it can have been valid; null while it is."""
    successor: Mapped[str | None] = mapped_column(index=True)
    """The code that stands for it today; itself where nothing changed, null where its heir is not known."""
    path: Mapped[list[Any]]
    """Names from the province down, as of its last day."""
