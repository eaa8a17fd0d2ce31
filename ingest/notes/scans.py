"""Labels of notes in scans, where OCR misreads one or the other: the numbers before and behind it tell what it is."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from ingest.layout.marks import Start
from ingest.layout.rows import Row
from ingest.notes import indents, misread, sameness
from ingest.notes.indents import Opening

_COUNTED = 3
"""Numbers in a row that make notes of small print."""
_FIRST = 2.0
"""What speaks for counting from 1."""
_SHIFTED = 2.5
"""What speaks against an opening that was not seen, or that is none: more than two labels that were read right."""
_WHOLE = 3.0
"""The same where on its page as many notes open as signs call for."""
_BACK = 1.5
"""The same where numbers begin anew."""
_ENDING, _AGAINST = 0.6, -0.5
"""What the last figures of a number, or more than the number, speak for it, and others against it."""
_LIKE, _UNLIKE = 0.3, -0.15
"""What a sign that OCR makes of a number's last figure speaks for it, and any other against it."""
_TOGETHER = 1.2
"""What must speak for numbers of which none was read right."""
_MISSED = 5
"""So many notes may go unseen in a document before numbers that are read right tell it."""
_LAST = 200
""""6" may be read of 16 and 196."""
_ENDS = (".", "!", "?", "”", '"', "»", ">", ",", ")")
# "!/ Ibid.", "° Resolution", "? Resolution", "&2 See footnote 5", "®1 See footnote 38", "41 See footnote 8" for 11.
_NUMBER = re.compile(r"\s*['‘’\"*°>]{0,2}\d{1,3}[.)/]?\s+(?=\W{0,2}[A-Za-z\d])(?=.*[A-Za-z]{2})")
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
    by_place = indents.openings(rows, scanned)
    small = [
        opening
        for page in sorted(scanned)
        for opening in by_place.get(page) or (_opening(rows, i, heads.get(i)) for i in _openings(rows, page))
    ]
    alike = [opening for page in sameness.openings(rows, scanned).values() for opening in page]
    ways = [(openings, _counting(_labels(openings, rows))) for openings in (small, alike)]
    openings, labels = max(ways, key=lambda way: sum(_agrees(way[0][place], label) for place, label in way[1].items()))
    out = dict(heads)
    for place, number in labels.items():
        opening, label = openings[place], str(number)
        end = _end(rows[opening.row].line.text, label, opening)
        head = heads.get(opening.row) or Start(opening.row, end, "", raised=False, stopped=False)
        out[opening.row] = replace(head, label=label, end=end, sure=True)
    return out


def _counting(labels: Mapping[int, int]) -> Mapping[int, int]:
    """The numbers of those openings that count on from each other, three or more."""
    runs = [
        [place for _, place in group]
        for _, group in groupby(enumerate(sorted(labels)), key=lambda pair: labels[pair[1]] - pair[0])
    ]
    return {place: labels[place] for run in runs if len(run) >= _COUNTED for place in run}


def _end(text: str, label: str, opening: Opening) -> int:
    """Where a note's words begin: behind its number, if the first letters are read as more figures."""
    at = text.find(label, 0, opening.end)
    return at + len(label) if at >= 0 and text[at + len(label)].isdigit() else opening.end


def _labels(openings: Sequence[Opening], rows: Sequence[Row]) -> dict[int, int]:
    """The numbers of the openings, by place: those that were read right, and what these leave for the others.

    Between two that were read right lie as many openings as numbers. Before the first one and behind the last one, on
    its page or from the document's first note, the openings count on where none was read as another number.
    """
    path = _shifts(openings)
    labels: dict[int, int] = {}
    for shift, group in groupby(range(len(path)), key=path.__getitem__):
        worth = {place: _agrees(openings[place], place + shift) for place in group}
        read = [place for place, agreed in worth.items() if agreed > 0]
        if read and (sum(worth.values()) >= _TOGETHER or max(worth.values()) >= _ENDING):
            labels.update({place: place + shift for place in range(read[0], read[-1] + 1)})
    if not labels:
        return {}
    pages = [rows[one.row].line.page for one in openings]
    first, last = min(labels), max(labels)
    before = [at for at in range(first) if path[first] == 1 or pages[at] == pages[first]]
    behind = [at for at in range(last + 1, len(openings)) if pages[at] == pages[last]]
    for outside, shift in ((before, path[first]), (behind, path[last])):
        if all(openings[at].number is None and at + shift > 0 for at in outside):
            labels.update({at: at + shift for at in outside})
    return labels


def _shifts(openings: Sequence[Opening]) -> list[int]:
    """For each opening by how much its number is above its place, changing as seldom as what was read allows."""
    read = [(place, one.number) for place, one in enumerate(openings) if one.number is not None]
    told = {number + tens - place for place, number in read for tens in range(0, _LAST - number, 10)}
    shifts = sorted({*range(1, _MISSED), *told})
    worth = [_FIRST * (shift == 1) for shift in shifts]
    steps: list[list[int]] = []
    for place, one in enumerate(openings):
        best = max(range(len(shifts)), key=worth.__getitem__)
        against = _SHIFTED + _WHOLE * one.whole
        costs = [against + _BACK * (shift < shifts[best]) for shift in shifts]
        came = [k if worth[k] >= worth[best] - costs[k] else best for k in range(len(shifts))]
        worth = [max(worth[k], worth[best] - costs[k]) + _agrees(one, place + shift) for k, shift in enumerate(shifts)]
        steps.append(came)
    at = max(range(len(shifts)), key=worth.__getitem__)
    path = []
    for came in reversed(steps):
        path.append(shifts[at])
        at = came[at]
    return path[::-1]


def _agrees(opening: Opening, number: int) -> float:
    """How much what was read of a label speaks for a number: "16" and, less, "6" for 16; anything else against it."""
    if number < 1:
        return -2.0
    if opening.number is None:
        return 0.0 if not opening.sign else _LIKE if misread.is_like(opening.sign, str(number)) else _UNLIKE
    read, wanted = str(opening.number), str(number)
    if read == wanted:
        return float(len(read))
    # "385.C. Res." is 38 before "S.C. Res."
    return _ENDING if wanted.endswith(read) or read.startswith(wanted) else _AGAINST


def _openings(rows: Sequence[Row], page: int) -> Iterator[int]:
    """Yield the rows in small print at the foot of a page that may open a note."""
    for foot in indents.small_print(rows, page):
        for above, i in zip([None, *foot], foot, strict=False):
            ended = above is None or rows[above].line.text.rstrip().endswith(_ENDS)
            if _NUMBER.match(rows[i].line.text) or (ended and _MISREAD.match(rows[i].line.text)):
                yield i


def _opening(rows: Sequence[Row], i: int, head: Start | None) -> Opening:
    text = rows[i].line.text
    if head is not None and head.label.isdigit() and _NUMBER.match(text):
        return Opening(i, head.end, int(head.label))
    read = _MISREAD.match(text)
    if read is None:
        return Opening(i, 0, None)
    figures = re.search(r"\d+", read[0])
    return Opening(i, read.end(), int(figures[0]) if figures else None, read[0].strip())
