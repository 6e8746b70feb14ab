"""Our own few settings as one table of name, default and help; docs/settings.md is made from it, and the environment overrides it."""

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One setting of ours. Its name is also the environment variable and ``-s`` option that changes it."""

    name: str
    default: str | int | float
    help: str

    def value(self) -> str | int | float:
        """The environment's value in the default's type, else the default."""
        given = os.environ.get(self.name)
        return self.default if given is None or given == "" else type(self.default)(given)


OPTIONS = (
    Option("DATABASE_URL", "sqlite:///data/xianzhi.db", "Where reports and facts are stored: an SQLAlchemy URL, SQLite or Postgres."),
    Option("ARCHIVE_DIR", "data/warc", "The folder of the WARC files."),
    Option("DEMO_WEB", "data/demo-web.toml", "Written by the demo county web while it runs: its sites and addresses, for `sites=demo`."),
    Option("CONTACT", "https://github.com/xianzhi-archive/xianzhi", "Shown in the user agent, so that a site's operator can reach who crawls it."),
    Option("REFINE_WORKERS", max(1, (os.cpu_count() or 2) - 1), "Processes that read pages; 0 reads them in the crawler's own process."),
    Option("REFINE_SECONDS", 30, "A page that takes longer to read is rejected as too_slow."),
    Option("STORE_BATCH", 64, "Reports stored in one transaction."),
    Option("STORE_SECONDS", 0.5, "A batch that is not full is stored after this long."),
    Option("WARC_MAX_BYTES", 1 << 30, "A WARC file that would grow beyond this is finished and the next begun."),
    Option("PAUSE_SECONDS", 10.0, "The first pause after 429 or 503 without Retry-After; it doubles, three times at most."),
    Option("BLOCKED_DAYS", 1.0, "Links that a challenge kept from us are asked for again after so many days."),
    Option("LINK_TRIES", 5, "Visits after which a link whose page cannot be had is given up."),
)
