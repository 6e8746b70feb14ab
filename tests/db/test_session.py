"""Guards how archives are opened, refused, and written by several at once."""

import sqlite3
import threading

import pytest
from sqlalchemy import select, text

from db import revisions
from db.errors import StoreError
from db.models import Run
from db.session import open_archive
from db.writes import begin_run


def test_an_sqlite_archive_is_made_with_its_folder_and_opens_again(tmp_path):
    url = f"sqlite:///{tmp_path / 'deep' / 'er' / 'a.db'}"
    first = open_archive(url)
    with first.writing() as session:
        run_id = begin_run(session, "county", {"sites": "demo"}, {"xianzhi": "1"})
    first.close()
    again = open_archive(url)
    with again.reading() as session:
        assert session.get_one(Run, run_id).asked == {"sites": "demo"}
    again.close()


def test_the_url_comes_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'env.db'}")
    open_archive().close()
    assert (tmp_path / "env.db").exists()


def test_sqlite_waits_for_other_writers_and_checks_foreign_keys(sqlite_url):
    archive = open_archive(sqlite_url)
    with archive.reading() as session:
        pragmas = {name: session.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")}
    assert pragmas == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1, "busy_timeout": 30_000}
    archive.close()


@pytest.mark.parametrize(
    ("url", "line"),
    [
        ("nonsense", "is not a database URL"),
        ("", "sqlite:///data"),
        ("mysql://root:secret@localhost/x", "kept in sqlite or postgresql, not in mysql"),
        ("postgresql://someone:secret@127.0.0.1:1/x", "cannot open postgresql://someone:\\*\\*\\*@127.0.0.1:1/x"),
        ("postgres://someone:secret@127.0.0.1:1/x", "cannot open postgresql://"),
        ("sqlite:////proc/nowhere/a.db", "cannot be made"),
        ("sqlite:////proc", "cannot open sqlite:////proc: unable to open database file"),
    ],
)
def test_a_database_that_cannot_be_opened_is_told_in_one_line_without_the_password(url, line, monkeypatch, tmp_path):
    if not url:
        monkeypatch.delenv("DATABASE_URL", raising=False)
        monkeypatch.chdir(tmp_path)
        assert line in open_archive(url).url
        return
    with pytest.raises(StoreError, match=line) as error:
        open_archive(url)
    assert "\n" not in str(error.value)
    assert "secret" not in str(error.value)


def test_a_file_that_is_no_database_is_told_in_one_line(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear county,\n" * 500)
    with pytest.raises(StoreError, match="file is not a database"):
        open_archive(f"sqlite:///{tmp_path / 'letter.txt'}")


def test_writing_is_all_or_nothing(archive):
    def killed(session):
        begin_run(session, "county", {}, {})
        raise RuntimeError("killed")

    with pytest.raises(RuntimeError):
        archive.write(killed)
    with archive.reading() as session:
        assert session.scalars(select(Run)).all() == []


def test_two_writers_take_turns(archive):
    def write_ten(name: str) -> None:
        for _ in range(10):
            archive.write(lambda session: begin_run(session, name, {}, {}))

    workers = [threading.Thread(target=write_ten, args=(name,)) for name in "ab"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    with archive.reading() as session:
        assert len(session.scalars(select(Run)).all()) == 20


def test_two_processes_may_open_a_new_archive_at_once(tmp_path):
    url, failures = f"sqlite:///{tmp_path / 'new.db'}", []

    def open_it() -> None:
        try:
            open_archive(url).close()
        except StoreError as error:
            failures.append(error)

    workers = [threading.Thread(target=open_it) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert failures == []


def test_a_killed_migration_leaves_no_half_archive(tmp_path, monkeypatch):
    def broken(_connection, _shown):
        _connection.exec_driver_sql("CREATE TABLE half (id integer)")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(revisions, "migrate", broken)
        with pytest.raises(KeyboardInterrupt):
            open_archive(f"sqlite:///{tmp_path / 'a.db'}")
    with sqlite3.connect(tmp_path / "a.db") as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    connection.close()
    open_archive(f"sqlite:///{tmp_path / 'a.db'}").close()
