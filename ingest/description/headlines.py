"""Lines of the first pages that may say where a document was published: heads, imprints, an archive's cover."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from ingest.description import volumes
from ingest.description.theses import COVER
from ingest.description.titlepage import TitlePage
from ingest.model import Box
from ingest.pdf.raw import Line, RawPage

_HEADS = 3
"""Pages from the title page on, whose heads are looked at."""
_HEAD = 0.12
"""Share of a page's height that running heads stand in."""
_LONGEST = 160
"""Characters of a line that still is a head or an imprint."""
_NUMBERS_ON = re.compile(r"\(?\d")
"""How a row goes on that gives volume and pages."""


def headlines(
    page: TitlePage,
    pages: Sequence[RawPage],
    prose: Mapping[int, Sequence[Box]],
    cited: Mapping[int, Sequence[Box]],
    labels: Sequence[str],
    *,
    noted: bool,
) -> Iterator[str]:
    """Lines that are neither text nor notes, and those of the title page that stand above the title or alone on it.

    The parts of a running head stand apart on one line: a page number, "SAMPLE JOURNAL OF LAW", "[Vol. 12". They are
    told one by one, and together without the number.

    Args:
        page: The title page.
        pages: All pages.
        prose: By page index, the boxes of lines that are text and notes.
        cited: By page index, the boxes of lists of references.
        labels: The numbers printed on the pages, in order, "" where none is.
        noted: The title page bears notes, and thus is no cover.
    """
    start = page.title.page
    title_top = page.title.lines[0].baseline
    own = {id(line) for group in (page.title, page.subtitle) if group for line in group.lines}
    for raw in pages[:start]:
        if _bears(raw, page.title.text):
            yield from _broken(raw.lines)
            yield from (" ".join(line.text.split()) for line in raw.lines if len(line.text) <= _LONGEST)
    for raw in pages[start : start + _HEADS]:
        few = sum(len(line.text.split()) for line in raw.lines) < COVER
        cover = raw.index == start and few and not noted
        kept = [
            line
            for line in raw.lines
            if not (id(line) in own or len(line.text) > _LONGEST or _within(line.box, cited.get(raw.index, ())))
            and (
                cover
                or (raw.index == start and line.baseline < title_top)
                or not _within(line.box, prose.get(raw.index, ()))
            )
        ]
        if cover:
            yield from _broken(kept)
        for line in kept:
            if line.text.strip() not in labels[raw.index : raw.index + 1]:
                yield " ".join(line.text.split())
        yield from _heads(line for line in kept if line.baseline < _HEAD * raw.height)


def _bears(raw: RawPage, title: str) -> bool:
    """Whether a page before the title page is an archive's cover: it names the work, and has few words."""
    text = " ".join(" ".join(line.text for line in raw.lines).split()).casefold()
    return len(text.split()) < COVER and title.casefold() in text


def _broken(lines: Sequence[Line]) -> Iterator[str]:
    """A journal's volume and pages that a cover prints on two rows: "... Vol. 127, No. 3 | (2010), pp. 512-514"."""
    for one, other in pairwise(" ".join(line.text.split()) for line in lines):
        if _NUMBERS_ON.match(other) and volumes.head(whole := f"{one} {other}"):
            yield whole


def _heads(lines: Iterable[Line]) -> Iterator[str]:
    """What stands on one line in several parts."""
    for _, row in groupby(sorted(lines, key=lambda line: (round(line.baseline), line.box[0])), _baseline):
        parts = [" ".join(line.text.split()) for line in row]
        told = [part for part in parts if part and not part.isdigit()]
        if len(told) > 1:
            yield " ".join(told)


def _baseline(line: Line) -> int:
    return round(line.baseline)


def _within(box: Box, others: Iterable[Box]) -> bool:
    middle = (box[1] + box[3]) / 2
    return any(other[1] <= middle <= other[3] and box[0] < other[2] and other[0] < box[2] for other in others)
