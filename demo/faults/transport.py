"""Slow, cut, redirected and refused answers (domain notes 4.3-4.10)."""

# ruff: noqa: ARG001 - a fault has the signature of faults

from demo.exchange import Request, Response, moved
from demo.served import ServedSite

_METADATA = "http://169.254.169.254/latest/meta-data/"
_PRIVATE = "http://10.0.0.1/admin/"
_EVERY = 10
"""Requests after which a throttled site asks for a pause."""


def _cookie_redirect(served: ServedSite, request: Request) -> Response | None:
    """302 to the same address until the cookie comes back (openresty firewalls): plain HTTP, no challenge."""
    if "CT6T=" in request.headers.get("cookie", ""):
        return None
    query = "&".join(f"{k}={v}" for k, v in request.query.items())
    return moved(request.path + (f"?{query}" if query else ""), 302, **{"Set-Cookie": "CT6T=demo; path=/"})


def _redirect_loop(served: ServedSite, request: Request) -> Response | None:
    """Some articles send the client round in a circle."""
    if served.strikes(request) or request.path.startswith("/loop/"):
        return moved("/loop/b" if request.path == "/loop/a" else "/loop/a")
    return None


def _redirect_metadata(served: ServedSite, request: Request) -> Response | None:
    """Some articles point into the cloud's metadata service."""
    return moved(_METADATA) if served.strikes(request) else None


def _redirect_private(served: ServedSite, request: Request) -> Response | None:
    """Some articles point into a private network."""
    return moved(_PRIVATE) if served.strikes(request) else None


def _host_moved(served: ServedSite, request: Request) -> Response | None:
    """The whole site lives elsewhere now: at the next site of the plan."""
    return moved(served.elsewhere + request.path, 301)


def _reset_once(served: ServedSite, request: Request) -> Response | None:
    """The connection is reset, the first time that an article is asked for."""
    return Response(cut="reset") if served.strikes(request) and served.first(f"reset {request.path}") else None


def _reset(served: ServedSite, request: Request) -> Response | None:
    """The connection is reset, every time."""
    return Response(cut="reset") if served.strikes(request) else None


def _too_many(served: ServedSite, request: Request) -> Response | None:
    """429 with Retry-After now and then; who comes back later is served."""
    served.seen["too_many"] += 1
    if served.seen["too_many"] % _EVERY:
        return None
    return Response("<html><title>429 Too Many Requests</title></html>", 429, headers={"Retry-After": "1"})


def _unavailable_once(served: ServedSite, request: Request) -> Response | None:
    """503 the first time that some articles are asked for."""
    return Response("<html><title>503</title>系统维护</html>", 503) if served.strikes(request) and served.first(f"503 {request.path}") else None


def _unavailable(served: ServedSite, request: Request) -> Response | None:
    """503 for everything."""
    return Response("<html><title>503 Service Temporarily Unavailable</title></html>", 503, headers={"Retry-After": "2"})


def _slow(served: ServedSite, request: Request, response: Response) -> None:
    """Some articles come in twenty pieces over a second."""
    if served.strikes(request):
        response.drip = 0.05


def _stall(served: ServedSite, request: Request, response: Response) -> None:
    """Some articles never come to an end."""
    if served.strikes(request):
        response.drip = 60.0


def _sluggish(served: ServedSite, request: Request, response: Response) -> None:
    """Every answer takes a third of a second to begin."""
    response.wait = 0.3


def _truncated(served: ServedSite, request: Request, response: Response) -> None:
    """Some articles break off half way, every time."""
    if served.strikes(request):
        response.cut = "short"


def _truncated_once(served: ServedSite, request: Request, response: Response) -> None:
    """Some articles break off half way, the first time."""
    if served.strikes(request) and served.first(f"short {request.path}"):
        response.cut = "short"


def _huge(served: ServedSite, request: Request, response: Response) -> None:
    """Some articles are followed by forty megabytes of blanks."""
    if served.strikes(request):
        response.body = response.payload() + b" " * 40_000_000


def _no_validators(served: ServedSite, request: Request, response: Response) -> None:
    """Neither ETag nor Last-Modified."""
    response.etag = response.modified = None


def _closed(served: ServedSite, request: Request) -> Response | None:
    """The server closes the port, so that nobody gets here."""
    return None


BEFORE = {
    "cookie_redirect": _cookie_redirect,
    "redirect_loop": _redirect_loop,
    "redirect_metadata": _redirect_metadata,
    "redirect_private": _redirect_private,
    "host_moved": _host_moved,
    "reset": _reset,
    "reset_once": _reset_once,
    "too_many": _too_many,
    "unavailable": _unavailable,
    "unavailable_once": _unavailable_once,
    "closed": _closed,
}
AFTER = {
    "slow": _slow,
    "stall": _stall,
    "sluggish": _sluggish,
    "truncated": _truncated,
    "truncated_once": _truncated_once,
    "huge": _huge,
    "no_validators": _no_validators,
}
