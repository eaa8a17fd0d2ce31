"""Pages that may belong to a work's numbering without printing a number, and covers that archives put before it."""

from collections.abc import Sequence
from itertools import zip_longest

from ingest.pdf.raw import RawPage

_TEXT = 600
"""Letters of a page of running text."""


def of_the_work(pages: Sequence[RawPage]) -> list[bool]:
    """Tell for each page whether it has running text, and a font that the page after it has, too.

    An archive sets its cover ("This content downloaded from ...") in letters of its own.
    """
    fonts = [{run.font for line in page.lines for run in line.runs} for page in pages]
    return [
        sum(len(line.text) for line in page.lines) > _TEXT and (after is None or not here.isdisjoint(after))
        for page, here, after in zip_longest(pages, fonts, fonts[1:])
    ]
