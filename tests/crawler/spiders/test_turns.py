"""Many sites in one run."""

from demo.plan import default
from demo.server import serve
from tests.crawler.spiders.world import crawl


def test_no_site_waits_until_others_have_ended(tmp_path):
    with serve(default(40, 280)) as web:
        _, outcomes = crawl(tmp_path, web)
        half = sorted(moment for served in web.sites for moment in served.log.times)[web.requests() // 2]
        shares = [sum(moment <= half for moment in served.log.times) / served.log.total for served in web.sites]
    assert all(one.stored == one.truth for one in outcomes)
    assert min(shares) > 0.1
