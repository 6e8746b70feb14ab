"""``python -m bench [NAME …]``: measures speed beside the peers, one part after the other; all parts where none is named.

Parts: whole (fetch to store beside bare Scrapy, and the share of each stage), reading (beside trafilatura, readability, GNE, newspaper4k), refining (the
chain by length, and the share of each stage), facts, storing, sites (300 in one process). Others run alone: python -m bench.kills, bench.dedupe,
bench.fuzz_reading, bench.growth (shapes of pages whose reading grows faster than their size).
"""

import subprocess
import sys
import time

PARTS = {
    "whole": ["bench.whole"],
    "reading": ["bench.reading"],
    "refining": ["bench.refining"],
    "facts": ["bench.eval_facts", "--speed"],
    "storing": ["bench.storing"],
    "sites": ["bench.sites"],
}


def main(asked: list[str]) -> int:
    unknown = [name for name in asked if name not in PARTS]
    if unknown:
        print(f"python -m bench: no part {unknown[0]}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    failed = 0
    for name in asked or PARTS:
        print(f"\n== {name}", flush=True)
        begun = time.perf_counter()
        failed |= subprocess.run([sys.executable, "-m", *PARTS[name]], check=False).returncode
        print(f"({time.perf_counter() - begun:.0f} s)", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
