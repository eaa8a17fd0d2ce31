"""Second thoughts about marks and notes: what looks like one and is none, judged by the document as a whole."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import groupby

from ingest.layout import marks
from ingest.layout.marks import Mark, Start
from ingest.layout.rows import Row
from ingest.notes.align import Call
from ingest.notes.drafts import Draft

_ONE_FORM = 3
"""How many times more marks must be raised than plain for the plain ones to be mere figures."""
_BESIDE = 0.6
"""Of the figures in brackets, the share that notes of their own pages must answer."""
_HEARD = 0.5
"""Of a list's notes, the share that marks must call."""
_TWICE = 2
"""Times that a marker whose note is lost may be printed; "R²" and "χ²" are printed more often."""
_HEARD_AT_FOOT = 0.33
"""Of a document's footnotes, the share that marks must call: a style guide's examples of notes are not called."""


def answered_beside(rows: Sequence[Row], found: Sequence[Mark], heads: Mapping[int, Start]) -> bool:
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


def one_form(in_text: list[Mark], calls: Sequence[Call]) -> list[Mark]:
    """Leave out figures glued to words where the document raises its marks: it prints them in one way."""
    forms = Counter(call.mark.form for call in calls if call.mark.label.isdigit() and not call.mark.doubtful)
    figures = sum(call.mark.form in marks.FIGURES for call in calls)
    raised = forms["raised"] + forms["slash"] + forms["ordered"]
    if figures and raised >= _ONE_FORM * figures:
        return [mark for mark in in_text if mark.form not in marks.FIGURES or mark.linked is not None]
    return in_text


def doubted(
    rows: Sequence[Row],
    feet: Sequence[Draft],
    called: Collection[int],
    heads: Mapping[int, Start],
    scanned: Collection[int],
) -> set[int]:
    """Return the footnotes that are none: numbered works of a bibliography, lines of a listing, examples of notes.

    They stand on pages on which nothing calls a note and the numbers do not go on from the page before, or in documents
    most of whose notes nothing calls. OCR makes figures of letters, and sizes are its guess: there each note needs its
    marker, or a label that nothing but a note has.

    Args:
        rows: The document's rows.
        feet: The footnotes.
        called: Which of them a mark calls.
        heads: Rows that open with a label.
        scanned: Pages whose text OCR has read.
    """
    alone = {number for number in range(len(feet)) if number not in called}
    sure = {number for number, draft in enumerate(feet) if (head := heads.get(draft.rows[0])) and head.sure}
    raised = {number for number, draft in enumerate(feet) if (head := heads.get(draft.rows[0])) and head.raised}
    out = {number for number, draft in enumerate(feet) if not _says(rows, draft)}
    out |= {number for number in alone - sure if rows[feet[number].rows[0]].line.page in scanned}
    if len(alone - sure) > (1 - _HEARD_AT_FOOT) * len(feet):
        out |= alone - sure
    answering = {(rows[feet[number].rows[0]].line.page, feet[number].label) for number in called}
    # "1. as an argument of the command; 2. ..." above the rule of a page that has notes 1 and 2.
    out |= {n for n in alone - sure - raised if (rows[feet[n].rows[0]].line.page, feet[n].label) in answering}
    last = 0
    for _, group in groupby(enumerate(feet), key=lambda pair: rows[pair[1].rows[0]].line.page):
        members = list(group)
        first = members[0][1].label
        goes_on = not first.isdigit() or int(first) == last + 1
        if not goes_on and not any(number in called or number in sure for number, _ in members):
            out.update(number for number, _ in members)
            continue
        if members[-1][1].label.isdigit():
            last = int(members[-1][1].label)
    return out


def _says(rows: Sequence[Row], draft: Draft) -> bool:
    """Tell whether a note has words: a denominator and the number of an empty line of a program have none."""
    first, *more = (rows[i].line.text for i in draft.rows)
    return any(map(str.isalnum, "".join((first[draft.begin : draft.until if not more else None], *more))))


def loose(open_marks: Sequence[Mark], drafts: Sequence[Draft]) -> list[Mark]:
    """Return raised numbers without a note that stand where the numbering expects a marker.

    An exponent or an ordinal follows no sequence. A file without its notes still shows 1, 2, 3, ... in the text.
    """
    labels = {draft.label for draft in drafts}
    likely = [mark for mark in open_marks if mark.form == "raised" and not mark.doubtful and mark.label.isdigit()]
    if drafts:
        top = max((int(label) for label in labels if label.isdigit()), default=0)
        times = Counter(mark.label for mark in likely)
        expected = [mark for mark in likely if mark.label not in labels and 0 < int(mark.label) <= top + 1]
        return [mark for mark in expected if times[mark.label] <= _TWICE]
    out: list[Mark] = []
    for mark in likely:
        if int(mark.label) == (int(out[-1].label) if out else 0) + 1:
            out.append(mark)
    return out if len(out) >= 3 else []


def unheard(drafts: Sequence[Draft], called: Collection[int]) -> bool:
    """Tell whether marks call so few notes of a list that it is none: numbered points, works, lines of a program.

    Args:
        drafts: The notes of the list.
        called: Their positions in it that a mark calls.
    """
    return len(called) < _HEARD * len(drafts)
