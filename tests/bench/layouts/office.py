"""Typesets a story as people without LaTeX do: pandoc writes an .odt, LibreOffice prints it."""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pypandoc
from layouts.pieces import Block, Note
from layouts.story import Story
from layouts.truth import Placed
from layouts.variant import Variant

_SECONDS = 120
_TO_PDF = ("--convert-to", "pdf", "--outdir")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!<>~^|$@\"'])")


def available() -> bool:
    """Tell whether LibreOffice is installed."""
    return shutil.which("soffice") is not None


def source(variant: Variant, story: Story) -> str:
    """The story in pandoc's Markdown."""
    return "\n\n".join(_block(block) for block in story.blocks) + "\n"


def typeset(variant: Variant, story: Story, pdf: Path) -> Placed:
    """Write the PDF; LibreOffice does not tell on which page a note came to stand."""
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / f"{pdf.stem}.odt"
        pypandoc.convert_text(
            source(variant, story), "odt", format="markdown-smart", outputfile=str(text), sandbox=False
        )
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", *_TO_PDF, folder, str(text)],
            check=True,
            stdout=subprocess.PIPE,
            timeout=_SECONDS,
        )
        shutil.copy(text.with_suffix(".pdf"), pdf)
    return Placed((), {})


def _block(block: Block) -> str:
    words = "".join(_piece(piece) for piece in block.pieces)
    if block.kind == "heading":
        return f"# {words}"
    if block.kind == "subheading":
        return f"## {words}"
    if block.kind == "quote":
        return f"> {words}"
    if block.kind == "item":
        return f"{block.label}. {words}"
    return words


def _piece(piece: str | Note) -> str:
    if isinstance(piece, Note):
        return f"^[{_escape(piece.text)}]"
    return _escape(piece)


def _escape(words: str) -> str:
    return _MARKDOWN.sub(r"\\\1", words)
