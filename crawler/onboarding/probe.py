"""Says what a saved page is: family, article links and next page of a list; candidate columns of a home page. Nothing is fetched or written."""

from typing import Any

from crawler import families
from crawler.lists.listing import ListPage
from crawler.onboarding import home


def probe_list(html_bytes: bytes, url: str, content_type: str | None = None) -> dict[str, Any]:
    """What a saved list page says: ``{family, article_links: [absolute, in order], next_page: absolute or None}``, and the rows with their dates."""
    page = ListPage.from_bytes(html_bytes, url, content_type)
    family = families.recognise(page)
    links = family.links(page)
    following = family.next_request(page)
    evidence = dict(families.ranking(page)).get(family.name)
    return {
        "family": family.name,
        "evidence": list(evidence.marks) if evidence else [],
        "article_links": [link.url for link in links if not link.external],
        "external_links": [link.url for link in links if link.external],
        "next_page": following.url if following else None,
        "next_request": _request(following) if following else None,
        "rows": [{"url": link.url, "title": link.title, "date": link.date, "dialect": link.dialect} for link in links],
    }


def probe_home(html_bytes: bytes, url: str, content_type: str | None = None, county: str | None = None) -> dict[str, Any]:
    """What a saved home page says: 网站标识码, division, and its columns with a verdict and the reason for each."""
    return {"home": url, **home.describe(html_bytes, url, content_type, county)}


def _request(following: Any) -> dict[str, Any]:
    return {"method": following.method, "url": following.url, "form": dict(following.form), "basis": following.basis}
