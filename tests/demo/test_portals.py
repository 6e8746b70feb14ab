"""The portals above the counties."""

from demo.plan import Plan, default
from demo.server import serve


def test_portals_lead_from_the_province_to_every_county(ask):
    plan = default(12, 120)
    with serve(Plan(sites=plan.sites, portals=True)) as web:
        found = set()
        province = ask(web.portals.province.home)[2].decode()
        for prefecture in web.portals.prefectures:
            assert prefecture.home in province
            page = ask(prefecture.home)[2].decode()
            found |= {home for code, _ in prefecture.below if (home := web.portals.homes[code]) in page}
        assert found == {served.home for served in web.sites}
        assert {row["adcode"] for row in web.portals.truth()} == {served.adcode for served in web.sites}
        assert ask(web.portals.province.home + "nowhere")[0] == 404
