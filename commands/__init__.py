"""The door: one file, one ``scrapy <verb>``."""
