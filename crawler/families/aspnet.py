"""ASP.NET lists whose pager posts the page back to itself."""

import re
from typing import ClassVar

from crawler.families.base import Family
from crawler.lists import pagers
from crawler.lists.listing import ListPage, NextPage
from crawler.lists.pager_anchors import pager_words
from pipelines.extract.tree import Element

_POSTBACK = re.compile(r"__doPostBack\(\s{0,4}['\"]([^'\"]{1,200})['\"]\s{0,4},\s{0,4}['\"]([^'\"]{0,200})['\"]")
_NEXT = re.compile(r"下\s?一?\s?页|next|^\s*[>›»]\s*$", re.I)


class Aspnet(Family):
    """``javascript:__doPostBack('AspNetPager1','2')``: all hidden inputs are echoed, the newest ``__VIEWSTATE`` among them."""

    name = "aspnet"
    marks: ClassVar = {r"__doPostBack\(": 0.6, r"__VIEWSTATE": 0.35, r"AspNetPager": 0.4}
    url_marks: ClassVar = {r"\.aspx(?:$|\?)": 0.2}

    def next_request(self, page: ListPage) -> NextPage | None:
        """A real anchor where there is one; else the post that the pager's script would send."""
        return pagers.by_words(page) or _post_back(page) or pagers.generic(page)


def _post_back(page: ListPage) -> NextPage | None:
    found = _target(page)
    form = next(iter(page.tree.xpath("//form[.//input[@name='__VIEWSTATE']]")), None)
    if found is None or form is None:
        return None
    target, argument = found
    fields = {name: value for name, value in _inputs(form) if name not in ("__EVENTTARGET", "__EVENTARGUMENT")}
    url = page.join(form.get("action")) or page.url
    return NextPage(
        url=url,
        method="POST",
        form={"__EVENTTARGET": target, "__EVENTARGUMENT": argument, **fields},
        page=page.page + 1,
        basis=f"__doPostBack {target} {argument}",
    )


def _target(page: ListPage) -> tuple[str, str] | None:
    """Target and argument of the next page: of the anchor that says so, else of the number after the one without a link."""
    numbered: dict[int, tuple[str, str]] = {}
    for anchor in page.tree.iter("a"):
        call = _POSTBACK.search(anchor.get("href") or anchor.get("onclick") or "")
        if not call or anchor.get("disabled") is not None:
            continue
        words = pager_words(anchor)
        if _NEXT.search(words):
            return call.group(1), call.group(2)
        if re.fullmatch(r"\d{1,4}", words):
            numbered[int(words)] = call.group(1), call.group(2)
    now = next((number - 1 for number in sorted(numbered) if number - 1 not in numbered and number > 1), None) if numbered else None
    return numbered.get(now + 1) if now else None


def _inputs(form: Element) -> list[tuple[str, str]]:
    """Name and value of what a browser would send: hidden and text inputs, chosen options; no buttons."""
    fields = []
    for element in form.iter("input", "select", "textarea"):
        name, kind = element.get("name"), (element.get("type") or "text").lower()
        if not name or kind in ("submit", "button", "image", "reset", "file") or (kind in ("checkbox", "radio") and element.get("checked") is None):
            continue
        if element.tag == "select":
            options = element.xpath(".//option[@selected]") or element.xpath(".//option")
            fields.append((name, options[0].get("value") or "" if options else ""))
        else:
            fields.append((name, element.get("value") or (element.text or "" if element.tag == "textarea" else "")))
    return fields
