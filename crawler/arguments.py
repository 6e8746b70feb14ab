"""Spider arguments (``-a name=value``), which arrive as text."""

from typing import Any

from pipelines.errors import XianzhiError


def value(name: str, text: str | None, read: Any, wanted: str) -> Any:
    """A spider argument, or None where it is not given. Raises XianzhiError where it cannot be read."""
    if text is None or text == "":
        return None
    try:
        return read(text)
    except ValueError:
        raise XianzhiError(f"{name}={text}: must be {wanted}") from None
