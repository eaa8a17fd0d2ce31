"""Notes and their markers: zones at the foot of pages, endnote lists, and the pairing with marks in the text."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ingest.layout.marks import Mark, Start
from ingest.layout.numerals import Romans, as_printed
from ingest.layout.rows import Row
from ingest.notes import doubts, drafts, endnotes, misread, starts, zones
from ingest.notes.align import Call, align
from ingest.notes.drafts import Draft
from ingest.notes.endnotes import EndnoteList
from ingest.notes.signs import Signs, signs_of
from ingest.pdf.raw import RawPage

_APART = 2
"""Pages between a marker and its note that no footnote has."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rows of a document say about its notes."""

    drafts: tuple[Draft, ...]
    calls: tuple[Call, ...]
    loose: tuple[Mark, ...]
    """Marks that look like markers and call no note."""
    spare: tuple[Mark, ...]
    """All that call no note, figures and powers too."""
    body: tuple[int, ...]
    """Rows that are text."""
    byline: tuple[Mark, ...]
    """Marks behind authors' names that tell where they work."""


def read(pages: Sequence[RawPage], rows: Sequence[Row]) -> Reading:
    """Find the document's notes and pair them with their markers.

    Args:
        pages: The raw pages, for their rules and links.
        rows: All printed lines without furniture, in reading order.
    """
    signs = signs_of(pages, rows)
    lists = _lists_far_behind(signs)
    signs = _with_wrapped(signs, lists)
    listed = _rows_of(lists)
    found = signs.marks
    if not doubts.answered_beside(rows, found, signs.heads):
        found = [mark for mark in found if mark.form != "bracketed" or any(mark.row < part.rows[0] for part in lists)]
    feet, calls, in_text = _footnotes(pages, signs, found, listed)
    inside = {i for draft in feet for i in draft.rows}
    outside = [i for i in range(len(rows)) if i not in inside and i not in listed]
    rest = _unanswered(signs, _uncalled(in_text, calls), lists)
    lists = sorted([*lists, *endnotes.untitled(rows, outside, rest, signs.heads)], key=lambda part: part.rows)
    ends, end_calls = _endnotes(signs, lists, _uncalled(in_text, calls))
    inside.update(i for draft in ends for i in draft.rows)
    shifted = [replace(call, note=call.note + len(feet)) for call in end_calls]
    together = sorted([*calls, *shifted], key=lambda call: (call.mark.row, call.mark.start))
    body = tuple(i for i in range(len(rows)) if i not in inside)
    open_marks = [mark for mark in _uncalled(in_text, together) if mark.row not in inside]
    found_notes = (*feet, *ends)
    reading = Reading(
        found_notes,
        tuple(together),
        tuple(doubts.loose(open_marks, found_notes)),
        tuple(open_marks),
        body,
        signs.byline,
    )
    return _in_romans(reading, signs.romans) if signs.romans else reading


def _lists_far_behind(signs: Signs) -> list[EndnoteList]:
    """Return the endnote lists that can be told before the footnotes: under a heading, or pages behind their marks."""
    lists = endnotes.titled(signs.rows, signs.marks, signs.heads)
    listed = _rows_of(lists)
    plain = [i for i in range(len(signs.rows)) if i not in listed]
    opened: dict[tuple[int, str], list[int]] = {}
    for i, head in signs.heads.items():
        opened.setdefault((signs.rows[i].line.page, head.label), []).append(i)
    asked = [
        mark
        for mark in _unanswered(signs, signs.marks, lists)
        if not _is_label(signs, mark) and not _answered_below(signs.rows, mark, opened)
    ]
    return lists + endnotes.untitled(signs.rows, plain, asked, signs.heads, behind=_APART)


def _with_wrapped(signs: Signs, lists: Sequence[EndnoteList]) -> Signs:
    """Return the signs with the labels of a list "1/", "2/" that open a row before it as what they are: marks."""
    heads = dict(signs.heads)
    wrapped: list[Mark] = []
    behind = -1
    for part in lists:
        labels = {start.label for start in part.starts if start.sure and not start.raised}
        for i in range(behind + 1, part.rows[0]) if labels else ():
            head = heads.get(i)
            if head is not None and head.sure and not head.raised and head.label in labels:
                printed = signs.rows[i].line.text[: head.end].rstrip()
                wrapped.append(Mark(i, 0, len(printed), head.label, "slash"))
                del heads[i]
        behind = part.rows[-1]
    found = sorted([*signs.marks, *wrapped], key=lambda mark: (mark.row, mark.start))
    return replace(signs, heads=heads, marks=found) if wrapped else signs


def _is_label(signs: Signs, mark: Mark) -> bool:
    """Tell whether a mark is the number with which a row opens, a footnote's most likely."""
    return mark.start == 0 and mark.row in signs.heads and signs.heads[mark.row].label == mark.label


def _answered_below(rows: Sequence[Row], mark: Mark, opened: Mapping[tuple[int, str], Sequence[int]]) -> bool:
    """Tell whether a row in smaller letters, further down the mark's own page, opens with its label."""
    line = rows[mark.row].line
    below = (rows[i].line for i in opened.get((line.page, mark.label), ()) if i > mark.row)
    return any(row.size < line.size - 0.3 for row in below)


def _footnotes(
    pages: Sequence[RawPage], signs: Signs, found: Sequence[Mark], listed: Collection[int]
) -> tuple[list[Draft], list[Call], list[Mark]]:
    """Return the footnotes, their calls, and the marks that stand in the text."""
    rows, heads = signs.rows, signs.heads
    zone = sorted(zones.find(pages, rows, found, heads, listed))
    inside = set(zone)
    in_text = [mark for mark in found if mark.row not in inside and mark.row not in listed]
    inner = _inner(rows, found, inside, in_text)
    chosen = starts.choose(rows, zone, heads, in_text, inner)
    feet, _ = drafts.cut(rows, zone, chosen, heads, "footnote", _unopened(rows, inner, chosen))
    in_text = doubts.one_form(in_text, _aligned(rows, in_text, feet))
    calls = _aligned(rows, in_text, feet)
    doubted = doubts.doubted(rows, feet, {call.note for call in calls}, heads, signs.scanned)
    if doubted:
        feet = [draft for number, draft in enumerate(feet) if number not in doubted]
        calls = _aligned(rows, in_text, feet)
    if signs.scanned:
        in_text = _in_scans(signs, in_text, feet)
        calls = _aligned(rows, in_text, feet)
    return feet, calls, in_text


def _in_scans(signs: Signs, in_text: Sequence[Mark], feet: Sequence[Draft]) -> list[Mark]:
    """Return the marks of the text, on scanned pages none of the figures but those that their numbered notes tell."""
    rows = signs.rows
    noted = {i for draft in feet for i in draft.rows}
    numbered = [draft for draft in feet if draft.label.isdigit()]
    told: list[Mark] = []
    for page, group in groupby(enumerate(numbered), key=lambda pair: rows[pair[1].rows[0]].line.page):
        if page in signs.scanned:
            places = [place for place, _ in group]
            around = [numbered[at].label if 0 <= at < len(numbered) else None for at in (places[0] - 1, places[-1] + 1)]
            body = [i for i, row in enumerate(rows) if row.line.page == page and i not in noted]
            told += misread.calling(rows, body, [numbered[place].label for place in places], *around)
    taken = {(mark.row, at) for mark in told for at in range(mark.start, mark.end)}
    others = [
        mark
        for mark in in_text
        if taken.isdisjoint((mark.row, at) for at in range(mark.start, mark.end))
        and (not numbered or mark.form != "plain" or rows[mark.row].line.page not in signs.scanned)
    ]
    return sorted([*told, *others], key=lambda mark: (mark.row, mark.start))


def _inner(rows: Sequence[Row], found: Sequence[Mark], inside: Collection[int], in_text: Sequence[Mark]) -> list[Mark]:
    """Return the raised marks inside the zones that a mark of their page's text calls."""
    called = {(rows[mark.row].line.page, mark.label) for mark in in_text if mark.form == "raised"}
    return [
        mark
        for mark in found
        if mark.row in inside and mark.form == "raised" and (rows[mark.row].line.page, mark.label) in called
    ]


def _unopened(rows: Sequence[Row], inner: Sequence[Mark], chosen: Sequence[Start]) -> dict[int, list[Mark]]:
    """Return by row the marks in mid-line whose label opens no row of their page."""
    opened = {(rows[start.row].line.page, start.label) for start in chosen}
    out: dict[int, list[Mark]] = {}
    for mark in inner:
        if (rows[mark.row].line.page, mark.label) not in opened:
            out.setdefault(mark.row, []).append(mark)
    return out


def _endnotes(signs: Signs, lists: Sequence[EndnoteList], rest: Sequence[Mark]) -> tuple[list[Draft], list[Call]]:
    """Return the notes of lists that marks call, and their calls."""
    parts = [drafts.cut(signs.rows, part.rows, part.starts, signs.heads, "endnote")[0] for part in lists]
    while True:
        ends = [draft for part in parts for draft in part]
        inside = {i for draft in ends for i in draft.rows}
        calls = _aligned(signs.rows, [mark for mark in rest if mark.row not in inside], ends)
        called = {ends[call.note].rows for call in calls}
        kept = [
            part
            for part in parts
            if not doubts.unheard(part, [place for place, draft in enumerate(part) if draft.rows in called])
        ]
        if len(kept) == len(parts):
            return ends, calls
        parts = kept


def _aligned(rows: Sequence[Row], found: Sequence[Mark], notes: Sequence[Draft]) -> list[Call]:
    return align(rows, found, [drafts.target(rows, draft) for draft in notes])


def _unanswered(signs: Signs, found: Sequence[Mark], lists: Sequence[EndnoteList]) -> list[Mark]:
    """Return the marks outside the lists that they do not answer."""
    listed = _rows_of(lists)
    outside = [mark for mark in found if mark.row not in listed]
    ends = [
        draft for part in lists for draft in drafts.cut(signs.rows, part.rows, part.starts, signs.heads, "endnote")[0]
    ]
    return _uncalled(outside, _aligned(signs.rows, outside, ends))


def _rows_of(lists: Iterable[EndnoteList]) -> set[int]:
    return {i for part in lists for i in part.rows}


def _uncalled(found: Sequence[Mark], calls: Sequence[Call]) -> list[Mark]:
    called = {(call.mark.row, call.mark.start) for call in calls}
    return [mark for mark in found if (mark.row, mark.start) not in called]


def _in_romans(reading: Reading, kind: Romans) -> Reading:
    """Return a reading with its labels as they are printed."""

    def printed(found: Iterable[Mark]) -> tuple[Mark, ...]:
        return tuple(replace(mark, label=as_printed(mark.label, kind)) for mark in found)

    return replace(
        reading,
        drafts=tuple(replace(draft, label=as_printed(draft.label, kind)) for draft in reading.drafts),
        calls=tuple(
            replace(call, mark=mark)
            for call, mark in zip(reading.calls, printed(call.mark for call in reading.calls), strict=True)
        ),
        loose=printed(reading.loose),
        spare=printed(reading.spare),
    )
