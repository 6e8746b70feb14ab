"""What a home page says: its division by 网站标识码 and footer, and which columns are the county's own news."""

import re
from dataclasses import dataclass
from typing import Any

from crawler.lists.listing import ListPage
from crawler.onboarding import columns
from db import divisions

_CODE = re.compile(r"网站标识码\s{0,4}[:：]?\s{0,4}(?:<[^<>]{1,200}>\s{0,4}){0,3}(bm\d{8}|\d{10})(?!\d)", re.I)
_POLICE = re.compile(r"公网?安备(?:案号?)?\s{0,4}[:：]?\s{0,4}(\d{6})\d{8}(?!\d)|公网?安备[^\d<]{0,12}(\d{6})\d{5,8}")
_GOVERNMENT = re.compile(r"([\u3400-\u9fff]{2,30}?)(?:人民政府|政府门户|政府网|管理?委员会|管委会)")


@dataclass(frozen=True, slots=True)
class HomeColumn:
    """A column that a home page links to."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose site it is, as the page states it."""

    site_id_code: str | None
    adcode: str | None
    """Today's code of the division; the code as stated where the table of divisions does not know it."""
    name: str | None
    stated_by: str | None
    """site_id_code, police_record or site_name: what the adcode was read from."""


def own_columns(payload: bytes, url: str, content_type: str | None, county: str) -> list[HomeColumn]:
    """The columns of the county's own news."""
    page = ListPage.from_bytes(payload, url, content_type)
    found = columns.columns(page, *_context(owner(page), county))
    return [HomeColumn(column.name, column.url) for column in columns.own(found)]


def describe(payload: bytes, url: str, content_type: str | None, county: str | None = None) -> dict[str, Any]:
    """``{site_id_code, adcode, name, columns: [{name, url, verdict, why}]}``."""
    page = ListPage.from_bytes(payload, url, content_type)
    whose = owner(page)
    found = columns.columns(page, *_context(whose, county))
    return {
        "site_id_code": whose.site_id_code,
        "adcode": whose.adcode,
        "name": whose.name,
        "adcode_stated_by": whose.stated_by,
        "columns": [{"name": column.name, "url": column.url, "verdict": column.verdict, "why": column.why} for column in found],
    }


def _context(whose: Owner, county: str | None) -> tuple[str | None, tuple[str, ...]]:
    """The county's name and the names above it; the caller's name goes before the page's."""
    name = county or whose.name
    path = divisions.path(whose.adcode) if whose.adcode else ()
    if path and (name is None or path[-1] == name):
        return path[-1], path[:-1]
    return name, ()


def owner(page: ListPage) -> Owner:
    """Whose site the page says it is: by 网站标识码 (meta before footer), the police record's first six digits, or the site's name.

    Codes keep the division that was valid when they were issued: today's is looked up. Metas can be unfilled placeholders or copied from elsewhere,
    so a code counts only in its own form.
    """
    code = site_id_code(page)
    name = _site_name(page)
    if code and code[:2].lower() != "bm":
        return Owner(code, divisions.successor(code[:6]) or code[:6], _name_of(code[:6]) or name, "site_id_code")
    police = _POLICE.search(page.text)
    stated = (police.group(1) or police.group(2)) if police else None
    if stated and divisions.division(stated):
        return Owner(code, divisions.successor(stated) or stated, _name_of(stated), "police_record")
    named = [row for row in divisions.find(name) if row.is_current] if name else []
    return Owner(code, named[0].code if len(named) == 1 else None, name, "site_name" if len(named) == 1 else None)


def site_id_code(page: ListPage) -> str | None:
    """The ten-character 网站标识码 of the meta tag, else of the footer."""
    for meta in page.tree.iter("meta"):
        content = (meta.get("content") or "").strip()
        if (meta.get("name") or "").lower() == "siteidcode" and re.fullmatch(r"(?i)bm\d{8}|\d{10}", content):
            return content
    found = _CODE.search(page.text)
    return found.group(1) if found else None


def _name_of(code: str) -> str | None:
    row = divisions.division(divisions.successor(code) or code)
    return row.name if row else None


def _site_name(page: ListPage) -> str | None:
    """The division in SiteName or the page's title: 河南省孟津区人民政府 gives 孟津区 where that is a division's name."""
    stated = [meta.get("content") or "" for meta in page.tree.iter("meta") if (meta.get("name") or "").lower() == "sitename"]
    for text in (*stated, page.tree.findtext(".//title") or ""):
        found = _GOVERNMENT.search(text)
        if found:
            words = found.group(1)
            return next((words[start:] for start in range(len(words) - 1) if divisions.find(words[start:])), words)
    return None
