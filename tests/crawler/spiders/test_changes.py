"""What happens on a site between two crawls is told as what it is: new, edited, moved, removed."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select, update

from db.models import Posting, Version
from db.session import open_archive
from demo.plan import default
from demo.server import serve
from pipelines.canonical import url_key
from tests.crawler.spiders.world import crawl, rows


def make_due(home, days):
    """As if so many days had gone by since every page was first seen."""
    archive = open_archive(f"sqlite:///{home}/x.db")
    with archive.writing() as session:
        back = datetime.now(UTC) - timedelta(days=days)
        session.execute(update(Posting).where(Posting.next_visit_at.is_not(None)).values(next_visit_at=back))
    archive.close()


def test_edits_moves_and_removals_are_told_and_nothing_else(tmp_path):
    with serve(default(2, 40)) as web:
        crawl(tmp_path, web, columns=True)
        events = web.advance(new=2, edits=2, moves=1, removals=1, rebuild=True)
        make_due(tmp_path, 1)
        crawl(tmp_path, web, columns=True)
        make_due(tmp_path, 2)
        crawl(tmp_path, web, columns=True)
        truth = {url_key(row["url"]) for row in web.truth()}
    kinds = {kind: {url_key(event.url) for event in events if event.kind == kind} for kind in ("new", "edit", "move", "remove")}
    with rows(tmp_path) as session:
        state = dict(session.execute(select(Posting.url_key, Posting.state)).all())
        texts = dict(
            session.execute(select(Posting.url_key, func.count()).join(Version).where(Version.is_tombstone.is_(False)).group_by(Posting.url_key)).all()
        )
        tombs = set(session.scalars(select(Posting.url_key).join(Version).where(Version.is_tombstone)))
    assert truth <= state.keys()
    assert {key for key, count in texts.items() if count > 1} == kinds["edit"]
    assert tombs == kinds["remove"] | kinds["move"]
    assert {key for key, was in state.items() if was == "gone"} == tombs
    assert kinds["new"] <= state.keys()
