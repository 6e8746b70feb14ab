"""Opens the archive: an SQLite file that is migrated on opening, or a Postgres database that must be at the newest revision."""

import json
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session

from db import revisions
from db.errors import StoreError

DEFAULT_URL = "sqlite:///data/xianzhi.db"
BUSY_SECONDS = 30
"""How long a writer waits for another one on SQLite, which has one writer at a time."""
RETRIED = ("40001", "40P01")
"""SQLSTATE of a serialization failure and of a deadlock: the same work, done again, succeeds."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Archive:
    """An opened database. ``url`` shows no password."""

    engine: Engine
    url: str

    @property
    def is_sqlite(self) -> bool:
        """True for the default kind of archive."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the archive and changes nothing."""
        engine = self.engine if self.is_sqlite else self.engine.execution_options(isolation_level="REPEATABLE READ")
        with one_line(self.url, "read"), Session(engine) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose work is committed as a whole when the block ends, and undone when it raises.

        On SQLite the transaction takes the write lock at once (BEGIN IMMEDIATE), so that what it reads stays true until it commits.
        """
        with one_line(self.url, "write"), Session(self.engine.execution_options(writing=True), expire_on_commit=False) as session, session.begin():
            yield session

    def write(self, work: Callable[[Session], T], tries: int = 4) -> T:
        """Do ``work`` in a writing session; where two workers stood in each other's way (deadlock), do it again."""
        for left in reversed(range(tries)):
            try:
                with self.writing() as session:
                    return work(session)
            except StoreError as error:
                if not left or getattr(getattr(error.__cause__, "orig", None), "sqlstate", None) not in RETRIED:
                    raise
        raise AssertionError("tries must be at least 1")

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


def open_archive(url: str | None = None) -> Archive:
    """Open the database at ``url`` (default: ``DATABASE_URL``, or an SQLite file under ``data/``).

    An SQLite archive is created with its folder where it is missing, and migrated. A Postgres one must be at the newest revision.

    Raises:
        StoreError: the URL is wrong, the server does not answer, or the database is of another revision.

    """
    parsed = parse_url(url or os.environ.get("DATABASE_URL") or DEFAULT_URL)
    shown = parsed.render_as_string(hide_password=True)
    engine = make_engine(parsed)
    try:
        with one_line(shown, "open"):
            _at_newest(engine, shown)
    except StoreError:
        engine.dispose()
        raise
    return Archive(engine, shown)


def parse_url(text: str) -> URL:
    """Read a database URL of a kind that we keep archives in."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise StoreError("DATABASE_URL is not a database URL: give sqlite:///path/to/file.db or postgresql://user:password@host/name") from None
    if url.drivername == "postgres":
        url = url.set(drivername="postgresql")
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise StoreError(f"archives are kept in sqlite or postgresql, not in {url.get_backend_name()}: change DATABASE_URL")
    return url


def make_engine(url: URL) -> Engine:
    """An engine with our pragmas and transactions; creates the folder of an SQLite file."""
    try:
        if url.get_backend_name() != "sqlite":
            return create_engine(url, json_serializer=_json, pool_pre_ping=True, connect_args={"connect_timeout": 10})
        if url.database and url.database != ":memory:":
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(url, json_serializer=_json, connect_args={"timeout": BUSY_SECONDS})
    except OSError as error:
        raise StoreError(f"the folder of {url.database} cannot be made: {error.strerror}") from None
    except (NoSuchModuleError, ModuleNotFoundError, TypeError) as error:
        raise StoreError(f"no driver for {url.drivername}: {error}") from None
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _json(value: Any) -> str:
    # Neither engine takes U+0000 or half of a surrogate pair, and pages hold both.
    return _ENCODER.encode(value).replace("\\u0000", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def _set_pragmas(connection: Any, _record: object) -> None:
    # isolation_level None: the driver leaves BEGIN to us, see _begin.
    connection.isolation_level = None
    _set_wal(connection)
    for pragma in ("synchronous=NORMAL", "foreign_keys=ON", "cache_size=-65536", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}").close()


def _set_wal(connection: Any) -> None:
    """Turn the write-ahead log on. SQLite does not wait here as it does elsewhere where another process is just doing the same."""
    for left in reversed(range(BUSY_SECONDS * 20)):
        try:
            connection.execute("PRAGMA journal_mode=WAL").close()
        except sqlite3.OperationalError as error:
            if not left or "locked" not in str(error):
                raise
            time.sleep(0.05)
        else:
            return


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writing") else "BEGIN")


def _at_newest(engine: Engine, shown: str) -> None:
    """Migrate an SQLite archive; refuse a Postgres one that is not at the newest revision."""
    with engine.connect() as connection:
        found = revisions.found(connection)
    if found == revisions.NEWEST:
        return
    if engine.dialect.name == "postgresql":
        raise StoreError(revisions.refusal(found, shown))
    with engine.execution_options(writing=True).begin() as connection:
        revisions.migrate(connection, shown)


@contextmanager
def one_line(shown: str, doing: str) -> Iterator[None]:
    """Turn the database's own failures (not reachable, full, locked, not a database) into one line; programming errors pass."""
    try:
        yield
    except OperationalError as error:
        raise StoreError(f"cannot {doing} {shown}: {_first_line(error)}") from error
    except DBAPIError as error:
        if "not a database" not in str(error.orig) and "malformed" not in str(error.orig):
            raise
        raise StoreError(f"cannot {doing} {shown}: {_first_line(error)}") from error


def _first_line(error: SQLAlchemyError) -> str:
    text = str(getattr(error, "orig", None) or error).strip()
    return text.splitlines()[0] if text else type(error).__name__
