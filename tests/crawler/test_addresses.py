"""The crawler asks public addresses only."""

import pytest

from crawler.addresses import NotPublic, PublicResolver, is_public, literal, netloc


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "100.64.0.1",
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        "2002:7f00:1::",
    ],
)
def test_addresses_inside_are_refused(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.2.4.8", "114.114.114.114", "2400:3200::1", "::ffff:1.2.4.8"])
def test_public_addresses_are_allowed(address):
    assert is_public(address)


def test_a_name_that_resolves_inside_is_refused():
    with pytest.raises(NotPublic, match="metadata.example resolves to 169.254.169.254"):
        PublicResolver._judge("169.254.169.254", "metadata.example")


@pytest.mark.parametrize(("host", "is_literal"), [("1.2.3.4", True), ("[::1]", True), ("www.county.example", False), ("", False)])
def test_literals_are_told_from_names(host, is_literal):
    assert literal(host) is is_literal


def test_the_port_is_written_out():
    assert [netloc(u) for u in ("http://a.example/x", "https://a.example/", "http://127.0.0.1:81/")] == ["a.example:80", "a.example:443", "127.0.0.1:81"]
