"""``scrapy sites``, as a user calls it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def sites(home, *words, **options):
    env = os.environ | {"DATABASE_URL": f"sqlite:///{home}/x.db", "ARCHIVE_DIR": str(home / "warc")}
    return subprocess.Popen(
        [sys.executable, "-m", "scrapy", "sites", *words], cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options
    )


@pytest.fixture
def many(tmp_path):
    rows = [f"{410000 + n}\t县{n}\thttp://www.county{n}.gov.cn/" for n in range(101, 2900)]
    table = tmp_path / "portals.tsv"
    table.write_text("adcode\tname\turl\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return table


def test_a_reader_that_has_seen_enough_is_no_failure(tmp_path, many):
    with sites(tmp_path, "import", str(many)) as first:
        told = first.communicate(timeout=60)
    with sites(tmp_path, "list", "--format", "csv") as process:
        head = process.stdout.readline()
        process.stdout.close()
        complaints = process.stderr.read()
    assert head.startswith("key,name,home"), told
    assert complaints == ""


def test_wrong_words_are_answered_in_one_line(tmp_path):
    with sites(tmp_path, "lst") as process:
        _, complaints = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "list | probe" in complaints
    assert "Traceback" not in complaints
