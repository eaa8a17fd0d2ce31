"""Labels of notes in scans, where OCR misreads one or the other: the numbers before and behind it tell what it is."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from statistics import median

from ingest.layout.marks import Start
from ingest.layout.rows import Row

_SMALLER = 0.9
"""Of the usual size on a page, what notes have at most."""
_COUNTED = 3
"""Numbers in a row that make notes of small print."""
_AHEAD = 12
"""Openings looked back at: between two labels that are read right no more stand misread."""
_LOST = 3
"""Openings between two labels that were not seen, or are none."""
_ENDS = (".", "!", "?", "”", '"', "»", ">", ",", ")")
# "!/ Ibid.", "° Resolution", "? Resolution", "&2 See footnote 5", "®1 See footnote 38", "41 See footnote 8" for 11.
_NUMBER = re.compile(r"\s*\d{1,3}[.)/]?\s+(?=\W{0,2}[A-Za-z\d])(?=.*[A-Za-z]{2})")
_MISREAD = re.compile(r"\s*[^\s\w]{0,3}(?:\d{1,3}|[lIOoSBTZ])?[^\s\w]{0,2}\s*/?\s+(?=[A-Z“‘\"'(\[<«]|\d+[a-z]{2})")


def counted(rows: Sequence[Row], heads: Mapping[int, Start], scanned: Collection[int]) -> dict[int, Start]:
    """Return the rows that open with a label, those of a scan's notes as their sequence has them.

    In small print under the text a line that opens with a number, two after it that go on counting, are notes,
    whatever became of their raised markers. Between 10 and 13 two lines that open with "41" and "2" are 11 and 12.

    Args:
        rows: The document's rows.
        heads: Rows that open with a label.
        scanned: Pages whose text OCR has read.
    """
    out = dict(heads)
    openings = [i for page in sorted(scanned) for i in _openings(rows, page)]
    chain = _chain(
        [(place, int(heads[i].label)) for place, i in enumerate(openings) if _is_number(rows[i], heads.get(i))]
    )
    labels = dict(chain)
    for (one, first), (two, last) in pairwise(chain):
        if last - first == two - one:
            labels.update({place: first + place - one for place in range(one + 1, two)})
    places = sorted(labels)
    for _, group in groupby(enumerate(places), key=lambda pair: labels[pair[1]] - pair[0]):
        run = [place for _, place in group]
        if len(run) < _COUNTED:
            continue
        for place in run:
            i = openings[place]
            old = heads.get(i)
            read = _MISREAD.match(rows[i].line.text)
            end = old.end if old is not None else read.end() if read is not None else 0
            head = old or Start(i, end, "", raised=False, stopped=False)
            out[i] = replace(head, label=str(labels[place]), sure=True)
    return out


def _openings(rows: Sequence[Row], page: int) -> list[int]:
    """Return the rows in small print of a page that may open a note, from the first that stands below text."""
    on_page = [i for i, row in enumerate(rows) if row.line.page == page]
    if not on_page:
        return []
    small = _SMALLER * median(rows[i].line.size for i in on_page)
    out: list[int] = []
    for above, i in zip([None, *on_page], on_page, strict=False):
        if rows[i].line.size > small or above is None:
            continue
        below_text = rows[above].line.size > small
        ended = rows[above].line.text.rstrip().endswith(_ENDS)
        if _NUMBER.match(rows[i].line.text) or ((below_text or ended) and _MISREAD.match(rows[i].line.text)):
            out.append(i)
    return out


def _is_number(row: Row, head: Start | None) -> bool:
    return head is not None and head.label.isdigit() and _NUMBER.match(row.line.text) is not None


def _chain(read: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the numbers that were read right: they go up, most by as many as lines that open lie between them.

    Args:
        read: Place among the openings, and number.
    """
    length = [1.0] * len(read)
    before = [-1] * len(read)
    for j, (place, number) in enumerate(read):
        for k in range(max(0, j - _AHEAD), j):
            step = number - read[k][1]
            if not 0 < step <= 2 * _AHEAD:
                continue
            lost = abs(step - (place - read[k][0]))
            gain = 2.0 if lost == 0 else 1.0 if lost <= _LOST else 0.3
            if length[k] + gain > length[j]:
                length[j], before[j] = length[k] + gain, k
    if not read:
        return []
    j = max(range(len(read)), key=length.__getitem__)
    out = []
    while j >= 0:
        out.append(read[j])
        j = before[j]
    return out[::-1]
