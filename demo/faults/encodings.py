"""Wrong labels and forced codings (domain notes 4.1, 4.2): the bytes say one thing, the header or the page another."""

# ruff: noqa: ARG001 - a fault has the signature of faults

import gzip
import re
import zlib
from functools import lru_cache

from demo.exchange import Request, Response
from demo.served import ServedSite

_DECLARED = re.compile(r'<meta charset="[^"]*">')
_BOMB = 200_000_000
"""Bytes that the bomb becomes; it travels as a thousandth of that."""


def _text(response: Response) -> str | None:
    return response.body if isinstance(response.body, str) and response.content_type == "text/html" else None


def _relabel(response: Response, real: str, declared: str | None, header: str | None) -> None:
    """Encodes a page in ``real``, while the page says ``declared`` (None: nothing) and the header ``header`` (None: nothing)."""
    text = _text(response)
    if text is None:
        return
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    response.body = _DECLARED.sub(meta, text, count=1)
    response.charset, response.label = real, header


def _charset_header_gbk(served: ServedSite, request: Request, response: Response) -> None:
    """UTF-8 bytes under a GBK header."""
    _relabel(response, "utf-8", "utf-8", "GBK")


def _charset_header_latin(served: ServedSite, request: Request, response: Response) -> None:
    """The default of old Tomcat and IIS."""
    _relabel(response, "utf-8", "utf-8", "ISO-8859-1")


def _gb_as_gb2312(served: ServedSite, request: Request, response: Response) -> None:
    """GB18030 bytes called gb2312, rare characters and all."""
    _relabel(response, "gb18030", "gb2312", None)


def _gb_as_utf8(served: ServedSite, request: Request, response: Response) -> None:
    """GB18030 bytes called UTF-8 by page and header."""
    _relabel(response, "gb18030", "utf-8", "utf-8")


def _gb_undeclared(served: ServedSite, request: Request, response: Response) -> None:
    """GB18030 bytes without any label."""
    _relabel(response, "gb18030", None, None)


def _utf8_as_gb2312(served: ServedSite, request: Request, response: Response) -> None:
    """UTF-8 bytes in a page that says gb2312."""
    _relabel(response, "utf-8", "gb2312", None)


def _utf16_as_gb2312(served: ServedSite, request: Request, response: Response) -> None:
    """UTF-16 with a byte order mark in a page that says gb2312."""
    _relabel(response, "utf-16", "gb2312", None)


def _gzip_forced(served: ServedSite, request: Request, response: Response) -> None:
    """Gzip although nobody said that it is accepted."""
    response.body = gzip.compress(response.payload(), 1)
    response.headers["Content-Encoding"] = "gzip"


def _gzip_bomb(served: ServedSite, request: Request, response: Response) -> None:
    """Two hundred megabytes of blanks in two hundred kilobytes, in place of some articles."""
    if served.strikes(request):
        response.body = _bomb()
        response.headers["Content-Encoding"] = "gzip"
        response.etag = response.modified = None


@lru_cache(maxsize=1)
def _bomb() -> bytes:
    """One gzip stream that grows a thousandfold."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = b" " * 1_000_000
    return b"".join(packer.compress(block) for _ in range(_BOMB // len(block))) + packer.flush()


AFTER = {
    "charset_header_gbk": _charset_header_gbk,
    "charset_header_latin": _charset_header_latin,
    "gb_as_gb2312": _gb_as_gb2312,
    "gb_as_utf8": _gb_as_utf8,
    "gb_undeclared": _gb_undeclared,
    "utf8_as_gb2312": _utf8_as_gb2312,
    "utf16_as_gb2312": _utf16_as_gb2312,
    "gzip_bomb": _gzip_bomb,
    "gzip_forced": _gzip_forced,
}
