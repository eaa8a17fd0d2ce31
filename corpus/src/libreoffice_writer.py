"""Typesets a sample with LibreOffice: a flat OpenDocument text, whose bookmarks tell the true pages."""

import subprocess
import tempfile
from pathlib import Path
from string import Template
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
import typst_writer
from parse import Block, Sample
from running import Mark, Run, Text
from truth import Places

EXPORT = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
"""Each bookmark becomes a named destination of the PDF."""

_HEIGHTS = (1.0, 1.7, 1.3, 2.4, 2.9, 2.1, 3.2, 2.6)
_BARS = '<text:p text:style-name="Sample_20_figure">{}</text:p>'.format(
    "".join(
        f'<draw:rect text:anchor-type="as-char" svg:width="1.2cm" svg:height="{height}cm" draw:style-name="Bar"/> '
        for height in _HEIGHTS
    )
)
"""A figure without words, so that a caption has something to speak of."""


def typeset(sample: Sample, pdf: Path) -> Places:
    """Writes the PDF.

    Raises:
        subprocess.CalledProcessError: LibreOffice failed.
    """
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "sample.fodt"
        text.write_text(_document(sample), encoding="utf-8")
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [
            "/usr/bin/env",
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            EXPORT,
            "--outdir",
            folder,
            str(text),
        ]
        subprocess.run(command, check=True, stdout=subprocess.PIPE)  # noqa: S603  (a fixed command on a file of ours)
        pdf.write_bytes(text.with_suffix(".pdf").read_bytes())
    return typst_writer.places(sample, _spots(sample, pdf))


def _spots(sample: Sample, pdf: Path) -> list[dict[str, str | int]]:
    """The pages of the bookmarks."""
    first = int(sample.front.get("first_page", 1))
    with pikepdf.open(pdf) as file:
        index: dict[Any, int] = {page.objgen: number for number, page in enumerate(file.pages, start=1)}
        spots: list[dict[str, str | int]] = [
            {"id": "page", "index": number, "label": str(first + number - 1)} for number in index.values()
        ]
        for name, destination in file.Root.Dests.items():
            spots.append({"id": name.removeprefix("/"), "index": index[destination[0].objgen]})
    return spots


def _document(sample: Sample) -> str:
    """The sample in the layout's document."""
    csl = sample.front.get("csl", {})
    template = Template((typst_writer.LAYOUTS / f"{sample.layout}.fodt").read_text(encoding="utf-8"))
    return template.substitute(
        title=_text(sample, sample.title),
        plain_title=escape(sample.title.plain),
        subtitle=escape(str(sample.front.get("subtitle", ""))),
        authors=", ".join(_text(sample, author) for author in sample.authors),
        plain_authors=escape(", ".join(author.plain for author in sample.authors)),
        notice=escape(typst_writer.notice(sample)),
        journal=escape(str(csl.get("container-title", csl.get("publisher", "")))),
        year=escape(str(csl.get("issued", ""))[:4]),
        first_page=sample.front.get("first_page", 1),
        body="\n".join(_block(sample, number, block) for number, block in enumerate(sample.blocks)),
    )


def _block(sample: Sample, number: int, block: Block) -> str:
    """One block as a paragraph of the style of its kind, or as a table."""
    spot = _spot(f"block-{number}")
    if block.kind == "table":
        rows = [
            "".join(_cell(sample, cell, (spot if not r and not c else ""), r == 0) for c, cell in enumerate(row))
            for r, row in enumerate(block.rows)
        ]
        repeated = f'table:number-columns-repeated="{len(block.rows[0])}"'
        columns = f'<table:table-column table:style-name="Column{len(block.rows[0])}" {repeated}/>'
        lines = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
        return f'<table:table table:name="Table{number}" table:style-name="Grid">{columns}{lines}</table:table>'
    words = spot + _text(sample, block.text)
    if block.kind == "caption" and block.text.plain.startswith("Figure"):
        return f'{_BARS}<text:p text:style-name="Sample_20_caption">{words}</text:p>'
    if block.kind == "heading":
        style = f'text:style-name="Heading_20_{block.level}" text:outline-level="{block.level}"'
        return f"<text:h {style}>{words}</text:h>"
    label = {"-": "•", None: ""}.get(block.label, f"{block.label}")
    lead = f"{escape(label)}<text:tab/>" if label else ""
    return f'<text:p text:style-name="Sample_20_{block.kind}">{lead}{words}</text:p>'


def _cell(sample: Sample, cell: Text, spot: str, head: bool) -> str:
    style = "Sample_20_head" if head else "Sample_20_cell"
    words = spot + _text(sample, cell)
    return f'<table:table-cell><text:p text:style-name="{style}">{words}</text:p></table:table-cell>'


def _text(sample: Sample, text: Text) -> str:
    """Running text with its notes."""
    return "".join(_piece(sample, piece) for piece in text.pieces)


def _piece(sample: Sample, piece: Run | Mark) -> str:
    """A run of one face, or a marker with its note."""
    if isinstance(piece, Run):
        words = escape(piece.text)
        return f'<text:span text:style-name="Emphasis">{words}</text:span>' if piece.italic else words
    note = sample.notes[piece.note]
    label = escape(note.label)
    kind = "footnote" if sample.note_place == "footnotes" else "endnote"
    words = _spot(f"note-{piece.note}") + _text(sample, note.text) + _spot(f"end-{piece.note}")
    return (
        f'{_spot(f"mark-{piece.note}")}<text:note text:id="ftn{piece.note}" text:note-class="{kind}">'
        f'<text:note-citation text:label="{label}">{label}</text:note-citation>'
        f'<text:note-body><text:p text:style-name="{kind.capitalize()}">{words}</text:p></text:note-body></text:note>'
    )


def _spot(name: str) -> str:
    return f'<text:bookmark text:name="{name}"/>'
