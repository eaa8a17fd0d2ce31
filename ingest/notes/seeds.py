"""Seeds of footnote zones: the rows that surely open a note, since a mark of their own page calls them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ingest.layout.marks import FIGURES, Mark, Start, leads_to
from ingest.layout.rows import Row
from ingest.layout.setting import is_bold
from ingest.notes.look import size_of
from ingest.pdf.raw import Rule

_MOST = 0.5
"""Of the pages with raised marks, the share that must close with their notes, where nothing else tells notes."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the zones of a document are judged by."""

    rows: Sequence[Row]
    marks: Mapping[int, Sequence[Mark]]
    """Marks of each row."""
    starts: Mapping[int, Start]
    """Rows that open with a label."""
    rules: Mapping[int, Sequence[Rule]]
    """Rules of each page."""


def seeds(evidence: Evidence, spread: Sequence[Sequence[int]]) -> dict[int, list[int]]:
    """Return for each page the rows that surely open a note, in reading order.

    Args:
        evidence: The document.
        spread: The rows of each page.
    """
    found = {evidence.rows[page[0]].line.page: _answering(evidence, page) for page in spread}
    if any(found.values()):
        return found
    closing = {evidence.rows[page[0]].line.page: _closing(evidence, page) for page in spread}
    asked = {
        evidence.rows[i].line.page
        for i, marks in evidence.marks.items()
        if any(mark.form == "raised" and not mark.doubtful for mark in marks)
    }
    return closing if sum(map(bool, closing.values())) >= max(2, _MOST * len(asked)) else found


def _answering(evidence: Evidence, page: Sequence[int]) -> list[int]:
    """Return the rows of a page that open a note for which the page has a marker above."""
    marks: dict[str, list[Mark]] = {}
    for i in page:
        for mark in evidence.marks.get(i, ()):
            start = evidence.starts.get(i)
            if start is None or mark.start >= start.end:
                marks.setdefault(mark.label, []).append(mark)
    out = []
    for i in page:
        start = evidence.starts.get(i)
        if start is None or (is_bold(evidence.rows[i]) and not start.raised):
            # "2 Important" below a title that ends in "version 1.4"
            continue
        # In a scan the marks are misread more often than not, the labels seldom.
        if start.sure or any(_answers(evidence, start, mark) for mark in marks.get(start.label, ())):
            out.append(i)
    return out


def _closing(evidence: Evidence, page: Sequence[int]) -> list[int]:
    """Return the rows below a column's last mark that open with the labels of all its marks, in their order.

    Where most pages close so, the rows are notes, though they look like the text in every way.
    """
    out: list[int] = []
    for _, group in groupby(page, key=lambda i: evidence.rows[i].segment):
        column = list(group)
        found = [mark for i in column for mark in evidence.marks.get(i, ()) if in_text(evidence, mark)]
        called = [mark for mark in found if mark.form == "raised" and mark.label.isdigit() and not mark.doubtful]
        below = [i for i in column if i in evidence.starts and called and i > called[-1].row]
        opening = [next((i for i in below if evidence.starts[i].label == mark.label), -1) for mark in called]
        if opening and -1 not in opening and all(one < two for one, two in pairwise(opening)):
            out += opening
    return out


def _answers(evidence: Evidence, start: Start, mark: Mark) -> bool:
    """Tell whether a label at a row's head surely answers to a mark on the same page."""
    if mark.row == start.row:
        return False
    note, text = evidence.rows[start.row], evidence.rows[mark.row]
    beside = note.segment != text.segment
    if (not beside and mark.row > start.row) or (
        beside and note.line.baseline < text.line.baseline - 60 and not start.raised
    ):
        return False
    smaller = size_of(note) < size_of(text) - 0.3
    # A link that names a page and no height leads to all its rows.
    if mark.linked is not None and mark.linked.y is not None and leads_to(mark.linked, note.line):
        return True
    if mark.form in FIGURES or mark.doubtful:
        return smaller and not text.line.text[mark.end :].lstrip()[:1].isdigit()
    if mark.form == "slash":
        return start.stopped
    # The letters of formulas are raised at the heads of rows too: "i" over a sum.
    return smaller or (start.raised and not start.label.isalpha()) or under_rule(evidence, start.row) > 0


def in_text(evidence: Evidence, mark: Mark) -> bool:
    """Tell whether a mark stands behind whatever label its row opens with."""
    start = evidence.starts.get(mark.row)
    return start is None or mark.start >= start.end


def under_rule(evidence: Evidence, i: int) -> float:
    """Tell whether a short rule stands between this row and the one above: 1 if so, 0.4 for a long rule."""
    row = evidence.rows[i]
    line = row.line
    top = line.baseline - 1.1 * line.size
    reach = max(45.0, 2.5 * line.size)
    above = line.baseline - row.leading if row.leading is not None else 0.0
    best = 0.0
    for rule in evidence.rules.get(line.page, ()):
        if not max(above + 1, top - reach) < rule.y < line.baseline - 0.5 * line.size:
            continue
        if rule.x0 > row.left + 0.35 * (row.right - row.left) or rule.x1 < row.left:
            continue
        # An underlined word is ruled too, close below its letters.
        if rule.y - above < 0.3 * line.size and not rule.typed:
            continue
        short = rule.x1 - rule.x0 < 0.6 * (row.right - row.left)
        best = max(best, 1.0 if short or rule.typed else 0.4)
    return best
