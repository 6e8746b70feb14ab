"""Any list page: links by dialects, dates and layout, the next page by whatever pager is shown."""

from crawler.families.base import Evidence, Family
from crawler.lists.listing import ListPage


class Generic(Family):
    """The family of pages that no vendor's marks claim."""

    name = "generic"

    def recognise(self, page: ListPage) -> Evidence:
        """Claim every page, less surely than any family that knows it."""
        return Evidence(0.05, ("any page",))
