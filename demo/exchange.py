"""A request as a demo site sees it, and what it answers; no server library here, so that families stay pure."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Request:
    """``path`` is decoded; ``query`` and ``form`` keep the last value of a repeated name."""

    path: str
    method: str = "GET"
    query: dict[str, str] = field(default_factory=dict)
    form: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    """Names in lower case."""

    def value(self, name: str, default: str = "") -> str:
        """A parameter from the form, else from the query."""
        return self.form.get(name, self.query.get(name, default))


@dataclass(slots=True)
class Response:
    """``body`` as text is encoded with ``charset``; ``etag`` and ``modified`` make the answer conditional."""

    body: str | bytes = ""
    status: int = 200
    content_type: str = "text/html"
    charset: str | None = "utf-8"
    """How the text is encoded, and (unless ``label`` differs) what the header says."""
    label: str | None = ""
    """Charset in the Content-Type header: "" the same as ``charset`` for text and none for bytes, None no charset there at all."""
    headers: dict[str, str] = field(default_factory=dict)
    etag: str | None = None
    modified: float | None = None
    """Seconds since 1970, for Last-Modified."""
    wait: float = 0.0
    """Seconds before the first byte."""
    drip: float = 0.0
    """Seconds between pieces of the body."""
    cut: str = ""
    """``reset``: the connection is reset at once; ``short``: fewer bytes come than Content-Length says."""

    def payload(self) -> bytes:
        """The body's bytes."""
        return self.body if isinstance(self.body, bytes) else self.body.encode(self.charset or "utf-8", "xmlcharrefreplace")

    def header_type(self) -> str:
        """The Content-Type header's value."""
        label = (self.charset if isinstance(self.body, str) else None) if self.label == "" else self.label
        return f"{self.content_type}; charset={label}" if label else self.content_type


def moved(location: str, status: int = 302, **headers: str) -> Response:
    """A redirect."""
    return Response("", status, headers={"Location": location, **headers})


def missing() -> Response:
    """A plain 404 as a web server writes it."""
    return Response("<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx</center></body></html>", 404)
