"""Reads old servers: OpenSSL 3 refuses the small keys that many county servers still offer (domain note 4.6).

What is fetched is public, nothing secret is sent, and Scrapy does not verify certificates either: a site's own word is as good as its key.
"""

from scrapy.core.downloader.contextfactory import _ScrapyClientContextFactory
from scrapy.crawler import Crawler
from twisted.internet.ssl import CertificateOptions

from crawler.connections import HttpHandler

CIPHERS = b"DEFAULT:@SECLEVEL=1"
"""Keys of 1,024 bits. As DOWNLOADER_CLIENT_TLS_CIPHERS it has no effect: Twisted keeps the names of a list and drops its level."""


class OldServers(_ScrapyClientContextFactory):
    """Scrapy's own options for a connection, at a lower level."""

    def _get_cert_options(self) -> CertificateOptions:
        options = super()._get_cert_options()
        options.getContext().set_cipher_list(CIPHERS)
        return options


class HttpsHandler(HttpHandler):
    """The download handler for https with these options."""

    def __init__(self, crawler: Crawler) -> None:
        """Scrapy's constructor."""
        super().__init__(crawler)
        self._contextFactory = OldServers.from_crawler(crawler)  # type: ignore[assignment]  # Twisted's interfaces are none to mypy
