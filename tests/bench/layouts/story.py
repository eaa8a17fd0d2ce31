"""What the trial layouts typeset: prose of the sample corpus, its notes, and oddities a layout asks for."""

import itertools
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

CORPUS = Path(__file__).parents[3] / "corpus" / "src"
sys.path.insert(0, str(CORPUS))

from parse import Sample, parse  # noqa: E402  (on the path set above)
from running import Mark, Run, Text  # noqa: E402

RAISED = re.compile(r"\^\{([^}]*)\}|_\{([^}]*)\}")


@dataclass(frozen=True, slots=True)
class Note:
    """A note's words; `\\n` parts its paragraphs."""

    text: str
    label: str | None = None
    """A symbol or letter that the source sets by itself; None where the layout counts."""


Piece = str | Note
"""Words, in which `^{st}` is raised and `_{2}` lowered; or a note at its place."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, quote, item, caption, equation or table of the story."""

    kind: str
    pieces: tuple[Piece, ...]
    label: str | None = None
    """The printed number of a paragraph or list item."""


@dataclass(frozen=True, slots=True)
class Story:
    """What one layout typesets."""

    title: str
    blocks: tuple[Block, ...]

    def notes(self) -> Iterator[Note]:
        """The notes in reading order."""
        return (piece for block in self.blocks for piece in block.pieces if isinstance(piece, Note))


def plain(words: str) -> str:
    """Words as a reader of the page takes them down."""
    return RAISED.sub(lambda found: found[1] or found[2] or "", words)


@cache
def story(source: str, words: int, oddities: tuple[str, ...]) -> Story:
    """Make a story.

    Args:
        source: Name of the sample that lends its prose.
        words: About how many words of it.
        oddities: Names from `ODDITIES`, applied in order.
    """
    sample = _sample(source)
    blocks: list[Block] = []
    left = words
    for block in sample.blocks:
        if block.kind not in ("heading", "paragraph", "quote"):
            continue
        pieces = tuple(_pieces(sample, block.text))
        if block.kind == "heading" and not pieces:
            continue
        kind = "heading" if block.kind == "heading" and block.level <= 1 else block.kind
        blocks.append(Block("subheading" if kind == "heading" and block.level > 1 else kind, pieces))
        left -= len(block.text.plain.split())
        if left < 0:
            break
    while blocks[-1].kind == "heading":
        blocks.pop()
    for name in oddities:
        blocks = ODDITIES[name](blocks)
    return Story(sample.title.plain, tuple(blocks))


@cache
def _sample(source: str) -> Sample:
    return parse(CORPUS / f"{source}.md")


def _pieces(sample: Sample, text: Text) -> Iterator[Piece]:
    for is_mark, group in itertools.groupby(text.pieces, key=lambda piece: isinstance(piece, Mark)):
        if is_mark:
            yield from (Note(sample.notes[piece.note].text.plain) for piece in group if isinstance(piece, Mark))
        else:
            yield "".join(piece.text for piece in group if isinstance(piece, Run))


def _each_note(blocks: Sequence[Block], change: Callable[[int, Note], Sequence[Piece]]) -> list[Block]:
    """Replace each note by what `change` makes of it and its ordinal, from 1."""
    count = itertools.count(1)
    return [
        replace(
            block,
            pieces=tuple(
                new
                for piece in block.pieces
                for new in (change(next(count), piece) if isinstance(piece, Note) else (piece,))
            ),
        )
        for block in blocks
    ]


def _sparse(blocks: Sequence[Block]) -> list[Block]:
    return _each_note(blocks, lambda number, note: (note,) if number % 4 == 1 else ())


def _pairs(blocks: Sequence[Block]) -> list[Block]:
    extra = Note("The figures of the two missions differ, because each counts its own deaths only.")
    return _each_note(
        blocks,
        lambda number, note: (
            (note, replace(extra, text=f"{extra.text} Count {number}.")) if number % 5 == 2 else (note,)
        ),
    )


_LONG = (
    "The file of the Secretariat on this point runs to eleven folders. It opens with a cable of the force "
    "commander, who asks what his soldiers may do when a column of displaced people reaches the gate; the "
    "answer, four days later, repeats the mandate word by word. A second exchange, in the spring, is plainer. "
    "The desk officer writes that the gate has to be opened, that the question of supplies comes later, and "
    "that nobody in New York will say so in a signed paper. What followed is told differently by each of the "
    "four contingents, and the board of inquiry did not choose between them. Its report lists the hours, the "
    "names of the sentries, the number of lorries and the distance to the next well, but not one sentence says "
    "who gave the order. The drafts, which are kept apart, show that such a sentence stood there once."
)


def _long(times: int) -> Callable[[Sequence[Block]], list[Block]]:
    def lengthen(blocks: Sequence[Block]) -> list[Block]:
        def change(number: int, note: Note) -> tuple[Piece, ...]:
            if number % 9 != 4:
                return (note,)
            more = " ".join(f"On folder {number}-{part}: {_LONG}" for part in range(1, times + 1))
            return (replace(note, text=f"{note.text} {more}"),)

        return _each_note(blocks, change)

    return lengthen


def _note_paragraphs(blocks: Sequence[Block]) -> list[Block]:
    second = (
        "A further point belongs here. The later file gives another date, and the clerk who kept it gives no reason."
    )
    return _each_note(
        blocks,
        lambda number, note: (
            (replace(note, text=f"{note.text}\n{second} See box {number}.") if number % 4 == 3 else note),
        ),
    )


def _note_lists(blocks: Sequence[Block]) -> list[Block]:
    items = (
        "Three reasons are given in the file:\n1. the roads were closed;\n2. the fuel was spent;\n3. nobody had asked."
    )
    return _each_note(
        blocks,
        lambda number, note: ((replace(note, text=f"{note.text} {items}") if number % 6 == 3 else note),),
    )


def _note_years(blocks: Sequence[Block]) -> list[Block]:
    def change(number: int, note: Note) -> tuple[Piece, ...]:
        if number % 3 != 1:
            return (note,)
        years = (
            "The chronology of the mission is short, and it is kept in the file of the registry as follows:\n"
            f"{1990 + number % 9}. The first observers arrive at the port.\n"
            "12 March 1999. The second company follows.\n"
            f"{number + 40} vehicles are handed over in the same week."
        )
        return (replace(note, text=f"{note.text} {years}"),)

    return _each_note(blocks, change)


def _figures(blocks: Sequence[Block]) -> list[Block]:
    """Prose full of raised and small figures that are no markers."""
    asides = (
        " The camp covered 14 km^{2} and its tanks held 90 m^{3} of water.",
        " The 1^{st} and the 22^{nd} Battalion shared it with the 3^{rd} Company.",
        " Generators put 10^{6} kg of CO_{2} into the air each month, and H_{2}O came by lorry.",
        " In the 19^{th} century the place was a fort.",
    )
    out = []
    for number, block in enumerate(blocks):
        if block.kind == "paragraph":
            block = replace(block, pieces=(*block.pieces, asides[number % len(asides)]))
        out.append(block)
    return out


def _equations(blocks: Sequence[Block]) -> list[Block]:
    out: list[Block] = []
    for number, block in enumerate(blocks):
        out.append(block)
        if block.kind == "paragraph" and number % 5 == 0:
            out.append(Block("equation", ("",), str(number)))
    return out


def _numbered(blocks: Sequence[Block]) -> list[Block]:
    count = itertools.count(1)
    return [replace(block, label=str(next(count))) if block.kind == "paragraph" else block for block in blocks]


def _items(blocks: Sequence[Block]) -> list[Block]:
    points = (
        "to hold the road to the port",
        "to count the vehicles at each gate",
        "to report what the patrols have seen",
    )
    out: list[Block] = []
    for number, block in enumerate(blocks):
        out.append(block)
        if block.kind == "paragraph" and number % 6 == 2:
            out += [Block("item", (f"{point} in sector {number};",), str(i)) for i, point in enumerate(points, 1)]
    return out


def _quotes(blocks: Sequence[Block]) -> list[Block]:
    paragraphs = [i for i, block in enumerate(blocks) if block.kind == "paragraph"]
    quoted = set(paragraphs[2::4])
    return [replace(block, kind="quote") if i in quoted else block for i, block in enumerate(blocks)]


def _captions(blocks: Sequence[Block]) -> list[Block]:
    out: list[Block] = []
    for number, block in enumerate(blocks):
        out.append(block)
        if block.kind == "paragraph" and number % 7 == 1:
            words = (
                f"Patrols by sector and month in the year {number} of the mission, counted by the registry at the port."
            )
            out.append(Block("figure", (words,), str(number)))
    return out


def _tables(blocks: Sequence[Block]) -> list[Block]:
    out: list[Block] = []
    for number, block in enumerate(blocks):
        out.append(block)
        if block.kind == "paragraph" and number % 8 == 3:
            first = Note(f"Without the battalions that left before the winter of year {number}.", "a")
            second = Note(f"Counted at the gate by the registry, sector {number} only.", "b")
            cells = ("Sector north", first, "Sector south", second, "Sector of the port")
            out.append(Block("table", cells, str(number)))
    return out


def _tables_counted(blocks: Sequence[Block]) -> list[Block]:
    """Tables whose notes go on with the page's numbers."""
    return [
        replace(
            block,
            kind="plain-table",
            pieces=tuple(replace(p, label=None) if isinstance(p, Note) else p for p in block.pieces),
        )
        if block.kind == "table"
        else block
        for block in _tables(blocks)
    ]


def _heading_notes(blocks: Sequence[Block]) -> list[Block]:
    out = []
    for number, block in enumerate(blocks):
        if block.kind in ("heading", "subheading") and number:
            note = Note(f"This section draws on the registry's folder {number} and on talks with its keeper.")
            block = replace(block, pieces=(*block.pieces, note))
        out.append(block)
    return out


def _title_note(blocks: Sequence[Block]) -> list[Block]:
    words = (
        "The author thanks the keepers of the registry. An earlier draft was read at the winter meeting of the archive."
    )
    return [Block("title", ("Convoys and Corridors", Note(words, "*"))), *blocks]


def _symbols(blocks: Sequence[Block]) -> list[Block]:
    """Every third note is the author's own, with a symbol."""
    return _each_note(blocks, lambda number, note: ((replace(note, label="*") if number % 7 == 3 else note),))


def _before_stops(blocks: Sequence[Block]) -> list[Block]:
    """Markers stand before the stop, as the French set them."""
    out = []
    for block in blocks:
        pieces = list(block.pieces)
        for i in range(1, len(pieces)):
            before = pieces[i - 1]
            if isinstance(pieces[i], Note) and isinstance(before, str) and before[-1:] in ".,;":
                following = pieces[i + 1] if i + 1 < len(pieces) and isinstance(pieces[i + 1], str) else ""
                pieces[i - 1] = before[:-1]
                if i + 1 < len(pieces) and isinstance(pieces[i + 1], str):
                    pieces[i + 1] = before[-1] + str(following)
                else:
                    pieces.insert(i + 1, before[-1])
        out.append(replace(block, pieces=tuple(pieces)))
    return out


ODDITIES: Mapping[str, Callable[[Sequence[Block]], list[Block]]] = {
    "sparse": _sparse,
    "pairs": _pairs,
    "long": _long(3),
    "very-long": _long(9),
    "note-paragraphs": _note_paragraphs,
    "note-lists": _note_lists,
    "note-years": _note_years,
    "figures": _figures,
    "equations": _equations,
    "numbered": _numbered,
    "items": _items,
    "quotes": _quotes,
    "captions": _captions,
    "tables": _tables,
    "tables-counted": _tables_counted,
    "heading-notes": _heading_notes,
    "title-note": _title_note,
    "symbols": _symbols,
    "before-stops": _before_stops,
}
