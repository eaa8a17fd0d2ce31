"""Typesets a story with LaTeX, and takes down where each note came to stand and what its label was."""

import itertools
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from latex_words import escaped
from layouts.pieces import RAISED, Block, Note
from layouts.story import Story
from layouts.truth import Placed
from layouts.variant import Variant

_COMMON = (Path(__file__).parent / "common.tex").read_text(encoding="utf-8")
_RUNS = 3
"""LaTeX settles page breaks, notes per page and the last page's number by then."""
_URL = re.compile(r"https?://\S+")
_BREAKABLE = re.compile(r"/|\\_|\.")


def available() -> bool:
    """Tell whether LaTeX is installed."""
    return shutil.which("pdflatex") is not None and shutil.which("xelatex") is not None


def source(variant: Variant, story: Story) -> str:
    """The whole LaTeX file of a variant."""
    body = "\n\n".join(_body(variant, story))
    end = r"\end{multicols}" if "multicols" in variant.begin else ""
    encoding = r"\usepackage[utf8]{inputenc}\usepackage{textcomp}" if variant.engine == "pdflatex" else ""
    counted = r"\counterwithin*{footnote}{chapter}" if variant.counted == "chapter" and variant.notes == "foot" else ""
    head = (variant.document, encoding, _COMMON, *variant.setup, counted)
    return "\n".join([*head, r"\begin{document}", variant.begin, r"\trialopening", body, end, r"\end{document}", ""])


def typeset(variant: Variant, story: Story, pdf: Path) -> Placed:
    """Write the PDF.

    Raises:
        subprocess.CalledProcessError: LaTeX failed; its log is in the error's output.
    """
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "trial.tex").write_text(source(variant, story), encoding="utf-8")
        for _ in range(_RUNS):
            subprocess.run(
                [variant.engine, "-interaction=nonstopmode", "-halt-on-error", "trial.tex"],
                cwd=work,
                env={**os.environ, "SOURCE_DATE_EPOCH": "0", "FORCE_SOURCE_DATE": "1"},
                check=True,
                stdout=subprocess.PIPE,
            )
        shutil.copy(work / "trial.pdf", pdf)
        lines = (work / "trial.places").read_text(encoding="utf-8", errors="replace").splitlines()
    return _placed(lines)


def _placed(lines: Sequence[str]) -> Placed:
    """Read what the run wrote: a line for each page, then one for each note on it."""
    labels: list[str] = []
    notes: dict[int, tuple[int, str]] = {}
    for line in lines:
        what, *fields = line.split("|")
        if what == "page":
            labels.append(fields[0])
        elif what == "note":
            notes.setdefault(int(fields[0]), (len(labels) - 1, fields[1]))
    return Placed(tuple(labels), notes)


def _body(variant: Variant, story: Story) -> list[str]:
    writer = _Writer(variant)
    out = [writer.block(block) for block in story.blocks]
    if variant.notes != "foot":
        out.append(writer.rest())
    return out


class _Writer:
    """Writes blocks, counting their notes."""

    def __init__(self, variant: Variant) -> None:
        self._variant = variant
        self._ordinal = itertools.count()
        self._chapter = 0
        self._label = 0
        self._first = True
        self._pending: list[tuple[int, str, str]] = []
        self._held: list[tuple[int, list[tuple[int, str, str]]]] = []

    def block(self, block: Block) -> str:
        """One block in the commands of `common.tex`."""
        before = self._new_chapter() if block.kind == "heading" and self._variant.notes != "foot" else ""
        if block.kind == "equation":
            return "\\begin{equation}E_2 = m_1 c^2 + \\sum_{i=1}^{12} x_i^3 + 10^{6}\\end{equation}"
        if block.kind == "table":
            return self._table(block)
        if block.kind in ("ranked", "listing"):
            return _numbered_lines(block)
        if block.kind == "cells":
            return _cells(block)
        words = "".join(self._piece(piece) for piece in block.pieces)
        if block.kind == "entry":
            return f"\\trialentryofworks{{{words}}}"
        if block.kind in ("heading", "subheading"):
            bare = "".join(escape(piece) for piece in block.pieces if isinstance(piece, str))
            return f"{before}\\trial{block.kind}{{{bare}}}{{{words}}}"
        if block.kind == "paragraph" and block.label is None:
            if self._first and words[:2].isalpha():
                self._first = False
                head, _, rest = words.partition(" ")
                return f"\\trialfirst{{{head[0]}}}{{{head[1:]}}} {rest}"
            return words
        label = f"{{{block.label}}}" if block.label and block.kind not in ("figure", "quote") else ""
        command = {"paragraph": "numbered", "plain-table": "quote"}.get(block.kind, block.kind)
        if block.kind == "plain-table":
            return f"\\trialquote{{{words}}}"
        return f"\\trial{command}{label}{{{words}}}"

    def rest(self) -> str:
        """The notes still to be listed."""
        self._hold()
        if not self._held:
            return ""
        heading = f"\\triallist{{{escape(self._variant.note_heading)}}}" if self._variant.note_heading else "\\bigskip"
        out = [heading, "\\begingroup\\trialentries"]
        for chapter, entries in self._held:
            if self._variant.list_subheadings:
                first, last = 4 * chapter - 3, 4 * chapter
                words = self._variant.list_subheadings.format(number=chapter, first=first, last=last)
                out.append(f"\\triallistpart{{{escape(words)}}}")
            out += [
                f"\\trialentry{{{label}}}{{\\placed{{{number}}}{{{label}}}{text}}}" for number, label, text in entries
            ]
        self._held = []
        return "\n\n".join([*out, "\\par\\endgroup"])

    def _new_chapter(self) -> str:
        self._hold()
        out = self.rest() if self._variant.notes == "chapter-end" else ""
        self._chapter += 1
        if self._variant.counted == "chapter":
            self._label = 0
        return f"{out}\n\n" if out else ""

    def _hold(self) -> None:
        if self._pending:
            self._held.append((max(1, self._chapter), self._pending))
            self._pending = []

    def _piece(self, piece: str | Note) -> str:
        if isinstance(piece, str):
            return escape(piece)
        number = next(self._ordinal)
        text = escape(piece.text).replace("\n", "\\par ")
        if piece.label is not None:
            return f"\\trialsymbol{{{number}}}{{{escape(piece.label)}}}{{{text}}}"
        if piece.run and self._variant.notes == "foot":
            opening = f"\\trialrange{{{piece.run}}}{{}}" if piece.run > 0 else ""
            return f"{opening}\\trialsilent{{{number}}}{{{text}}}"
        if self._variant.notes == "foot":
            return f"\\trialnote{{{number}}}{{{text}}}"
        self._label += 1
        label = str(self._label) if self._variant.numerals == "arabic" else _roman(self._label)
        self._pending.append((number, label, text))
        return f"\\trialmark{{{label}}}"

    def _table(self, block: Block) -> str:
        rows, notes = [], []
        for number, piece in enumerate(block.pieces):
            if isinstance(piece, str):
                rows.append(f"{escape(piece)}{{}} & {17 * number + 12} & {9 * number + 4} \\\\")
            else:
                rows[-1] = rows[-1].replace("{} &", f"\\textsuperscript{{{piece.label}}} &", 1)
                ordinal = next(self._ordinal)
                notes.append(
                    f"\\trialtablenote{{{piece.label}}}{{\\placed{{{ordinal}}}{{{piece.label}}}{escape(piece.text)}}}"
                )
        return f"\\trialtable{{{block.label}}}{{{' '.join(rows)}}}{{{''.join(notes)}}}"


def _roman(value: int) -> str:
    tens, ones = divmod(value, 10)
    return ("", "x", "xx", "xxx", "xl", "l")[tens] + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]


def _numbered_lines(block: Block) -> str:
    """Lines that count themselves: the rows of a table, or a program's."""
    lines = [escape(piece) for piece in block.pieces if isinstance(piece, str)]
    if block.kind == "ranked":
        words = " ".join(f"{place} & {line} & {700 - 53 * place} \\\\" for place, line in enumerate(lines, 1))
    else:
        words = "".join(
            f"\\noindent\\hbox to1.5em{{\\tiny {place}\\hss}}{line}\\par " for place, line in enumerate(lines, 1)
        )
    return f"\\trial{block.kind}{{{block.label}}}{{{words}}}"


def _cells(block: Block) -> str:
    """A table of three columns whose cells run over several lines."""
    cells = [escape(piece) for piece in block.pieces if isinstance(piece, str)]
    rows = " ".join(f"{' & '.join(cells[at : at + 3])} \\\\" for at in range(0, len(cells), 3))
    return f"\\trialcells{{{block.label}}}{{{rows}}}"


def escape(words: str) -> str:
    """Words as LaTeX reads them; `^{st}` is raised, `_{2}` lowered."""
    out, at = [], 0
    for found in RAISED.finditer(words):
        command = "textsuperscript" if found[1] else "textsubscript"
        out += [_plain(words[at : found.start()]), f"\\{command}{{{_plain(found[1] or found[2])}}}"]
        at = found.end()
    return "".join([*out, _plain(words[at:])])


def _plain(words: str) -> str:
    out, at = [], 0
    for url in _URL.finditer(words):
        out += [escaped(words[at : url.start()]), _BREAKABLE.sub(r"\g<0>\\allowbreak{}", escaped(url[0]))]
        at = url.end()
    return "".join([*out, escaped(words[at:])])
