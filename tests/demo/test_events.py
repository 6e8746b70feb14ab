"""What happens between two crawls is what the truth says, every time."""

import re

from demo import events
from demo.plan import default
from demo.server import DemoWeb, serve


def test_time_brings_new_edited_moved_and_removed_postings(ask):
    with serve(default(3, 300, ("trs", "vsb", "kaipu"))) as web:
        before = {row["url"]: row for row in web.truth()}
        happened = web.advance(new=3, edits=2, moves=1, removals=1)
        after = {row["url"]: row for row in web.truth()}
        kinds = [event.kind for event in happened]
        assert {kind: kinds.count(kind) for kind in set(kinds)} == {"new": 9, "edit": 6, "move": 3, "remove": 3}
        for event in happened:
            status = ask(event.url)[0]
            assert status == (404 if event.kind in {"move", "remove"} else 200)
            if event.kind == "edit":
                assert (before[event.url]["body"], after[event.url]["body"]) == (event.body_before, event.body_after)
            if event.kind == "move":
                assert ask(event.new_url)[0] == 200
                assert event.new_url in after
        assert web.events == happened


def test_the_same_calls_make_the_same_things_happen():
    def history():
        demo = DemoWeb(default(2, 200))
        return [(e.kind, e.number, e.key) for _ in range(3) for s in demo.sites for e in events.happen(s, new=2, edits=1, moves=1, removals=1, rebuild=False)]

    assert history() == history()


def test_an_edit_changes_the_validators_and_a_quiet_day_does_not():
    demo = DemoWeb(default(1, 100))
    served = demo.sites[0]
    (edit,) = events.happen(served, new=0, edits=1, moves=0, removals=0, rebuild=False)
    posting = served.site.posting(edit.number)
    tag = served.family.posted("", posting).etag
    events.happen(served, new=0, edits=0, moves=0, removals=0, rebuild=False)
    assert served.family.posted("", posting).etag == tag
    events.happen(served, new=0, edits=0, moves=0, removals=0, rebuild=True)
    assert served.family.posted("", posting).etag != tag


def test_a_rebuild_changes_footers_only():
    demo = DemoWeb(default(1, 100))
    served = demo.sites[0]
    posting = served.site.posting(5)
    before = served.family.article_page(posting, posting.article())
    events.happen(served, new=0, edits=0, moves=0, removals=0, rebuild=True)
    after = served.family.article_page(posting, posting.article())
    stamp = re.compile(r"页面生成时间：[\d :-]+")
    assert before != after
    assert stamp.sub("", before) == stamp.sub("", after)
