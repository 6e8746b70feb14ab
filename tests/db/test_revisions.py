"""Guards that the migrations and the models say the same."""

import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from db import revisions
from db.errors import StoreError
from db.models import Base
from db.session import open_archive


def test_the_models_need_no_further_migration(archive):
    options = {"include_name": revisions.compared, "compare_type": True, "target_metadata": Base.metadata}
    with archive.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection, opts=options), Base.metadata)
    assert differences == []


def test_newest_is_the_head_of_the_migrations():
    assert ScriptDirectory.from_config(revisions._config()).get_heads() == [revisions.NEWEST]


def test_the_migrations_folder_does_not_shadow_the_library():
    assert not (revisions.FOLDER / "__init__.py").exists()
    assert "site-packages" in sys.modules["alembic"].__file__


def test_every_migration_can_be_undone(archive):
    with archive.engine.execution_options(writing=True).begin() as connection:
        config = revisions._config()
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        left = connection.execute(text("SELECT count(*) FROM alembic_version")).scalar()
    assert left == 0


def test_a_newer_database_is_refused_in_one_line(archive, database_url):
    with archive.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r"revision 9999, which this version of xianzhi does not know: update xianzhi$") as error:
        open_archive(database_url)
    assert "\n" not in str(error.value)


def test_an_empty_postgres_is_refused_with_the_way_out(bare_postgres_url):
    with pytest.raises(StoreError, match=r"is not set up: run `alembic upgrade head`"):
        open_archive(bare_postgres_url)


def test_alembic_upgrade_head_sets_up_a_postgres(bare_postgres_url, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", bare_postgres_url)
    command.upgrade(Config(Path(revisions.FOLDER).parent / "alembic.ini"), "head")
    open_archive(bare_postgres_url).close()


def test_someone_elses_database_is_left_alone(tmp_path: Path):
    url = f"sqlite:///{tmp_path / 'theirs.db'}"
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE theirs (id integer)"))
    engine.dispose()
    with pytest.raises(StoreError, match="holds tables that are not ours"):
        open_archive(url)
