"""Reads the running text of the samples' sources: faces, notes and marked citations.

`^[...]` is a note at that place (`^*[...]` one with a symbol), `{{KEY FORM ...: words}}` marks one citation, `*...*`
is italic. corpus/README.md describes the format whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

FORMS = ("full", "short", "ibid", "op-cit", "supra", "author-date", "numbered")
LOCATORS = {"p": "page", "para": "paragraph", "n": "note", "ch": "chapter", "sec": "section", "vol": "volume"}
"""Short names of locators in a mark -> CSL locator terms; any other name stands for itself."""

SYMBOLS = "*†‡§"

_OPENING = re.compile(
    r"\{\{(?P<key>\S+)\s+(?P<form>" + "|".join(FORMS) + r")"
    r"(?P<attributes>(?:\s+[a-z]+=(?:\"[^\"]*\"|[^\s\"]+?))*)\s*:(?=\s)\s*"
)
_ATTRIBUTE = re.compile(r"([a-z]+)=(?:\"([^\"]*)\"|(\S+))")
_NOTE = re.compile(r"\^(?P<symbol>[" + re.escape(SYMBOLS) + r"]{0,3})\[")


class SourceError(Exception):
    """A source breaks the format; the message names the file's words at fault."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one face."""

    text: str
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """The place of a note's marker."""

    note: int
    """Index into `Sample.notes`."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A marked citation; its words stand at [start, end) of the plain text."""

    key: str | None
    """None where it must stay open."""
    form: str
    start: int
    end: int
    locator: tuple[str, str] | None
    signal: str | None
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Running text: faces, markers and citations in order."""

    pieces: tuple[Run | Mark, ...] = ()
    citations: tuple[Cited, ...] = ()

    @property
    def plain(self) -> str:
        """The words without markers."""
        return "".join(piece.text for piece in self.pieces if isinstance(piece, Run))

    def marks(self) -> Iterator[tuple[int, int]]:
        """Yields (offset in the plain text, note) for each marker."""
        offset = 0
        for piece in self.pieces:
            if isinstance(piece, Mark):
                yield offset, piece.note
            else:
                offset += len(piece.text)


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A note with the label that the typesetter prints."""

    label: str
    text: Text
    scope: str
    chapter: int
    """Ordinal of the level-1 heading that it stands under, from 0."""


@dataclass(slots=True)
class _Words:
    """Running text in the making."""

    pieces: list[Run | Mark] = field(default_factory=list)
    citations: list[Cited] = field(default_factory=list)
    length: int = 0
    italic: bool = False
    depth: int = 0
    """Square brackets open."""

    def put(self, words: str, italic: bool) -> None:
        """Adds words of one face."""
        self.length += len(words)
        if self.pieces and isinstance(last := self.pieces[-1], Run) and last.italic == italic:
            self.pieces[-1] = Run(last.text + words, italic)
        else:
            self.pieces.append(Run(words, italic))

    def cite(self, opening: re.Match[str], words: Text) -> None:
        """Adds the words of a citation, which may hold a marker."""
        start = self.length
        for piece in words.pieces:
            if isinstance(piece, Run):
                self.put(piece.text, self.italic or piece.italic)
            else:
                self.pieces.append(piece)
        self.citations.append(_cited(opening, start, self.length))


@dataclass(slots=True)
class Reader:
    """Reads the texts of one source, one after the other: the notes so far and their numbering."""

    restarts: bool
    """Numbers begin again at each level-1 heading."""
    notes: list[SourceNote] = field(default_factory=list)
    number: int = 0
    chapter: int = 0

    def text(self, source: str, scope: str) -> Text:
        """Reads running text; notes in it go to `notes` with the given scope."""
        return self._inline(" ".join(source.split()), 0, "", scope)[0]

    def heading(self, level: int) -> None:
        """Notes the start of a chapter."""
        if level == 1:
            self.chapter += 1
            self.number = 0 if self.restarts else self.number

    def _inline(self, source: str, at: int, until: str, scope: str) -> tuple[Text, int]:
        """Reads from `at` up to the string `until` (the end where empty); gives the text and the place after it."""
        words = _Words()
        while at < len(source):
            if until and not words.depth and source.startswith(until, at):
                return Text(tuple(words.pieces), tuple(words.citations)), at + len(until)
            if note := _NOTE.match(source, at):
                at = self._note(source, note, words.pieces, scope)
            elif source.startswith("{{", at):
                opening = _OPENING.match(source, at)
                if opening is None:
                    raise SourceError(f"not a citation mark: {source[at : at + 80]!r}")
                cited, at = self._inline(source, opening.end(), "}}", scope)
                words.cite(opening, cited)
            elif source[at] == "*":
                words.italic = not words.italic
                at += 1
            else:
                at += source[at] == "\\"
                words.depth += {"[": 1, "]": -1}.get(source[at], 0)
                words.put(source[at], words.italic)
                at += 1
        if until:
            raise SourceError(f"no {until!r} closes {source[-80:]!r}")
        return Text(tuple(words.pieces), tuple(words.citations)), at

    def _note(self, source: str, note: re.Match[str], pieces: list[Run | Mark], scope: str) -> int:
        """Reads one note, puts its mark, and gives the place after it."""
        label = note["symbol"]
        if not label:
            self.number += 1
            label = str(self.number)
        here = len(self.notes)
        self.notes.append(SourceNote(label, Text(), scope, self.chapter))
        text, at = self._inline(source, note.end(), "]", scope)
        self.notes[here] = SourceNote(label, text, scope, self.chapter)
        pieces.append(Mark(here))
        return at


def _cited(opening: re.Match[str], start: int, end: int) -> Cited:
    """The citation that an opening mark describes."""
    attributes = {name: quoted or bare for name, quoted, bare in _ATTRIBUTE.findall(opening["attributes"])}
    signal = attributes.pop("signal", None)
    candidates = tuple(key for key in attributes.pop("among", "").split(",") if key)
    if len(attributes) > 1:
        raise SourceError(f"more than one locator: {opening[0]!r}")
    locator = next(((LOCATORS.get(name, name), value) for name, value in attributes.items()), None)
    key = None if opening["key"] == "?" else opening["key"]
    return Cited(key, opening["form"], start, end, locator, signal, candidates)
