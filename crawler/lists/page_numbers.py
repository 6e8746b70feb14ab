"""Page numbers inside the addresses of lists: where they stand, and the same address with another one."""

import re

_QUERY = (
    r"(?:page|pageno|pageindex|page_no|page_index|pagenum|page_num|pageid|currpage|curpage|cur_page|currentpage|current_page|nowpage|pg|pn|p|paged|a\d{2,6}p)"
)
_FORMS = (
    re.compile(rf"(?i)([?&]{_QUERY}=)(\d{{1,5}})(?=&|$)"),
    re.compile(r"(?i)(/pages?[/_-])(\d{1,5})(?=/?$|\.\w{2,5}$)"),
    re.compile(r"(?i)([a-z0-9][_-])(\d{1,5})(?=\.(?:s?html?|jhtml|thtml|jsp|aspx?|php|do)$)"),
    re.compile(r"(?i)((?:index|list|page))(\d{1,4})(?=\.(?:s?html?|jhtml|thtml|jsp|aspx?|php|do)$)"),
    re.compile(r"(?i)(/)(\d{1,4})(?=\.(?:s?html?|jhtml|thtml|jsp|aspx?|php|do)$)"),
)


def number_in(url: str) -> int | None:
    """The page number that an address carries; None where it carries none."""
    found = _search(url)
    return int(found.group(2)) if found else None


def with_number(url: str, number: int) -> str:
    """The address with another page number; unchanged where it carries none."""
    found = _search(url)
    if not found:
        return url
    return url[: found.start(2)] + str(number) + url[found.end(2) :]


def _search(url: str) -> re.Match[str] | None:
    for form in _FORMS:
        found = form.search(url)
        if found:
            return found
    return None
