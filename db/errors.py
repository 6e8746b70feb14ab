"""The root of our exceptions, and the one that the database raises; ``pipelines.errors`` tells the whole tree."""


class XianzhiError(Exception):
    """Any failure that this project names. ``str(error)`` is one line fit for a user."""


class StoreError(XianzhiError):
    """The database cannot be reached, migrated, read or written; the line says what to do."""


class AskError(XianzhiError):
    """A question that cannot be asked as it stands: no words, an unknown place, a date that is none; the line says what to write instead."""
