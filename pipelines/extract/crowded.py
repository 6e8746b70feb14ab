"""Takes the attributes off tags that hold thousands: the parser walks through all of a tag's attributes to add one, for minutes where a tag fills a page."""

_LONG = 12_000
"""Characters of a tag up to which it may hold what it likes."""
_MOST_VALUES, _MOST_WORDS = 3000, 10_000


def without_crowds(text: str) -> str:
    """The source of a page without such attributes; nearly always the same text."""
    if len(text) < _LONG:
        return text
    pieces = text.split("<")
    return text if max(map(len, pieces)) < _LONG else "<".join([pieces[0], *map(_thinned, pieces[1:])])


def _thinned(piece: str) -> str:
    """A tag and what follows it. Pictures that stand in an attribute are long, but one word; scripts have braces."""
    tag, end, rest = piece.partition(">")
    if len(tag) < _LONG or not tag[0].isalpha():
        return piece
    if tag.count("=") > _MOST_VALUES or ("{" not in tag and len(tag.split()) > _MOST_WORDS):
        return tag.split(maxsplit=1)[0][:40] + (end or ">") + rest
    return piece
