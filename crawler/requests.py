"""What a visit wants asked, as Scrapy requests that come back to the spider: lists before articles, and with each what the archive keeps of it."""

from typing import TYPE_CHECKING

from scrapy import Request

from crawler.asking import LinkRequest
from crawler.visits import ColumnVisit, SiteVisit

if TYPE_CHECKING:
    from crawler.spiders.county import CountySpider

ARTICLE, LIST, ABSENT = 0, 10, 20
"""Priorities: a list that is walked quickly shifts less while it is walked; what a site shows for missing pages is best known before any page comes."""


def for_home(spider: "CountySpider", visit: SiteVisit, url: str, jumps: int = 0) -> Request:
    """A site's home page, or where it jumps to."""
    meta = {"about": visit.about, "visit": visit, "jumps": jumps}
    return Request(url, spider.parse_home, errback=spider.home_failed, priority=LIST, meta=meta)


def for_absent(spider: "CountySpider", visit: SiteVisit, url: str) -> Request:
    """A page that cannot be there."""
    meta = {"about": visit.about | {"role": "absent"}, "visit": visit, "unseen": True}
    return Request(url, spider.parse_absent, errback=spider.absent_failed, priority=ABSENT, meta=meta)


def for_list(spider: "CountySpider", visit: ColumnVisit) -> Request:
    """The list page that a walk wants next."""
    asked = visit.request
    assert asked is not None  # noqa: S101  a visit that is not over has one
    meta = {"about": visit.about, "visit": visit, "unseen": visit.column.last_visit_at is None}
    answer, failure = spider.parse_list, spider.list_failed
    return Request(asked.url, answer, method=asked.method, body=asked.body, headers=asked.headers, errback=failure, priority=LIST, meta=meta)


def for_article(spider: "CountySpider", link: LinkRequest) -> Request:
    """An article."""
    headers = {"Referer": link.referer} if link.referer else None
    return Request(link.url, spider.parse_article, errback=spider.article_failed, headers=headers, priority=ARTICLE, meta={"about": link.about, "link": link})


def for_posting(spider: "CountySpider", link: LinkRequest) -> Request:
    """A posting that is visited again."""
    meta = {"about": link.about, "link": link}
    return Request(link.url, spider.parse_posting, errback=spider.posting_failed, headers=dict(link.conditions), priority=ARTICLE, meta=meta)
