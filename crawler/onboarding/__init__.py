"""Onboarding without code: what home pages, portals and lists of portals say, and the entries that follow from it."""
