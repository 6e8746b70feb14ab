"""Keeps the crawler welcome: public addresses only, one slot for each machine whatever its names, and pauses when a site asks for them."""

import asyncio
import logging
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import Any, Self, cast
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.defer import maybe_deferred_to_future

from crawler.addresses import NotPublic, is_public, literal, netloc
from crawler.failures import SiteBlocked

logger = logging.getLogger(__name__)
ASKED_TO_WAIT = (429, 503)
MOST_PAUSES = 3
LONGEST_PAUSE = 120.0
"""Seconds; a site that asks for more is left alone until the next run."""
DEMO_CONCURRENCY = 16


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header (RFC 9110, 10.2.3) asks for, given as seconds or as a date; None where there is none or it cannot be read."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds())


class PolitenessMiddleware:
    """Chooses the download slot by resolved address (counties of one city share a machine) and answers 429 and 503 with a pause."""

    def __init__(self, crawler: Crawler) -> None:
        """Slots and the spider's list of allowed demo addresses come from the crawler."""
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Refuse addresses that are not public, and sites that showed a wall in this run; set the slot. Raises NotPublic, SiteBlocked."""
        if request.meta.get("about", {}).get("site_key") in getattr(self._crawler.spider, "walled", ()):
            raise SiteBlocked("the site showed a challenge; asked again in a later run")
        if request.url.startswith("data:"):
            self._unhurried(request, "documents on disk")
            return
        host = urlsplit(request.url).hostname or ""
        if netloc(request.url) in getattr(self._crawler.spider, "demo_netlocs", ()):
            self._unhurried(request, f"demo {netloc(request.url)}")
            return
        request.meta.pop("autothrottle_dont_adjust_delay", None)
        address = host if literal(host) else await self._resolve(host)
        if not is_public(address):
            raise NotPublic(f"{request.url}: {address} is not a public address")
        request.meta["download_slot"] = address

    async def process_response(self, request: Request, response: Response) -> Request | Response:
        """After 429 or 503, wait as long as the site asks (else PAUSE_SECONDS, doubling) and ask again; give up after three pauses."""
        pauses = request.meta.get("pauses", 0)
        if response.status not in ASKED_TO_WAIT or pauses >= MOST_PAUSES:
            return response
        header = response.headers.get("Retry-After")
        asked = retry_after(header.decode("latin-1") if header else None, datetime.now(UTC))
        seconds = self._crawler.settings.getfloat("PAUSE_SECONDS") * 2**pauses if asked is None else asked
        if seconds > LONGEST_PAUSE:
            return response
        logger.info("%s asks for a pause of %.0f s (%d)", urlsplit(request.url).netloc, seconds, response.status)
        self._hold(request, seconds)
        await asyncio.sleep(seconds)
        again = request.copy()
        again.meta["pauses"] = pauses + 1
        return again

    def _unhurried(self, request: Request, slot: str) -> None:
        """Documents on disk, and the demo web, which is ours and on this machine: slots of their own without delay."""
        request.meta["download_slot"] = slot
        request.meta["autothrottle_dont_adjust_delay"] = True
        engine = self._crawler.engine
        if engine is not None:
            engine.downloader.per_slot_settings.setdefault(slot, {"delay": 0.0, "concurrency": DEMO_CONCURRENCY})

    async def _resolve(self, host: str) -> str:
        from twisted.internet import reactor  # noqa: PLC0415  importing it earlier would install the wrong one

        resolving = cast("Any", reactor).resolve(host)  # its interface in Twisted states the arguments wrongly
        return str(await maybe_deferred_to_future(resolving))

    def _hold(self, request: Request, seconds: float) -> None:
        """Let no other request of the slot leave before the pause is over."""
        slots = self._crawler.engine.downloader.slots if self._crawler.engine else {}
        slot = slots.get(request.meta.get("download_slot", ""))
        if slot is not None:
            slot.lastseen = max(slot.lastseen, monotonic() + seconds)
