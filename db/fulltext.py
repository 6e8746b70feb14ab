"""The full-text index over titles and bodies: one behaviour on SQLite (FTS5, contentless) and Postgres (tsvector, GIN).

The index only finds candidates, by the tokens of ``db.words``; ``db.queries`` then looks at the texts themselves. It holds neither text nor places,
which keeps it small and quick to fill, and keeps the limits of either engine (positions, trigrams, locales) out of the answers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import BindParameter, Select, TextClause, bindparam, cast, column, literal, literal_column, select, table, text
from sqlalchemy.dialects.postgresql import ARRAY, TEXT, TSQUERY
from sqlalchemy.orm import Session

from db.words import Word, hans, needed, tokens


@dataclass(frozen=True, slots=True)
class Indexed:
    """What of a report is searched. The body in simplified script; a title in traditional script is simplified here."""

    report_id: int
    title: str | None
    body_hans: str
    script: str

    @property
    def tokens(self) -> str:
        """Of title and body together."""
        title = self.title or ""
        return tokens(f"{hans(title) if self.script == 'hant' else title}\n{self.body_hans}")


def add(session: Session, texts: Iterable[Indexed]) -> None:
    """Index new texts."""
    if session.get_bind().dialect.name == "sqlite":
        _run(session, "INSERT INTO fulltext (rowid, words) VALUES (:id, :words)", [{"id": t.report_id, "words": t.tokens} for t in texts])
    else:
        statement = text("INSERT INTO fulltext (report_id, words) VALUES (:id, array_to_tsvector(:words))").bindparams(_words())
        _run(session, statement, [{"id": t.report_id, "words": t.tokens.split()} for t in texts])


def remove(session: Session, texts: Iterable[Indexed]) -> None:
    """Take texts out of the index; they must be exactly what was added (SQLite before 3.43 needs the old words to forget them)."""
    if session.get_bind().dialect.name == "sqlite":
        statement = "INSERT INTO fulltext (fulltext, rowid, words) VALUES ('delete', :id, :words)"
        _run(session, statement, [{"id": t.report_id, "words": t.tokens} for t in texts])
    else:
        _run(session, "DELETE FROM fulltext WHERE report_id = :id", [{"id": t.report_id} for t in texts])


def _words() -> BindParameter[Sequence[str]]:
    return bindparam("words", type_=ARRAY(TEXT))


def _run(session: Session, statement: str | TextClause, rows: list[dict[str, object]]) -> None:
    if rows:
        session.execute(text(statement) if isinstance(statement, str) else statement, rows)


def candidates(session: Session, words: Sequence[Word]) -> Select[tuple[int]]:
    """The ids of the reports that hold all tokens of some spelling of each word; ``words`` must not be empty."""
    if session.get_bind().dialect.name == "sqlite":
        match = " AND ".join("(" + " OR ".join(" AND ".join(_fts5(t, p) for t, p in needed(s)) for s in w.spellings) + ")" for w in words)
        fulltext = table("fulltext", column("rowid"))
        return select(fulltext.c.rowid).select_from(fulltext).where(literal_column("fulltext").op("MATCH")(literal(match)))
    match = " & ".join("(" + " | ".join("(" + " & ".join(_tsquery(t, p) for t, p in needed(s)) + ")" for s in w.spellings) + ")" for w in words)
    fulltext = table("fulltext", column("report_id"), column("words"))
    return select(fulltext.c.report_id).where(fulltext.c.words.op("@@")(cast(literal(match), TSQUERY)))


def _fts5(token: str, beginning: bool) -> str:
    return f'"{token}"' + ("*" if beginning else "")


def _tsquery(token: str, beginning: bool) -> str:
    return f"'{token}'" + (":*" if beginning else "")
