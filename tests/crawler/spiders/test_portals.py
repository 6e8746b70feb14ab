"""County sites are found from the province's portal down, and only those that confirm who they are."""

from sqlalchemy import select

from db.models import Site
from demo.entries import entries, portal_entries
from demo.news.divisions import invented
from demo.plan import Plan, SitePlan
from demo.server import serve
from tests.crawler.spiders.world import QUICK, rows, scrapy


def test_every_county_below_the_province_is_found_and_no_other(tmp_path):
    sites = (SitePlan(index=i, family="trs", division=invented(i), articles=6, faults=frozenset(["foreign_code"] if i == 4 else [])) for i in range(14))
    with serve(Plan(sites=tuple(sites), portals=True)) as web:
        (tmp_path / "demo.toml").write_text(entries(web), encoding="utf-8")
        (tmp_path / "demo.portals.toml").write_text(portal_entries(web), encoding="utf-8")
        done = scrapy(tmp_path, "crawl", "portals", "-a", "provinces=demo", *QUICK)
        truth = {row["adcode"]: row["home"] for row in web.portals.truth()}
    with rows(tmp_path) as session:
        found = {site.adcode: site.home for site in session.scalars(select(Site))}
    doubtful = invented(4).adcode
    assert found == {code: home for code, home in truth.items() if code != doubtful}, done.stderr
    assert "13 counties" in done.stdout


def test_a_province_that_is_none_is_refused_in_one_line(tmp_path):
    done = scrapy(tmp_path, "crawl", "portals", "-a", "provinces=999999", check=False)
    assert done.returncode == 2
    assert "999999 is no province" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
