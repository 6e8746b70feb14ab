"""One HTTP exchange as it went over the wire: what the archive writes down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A request and its response. ``body`` is the entity as received: content codings (gzip) are still on it."""

    url: str
    fetched_at: datetime
    method: str = "GET"
    request_headers: Headers = ()
    request_body: bytes = b""
    status: int = 200
    reason: str = "OK"
    response_headers: Headers = ()
    body: bytes = b""
    ip_address: str | None = None
    about: Mapping[str, str] = field(default_factory=dict)
    """What the crawler knew of the page when it asked: its role (article, list, home), the list row's title and date, the column and site.
    Stands in the record as an extension field, so that an archive alone is enough to build the database again."""
    truncated: str | None = None
    """WARC-Truncated: ``length``, ``disconnect`` or ``time`` where the body is not whole."""

    def header(self, name: str) -> str | None:
        """The first response header of that name, whatever its case."""
        wanted = name.lower()
        return next((value for key, value in self.response_headers if key.lower() == wanted), None)
