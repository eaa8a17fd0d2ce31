"""Pages drawn for one test each: lines of text at places, with rules, links and labels."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pymupdf
import pytest

BODY, NOTE, MARK = 10.0, 8.0, 6.0
LEFT, TOP, PITCH = 60.0, 80.0, 13.0


@dataclass
class Sheet:
    """One A4 page under the pen; marks are written as ^12^ and come out raised and small."""

    pdf: pymupdf.Document
    index: int
    y: float = TOP

    @property
    def page(self) -> pymupdf.Page:
        """The page, fetched anew: adding another page invalidates the object."""
        return self.pdf[self.index]

    def write(self, text: str, x: float = LEFT, size: float = BODY, font: str = "tiro") -> None:
        """Write one line and go on to the next."""
        for number, part in enumerate(text.split("^")):
            raised = number % 2 == 1
            at = size * 0.6 if raised else size
            height = size * 0.35 if raised else 0.0
            self.page.insert_text((x, self.y - height), part, fontsize=at, fontname=font)
            x += pymupdf.get_text_length(part, fontname=font, fontsize=at)
        self.y += PITCH * size / BODY

    def paragraph(self, lines: Sequence[str], indent: float = 12.0) -> None:
        """Write lines, the first one indented."""
        for number, line in enumerate(lines):
            self.write(line, LEFT + (indent if number == 0 else 0))

    def at(self, x: float, y: float, text: str, size: float = BODY, font: str = "tiro") -> None:
        """Write somewhere else: heads, feet, margins."""
        self.page.insert_text((x, y), text, fontsize=size, fontname=font)

    def rule(self, y: float, x0: float = LEFT, x1: float = LEFT + 140) -> None:
        """Draw a thin line."""
        self.page.draw_line((x0, y), (x1, y), width=0.5)


@dataclass
class Pen:
    """A PDF in the making."""

    path: Path
    pdf: pymupdf.Document

    def sheet(self) -> Sheet:
        """Begin a page."""
        self.pdf.new_page(width=595, height=842)
        return Sheet(self.pdf, self.pdf.page_count - 1)

    def save(self) -> Path:
        """Write the file."""
        self.pdf.save(self.path)
        return self.path


@pytest.fixture
def pen(tmp_path: Path) -> Pen:
    return Pen(tmp_path / "drawn.pdf", pymupdf.open())


FULL = "The mission had been asked to protect civilians under imminent threat of violence in the east,"
"""A line of about the column's width."""


@pytest.fixture
def article(pen: Pen) -> Callable[..., Path]:
    """An article of three pages with running heads, printed numbers from 65 and notes 1 to 6 under a rule."""

    def make(rule: bool = True, note_size: float = NOTE, numbers: bool = True) -> Path:
        for index in range(3):
            sheet = pen.sheet()
            sheet.at(220, 40, "Peacekeeping and its doubters", 9)
            if numbers:
                sheet.at(290, 815, str(65 + index))
            first, second = 2 * index + 1, 2 * index + 2
            sheet.paragraph(
                [FULL, FULL, f"and the council had agreed to it.^{first}^ Nobody asked with what means they", FULL]
            )
            sheet.paragraph(
                [
                    FULL,
                    f"while the force stayed in its camps;^{second}^ the inquiry came later and said so,",
                    FULL,
                    "in so many words.",
                ]
            )
            sheet.y = 640
            if rule:
                sheet.rule(630)
            sheet.write(
                f"^{first}^ Karlsrud and Osland, Between Self-interest and Solidarity, {10 + index}.", size=note_size
            )
            sheet.write(
                f"^{second}^ S/RES/{2100 + index} (2013), para. {index + 1}. The wording had been disputed in the",
                size=note_size,
            )
            sheet.write("council for some weeks before it was agreed to.", size=note_size)
        return pen.save()

    return make
