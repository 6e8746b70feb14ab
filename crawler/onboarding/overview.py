"""Onboarding without code: what is known of all sites, what a page or a site says of itself, and the entry that would follow it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from crawler.ledger import Ledger
from crawler.onboarding.probe import probe_list
from crawler.registry import ColumnEntry, Site
from crawler.spiders.probe import ProbeSpider
from db import divisions
from pipelines.errors import XianzhiError


class ProbeError(XianzhiError):
    """A site cannot be probed, or does not say enough to be followed."""


def overview(registered: Iterable[Site], ledger: Ledger) -> list[dict[str, Any]]:
    """One row a site, from the registry and the database: state, columns, last and next visit."""
    known = ledger.visited()
    rows = {site.key: _row(site) for site in [*ledger.stored_sites(), *registered]}
    for key, found in known.items():
        rows[key] |= {name: value for name, value in found.items() if value is not None}
    return [rows[key] for key in sorted(rows)]


def _row(site: Site) -> dict[str, Any]:
    return {
        "key": site.key,
        "name": site.name,
        "home": site.home,
        "family": site.family,
        "columns": len(site.columns),
        "state": None,
        "last_visit": None,
        "next_visit": None,
    }


def probe_file(path: Path, url: str | None) -> dict[str, Any]:
    """What one saved list page says: ``{family, article_links, next_page, …}``. Raises ProbeError where it cannot be read."""
    try:
        payload = path.read_bytes()
    except OSError as error:
        raise ProbeError(f"{path} cannot be read: {error.strerror}") from error
    return {"file": path.name} | probe_list(payload, url or "")


def probe_site(url: str, settings: Settings | None) -> dict[str, Any]:
    """Visit a home page, its columns and three articles, politely, writing nothing. Raises ProbeError where the site cannot be had."""
    if "://" not in url:
        url = f"http://{url}/"
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(ProbeSpider)
    process.crawl(crawler, url=url)
    process.start()
    spider = crawler.spider
    if not isinstance(spider, ProbeSpider):
        raise ProbeError(f"{url} cannot be probed")
    if spider.obstacle is not None:
        raise ProbeError(f"{url}: {spider.obstacle.state}: {spider.obstacle.reason}")
    return spider.found


def site_of(found: dict[str, Any], adcode: str | None) -> Site:
    """The entry that follows what a probe found. Raises ProbeError where the division is not clear, or no column is the county's own."""
    code = adcode or found.get("adcode")
    if not code or divisions.division(code) is None:
        raise ProbeError(f"{found['home']} does not say which division it is of; give it: --adcode 150523")
    columns = tuple(ColumnEntry(name=c["name"], url=c["url"], family=c.get("family")) for c in found["columns"] if c["verdict"] == "own")
    if not columns:
        raise ProbeError(f"{found['home']} names no column of the county's own news")
    return Site(key=code, adcode=code, name=divisions.path(code)[-1], home=found["home"], columns=columns)


def told(found: dict[str, Any]) -> str:
    """A probe's answer for a reader."""
    lines = [f"{name:<14}{value}" for name, value in found.items() if not isinstance(value, list | dict)]
    for name, rows in found.items():
        if isinstance(rows, list):
            lines.append(f"{name} ({len(rows)})")
            lines += [f"  {_short(row)}" for row in rows[:12]]
    return "\n".join(lines)


def _short(row: Any) -> str:
    if not isinstance(row, dict):
        return str(row)
    return "  ".join(str(value)[:80] for value in row.values() if value is not None)
