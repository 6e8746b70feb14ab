"""One visit of a site and of each of its columns: what to ask next, what is new, and what to write down; the spider only sends and receives."""

from crawler.visits.column import ColumnVisit
from crawler.visits.site import SiteVisit

__all__ = ["ColumnVisit", "SiteVisit"]
