"""Labels of notes in scans, where OCR misreads one or the other: the numbers before and behind it tell what it is."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from statistics import median

from ingest.layout.marks import Mark, Start
from ingest.layout.rows import Row
from ingest.notes.align import Call, Target

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
# Behind a stop or a closing quotation mark: "!4", "!©", "?6", "1?", "'®", "6°".
_GARBLED = re.compile(
    r"(?<=[.,;:”\")’])(?=\S{0,2}[!?°©®*#%&\d])(?:[!?'‘’\"°©®*#%&^]{0,3}\d{0,3}[!?'‘’°©®*#%&^]{0,2})(?=\s|$)"
)


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


def misread(
    rows: Sequence[Row], notes: Sequence[Target], calls: Sequence[Call], scanned: Collection[int]
) -> list[Mark]:
    """Return the markers that OCR misread, as the notes of their page have them.

    "unacceptable.”!4" and "elections.”!©" on a page whose notes 14 and 16 nothing calls: between the markers that are
    read right, as many garbled signs must stand behind a stop or quotation mark as notes there lack their marker.

    Args:
        rows: The document's rows.
        notes: The notes, in reading order.
        calls: The markers that are read right, with their notes.
        scanned: Pages whose text OCR has read.
    """
    opened = {
        page: [n for n, note in enumerate(notes) if note.page == page and note.label.isdigit()] for page in scanned
    }
    places = {call.note: (call.mark.row, call.mark.start) for call in calls}
    out: list[Mark] = []
    for page, members in opened.items():
        first = min((notes[n].row for n in members), default=0)
        text = [i for i, row in enumerate(rows) if row.line.page == page and i < first]
        taken = {(call.mark.row, call.mark.start) for call in calls}
        garbled = [place for i in text for place in _garbled(i, rows[i]) if place[:2] not in taken]
        for called, group in groupby(members, key=places.__contains__):
            lacking = list(group)
            if called:
                continue
            after = max((places[n] for n in members if n in places and n < lacking[0]), default=(-1, 0))
            before = min((places[n] for n in members if n in places and n > lacking[-1]), default=(len(rows), 0))
            between = [place for place in garbled if after < place[:2] < before]
            if len(between) == len(lacking):
                out += [
                    Mark(i, start, end, notes[n].label, "misread")
                    for n, (i, start, end) in zip(lacking, between, strict=True)
                ]
    return out


def put(mended: Sequence[Mark], found: Sequence[Mark]) -> list[Mark]:
    """Return the marks with the mended ones in the place of what was read there."""
    taken = {(mark.row, at) for mark in mended for at in range(mark.start, mark.end)}
    rest = [mark for mark in found if taken.isdisjoint((mark.row, at) for at in range(mark.start, mark.end))]
    return sorted([*mended, *rest], key=lambda mark: (mark.row, mark.start))


def _garbled(i: int, row: Row) -> list[tuple[int, int, int]]:
    return [(i, *found.span()) for found in _GARBLED.finditer(row.line.text)]
