"""Oddities of the text around the notes that a layout may ask for."""

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from layouts.pieces import Block, Note, put_behind


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


def _equations(number: int) -> list[Block]:
    return [Block("equation", ("",), str(number))]


def _numbered(blocks: Sequence[Block]) -> list[Block]:
    count = itertools.count(1)
    return [replace(block, label=str(next(count))) if block.kind == "paragraph" else block for block in blocks]


def _items(number: int) -> list[Block]:
    points = (
        "to hold the road to the port",
        "to count the vehicles at each gate",
        "to report what the patrols have seen",
    )
    return [Block("item", (f"{point} in sector {number};",), str(i)) for i, point in enumerate(points, 1)]


def _quotes(blocks: Sequence[Block]) -> list[Block]:
    paragraphs = [i for i, block in enumerate(blocks) if block.kind == "paragraph"]
    quoted = set(paragraphs[2::4])
    return [replace(block, kind="quote") if i in quoted else block for i, block in enumerate(blocks)]


def _captions(number: int) -> list[Block]:
    words = f"Patrols by sector and month in the year {number} of the mission, counted by the registry at the port."
    return [Block("figure", (words,), str(number))]


def _tables(number: int) -> list[Block]:
    first = Note(f"Without the battalions that left before the winter of year {number}.", "a")
    second = Note(f"Counted at the gate by the registry, sector {number} only.", "b")
    cells = ("Sector north", first, "Sector south", second, "Sector of the port")
    return [Block("table", cells, str(number))]


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
        for block in TEXT_ODDITIES["tables"](blocks)
    ]


def _charts(number: int) -> list[Block]:
    """Charts at the foot of a page, whose axes are lettered as small as notes are."""
    return [Block("chart", (f"Lorries through gate {number} in the years of the mission.",), str(number))]


def _ranked(number: int) -> list[Block]:
    """Small tables at the foot of a page whose rows are numbered from 1."""
    places = ("the port", "the northern gate", "the wells", "the old barracks", "the market road")
    return [Block("ranked", tuple(f"Patrols of year {number} by {place} " for place in places), str(number))]


def _cells(number: int) -> list[Block]:
    """Tables whose cells run over several lines, each of another number."""
    rows = (
        ("The northern gate", "Trucks of the second company waited for two days until the road was dry again",
         "The liaison officer asked the governor for a guide"),
        ("The port and the customs house beside it", "Papers were lost", "A clerk copied the whole register by hand, "
         "which took him from the first of May to the end of the month"),
        ("Wells", "Nobody had been told that the pump had stopped in the first week of the dry season", "None"),
    )  # fmt: skip
    return [Block("cells", tuple(cell for row in rows for cell in row), str(number))]


def _listings(number: int) -> list[Block]:
    """Programs whose lines are numbered."""
    lines = (
        "for each gate of the camp",
        "count the lorries by day",
        "add them to the sum of the week",
        "close the file",
    )
    return [Block("listing", tuple(f"{line} in sector {number} " for line in lines), str(number))]


def _works(blocks: Sequence[Block]) -> list[Block]:
    """A bibliography at the end, whose entries hang."""
    entries = (
        "Adler, Ruth. Keeping the Gate: Notes of a Quartermaster. Leeds: Harbour Press, 1994.",
        "Bakker, Joost, and Lena Okoro. The Long Road to the Wells and What Stood beside It. Utrecht: Dijk, 2003.",
        "Castel, Pierre. 1978. Chroniques du port. Paris: Éditions du Quai, 2 vols.",
        "Dahl, Ingrid. “Twelve Weeks at the Northern Gate.” Journal of Camp Studies 12, no. 3 (2011): 45–71.",
        "Eze, Chidi. 12 March and After: A Chronology. Enugu: Hillside, 2009.",
    )
    return [*blocks, Block("heading", ("Bibliography",)), *(Block("entry", (entry,)) for entry in entries)]


TEXT_ODDITIES: Mapping[str, Callable[[Sequence[Block]], list[Block]]] = {
    "figures": _figures,
    "equations": put_behind(5, 0, _equations),
    "numbered": _numbered,
    "items": put_behind(6, 2, _items),
    "quotes": _quotes,
    "captions": put_behind(7, 1, _captions),
    "tables": put_behind(8, 3, _tables),
    "tables-counted": _tables_counted,
    "charts": put_behind(5, 2, _charts),
    "ranked": put_behind(6, 3, _ranked),
    "cells": put_behind(6, 2, _cells),
    "listings": put_behind(6, 4, _listings),
    "works": _works,
}
