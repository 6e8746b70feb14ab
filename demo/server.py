"""Serves a demo web on loopback: one process, one port a site, requests counted, state advanced on demand."""

import asyncio
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any, Self

from aiohttp import web

from demo import faults, portals, wire
from demo.events import Event, happen
from demo.families import families
from demo.plan import Plan, default
from demo.served import HOST, Log, ServedSite, truth_of


class DemoWeb:
    """A running demo web: ``sites``, ``truth()``, ``advance()``; made by :func:`serve` or ``async with``."""

    def __init__(self, plan: Plan | None = None) -> None:
        self.plan = plan or default()
        _check(self.plan)
        self.sites = [ServedSite(self.plan, i) for i in range(len(self.plan.sites))]
        self.portals = portals.Portals(self.plan) if self.plan.portals else None
        self.events: list[Event] = []
        """Everything that :meth:`advance` made happen, oldest first."""
        self._servers: list[asyncio.Server] = []

    async def __aenter__(self) -> Self:
        for i, served in enumerate(self.sites):
            served.address = f"127.0.{1 + i // 250}.{1 + i % 250}" if self.plan.own_addresses else HOST
            served.port = await self._listen(partial(faults.answer, served), served.log, served.address, served.port)
            if "closed" in served.faults:
                self._servers.pop().close()
        for i, served in enumerate(self.sites):
            served.elsewhere = self.sites[(i + 1) % len(self.sites)].base
        if self.portals:
            self.portals.homes = {served.adcode: served.home for served in self.sites}
            for portal in self.portals.all:
                portal.port = await self._listen(partial(self.portals.answer, portal), portal.log, HOST, 0)
        return self

    async def _listen(self, answer: wire.Answer, log: Log, address: str, port: int) -> int:
        """Opens the port that was asked for, else any that is free; gives its number."""
        loop = asyncio.get_running_loop()
        handler = web.Server(wire.handler(answer, log), access_log=None)
        try:
            server = await loop.create_server(handler, address, port, backlog=512)
        except OSError:
            server = await loop.create_server(handler, address, 0, backlog=512)
        self._servers.append(server)
        return int(server.sockets[0].getsockname()[1])

    async def __aexit__(self, *_: object) -> None:
        for server in self._servers:
            server.close()
        self._servers.clear()

    def advance(self, *, new: int = 3, edits: int = 0, moves: int = 0, removals: int = 0, rebuild: bool = False) -> list[Event]:
        """Time passes on every site: so many new postings, edits, moves and removals each; ``rebuild`` prints new dates in every footer.

        Deterministic: the same calls on equal plans make the same things happen. Gives what happened.
        """
        happened = [event for served in self.sites for event in happen(served, new=new, edits=edits, moves=moves, removals=removals, rebuild=rebuild)]
        self.events += happened
        return happened

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


def _check(plan: Plan) -> None:
    """Refuses a plan that names what the demo does not have; ValueError says what."""
    for mine in plan.sites:
        if mine.family not in families():
            raise ValueError(f"site {mine.index}: no family {mine.family!r}; known: {', '.join(families())}")
        if mine.variant and mine.variant not in (*families()[mine.family].VARIANTS, "single"):
            raise ValueError(f"site {mine.index}: family {mine.family} has no variant {mine.variant!r}; known: {', '.join(families()[mine.family].VARIANTS)}")
        if unknown := mine.faults - faults.names():
            raise ValueError(f"site {mine.index}: no fault {', '.join(sorted(unknown))}; known: {', '.join(sorted(faults.names()))}")


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
        asyncio.run_coroutine_threadsafe(_close(demo), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


async def _close(demo: DemoWeb) -> None:
    """Closes the servers and lets open connections end."""
    await demo.__aexit__()
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


__all__ = ["DemoWeb", "ServedSite", "serve", "truth_of"]
