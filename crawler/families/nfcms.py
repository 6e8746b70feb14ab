"""南方 NFCMS of Guangdong: files counted from 1, articles ``post_N``; and the disclosure platform gkmlpt with its JSON interface."""

import re
from typing import ClassVar

from crawler.families.base import Family, with_query, xhr_headers
from crawler.lists import embedded, pagers, rows
from crawler.lists.listing import Link, ListPage, NextPage

_PER_ANSWER = 100


class Nfcms(Family):
    """News columns are files; ``/gkmlpt/index`` holds only a configuration and asks ``/gkmlpt/api/all/<category>``."""

    name = "nfcms"
    marks: ClassVar = {r"NFCMS_(?:SITE|POST|COLUMN)": 0.7, r"/content/m?post_\d+\.html": 0.6, r"/gkmlpt/": 0.35, r"window\._CONFIG\s{0,4}=": 0.5}
    url_marks: ClassVar = {r"/gkmlpt/": 0.7}

    def links(self, page: ListPage) -> list[Link]:
        """Rows of the page, or articles of an answer (``post_url`` where ``url`` is the platform's own)."""
        if page.is_data:
            return embedded.links_in_data(page)
        return [] if "/gkmlpt/" in page.url and "_CONFIG" in page.text else rows.links(page)

    def next_request(self, page: ListPage) -> NextPage | None:
        """The next file, or the next page of the interface."""
        return _next_answer(self, page) if "/gkmlpt/" in page.url else pagers.by_create_page(page) or pagers.generic(page)


def _next_answer(family: Family, page: ListPage) -> NextPage | None:
    number = int(page.state.get("number", 0))
    address = page.state.get("address") or _interface(page)
    if not address:
        return pagers.generic(page)
    total, shown = family.total(page), len(family.links(page))
    if number and (not shown or (total is not None and number * _PER_ANSWER >= total)):
        return None
    state = {"column": page.base, "address": address, "number": number + 1}
    return NextPage(
        url=with_query(str(address), page=number + 1),
        headers=xhr_headers(page),
        page=page.page + 1 if number else 1,
        state=state,
        basis=f"gkmlpt, page {number + 1}",
    )


def _interface(page: ListPage) -> str | None:
    """``/gkmlpt/api/all/<category>?sid=<site>`` of the page's configuration; category 0 is everything."""
    site = re.search(r"\bSID['\"]?\s{0,6}:\s{0,6}['\"]?(\d{1,12})", page.text)
    category = re.search(r"#(\d{1,10})$", page.url) or re.search(r"\b(?:CATEGORY|CAT_?ID|CATE)['\"]?\s{0,6}:\s{0,6}['\"]?(\d{1,10})", page.text)
    return page.join(f"/gkmlpt/api/all/{category.group(1) if category else 0}?sid={site.group(1)}") if site else None
