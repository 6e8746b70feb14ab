"""Scrapy's cookies, with the public suffixes that ship with tldextract: fetching newer ones at each first start needs a network."""

from scrapy.downloadermiddlewares import cookies
from tldextract import TLDExtract

cookies._split_domain = TLDExtract(suffix_list_urls=(), include_psl_private_domains=True)  # noqa: SLF001  Scrapy has no setting for it


class CookiesMiddleware(cookies.CookiesMiddleware):
    """Ordinary cookie hand-shakes of reverse proxies (domain note 4.3)."""
