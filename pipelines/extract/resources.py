"""Lists what belongs to an article beside its text: attachments, images, and the further pages of the same article."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import unquote, urljoin, urlsplit

from pipelines.extract.flow import Image, Link
from pipelines.normalise.text import tidy
from pipelines.reading import Resource

_DOCUMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|dps|ofd|ceb|rtf|zip|rar|7z|csv)(?=$|[?#&])", re.I)
_DOWNLOAD = re.compile(r"DownloadAttachUrl|downfile\.jsp|wbfileid=|/download\.jsp\?|/attach(?:ment)?s?/download|viewer\.html\?file=", re.I)
_ICON = re.compile(
    r"(?:icon|ico_|(?:^|[/_-])qr[._-]|erweima|/ico/|filetype|logo|blank\.|spacer|loading|share|qrcode|ewm|arrow|close|print|btn|button|/templates?/|/skin/|/default/|"
    r"emoji|face/)|\.(?:ico|svg)(?:$|\?)",
    re.I,
)
_SCHEMES = ("http", "https", "")
_TRS_PAGER = re.compile(r"createPageHTML\(\s{0,4}(\d{1,3})\s{0,4},\s{0,4}(\d{1,3})\s{0,4},\s{0,4}[\"']([\w.-]{1,80})[\"']\s{0,4},\s{0,4}[\"'](\w{2,6})[\"']")
_NEXT_WORDS = re.compile(r"^(?:下一?页|下页|余下全文|后页|下一页[>»›]{0,2}|next|>|›|»)$", re.I)
_MOST_PARTS = 50
_MOST_RESOURCES = 2000
"""Attachments or images of one report; many times more than any has."""


@lru_cache(maxsize=4096)
def is_document(href: str) -> bool:
    """True for a link to a document rather than to a page."""
    return bool(_DOCUMENT.search(href) or _DOWNLOAD.search(href))


def is_picture(src: str) -> bool:
    """True for a picture of the content; false for icons of file types and tools."""
    return not _ICON.search(src.rsplit("?", 1)[0][-60:])


def attachments(links: Iterable[Link], base: str) -> tuple[Resource, ...]:
    """The linked documents, each once, with the name that the page gives."""
    found: dict[str, Resource] = {}
    for link in links:
        if len(found) == _MOST_RESOURCES:
            break
        path = unquote(link.href)
        if is_document(path):
            url = absolute(link.href, base)
            if url:
                name = link.text if len(link.text) >= 2 else tidy(link.title) or _file_name(path)
                found.setdefault(url, Resource(url, name or _file_name(path)))
    return tuple(found.values())


def images(found: Iterable[Image], base: str) -> tuple[Resource, ...]:
    """The pictures of a body, each once; icons of file types and tools left out."""
    seen: dict[str, Resource] = {}
    for image in found:
        if len(seen) == _MOST_RESOURCES:
            break
        url = absolute(image.src, base) if is_picture(image.src) else None
        if url:
            seen.setdefault(url, Resource(url, image.alt))
    return tuple(seen.values())


def next_parts(text: str, links: Iterable[Link], base: str) -> tuple[str, ...]:
    """The URLs of the article's further pages, in order.

    TRS names their number (``createPageHTML(3,0,"t20210128_123","html")``); others link them by numbers or 下一页, under names that continue the
    page's own (``123_2.html``).
    """
    match = _TRS_PAGER.search(text) if "createPageHTML" in text else None
    if match and match[3] not in {"index", "list"} and int(match[2]) == 0 and _stem(base)[1].startswith(match[3]):
        total = min(int(match[1]), _MOST_PARTS)
        return tuple(urljoin(base, f"{match[3]}_{number}.{match[4]}") for number in range(1, total))
    numbered = sorted({(number, url) for number, url in _numbered(links, base)})
    return tuple(dict.fromkeys(url for _, url in numbered))[:_MOST_PARTS]


def _numbered(links: Iterable[Link], base: str) -> Iterator[tuple[int, str]]:
    folder, stem, _ = _stem(base)
    for link in links:
        label = link.text.strip(" []【】()（）")
        if not (label.isdigit() or _NEXT_WORDS.match(label)):
            continue
        url = absolute(link.href, base)
        if not url or not stem:
            continue
        there, name, _ = _stem(url)
        match = re.fullmatch(re.escape(stem) + r"[_-](\d{1,2})", name)
        if there == folder and match:
            yield int(match[1]), url


def _stem(url: str) -> tuple[str, str, str]:
    """Host and folder, the file's name without its ending, and the ending."""
    parts = urlsplit(url)
    folder, _, file = parts.path.rpartition("/")
    name, _, ending = file.rpartition(".")
    return parts.netloc + folder, name or file, ending


def absolute(href: str, base: str) -> str | None:
    """The absolute URL of a link; None for scripts, mail addresses and what no URL can be."""
    href = "".join(href.split()) if "\n" in href or "\t" in href else href.strip()
    if not href or href.startswith("#"):
        return None
    try:
        url = urljoin(base, href)
        return url if urlsplit(url).scheme in _SCHEMES and urlsplit(url).path is not None else None
    except ValueError:
        return None


def _file_name(path: str) -> str:
    return tidy(path.split("?", maxsplit=1)[0].rstrip("/").rpartition("/")[2])
