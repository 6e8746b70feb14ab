"""Makes the parts of docs/ that can be made from the code; ``--check`` fails where one is stale, and says how to cure it.

python -m scripts.make_docs [--check]
"""

import argparse
import ast
import importlib
import inspect
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from scrapy.cmdline import ScrapyArgumentParser
from scrapy.commands import ScrapyCommand
from scrapy.utils.misc import walk_modules_iter
from sqlalchemy import Table
from sqlalchemy.dialects import sqlite

from crawler.options import OPTIONS
from db.exports import KEYS
from db.models import Base
from db.views import VIEWS

DOCS = Path(__file__).resolve().parent.parent / "docs"
USUAL = {
    "id": "Our id.",
    "run_id": "The run that wrote it.",
    "url_key": "The address in one spelling, without scheme and www.",
    "next_visit_at": "When it is due again.",
}
"""What columns mean in every table that has them."""
MADE = "<!-- Made by `python -m scripts.make_docs` from {source}; do not edit. -->"


def tables() -> Iterator[str]:
    """Every table and column."""
    yield "# Tables\n\n" + MADE.format(source="db/models")
    yield (
        "The archive is an SQL database, SQLite or Postgres (`DATABASE_URL`), to be asked directly. Moments are UTC; dates of publication are local (+08:00). "
        "Lists and objects are JSON (JSONB on Postgres). The full-text index stands in tables of its own (`fulltext…`), which `scrapy search` asks. "
        "Views that answer common questions are in [queries.md](queries.md)."
    )
    for mapper in sorted(Base.registry.mappers, key=lambda mapper: str(mapper.class_.__tablename__)):
        model = mapper.class_
        meanings = {name: meaning for base in reversed(model.__mro__) for name, meaning in _attribute_docs(base).items()}
        yield f"## {model.__tablename__}\n\n{inspect.getdoc(model)}"
        yield "| column | type | meaning |\n|---|---|---|\n" + "\n".join(_column_rows(model.__table__, meanings))


def _column_rows(table: Table, meanings: dict[str, str]) -> Iterator[str]:
    for column in table.columns:
        kind = column.type.compile(sqlite.dialect()).lower() + ("" if column.nullable else ", not null") + (", unique" if column.unique else "")
        refers = "".join(f" → `{key.column.table.name}.{key.column.name}`" for key in column.foreign_keys)
        meaning = _cell(meanings.get(column.name) or USUAL.get(column.name, ""))
        yield f"| `{column.name}` | {kind}{refers} | {meaning} |"


def _attribute_docs(model: type) -> dict[str, str]:
    """The strings that stand under the attributes of a class."""
    if model.__module__.partition(".")[0] != "db":
        return {}
    body = ast.parse(inspect.getsource(model)).body[0]
    assert isinstance(body, ast.ClassDef)
    pairs = zip(body.body, body.body[1:], strict=False)
    return {
        named.target.id: str(told.value.value)
        for named, told in pairs
        if isinstance(named, ast.AnnAssign) and isinstance(named.target, ast.Name) and isinstance(told, ast.Expr) and isinstance(told.value, ast.Constant)
    }


def export() -> Iterator[str]:
    """Every key of the export."""
    yield "# The export\n\n" + MADE.format(source="db/exports.py")
    yield (
        "`scrapy export reports.jsonl` writes one JSON object a report; `scrapy show ID --json` shows one. Null or an empty list where the page does not say. "
        "In `.csv` (UTF-8 with the mark that spreadsheets look for) and `.parquet` (needs pyarrow) lists and objects are JSON texts. "
        "`quote` and `evidence` are exact substrings of `body`, beginning at character `offset`."
    )
    yield "| key | meaning |\n|---|---|\n" + "\n".join(f"| `{key.name}` | {_cell(key.meaning)} |" for key in KEYS)


def queries() -> Iterator[str]:
    """Every view with a worked query."""
    yield "# Views and worked queries\n\n" + MADE.format(source="db/views.py")
    yield (
        "These views are in every archive. Ask them with any SQL client, for example `sqlite3 -header -box data/xianzhi.db` or `psql`; each query "
        "below runs on both engines as it stands. Rows name the report (`scrapy show ID`), and through it the capture that proves them."
    )
    for name, view in VIEWS.items():
        yield f"## {name}\n\n{view.meaning}"
        yield "| column | meaning |\n|---|---|\n" + "\n".join(f"| `{column}` | {_cell(meaning)} |" for column, meaning in view.columns.items())
        yield f"{view.question.rstrip('?.')}{'?' if view.question.endswith('?') else ':'}\n\n```sql\n{view.example};\n```"


def settings() -> Iterator[str]:
    """Our own settings."""
    yield "# Settings\n\n" + MADE.format(source="crawler/options.py")
    yield (
        "Each is an environment variable, or a Scrapy setting (`-s NAME=VALUE`). What we set of Scrapy's own settings stands with its reasons in "
        "`crawler/settings.py`."
    )
    yield "| setting | default | meaning |\n|---|---|---|\n" + "\n".join(
        f"| `{option.name}` | `{_default(option.name, option.default)}` | {_cell(option.help)} |" for option in OPTIONS
    )


def _default(name: str, default: object) -> object:
    # The one default that depends on the machine on which the docs are made.
    return "one less than the processors" if name == "REFINE_WORKERS" else default


def commands() -> Iterator[str]:
    """Our own commands."""
    yield "# Commands\n\n" + MADE.format(source="commands/")
    yield "Scrapy's own commands (`scrapy shell`, `scrapy fetch` …) work too. Every command has `--help`."
    for name, command in sorted(_commands().items()):
        yield f"## scrapy {name}\n\n`scrapy {name} {command.syntax()}`\n\n{command.long_desc()}"
        rows = [_option_row(action) for action in _own_options(command)]
        if rows:
            yield "| option | meaning |\n|---|---|\n" + "\n".join(rows)


def _commands() -> dict[str, ScrapyCommand]:
    modules = [importlib.import_module(module.__name__) for module in walk_modules_iter("commands")]
    return {module.__name__.rpartition(".")[2]: module.Command() for module in modules if hasattr(module, "Command")}


def _own_options(command: ScrapyCommand) -> list[argparse.Action]:
    """Those that are not Scrapy's global ones."""
    command.settings = importlib.import_module("scrapy.settings").Settings()
    ours, scrapys = ScrapyArgumentParser(conflict_handler="resolve"), ScrapyArgumentParser(conflict_handler="resolve")
    command.add_options(ours)
    ScrapyCommand.add_options(command, scrapys)
    known = {action.dest for action in scrapys._actions}  # noqa: SLF001  argparse has no other way to list them
    return [action for action in ours._actions if action.dest not in known]  # noqa: SLF001


def _option_row(action: argparse.Action) -> str:
    value = "" if action.nargs == 0 else f" {action.metavar or '|'.join(map(str, action.choices or ())) or action.dest.upper()}"
    return f"| `{', '.join(action.option_strings)}{_cell(value)}` | {_cell(action.help or '')} |"


def _cell(text: Any) -> str:
    return str(text).replace("``", "`").replace("\n", " ").replace("|", "\\|")


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "tables.md": tables,
    "export.md": export,
    "queries.md": queries,
    "settings.md": settings,
    "commands.md": commands,
}


def stale() -> list[str]:
    """The pages that are not what the code would make of them now."""
    return [name for name, make in PAGES.items() if not (DOCS / name).exists() or (DOCS / name).read_text(encoding="utf-8") != page(make)]


def page(make: Callable[[], Iterator[str]]) -> str:
    """A page as it stands in its file."""
    return "\n\n".join(make()) + "\n"


def main() -> None:
    """Make the pages, or look whether they are fresh."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="only look whether they are fresh")
    if parser.parse_args().check:
        if old := stale():
            sys.exit(f"docs are stale: {', '.join(old)}; run `python -m scripts.make_docs` and commit what it changes")
        return
    for name, make in PAGES.items():
        (DOCS / name).write_text(page(make), encoding="utf-8")


if __name__ == "__main__":
    main()
