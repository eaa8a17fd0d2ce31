"""Texts that are no PDFs: .txt, .md, and .jsonl with one document a line, as collections for research come.

They have one page, of index 0, with nothing printed on it, and no notes.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.errors import NotText
from ingest.model import Block, BlockKind, Document, Page, Span
from ingest.words.language import language_of

SUFFIXES = frozenset({".txt", ".md", ".jsonl"})

_BREAK = re.compile(r"\n\s*\n")
_NAMED = 5
"""Lines that are no documents which are named by their numbers."""
_TITLE = 200
"""Characters of the longest first line that still reads as a title."""


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: BlockKind
    text: str
    level: int = 0
    """Of a heading, from 1."""


def read_text(path: str | Path) -> Iterator[Document]:
    """Read one document from .txt or .md, any number from .jsonl.

    A line of .jsonl is {"id", "title", "text", "csl"}, of which id and text must be there. Its id is the document's,
    so a corrected text replaces the former, and a run of questions names documents as the collection does; the id of
    the others is made of the file's content.

    Raises:
        NotText: The file is missing, or not what its name says; of .jsonl after all documents that its lines are.
    """
    path = Path(path)
    content = _content(path)
    if path.suffix.lower() == ".jsonl":
        yield from _lines(path, content)
        return
    pieces = list(_markdown(content) if path.suffix.lower() == ".md" else _paragraphs(content))
    first = pieces[0] if pieces else _Piece("paragraph", "")
    titled = first.kind == "heading" or (len(pieces) > 1 and len(first.text) <= _TITLE and first.text[-1] not in ".:;,")
    title = first.text if titled else path.stem.replace("_", " ")
    yield _document(hashlib.sha256(path.read_bytes()).hexdigest()[:16], title, pieces, {})


def _content(path: Path) -> str:
    if path.exists() and not path.is_file():
        raise NotText(f"{path}: not a regular file")
    try:
        content = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise NotText(f"{path}: cannot be opened: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise NotText(f"{path}: not a text in UTF-8; save it as UTF-8 and add that") from error
    if not content.strip():
        raise NotText(f"{path}: the file is empty")
    return content


def _lines(path: Path, content: str) -> Iterator[Document]:
    """The documents of all lines that are one; then those that are none are named by the error."""
    bad: list[str] = []
    # Not splitlines(): U+2028 and the like stand inside JSON strings.
    for number, line in enumerate(content.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            name, text, title = entry["id"], entry["text"], entry.get("title") or ""
            csl = entry.get("csl") or {}
            if not (all(isinstance(one, str) for one in (name, text, title)) and name and isinstance(csl, dict)):
                raise TypeError
        except (ValueError, KeyError, TypeError, AttributeError):
            bad.append(str(number))
            continue
        heading = [_Piece("heading", _one_line(title), 1)] if title.strip() else []
        pieces = [*heading, *_paragraphs(text)]
        yield _document(name, _one_line(title), pieces, csl)
    if bad:
        more = f" and {len(bad) - _NAMED} more" if len(bad) > _NAMED else ""
        which = f"line {bad[0]} is" if len(bad) == 1 else f"lines {', '.join(bad[:_NAMED])}{more} are"
        raise NotText(f'{path}: {which} not {{"id": "…", "title": "…", "text": "…"}}')


def _paragraphs(text: str) -> Iterator[_Piece]:
    for part in _BREAK.split(text):
        if line := _one_line(part):
            yield _Piece("paragraph", line)


def _markdown(text: str) -> Iterator[_Piece]:
    """Headings, paragraphs, quotations, list items and tables, without their markup."""
    inside: list[BlockKind] = []
    level = 0
    kinds: Mapping[str, BlockKind] = {"blockquote": "quote", "list_item": "list", "tr": "table"}
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in kinds:
            inside = [*inside, kinds[name]] if token.nesting > 0 else inside[:-1]
        elif token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "heading_close":
            level = 0
        elif token.type in ("inline", "fence", "code_block"):
            line = _one_line(_words(token))
            if line:
                yield _Piece("heading" if level else inside[-1] if inside else "paragraph", line, level)


def _words(token: Token) -> str:
    if not token.children:
        return token.content
    return "".join(" " if child.type.endswith("break") else child.content for child in token.children)


def _one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text.replace("\u00ad", "")).split())


def _document(id_: str, title: str, pieces: Iterable[_Piece], csl: Mapping[str, Any]) -> Document:
    blocks: list[Block] = []
    above: list[_Piece] = []
    for piece in pieces:
        if piece.kind == "heading":
            above = [heading for heading in above if heading.level < piece.level]
        section = tuple(heading.text for heading in above)
        span = Span(0, len(piece.text), 0, (0.0, 0.0, 0.0, 0.0))
        blocks.append(Block(f"b{len(blocks) + 1}", piece.kind, piece.text, section, None, (span,)))
        if piece.kind == "heading":
            above.append(piece)
    return Document(
        id=id_,
        title=title,
        csl={"type": "document", "title": title, **csl},
        language=language_of(" ".join(block.text for block in blocks)),
        note_style="none",
        pages=(Page(0, "1", "index", "layer", 0.0, 0.0),),
        blocks=tuple(blocks),
    )
