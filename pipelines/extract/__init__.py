"""Finds the article on a page: its container, its lines, and what stands around it."""
