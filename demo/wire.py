"""Puts answers on the wire with aiohttp: conditional requests, slow and broken bodies, the log."""

import asyncio
from collections.abc import Awaitable, Callable
from email.utils import formatdate, parsedate_to_datetime

from aiohttp import web

from demo.exchange import Request, Response
from demo.served import Log

Answer = Callable[[Request], Response]
Handler = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]
_PIECES = 20


def handler(answer: Answer, log: Log) -> Handler:
    """A handler for :class:`aiohttp.web.Server` that answers with a pure function and keeps a log."""

    async def handle(raw: web.BaseRequest) -> web.StreamResponse:
        form = {k: str(v) for k, v in (await raw.post()).items()} if raw.method == "POST" else {}
        request = Request(raw.path, raw.method, dict(raw.query), form, {k.lower(): v for k, v in raw.headers.items()})
        log.running += 1
        log.most_at_once = max(log.most_at_once, log.running)
        log.times.append(asyncio.get_running_loop().time())
        if raw.transport is not None:
            log.connections.add(raw.transport.get_extra_info("peername"))
        response = Response(status=500)
        try:
            response = answer(request)
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
    fresh = response.etag in tags if tags is not None else _unmodified(request, response)
    if fresh:
        response.status, response.body = 304, b""


def _unmodified(request: Request, response: Response) -> bool:
    since = request.headers.get("if-modified-since")
    return since is not None and response.modified is not None and _parse(since) >= int(response.modified)


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
    step = max(1, len(payload) // _PIECES)
    try:
        for at in range(0, end, step):
            await stream.write(payload[at : min(end, at + step)])
            await asyncio.sleep(response.drip)
    except ConnectionError:  # the client had enough, as it should
        return stream
    if response.cut and raw.transport:
        raw.transport.close()
    return stream
