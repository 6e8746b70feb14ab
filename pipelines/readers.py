"""Reads pages in worker processes, so that one page that crashes or hangs its reader harms neither the crawl nor other pages."""

import asyncio
import faulthandler
import os
import signal
import traceback
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, ClassVar

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


class Readers:
    """A pool of reading processes. It starts with the first page; ``workers=0`` reads in this process, without the protection."""

    def __init__(self, workers: int, seconds: float) -> None:
        """``seconds``: the most that one page may take."""
        self._workers = workers
        self._seconds = seconds
        self._pool: ProcessPoolExecutor | None = None
        self._one_by_one = asyncio.Lock()

    async def refine(self, page: Page) -> Refined:
        """Read a page. Raises PageRejected, also for one that crashes or hangs its reader."""
        if self._workers == 0:
            return _refine(page)
        pool = self._pool = self._pool or _pool(self._workers)
        try:
            return await _in(pool, page, self._seconds)
        except BrokenProcessPool:
            if self._pool is pool:
                self._pool = None
            return await self._alone(page)

    def start(self) -> None:
        """Let the processes load what they need before the first page comes."""
        if self._workers:
            self._pool = _pool(self._workers)
            for _ in range(self._workers):
                self._pool.submit(_begin_early)

    def close(self) -> None:
        """End the processes without waiting for what they do."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)

    async def _alone(self, page: Page) -> Refined:
        """When a pool breaks, every page in it fails, guilty or not; alone, each shows which it is."""
        async with self._one_by_one:
            with _pool(1) as pool:
                try:
                    return await _in(pool, page, self._seconds)
                except BrokenProcessPool:
                    raise ReaderCrashed(f"the process that read this page died or hung for {2 * self._seconds:g} s") from None


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


async def _in(pool: ProcessPoolExecutor, page: Page, seconds: float) -> Refined:
    refined = await asyncio.get_running_loop().run_in_executor(pool, refine_within, page, seconds)
    refined.page = page
    return refined


def refine_within(page: Page, seconds: float) -> Refined:
    """Refine in a worker: an alarm stops slow Python; a watchdog thread ends the process where a library's C code hangs."""
    with Path(os.devnull).open("w", encoding="ascii") as nowhere:
        faulthandler.dump_traceback_later(2 * seconds, exit=True, file=nowhere)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            refined = _refine(page)
            refined.page = replace(page, payload=b"", parts=())  # the crawler has the bytes; it puts them back
            return refined
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            faulthandler.cancel_dump_traceback_later()


@cache
def _memory() -> "ContainerMemory":
    """The containers that this process has learned."""
    from pipelines.extract.memory import ContainerMemory  # noqa: PLC0415  as above

    return ContainerMemory()


def _begin_early() -> None:
    """Load what reading needs while the first pages are on their way."""
    import pipelines.refine  # noqa: F401, PLC0415

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
