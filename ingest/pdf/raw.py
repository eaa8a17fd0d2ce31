"""Raw pages: lines with their fonts, rules, links and the file's own labels, before any judgement.

A `Line` here is what the file draws in one go, which may be a fragment of a printed line; `ingest.layout.rows` joins
fragments. Boxes are in points of the page as displayed, y downwards.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ingest.model import Box, TextLayer
from ingest.pdf.turning import Turn


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one font, size and baseline."""

    text: str
    font: str
    size: float
    """Points."""
    bold: bool
    italic: bool
    flagged: bool
    """PyMuPDF calls it superscript."""
    baseline: float
    box: Box
    typed: bool = False
    """All letters of its font are as wide: code, an address, a typewriter's page."""


@dataclass(frozen=True, slots=True)
class Line:
    """Runs from left to right on one baseline."""

    page: int
    runs: tuple[Run, ...]
    text: str
    """The runs' texts joined."""
    size: float
    """Size of most of its characters, in points."""
    baseline: float
    """Baseline of most of its characters."""
    box: Box

    @property
    def main(self) -> Run:
        """The run that takes most of the line."""
        return max(self.runs, key=_area)


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin horizontal line, drawn or typed as underscores."""

    x0: float
    x1: float
    y: float
    typed: bool = False


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link annotation: to a page of the file (with a y where it names one) or to an address."""

    box: Box
    page: int | None
    y: float | None
    uri: str | None


@dataclass(frozen=True, slots=True)
class RawPage:
    """One page as the file has it."""

    index: int
    width: float
    height: float
    lines: tuple[Line, ...]
    """In the file's order, horizontal text only."""
    turned: tuple[Line, ...]
    """Text that runs up, down or aslant: margin stamps, watermarks, axis labels."""
    rules: tuple[Rule, ...]
    links: tuple[PageLink, ...]
    label: str | None
    """The file's own page label, None where the file has none."""
    text: TextLayer
    turn: Turn = 0
    """Boxes are those of the page turned so (see `ingest.pdf.turning`); width and height are as displayed."""
    scanned: bool = False
    """It is a picture: OCR has read its letters, and guessed their sizes, for this reading or for the file's layer."""
    damaged: bool = False
    """The file is broken, and this page could not be read or is not in it whole."""
    blank: bool = False
    """Nothing is drawn on it: the back of a title page."""

    @property
    def depth(self) -> float:
        """Height of the page as it is read."""
        return self.height if self.turn == 0 else self.width


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file's pages with what it says about itself."""

    id: str
    """The first 16 hexadecimal digits of the file's sha256."""
    path: Path
    pages: tuple[RawPage, ...]
    info: Mapping[str, str]
    """The information dictionary (title, author, creationDate, ...), values as they stand."""
    xmp: str
    """XMP metadata, empty where there is none."""
    outline: tuple[tuple[int, str, int], ...]
    """Bookmarks: (level from 1, title, page index or -1)."""


def _area(run: Run) -> float:
    """How much of a line a run takes: the raised "122" behind ".”" at a line's end has more letters, but small ones."""
    return len(run.text.strip()) * run.size**2


def letters_by_size(lines: Iterable[Line]) -> Counter[float]:
    """How many characters of some lines are set in each size, in points."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes


def usual_size(lines: Iterable[Line], none: float) -> float:
    """The size that most characters of some lines are set in, in points; `none` where there are no lines."""
    sizes = letters_by_size(lines)
    return sizes.most_common(1)[0][0] if sizes else none


def make_line(page: int, runs: Iterable[Run]) -> Line:
    """Return the line that these runs make, left to right."""
    kept = tuple(runs)
    if len(kept) == 1:
        only = kept[0]
        return Line(page, kept, only.text, only.size, only.baseline, only.box)
    main = max(kept, key=_area)
    left, top, right, bottom = zip(*[run.box for run in kept], strict=True)
    box = (min(left), min(top), max(right), max(bottom))
    return Line(page, kept, "".join([run.text for run in kept]), main.size, main.baseline, box)
