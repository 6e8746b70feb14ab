"""Plans share articles out and give equal webs for equal plans."""

from demo.plan import default
from demo.server import DemoWeb


def test_articles_are_shared_out_to_the_last():
    assert [site.articles for site in default(3, 100).sites] == [34, 33, 33]
    assert default(7, 1000).articles == 1000


def test_families_take_turns():
    assert [site.family for site in default(4, 40, ("vsb", "trs")).sites] == ["vsb", "trs", "vsb", "trs"]


def test_further_fields_reach_every_site():
    assert {site.per_page for site in default(3, 30, per_page=5).sites} == {5}


def test_equal_plans_give_equal_bytes():
    def pages():
        family = DemoWeb(default(2, 60)).sites[1].family
        return family.home(), family.list_page(family.site.own[0], 1), family.article_page(family.site.posting(3), family.site.posting(3).article())

    assert pages() == pages()
