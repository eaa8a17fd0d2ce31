"""The file's own bookmarks: a witness for which lines are headings and how deep they stand, where the page agrees."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate, pairwise

from ingest.layout.rows import Row
from ingest.words.folding import fold

Outline = Sequence[tuple[int, str, int]]
"""Bookmarks in order: level from 1, title, page index."""
Look = tuple[float, ...]
"""A heading's rank by its looks, the outermost first (see `ingest.layout.kinds`)."""

_LEAST = 3
"""Bookmarks whose words stand on their pages; a cover's and a table of contents' say nothing about headings."""
_AGREEING = 0.5
"""Of all bookmarks, the share that must stand on their pages for any to be believed."""
_ROWS = 6
"""Rows that a heading may take."""
_LETTERS = 3
"""Letters that a title has; an index has a bookmark for each initial."""
_LABEL = re.compile(r"\s*[^\W\d_]{4}[^.!?:;]{0,20}\s*")
""""Deuxième partie", "CHAPTER 2" on a line above its title."""
_BETWEEN = 0.5
"""How much deeper than the next larger heading one stands whose like the bookmarks leave out."""
_NUMBER = re.compile(
    r"\s*(?:(?:chapter|chapitre|kapitel|capítulo|capitolo|part|partie|teil|section|annexe?|appendix|anhang)\s+)?"
    r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXL]{1,6}|[A-Za-z])(?:\s?[.):–—-]+\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
"""What numbers a heading: "2.1", "IV.", "Chapter 3:". Many files leave it out of the bookmark."""
_MARK = re.compile(r"(?:(?<=[^\s\d])\d{1,3}|\s?[*†‡]{1,3})$")
"""The mark of a heading's note, "Results12"; not the number of "Result 1"."""


def bookmarked(
    rows: Sequence[Row], groups: Sequence[list[int]], outline: Outline
) -> tuple[list[list[int]], dict[int, int]]:
    """Return the paragraphs, cut where a bookmark names a heading at their head, and the levels of those headings.

    The levels are empty where the file has no bookmarks or where most of them do not stand on their pages.

    Args:
        rows: The document's rows.
        groups: The paragraphs as lists of row indexes.
        outline: The file's bookmarks.
    """
    order = [i for members in groups for i in members]
    opening = {0, *accumulate(len(members) for members in groups)}
    found = _found(rows, order, opening, outline)
    if len(found) < max(_LEAST, _AGREEING * len(outline)):
        return list(groups), {}
    for begin, end, _ in found:
        opening.difference_update(range(begin, end))
        opening.update((begin, end))
    starts = sorted(opening)
    out = [order[one:two] for one, two in pairwise(starts)]
    place = {start: position for position, start in enumerate(starts)}
    return out, {place[begin]: level for begin, _, level in found}


def ranks(looks: Mapping[int, Look], levels: Mapping[int, int]) -> dict[int, Look]:
    """Return how headings rank: by their bookmarks, those without one as the bookmarked ones that look alike do.

    Bookmarks of a single level say what is a heading, but not how deep it stands: then looks alone rank.

    Args:
        looks: The rank by looks of each heading, by its position among the paragraphs.
        levels: From `bookmarked`.
    """
    if len(set(levels.values())) < 2:
        return dict(looks)
    votes: dict[Look, Counter[int]] = {}
    for position, level in levels.items():
        votes.setdefault(looks[position], Counter())[level] += 1
    usual = {look: float(count.most_common(1)[0][0]) for look, count in votes.items()}
    out: dict[int, Look] = {}
    for position, look in looks.items():
        if position in levels:
            out[position] = (float(levels[position]),)
        elif look in usual:
            out[position] = (usual[look],)
        else:
            larger = max((other for other in usual if other < look), default=None)
            # The title of the whole stands above all bookmarks, "Abstract" beside the outermost.
            above = 0.0 if look == min(looks.values()) else min(usual.values())
            out[position] = (usual[larger] + _BETWEEN, *look) if larger is not None else (above, *look)
    return out


def _found(
    rows: Sequence[Row], order: Sequence[int], opening: Collection[int], outline: Outline
) -> list[tuple[int, int, int]]:
    """Return where the words of bookmarks stand, from and to in the order of rows, each with the bookmark's level."""
    on_page: dict[int, list[int]] = {}
    for at, i in enumerate(order):
        on_page.setdefault(rows[i].line.page, []).append(at)
    out: list[tuple[int, int, int]] = []
    last = 0
    for level, title, page in outline:
        wanted = _names(title)
        if min(map(len, wanted)) < _LETTERS:
            continue
        for at in on_page.get(page, ()):
            if at < last or not fold(rows[order[at]].line.text):
                continue
            # A heading opens a paragraph or follows another; "First Part" may stand above it.
            labelled = at > last and at - 1 in opening and _LABEL.fullmatch(rows[order[at - 1]].line.text)
            if not (at in opening or at == last or labelled):
                continue
            end = _end(rows, order, at, wanted)
            if end is not None:
                out.append((at if at in opening or at == last else at - 1, end, level))
                last = end
                break
    return out


def _end(rows: Sequence[Row], order: Sequence[int], at: int, wanted: frozenset[str]) -> int | None:
    """Return where the rows end that a title takes from `at` on; None where they say something else."""
    text = ""
    for end in range(at + 1, min(len(order), at + _ROWS) + 1):
        text = f"{text} {rows[order[end - 1]].line.text}"
        names = _names(text)
        if names & wanted:
            return end
        if min(map(len, names)) > max(map(len, wanted)):
            return None
    return None


def _names(text: str) -> frozenset[str]:
    """Return what a title is known by: its letters and figures, with and without its number and its note's mark."""
    bare = _NUMBER.sub("", text, count=1)
    return frozenset(fold(each).replace(" ", "") for each in (text, bare, _MARK.sub("", text), _MARK.sub("", bare)))
