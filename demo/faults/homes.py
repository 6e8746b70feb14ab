"""Home pages that are only a jump, and answers for robots.txt that are none (domain notes 4.4, 4.10)."""

# ruff: noqa: ARG001 - a fault has the signature of faults

from demo.exchange import Request, Response, moved
from demo.served import ServedSite

_REAL = "/xxq/index.html"
"""Where the home page really stands."""


def _jump(page: str) -> Response:
    return Response(f"<html><head><title></title>{page}</head><body></body></html>")


def _home(served: ServedSite, request: Request, jump: str) -> Response | None:
    if request.path == _REAL:
        return Response(served.family.home(), charset=served.site.mine.charset, label=None)
    return _jump(jump) if request.path in {"/", "/index.html"} else None


def _meta_refresh(served: ServedSite, request: Request) -> Response | None:
    """The browser is sent on by a tag."""
    return _home(served, request, f'<meta http-equiv="refresh" content="0; url={_REAL}">')


def _js_home(served: ServedSite, request: Request) -> Response | None:
    """The browser is sent on by one literal address in a script."""
    return _home(served, request, f'<script type="text/javascript">window.location.href = "{_REAL}";</script>')


def _js_home_computed(served: ServedSite, request: Request) -> Response | None:
    """The address is put together by the script: nothing that one may read off."""
    return _home(served, request, '<script>var p = "/x" + "xq/"; location.replace(p + "index" + ".html?" + Math.random());</script>')


def _home_redirect(served: ServedSite, request: Request) -> Response | None:
    """302 from / to a folder."""
    return moved(_REAL) if request.path == "/" else _home(served, request, "")


def _robots_html(served: ServedSite, request: Request) -> Response | None:
    """A web page in place of robots.txt: no rules."""
    return Response(served.family.home()) if request.path == "/robots.txt" else None


def _robots_deny(served: ServedSite, request: Request) -> Response | None:
    """Everything is forbidden."""
    return Response("User-agent: *\nDisallow: /\n", content_type="text/plain") if request.path == "/robots.txt" else None


def _robots_missing(served: ServedSite, request: Request) -> Response | None:
    """404: no rules."""
    return Response("", 404) if request.path == "/robots.txt" else None


def _robots_error(served: ServedSite, request: Request) -> Response | None:
    """503: nobody knows."""
    return Response("", 503) if request.path == "/robots.txt" else None


def _foreign_code(served: ServedSite, request: Request, response: Response) -> None:
    """The site's code in tags and footer was copied from another site."""
    if isinstance(response.body, str):
        response.body = response.body.replace(served.site.id_code, "9999990001")


BEFORE = {
    "meta_refresh": _meta_refresh,
    "js_home": _js_home,
    "js_home_computed": _js_home_computed,
    "home_redirect": _home_redirect,
    "robots_html": _robots_html,
    "robots_deny": _robots_deny,
    "robots_missing": _robots_missing,
    "robots_error": _robots_error,
}
AFTER = {"foreign_code": _foreign_code}
