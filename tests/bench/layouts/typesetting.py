"""Typesets a story with Typst, and asks it where each note came to stand."""

import itertools
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import typst
from layouts.pieces import Block, Note
from layouts.story import Story
from layouts.truth import Placed
from layouts.variant import Variant

_COMMON = """#set par(justify: true, first-line-indent: 1.2em, spacing: 0.65em)
#let note(number, words) = footnote[#context {
  [#metadata((id: number, page: here().page(), label: counter(footnote).display())) <note>]
}#words]
#context [#metadata(counter(page).final().first()) <pages>]
"""


def source(variant: Variant, story: Story) -> str:
    """The whole Typst file of a variant."""
    count = itertools.count()
    body = "\n\n".join(_block(block, count) for block in story.blocks)
    page = f'#set page(paper: "{variant.document}", numbering: "1")'
    return "\n".join([page, *variant.setup, _COMMON, body, ""])


def typeset(variant: Variant, story: Story, pdf: Path) -> Placed:
    """Write the PDF."""
    with tempfile.TemporaryDirectory() as folder:
        main = Path(folder) / "trial.typ"
        main.write_text(source(variant, story), encoding="utf-8")
        compiler = typst.Compiler(main, root=folder)
        compiler.compile(output=pdf, format="pdf")
        found = json.loads(compiler.query("<note>", field="value"))
        (pages,) = json.loads(compiler.query("<pages>", field="value"))
    notes = {place["id"]: (place["page"] - 1, _plain(place["label"])) for place in found}
    return Placed(tuple(str(page) for page in range(1, pages + 1)), notes)


def _plain(label: object) -> str:
    return label if isinstance(label, str) else str(label["text"]) if isinstance(label, dict) else ""


def _block(block: Block, count: Iterator[int]) -> str:
    words = "".join(_piece(piece, count) for piece in block.pieces)
    if block.kind == "heading":
        return f"= {words}"
    if block.kind == "subheading":
        return f"== {words}"
    if block.kind == "quote":
        return f"#quote(block: true)[{words}]"
    if block.kind == "item":
        return f"+ {words}"
    return words


def _piece(piece: str | Note, count: Iterator[int]) -> str:
    if isinstance(piece, Note):
        return f"#note({next(count)})[{_escape(piece.text)}]"
    return _escape(piece)


def _escape(words: str) -> str:
    out = "".join(f"\\{character}" if character in "\\#$*_`<>@[]~/-+=" else character for character in words)
    return out.replace("\n", "\\ ")
