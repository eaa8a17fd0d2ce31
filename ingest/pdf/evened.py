"""Lines of a scanned page evened out: OCR guesses the sizes, widths and first letters of words one by one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from ingest.pdf.raw import Line, make_line

_OCR_NOISE = 0.17
"""Share by which OCR mistakes the size of letters of one size."""
_CLOSE = 0.85
"""Of the usual distance between the lines of a scanned page, what those in small print have at most."""
_DOUBLE = 3.5
"""Sizes of the type by which lines of double spacing stand below each other at most."""
_APART = 1.3
"""Of the same, what parts small print from the text."""
_TEXT = 0.7
"""Where, among the distances between the lines of a scanned page from the least up, that of the text is looked for."""
_LOWER = 0.95
"""Of the height of the text's lines, what lines in small print have at most."""
_SMALL = 0.8
"""Of the text's size, the one that small print of a scan is given: OCR does not measure it well enough to tell."""
# "®Thid., p. 4", "41d. at 54" (of note 4): no other word looks so.
_IBID = re.compile(r"^(\W{0,2}\d{0,3}\s?)[TYlI1|][bh]id(?=[.,])")
_ID = re.compile(r"^(\W{0,2}\d{0,2})[17l|]d(?=[.,](?:\s|$))")


def steadied(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Even out the sizes that OCR guesses word by word: a line has one, and most lines have the page's.

    Notes are told from the text by the distances between their lines, which OCR does not mistake.
    """
    if not lines:
        return lines
    sizes = [median(run.size for run in line.runs for _ in run.text) for line in lines]
    usual = median(size for size, line in zip(sizes, lines, strict=True) for _ in line.text)
    small = _small_print(lines, usual)
    out = []
    for line, size in zip(lines, sizes, strict=True):
        even = usual if abs(size - usual) < _OCR_NOISE * usual else size
        if line.baseline in small:
            even = _SMALL * usual
        runs = [replace(run, size=even, baseline=line.baseline, flagged=False) for run in line.runs]
        runs[0] = replace(runs[0], text=_ID.sub(r"\1Id", _IBID.sub(r"\1Ibid", runs[0].text)))
        out.append(make_line(line.page, runs))
    return tuple(_apart(out))


def _apart(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of a scanned page, those cut short that seem to run into the next words of their printed line.

    How wide a word is OCR's text layer says only roughly: it has the letters of a font of its own.
    """
    for line in lines:
        beside = [
            other.box[0]
            for other in lines
            if abs(other.baseline - line.baseline) < 1 and line.box[0] < other.box[0] < line.box[2]
        ]
        if not beside:
            yield line
            continue
        runs = [replace(run, box=(*run.box[:2], min(run.box[2], *beside), run.box[3])) for run in line.runs]
        yield make_line(line.page, [run for run in runs if run.box[0] < run.box[2]])


def _small_print(lines: Sequence[Line], size: float) -> set[float]:
    """Return the baselines of the lines of a scanned page that stand closer together than the text does.

    Args:
        lines: The page's.
        size: The usual size of its letters, in points.
    """
    levels = sorted({line.baseline for line in lines if sum(map(str.isalpha, line.text)) > 1})
    # Words of one printed line do not have the same baseline in a scan.
    printed = [y for y, above in zip(levels, [float("-inf"), *levels], strict=False) if y - above > 0.3 * size]
    steps = [below - above for above, below in pairwise(printed) if below - above < _DOUBLE * size]
    if not steps:
        return set()
    # The median where a page has more notes than text would be the notes' own.
    usual = sorted(steps)[int(_TEXT * (len(steps) - 1))]
    parts: list[list[float]] = []
    for y in printed:
        if parts and y - parts[-1][-1] <= _APART * usual:
            parts[-1].append(y)
        else:
            parts.append([y])
    close = [part for part in parts if len(part) > 1 and part[-1] - part[0] < _CLOSE * usual * (len(part) - 1)]
    small = {line.baseline for line in lines for part in close if part[0] <= line.baseline <= part[-1] + 0.3 * size}
    # The box of a line with a slanted word in it may be twice as high.
    most = 1.5 * median(line.box[3] - line.box[1] for line in lines)
    boxes = [(line, height) for line in lines if (height := line.box[3] - line.box[1]) < most]
    low = [height for line, height in boxes if line.baseline in small]
    tall = [height for line, height in boxes if line.baseline not in small and line.baseline in printed]
    return small if low and tall and median(low) < _LOWER * median(tall) else set()
