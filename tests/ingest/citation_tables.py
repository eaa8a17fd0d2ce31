"""The tables of notes under tests/ingest/tables and chains: what each note says, and what must come out of it.

A citation is written `FORM[:KIND] WORK [LABEL=VALUE] [[SIGNAL]]`: the form and kind of the contract, a nickname that
is the same for one work in its document, the locator, the signal. `-` stands for a citation that must stay open,
`?a|b` for one that must stay open with these candidates and no others. A kind that is not named is `work`.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ingest.model import Block, Citation, Note
from ingest.works.resolve import cite

TABLES = Path(__file__).with_name("tables")
CHAINS = Path(__file__).with_name("chains")
"""Documents of ten notes and more, whose answers were written before any reading of them."""
_WRITTEN = re.compile(
    r"(?P<form>[\w-]+)(?::(?P<kind>[\w-]+))?\s+(?P<work>\S+)"
    r"(?:\s+(?P<label>[a-z-]+)=(?P<value>[^\[]+?))?(?:\s+\[(?P<signal>[^\]]+)\])?\s*"
)


@dataclass(frozen=True)
class Wanted:
    """One citation as the table has it."""

    form: str
    kind: str
    work: str
    locator: tuple[str, str] | None
    signal: str | None

    @classmethod
    def read(cls, written: str) -> "Wanted":
        m = _WRITTEN.fullmatch(written)
        assert m, f"not a citation: {written!r}"
        locator = (m["label"], m["value"].strip()) if m["label"] else None
        return cls(m["form"], m["kind"] or "work", m["work"], locator, m["signal"])


@dataclass(frozen=True)
class Row:
    """One note or block with the citations wanted and those found in it."""

    table: str
    style: str
    language: str
    label: str
    text: str
    wanted: tuple[Wanted, ...]
    found: tuple[Citation, ...]
    nicknames: dict[str, str]
    """Source id -> nickname, by the first citation that names each."""

    def work(self, citation: Citation) -> str:
        """What a citation leads to, in nicknames, as the table writes it."""
        if citation.source:
            return self.nicknames.get(citation.source, citation.source)
        if citation.candidates:
            return "?" + "|".join(sorted(self.nicknames.get(c, c) for c in citation.candidates))
        return "-"

    def agrees(self, wanted: Wanted, citation: Citation) -> bool:
        """Whether form and work are as wanted; `-` allows candidates."""
        work = self.work(citation)
        if wanted.work == "-":
            return wanted.form == citation.form and citation.source is None
        if wanted.work.startswith("?"):
            return wanted.form == citation.form and work == "?" + "|".join(sorted(wanted.work[1:].split("|")))
        return wanted.form == citation.form and work == wanted.work


def _blocks(document: dict) -> tuple[list[Block], list[tuple[Block, str, list[str]]]]:
    blocks, rows = [], []
    for i, (text, *cites) in enumerate(document.get("body", ())):
        block = Block(f"b{i}", "paragraph", text, ("Findings",), None, ())
        blocks.append(block)
        rows.append((block, f"body {i + 1}", cites))
    for i, (nickname, text) in enumerate(document.get("references", ())):
        block = Block(f"r{i}", "reference", text, ("References",), None, ())
        blocks.append(block)
        rows.append((block, f"reference {i + 1}", [f"full {nickname}"]))
    return blocks, rows


@lru_cache
def rows(folder: Path = TABLES) -> tuple[Row, ...]:
    """Read all tables of a folder and cite all their documents."""
    return tuple(row for path in sorted(folder.glob("*.toml")) for row in _rows(path))


def _rows(path: Path) -> Iterator[Row]:
    whole = tomllib.loads(path.read_text("utf-8"))
    for document in whole["document"]:
        language = document.get("language", whole["language"])
        blocks, places = _blocks(document)
        notes = []
        for i, (label, text, *cites) in enumerate(document.get("notes", ())):
            notes.append(Note(f"n{i}", label, "footnote", text, (0,), (), None))
            places.append((notes[-1], label, cites))
        citations, _ = cite(blocks, notes, language)
        nicknames: dict[str, str] = {}
        wanted = {place.id: tuple(Wanted.read(c) for c in cites) for place, _, cites in places}
        found = {place.id: tuple(c for c in citations if place.id in (c.note, c.block)) for place, _, _ in places}
        for form in ("full", ""):
            for place, _, _ in places:
                for w, c in zip(wanted[place.id], found[place.id], strict=False):
                    named = w.work[0] not in "?-" and c.source and w.form.startswith(form) and c.form == w.form
                    if named and w.work not in nicknames.values():
                        nicknames.setdefault(c.source, w.work)
        for place, label, _ in places:
            yield Row(
                f"{path.stem}: {document['name']}", whole["style"], language, label, place.text,
                wanted[place.id], found[place.id], nicknames,
            )  # fmt: skip
