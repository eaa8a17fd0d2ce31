"""Page numbers that stand beside the text, half way down the outer margin, as some reports and journals print them."""

from collections import Counter
from collections.abc import Sequence

from ingest.pdf.raw import Line, RawPage

_WORDS = 18
"""Letters of a line of text."""
_LEAST = 5
"""Such lines that show where the text's edges are."""
_PAGES = 3
"""Pages with a number at one height."""


def beside(pages: Sequence[RawPage]) -> dict[tuple[int, int], Line]:
    """Return the numbers that stand by themselves in the margin, as high on one page as on others.

    Several on a page are numbers of lines; one that stands elsewhere is the label of a note or of a heading.

    Returns:
        Each by its page's index and its place among the page's lines.
    """
    found = {(page.index, key): line for page in pages for key, line in _alone(page)}
    heights = Counter(round(line.baseline) for line in found.values())
    return {place: line for place, line in found.items() if heights[round(line.baseline)] >= _PAGES}


def _alone(page: RawPage) -> list[tuple[int, Line]]:
    words = [line for line in page.lines if len(line.text) >= _WORDS]
    if len(words) < _LEAST:
        return []
    left, right = _edge([line.box[0] for line in words]), -_edge([-line.box[2] for line in words])
    found = [
        (key, line)
        for key, line in enumerate(page.lines)
        if line.text.strip().isdecimal() and (line.box[2] < left - line.size or line.box[0] > right + line.size)
    ]
    return found if len(found) == 1 else []


def _edge(places: Sequence[float]) -> float:
    return sorted(places)[len(places) // 20]
