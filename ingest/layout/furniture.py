"""Running heads and feet, page numbers and download stamps: what a page repeats, and no text of the work."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.layout import sidefolios
from ingest.layout.covers import of_the_work
from ingest.layout.folios import Printed, printed
from ingest.layout.labels import Labels, fit
from ingest.layout.marks import is_raised
from ingest.pdf.raw import Line, RawPage, usual_size

_EDGE_SHARE = 0.2
"""Heads and feet stand in this outer share of the page's height."""
_SLOT = 4.0
"""Points by which the same head may stand higher or lower on another page."""
_CLEAR = 1.6
"""Baseline distance to the next row inwards, in ems, that sets furniture off from text."""
_USUAL = 0.4
"""Of the pages that print their number at a page's most usual height, the share that another height needs."""
_SAME_HEAD = 3
"""Pages with one head, number and all, that show it to be one."""
_HEADING = 1.12
"""Of the text's size, what no running head is larger than."""
_NUMBER = re.compile(r"\d+")
# Job number and print order at the foot of UN papers: "15-12556 (E)    250815", "93-66874 (E)", "*1512556*", "/...".
_UN_JOB = re.compile(r"\d{2}-\d{5}(\s*\([A-Z]\))?(\s+\d{6})*|\*\d{7,}\*|/\s?(\.\.\.|…)|please recycle.*", re.IGNORECASE)
_UN_STARRED = re.compile(r"[^\d\s*]\s?[*†]{1,3}\s*$")


@dataclass(slots=True)
class _Fragment:
    page: int
    key: int
    line: Line
    top: bool
    depth: int
    """Rows between it and the page's edge."""
    clear: float
    """Baseline distance to the next row inwards, in its own size."""
    repeated: bool = False
    numbers: list[int] = field(default_factory=list)


def strip(pages: Sequence[RawPage]) -> tuple[tuple[tuple[Line, ...], ...], Labels]:
    """Part the pages' text from their furniture.

    Returns:
        For each page the lines that are text, and the printed labels found in what was taken away.
    """
    edges = [list(_edge_fragments(page)) for page in pages]
    fragments = [fragment for page in edges for fragment in page]
    aside = sidefolios.beside(pages)
    labels = fit(
        len(pages),
        [*_candidates(edges), *(each for (page, key), line in aside.items() for each in printed(page, key, line.text))],
        [page.label for page in pages],
        of_the_work(pages),
        wide=all(page.width > page.height for page in pages),
    )
    _mark_repeated(fragments, len(pages))
    numbers = _page_numbers(fragments, labels)
    sure = numbers | {(f.page, f.key) for f in fragments if f.repeated or _UN_JOB.fullmatch(f.line.text.strip())}
    sure -= _headings(edges, _HEADING * usual_size((line for page in pages for line in page.lines), 0.0))
    gone = _rows_gone(edges, sure, _slots(edges, sure)) | (labels.used & aside.keys())
    text = tuple(tuple(line for key, line in enumerate(page.lines) if (page.index, key) not in gone) for page in pages)
    return text, labels


def _headings(edges: Sequence[Sequence[_Fragment]], size: float) -> set[tuple[int, int]]:
    """Return the numbers of headings at the head of a page: "3" of "3 The Brigade", on page 3 or on every page.

    Args:
        edges: The outermost rows of each page.
        size: The least size of letters, in points, that makes words beside a number a heading.
    """
    out: set[tuple[int, int]] = set()
    for page in edges:
        titled = {
            f.depth
            for f in page
            if f.top and not f.repeated and f.line.size > size and any(map(str.isalpha, f.line.text))
        }
        out |= {
            (f.page, f.key)
            for f in page
            if f.top and f.depth in titled and f.line.size > size and f.line.text.strip().isdigit()
        }
    return out


def _page_numbers(fragments: Sequence[_Fragment], labels: Labels) -> set[tuple[int, int]]:
    """Return the fragments that print the page's number, at a height where other pages print theirs.

    A note may begin with the number of its page: "6 A/HRC/26/29" at the foot of page 6. Where other pages print theirs
    higher or lower, and so does this one, it is a note.
    """
    used = [f for f in fragments if (f.page, f.key) in labels.used]
    slots = Counter((f.top, round(f.line.baseline / _SLOT)) for f in used)
    rows: dict[tuple[int, bool, int], list[_Fragment]] = {}
    for f in fragments:
        rows.setdefault((f.page, f.top, f.depth), []).append(f)
    around = {
        (f.page, f.key): sum(slots[f.top, round(f.line.baseline / _SLOT) + shift] for shift in (-1, 0, 1)) for f in used
    }
    most = Counter({(f.page, f.top): 0 for f in used})
    for f in used:
        most[f.page, f.top] = max(most[f.page, f.top], around[f.page, f.key])
    out = set()
    for f in used:
        nearby = around[f.page, f.key]
        if nearby < _USUAL * most[f.page, f.top]:
            continue
        whole = any(each.weight > 0.8 for each in printed(f.page, f.key, f.line.text))
        mates = rows[f.page, f.top, f.depth]
        by_itself = len(mates) == 1 or (f.depth == 0 and f.clear > 1.6 and _stands_off(f, mates))
        if (nearby >= 3 and (whole or not f.line.runs[0].flagged)) or (whole and by_itself):
            out.add((f.page, f.key))
    return out


def _stands_off(fragment: _Fragment, row: Sequence[_Fragment]) -> bool:
    """Tell whether a number stands well apart from whatever shares its row: at the other end of a foot."""
    x0, x1 = fragment.line.box[0], fragment.line.box[2]
    room = 4 * fragment.line.size
    return all(f.line.box[2] < x0 - room or f.line.box[0] > x1 + room for f in row if f is not fragment)


def _edge_fragments(page: RawPage) -> Iterator[_Fragment]:
    """Yield the fragments of the page's outermost rows, from each edge inwards."""
    numbered = sorted(enumerate(page.lines), key=lambda pair: pair[1].baseline)
    yield from _from_edge(page, numbered, top=True)
    yield from _from_edge(page, numbered[::-1], top=False)


def _from_edge(page: RawPage, numbered: Sequence[tuple[int, Line]], top: bool) -> Iterator[_Fragment]:
    limit = _EDGE_SHARE * page.depth
    rows: list[list[tuple[int, Line]]] = []
    for key, line in numbered:
        outside = line.baseline if top else page.depth - line.baseline
        if rows and abs(line.baseline - rows[-1][0][1].baseline) < 3:
            rows[-1].append((key, line))
        elif (outside > limit and len(rows) > 1) or len(rows) > 8:
            rows.append([(key, line)])
            break
        else:
            rows.append([(key, line)])
    for depth, row in enumerate(rows):
        outside = row[0][1].baseline if top else page.depth - row[0][1].baseline
        if outside > limit:
            break
        inner = rows[depth + 1][0][1].baseline if depth + 1 < len(rows) else None
        for key, line in row:
            clear = abs(inner - line.baseline) / line.size if inner is not None else 9.0
            yield _Fragment(page.index, key, line, top, depth, clear)


def _candidates(edges: Sequence[Sequence[_Fragment]]) -> Iterator[Printed]:
    for page in edges:
        for fragment in page:
            # Page numbers stand outside: behind four rows of text there is none.
            if fragment.depth <= 3 and not is_raised(fragment.line.runs[0], fragment.line):
                line = fragment.line
                look = (fragment.top, round(line.baseline / _SLOT), line.main.font, round(line.size))
                yield from printed(fragment.page, fragment.key, line.text, look)


def _mark_repeated(fragments: Sequence[_Fragment], pages: int) -> None:
    """Mark fragments whose words stand at the same height on other pages, their numbers constant or counting pages.

    "5 Ibid." may well stand at the foot of three pages, but its number follows the notes, not the pages.
    """
    groups: dict[tuple[bool, str, int], list[_Fragment]] = {}
    for fragment in fragments:
        text = " ".join(fragment.line.text.lower().split())
        fragment.numbers = [int(number) for number in _NUMBER.findall(text)]
        groups.setdefault((fragment.top, _NUMBER.sub("#", text), len(fragment.numbers)), []).append(fragment)
    for group in groups.values():
        if not any(map(str.isalnum, group[0].line.text)):
            continue
        for slot in _by_height(group):
            _mark_slot(slot, pages)


def _by_height(group: list[_Fragment]) -> list[list[_Fragment]]:
    """Part fragments of the same words by the height that they stand at."""
    out: list[list[_Fragment]] = []
    for fragment in sorted(group, key=lambda f: f.line.baseline):
        if out and fragment.line.baseline - out[-1][-1].line.baseline <= _SLOT / 2:
            out[-1].append(fragment)
        else:
            out.append([fragment])
    return out


def _mark_slot(slot: Sequence[_Fragment], pages: int) -> None:
    on = len({f.page for f in slot})
    constant = [Counter(f.numbers[place] for f in slot) for place in range(len(slot[0].numbers))]
    counting = [Counter(f.numbers[place] - f.page for f in slot) for place in range(len(slot[0].numbers))]
    for fragment in slot:
        if fragment.numbers and is_raised(fragment.line.runs[0], fragment.line):
            # "20 All figures exclude Gaza.": a note whose number happens to count with the pages.
            continue
        # A chapter's head stands over two pages at least; only outermost, and clear of the text, are two enough.
        outermost = fragment.depth == 0 and fragment.clear > 1.7
        least = 1 if pages <= 4 or outermost else max(2, round(0.08 * pages))
        agree = [
            max(same[number], count[number - fragment.page]) - 1
            for number, same, count in zip(fragment.numbers, constant, counting, strict=True)
        ]
        # "Chapter 1" stands above fewer pages than all the heads of chapters do.
        same_head = any(map(str.isalpha, fragment.line.text)) and all(
            same[number] >= _SAME_HEAD for number, same in zip(fragment.numbers, constant, strict=True)
        )
        agreed = (fragment.top and same_head) or all(others >= max(1, 0.3 * (on - 1)) for others in agree)
        fragment.repeated = on - 1 >= least and agreed


def _slots(edges: Sequence[Sequence[_Fragment]], gone: set[tuple[int, int]]) -> Counter[tuple[bool, int]]:
    """Count the furniture at each height."""
    return Counter((f.top, round(f.line.baseline / _SLOT)) for page in edges for f in page if (f.page, f.key) in gone)


def _rows_gone(
    edges: Sequence[Sequence[_Fragment]], sure: set[tuple[int, int]], slots: Counter[tuple[bool, int]]
) -> set[tuple[int, int]]:
    """Return the rows that are furniture, from each edge inwards to the first that is text.

    A row is furniture with what shares it ("3.2. Formats | 21"), or where it stands at the height of most other pages'
    furniture, clear of the text: a chapter's title in the running head changes too often to repeat.
    """
    share = max(3, 0.25 * len(edges))
    out: set[tuple[int, int]] = set()
    for page in edges:
        for top in (True, False):
            rows: dict[int, list[_Fragment]] = {}
            for fragment in page:
                if fragment.top == top:
                    rows.setdefault(fragment.depth, []).append(fragment)
            out.update(_edge_gone([rows[depth] for depth in sorted(rows)], sure, slots, share))
    return out


def _edge_gone(
    rows: Sequence[Sequence[_Fragment]],
    sure: set[tuple[int, int]],
    slots: Counter[tuple[bool, int]],
    share: float,
) -> set[tuple[int, int]]:
    out: set[tuple[int, int]] = set()
    waiting: set[tuple[int, int]] = set()
    for depth, row in enumerate(rows):
        named = {(f.page, f.key) for f in row}
        clear = row[0].clear > _CLEAR or (
            depth == 0 and row[0].clear > 1.3 and len(rows) > 1 and _other_size(row, rows[1])
        )
        if row[0].page == 0 and any(_UN_STARRED.search(f.line.text) for f in row):
            # The letterhead's symbol with its note: "A/81/6 (Sect. 26)/Part A*".
            continue
        if named & sure:
            # Rows of furniture stand close; the innermost stands clear of the text, or it is text that repeats.
            waiting |= named
            if clear:
                out |= waiting
                waiting = set()
            else:
                out |= {(f.page, f.key) for f in row if (f.page, f.key) in sure and not f.repeated}
            continue
        slot = round(row[0].line.baseline / _SLOT)
        nearby = sum(slots[row[0].top, slot + shift] for shift in (-1, 0, 1))
        outermost = depth == 0 or out >= {(f.page, f.key) for outer in rows[:depth] for f in outer}
        # "15 Ibid.", the only note of its page, may stand where others have their foot.
        noted = any(is_raised(f.line.runs[0], f.line) for f in row)
        if outermost and nearby >= share and row[0].clear > 1.8 and len(row[0].line.text) < 120 and not noted:
            out |= named
        elif not clear:
            break
    return out


def _other_size(row: Sequence[_Fragment], inner: Sequence[_Fragment]) -> bool:
    return abs(row[0].line.size - inner[0].line.size) > 0.8
