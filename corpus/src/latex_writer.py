"""Typesets a sample with pdfLaTeX: `layouts/LAYOUT.tex` inputs what is written here and reports its places."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import typst_writer
from latex_words import escaped
from parse import Block, Sample
from running import Mark, Run, Text
from truth import Places

RUNS = 3
"""LaTeX settles its page breaks and heads by then."""

_URL = re.compile(r"https?://[^\s<>]*[^\s<>.,;:)\]]")
_SECTIONS = {"report": ("chapter", "section", "subsection"), "article": ("section", "subsection", "subsubsection")}


def typeset(sample: Sample, pdf: Path) -> Places:
    """Writes the PDF.

    Raises:
        subprocess.CalledProcessError: LaTeX failed; its log is in the error's output.
    """
    layout = typst_writer.LAYOUTS / f"{sample.layout}.tex"
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        shutil.copy(layout, work / "sample.tex")
        shutil.copy(typst_writer.LAYOUTS / "common.tex", work)
        (work / "front.tex").write_text(_front(sample), encoding="utf-8")
        (work / "body.tex").write_text(_body(sample, layout.read_text(encoding="utf-8")), encoding="utf-8")
        for _ in range(RUNS):
            subprocess.run(
                ["/usr/bin/env", "pdflatex", "-interaction=nonstopmode", "-halt-on-error", "sample.tex"],
                cwd=work,
                env={**os.environ, "SOURCE_DATE_EPOCH": "0", "FORCE_SOURCE_DATE": "1"},
                check=True,
                stdout=subprocess.PIPE,
            )
        shutil.copy(work / "sample.pdf", pdf)
        lines = (work / "sample.spots").read_text(encoding="utf-8").splitlines()
    spots = [dict(zip(("id", "index", "label"), line.split("|"), strict=True)) for line in lines]
    return typst_writer.places(sample, [{**spot, "index": int(spot["index"])} for spot in spots])


def _front(sample: Sample) -> str:
    """What the layout's title page and heads say, as commands."""
    csl = sample.front.get("csl", {})
    values = {
        "Title": _text(sample, sample.title),
        "PlainTitle": _escape(sample.title.plain),
        "ShortTitle": _escape(str(sample.front.get("short_title", sample.title.plain.split(":")[0]))),
        "Subtitle": _escape(str(sample.front.get("subtitle", ""))),
        "Authors": " and ".join(_text(sample, author) for author in sample.authors),
        "PlainAuthors": _escape(" and ".join(author.plain for author in sample.authors)),
        "Notice": _escape(typst_writer.notice(sample)),
        "Journal": _escape(str(csl.get("container-title", csl.get("publisher", "")))),
        "Volume": _escape(str(csl.get("volume", ""))),
        "Issue": _escape(str(csl.get("issue", ""))),
        "Year": _escape(str(csl.get("issued", ""))[:4]),
        "FirstPage": str(sample.front.get("first_page", 1)),
    }
    return "".join(f"\\newcommand\\Sample{name}{{{value}}}\n" for name, value in values.items())


def _body(sample: Sample, layout: str) -> str:
    """The blocks, in the commands that the layout defines."""
    sections = _SECTIONS["report" if re.search(r"\\documentclass\[?[^]]*\]?\{(report|book)\}", layout) else "article"]
    return "\n\n".join(_block(sample, number, block, sections) for number, block in enumerate(sample.blocks)) + "\n"


def _block(sample: Sample, number: int, block: Block, sections: tuple[str, ...]) -> str:
    """One block."""
    # Outside a paragraph the spot would stay behind on the page before.
    spot = f"\\leavevmode\\spot{{block-{number}}}"
    words = _text(sample, block.text)
    if block.kind == "heading":
        return f"\\{sections[block.level - 1]}[{_escape(block.text.plain)}]{{{spot}{words}}}"
    if block.kind == "mainmatter":
        return "\\samplemain"
    if block.kind == "paragraph":
        label = f"{_escape(block.label)}.\\quad " if block.label else ""
        return f"{spot}{label}{words}"
    if block.kind == "list":
        mark = "\\textbullet" if block.label == "-" else _escape(str(block.label))
        return f"\\begin{{sampleitem}}{{{mark}}}{spot}{words}\\end{{sampleitem}}"
    if block.kind == "table":
        rows = [" & ".join(_text(sample, cell) for cell in row) for row in block.rows]
        columns = ">{\\raggedright\\arraybackslash}X" * len(block.rows[0])
        inner = f"{spot}{rows[0]} \\\\ \\midrule\n" + " \\\\\n".join(rows[1:])
        return f"\\begin{{sampletable}}{{{columns}}}\n{inner} \\\\\n\\end{{sampletable}}"
    return f"\\begin{{sample{block.kind}}}{spot}{words}\\end{{sample{block.kind}}}"


def _text(sample: Sample, text: Text) -> str:
    """Running text with its notes."""
    return "".join(_piece(sample, piece) for piece in text.pieces)


def _piece(sample: Sample, piece: Run | Mark) -> str:
    """A run of one face, or a marker with its note."""
    if isinstance(piece, Run):
        return f"\\emph{{{_escape(piece.text)}}}" if piece.italic else _escape(piece.text)
    note = sample.notes[piece.note]
    words = f"\\spot{{note-{piece.note}}}{_text(sample, note.text)}\\spot{{end-{piece.note}}}"
    return f"\\spot{{mark-{piece.note}}}\\samplenote{{{_escape(note.label)}}}{{{words}}}"


def _escape(words: str) -> str:
    """Words as LaTeX reads them; addresses may break anywhere."""
    out, at = [], 0
    for url in _URL.finditer(words):
        out += [escaped(words[at : url.start()]), f"\\url{{{url[0]}}}"]
        at = url.end()
    return "".join([*out, escaped(words[at:])])
