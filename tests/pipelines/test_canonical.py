"""Guards the one spelling of an address: what is noise goes, and what is no address at all stays as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.canonical import canonical, host_of, url_key


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.a.gov.cn/b/c.html?from=groupmessage#top", "a.gov.cn/b/c.html"),
        ("http://a.gov.cn/b;jsessionid=1A?y=2&x=1", "a.gov.cn/b?x=1&y=2"),
        ("http://a.gov.cn", "a.gov.cn/"),
        ("/disk/报告.txt", "/disk/报告.txt"),
        ("http://[bad/x.html", "http://[bad/x.html"),
    ],
)
def test_one_address_has_one_key(url, key) -> None:
    assert url_key(url) == key


def test_the_host_is_told_without_port_and_in_lower_case() -> None:
    assert host_of("http://WWW.A.gov.cn:8080/x") == "www.a.gov.cn"
    assert host_of("报告.txt") == host_of("http://[bad/") == ""


@given(st.one_of(st.text(max_size=60), st.text("[]:/?#@%x.1;=&\0\ud800", max_size=40)))
def test_nothing_is_too_strange_and_a_key_is_its_own(text) -> None:
    for url in (text, f"http://{text}", f"http://a.gov.cn/{text}"):
        assert isinstance(canonical(url), str)
        assert isinstance(host_of(url), str)
        assert isinstance(url_key(url), str)
