"""What a site without faults answers: home page, robots.txt, pages of its family, attachments, pictures."""

# ruff: noqa: ARG001 - a fault has the signature of faults

import re

from demo.exchange import Request, Response
from demo.served import ServedSite

_FILE = re.compile(r"\d{6}-\d{6,9}_\d\.(pdf|docx?|xlsx?)$")
_STATIC = {".css": "text/css", ".js": "application/javascript", ".png": "image/png", ".jpg": "image/jpeg", ".gif": "image/gif"}
_TYPES = {"pdf": "application/pdf", "doc": "application/msword", "xls": "application/vnd.ms-excel"}
ROBOTS = "User-agent: *\nDisallow: /search\nDisallow: /admin/\n"


def answer(served: ServedSite, request: Request) -> Response | None:
    """The answer, or None where the site has nothing at that address."""
    if request.path in {"/", "/index.html"}:
        return Response(served.family.home(), charset=served.site.mine.charset, label=None)
    if request.path == "/robots.txt":
        return Response(ROBOTS, content_type="text/plain")
    return served.family.respond(request) or _file(served, request)


def _file(served: ServedSite, request: Request) -> Response | None:
    """Attachments and page furniture."""
    name = request.query.get("filename", request.path)
    match = _FILE.search(name)
    if match:
        return Response(b"%PDF-1.4\n% demo attachment\n", content_type=_TYPES[match[1][:3]])
    if request.path == "/system/_content/download.jsp" and request.query.get("wbfileid", "").isdecimal():
        return Response(b"%PDF-1.4\n% demo attachment\n", content_type="application/pdf", headers={"Content-Disposition": "attachment"})
    ending = request.path[request.path.rfind(".") :]
    return Response(b"", content_type=_STATIC[ending]) if ending in _STATIC else None
