"""Genres of county news: one module each with WEIGHTS (by month), ``sketch`` (headline and plan) and ``compose`` (the text)."""
