"""A demo web in a process of its own."""

from demo.apart import serve_apart
from demo.plan import default


def test_a_web_in_another_process_tells_the_same(ask):
    with serve_apart(default(2, 100, ("vsb", "trs"))) as web:
        row = web.truth()[7]
        assert row["title"] in ask(row["url"])[2].decode()
        (event,) = [e for e in web.advance(new=0, removals=1) if e.adcode == web.sites[1].adcode]
        assert ask(event.url)[0] == 404
        assert web.requests() == 2
        web.forget_requests()
        assert web.requests() == 0
