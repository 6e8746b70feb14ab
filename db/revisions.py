"""Which revision a database is of, which one this code needs, and the way from one to the other (Alembic)."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from db import views
from db.errors import StoreError
from db.writes.places import fill_divisions

if TYPE_CHECKING:
    import alembic.config

NEWEST = "0002"
"""The revision that this code reads and writes: the head of ``alembic/versions`` (a test holds the two together)."""
VIEWS = "921d9a891b3c"
"""``views.fingerprint()`` at that revision: views are made anew when an archive is migrated, so a changed view needs a revision of its own."""
FOLDER = Path(__file__).resolve().parent.parent / "alembic"


def compared(name: str | None, kind: str, _parents: object) -> bool:
    """Whether autogenerate compares an object: not the full-text index and its shadow tables, which are made by DDL of their own."""
    return not (kind == "table" and (name or "").startswith("fulltext"))


def prepare(connection: Connection) -> None:
    """Before the migrations: no view stands in the way of a table's change."""
    views.drop(connection)


def complete(connection: Connection) -> None:
    """After them: what is derived from the code is made anew, the views and the list of divisions."""
    fill_divisions(connection)
    views.create(connection)


def found(connection: Connection) -> str | None:
    """The revision of a database; None where Alembic has never been there."""
    if "alembic_version" not in inspect(connection).get_table_names():
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def refusal(revision: str | None, shown: str) -> str:
    """Why a database is not opened, and what to do about it."""
    if revision is not None and revision not in _known():
        return f"{shown} is of revision {revision}, which this version of xianzhi does not know: update xianzhi"
    state = "is not set up" if revision is None else f"is of the older revision {revision}"
    return f"{shown} {state}: run `alembic upgrade head` with the same DATABASE_URL"


def migrate(connection: Connection, shown: str) -> None:
    """Bring a database to the newest revision within the caller's transaction, unless another process has done so meanwhile.

    Raises:
        StoreError: its revision is not one of ours, or it holds tables that are not ours.

    """
    revision = found(connection)
    if revision == NEWEST:
        return
    if revision is not None and revision not in _known():
        raise StoreError(refusal(revision, shown))
    if revision is None and inspect(connection).get_table_names():
        raise StoreError(f"{shown} holds tables that are not ours: give another file in DATABASE_URL")
    from alembic import command  # noqa: PLC0415  an archive at the newest revision opens without the 0.1 s that these imports take

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _known() -> set[str]:
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    return {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def _config() -> "alembic.config.Config":
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return config
