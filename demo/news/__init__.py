"""Writes county news in our own sentences and knows the truth of every article."""

from demo.news.article import Article, IndicatorTruth, PersonTruth
from demo.news.divisions import Division, invented
from demo.news.write import Assignment, headline, write

__all__ = ["Article", "Assignment", "Division", "IndicatorTruth", "PersonTruth", "headline", "invented", "write"]
