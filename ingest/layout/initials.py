"""Dropped initials: a capital some rows high that begins the first of them, as magazines and briefs print it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from ingest.layout.joining import Words
from ingest.pdf.raw import Line, Run, make_line

_LETTER = re.compile(r"\s*[“\"«‘„]?\s?([^\W\d_])\s*")
_HIGH = 1.8
"""Times as large as the text beside it; a paragraph's first letter that does not drop is seldom."""
_DROP = (0.2, 0.85)
"""Of its size, by how much the first row's baseline stands above its own: a capital is about 0.7 high."""
_LEVEL = 0.3
"""Sizes of the text by which the last row's baseline may stand above the initial's."""
_FOOT = 0.5
"""Sizes of the text by which the last row's baseline may stand below the box of an initial that floats."""
_BESIDE = (-0.5, 1.5)
"""Sizes of the text from the initial's right edge to the rows beside it."""
_WORDS = frozenset("aioyeàôòè")
"""Letters that are words in English, French, Italian, Spanish or Portuguese."""
_LINE = 20
"""Characters of a row of text; a logo or a figure's label has less beside it."""
_WORD = re.compile(r"[^\W\d_]+")


def lowered(pages: Sequence[Sequence[Line]]) -> tuple[tuple[Line, ...], ...]:
    """Return the pages' lines with each dropped initial before the first row that it stands beside.

    It stands on the baseline of the last of them, and was read there: "hen the rains came | W and with them"; or
    between two rows, and was read behind them.
    """
    words = cache(lambda: Words.of(line for lines in pages for line in lines))
    return tuple(_page(lines, words) for lines in pages)


def _page(lines: Sequence[Line], words: Callable[[], Words]) -> tuple[Line, ...]:
    out = list(lines)
    for line in lines:
        initial = line.runs[0]
        letter = _LETTER.fullmatch(initial.text) if len(initial.text) <= 4 else None
        if letter is None or not letter[1].isupper() or line not in out:
            continue
        beside = sorted(_beside(initial, line, out), key=lambda each: each.baseline)
        if len(beside) < 2 or not _is_dropped(initial, beside) or not _goes_on(letter[1], beside[0].text):
            continue
        rest = line.runs[1:]
        at = out.index(line)
        out[at : at + 1] = [make_line(line.page, rest)] if "".join(run.text for run in rest).strip() else []
        first, *others = (each if each is not line else make_line(line.page, rest) for each in beside)
        for each in others:
            out[out.index(each)] = _from(each, initial.box[0])
        out[out.index(first)] = _begun(initial, first, words)
    return tuple(out)


def _beside(initial: Run, line: Line, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, from the initial's top to its foot, that begin at its right; its own counts without it."""
    for each in lines:
        runs = each.runs[1:] if each is line else each.runs
        if not runs or each.page != line.page:
            continue
        own = make_line(each.page, runs)
        size = own.size
        near = _BESIDE[0] * size <= own.box[0] - initial.box[2] <= _BESIDE[1] * size
        level = initial.baseline - initial.size <= own.baseline <= initial.box[3] + _FOOT * size
        if near and level and initial.size >= _HIGH * size and own.text.strip():
            yield each


def _is_dropped(initial: Run, beside: Sequence[Line]) -> bool:
    """Tell whether the first row stands at the initial's top and the last on its baseline, or lower within its box.

    Browsers set an initial as a box that floats, on no row's baseline.
    """
    above, last = beside[0].baseline, beside[-1].runs[-1]
    on_it = initial.baseline - _LEVEL * last.size <= last.baseline <= initial.box[3] + _FOOT * last.size
    return on_it and _DROP[0] <= (initial.baseline - above) / initial.size <= _DROP[1]


def _goes_on(letter: str, text: str) -> bool:
    """Tell whether a row goes on with a word or sentence of this letter: "hen the rains", "HEN THE", "’abord", "UN"."""
    first = _WORD.search(text)
    if first is None or len(text) < _LINE or not (text[:1].isalpha() or text[:1] in "’'"):
        return False
    return first[0].islower() or first[0].isupper() or letter.lower() in _WORDS


def _from(line: Line, left: float) -> Line:
    """Return a line as if it began at the left edge of the initial, which is its paragraph's."""
    run = line.runs[0]
    wider = replace(run, box=(left, *run.box[1:]))
    return make_line(line.page, (wider, *line.runs[1:]))


def _begun(initial: Run, line: Line, words: Callable[[], Words]) -> Line:
    """Return the first row with its initial, as large as the others of its letters."""
    main = line.main
    letter = initial.text.strip()
    box = (initial.box[0], main.box[1], initial.box[2], main.box[3])
    own = replace(main, text=letter + _parting(letter, line.text, words), box=box)
    return make_line(line.page, (own, *line.runs))


def _parting(letter: str, text: str, words: Callable[[], Words]) -> str:
    """Return what parts an initial from the text behind it: a blank where it is a word, "A | mission"."""
    rest = _WORD.match(text)
    if rest is None or letter[-1:].lower() not in _WORDS:
        return ""
    known = words().plain
    behind = rest[0].lower()
    return " " if not known[letter[-1:].lower() + behind] and known[behind] else ""
