"""What a response says besides its body: its type, its validators, whether it came whole, and what stands in its place."""

from scrapy.http import Response

from crawler.blocked import SHORT_PAGE, Obstacle, obstacle
from crawler.lists.listing import ListPage
from db.models import SiteState

CUT_SHORT = frozenset(("partial", "dataloss"))
"""Scrapy's flags for a body that did not come whole."""


def content_type(response: Response) -> str | None:
    """The Content-Type header's value."""
    header = response.headers.get("Content-Type")
    return header.decode("latin-1") if header else None


def validators(response: Response) -> dict[str, str]:
    """The headers that a visit of a list keeps, by lower-case name."""
    wanted = ("Content-Type", "ETag", "Last-Modified")
    return {name.lower(): value.decode("latin-1") for name in wanted if (value := response.headers.get(name))}


def is_cut_short(response: Response) -> bool:
    """True where the connection ended before the body did."""
    return not CUT_SHORT.isdisjoint(response.flags)


def obstacle_in(response: Response) -> Obstacle | None:
    """What stands in an article's place. A body that stayed cut short is none of the site's words."""
    if is_cut_short(response):
        return Obstacle(SiteState.UNREACHABLE, "body cut short")
    short = ListPage.from_bytes(response.body, response.url, content_type(response)).text if len(response.body) < SHORT_PAGE else None
    return obstacle(response.status, response.body, short)
