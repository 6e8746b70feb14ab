"""Runs migrations: on the connection that ``db.revisions`` hands over, or on the database named by DATABASE_URL."""

import os
import sys

from alembic import context
from sqlalchemy import Connection

from db.errors import StoreError
from db.models import Base
from db.revisions import NEWEST, compared, complete, found, prepare
from db.session import DEFAULT_URL, make_engine, one_line, parse_url


def run(connection: Connection) -> None:
    """Migrate over one connection, all steps in one transaction (SQLite and Postgres both undo DDL)."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        include_name=compared,
        render_as_batch=True,  # SQLite alters a table by copying it
        compare_type=True,
        transactional_ddl=True,
    )
    prepare(connection)
    with context.begin_transaction():
        context.run_migrations()
    if found(connection) == NEWEST:
        complete(connection)


def main() -> None:
    """Use the given connection or open one."""
    given = context.config.attributes.get("connection")
    if given is not None:
        run(given)
        return
    try:
        url = parse_url(os.environ.get("DATABASE_URL") or DEFAULT_URL)
        engine = make_engine(url)
        with one_line(url.render_as_string(hide_password=True), "migrate"), engine.execution_options(writing=True).begin() as connection:
            run(connection)
        engine.dispose()
    except StoreError as error:
        sys.exit(str(error))


main()
