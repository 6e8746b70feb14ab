"""Ours and the peers, each as a function from one saved page to the keys of the export that it can fill."""

import warnings
from collections.abc import Callable
from functools import cache
from typing import Any

from pipelines.decode import decode
from pipelines.errors import PageRejected
from pipelines.extract.memory import ContainerMemory
from pipelines.page import Page
from pipelines.read import read

Row = dict[str, Any]
Reader = Callable[[Page], Row]


def ours(page: Page) -> Row:
    """`read`, without what other pages taught."""
    try:
        reading = read(page)
    except PageRejected as rejected:
        return {"rejected": rejected.reason}
    return {
        "title": reading.title,
        "publish_date": reading.publish_date,
        "source": reading.source,
        "body": reading.body,
        "column": reading.column,
        "site_id_code": reading.site_id_code,
        "credits": [{"role": credit.role, "name": credit.name} for credit in reading.credits],
        "script": reading.script,
        "flags": dict.fromkeys(reading.flags, True),
    }


@cache
def _memory() -> ContainerMemory:
    return ContainerMemory()


def ours_learning(page: Page) -> Row:
    """`read` with the containers learned from the pages before."""
    try:
        return {"body": read(page, _memory()).body}
    except PageRejected as rejected:
        return {"rejected": rejected.reason}


def trafilatura(page: Page) -> Row:
    """Its ``bare_extraction`` with metadata, on text that we decoded for it."""
    from trafilatura import bare_extraction  # noqa: PLC0415 -- a peer is imported when it is measured

    found = bare_extraction(decode(page.payload).text, with_metadata=True, include_comments=False)
    return {} if found is None else {"title": found.title, "publish_date": found.date, "body": found.text}


def trafilatura_precise(page: Page) -> Row:
    """The same, favouring precision."""
    from trafilatura import bare_extraction  # noqa: PLC0415 -- as above

    found = bare_extraction(decode(page.payload).text, with_metadata=True, include_comments=False, favor_precision=True)
    return {} if found is None else {"title": found.title, "publish_date": found.date, "body": found.text}


def gne(page: Page) -> Row:
    """GNE (GeneralNewsExtractor)."""
    from gne import GeneralNewsExtractor  # noqa: PLC0415 -- as above

    found = GeneralNewsExtractor().extract(decode(page.payload).text)
    return {
        "title": found["title"],
        "publish_date": _iso(found["publish_time"]),
        "body": found["content"],
        "source": found.get("source") or found.get("author"),
    }


def readability(page: Page) -> Row:
    """readability-lxml: body and a short title."""
    from lxml import html  # noqa: PLC0415 -- as above
    from readability import Document  # noqa: PLC0415 -- as above

    document = Document(decode(page.payload).text)
    return {"title": document.short_title(), "body": html.fromstring(document.summary()).text_content()}


def newspaper4k(page: Page) -> Row:
    """newspaper4k, told that the page is Chinese."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from newspaper import Article  # noqa: PLC0415 -- as above

        article = Article(page.url if "//" in page.url else f"http://site.invalid/{page.url}", language="zh")
        article.download(input_html=decode(page.payload).text)
        article.parse()
    return {"title": article.title, "publish_date": _iso(str(article.publish_date or "")), "body": article.text}


def _iso(text: str) -> str:
    from pipelines.parse.dates import find  # noqa: PLC0415 -- only peers need it

    return find(text) or ""


READERS: dict[str, Reader] = {
    "ours": ours,
    "trafilatura": trafilatura,
    "trafilatura, precise": trafilatura_precise,
    "GNE": gne,
    "readability-lxml": readability,
    "newspaper4k": newspaper4k,
}
