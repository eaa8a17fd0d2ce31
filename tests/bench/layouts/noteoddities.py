"""Oddities of notes and their marks that a layout may ask for."""

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from layouts.pieces import Block, Note, Piece, put_behind


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


def _ranges(blocks: Sequence[Block]) -> list[Block]:
    """Three notes at one place, which the text calls by "3–5"."""
    more = tuple(
        Note(f"{words} of the second year, which the registry keeps apart.", run=-1)
        for words in ("The same is said in the file", "Another hand has it otherwise in the book")
    )
    return _each_note(
        blocks,
        lambda number, note: (
            (
                replace(note, run=3),
                *(replace(each, text=f"{each.text[:-1]}, folder {number}.") for each in more),
            )
            if number % 6 == 3
            else (note,)
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


def _caption_notes(number: int) -> list[Block]:
    """Captions that stand in the text and have a note."""
    words = f"The gate of camp {number}, seen from the road in the second winter of the mission."
    note = Note(f"Photograph by the registry's keeper, box {number}, by his leave.")
    return [Block("picture", (words, note), str(number))]


NOTE_ODDITIES: Mapping[str, Callable[[Sequence[Block]], list[Block]]] = {
    "sparse": _sparse,
    "pairs": _pairs,
    "ranges": _ranges,
    "long": _long(3),
    "very-long": _long(9),
    "note-paragraphs": _note_paragraphs,
    "note-lists": _note_lists,
    "note-years": _note_years,
    "heading-notes": _heading_notes,
    "title-note": _title_note,
    "symbols": _symbols,
    "before-stops": _before_stops,
    "caption-notes": put_behind(6, 1, _caption_notes),
}
