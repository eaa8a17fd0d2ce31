"""Notes and their markers: zones at the foot of pages, endnote lists, and the pairing with marks in the text."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ingest import align, endnotes, marks, romans, starts, zones
from ingest.align import Call, Target
from ingest.endnotes import EndnoteList
from ingest.marks import Mark, Start
from ingest.model import NoteKind
from ingest.pages import RawPage
from ingest.rows import Row

_STOPS = '.,;:!?)”’"»'
_ONE_FORM = 3
"""How many times more marks must be raised than plain for the plain ones to be mere figures."""
_BESIDE = 0.6
"""Of the figures in brackets, the share that notes of their own pages must answer."""
_APART = 2
"""Pages between a marker and its note that no footnote has."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A note before its text is joined."""

    label: str
    kind: NoteKind
    begin: int
    """Where its words begin in its first row."""
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rows of a document say about its notes."""

    drafts: tuple[Draft, ...]
    calls: tuple[Call, ...]
    loose: tuple[Mark, ...]
    """Marks that look like markers and call no note."""
    body: tuple[int, ...]
    """Rows that are text."""


def read(pages: Sequence[RawPage], rows: Sequence[Row]) -> Reading:
    """Find the document's notes and pair them with their markers.

    Args:
        pages: The raw pages, for their rules and links.
        rows: All printed lines without furniture, in reading order.
    """
    links = {page.index: [link for link in page.links if link.page is not None] for page in pages}
    printed = [mark for i, row in enumerate(rows) for mark in marks.find(i, row, links[row.line.page])]
    raised = {mark.label for mark in printed if mark.form == "raised" and not mark.doubtful}
    starting = [head for i, row in enumerate(rows) if (head := marks.start(i, row, raised)) is not None]
    if by_romans := romans.count(printed):
        printed, starting = romans.as_figures(printed), romans.as_figures(starting)
    heads = {head.row: head for head in starting}
    scanned = {page.index for page in pages if page.text == "ocr"}
    found = [
        mark
        for mark in _parted(printed, {head.label for head in starting})
        if rows[mark.row].line.page not in scanned
        or mark.form != "plain"
        or rows[mark.row].line.text[mark.start - 1] in _STOPS
    ]
    lists = endnotes.titled(rows, found, heads)
    listed = {i for part in lists for i in part.rows}
    plain = [i for i in range(len(rows)) if i not in listed]
    lists += endnotes.untitled(rows, plain, _unanswered(rows, found, lists, heads), heads, behind=_APART)
    listed = {i for part in lists for i in part.rows}
    if not _answered_beside(rows, found, heads):
        found = [mark for mark in found if mark.form != "bracketed" or any(mark.row < part.rows[0] for part in lists)]
    zone = sorted(zones.find(pages, rows, found, heads, listed))
    inside = set(zone)
    in_text = [mark for mark in found if mark.row not in inside and mark.row not in listed]
    feet, orphans = _drafts(rows, zone, starts.choose(rows, zone, heads, in_text), heads, "footnote")
    inside -= set(orphans)
    in_text = _one_form(in_text, align.align(rows, in_text, [_target(rows, draft) for draft in feet]))
    calls = align.align(rows, in_text, [_target(rows, draft) for draft in feet])
    called = {call.note for call in calls}
    doubted = _doubted(rows, feet, called)
    # OCR makes figures of letters, and sizes are its guess: there a note needs its marker, or its slash.
    doubted |= {
        number
        for number, draft in enumerate(feet)
        if rows[draft.rows[0]].line.page in scanned and number not in called and not heads[draft.rows[0]].slash
    }
    if doubted:
        inside -= {i for number in doubted for i in feet[number].rows}
        feet = [draft for number, draft in enumerate(feet) if number not in doubted]
        calls = align.align(rows, in_text, [_target(rows, draft) for draft in feet])
    rest = _unanswered(rows, _uncalled(in_text, calls), lists, heads)
    outside = [i for i in range(len(rows)) if i not in inside and i not in listed]
    lists = sorted([*lists, *endnotes.untitled(rows, outside, rest, heads)], key=lambda part: part.rows)
    ends = [draft for part in lists for draft in _drafts(rows, part.rows, part.starts, heads, "endnote")[0]]
    inside.update(i for draft in ends for i in draft.rows)
    rest = [mark for mark in _uncalled(in_text, calls) if mark.row not in inside]
    end_calls = align.align(rows, rest, [_target(rows, draft) for draft in ends])
    shifted = [Call(call.mark, call.note + len(feet), call.evidence) for call in end_calls]
    together = sorted([*calls, *shifted], key=lambda call: (call.mark.row, call.mark.start))
    drafts = (*feet, *ends)
    body = tuple(i for i in range(len(rows)) if i not in inside)
    open_marks = [mark for mark in _uncalled(in_text, together) if mark.row not in inside]
    reading = Reading(drafts, tuple(together), tuple(_loose(open_marks, drafts)), body)
    return _in_romans(reading) if by_romans else reading


def _in_romans(reading: Reading) -> Reading:
    """Return a reading with its labels as they are printed."""
    return replace(
        reading,
        drafts=tuple(replace(draft, label=_roman(draft.label)) for draft in reading.drafts),
        calls=tuple(replace(call, mark=replace(call.mark, label=_roman(call.mark.label))) for call in reading.calls),
        loose=tuple(replace(mark, label=_roman(mark.label)) for mark in reading.loose),
    )


def _roman(label: str) -> str:
    return romans.roman(int(label)) if label.isdigit() else label


def _parted(printed: Sequence[Mark], known: Collection[str]) -> Iterator[Mark]:
    """Yield the places that may be markers, two that are set without a space parted."""
    last = 0
    for raw in printed:
        for mark in marks.parted(raw, known, last):
            yield mark
            if not mark.label.isdigit():
                continue
            if (mark.form == "raised" and not mark.doubtful) or int(mark.label) == last + 1:
                last = int(mark.label)


def _answered_beside(rows: Sequence[Row], found: Sequence[Mark], heads: Mapping[int, Start]) -> bool:
    """Tell whether figures in brackets call notes of their own pages: the works of a list are numbered so too."""
    opened: dict[tuple[int, str], list[Row]] = {}
    for i, head in heads.items():
        opened.setdefault((rows[i].line.page, head.label), []).append(rows[i])
    asked = {(rows[mark.row].line.page, mark.label): rows[mark.row] for mark in found if mark.form == "bracketed"}
    answered = [
        page
        for (page, label), text in asked.items()
        if any(note.line.size < text.line.size - 0.3 for note in opened.get((page, label), ()))
    ]
    return len(answered) >= _BESIDE * len(asked) and len(set(answered)) > 1


def _one_form(in_text: list[Mark], calls: Sequence[Call]) -> list[Mark]:
    """Leave out figures glued to words where the document raises its marks: it prints them in one way."""
    forms = Counter(call.mark.form for call in calls if call.mark.label.isdigit() and not call.mark.doubtful)
    figures = sum(call.mark.form in marks.FIGURES for call in calls)
    raised = forms["raised"] + forms["slash"]
    if figures and raised >= _ONE_FORM * figures:
        return [mark for mark in in_text if mark.form not in marks.FIGURES or mark.linked is not None]
    return in_text


def _doubted(rows: Sequence[Row], feet: Sequence[Draft], called: Collection[int]) -> set[int]:
    """Return the notes of pages on which nothing calls a note and the numbers do not go on from the page before.

    Numbered works of a bibliography, lines of a listing.
    """
    out: set[int] = set()
    last = 0
    for _, group in groupby(enumerate(feet), key=lambda pair: rows[pair[1].rows[0]].line.page):
        members = list(group)
        first = members[0][1].label
        goes_on = not first.isdigit() or int(first) == last + 1
        if not goes_on and not any(number in called for number, _ in members):
            out.update(number for number, _ in members)
            continue
        if members[-1][1].label.isdigit():
            last = int(members[-1][1].label)
    return out


def _unanswered(
    rows: Sequence[Row], found: Sequence[Mark], lists: Sequence[EndnoteList], heads: Mapping[int, Start]
) -> list[Mark]:
    """Return the marks outside the lists that they do not answer."""
    listed = {i for part in lists for i in part.rows}
    outside = [mark for mark in found if mark.row not in listed]
    ends = [draft for part in lists for draft in _drafts(rows, part.rows, part.starts, heads, "endnote")[0]]
    return _uncalled(outside, align.align(rows, outside, [_target(rows, draft) for draft in ends]))


def _uncalled(found: Sequence[Mark], calls: Sequence[Call]) -> list[Mark]:
    called = {(call.mark.row, call.mark.start) for call in calls}
    return [mark for mark in found if (mark.row, mark.start) not in called]


def _target(rows: Sequence[Row], draft: Draft) -> Target:
    return Target(draft.label, rows[draft.rows[0]].line.page, draft.rows[0], draft.kind == "footnote")


def _drafts(
    rows: Sequence[Row], zone: Sequence[int], chosen: Sequence[Start], heads: Mapping[int, Start], kind: NoteKind
) -> tuple[list[Draft], list[int]]:
    """Cut a zone's rows into notes; rows before the first label, or left over on a page far behind, stay text."""
    opening = {start.row: start for start in chosen}
    out: list[Draft] = []
    orphans: list[int] = []
    carries = False
    for before, i in zip([None, *zone], zone, strict=False):
        if i in opening:
            out.append(Draft(opening[i].label, kind, opening[i].end, (i,)))
            carries = True
            continue
        if before is None or rows[before].line.page != rows[i].line.page:
            carries = bool(out) and carries and _runs_on(rows, out[-1], i, heads)
        elif i != before + 1 and rows[before].segment == rows[i].segment:
            # Notes below a table, and others at the page's foot.
            carries = False
        if carries:
            last = out[-1]
            out[-1] = Draft(last.label, kind, last.begin, (*last.rows, i))
        else:
            orphans.append(i)
    return out, orphans


def _runs_on(rows: Sequence[Row], draft: Draft, i: int, heads: Mapping[int, Start]) -> bool:
    """Tell whether a zone's first row without a note's label goes on with the note of the page before."""
    last = rows[draft.rows[-1]].line
    if rows[i].line.page - last.page > 1:
        return False
    if i not in heads or not last.text.rstrip().endswith((".", "!", "?", "”", '"', "»")):
        return True
    # "51 Harv. Int'l L.J. | 113 (2010)" runs on. A listing was taken for notes by its line numbers, which begin at 1.
    label, before = heads[i].label, draft.label
    return label.isdigit() and before.isdigit() and not (int(label) <= 2 or 0 <= int(label) - int(before) <= 6)


def _loose(open_marks: Sequence[Mark], drafts: Sequence[Draft]) -> list[Mark]:
    """Return raised numbers without a note that stand where the numbering expects a marker.

    An exponent or an ordinal follows no sequence. A file without its notes still shows 1, 2, 3, ... in the text.
    """
    labels = {draft.label for draft in drafts}
    likely = [mark for mark in open_marks if mark.form == "raised" and not mark.doubtful and mark.label.isdigit()]
    if drafts:
        top = max((int(label) for label in labels if label.isdigit()), default=0)
        return [mark for mark in likely if mark.label not in labels and 0 < int(mark.label) <= top + 1]
    out: list[Mark] = []
    for mark in likely:
        if int(mark.label) == (int(out[-1].label) if out else 0) + 1:
            out.append(mark)
    return out if len(out) >= 3 else []
