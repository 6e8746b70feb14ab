"""Pages that are not there."""

from datetime import UTC, datetime, timedelta

import pytest

from crawler import absent
from crawler.absent import LED_HOME, SHOWN, AbsentPages
from crawler.ledger import Ledger
from crawler.registry import Site
from db.session import open_archive

HOME = "http://www.qingxi.gov.cn/"
ARTICLE = HOME + "xwzx/202403/t20240306_1.html"
SHELL, ELSE = "sha1:SHELL", "sha1:ELSE"


@pytest.fixture
def visit(tmp_path):
    archive = open_archive(f"sqlite:///{tmp_path / 'x.db'}")
    ledger = Ledger(archive)
    site_id = ledger.note_site(Site(key="410308", adcode="410308", name="清溪县", home=HOME))
    yield lambda: AbsentPages(ledger, site_id, HOME)
    archive.close()


def test_a_host_is_asked_once_for_a_path_that_cannot_be_there(visit):
    asked = visit().question()
    assert asked is not None
    assert asked.startswith(HOME)
    assert asked != visit().question()
    visit().answered(404, ELSE)
    assert visit().question() is None
    assert visit().obstacle(ARTICLE, ARTICLE, 200, ELSE) is None


def test_it_is_asked_again_when_the_site_may_have_another_system(visit, monkeypatch):
    visit().answered(404, ELSE)
    monkeypatch.setattr(absent, "ASK_AGAIN", timedelta(0))
    assert visit().question() is not None
    assert datetime.now(UTC) - visit()._asked < timedelta(minutes=1)


def test_what_is_shown_for_missing_pages_is_no_article(visit):
    visit().answered(200, SHELL)
    assert visit().obstacle(ARTICLE, ARTICLE, 200, SHELL) == SHOWN
    assert visit().obstacle(ARTICLE, ARTICLE, 200, ELSE) is None
    assert visit().obstacle(ARTICLE, ARTICLE, 304, SHELL) is None
    assert visit().obstacle(HOME, HOME, 200, SHELL) is None


@pytest.mark.parametrize("home", [HOME, HOME + "index.html", HOME + "Index.shtml", "http://qingxi.gov.cn", HOME + "default.aspx"])
def test_an_article_that_leads_home_is_gone(visit, home):
    assert visit().obstacle(ARTICLE, home, 200, ELSE) == LED_HOME
    assert visit().obstacle(home, home, 200, ELSE) is None


@pytest.mark.parametrize("page", [HOME + "?id=5", HOME + "index.jsp?urltype=news&wbnewsid=1", HOME + "news/index.html"])
def test_an_address_that_names_a_page_is_not_the_home_page(visit, page):
    assert visit().obstacle(ARTICLE, page, 200, ELSE) is None
