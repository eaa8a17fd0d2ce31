"""Reads a source of the sample corpus (`corpus/src/NAME.md`) into its head, blocks and notes.

The format is Markdown's look: `# Heading`, `> quote`, `- item`, `| table |`; `=35=` is a printed paragraph number and
`!name:` says what follows. corpus/README.md describes it whole. What is read here goes both to the typesetters and
into the true answers.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from running import Reader, SourceError, SourceNote, Text

REFERENCES = re.compile(r"(?i)^(references|bibliography|bibliographie|works cited|sources)$")

_PRINTED_NUMBER = re.compile(r"=(?P<label>[^=\s]+)=\s*")
_LIST_ITEM = re.compile(r"(?P<mark>-|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, caption, reference, table, or the switch to the main matter."""

    kind: str
    text: Text = field(default_factory=Text)
    level: int = 0
    """Of a heading, from 1."""
    label: str | None = None
    """The printed paragraph number, or a list item's printed mark."""
    rows: tuple[tuple[Text, ...], ...] = ()
    """Of a table, the head row first."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One source, read."""

    id: str
    front: Mapping[str, Any]
    title: Text
    authors: tuple[Text, ...]
    blocks: tuple[Block, ...]
    notes: tuple[SourceNote, ...]

    @property
    def layout(self) -> str:
        """Name of the layout."""
        return str(self.front["layout"])

    @property
    def language(self) -> str:
        """ISO 639-1."""
        return str(self.front.get("language", "en"))

    @property
    def note_place(self) -> str:
        """Where notes stand: footnotes, endnotes, or chapter-endnotes."""
        by_layout = {"study-endnotes": "endnotes", "report-chapter-endnotes": "chapter-endnotes"}
        return str(self.front.get("notes", by_layout.get(self.layout, "footnotes")))


def _chunks(body: str) -> Iterator[str]:
    """The paragraphs of a source: blank lines part them, and so do headings, directives and a table's edges."""
    lines: list[str] = []
    for line in [*body.splitlines(), ""]:
        alone = re.match(r"#{1,4}\s|!\w", line)
        edge = lines and line.startswith("|") != lines[-1].startswith("|")
        if lines and (not line.strip() or alone or edge or lines[-1].startswith("#")):
            yield "\n".join(lines)
            lines = []
        if line.strip():
            lines.append(line.strip())


def _blocks(body: str, reader: Reader) -> Iterator[Block]:
    """Reads the body of a source."""
    references = False
    for chunk in _chunks(body):
        if heading := re.match(r"(#{1,4})\s+(?P<words>.+)", chunk):
            level = len(heading[1])
            reader.heading(level)
            text = reader.text(heading["words"], "section")
            references = bool(REFERENCES.match(text.plain))
            yield Block("heading", text, level)
        else:
            yield from _chunk(chunk, reader, references)


def _chunk(chunk: str, reader: Reader, references: bool) -> Iterator[Block]:
    """Reads one chunk that is no heading."""
    if chunk.startswith(">"):
        yield Block("quote", reader.text(re.sub(r"(?m)^>[ \t]?", "", chunk), "passage"))
    elif chunk.startswith("|"):
        lines = [line for line in chunk.splitlines() if not re.fullmatch(r"[|\s:-]+", line)]
        cells = [re.split(r"(?<!\\)\|", line.strip().strip("|")) for line in lines]
        yield Block("table", rows=tuple(tuple(reader.text(cell, "table") for cell in row) for row in cells))
    elif directive := re.match(r"!(\w+):?\s*", chunk):
        kind = {"caption": "caption", "mainmatter": "mainmatter"}.get(directive[1], directive[1])
        yield Block(kind, reader.text(chunk[directive.end() :], "passage"))
    elif _LIST_ITEM.match(chunk) and not references:
        for item in re.split(rf"\n(?={_LIST_ITEM.pattern.replace('?P<mark>', '?:')})", chunk):
            mark = _LIST_ITEM.match(item)
            assert mark is not None, "the split leaves a mark before each item"
            yield Block("list", reader.text(item[mark.end() :], "passage"), label=mark["mark"])
    else:
        number = _PRINTED_NUMBER.match(chunk)
        text = reader.text(chunk[number.end() if number else 0 :], "passage")
        yield Block("reference" if references else "paragraph", text, label=number["label"] if number else None)


def parse(path: Path) -> Sample:
    """Reads a source.

    Args:
        path: a file `NAME.md`.

    Raises:
        SourceError: the source breaks the format.
    """
    opening = re.match(r"---\n(?P<front>.*?)\n---\n(?P<body>.*)", path.read_text(encoding="utf-8"), re.DOTALL)
    if opening is None:
        raise SourceError(f"{path}: no front matter")
    front = yaml.safe_load(opening["front"])
    try:
        reader = Reader(restarts=front["layout"] == "report-chapter-endnotes")
        title = reader.text(str(front["title"]), "title")
        authors = tuple(reader.text(_name(author), "author") for author in front.get("authors", ()))
        blocks = tuple(_blocks(opening["body"], reader))
    except (SourceError, KeyError) as error:
        raise SourceError(f"{path.name}: {error}") from error
    return Sample(str(front.get("id", path.stem)), front, title, authors, blocks, tuple(reader.notes))


def _name(author: Mapping[str, str]) -> str:
    """An author as the title page prints it, with the note on it, if any."""
    name = author.get("literal") or f"{author['given']} {author['family']}"
    return name + author.get("note", "")
