"""What a PDF's own text layer has at a place, as it is there: a second witness for words that somebody quotes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ingest.model import Box
from ingest.pdf.opening import opened

_OFF = 10.0
"""Points by which the place of a letter may be told wrong: two of its widths in a common face."""


def printed_lines(path: str | Path, places: Iterable[tuple[int, Box]]) -> list[str]:
    """The text of the layer in each place: nothing is joined or cleaned; marks of notes stand in it.

    Args:
        path: The file.
        places: Page index and the box of a line, in points of the page as displayed.

    Raises:
        IndexError: The file has no page of such an index.
        NotAPdf: The file is missing, empty or something else.
        Encrypted: It opens with a password only.
        Damaged: It cannot be opened.
    """
    with opened(Path(path)) as (pdf, _):
        words: dict[int, list[tuple[Any, ...]]] = {}
        lines = []
        for index, box in places:
            if not 0 <= index < pdf.page_count:
                raise IndexError(f"{path}: no page of index {index}")
            if index not in words:
                words[index] = pdf[index].get_text("words")
            lines.append(" ".join(_inside(words[index], box)))
        return lines


def at_words(path: str | Path, boxes: Mapping[int, Sequence[Box]]) -> dict[int, tuple[Box, ...]]:
    """Boxes whose ends were told from the widths of letters, put where the file's own words begin and end.

    Args:
        path: The file.
        boxes: Parts of lines by page index, in points of the page as displayed; where no word of the file begins or
            ends near, as in a scan, an end stays where it is.

    Raises:
        IndexError: The file has no page of such an index.
        NotAPdf: The file is missing, empty or something else.
        Encrypted: It opens with a password only.
        Damaged: It cannot be opened.
    """
    with opened(Path(path)) as (pdf, _):
        if beyond := [index for index in boxes if not 0 <= index < pdf.page_count]:
            raise IndexError(f"{path}: no page of index {beyond[0]}")
        return {
            index: tuple(_at_words(box, words) for box in its)
            for index, its in boxes.items()
            for words in [pdf[index].get_text("words")]
        }


def _at_words(box: Box, words: Iterable[tuple[Any, ...]]) -> Box:
    x0, y0, x1, y1 = box
    in_line = [(left, right) for left, top, right, bottom, *_ in words if y0 <= (top + bottom) / 2 <= y1]
    start = min((left for left, _ in in_line), key=lambda left: abs(left - x0), default=x0)
    end = min((right for _, right in in_line), key=lambda right: abs(right - x1), default=x1)
    start, end = start if abs(start - x0) <= _OFF else x0, end if abs(end - x1) <= _OFF else x1
    return (start, y0, end, y1) if start < end else box


def _inside(words: Iterable[tuple[Any, ...]], box: Box) -> Iterator[str]:
    """The words whose middle stands in the box: MuPDF's own clip would take letters of the next column along."""
    x0, y0, x1, y1 = box
    for left, top, right, bottom, word, *_ in words:
        if x0 <= (left + right) / 2 <= x1 and y0 <= (top + bottom) / 2 <= y1:
            yield word
