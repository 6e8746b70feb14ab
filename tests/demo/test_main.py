"""``python -m demo`` from the command line."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--families", "nope"], "no family 'nope'"),
        (["--faults", "nope"], "no fault nope"),
        (["--sites", "0"], "at least 1"),
        (["--variant", "nope"], "no variant"),
    ],
)
def test_a_wrong_argument_gets_one_clear_line(arguments, says):
    done = subprocess.run([sys.executable, "-m", "demo", *arguments], capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 2
    assert says in done.stderr.splitlines()[-1]


def test_it_prints_its_addresses():
    with subprocess.Popen([sys.executable, "-m", "demo", "--sites", "2", "--articles", "20"], stdout=subprocess.PIPE, text=True) as process:
        lines = [process.stdout.readline() for _ in range(2)]
        process.terminate()
    assert [line.split()[0] for line in lines] == ["990101", "990102"]
    assert all("http://127.0.0.1:" in line for line in lines)
