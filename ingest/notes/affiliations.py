"""Affiliations below a byline, which its raised figures call as marks call notes: no notes of the text."""

from collections.abc import Mapping, Sequence

from ingest.layout.marks import Mark, Start
from ingest.layout.rows import Row

_PROSE = 45
"""Letters of a line of running text; two such lines, one below the other, end the head of an article."""
_SMALLER = 0.3
"""Points by which they are set smaller than the text; the notes at the foot have no larger text below them."""


def affiliations(rows: Sequence[Row], marks: Sequence[Mark], heads: Mapping[int, Start]) -> tuple[set[int], list[Mark]]:
    """Return the rows that tell where an author works, and the marks that call them and stand at their head.

    "Anna Sample¹,*" stands above "¹ Institute for Roads" and "* Corresponding author", and both above the text; a note
    on the author stands at the foot of the page.

    Args:
        rows: The document's rows.
        marks: All marks.
        heads: Rows that open with a label.
    """
    prose = _prose(rows)
    above = [i for i in range(prose) if rows[i].line.size < rows[prose].line.size - _SMALLER or i not in heads]
    called: dict[str, list[Mark]] = {}
    for mark in marks:
        if mark.row in above and mark.form in ("raised", "symbol"):
            called.setdefault(mark.label, []).append(mark)
    opened = [i for i in above if i in heads and any(mark.row < i for mark in called.get(heads[i].label, ()))]
    if not opened:
        return set(), []
    calling = [mark for found in called.values() for mark in found if mark.row < opened[0]]
    labels = [mark for mark in marks if mark.row in opened and mark.start < heads[mark.row].end]
    return set(opened), sorted([*calling, *labels], key=lambda mark: (mark.row, mark.start))


def _prose(rows: Sequence[Row]) -> int:
    """Return the first row of the running text, 0 where that begins on another page than the document."""
    for i in range(len(rows) - 1):
        one, two = rows[i], rows[i + 1]
        if two.line.page != rows[0].line.page:
            break
        alike = abs(one.line.size - two.line.size) < 0.3 and two.leading is not None and two.leading < 2 * two.line.size
        if alike and min(len(one.line.text), len(two.line.text)) >= _PROSE:
            return i
    return 0
