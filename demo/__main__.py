"""``python -m demo``: serves a demo web and prints its addresses until interrupted."""

import argparse
import asyncio
import contextlib

from demo import faults
from demo.families import families
from demo.plan import default
from demo.server import DemoWeb


def main() -> None:
    """Reads the arguments and serves until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="python -m demo", description="A small county web on 127.0.0.1, for trying and measuring the crawler.")
    parser.add_argument("--sites", type=int, default=3, help="how many sites (default 3)")
    parser.add_argument("--articles", type=int, default=300, help="how many different reports, over all sites (default 300)")
    parser.add_argument("--families", default="trs,trs,vsb", help=f"families in turn, by comma, or 'all'; known: {', '.join(families())}")
    parser.add_argument("--seed", type=int, default=1, help="another number gives another web")
    parser.add_argument("--faults", default="", help=f"by comma; known: {', '.join(sorted(faults.names()))}")
    parser.add_argument("--variant", default="", help="a dialect of the family, where all sites are of one family")
    asked = parser.parse_args()
    names = tuple(families()) if asked.families == "all" else tuple(asked.families.split(","))
    if asked.sites < 1 or asked.articles < 1:
        parser.error("--sites and --articles must be at least 1")
    on = frozenset(name for name in asked.faults.split(",") if name)
    try:
        demo = DemoWeb(default(asked.sites, asked.articles, names, asked.seed, faults=on, variant=asked.variant))
    except ValueError as wrong:
        parser.error(str(wrong))
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_run(demo))


async def _run(demo: DemoWeb) -> None:
    async with demo:
        for served in demo.sites:
            print(f"{served.adcode} {served.name} {served.site.mine.family:<8} {served.home}  {'  '.join(f'{n} {u}' for n, u in served.columns)}", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    main()
