"""What a PDF's own text layer has at a place, as it is there: a second witness for words that somebody quotes."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ingest.model import Box
from ingest.pdf.opening import opened


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


def _inside(words: Iterable[tuple[Any, ...]], box: Box) -> Iterator[str]:
    """The words whose middle stands in the box: MuPDF's own clip would take letters of the next column along."""
    x0, y0, x1, y1 = box
    for left, top, right, bottom, word, *_ in words:
        if x0 <= (left + right) / 2 <= x1 and y0 <= (top + bottom) / 2 <= y1:
            yield word
