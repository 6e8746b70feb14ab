"""Which addresses may be asked: public ones only, checked again after names are resolved, so that no page can send the crawler inside."""

import ipaddress
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from scrapy.exceptions import IgnoreRequest
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred


class NotPublic(IgnoreRequest):
    """The address is loopback, private, link-local, a metadata service or otherwise not on the public internet."""


def literal(host: str) -> bool:
    """True where the host is written as an IP address."""
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def is_public(address: str) -> bool:
    """True for globally reachable unicast addresses (IANA special-purpose registries, as the ``ipaddress`` module knows them)."""
    parsed = ipaddress.ip_address(address.strip("[]").partition("%")[0])
    mapped = getattr(parsed, "ipv4_mapped", None) or getattr(parsed, "sixtofour", None)
    if mapped is not None:
        return is_public(str(mapped))
    return parsed.is_global and not parsed.is_multicast


def netloc(url: str) -> str:
    """``host:port`` with the port written out: the key under which the demo web is allowed."""
    parts = urlsplit(url)
    return f"{parts.hostname}:{parts.port or (443 if parts.scheme == 'https' else 80)}"


def other_scheme(url: str) -> str:
    """The same address with http for https, or the reverse; a port of its own stays."""
    parts = urlsplit(url)
    host = parts.netloc.removesuffix(":80").removesuffix(":443")
    return parts._replace(scheme="http" if parts.scheme == "https" else "https", netloc=host).geturl()


class PublicResolver(CachingThreadedResolver):
    """Scrapy's caching resolver, which refuses names that lead to addresses that are not public. What it answers is what is connected to."""

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> "Deferred[str]":  # noqa: N802  Twisted's name
        """Resolve, then judge; IP literals were judged before by the politeness middleware, which knows the demo web."""
        answer: Deferred[str] = super().getHostByName(name, timeout)
        if not literal(name):
            answer.addCallback(self._judge, name)
        return answer

    @staticmethod
    def _judge(address: Any, name: str) -> Any:
        if not is_public(address):
            raise NotPublic(f"{name} resolves to {address}, which is not a public address")
        return address
