"""The ``/pc/list.html`` platform: all rows of a column stand in a script as the JSON array ``articleList``."""

from typing import ClassVar

from crawler.families.base import Family
from crawler.lists import embedded, rows
from crawler.lists.listing import Link, ListPage


class PcList(Family):
    """Kaifeng, Tongling, Zigong, Yunnan. How it pages beyond the embedded rows was never seen: only an anchor is followed."""

    name = "pc_list"
    marks: ClassVar = {
        r"articleList(?<=\barticleList)['\"]?\s{0,6}[=:]\s{0,6}(?:\[|JSON\.parse)": 0.6,
        r"/pc/content/content_\d{15,20}": 0.6,
        r"\"urls\\?\"\s{0,4}:\s{0,4}\\?\"\{": 0.3,
    }
    url_marks: ClassVar = {r"/pc/list(?:_\d+)?\.html": 0.6}

    def links(self, page: ListPage) -> list[Link]:
        """Entries of ``articleList``, else rows of the page."""
        found = [link for item in embedded.objects(embedded.assigned(page.text, "articleList")) if (link := embedded.link_of(page, item))]
        return list({link.url: link for link in reversed(found)}.values())[::-1] or rows.links(page) or embedded.links_in_scripts(page)
