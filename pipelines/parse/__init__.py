"""Reads a page's metadata: title, dates, source, credits, column and site, each with the evidence for it."""
