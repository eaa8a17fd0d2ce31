"""Where a stretch of text stands within its printed lines: the parts of lines under some of their characters."""

from collections.abc import Iterator, Sequence

from ingest.model import Box, Marker, Span

_NARROW, _WIDE = frozenset("iljtfrI.,;:!'’‘()[]/|-"), frozenset("mwMWQO—@%")
"""Letters of about half and of half again the common width, in any text face."""
_RAISED = 0.6
"""Width of a note's mark, raised and small, against the same figures in the line."""


def boxes_of(
    text: str, spans: Sequence[Span], start: int, end: int, markers: Sequence[Marker] = ()
) -> Iterator[tuple[int, Box]]:
    """The parts of lines under the characters [start, end) of their text, each with its page index.

    A span knows its line's box and not its letters': their places are told from the common widths of letters, and may
    be off by one (a median of 2 points over the corpus; `ingest.pdf.printed.at_words` puts them right where the file
    is at hand).

    Args:
        text: of a block or a note.
        spans: its lines.
        start: first character.
        end: the character after the last one.
        markers: those of the text, which take room in a line though they are not in the text.
    """
    for line in spans:
        left, right = max(start, line.start), min(end, line.end)
        if (left, right) == (line.start, line.end):
            yield line.page, line.bbox
        elif left < right:
            x0, y0, x1, y1 = line.bbox

            def width(first: int, last: int, line: Span = line) -> float:
                marks = [one for one in markers if line.start < one.offset <= line.end and first < one.offset <= last]
                return _width(text[first:last]) + _RAISED * sum(_width(one.label) for one in marks)

            unit = (x1 - x0) / (width(line.start, line.end) or 1)
            begin = x0 + unit * width(line.start, left)
            yield line.page, (begin, y0, min(x1, begin + unit * width(left, right)), y1)


class _Widths(dict[str, float]):
    """The width of each letter, told when it is first asked for."""

    def __missing__(self, char: str) -> float:
        wide = 1.5 if char in _WIDE else 1.3 if char.isupper() else 0.6 if char == " " else 1.0
        return self.setdefault(char, 0.55 if char in _NARROW else wide)


_widths = _Widths()


def _width(text: str) -> float:
    return sum(map(_widths.__getitem__, text))
