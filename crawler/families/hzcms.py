"""合正 HZCMS: a first page as a file, further ones from ``/cms/JsonList``."""

import re
from typing import Any, ClassVar

from crawler.families.base import Family, xhr_headers
from crawler.lists.listing import ListPage, NextPage

_CODE = re.compile(r"channelCode[\"']?\s{0,6}[:=]\s{0,6}[\"']?([A-Z]\w{3,30})")
_IN_URL = re.compile(r"/([A-Z]\d{4,20})(?:index)?(?:_\d+)?\.html?$")


class Hzcms(Family):
    """cac.gov.cn and former sites of Kaifeng's districts."""

    name = "hzcms"
    marks: ClassVar = {
        r"Produced By CMS": 0.6,
        r"/cms/JsonList": 0.8,
        r"/cms/cmsadmin/|/cms/pub/": 0.5,
        r"/\d{4}-\d{2}/\d{2}/c_\d+\.htm": 0.35,
        r"\A\s{0,40}\{\s{0,10}\"list\"\s{0,4}:\s{0,4}\[\s{0,10}\{\s{0,10}\"(?:topic|infourl)": 0.6,
    }
    url_marks: ClassVar = {r"/cms/JsonList": 0.8, r"/A\d{6,}index_\d+\.htm": 0.5}

    def next_request(self, page: ListPage) -> NextPage | None:
        """The next ``pageno`` of the column's code."""
        code = page.state.get("code") or next((found.group(1) for found in (_CODE.search(page.text), _IN_URL.search(page.url)) if found), None)
        if not code:
            return super().next_request(page)
        shown = len(self.links(page))
        stated = re.search(r"perPage[\"']?\s{0,6}[:=]\s{0,6}[\"']?(\d{1,3})", page.text)
        size = int(page.state.get("size") or (stated.group(1) if stated else 0)) or (shown if shown >= 5 else 20)
        number, total = int(page.state.get("number", 1 if shown else 0)), self.total(page) or page.state.get("total")
        if (page.is_data and not shown) or (total is not None and number * size >= int(total)):
            return None
        state: dict[str, Any] = {"column": page.base, "code": code, "size": size, "number": number + 1, "total": total}
        form = {"channelCode": str(code), "perPage": str(size), "pageno": str(number + 1), "condition": "0", "fuhao": "=", "value": ""}
        url = page.join("/cms/JsonList")
        following = page.page + 1 if number else 1
        return (
            NextPage(url=url, method="POST", form=form, headers=xhr_headers(page), page=following, state=state, basis=f"JsonList, page {number + 1}")
            if url
            else None
        )
