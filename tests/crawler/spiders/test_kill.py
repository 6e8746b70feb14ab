"""A crawl that is killed without warning, several times, ends complete: nothing lost, nothing twice."""

import random

from bench.kills import ours
from demo.plan import default
from demo.server import serve


def test_kill_9_at_random_moments_loses_nothing_and_stores_nothing_twice(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("REFINE_WORKERS", "0")
    with serve(default(2, 60)) as web:
        faults = ours(tmp_path, web, kills=2, dice=random.Random(3))
    said = capsys.readouterr().out
    assert faults == 0, said
    assert "killed with -9          2 times" in said
