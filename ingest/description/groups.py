"""A page's printed lines in groups of one size and weight: titles, names, paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.description.people import people_in
from ingest.layout.rows import rows
from ingest.pdf.raw import Line, RawPage

SAME_SIZE = 0.6
"""Points between lines of one heading; small capitals and Word's rounding differ by half a point."""
_SAME_SHARE = 0.06
"""Of the size: what OCR guesses for lines set alike."""
_LEADING = 1.9
"""Sizes from line to line within a heading."""
_DOUBLE = 2.8
_FULL = 60.0
"""Points short of the right margin at which a ragged line still counts as full: no long word fits."""
_MARK = re.compile(r"[\d*∗†‡§¶,\s]{1,5}")
_TRAILING_MARKS = "*∗†‡§¶"
_HYPHEN = re.compile(r"[^\W\d_]-$|[–/]$")
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Group:
    """Printed lines of one size and weight that stand together."""

    page: int
    text: str
    size: float
    """Points."""
    bold: bool
    italic: bool
    left: float
    top: float
    """Baseline of its first line, as a share of the page's height."""
    lines: tuple[Line, ...]

    @property
    def words(self) -> int:
        """Number of words."""
        return len(self.text.split())


def groups(page: RawPage, common: frozenset[str] = frozenset()) -> tuple[Group, ...]:
    """Return the page's lines in reading order, those of one size and weight together, authors apart."""
    gathered: list[list[Line]] = []
    right = max((line.box[2] for line in page.lines), default=0.0)
    largest = (1 - _SAME_SHARE) * max((line.size for line in page.lines), default=0.0)
    for row in rows(page.lines):
        line = row.line
        last = gathered[-1][-1] if gathered else None
        if last and page.scanned and _beside(last, line):
            _put_in(gathered[-1], line)
            continue
        if (
            last
            and abs(last.size - line.size) <= max(SAME_SIZE, _SAME_SHARE * line.size)
            and last.main.bold == line.main.bold
        ):
            # A line that fills the measure goes on also where manuscripts are double-spaced.
            reach = _DOUBLE if last.box[2] >= right - _FULL else _LEADING
            on = 0 < line.baseline - last.baseline <= reach * line.size and _overlap(last, line)
            # Authors are set like the subtitle above them.
            if on and not (line.size < largest and people_in(line, common)):
                gathered[-1].append(line)
                continue
        gathered.append([line])
    made = (_group(page, lines) for lines in gathered)
    return tuple(group for group in made if group.text)


def _beside(one: Line, other: Line) -> bool:
    """Whether two pieces stand on one printed line: OCR guesses another size for each, and cuts lines at it."""
    shared = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    return 2 * shared > min(one.box[3] - one.box[1], other.box[3] - other.box[1]) and not _overlap(one, other)


def _put_in(lines: list[Line], piece: Line) -> None:
    """Put a piece of a printed line among the pieces of it, from left to right."""
    at = len(lines)
    while at and _beside(lines[at - 1], piece) and piece.box[0] < lines[at - 1].box[0]:
        at -= 1
    lines.insert(at, piece)


def _overlap(one: Line, other: Line) -> bool:
    return one.box[0] < other.box[2] and other.box[0] < one.box[2]


def _group(page: RawPage, lines: Sequence[Line]) -> Group:
    first = lines[0]
    size = max(line.size for line in lines)
    return Group(
        page.index,
        joined(lines),
        size,
        first.main.bold,
        first.main.italic,
        min(line.box[0] for line in lines),
        first.baseline / page.height if page.height else 0.0,
        tuple(lines),
    )


def joined(lines: Sequence[Line]) -> str:
    """The lines' text without note marks, one space between words."""
    text = ""
    for line in lines:
        words = " ".join("".join(_unmarked(line)).split())
        if text.endswith(_SOFT_HYPHEN):
            text = text.removesuffix(_SOFT_HYPHEN) + words
        elif _HYPHEN.search(text[-2:]) and not words[:1].isupper():
            text += words
        else:
            text = f"{text} {words}"
    return text.replace(_SOFT_HYPHEN, "").strip().rstrip(_TRAILING_MARKS).rstrip()


def _unmarked(line: Line) -> Iterator[str]:
    """The runs' texts without raised marks of notes."""
    for run in line.runs:
        raised = run.flagged or (run.size < 0.8 * line.size and run.baseline < line.baseline - 0.5)
        if not (raised and _MARK.fullmatch(run.text)):
            yield run.text


def body_size(pages: Sequence[RawPage]) -> float:
    """The size of most characters of the first pages, in points."""
    sizes: Counter[float] = Counter()
    for page in pages[:12]:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0
