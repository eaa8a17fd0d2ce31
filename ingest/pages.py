"""PDF file -> raw pages: lines with their fonts, rules, links and the file's own labels, before any judgement.

A `Line` here is what the file draws in one go, which may be a fragment of a printed line; `ingest.rows` joins
fragments. Boxes are in points of the page as displayed, y downwards.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

import pymupdf

from ingest.errors import Damaged
from ingest.glyphs import clean
from ingest.model import Box, TextLayer
from ingest.opening import opened, outline, own_labels, xmp
from ingest.spacing import Spacing
from ingest.turning import Turn, matrix, upright

Recognise = Callable[[pymupdf.Page], pymupdf.TextPage]
"""Optical character recognition of one page (see `ingest.ocr`)."""

_FLAGS = (
    pymupdf.TEXT_PRESERVE_WHITESPACE
    | pymupdf.TEXT_MEDIABOX_CLIP
    # The thin rectangles and strokes come with the text: get_cdrawings would walk the page a second time.
    | pymupdf.TEXT_COLLECT_VECTORS
)
_RULE_THICKNESS = 2.5
_RULE_LENGTH = 18.0
_HIDDEN = 1.0
"""Letters smaller than this many points are there for machines."""
_OCR_NOISE = 0.17
"""Share by which OCR mistakes the size of letters of one size."""
_UNDERSCORES = re.compile(r"\s*[_‗]{5,}\s*")
_UNREADABLE = re.compile(r"[\ufffd\ue000-\uf8ff]")


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
    """Boxes are those of the page turned so (see `ingest.turning`); width and height are as displayed."""

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
    """How much of a line a run takes: "xxxii" raised before "Ibid." has as many letters, but small ones."""
    return len(run.text.strip()) * run.size


def make_line(page: int, runs: Iterable[Run]) -> Line:
    """Return the line that these runs make, left to right."""
    kept = tuple(runs)
    main = max(kept, key=_area)
    boxes = [run.box for run in kept]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    return Line(page, kept, "".join([run.text for run in kept]), main.size, main.baseline, box)


def read(path: Path, recognise: Recognise | None = None, before_page: Callable[[], None] = lambda: None) -> RawFile:
    """Read every page of a PDF.

    Args:
        path: The file.
        recognise: Called for pages that are pictures without text; None leaves them without text.
        before_page: Called before each page is read.

    Raises:
        NotAPdf: The file is missing, empty or something else.
        Encrypted: It opens with a password only.
        Damaged: No page of it can be read.
    """
    with opened(path) as (pdf, content):
        labels = own_labels(path, pdf)
        pages = []
        spacing = Spacing(_FLAGS)
        for index in range(pdf.page_count):
            before_page()
            pages.append(_page(pdf, index, labels, recognise, spacing))
        if all(page is None for page in pages):
            raise Damaged(f"{path}: damaged: no page of this PDF can be read; get another copy")
        return RawFile(
            id=hashlib.sha256(content).hexdigest()[:16],
            path=path,
            pages=tuple(page or _blank(index) for index, page in enumerate(pages)),
            info={key: value for key, value in (pdf.metadata or {}).items() if value},
            xmp=xmp(pdf),
            outline=outline(pdf),
        )


def _blank(index: int) -> RawPage:
    return RawPage(index, 0.0, 0.0, (), (), (), (), None, "none")


def _page(
    pdf: pymupdf.Document, index: int, labels: list[str] | None, recognise: Recognise | None, spacing: Spacing
) -> RawPage | None:
    """Read one page; None where the file's damage makes that impossible."""
    try:
        page = pdf[index]
        text: TextLayer = "layer"
        content = spacing.content(page)
        if _needs_eyes(page, content):
            text = "none"
            if recognise is not None:
                content = page.get_text("dict", textpage=recognise(page))
                text = "ocr"
        width, height = page.rect.width, page.rect.height
        turn = upright((line for block in content["blocks"] for line in block.get("lines", ())), page.rotation_matrix)
        if page.rotation or turn:
            content = _turned(content, page.rotation_matrix * matrix(turn, width, height))
        lines, aslant, rules = _gather(index, content)
        if text == "ocr":
            lines = _steadied(lines)
        if not lines and not aslant:
            text = "none"
        label = labels[index] if labels and index < len(labels) else None
        return RawPage(index, width, height, lines, aslant, rules, _links(page), label, text, turn)
    except (RuntimeError, ValueError):
        return None


def _needs_eyes(page: pymupdf.Page, content: Mapping[str, Any]) -> bool:
    """Tell whether the page is a picture: next to no text, or a layer of unreadable codes, over a large image."""
    text = "".join(
        run["text"]
        for block in content["blocks"]
        if block["type"] == 0
        for line in block["lines"]
        for run in line["spans"]
    )
    letters = sum(map(str.isalnum, text))
    if letters > 60 and len(_UNREADABLE.findall(text)) < 0.3 * len(text):
        return False
    area = abs(page.rect)
    return any(abs(pymupdf.Rect(image["bbox"]) & page.rect) > 0.4 * area for image in page.get_image_info())


def _turned(content: Mapping[str, Any], by: pymupdf.Matrix) -> dict[str, Any]:
    """Return PyMuPDF's "dict" with its boxes, origins and directions turned."""

    def line(raw: Mapping[str, Any]) -> dict[str, Any]:
        x, y = raw["dir"]
        spans = [
            {
                **span,
                "bbox": tuple(pymupdf.Rect(span["bbox"]) * by),
                "origin": tuple(pymupdf.Point(span["origin"]) * by),
            }
            for span in raw["spans"]
        ]
        return {**raw, "spans": spans, "dir": (x * by.a + y * by.c, x * by.b + y * by.d)}

    return {
        "blocks": [
            {**block, "bbox": tuple(pymupdf.Rect(block["bbox"]) * by), "lines": list(map(line, block.get("lines", ())))}
            for block in content["blocks"]
        ]
    }


def _gather(index: int, content: Mapping[str, Any]) -> tuple[tuple[Line, ...], tuple[Line, ...], tuple[Rule, ...]]:
    lines: list[Line] = []
    turned: list[Line] = []
    rules: list[Rule] = []
    seen: set[tuple[str, int, int]] = set()
    for block in content["blocks"]:
        if block["type"] == 3:
            x0, y0, x1, y1 = block["bbox"]
            if y1 - y0 <= _RULE_THICKNESS and x1 - x0 >= _RULE_LENGTH:
                rules.append(Rule(x0, x1, (y0 + y1) / 2))
        if block["type"] != 0:
            continue
        for raw in block["lines"]:
            line = _line(index, raw)
            if line is None:
                continue
            # Files that fake bold, or carry a layer twice, draw the same words at the same place again.
            place = (line.text, round(line.box[0] / 3), round(line.baseline / 3))
            if place in seen:
                continue
            seen.add(place)
            if abs(raw["dir"][1]) > 0.1 or raw["dir"][0] < 0:
                turned.append(line)
            elif _UNDERSCORES.fullmatch(line.text):
                rules.append(Rule(line.box[0], line.box[2], line.baseline, typed=True))
            else:
                lines.append(line)
    return tuple(lines), tuple(turned), _joined(rules)


def _line(index: int, raw: Mapping[str, Any]) -> Line | None:
    runs: list[Run] = []
    for span in raw["spans"]:
        text = clean(span["text"], span["font"])
        if not text or span["size"] < _HIDDEN:
            continue
        size, font, flags, baseline = span["size"], span["font"], span["flags"], span["origin"][1]
        last = runs[-1] if runs else None
        if last and text[0] == " " and abs(last.baseline - baseline) < 0.2 and last.size < 0.95 * size:
            # MuPDF puts the space behind a raised mark at the mark's height; its letters stand lower.
            baseline = span["bbox"][3] + span["descender"] * size
        if last and (
            (last.font == font and last.size == size and abs(last.baseline - baseline) < 0.2) or text.isspace()
        ):
            # Some producers write each word, or each letter, as a run of its own.
            box = (last.box[0], min(last.box[1], span["bbox"][1]), span["bbox"][2], max(last.box[3], span["bbox"][3]))
            runs[-1] = Run(
                last.text + text, last.font, last.size, last.bold, last.italic, last.flagged, last.baseline, box
            )
            continue
        runs.append(Run(text, font, size, bool(flags & 16), bool(flags & 2), bool(flags & 1), baseline, span["bbox"]))
    if not any(run.text.strip() for run in runs):
        return None
    return make_line(index, runs)


def _steadied(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Even out the sizes that OCR guesses word by word: a line has one, and most lines have the page's."""
    if not lines:
        return lines
    sizes = [median(run.size for run in line.runs for _ in run.text) for line in lines]
    usual = median(size for size, line in zip(sizes, lines, strict=True) for _ in line.text)
    out = []
    for line, size in zip(lines, sizes, strict=True):
        even = usual if abs(size - usual) < _OCR_NOISE * usual else size
        runs = [replace(run, size=even, baseline=line.baseline, flagged=False) for run in line.runs]
        out.append(make_line(line.page, runs))
    return tuple(out)


def _joined(rules: list[Rule]) -> tuple[Rule, ...]:
    """Join rules that continue each other: a rule is often drawn in pieces, one for each table cell above it."""
    out: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.y), rule.x0)):
        if out and abs(out[-1].y - rule.y) < 1 and rule.x0 - out[-1].x1 < 2:
            last = out[-1]
            out[-1] = Rule(last.x0, max(last.x1, rule.x1), last.y, last.typed and rule.typed)
        else:
            out.append(rule)
    return tuple(out)


def _links(page: pymupdf.Page) -> tuple[PageLink, ...]:
    out = []
    for link in page.get_links():
        box: Box = tuple(link["from"])
        if link["kind"] in (pymupdf.LINK_GOTO, pymupdf.LINK_NAMED) and isinstance(link.get("page"), int):
            to = link.get("to")
            y = float(to.y) if isinstance(to, pymupdf.Point) else None
            if y is not None and link["kind"] == pymupdf.LINK_NAMED:
                # PyMuPDF turns the places of named destinations not round: they count from the page's foot.
                y = page.parent.page_cropbox(link["page"]).height - y
            out.append(PageLink(box, link["page"], y, None))
        elif link.get("uri"):
            out.append(PageLink(box, None, None, link["uri"]))
    return tuple(out)
