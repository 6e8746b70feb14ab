"""Finds the portals below a portal: candidates in the link blocks of a province's or prefecture's home page, each confirmed by what it says of itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from crawler.lists.listing import ListPage
from crawler.onboarding.home import owner
from db.division_names import stem

Level = Literal["province", "prefecture", "county"]
_UNIT = re.compile(r"^[\u3400-\u9fff]{1,16}(?:县|区|市|旗|州|盟|地区|林区|特区)$")
"""Names of divisions; bureaus end in 局, 委, 办."""
_WRAPPING = re.compile(r"(?:人民)?政府(?:门户)?(?:网站?)?$|门户网站?$|[\s·•>»\-]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A home page on another host, under a division's name."""

    name: str
    url: str


def candidates(page: ListPage) -> list[Candidate]:
    """Links and drop-down options that are named like a division and lead to the home page of another host, in page order, each host once."""
    found: dict[str, Candidate] = {}
    here = urlsplit(page.base).netloc
    for name, url in _named(page):
        parts = urlsplit(url)
        if parts.netloc != here and _is_home(parts.path) and not parts.query:
            found.setdefault(parts.netloc.removeprefix("www."), Candidate(name, url))
    return list(found.values())


def _named(page: ListPage) -> Iterator[tuple[str, str]]:
    for element in page.tree.iter("a", "option"):
        url = page.join(element.get("href") or element.get("value"))
        name = _WRAPPING.sub("", "".join(element.itertext()).strip())
        if url and _UNIT.match(name):
            yield name, url


def _is_home(path: str) -> bool:
    return bool(re.fullmatch(r"/?(?:[a-z0-9]{1,20}/)?(?:index\.\w{2,6})?", path, re.IGNORECASE))


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A portal whose own pages say which division it is of."""

    adcode: str
    level: Level


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """Why a candidate is not taken."""

    reason: str


def confirm(page: ListPage, candidate: Candidate, above: str) -> Confirmed | Unconfirmed:
    """Judge a candidate's home page: its 网站标识码 (or police record) must lie below the portal that named it, and its pages must name the division."""
    whose = owner(page)
    if whose.adcode is None:
        return Unconfirmed("says no 网站标识码, police record or name")
    if not whose.adcode.startswith(_prefix(above)) or whose.adcode == above:
        return Unconfirmed(f"is of {whose.adcode}, which does not lie below {above}")
    if stem(candidate.name) not in page.text and candidate.name not in page.text:
        return Unconfirmed(f"does not name {candidate.name}")
    return Confirmed(whose.adcode, level_of(whose.adcode))


def level_of(adcode: str) -> Level:
    """By the zeros at the end (GB/T 2260)."""
    return "province" if adcode.endswith("0000") else "prefecture" if adcode.endswith("00") else "county"


def _prefix(adcode: str) -> str:
    """The digits that all divisions below share; counties directly below a province share only its two."""
    return adcode[:2] if adcode.endswith("0000") else adcode[:4]
