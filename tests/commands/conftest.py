"""Runs a command as ``scrapy`` does, within this process."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from scrapy.cmdline import ScrapyArgumentParser
from scrapy.commands import ScrapyCommand, ScrapyHelpFormatter
from scrapy.settings import Settings


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """SQLite alone: what the commands ask is tested on both engines in tests/db."""
    return sqlite_url


@dataclass(frozen=True)
class Answer:
    """What a command left: exit status, standard output (also as bytes) and standard error."""

    status: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        """Standard output as text."""
        return self.raw.decode()


@pytest.fixture
def ask(capsysbinary: pytest.CaptureFixture[bytes], database_url: str, tmp_path: Path) -> Callable[..., Answer]:
    """Ask a command, with an empty archive of its own behind it."""

    def run(command: type[ScrapyCommand], *argv: str, **settings: str) -> Answer:
        asked = command()
        asked.settings = Settings({"DATABASE_URL": database_url, "ARCHIVE_DIR": str(tmp_path / "warc")} | settings)
        parser = ScrapyArgumentParser(formatter_class=ScrapyHelpFormatter, conflict_handler="resolve", description=asked.long_desc())
        capsysbinary.readouterr()
        try:
            asked.add_options(parser)
            opts, args = parser.parse_known_args(argv)
            asked.process_options(args, opts)
            asked.run(args, opts)
        except SystemExit as ended:
            asked.exitcode = int(ended.code or 0)
        out, err = capsysbinary.readouterr()
        return Answer(asked.exitcode, out, err.decode())

    return run
