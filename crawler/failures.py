"""What a request that brought no answer at all means for its link and its site."""

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
)
from twisted.internet import error as neterror
from twisted.python.failure import Failure

from crawler.addresses import NotPublic
from crawler.blocked import Obstacle
from db.models import SiteState

try:
    from OpenSSL.SSL import Error as TlsError
except ImportError:  # pragma: no cover  pyOpenSSL comes with Scrapy
    TlsError = OSError  # type: ignore[assignment,misc]

TOO_LARGE = "larger than a page may be"
NO_CONNECTION = frozenset(("connection refused", "connection broken off"))
"""Reasons from ``KINDS`` for which another port may answer."""
KINDS: tuple[tuple[tuple[type[BaseException], ...], str], ...] = (
    ((CannotResolveHostError, neterror.DNSLookupError), "name does not resolve"),
    ((DownloadConnectionRefusedError, neterror.ConnectionRefusedError), "connection refused"),
    ((DownloadTimeoutError, neterror.TimeoutError, neterror.TCPTimedOutError, TimeoutError), "no answer in time"),
    ((DownloadFailedError, neterror.ConnectionLost, neterror.ConnectionDone), "connection broken off"),
)


class SiteBlocked(IgnoreRequest):
    """The site answered with challenges in this run: nothing more is asked of it until the next."""


def obstacle_of(failure: Failure) -> Obstacle:
    """Name the obstacle. Unreachable is from here and now: another place or another day may reach it (domain note 4.8)."""
    error = failure.value or RuntimeError("failed without saying why")
    if isinstance(error, NotPublic):
        return Obstacle(SiteState.BLOCKED, "not a public address")
    text = str(error)
    if "robots.txt" in text:
        return Obstacle(SiteState.BLOCKED, "robots.txt forbids it")
    if "max redirections" in text:
        return Obstacle(SiteState.UNREACHABLE, "redirects in a circle")
    if _is_tls(error):
        return Obstacle(SiteState.TLS_ERROR, f"TLS: {_first_line(error)}")
    if isinstance(error, SiteBlocked):
        return Obstacle(SiteState.UNKNOWN, text)
    if ("exceeded" in text and "MAXSIZE" in text) or isinstance(error, DownloadCancelledError):
        return Obstacle(SiteState.OK, TOO_LARGE)
    for kinds, reason in KINDS:
        if isinstance(error, kinds):
            return Obstacle(SiteState.UNREACHABLE, reason)
    return Obstacle(SiteState.UNREACHABLE, _first_line(error))


def _is_tls(error: BaseException) -> bool:
    reasons = getattr(error, "reasons", ()) or getattr(error.__cause__, "reasons", ()) or ()  # Scrapy wraps what Twisted says
    found = [getattr(reason, "value", reason) for reason in reasons] or [error]
    return any(isinstance(one, TlsError) or "SSL" in type(one).__name__ for one in found)


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0][:200]}" if lines else type(error).__name__
