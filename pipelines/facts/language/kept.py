"""What is known of words, kept: few thousand words make up most of all reports."""

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")
_MOST = 50_000
"""More words than the reports of many counties use; what comes after is found anew each time."""


class Kept(dict[str, Value]):
    """What a function says of a word, by word.

    Looking here takes no call, and the words of reports lie close together: a table of all words is spread over so much memory that most looks into it
    have to wait for it.
    """

    def __init__(self, find: Callable[[str], Value]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> Value:
        """Found, and kept while there is room."""
        value = self._find(word)
        if len(self) < _MOST:
            self[word] = value
        return value
