"""Numbers of lines in the margin, which drafts, transcripts and papers under review count their lines with."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.pdf.raw import Line, RawPage

_LEAST = 5
"""Numbers on a page."""
_COVER = 0.8
"""Of the page's lines (each fifth, where each fifth is counted), the share that has its number beside it."""
_PART = 0.4
"""Of the page's lines, the share that stands between the first number and the last."""
_WORDS = 18
"""Letters of a line of text."""


def without(pages: Sequence[RawPage]) -> tuple[RawPage, ...]:
    """Return the pages without the numbers of their lines, where at least half the pages count them.

    Labels of notes hang in the margin too, but not beside each line, nor through half a document.
    """
    found = [_numbers(page.lines) for page in pages]
    texts = sum(sum(len(line.text) >= _WORDS for line in page.lines) >= _LEAST for page in pages)
    if sum(map(bool, found)) < max(2, 0.5 * texts):
        return tuple(pages)
    # The last page of a chapter has a few lines only.
    found = [gone or _numbers(page.lines, least=1) for page, gone in zip(pages, found, strict=True)]
    return tuple(
        replace(page, lines=tuple(line for key, line in enumerate(page.lines) if key not in gone))
        for page, gone in zip(pages, found, strict=True)
    )


def _numbers(lines: Sequence[Line], least: int = _LEAST) -> set[int]:
    """Return the keys of the fragments that number a page's lines; none where nothing does."""
    words = [line for line in lines if len(line.text) >= _WORDS]
    if len(words) < least:
        return set()
    left = sorted(line.box[0] for line in words)[len(words) // 20]
    right = sorted(line.box[2] for line in words)[-1 - len(words) // 20]
    said = [line for line in lines if any(map(str.isalpha, line.text))]
    digits = [(key, line) for key, line in enumerate(lines) if line.text.strip().isdecimal()]
    for margin in (
        [(key, line) for key, line in digits if line.box[2] < left],
        [(key, line) for key, line in digits if line.box[0] > right],
    ):
        margin.sort(key=lambda pair: pair[1].baseline)
        steps = Counter(int(two.text) - int(one.text) for (_, one), (_, two) in pairwise(margin))
        if len(margin) < max(2, least) or not steps:
            continue
        step, times = steps.most_common(1)[0]
        beside = sum(any(abs(line.baseline - word.baseline) < 0.3 * word.size for word in said) for _, line in margin)
        # Notes at the foot are not numbered.
        first, last = margin[0][1].baseline, margin[-1][1].baseline
        counted = [word for word in words if first - 0.3 * word.size < word.baseline < last + 0.3 * word.size]
        enough = least < _LEAST or len(counted) >= _PART * len(words)
        if step >= 1 and times >= 0.9 * (len(margin) - 1) and enough and beside * step >= _COVER * len(counted):
            return {key for key, _ in margin}
    return set()
