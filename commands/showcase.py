"""What the demo shows after its crawl."""

from scrapy.settings import BaseSettings


def show_off(settings: BaseSettings) -> None:
    """Tell what was stored."""
