"""Mistakes inside pages (domain notes 1, 3.1, 4.12): tags unfilled or wrong, rows cut short, rows that lead off the site."""

# ruff: noqa: ARG001 - a fault has the signature of faults

import re

from demo.exchange import Request, Response
from demo.served import ServedSite

_META = re.compile(r'<meta name="(?:Site|Column|Article|Content|PubDate|Keywords|Author|Description)[^>]*>\n?')
_SITE = re.compile(r'(<meta name="(SiteName|SiteDomain|SiteIDCode)" content=")[^"]*')
_PLACEHOLDERS = {"SiteName": "网站名称", "SiteDomain": "网站域名", "SiteIDCode": "政府网站标识码"}
_PUBDATE = re.compile(r'(<meta name="PubDate" content=")[^"]*')
_SOURCE = re.compile(r'(<meta name="ContentSource" content=")[^"]*')
_ROW_YEAR = re.compile(r">(\[?)20\d\d-(\d\d-\d\d)")
_ROW_TITLE = re.compile(r' title="[^"]{10,200}"( target="_blank")?>([^<]{16,200})</a>')
_LIST = '<div class="left">'
_OUTSIDE = (
    '<li><a href="https://mp.weixin.example/s/Qk3dEmo" target="_blank">{n}：一图读懂重点工作安排部署</a><span>2026-10-29</span></li>\n'
    '<li><a href="http://www.news.example/20261028/c_1.htm" target="_blank">新华时评：坚定信心稳中求进促发展</a><span>2026-10-28</span></li>\n'
)


def _edit(response: Response, pattern: re.Pattern[str], to: str) -> None:
    if isinstance(response.body, str):
        response.body = pattern.sub(to, response.body)


def _meta_absent(served: ServedSite, request: Request, response: Response) -> None:
    """None of the tags that the rules demand."""
    _edit(response, _META, "")


def _meta_placeholders(served: ServedSite, request: Request, response: Response) -> None:
    """The template's own words stand where the site's name and code should."""
    if isinstance(response.body, str):
        response.body = _SITE.sub(lambda m: m[1] + _PLACEHOLDERS[m[2]], response.body)


def _meta_wrong_date(served: ServedSite, request: Request, response: Response) -> None:
    """PubDate is the day of a migration; the visible line is right."""
    _edit(response, _PUBDATE, r"\g<1>2026-10-29 03:00")


def _meta_label_source(served: ServedSite, request: Request, response: Response) -> None:
    """ContentSource holds its label."""
    _edit(response, _SOURCE, r"\g<1>信息来源")


def _in_list(served: ServedSite, request: Request, response: Response, pattern: re.Pattern[str], to: str) -> None:
    """Edits the rows of a list page, and nothing else."""
    if isinstance(response.body, str) and served.family.find_list(request):
        head, mark, rows = response.body.partition(_LIST)
        response.body = head + mark + pattern.sub(to, rows)


def _list_short_dates(served: ServedSite, request: Request, response: Response) -> None:
    """Rows show month and day only."""
    _in_list(served, request, response, _ROW_YEAR, r">\1\2")


def _list_cut_titles(served: ServedSite, request: Request, response: Response) -> None:
    """Rows show fourteen characters of long titles, and no ``title`` attribute."""
    if isinstance(response.body, str) and served.family.find_list(request):
        head, mark, rows = response.body.partition(_LIST)
        response.body = head + mark + _ROW_TITLE.sub(lambda m: f"{m[1] or ''}>{m[2][:14]}…</a>", rows)


def _external_rows(served: ServedSite, request: Request, response: Response) -> None:
    """Own columns carry links to a messenger's articles and to agencies."""
    found = served.family.find_list(request)
    if isinstance(response.body, str) and found and found[0].kind == "own":
        response.body = response.body.replace('<ul class="list">', '<ul class="list">' + _OUTSIDE.replace("{n}", served.name), 1)


def _source_by_script(served: ServedSite, request: Request, response: Response) -> None:
    """The source is written by a script; only the tag states it plainly."""
    label = served.family.chrome.source_label
    if isinstance(response.body, str):
        response.body = re.sub(rf"<span>{label}([^<]+)</span>", rf'<span>{label}<script>document.write("\1")</script></span>', response.body)


def _by_the_family(served: ServedSite, request: Request) -> Response | None:
    """The families themselves write bodies that way, see :mod:`demo.families.base`."""
    return None


BEFORE = {
    "body_twice": _by_the_family,  # for the desk and for the hand, one hidden
    "image_only": _by_the_family,  # some articles are one long picture
    "attachment_only": _by_the_family,  # some articles are a link to a file
}
AFTER = {
    "source_by_script": _source_by_script,
    "meta_absent": _meta_absent,
    "meta_placeholders": _meta_placeholders,
    "meta_wrong_date": _meta_wrong_date,
    "meta_label_source": _meta_label_source,
    "list_short_dates": _list_short_dates,
    "list_cut_titles": _list_cut_titles,
    "external_rows": _external_rows,
}
