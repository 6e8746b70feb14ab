"""Reading in processes of its own: answers go to whoever asked, and a page that kills or holds up its reader costs itself alone."""

import asyncio
import multiprocessing
import signal
import threading
import time
from contextlib import asynccontextmanager, contextmanager

import pytest

from pipelines import readers as readers_module
from pipelines.errors import NoBody, PageRejected
from pipelines.page import Page
from pipelines.readers import MOST_AT_ONCE, ReaderCrashed, Readers, TooSlow


def report(number: int, sentences: int = 3) -> Page:
    text = f"清溪县召开第{number}次会议\n" + f"3月{number % 28 + 1}日，清溪县召开会议，县长林东主持会议并讲话。" * sentences
    return Page(url=f"file:///{number}.txt", payload=text.encode(), content_type="text/plain")


EMPTY = Page(url="http://www.qingxi.gov.cn/empty.html", payload=b"<html><body><p></p></body></html>", content_type="text/html")
LONG = report(0, sentences=200_000)


@asynccontextmanager
async def readers(*, workers: int = 1, seconds: float = 30.0):
    made = Readers(workers, seconds)
    made.start()
    try:
        yield made
    finally:
        made.close()


def processes() -> set[int | None]:
    return {process.pid for process in multiprocessing.active_children()}


async def outcomes(pool: Readers, pages: list[Page]):
    return await asyncio.gather(*map(pool.refine, pages), return_exceptions=True)


@contextmanager
def killed_on_sight():
    """Kills every reading process as soon as it is seen, as a machine without memory does."""
    over = threading.Event()

    def hunt() -> None:
        while not over.wait(0.02):
            for process in multiprocessing.active_children():
                process.kill()

    hunter = threading.Thread(target=hunt)
    hunter.start()
    try:
        yield
    finally:
        over.set()
        hunter.join()


def test_each_page_is_answered_with_its_own_reading_however_many_are_asked_at_once() -> None:
    pages = [report(number) for number in range(4 * MOST_AT_ONCE)]

    async def ask():
        async with readers() as pool:
            return await outcomes(pool, pages)

    found = asyncio.run(ask())
    assert [(refined.page, refined.reading.title) for refined in found] == [(page, f"清溪县召开第{n}次会议") for n, page in enumerate(pages)]


@pytest.mark.parametrize("workers", [0, 1])
def test_a_page_that_is_rejected_does_not_touch_the_others(workers) -> None:
    async def ask():
        async with readers(workers=workers) as pool:
            return await outcomes(pool, [report(1), EMPTY, report(2)])

    first, rejected, second = asyncio.run(ask())
    assert isinstance(rejected, NoBody)
    assert (first.reading.title, second.reading.title) == ("清溪县召开第1次会议", "清溪县召开第2次会议")


def test_a_page_that_takes_too_long_is_rejected_alone() -> None:
    async def ask():
        async with readers(seconds=3.0) as pool:
            return await outcomes(pool, [report(1), LONG, report(2)])

    first, slow, second = asyncio.run(ask())
    assert isinstance(slow, TooSlow)
    assert (first.reading.title, second.reading.title) == ("清溪县召开第1次会议", "清溪县召开第2次会议")


def test_pages_whose_reader_dies_are_read_again_each_by_itself() -> None:
    async def ask():
        async with readers() as pool:
            await pool.refine(report(9))
            asked = asyncio.ensure_future(outcomes(pool, [report(1), report(2, sentences=3000), report(3)]))
            await asyncio.sleep(0.05)
            for process in multiprocessing.active_children():
                process.kill()
            return await asked

    assert [refined.reading.title for refined in asyncio.run(ask())] == [f"清溪县召开第{n}次会议" for n in (1, 2, 3)]


def test_pages_whose_readers_always_die_are_rejected_by_name_and_nobody_waits_for_ever() -> None:
    async def ask():
        async with readers() as pool:
            with killed_on_sight():
                begun = time.monotonic()
                found = await outcomes(pool, [report(1), report(2)])
            assert time.monotonic() - begun < 60
            return [*found, await pool.refine(report(3))]  # and the pool goes on afterwards

    *died, alive = asyncio.run(ask())
    assert all(isinstance(one, ReaderCrashed) and isinstance(one, PageRejected) for one in died)
    assert alive.reading.title == "清溪县召开第3次会议"


def test_readers_take_over_the_processes_that_were_begun_early() -> None:
    before = processes()
    readers_module.begin(1)
    early = processes() - before

    async def ask():
        async with readers() as pool:
            return (await pool.refine(report(1))).reading.title, processes() - before

    title, used = asyncio.run(ask())
    assert title == "清溪县召开第1次会议"
    assert early
    assert early == used


def test_processes_that_were_begun_for_nothing_end_at_once() -> None:
    before = processes()
    readers_module.begin(1)
    begun = [process for process in multiprocessing.active_children() if process.pid not in before]
    readers_module.end()
    until = time.monotonic() + 20
    while any(process.exitcode is None for process in begun) and time.monotonic() < until:  # who waits for them is another thread
        time.sleep(0.01)
    assert [process.exitcode for process in begun] == [-signal.SIGTERM]
