"""Where a row opens an item of a list, and where its label or figure belongs to the sentence above it."""

import re
from collections.abc import Sequence

from ingest.layout.rows import Row
from ingest.layout.setting import ITEM, ends

_FIRST = frozenset({"a", "i", "1"})
"""Labels that open a list."""
_PIN = re.compile(r"\s*[a-z]\.\s+\d")
"""A place in a work or an archive: "Procuratori di San Marco, | b. 1, c. 7"."""
_BRACKETS = re.compile(r"[(\[)\]]")
_BRACKET_ROWS = 3
"""Rows that a bracket of a sentence spans; one left open for longer is a slip."""


def opens_item(rows: Sequence[Row], paragraph: Sequence[int], row: Row) -> bool:
    """Tell whether a row opens an item of a list; it may begin with "(a)", "43)", "p." or "-" in mid-sentence."""
    label = ITEM.match(row.line.text)
    if not label:
        return False
    above = rows[paragraph[-1]]
    sign = label[0].strip()
    if sign[-1] in ".)" and sign[0] != "(" and _in_bracket(rows, paragraph):
        # "(Fortna, 2008, | p. 77)", "(2018: | 43)"
        return False
    # "(a) words, and | (b) words": the first of a list, or the next behind an item.
    follows = sign[-1] not in ".)" or sign.strip("().") in _FIRST or ITEM.match(rows[paragraph[0]].line.text)
    if not follows and _PIN.match(row.line.text) and above.line.text.rstrip().endswith(","):
        return False
    if ends(above) or above.line.box[2] <= above.right - 2 * row.line.size:
        return True
    return above.line.text.rstrip().endswith((",", "and", "or")) and bool(follows)


def _in_bracket(rows: Sequence[Row], paragraph: Sequence[int]) -> bool:
    """Tell whether a paragraph's last rows leave a bracket open."""
    depth = 0
    for letter in _BRACKETS.findall("".join(rows[i].line.text for i in paragraph[-_BRACKET_ROWS:])):
        depth = depth + 1 if letter in "([" else max(0, depth - 1)
    return depth > 0


def ended(rows: Sequence[Row], paragraph: Sequence[int]) -> bool:
    """Tell whether a paragraph ends a sentence so far: "(Karlsrud 2015, p. | 90)" does not."""
    return ends(rows[paragraph[-1]]) and not _in_bracket(rows, paragraph)
