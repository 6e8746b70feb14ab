"""What a demo site answers, with the faults of real sites switched on by name."""

from typing import TYPE_CHECKING

from demo.exchange import Request, Response, missing

if TYPE_CHECKING:
    from demo.server import ServedSite


def answer(served: "ServedSite", request: Request) -> Response:
    """The site's answer to a request."""
    return plain(served, request) or missing()


def plain(served: "ServedSite", request: Request) -> Response | None:
    """The answer of a site without faults."""
    if request.path in ("/", "/index.html"):
        return Response(served.family.home(), charset=served.site.mine.charset, label=None)
    if request.path == "/robots.txt":
        return Response("User-agent: *\nDisallow: /search\nDisallow: /admin/\n", content_type="text/plain")
    return served.family.respond(request)
