"""Lists that never end, shift, pin, or lie about what is missing (domain notes 3.2, 3.13, 4.11)."""

# ruff: noqa: ARG001 - a fault has the signature of faults

from demo.events import happen
from demo.exchange import Request, Response, missing, moved
from demo.served import ServedSite

_STUB = "<html><head><title></title></head><body><div style='display:none'>x</div></body></html>" + " " * 230
_SOFT = "<html><head><title>错误提示</title></head><body><div class='tip'>抱歉，您访问的页面不存在或已删除！</div><a href='/'>返回首页</a></body></html>"
_STATIC_PAGES = 2
"""List pages that a site with stubs really publishes."""
_INSERTIONS = 6


def _page(served: ServedSite, request: Request) -> int:
    """The page of a list of the county's own news that is asked for; 0 for anything else."""
    found = served.family.find_list(request)
    return found[1] if found and found[0].kind == "own" else 0


def _first_again(served: ServedSite, request: Request) -> Response | None:
    """Whatever page is asked for, the first one comes."""
    found = served.family.find_list(request)
    return served.family.listed(served.family.list_page(found[0], 1), found[0], 1) if found else None


def _by_the_site(served: ServedSite, request: Request) -> Response | None:
    """The lists themselves are built that way, see :mod:`demo.site`."""
    return None


def _stub_pages(served: ServedSite, request: Request) -> Response | None:
    """Only the first pages are published; deeper ones are 300 bytes of nothing, with status 200."""
    return Response(_STUB) if _page(served, request) > _STATIC_PAGES else None


def _insertion(served: ServedSite, request: Request) -> Response | None:
    """Something new is posted each time that a crawler turns a page of a list."""
    if _page(served, request) > 1 and served.first("insertion", _INSERTIONS):
        happen(served, new=2, edits=0, moves=0, removals=0, rebuild=False)
    return None


def _soft_404(served: ServedSite, request: Request, response: Response) -> Response | None:
    """Status 200 for what is not there."""
    return Response(_SOFT) if response.status == 404 and request.path != "/robots.txt" else None


def _spa(served: ServedSite, request: Request, response: Response) -> Response | None:
    """The home page, status 200, for whatever is not there."""
    return Response(served.family.home()) if response.status == 404 and request.path != "/robots.txt" else None


def _soft_articles(served: ServedSite, request: Request, response: Response) -> Response | None:
    """Some articles that lists still name are gone, and say so with status 200."""
    return Response(_SOFT) if served.strikes(request) else None


def _spa_articles(served: ServedSite, request: Request, response: Response) -> Response | None:
    """Some articles that lists still name are gone; for them, as for whatever is not there, the home page comes with status 200."""
    return Response(served.family.home()) if (served.strikes(request) or response.status == 404) and request.path != "/robots.txt" else None


def _home_articles(served: ServedSite, request: Request, response: Response) -> Response | None:
    """Some articles that lists still name are gone: their addresses lead to the home page, as those of whatever is not there."""
    return moved("/") if (served.strikes(request) or response.status == 404) and request.path != "/robots.txt" else None


def _dead_links(served: ServedSite, request: Request, response: Response) -> Response | None:
    """Some articles that lists still name are gone, with 404."""
    return missing() if served.strikes(request) else None


BEFORE = {
    "endless_last_page": _by_the_site,  # beyond the last page, the last page again and again
    "empty_pages": _by_the_site,  # beyond the last page, pages without rows
    "pinned": _by_the_site,  # two old articles stand above the newest
    "backdated": _by_the_site,  # some new articles appear below older ones
    "first_again": _first_again,
    "stub_pages": _stub_pages,
    "insertion": _insertion,
}
AFTER = {
    "soft_404": _soft_404,
    "spa": _spa,
    "spa_articles": _spa_articles,
    "home_articles": _home_articles,
    "soft_articles": _soft_articles,
    "dead_links": _dead_links,
}
