"""Paragraphs made to blocks: kind, section, printed paragraph number, text, spans and markers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf

from ingest.layout.bookmarks import Outline, bookmarked
from ingest.layout.joining import Cut, Piece, Words, join
from ingest.layout.kinds import Kind, kinds, text_of
from ingest.layout.paragraphs import group
from ingest.layout.rows import Row
from ingest.layout.setting import Style
from ingest.model import Block, Marker

_NUMBER = re.compile(r"\s*(?P<number>(?:\d{1,2}\.)?\d{1,3})(?P<point>\.?)\s+(?=\S)")
_ANNEX = re.compile(
    r"\s*(?:annexe?|anexo|allegato|appendi(?:x|ce)|apéndice|apêndice|anhang|anlage|enclosure|pièce jointe)\b",
    re.IGNORECASE,
)
"""How the heading of an annex begins."""
_OUTERMOST = (-inf,)
"""The rank of an annex with paragraphs of its own: what follows stands under it, its title first."""
_FIRST = (1, 2)
"""The number that an annex begins with, also where one was not read."""
_LEAST_NUMBERED = 4
"""Numbered paragraphs in sequence that make a numbered document; fewer are a list."""
_NUMBERED_SHARE = 0.25
"""Of a numbered document's longer paragraphs, the share that has a number; five recommendations are a list."""
_BY_PARTS = 3
"""Numbered paragraphs in sequence that make a part of a document whose numbers begin again."""
_BY_PARTS_SHARE = 0.5
"""Of such a document's longer paragraphs, the share that has a number."""
_LONG = 150
"""Characters."""

_Found = tuple[int, int, str, int]
"""A number at a paragraph's head: the paragraph's position, where its words begin, the number, its last figure."""


def blocks(
    rows: Sequence[Row],
    body: Sequence[int],
    cuts: Mapping[int, Sequence[Cut]],
    style: Style,
    words: Words,
    ruled: frozenset[int],
    outline: Outline,
) -> tuple[tuple[Block, ...], dict[int, str]]:
    """Return the blocks of the document and the id of the block that each row went into.

    Args:
        rows: The document's rows.
        body: Indexes of the rows that are text, ascending.
        cuts: For each row the marks to take out, with the markers that they become.
        style: From `ingest.layout.setting.style_of`.
        words: The document's own words.
        ruled: Rows with a rule right above them.
        outline: The file's bookmarks.
    """
    lines, rows = rows, _unmarked(rows, cuts)
    groups, levels = bookmarked(rows, group(rows, body, style, ruled), outline)
    sorts = kinds(rows, groups, style, ruled, levels)
    numbers, annexes = _numbers(rows, groups, sorts)
    out: list[Block] = []
    homes: dict[int, str] = {}
    path: list[tuple[tuple[float, ...], str]] = []
    pending: list[Marker] = []
    for position, (members, kind) in enumerate(zip(groups, sorts, strict=True)):
        unmarked = rows[members[0]] is not lines[members[0]]
        begin, number = numbers.get(position, (0, None)) if not unmarked else (0, None)
        pieces = [Piece(lines[i].line, begin if i == members[0] else 0, tuple(cuts.get(i, ()))) for i in members]
        joined = join(pieces, words)
        if not joined.text:
            pending.extend(joined.markers)
            continue
        name = f"b{len(out) + 1}"
        rank = _OUTERMOST if position in annexes else kind.rank
        if rank:
            while path and path[-1][0] >= rank:
                path.pop()
        section = tuple(title for _, title in path)
        markers = tuple(Marker(0, m.label, m.note, m.evidence) for m in pending) + joined.markers
        sort = "paragraph" if number and kind.kind in ("list", "quote") else kind.kind
        out.append(Block(name, sort, joined.text, section, number, joined.spans, markers))
        pending = []
        homes.update(dict.fromkeys(members, name))
        if rank:
            path.append((rank, joined.text))
    return tuple(out), homes


def _unmarked(rows: Sequence[Row], cuts: Mapping[int, Sequence[Cut]]) -> Sequence[Row]:
    """Return the rows as they read without the marks that they open with: "2) The mission" is no item of a list."""
    opening = {
        i: marks[0].end for i, marks in cuts.items() if marks and not rows[i].line.text[: marks[0].start].strip()
    }
    if not opening:
        return rows
    lines = {i: replace(rows[i].line, text=rows[i].line.text[end:].lstrip()) for i, end in opening.items()}
    return [replace(row, line=lines[i]) if i in lines else row for i, row in enumerate(rows)]


def _numbers(
    rows: Sequence[Row], groups: Sequence[Sequence[int]], sorts: Sequence[Kind]
) -> tuple[dict[int, tuple[int, str]], list[int]]:
    """Return the printed numbers of numbered paragraphs: where the words begin, and the number.

    Those of an annex to a numbered document begin again ("S/2025/153, annex I, para. 8"): the headings of such annexes
    come second.
    """
    found: list[_Found] = []
    for position, members in enumerate(groups):
        match = _NUMBER.match(rows[members[0]].line.text)
        if match and sorts[position].kind not in ("heading", "table", "caption", "reference"):
            value = int(match["number"].rpartition(".")[2])
            if match["point"] or "." in match["number"]:
                found.append((position, match.end(), match["number"], value))
    long = {k for k, members in enumerate(groups) if not sorts[k].rank and len(text_of(rows, members)) > _LONG}
    headed = [k for k, members in enumerate(groups) if sorts[k].rank and _ANNEX.match(rows[members[0]].line.text)]
    annexes = []
    for annex, after in pairwise([*headed, len(groups)]):
        if next((each[3] for each in found if annex < each[0] < after), 0) in _FIRST:
            annexes.append(annex)

    def numbers(start: int, end: int) -> dict[int, tuple[int, str]]:
        inside = [each for each in found if start <= each[0] < end]
        return _running(inside, {k for k in long if start <= k < end})

    out = numbers(0, annexes[0]) if annexes else {}
    if not out:
        return numbers(0, len(groups)), []
    parts = {annex: numbers(annex, end) for annex, end in pairwise([*annexes, len(groups)])}
    for part in parts.values():
        out |= part
    return out, [annex for annex, part in parts.items() if part]


def _running(found: Sequence[_Found], long: set[int]) -> dict[int, tuple[int, str]]:
    """Return the numbers that are those of paragraphs, of a document or an annex.

    Paragraph numbers run on over the whole of it, headings and lists between them; a list's begin again. So do those
    of a document in parts ("1.", "2.", or "1.1", "1.2", "2.1"), most of whose longer paragraphs have one.
    """
    best = _longest(found)
    numbered = long & {found[k][0] for k in best}
    if len(best) < _LEAST_NUMBERED or len(numbered) < max(0.5 * len(best), _NUMBERED_SHARE * len(long)):
        parts = [part for part in _parts(found) if 2 * sum(found[k][0] in long for k in part) >= len(part)]
        best = [k for part in parts if len(part) >= _BY_PARTS for k in part]
        if len(best) < _LEAST_NUMBERED or len(long & {found[k][0] for k in best}) < _BY_PARTS_SHARE * len(long):
            return {}
    return {found[k][0]: (found[k][1], found[k][2]) for k in best}


def _parts(found: Sequence[_Found]) -> list[list[int]]:
    """Return the stretches in which numbers go up by one or two, "1.2" apart from "2."."""
    out: dict[bool, list[list[int]]] = {False: [[]], True: [[]]}
    for k, (_, _, number, value) in enumerate(found):
        major = number.rpartition(".")[0]
        parts = out[bool(major)]
        last = found[parts[-1][-1]] if parts[-1] else None
        if last is not None and (
            1 <= value - last[3] <= 2
            if last[2].rpartition(".")[0] == major
            else value == 1 and _is_next(last[2], number)
        ):
            parts[-1].append(k)
        else:
            parts.append([k])
    return [part for parts in out.values() for part in parts if part]


def _is_next(one: str, two: str) -> bool:
    """Tell whether the first figure of two numbers goes up: "1.4", "2.1"."""
    return 1 <= int(two.partition(".")[0]) - int(one.partition(".")[0]) <= 2


def _longest(found: Sequence[_Found]) -> list[int]:
    """Return the longest chain whose numbers go up by one, or by a few where a number was not read."""
    length = [1.0] * len(found)
    before = [-1] * len(found)
    for j in range(len(found)):
        for i in range(max(0, j - 30), j):
            step = found[j][3] - found[i][3]
            gain = length[i] + (1.0 if step == 1 else 0.4)
            if 1 <= step <= 4 and gain > length[j]:
                length[j], before[j] = gain, i
    if not found:
        return []
    j = max(range(len(found)), key=length.__getitem__)
    chain = []
    while j >= 0:
        chain.append(j)
        j = before[j]
    chain.reverse()
    assert all(one < two for one, two in pairwise(chain))
    return chain
