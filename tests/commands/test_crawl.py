"""A crawl that fails before it begins: it says so and leaves no process behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRAPY_WITH_READERS_THAT_LOAD_FOR_EVER = """
import sys, time
from pipelines import readers

def loading(workers):
    pool = readers._pool(workers)
    for _ in range(workers):
        pool.submit(time.sleep, 600)
    return pool

readers._loading = loading

if __name__ == "__main__":
    from scrapy.cmdline import execute

    execute(["scrapy", *sys.argv[1:]])
"""


def is_alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("清溪县召开会议\n3月5日，清溪县召开会议，县长林东主持会议并讲话。", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("-a", "no_such_argument=1"), 2),
        (("-s", "SCHEDULER=crawler.no_such_module.Scheduler"), 1),
        (("-s", "STORE_BATCH=many"), 1),
    ],
    ids=["unknown argument", "no bootstrap", "a setting that is none"],
)
def test_no_reading_process_outlives_a_command_that_failed(tmp_path, document, words, status):
    driver = tmp_path / "driver.py"
    driver.write_text(SCRAPY_WITH_READERS_THAT_LOAD_FOR_EVER, encoding="utf-8")
    places = {"DATABASE_URL": f"sqlite:///{tmp_path}/x.db", "ARCHIVE_DIR": str(tmp_path / "warc"), "REFINE_WORKERS": "2", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(driver), "crawl", "files", "-a", f"path={document}", *words]
    running = subprocess.Popen(command, cwd=ROOT, env=os.environ | places, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)
    try:
        said, _ = running.communicate(timeout=60)
        assert running.returncode == status, said
        until = time.monotonic() + 10
        while is_alive(running.pid) and time.monotonic() < until:  # multiprocessing's own tracker sees a moment later that nobody needs it
            time.sleep(0.1)
        assert not is_alive(running.pid)
    finally:
        if is_alive(running.pid):
            os.killpg(running.pid, signal.SIGKILL)
