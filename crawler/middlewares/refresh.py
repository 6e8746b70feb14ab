"""Scrapy's meta refresh, for pages that hold one: taking every page apart to find none costs more than asking whether the word is there."""

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import MetaRefreshMiddleware
from scrapy.http import Response

WINDOW = 4 * 4096
"""Bytes. Scrapy looks at the first 4,096 characters of a page; each has at most four."""


class RefreshMiddleware(MetaRefreshMiddleware):
    """Follows ``<meta http-equiv="refresh">`` within METAREFRESH_MAXDELAY seconds (domain note 4.3)."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]  # Scrapy's third argument is going away
        """The page that a refresh names, or the response itself."""
        if b"refresh" not in response.body[:WINDOW].lower():
            return response
        return super().process_response(request, response)
