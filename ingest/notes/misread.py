"""Markers of scans: what OCR makes of a small raised figure, told by the notes of its page and the order of both.

"base.!", "decided,*", "terms.'" and "history.”" are the markers 1 to 4 above the notes 1 to 4. Each sign of the text
may be a marker or what it looks like, and each note's marker may be lost. The odds of all alignments of the two
sequences are summed, and a marker is given where nearly all of them agree on it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from ingest.layout.marks import Mark
from ingest.layout.rows import Row
from ingest.notes.align import Target

_SURE = 0.9
"""The share of the odds of all alignments that a marker needs: a wrong one is worse than none."""
_LOST = 0.07
"""The odds that a note's marker is not among the signs: OCR drops one in fifteen."""
_READ, _CONFUSED, _OTHER_SIGN, _OTHER_FIGURE = 0.5, 0.08, 0.01, 0.005
"""How often a figure is read as it is, as each of the signs that look like it, as another sign, as another figure."""
_LACKING, _ADDED = 0.1, 0.05
"""How often one of two figures is not read, and how often a speck is read for one more."""
_NOISE = 0.02
"""How often a sign that is no marker is just this one; a second sign behind it is a tenth as likely."""
_ODD, _STOP, _QUOTE, _CLOSES = 0.9, 0.02, 0.8, 0.1
"""How often it is a marker: a sign that prose has no use for, "!" behind a word, a quotation mark that closes nothing,
and one that closes a quotation."""
_LOOKED_BACK = 400
"""Letters in which a quotation is looked for that a quotation mark may close."""

# What looks like a figure that is raised and small.
_LIKE = {
    "0": "°©®oOQ”9",
    "1": "!'\"‘’|lIi\\/]t´`",
    "2": '?*”’>"7zZ°',
    "3": "?*>°’”",
    "4": "*‘“+°#",
    "5": "°>*sS®’",
    "6": "°®©*o",
    "7": "’”?\"'*!",
    "8": "®°&§*%",
    "9": "°?’*”%",
}
_SIGNS = r"!?'‘’\"“”°©®*#%&^>·<|~\\"
# Behind a stop or a closing bracket or quotation mark: "!4", "'°", "’", "”!3"; not "Vol.1:2".
_BEHIND_STOP = re.compile(rf"(?<=\w[.,;:)\]”’\"])(?!(?<=:)\d)[{_SIGNS}\d]{{1,4}}(?=[\sA-Z]|$)")
# "Guardian®", "capitals!", "Rules12"; a quotation mark behind a word is an apostrophe or closes a quotation.
_BEHIND_WORD = re.compile(r"(?<=[^\W\d_]{2})(?:[!?]?[°©®*#%^·~]\d?|[!?]\d?|\d{1,3})(?=[\s.,;:]|$)")
_QUOTES = "”\"’'»‘“"
_OPENING = re.compile(r"(?:^|(?<=[\s(\[—–-]))[“\"‘'«](?=\S)")
_CLOSING = re.compile(r"(?<=[^\s“\"‘'«])[”\"’'»](?=[\s.,;:)\]!?]|$)")


@dataclass(frozen=True, slots=True)
class _Sign:
    """A place in the text that may be a marker."""

    row: int
    start: int
    end: int
    text: str
    prior: float
    """How often what stands so is a marker."""


def calling(rows: Sequence[Row], body: Sequence[int], notes: Sequence[Target]) -> Iterator[Mark]:
    """Yield the markers of a scanned page that are sure.

    Args:
        rows: The document's rows.
        body: The page's rows that are text.
        notes: The page's notes with their numbers, in reading order.
    """
    found = list(signs(rows, body))
    for at, note, share in _shares(found, [note.label for note in notes]):
        if share >= _SURE:
            sign = found[at]
            yield Mark(sign.row, sign.start, sign.end, notes[note].label, "misread")


def is_like(text: str, label: str) -> bool:
    """Tell whether OCR may have made this of a number: its last figure decides, for the first ones are often lost."""
    return text[-1:] in (label[-1], *_LIKE[label[-1]])


def signs(rows: Sequence[Row], body: Sequence[int]) -> Iterator[_Sign]:
    """Yield the places in the text of a scan that may be markers, in reading order."""
    before = ""
    for i in body:
        text = rows[i].line.text
        places = [*_BEHIND_STOP.finditer(text), *_BEHIND_WORD.finditer(text)]
        for place in sorted(places, key=re.Match[str].start):
            start, printed = place.start(), place[0]
            if place.re is _BEHIND_WORD:
                yield _Sign(i, start, place.end(), printed, _STOP if printed in "!?" else _ODD)
                continue
            closes = printed[0] in _QUOTES and _is_open(f"{before} {text[:start]}"[-_LOOKED_BACK:])
            if closes and len(printed) > 1:
                start, printed, closes = start + 1, printed[1:], False
            quote = printed in _QUOTES
            yield _Sign(i, start, place.end(), printed, _CLOSES if closes else _QUOTE if quote else _ODD)
        before = f"{before} {text}"[-_LOOKED_BACK:]


def _is_open(before: str) -> bool:
    """Tell whether a quotation has begun that nothing closes."""
    opened = [found.start() for found in _OPENING.finditer(before)]
    return bool(opened) and not _CLOSING.search(before, opened[-1] + 1)


def _shares(found: Sequence[_Sign], labels: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Yield each pair of a sign and a note with the share of the odds that the alignments with this pair have.

    Signs that are no markers are passed over before the notes whose markers are lost, so that each way to align is
    counted once; both passes over the table are the forward-backward algorithm of hidden Markov models.
    """
    signs, notes = len(found), len(labels)
    odds = [[_odds(sign, label) for label in labels] for sign in found]
    # [sign][note]: behind a sign or a pair, and behind a note whose marker is lost
    ahead = [[0.0] * (notes + 1) for _ in range(signs + 1)]
    ahead_lost = [[0.0] * (notes + 1) for _ in range(signs + 1)]
    ahead[0][0] = 1.0
    for i, j in product(range(signs + 1), range(notes + 1)):
        if i:
            ahead[i][j] += ahead[i - 1][j]
        if i and j:
            ahead[i][j] += odds[i - 1][j - 1] * (ahead[i - 1][j - 1] + ahead_lost[i - 1][j - 1])
        if j:
            ahead_lost[i][j] = _LOST * (ahead[i][j - 1] + ahead_lost[i][j - 1])
    back = [[0.0] * (notes + 1) for _ in range(signs + 1)]
    back_lost = [[0.0] * (notes + 1) for _ in range(signs + 1)]
    for i, j in product(range(signs, -1, -1), range(notes, -1, -1)):
        on = 1.0 if (i, j) == (signs, notes) else 0.0
        if i < signs and j < notes:
            on += odds[i][j] * back[i + 1][j + 1]
        if j < notes:
            on += _LOST * back_lost[i][j + 1]
        back_lost[i][j] = on
        back[i][j] = on + (back[i + 1][j] if i < signs else 0.0)
    for i, j in product(range(signs), range(notes)):
        yield i, j, (ahead[i][j] + ahead_lost[i][j]) * odds[i][j] * back[i + 1][j + 1] / back[0][0]


def _odds(sign: _Sign, label: str) -> float:
    """The odds that a sign is the marker with this label, against its being none."""
    none = (1 - sign.prior) * _NOISE * 0.1 ** (len(sign.text) - 1)
    return sign.prior * _likeness(sign.text, label) / none


def _likeness(text: str, label: str) -> float:
    """How often a label is read so."""
    if len(text) == len(label):
        return prod(_figure(sign, figure) for sign, figure in zip(text, label, strict=True))
    if len(text) == len(label) - 1:
        return _LACKING * max(_likeness(text, label[:at] + label[at + 1 :]) for at in range(len(label)))
    if len(text) == len(label) + 1:
        return _ADDED * _OTHER_SIGN * max(_likeness(text[:at] + text[at + 1 :], label) for at in range(len(text)))
    return _ADDED * _OTHER_SIGN**3


def _figure(sign: str, figure: str) -> float:
    """How often a figure is read as this sign."""
    if sign == figure:
        return _READ
    if sign in _LIKE[figure]:
        return _CONFUSED
    return _OTHER_FIGURE if sign.isdigit() else _OTHER_SIGN
