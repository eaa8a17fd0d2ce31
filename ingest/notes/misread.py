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

_SURE = 0.9
"""The share of the odds of all alignments that a marker needs: a wrong one is worse than none."""
_LOST, _INSIDE, _OUTSIDE = 0.07, 0.3, 0.6
"""The odds that a note's marker is not among the signs: OCR drops one in fifteen; of a note that was not found between
two others of the page, which may not be there; and of one that may stand on the page before or after."""
_MOST_LACKING = 10
"""Notes in a row that are not found."""
_READ, _CONFUSED, _OTHER_SIGN, _OTHER_FIGURE = 0.5, 0.08, 0.01, 0.005
"""How often a figure is read as it is, as each of the signs that look like it, as another sign, as another figure."""
_LACKING, _ADDED = 0.2, 0.05
"""How often one of two figures is not read, and how often a speck is read for one more."""
_NOISE = 0.02
"""How often a sign that is no marker is just this one; a second sign behind it is a tenth as likely."""
_ODD, _LOOSE, _STOP, _QUOTE, _CLOSES = 0.9, 0.5, 0.02, 0.8, 0.1
"""How often it is a marker: a sign that prose has no use for, one that a blank parts from its word, "!" behind a word,
a quotation mark that closes nothing, and one that closes a quotation."""
_QUOTED = 0.9
"""How often a quotation mark that closes a quotation is one, with a marker behind it, and how often another is none."""
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
# Behind a stop or a closing bracket or quotation mark: "!4", "'°", "’", "”!3"; not "Vol.1:2" or "8,783".
_BEHIND_STOP = re.compile(
    rf"(?<=\S[.,;:)\]”’\"])(?!(?<=:)\d|(?<!\d{{4}}\.)(?<=\d[.,])\d)[{_SIGNS}\d]{{1,4}}(?=[\sA-Z]|$)"
)
# "Guardian®", "capitals!", "Rules12"; a quotation mark behind a word is an apostrophe or closes a quotation.
_BEHIND_WORD = re.compile(r"(?<=[^\W\d_]{2})(?:[!?]?[°©®*#%^·~]\d?|[!?]\d?|\d{1,3})(?=[\s.,;:]|$)")
# "civics. © Maine", "to teach. 7! North", and a row's "73 Oklahoma" behind "graduates."
_APART = re.compile(r"(?:(?<=\w[.,;:”\"] )|^)(?:[°©®*#%^·~]\d?|\d{1,3}|\d?[!?]\d?)(?=\s[A-Z“‘])")
_STOPS = (".", ",", ";", ":", "”", '"')
# "92.“ During": a paragraph's number, and no text yet.
_NUMBERED = re.compile(r"\W*\d{1,3}[.)]\s?")
_QUOTES = "”\"’'»‘“"
_DOUBLE = '”"»“'
# By whether the mark is a double one: “the ‘crossing points’.” closes the first.
_OPENING = {
    True: re.compile(r"(?:^|(?<=[\s(\[—–-]))[“\"«](?=\S)"),
    False: re.compile(r"(?:^|(?<=[\s(\[—–-]))[‘'](?=\S)"),
}
_CLOSING = {
    True: re.compile(r"(?<=[^\s“\"«])[”\"»](?=[\s.,;:)\]!?]|$)"),
    False: re.compile(r"(?<=[^\s‘'])[’'](?=[\s.,;:)\]!?]|$)"),
}


@dataclass(frozen=True, slots=True)
class _Sign:
    """A place in the text that may be a marker."""

    row: int
    start: int
    end: int
    text: str
    prior: float
    """How often what stands so is a marker."""
    quoted: bool = False
    """Its first sign may be a quotation mark that stands before the marker."""
    closes: bool = False
    """That quotation mark closes a quotation."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of a note whose marker the page may have."""

    label: str
    lost: float
    """The odds that its marker is not among the signs."""
    seen: bool
    """The note was found."""


def calling(
    rows: Sequence[Row],
    body: Sequence[int],
    labels: Sequence[str],
    last: str | None = None,
    following: str | None = None,
) -> Iterator[Mark]:
    """Yield the markers of a scanned page that are sure.

    Args:
        rows: The document's rows.
        body: The page's rows that are text.
        labels: The numbers of the page's notes, in reading order.
        last: The number of the note before these.
        following: The number of the note behind them.
    """
    found = list(signs(rows, body))
    expected = list(_expected(labels, last, following))
    for at, number, share in _shares(found, expected):
        if share >= _SURE and expected[number].seen:
            sign, label = found[at], expected[number].label
            yield Mark(sign.row, sign.start + _begins_behind_quote(sign, label), sign.end, label, "misread")


def _expected(labels: Sequence[str], last: str | None, following: str | None) -> Iterator[_Number]:
    """Yield the numbers that the page may have, with those that lack before, between and behind its notes."""
    before = last
    for at, label in enumerate((*labels, *([following] if following else []))):
        if before is not None and int(label) - int(before) <= _MOST_LACKING:
            lost = _INSIDE if 0 < at < len(labels) else _OUTSIDE
            yield from (_Number(str(number), lost, seen=False) for number in range(int(before) + 1, int(label)))
        if at < len(labels):
            yield _Number(label, _LOST, seen=True)
        before = label


def is_like(text: str, label: str) -> bool:
    """Tell whether OCR may have made this of a number: its last figure decides, for the first ones are often lost."""
    return text[-1:] in (label[-1], *_LIKE[label[-1]])


def signs(rows: Sequence[Row], body: Sequence[int]) -> Iterator[_Sign]:
    """Yield the places in the text of a scan that may be markers, in reading order."""
    before = ""
    for i in body:
        text = rows[i].line.text
        places = [*_BEHIND_STOP.finditer(text), *_BEHIND_WORD.finditer(text), *_APART.finditer(text)]
        for place in sorted(places, key=re.Match[str].start):
            start, printed = place.start(), place[0]
            if _NUMBERED.fullmatch(text[:start]):
                continue
            if place.re is _APART:
                if start or before.rstrip().endswith(_STOPS):
                    yield _Sign(i, start, place.end(), printed, _LOOSE)
                continue
            if place.re is _BEHIND_WORD:
                yield _Sign(i, start, place.end(), printed, _STOP if printed in "!?" else _ODD)
                continue
            quote = printed[0] in _QUOTES
            closes = quote and _is_open(f"{before} {text[:start]}"[-_LOOKED_BACK:], printed[0] in _DOUBLE)
            prior = _ODD if printed not in _QUOTES else _CLOSES if closes else _QUOTE
            yield _Sign(i, start, place.end(), printed, prior, quote and len(printed) > 1, closes)
        before = f"{before} {text}"[-_LOOKED_BACK:]


def _is_open(before: str, double: bool) -> bool:
    """Tell whether a quotation has begun that nothing closes."""
    opened = [found.start() for found in _OPENING[double].finditer(before)]
    return bool(opened) and not _CLOSING[double].search(before, opened[-1] + 1)


def _shares(found: Sequence[_Sign], numbers: Sequence[_Number]) -> Iterator[tuple[int, int, float]]:
    """Yield each pair of a sign and a note with the share of the odds that the alignments with this pair have.

    Signs that are no markers are passed over before the notes whose markers are lost, so that each way to align is
    counted once; both passes over the table are the forward-backward algorithm of hidden Markov models.
    """
    signs, notes = len(found), len(numbers)
    odds = [[_odds(sign, number.label) for number in numbers] for sign in found]
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
            ahead_lost[i][j] = numbers[j - 1].lost * (ahead[i][j - 1] + ahead_lost[i][j - 1])
    back = [[0.0] * (notes + 1) for _ in range(signs + 1)]
    back_lost = [[0.0] * (notes + 1) for _ in range(signs + 1)]
    for i, j in product(range(signs, -1, -1), range(notes, -1, -1)):
        on = 1.0 if (i, j) == (signs, notes) else 0.0
        if i < signs and j < notes:
            on += odds[i][j] * back[i + 1][j + 1]
        if j < notes:
            on += numbers[j].lost * back_lost[i][j + 1]
        back_lost[i][j] = on
        back[i][j] = on + (back[i + 1][j] if i < signs else 0.0)
    for i, j in product(range(signs), range(notes)):
        yield i, j, (ahead[i][j] + ahead_lost[i][j]) * odds[i][j] * back[i + 1][j + 1] / back[0][0]


def _odds(sign: _Sign, label: str) -> float:
    """The odds that a sign is the marker with this label, against its being none."""
    none = (1 - sign.prior) * _NOISE * 0.1 ** (len(sign.text) - 1)
    return sign.prior * max(_ways(sign, label)) / none


def _begins_behind_quote(sign: _Sign, label: str) -> bool:
    whole, behind = _ways(sign, label)
    return behind > whole


def _ways(sign: _Sign, label: str) -> tuple[float, float]:
    """How often a label is read as all the sign, and as what stands behind its quotation mark."""
    whole = _likeness(sign.text, label) * (1 - _QUOTED * sign.closes)
    behind = _likeness(sign.text[1:], label) * (_QUOTED if sign.closes else 1 - _QUOTED) if sign.quoted else 0.0
    return whole, behind


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
