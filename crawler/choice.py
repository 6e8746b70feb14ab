"""Which sites a run visits: ``sites=410202,430212``, ``all``, ``due`` or ``demo``, from the registry, the database, or the demo web."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from crawler import registry
from crawler.addresses import is_public, literal, netloc
from crawler.registry import Site
from pipelines.errors import EntryError, XianzhiError


class ChoiceError(XianzhiError):
    """The sites that were asked for cannot be visited; the message says which and what to do."""


def choose(asked: str | None, stored: Iterable[Site], demo_web: Path) -> list[Site]:
    """The sites that ``asked`` names. ``stored``: sites that the database knows beyond the registry. Raises ChoiceError, EntryError."""
    if not asked:
        raise ChoiceError("say which sites: scrapy crawl county -a sites=410202,430212 (or all, due, demo); `scrapy sites list` shows them")
    if asked == "demo":
        return demo_sites(demo_web)
    known = {site.key: site for site in stored} | registry.load()
    if asked in ("all", "due"):
        return list(known.values())
    return [site for word in asked.split(",") if word.strip() for site in _named(word.strip(), known)]


def _named(word: str, known: dict[str, Site]) -> list[Site]:
    """A key names one site; an adcode all sites of the division."""
    found = [known[word]] if word in known else [site for site in known.values() if site.adcode == word]
    if not found:
        raise ChoiceError(f"no site for {word!r} is known; `scrapy sites list` shows those that are, `scrapy sites add URL` adds one")
    return found


def demo_sites(path: Path) -> list[Site]:
    """The sites of the running demo web, from the file that it wrote. Raises ChoiceError where none runs, or where the file names other machines."""
    if not path.is_file():
        raise ChoiceError("the demo web is not running: `scrapy demo` starts it and crawls it, `scrapy demo --serve` only starts it")
    try:
        sites = list(registry.load_file(path))
    except EntryError as error:
        raise ChoiceError(f"{path}: {error}") from error
    for site in sites:
        host = urlsplit(site.home).hostname or ""
        if not literal(host) or is_public(host):
            raise ChoiceError(f"{path} [{site.key}] home: the demo web stands on a loopback address, not at {site.home!r}")
    return sites


def netlocs(sites: Iterable[Site]) -> frozenset[str]:
    """``host:port`` of the demo sites: the only loopback addresses that a run may ask."""
    return frozenset(netloc(url) for site in sites for url in (site.home, *(column.url for column in site.columns)))
