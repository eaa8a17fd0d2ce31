"""Clippings: passages put aside with a remark, in named lists ordered by hand.

A clipping keeps words, printed page, file hash and the work's data, never a passage's id alone: it can be read, cited
and exported also where its document has left the library, and finds its place anew after a document is read again or
cut for another model (see `index.kept.anchoring`).
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from index.errors import LibraryError
from index.found import Cite, Hit
from index.store import Drawer, Kept
from ingest.model import Csl, Locator, PassageKind

DEFAULT_LIST = "Clippings"


class NoSuchClipping(LibraryError):
    """No clipping, or more than one, answers to the id given."""


@dataclass(frozen=True, slots=True)
class Clipping:
    """One passage, or some of its words, put aside."""

    id: str
    list: str
    """Name of the list that it lies in."""
    rank: int
    """Its place in the list, from 0; gaps may be between one and the next."""
    remark: str
    words: str
    kind: PassageKind
    document: str
    """Id of the document: the first 16 hexadecimal digits of its file's sha256."""
    passage: str
    """Id of the passage that it was cut from; that may be another passage's after the document is read again."""
    title: str
    csl: Csl
    heading: str
    index: int
    """Page index."""
    page: str
    """Label of that page."""
    cite: Cite
    language: str
    reading: str
    """How well the document could be read ("read by OCR")."""
    made: str = ""
    """ISO 8601, UTC; so is `changed`."""
    changed: str = ""


class Clippings:
    """All clippings of a library."""

    def __init__(self, drawer: Drawer) -> None:
        self._drawer = drawer

    def all(self, name: str | None = None) -> list[Clipping]:
        """Those of one list, or of all lists by their names, each in the order that was made by hand."""
        found = (clipping_of(kept) for kept in self._drawer.all())
        return sorted(
            (clipping for clipping in found if name in (None, clipping.list)),
            key=lambda clipping: (clipping.list.casefold(), clipping.list, clipping.rank),
        )

    def lists(self) -> Mapping[str, int]:
        """How many clippings each list has, by their names."""
        counts: dict[str, int] = {}
        for clipping in self.all():
            counts[clipping.list] = counts.get(clipping.list, 0) + 1
        return counts

    def get(self, ref: str) -> Clipping:
        """The one clipping of this id or beginning of an id.

        Raises:
            NoSuchClipping: There is none, or more than one.
        """
        named = [kept for kept in self._drawer.all() if ref and kept.id.startswith(ref)]
        if len(named) != 1:
            many = f"may be any of {len(named)} clippings" if named else "is no clipping: see `bluenote clippings`"
            raise NoSuchClipping(f"{ref!r} {many}")
        return clipping_of(named[0])

    def add(
        self, hit: Hit, *, name: str = DEFAULT_LIST, remark: str = "", start: int = 0, end: int | None = None
    ) -> Clipping:
        """Put a passage aside, at the end of a list; the same words of it twice are one clipping.

        Args:
            hit: the passage, of a search or of `Library.hit`.
            name: the list; one that is not there is made.
            remark: what the reader thinks of it.
            start: first character of the passage's text that is wanted.
            end: the character after the last one, by default all to the end.
        """
        passage = hit.passage
        words = passage.text[start:end].strip()
        name = name.strip() or DEFAULT_LIST
        there = self.all(name)
        twin = next((one for one in there if (one.passage, one.words) == (passage.id, words)), None)
        clipping = Clipping(
            id=twin.id if twin else secrets.token_hex(4),
            list=name,
            rank=twin.rank if twin else _after(there),
            remark=remark or (twin.remark if twin else ""),
            words=words,
            kind=passage.kind,
            document=hit.document.id,
            passage=passage.id,
            title=hit.document.title,
            csl=hit.document.csl,
            heading=passage.heading,
            index=passage.first_index,
            page=passage.first_page,
            cite=_cite(hit, start, len(passage.text) if end is None else end),
            language=hit.document.language,
            reading=hit.document.state.label,
        )
        return self._put(clipping)

    def remark(self, ref: str, remark: str) -> Clipping:
        """Change what the reader thinks of it."""
        return self._put(replace(self.get(ref), remark=remark))

    def file(self, ref: str, name: str) -> Clipping:
        """Put it into another list, at its end."""
        clipping = self.get(ref)
        name = name.strip() or DEFAULT_LIST
        return (
            clipping if clipping.list == name else self._put(replace(clipping, list=name, rank=_after(self.all(name))))
        )

    def move(self, ref: str, to: int) -> Clipping:
        """Give it another place in its list: 0 is the first; beyond the last is the last."""
        clipping = self.get(ref)
        others = [one for one in self.all(clipping.list) if one.id != clipping.id]
        others.insert(max(0, to), clipping)
        self._number(others)
        return self.get(clipping.id)

    def rename(self, old: str, new: str) -> None:
        """Give a list another name; where there is one of that name, its clippings come first."""
        for clipping in self.all(old):
            self.file(clipping.id, new)

    def drop(self, ref: str) -> Clipping:
        """Take it out; what it was."""
        clipping = self.get(ref)
        self._drawer.drop(clipping.id)
        return clipping

    def _number(self, ordered: Sequence[Clipping]) -> None:
        for rank, clipping in enumerate(ordered):
            if clipping.rank != rank:
                self._put(replace(clipping, rank=rank))

    def _put(self, clipping: Clipping) -> Clipping:
        data = {name: value for name, value in asdict(clipping).items() if name not in ("id", "made", "changed")}
        return clipping_of(self._drawer.put(clipping.id, data, document=clipping.document))


def clipping_of(kept: Kept) -> Clipping:
    """The clipping that is kept so."""
    data: dict[str, Any] = dict(kept.data)
    cite = data["cite"]
    data["cite"] = Cite(cite["key"], Locator(**cite["locator"]), cite["pandoc"])
    return Clipping(id=kept.id, made=kept.made, changed=kept.changed, **data)


def _after(clippings: Sequence[Clipping]) -> int:
    return max((one.rank for one in clippings), default=-1) + 1


def _cite(hit: Hit, start: int, end: int) -> Cite:
    """The place of a part of the passage, where all its sentences have one place."""
    cites = {one.cite for one in hit.sentences if one.start < end and start < one.end}
    return cites.pop() if len(cites) == 1 else hit.cite
