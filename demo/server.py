"""Serves a demo web on loopback: one process, one port a site, requests counted, state advanced on demand."""

import asyncio
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate, parsedate_to_datetime
from typing import Any

from aiohttp import web

from demo import faults
from demo.exchange import Request, Response, missing
from demo.families import families
from demo.plan import Column, Plan, default
from demo.site import Posting, Site

HOST = "127.0.0.1"


@dataclass(slots=True)
class Log:
    """What a site was asked: how often each path (with its query), and how it answered."""

    paths: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)
    agents: Counter[str] = field(default_factory=Counter)
    order: list[str] = field(default_factory=list)
    """Method, path with query, and status of every request, oldest first."""
    most_at_once: int = 0
    running: int = 0

    @property
    def total(self) -> int:
        """All requests."""
        return sum(self.statuses.values())

    def clear(self) -> None:
        """Forgets everything, as between two crawls."""
        self.paths.clear(), self.statuses.clear(), self.agents.clear(), self.order.clear()
        self.most_at_once = self.running


class ServedSite:
    """One site while it is served."""

    def __init__(self, plan: Plan, index: int) -> None:
        self.site = Site(plan, plan.sites[index])
        self.family = families()[self.site.mine.family](self.site)
        self.log = Log()
        self.address, self.port = HOST, 0

    @property
    def adcode(self) -> str:
        """GB/T 2260 code (invented) of the county."""
        return self.site.division.adcode

    @property
    def name(self) -> str:
        """Name of the county."""
        return self.site.division.name

    @property
    def base(self) -> str:
        """Scheme, host and port, without a slash at the end."""
        return f"http://{self.address}:{self.port}"

    @property
    def home(self) -> str:
        """URL of the home page."""
        return f"{self.base}/"

    @property
    def columns(self) -> list[tuple[str, str]]:
        """Name and URL of every own-news column."""
        return [(c.name, self.base + self.family.column_path(c)) for c in self.site.own]

    @property
    def decoys(self) -> list[tuple[str, str]]:
        """Name and URL of the columns that a crawl must not follow."""
        return [(c.name, self.base + self.family.column_path(c)) for c in self.site.columns if c.kind != "own"]

    def url(self, posting: Posting) -> str:
        """Absolute URL of an article."""
        return self.base + self.family.article_path(posting)

    def truth(self) -> list[dict[str, Any]]:
        """Every own-news posting that stands now, under export keys, plus ``url``, ``key`` (same report, same key), ``column``, ``site_id_code``."""
        return [truth_of(self, posting) for posting in self.site.news()]


def truth_of(served: ServedSite, posting: Posting) -> dict[str, Any]:
    """The truth of one posting; its publish date is that of this posting."""
    row = posting.article().truth()
    url = served.url(posting)
    row |= {"url": url, "urls": [url], "origin": url, "column": posting.column.name, "site_id_code": served.site.id_code}
    row["publish_date"] = posting.published.isoformat(timespec="minutes")
    return row


class DemoWeb:
    """A running demo web: ``sites``, ``truth()``, ``advance()``; made by :func:`serve` or ``async with``."""

    def __init__(self, plan: Plan | None = None) -> None:
        self.plan = plan or default()
        self.sites = [ServedSite(self.plan, i) for i in range(len(self.plan.sites))]
        self._runners: list[asyncio.Server] = []

    async def __aenter__(self) -> "DemoWeb":
        loop = asyncio.get_running_loop()
        for i, served in enumerate(self.sites):
            served.address = f"127.0.{1 + i // 250}.{1 + i % 250}" if self.plan.own_addresses else HOST
            server = await _listen(loop, served)
            served.port = server.sockets[0].getsockname()[1]
            self._runners.append(server)
        return self

    async def __aexit__(self, *_: object) -> None:
        for server in self._runners:
            server.close()
        self._runners.clear()

    def truth(self) -> list[dict[str, Any]]:
        """Truth of all sites' postings; ``key`` tells which postings are one report."""
        return [row for served in self.sites for row in served.truth()]

    def requests(self) -> int:
        """How many requests all sites have had."""
        return sum(served.log.total for served in self.sites)

    def forget_requests(self) -> None:
        """Empties every log."""
        for served in self.sites:
            served.log.clear()


async def _listen(loop: asyncio.AbstractEventLoop, served: ServedSite) -> asyncio.Server:
    """On the port that was asked for, else on any that is free."""
    handler = web.Server(_handler(served), access_log=None)
    try:
        return await loop.create_server(handler, served.address, served.port, backlog=512)
    except OSError:
        return await loop.create_server(handler, served.address, 0, backlog=512)


@contextmanager
def serve(plan: Plan | None = None, ports: Sequence[int] = ()) -> Iterator[DemoWeb]:
    """Serves a plan from a thread of this process until the block ends; on ``ports`` (one a site, as far as given) where they are free."""
    demo, loop, ready = DemoWeb(plan), asyncio.new_event_loop(), threading.Event()
    for served, port in zip(demo.sites, ports, strict=False):
        served.port = port

    def run() -> None:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(demo.__aenter__())
        ready.set()
        loop.run_forever()

    thread = threading.Thread(target=run, name="demo-web", daemon=True)
    thread.start()
    ready.wait()
    try:
        yield demo
    finally:
        asyncio.run_coroutine_threadsafe(demo.__aexit__(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


def _handler(served: ServedSite) -> Any:
    log = served.log

    async def handle(raw: web.BaseRequest) -> web.StreamResponse:
        form: dict[str, str] = {}
        if raw.method == "POST":
            form = {k: str(v) for k, v in (await raw.post()).items()}
        request = Request(raw.path, raw.method, dict(raw.query), form, {k.lower(): v for k, v in raw.headers.items()})
        log.running += 1
        log.most_at_once = max(log.most_at_once, log.running)
        try:
            response = faults.answer(served, request)
            _conditional(request, response)
            return await _send(raw, response)
        finally:
            log.running -= 1
            log.paths[raw.path_qs] += 1
            log.statuses[response.status] += 1
            log.agents[raw.headers.get("User-Agent", "")] += 1
            log.order.append(f"{raw.method} {raw.path_qs} {response.status}")

    return handle


def _conditional(request: Request, response: Response) -> None:
    """Turns an answer into 304 where the client has it already (RFC 9110, section 13)."""
    if response.status != 200 or not response.etag:
        return
    tags = request.headers.get("if-none-match")
    since = request.headers.get("if-modified-since")
    if tags is not None:
        fresh = response.etag in tags
    else:
        fresh = bool(since) and response.modified is not None and _parse(since or "") >= int(response.modified)
    if fresh:
        response.status, response.body = 304, b""


def _parse(date: str) -> float:
    try:
        return parsedate_to_datetime(date).timestamp()
    except ValueError:
        return 0.0


async def _send(raw: web.BaseRequest, response: Response) -> web.StreamResponse:
    headers = {"Server": "nginx", **response.headers}
    if response.etag:
        headers["ETag"] = response.etag
    if response.modified is not None:
        headers["Last-Modified"] = formatdate(response.modified, usegmt=True)
    if response.wait:
        await asyncio.sleep(response.wait)
    if response.cut == "reset":
        return _reset(raw)
    if response.status != 304:
        headers["Content-Type"] = response.header_type()
    payload = response.payload()
    if response.drip or response.cut:
        return await _piecemeal(raw, response, payload, headers)
    return web.Response(body=payload, status=response.status, headers=headers)


def _reset(raw: web.BaseRequest) -> web.StreamResponse:
    if raw.transport:
        raw.transport.abort()
    return web.Response(status=500)


async def _piecemeal(raw: web.BaseRequest, response: Response, payload: bytes, headers: dict[str, str]) -> web.StreamResponse:
    """The body in small pieces with pauses, or less of it than was promised."""
    headers["Content-Length"] = str(len(payload))
    stream = web.StreamResponse(status=response.status, headers=headers)
    await stream.prepare(raw)
    end = len(payload) // 2 if response.cut else len(payload)
    step = max(1, len(payload) // 20)
    for at in range(0, end, step):
        await stream.write(payload[at : min(end, at + step)])
        await asyncio.sleep(response.drip)
    if response.cut and raw.transport:
        raw.transport.close()
    return stream


__all__ = ["Column", "DemoWeb", "ServedSite", "missing", "serve", "truth_of"]
