"""The nouns as tables. Import them from here: ``from db.models import Report``."""

from db.models.base import Base
from db.models.captures import Capture, Rejection, Run
from db.models.facts import Credit, EventDate, Formula, Indicator, Keyword, Meeting, Mention, OtherFact
from db.models.reports import Posting, Report, ReportLink, Resource, ShingleBucket, Version
from db.models.sites import Column, Division, Link, LinkState, Site, SiteHost, SiteState

__all__ = [
    "Base",
    "Capture",
    "Column",
    "Credit",
    "Division",
    "EventDate",
    "Formula",
    "Indicator",
    "Keyword",
    "Link",
    "LinkState",
    "Meeting",
    "Mention",
    "OtherFact",
    "Posting",
    "Rejection",
    "Report",
    "ReportLink",
    "Resource",
    "Run",
    "ShingleBucket",
    "Site",
    "SiteHost",
    "SiteState",
    "Version",
]
