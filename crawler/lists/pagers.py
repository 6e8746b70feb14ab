"""The generic pager: how a list page says where its next page is, tried in the order that fails least (field notes, section 3.13)."""

import re
from itertools import islice
from urllib.parse import urljoin, urlsplit

from crawler.lists.listing import ListPage, NextPage, is_small, opening
from crawler.lists.page_numbers import number_in, with_number
from crawler.lists.pager_anchors import pager_anchors
from crawler.lists.pager_functions import called
from pipelines.extract.tree import Element

_NEXT = re.compile(
    r"^[\s\[【(（]*(?:下\s?[一1]?\s?[页頁]|后\s?一?\s?[页頁]|向后|next(?:\s?page)?|[>＞»›]{1,2}|下一页\s?[>＞»›]{1,2}|[>＞»›]{1,2}\s?下一页)[\s\]】)）>＞»›]*$",
    re.I,
)
_LAST = re.compile(r"^[\s\[【(（]*(?:尾\s?[页頁]|末\s?[页頁]|最后一?[页頁]|最末页|last(?:\s?page)?|[>＞»]{1,2}\|)[\s\]】)）]*$", re.I)
_MORE = re.compile(r"^\s{0,4}(?:点击|加载|查看|显示){1,2}更多[\s.…>»]{0,6}$")
_NEXT_PICTURE = re.compile(r"next|xia_?y|right|down|btn_?x|page_?d", re.I)
_LARGEST_PAGER = 2000
"""Elements in the box around page numbers."""
_CREATE = re.compile(r"createPageHTML\s{0,8}\(([^()\n]{1,300})\)")
_TOTAL = re.compile(
    r"(?:共|总计?|/)\s{0,4}(?:<[^<>]{1,100}>\s{0,4}){0,3}(\d{1,5})\s{0,4}(?:<[^<>]{1,100}>\s{0,4}){0,3}[页頁]"
    r"|\b(?:totalPages?|pageCount|countPage|page_count|total_page|maxPage|pages)['\"]?\s{0,4}[:=]\s{0,4}['\"]?(\d{1,5})\b",
    re.I,
)
_OF = re.compile(r"(?<![\d/.-])(\d{1,4})\s{0,2}/\s{0,2}(?:共\s{0,2})?(\d{1,4})(?![\d/.-])")


def generic(page: ListPage) -> NextPage | None:
    """The next page by what any pager shows: its words, the last page's number, script calls, numbers. None where nothing leads on."""
    worded = by_words(page)
    if worded:
        return worded
    for rule in (by_create_page, by_function, by_more, by_picture, by_last, by_numbers):
        found = rule(page)
        if found:
            return found
    return None if _says_next(page) else by_total(page)


def by_words(page: ListPage) -> NextPage | None:
    """下一页, 下页, 后页, next, » with an address."""
    here = _bare(page.url)
    for words, element, url in pager_anchors(page):
        if url and _NEXT.match(words) and _bare(url) != here and not _is_disabled(element) and _turns_pages(page, element, words):
            return NextPage(url=url, page=page.page + 1, basis="anchor " + words)
    return None


def by_function(page: ListPage) -> NextPage | None:
    """下一页 that calls a function of the page."""
    url = called(page, _NEXT)
    return NextPage(url=url, page=page.page + 1, basis="function that 下一页 calls") if url and _bare(url) != _bare(page.url) else None


def by_more(page: ListPage) -> NextPage | None:
    """加载更多 with the address of the next page of this list."""
    for words, _, url in pager_anchors(page):
        if url and _MORE.match(words) and urlsplit(url).path == urlsplit(page.url).path and number_in(url) == (number_in(page.url) or 1) + 1:
            return NextPage(url=url, page=page.page + 1, basis="anchor " + words)
    return None


def _turns_pages(page: ListPage, element: Element, words: str) -> bool:
    """A word says what it is; a bare » must stand among page numbers."""
    if re.search(r"[页頁]|next|向后", words, re.I):
        return True
    said = page.memo.setdefault("said", {})
    for depth, above in enumerate(element.iterancestors()):
        if above not in said:
            said[above] = opening(above, 401)
        text = said[above]
        if depth > 3 or len(text) > 400:
            return False
        if re.search(r"(?<!\d)\d{1,4}(?!\d)", text):
            return True
    return False


def by_picture(page: ListPage) -> NextPage | None:
    """A picture without words: its file is called next, or its address carries the number after this page's."""
    now = number_in(page.url)
    for words, element, url in pager_anchors(page):
        picture = element.find(".//img") if not words else None
        if picture is None or url is None or urlsplit(url).netloc != urlsplit(page.url).netloc or _bare(url) == _bare(page.url):
            continue
        number, beside = number_in(url), with_number(url, 0) == with_number(page.url, 0) or urljoin(url, ".") == urljoin(page.url, ".")
        if (
            beside
            and number is not None
            and (number == now + 1 if now is not None else number in (1, 2) and bool(_NEXT_PICTURE.search(picture.get("src") or "")))
        ):
            return NextPage(url=url, page=page.page + 1, basis="picture")
    return None


def _is_disabled(element: Element) -> bool:
    return bool(re.search(r"(?:^|\s)(?:disabled?|unable|nolink|none)(?:\s|$)", element.get("class") or "", re.I)) or element.get("disabled") is not None


def _says_next(page: ListPage) -> bool:
    """Whether the page has a next-page anchor at all: one without an address means that there is no further page, or that a script turns pages."""
    return any(_NEXT.match(words) and re.search(r"[页頁]|next", words, re.I) for words, _, _ in pager_anchors(page))


def create_page_call(page: ListPage) -> list[str] | None:
    """Arguments of the page's ``createPageHTML(…)`` call, unquoted; the first argument keeps its quotes off but see ``by_create_page``."""
    for found in _CREATE.finditer(page.text):
        raw = [part.strip() for part in found.group(1).split(",")]
        if len(raw) >= 4 and any(part.isdecimal() for part in raw[:2]):
            return raw
    return None


def by_create_page(page: ListPage) -> NextPage | None:
    """``createPageHTML(N, i, "index", "html")`` counts i from 0, ``createPageHTML('page-div', N, i, 'index', 'html', 389)`` from 1.

    Both name the next file ``index_{i+1}``. They differ in where they end: N-1 for the first (TRS), N for the second (开普, NFCMS). A call of four
    arguments whose i is 1 while the address has no number yet counts from 1 as well.
    """
    raw = create_page_call(page)
    if raw is None:
        return None
    from_one = not raw[0].isdecimal()
    numbers = raw[1:] if from_one else raw
    if not numbers[0].isdecimal() or not numbers[1].isdecimal() or len(numbers) < 4:
        return None
    total, index = int(numbers[0]), int(numbers[1])
    name, extension = numbers[2].strip("'\" "), numbers[3].strip("'\" ")
    file_now = re.search(rf"{re.escape(name)}_(\d+)\.", urlsplit(page.url).path)
    from_one = from_one or (index == 1 and file_now is None)
    if index + 1 > (total if from_one else total - 1) or not name or not extension:
        return None
    url = page.join(f"{name}_{index + 1}.{extension}")
    return NextPage(url=url, page=page.page + 1, basis=f"createPageHTML {'from 1' if from_one else 'from 0'}, {total} pages") if url else None


def by_last(page: ListPage) -> NextPage | None:
    """尾页 with an address: its last number is the last page's, and the address shows where the number stands."""
    last = next((url for words, _, url in pager_anchors(page) if url and _LAST.match(words)), None)
    number = number_in(last) if last else None
    if last is None or number is None or _bare(last) == _bare(page.url):
        return None
    now, total = _now_in_family(page.url, last), total_pages(page)
    if now is not None:
        return _numbered(page, last, now + 1, "last page") if now < number else None
    if total is not None and number in (total, total - 1):
        return _numbered(page, last, 2 if number == total else 1, "last page and total") if total > 1 else None
    probe = _numbered(page, last, 1, "last page, counted from 0")
    if probe is None or number <= 1:
        return None
    return NextPage(url=probe.url, page=probe.page, basis=probe.basis, otherwise=_numbered(page, last, 2, "last page, counted from 1"))


def _now_in_family(url: str, other: str) -> int | None:
    """The page number of an address whose form is that of another numbered address."""
    number = number_in(url)
    return number if number is not None and _bare(with_number(url, 0)) == _bare(with_number(other, 0)) else None


def _numbered(page: ListPage, template: str, number: int, basis: str) -> NextPage | None:
    url = with_number(template, number)
    return NextPage(url=url, page=page.page + 1, basis=basis) if _bare(url) != _bare(page.url) else None


def by_numbers(page: ListPage) -> NextPage | None:
    """Page numbers as anchors: the one after the number that stands without an address, or after the address's own."""
    boxes: dict[Element, dict[int, str | None]] = {}
    for words, element, url in pager_anchors(page):
        if re.fullmatch(r"[\[【(（第]?\s?\d{1,4}\s?[页\]】)）]?", words) and (box := _box_of(page, element)) is not None:
            number = int(re.sub(r"\D", "", words))
            boxes.setdefault(box, {}).setdefault(number, url)
    for box, numbers in boxes.items():
        now = _now(page, box, numbers)
        url = numbers.get(now + 1)
        if url and _bare(url) != _bare(page.url) and _alike(page.url, url, numbers):
            return NextPage(url=url, page=page.page + 1, basis=f"number {now + 1}")
    return None


def _box_of(page: ListPage, element: Element) -> Element | None:
    """The pager around a number: the nearest box with at least two words of a pager."""
    boxes = page.memo.setdefault("boxes", {})
    for depth, above in enumerate(element.iterancestors()):
        if depth > 4 or above.tag in ("body", "html"):
            return element.getparent() if element.tag != "option" else None
        if above not in boxes:
            boxes[above] = above.tag == "select" or _has_words_of_pager(above)
        if boxes[above]:
            return above
    return None


def _has_words_of_pager(box: Element) -> bool:
    """Two words of a pager, in one text or in several."""
    if len(re.findall(r"\d+|[页頁]", opening(box, 600))) >= 2:
        return True
    return is_small(box, _LARGEST_PAGER) and sum(bool(re.search(r"\d|[页頁]", piece)) for piece in islice(box.itertext(), 60)) >= 2


def _now(page: ListPage, box: Element, numbers: dict[int, str | None]) -> int:
    here = _bare(page.url)
    for number, url in numbers.items():
        if url is not None and _bare(url) == here:
            return number
    unlinked = [number for number, url in numbers.items() if url is None]
    for element in islice(box.iter("span", "strong", "b", "em", "font", "i", "li", "td", "a"), _LARGEST_PAGER):
        text = opening(element, 20).strip(" \t\r\n[]【】()（）")
        if re.fullmatch(r"\d{1,4}", text) and numbers.get(int(text)) is None and element.find(".//a[@href]") is None:
            return int(text)
    if unlinked:
        return unlinked[0]
    bare = re.findall(r"(?<!\d)\d{1,4}(?!\d)", " ".join(t for t in (box.text or "", *(child.tail or "" for child in box))))
    missing = [int(number) for number in bare if int(number) not in numbers and int(number) + 1 in numbers]
    return missing[0] if missing else page.page


def _alike(here: str, url: str, numbers: dict[int, str | None]) -> bool:
    """Whether a numbered address is a page of the same list: on the same host, beside this one or of the form of the other numbers."""
    if urlsplit(here).netloc != urlsplit(url).netloc:
        return False
    if urljoin(here, ".") == urljoin(url, ".") or urlsplit(here).path == urlsplit(url).path:
        return True
    others = {with_number(other, 0) for other in numbers.values() if other and number_in(other) is not None}
    return len(others) == 1 and len(numbers) >= 2


def total_pages(page: ListPage) -> int | None:
    """How many pages the list has, where text or scripts say so."""
    if "total_pages" not in page.memo:
        page.memo["total_pages"] = _total_pages(page)
    total: int | None = page.memo["total_pages"]
    return total


def _total_pages(page: ListPage) -> int | None:
    found = _TOTAL.search(page.text)
    if found:
        return int(found.group(1) or found.group(2))
    for position in _OF.finditer(str(page.tree.xpath("string()"))):
        now, total = int(position.group(1)), int(position.group(2))
        if 0 < now <= total and total > 1:
            return total
    return None


def by_total(page: ListPage) -> NextPage | None:
    """A known number of pages and a number in the address (``1.html``, ``list-2.html``, ``?page=2``): the number after it, up to the total."""
    total, now = total_pages(page), number_in(page.url)
    if total is None or now is None or now >= total or now < 1 or now != max(page.page, now):
        return None
    return _numbered(page, page.url, now + 1, f"number in the address, {total} pages")


def _bare(url: str) -> str:
    """An address without scheme, and without a directory's index file."""
    return re.sub(r"^https?://(?:www\.)?", "", re.sub(r"/(?:index|default)\.\w{2,5}$", "/", url))
