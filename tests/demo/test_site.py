"""A site computes its postings and lists without keeping them."""

from demo.plan import default
from demo.site import REPEAT, Site


def test_publish_times_rise_and_lists_fall():
    plan = default(2, 5000)
    site = Site(plan, plan.sites[0])
    times = [site.published(n) for n in range(site.count) if n % REPEAT != REPEAT - 1]
    assert times == sorted(times)
    assert max(times) <= plan.until
    shown = [p.published for p in site.rows(site.own[0], 1)]
    assert shown == sorted(shown, reverse=True)


def test_a_hundred_thousand_articles_cost_no_memory_to_plan():
    plan = default(1, 100_000)
    site = Site(plan, plan.sites[0])
    assert site.posting(99_999).article().title
    assert site.rows(site.own[0], site.pages(site.own[0]))
