"""Runs a demo web in a process of its own, so that serving pages does not slow down whoever is measured."""

import asyncio
import json
import pickle
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.request import urlopen

from aiohttp import web

from demo.events import Event
from demo.exchange import Request, Response, missing
from demo.plan import Plan
from demo.served import HOST, Log
from demo.server import DemoWeb
from demo.wire import handler


class Remote(DemoWeb):
    """A demo web whose pages another process serves; truth is computed here, since both know the plan."""

    control = ""
    """Base URL of the other process's control port."""

    def advance(self, *, new: int = 3, edits: int = 0, moves: int = 0, removals: int = 0, rebuild: bool = False) -> list[Event]:
        """Time passes there and here alike."""
        self._ask(f"advance?new={new}&edits={edits}&moves={moves}&removals={removals}&rebuild={int(rebuild)}")
        return super().advance(new=new, edits=edits, moves=moves, removals=removals, rebuild=rebuild)

    def truth(self) -> list[dict[str, Any]]:
        """Truth of all sites' postings, those included that faults have inserted meanwhile."""
        for served, log in zip(self.sites, self.logs(), strict=True):
            served.site.count = log["count"]
        return super().truth()

    def requests(self) -> int:
        """How many requests all sites have had."""
        return sum(sum(site["statuses"].values()) for site in self.logs())

    def logs(self) -> list[dict[str, Any]]:
        """Statuses, most at once and the order of requests, one entry a site."""
        found: list[dict[str, Any]] = self._ask("logs")
        return found

    def forget_requests(self) -> None:
        """Empties every log."""
        self._ask("forget")

    def _ask(self, what: str) -> Any:
        with urlopen(f"{self.control}/{what}", timeout=60) as answer:
            return json.load(answer)


@contextmanager
def serve_apart(plan: Plan) -> Iterator[Remote]:
    """Serves a plan from another process until the block ends."""
    command = [sys.executable, "-m", "demo.apart"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdin
            assert process.stdout
            process.stdin.write(b64encode(pickle.dumps(plan)).decode() + "\n")
            process.stdin.flush()
            told = json.loads(process.stdout.readline())
            remote = Remote(plan)
            remote.control = told["control"]
            for served, (address, port) in zip(remote.sites, told["sites"], strict=True):
                served.address, served.port = address, port
            yield remote
        finally:
            process.terminate()


def _control(demo: DemoWeb, request: Request) -> Response:
    """What the other process may ask for."""
    if request.path == "/advance":
        new, edits, moves, removals, rebuild = (int(request.query[name]) for name in ("new", "edits", "moves", "removals", "rebuild"))
        demo.advance(new=new, edits=edits, moves=moves, removals=removals, rebuild=bool(rebuild))
        return Response("[]", content_type="application/json")
    if request.path == "/logs":
        logs = [{"statuses": s.log.statuses, "most_at_once": s.log.most_at_once, "order": s.log.order, "count": s.site.count} for s in demo.sites]
        return Response(json.dumps(logs), content_type="application/json")
    if request.path == "/forget":
        demo.forget_requests()
        return Response("[]", content_type="application/json")
    return missing()


async def _main() -> None:
    plan = pickle.loads(b64decode(sys.stdin.readline()))
    async with DemoWeb(plan) as demo:
        control = web.Server(handler(lambda request: _control(demo, request), Log()), access_log=None)
        server = await asyncio.get_running_loop().create_server(control, HOST, 0)
        port = server.sockets[0].getsockname()[1]
        print(json.dumps({"control": f"http://{HOST}:{port}", "sites": [(s.address, s.port) for s in demo.sites]}), flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_main())
