"""Reads pages in worker processes, so that one page that crashes or hangs its reader harms neither the crawl nor other pages."""

import asyncio
import faulthandler
import os
import signal
import traceback
from collections import deque
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import cache
from multiprocessing import active_children, get_context
from pathlib import Path
from types import FrameType
from typing import IO, TYPE_CHECKING, ClassVar

from pipelines import garbage
from pipelines.errors import PageRejected
from pipelines.page import Page
from pipelines.refined import Refined

if TYPE_CHECKING:
    from pipelines.extract.memory import ContainerMemory


class TooSlow(PageRejected):
    """Reading took longer than a page is worth."""

    reason: ClassVar[str] = "too_slow"


class ReaderCrashed(PageRejected):
    """The process that read the page died, twice."""

    reason: ClassVar[str] = "reader_crashed"


class ReadingFailed(PageRejected):
    """Our code has a fault that this page shows; the log holds the traceback, the archive the page."""

    reason: ClassVar[str] = "reading_failed"


_SAMPLE = "县委召开会议\n3月5日，县委书记林东主持会议。会议指出，今年地区生产总值增长8%，赴上海招商。"
"""A report whose facts need every dictionary."""
MOST_AT_ONCE = 8
"""Pages that go to a process together while others are read: what a hand-over costs both sides is then paid once for all of them."""

AHEAD = 8
"""Groups that are handed over before they can be read."""


class Readers:
    """A pool of reading processes. It starts with the first page; ``workers=0`` reads in this process, without the protection."""

    def __init__(self, workers: int, seconds: float) -> None:
        """``seconds``: the most that one page may take."""
        self._workers = workers
        self._seconds = seconds
        self._pool: ProcessPoolExecutor | None = None
        self._one_by_one = asyncio.Lock()
        self._waiting: deque[tuple[Page, asyncio.Future[Refined]]] = deque()
        self._handed_out: set[asyncio.Task[None]] = set()

    async def refine(self, page: Page) -> Refined:
        """Read a page. Raises PageRejected, also for one that crashes or hangs its reader."""
        if self._workers == 0:
            return _refine(page)
        answer: asyncio.Future[Refined] = asyncio.get_running_loop().create_future()
        self._waiting.append((page, answer))
        self._hand_out()
        return await answer

    def start(self) -> None:
        """Let the processes load what they need before the first page comes, if they were not begun already."""
        if self._workers:
            self._pool = _BEGUN.pop(self._workers, None) or _loading(self._workers)

    def close(self) -> None:
        """End the processes without waiting for what they do."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)

    def _hand_out(self, _done: object = None) -> None:
        """Give what waits to the processes: a group for each, and some more, so that none idles while this process stores a batch."""
        while self._waiting and len(self._handed_out) < self._workers + AHEAD:
            group = [self._waiting.popleft() for _ in range(min(MOST_AT_ONCE, len(self._waiting)))]
            task = asyncio.ensure_future(self._read(group))
            self._handed_out.add(task)
            task.add_done_callback(self._handed_out.discard)
            task.add_done_callback(self._hand_out)

    async def _read(self, group: "Sequence[tuple[Page, asyncio.Future[Refined]]]") -> None:
        """Read a group, and tell everyone who waits for one of its pages."""
        pages = [page for page, _ in group]
        try:
            found = await self._outcomes(pages)
        except asyncio.CancelledError:
            found = [asyncio.CancelledError()] * len(pages)
        except Exception as error:  # noqa: BLE001  whatever keeps the pool from working, those who wait must learn of it
            found = [error] * len(pages)
        for (page, answer), outcome in zip(group, found, strict=True):
            _tell(answer, page, outcome)

    async def _outcomes(self, pages: Sequence[Page]) -> "Sequence[Refined | BaseException]":
        pool = self._pool = self._pool or _pool(self._workers)
        try:
            return await _in(pool, pages, self._seconds)
        except BrokenProcessPool:
            if self._pool is pool:
                self._pool = None
        except TooSlow:  # the alarm rang between two pages: none of them is to blame
            pass
        return [await self._alone(page) for page in pages]

    async def _alone(self, page: Page) -> "Refined | BaseException":
        """When a pool breaks, every page in it fails, guilty or not; alone, each shows which it is."""
        async with self._one_by_one:
            with _pool(1) as pool:
                try:
                    return (await _in(pool, [page], self._seconds))[0]
                except BrokenProcessPool:
                    return ReaderCrashed(f"the process that read this page died or hung for {2 * self._seconds:g} s")


def _tell(answer: "asyncio.Future[Refined]", page: Page, outcome: "Refined | BaseException") -> None:
    if answer.done():
        return
    if isinstance(outcome, Refined):
        outcome.page = page
        answer.set_result(outcome)
    elif isinstance(outcome, asyncio.CancelledError):
        answer.cancel()
    else:
        answer.set_exception(outcome)


_BEGUN: dict[int, ProcessPoolExecutor] = {}
"""Pools that wait for their ``Readers``, by how many processes they have."""


def begin(workers: int) -> None:
    """Begin the processes before there is a crawler: they load for as long as it takes to open an archive, and on another core."""
    if workers and workers not in _BEGUN:
        _BEGUN[workers] = _loading(workers)


def end() -> None:
    """There will be no crawler: end the processes that were begun."""
    begun = [*_BEGUN.values()]
    _BEGUN.clear()
    if begun:
        for process in active_children():  # a pool that is only shut down would first finish loading
            process.terminate()
    for pool in begun:
        pool.shutdown(wait=False, cancel_futures=True)


def _loading(workers: int) -> ProcessPoolExecutor:
    pool = _pool(workers)
    for _ in range(workers):
        pool.submit(_begin_early)
    return pool


def _pool(workers: int) -> ProcessPoolExecutor:
    """Spawned, not forked: a fork would share the crawler's sockets and locks."""
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Ctrl-C is the crawler's business: it finishes its batches first, and its readers with them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, _ring)


def _ring(_signum: int, _frame: FrameType | None) -> None:
    """Ends slow Python at its next step."""
    raise TooSlow("reading this page takes too long")


async def _in(pool: ProcessPoolExecutor, pages: Sequence[Page], seconds: float) -> "Sequence[Refined | PageRejected]":
    return await asyncio.get_running_loop().run_in_executor(pool, refine_each, pages, seconds)


def refine_each(pages: Sequence[Page], seconds: float) -> "list[Refined | PageRejected]":
    """Refine pages in a worker, one after the other; one that is rejected is answered with why."""
    with Path(os.devnull).open("w", encoding="ascii") as nowhere:
        return [_refine_within(page, seconds, nowhere) for page in pages]


def _refine_within(page: Page, seconds: float, nowhere: IO[str]) -> "Refined | PageRejected":
    """An alarm stops slow Python; a watchdog thread ends the process where a library's C code hangs."""
    faulthandler.dump_traceback_later(2 * seconds, exit=True, file=nowhere)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        refined = _refine(page)
        refined.page = replace(page, payload=b"", parts=())  # the crawler has the bytes; it puts them back
        return refined
    except PageRejected as rejection:
        return rejection
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        faulthandler.cancel_dump_traceback_later()


@cache
def _memory() -> "ContainerMemory":
    """The containers that this process has learned."""
    from pipelines.extract.memory import ContainerMemory  # noqa: PLC0415  as above

    return ContainerMemory()


def _begin_early() -> None:
    """Load what reading needs, dictionaries and all, while the first pages are on their way."""
    _refine(Page(url="file:///sample.txt", payload=_SAMPLE.encode(), content_type="text/plain"))
    garbage.settle()


def _refine(page: Page) -> Refined:
    from pipelines.refine import refine  # noqa: PLC0415  what reading loads (parsers, dictionaries) is for the readers, not for the crawler

    try:
        return refine(page, _memory())
    except PageRejected:
        raise
    except Exception as error:  # noqa: BLE001  a fault of ours must cost one page, not the crawl
        place = traceback.extract_tb(error.__traceback__)[-1]
        raise ReadingFailed(f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})") from None
