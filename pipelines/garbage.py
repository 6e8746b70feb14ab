"""How seldom Python looks for garbage in a process that lives long and has loaded much."""

import gc

THRESHOLDS = (10_000, 20, 50)
"""Python's own are (700, 10, 10): a crawl spent a fifth of its time on searches that found next to nothing. Reference counts free nearly all at once."""


def settle() -> None:
    """To be called when everything is loaded: what is there now (modules, dictionaries, rules) stays and is never searched again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
