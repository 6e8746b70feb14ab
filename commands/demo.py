"""``scrapy demo``: serves a small county web on 127.0.0.1, crawls it, and shows what can be asked of the archive."""

import argparse
import os
import subprocess
import sys
import threading
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand

if TYPE_CHECKING:
    from demo.server import DemoWeb


class Command(ScrapyCommand):
    """Brings its own web, so that the first try needs no network and disturbs nobody."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """After ``scrapy demo``."""
        return "[--articles N] [--sites N] [--families trs,vsb] [--serve]"

    def short_desc(self) -> str:
        """For ``scrapy -h``."""
        return "Serve a small county web on 127.0.0.1, crawl it, and show what can be asked"

    def long_desc(self) -> str:
        """For ``scrapy demo -h``."""
        return "Serve a small county web on 127.0.0.1 and crawl it into the archive. Example: scrapy demo --sites 5 --articles 1000 --families all"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Size and kind of the web."""
        super().add_options(parser)
        parser.add_argument("--sites", type=int, default=3, help="how many sites (default 3)")
        parser.add_argument("--articles", type=int, default=300, help="how many different reports, over all sites (default 300)")
        parser.add_argument("--families", default="trs,trs,vsb", help="CMS families in turn, by comma, or all (default trs,trs,vsb)")
        parser.add_argument("--serve", action="store_true", help="only serve, until Ctrl-C; `scrapy crawl county -a sites=demo` then crawls it")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Serve, crawl, show."""
        from commands.showcase import show_off
        from demo import plan as plans
        from demo.families import families
        from demo.server import serve

        assert self.settings is not None  # noqa: S101  Scrapy sets it before run; for the type checker
        names = tuple(families()) if opts.families == "all" else tuple(opts.families.split(","))
        unknown = [name for name in names if name not in families()]
        if unknown or opts.sites < 1 or opts.articles < 1:
            print(f"scrapy demo: {'unknown family ' + unknown[0] if unknown else '--sites and --articles must be at least 1'}", file=sys.stderr)
            self.exitcode = 2
            return
        path = Path(self.settings["DEMO_WEB"])
        plan = plans.default(opts.sites, opts.articles, names)
        with serve(plan, ports=_ports_of_last_time(path)) as web:
            _write(path, web)
            print(f"The demo county web: {opts.sites} sites, {web.plan.articles} reports, {', '.join(served.home for served in web.sites[:3])}", flush=True)
            if opts.serve:
                _wait()
                return
            self.exitcode = _crawl()
        path.unlink(missing_ok=True)
        if self.exitcode == 0:
            show_off(self.settings)


def _ports_of_last_time(path: Path) -> list[int]:
    """The demo web keeps its addresses, so that a second crawl finds what it knows; they are remembered beside its file."""
    try:
        return list(tomllib.loads(_memory(path).read_text(encoding="utf-8"))["ports"])
    except (OSError, KeyError, tomllib.TOMLDecodeError):
        return []


def _memory(path: Path) -> Path:
    return path.with_suffix(".ports.toml")


def _write(path: Path, web: "DemoWeb") -> None:
    from demo.entries import entries

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(entries(web), encoding="utf-8")
    _memory(path).write_text(f"ports = {[served.port for served in web.sites]}\n", encoding="utf-8")


def _crawl() -> int:
    """The main job, as a user would type it, in a process of its own: Scrapy's reactor runs once a process."""
    command = [sys.executable, "-m", "scrapy", "crawl", "county", "-a", "sites=demo", "-L", "WARNING"]
    print("$ scrapy crawl county -a sites=demo", flush=True)
    return subprocess.run(command, env=os.environ | {"PYTHONUNBUFFERED": "1"}, check=False).returncode  # noqa: S603  our own command


def _wait() -> None:
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        print("stopped")
