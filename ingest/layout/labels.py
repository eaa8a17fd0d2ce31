"""Printed page labels: numbers of running heads and feet, fitted as sequences, against the file's own labels."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.layout.folios import Printed, label_of
from ingest.layout.strays import Label, Sequenced, hits, settle
from ingest.model import Problem

_SWITCH = 2.2
"""What changing to another sequence costs, in printed numbers that it must explain."""
_MISS = 0.15
"""What a page without its number costs the sequence that runs on over it."""
_FROM_ONE = 0.5
"""Of that cost, what a numbering costs that begins with its printed 1 or i."""
_OWN = 0.5
"""What a printed number that is the file's own label for the page is worth beyond its looks."""
_IMPOSSIBLE = -10.0
"""There is no page 0."""
_SHEETS = 0.6
"""Of a file's pages, those that must print two numbers, one for each of the book's pages on the sheet."""
_REACH = 2
"""Pages before a sequence's first printed number that it is carried back to (a title page prints none)."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels of all pages with where each comes from."""

    labels: tuple[Label, ...]
    used: frozenset[tuple[int, int]]
    """(page index, fragment key) of the numbers that belong to a sequence: page numbers, no text."""
    conflicts: tuple[Problem, ...]


def fit(
    pages: int,
    candidates: Sequence[Printed],
    own: Sequence[str | None],
    texts: Sequence[bool],
    *,
    wide: bool = False,
) -> Labels:
    """Fit the printed numbers as sequences over the whole file and choose each page's label.

    Args:
        pages: Number of pages.
        candidates: Numbers seen in heads and feet.
        own: The file's own label for each page, None where it has none.
        texts: Whether each page carries running text (a sequence is carried back over such pages only).
        wide: The pages are wider than high: two of a book may stand on one.
    """
    by_page: dict[int, list[Printed]] = {}
    for candidate in candidates:
        by_page.setdefault(candidate.page, []).append(candidate)
    if wide and (two_up := _two_up(pages, candidates)):
        return two_up
    path = _best_path(pages, by_page, own)
    _begin_before(path, by_page, own)
    labels: list[Label | None] = []
    used: set[tuple[int, int]] = set()
    for page, state in enumerate(path):
        if state is None:
            labels.append(None)
            continue
        found = hits(by_page.get(page, ()), page, state)
        used.update((page, hit.key) for hit in found)
        labels.append((label_of(state[0], page + state[1]), "printed" if found else "sequence"))
    _carry_back(labels, path, texts)
    problems, strays = settle(labels, path, by_page)
    return _against_own(labels, own, frozenset(used | strays), problems)


def _two_up(pages: int, candidates: Sequence[Printed]) -> Labels | None:
    """Label sheets with two pages of a book each, as libraries scan them: "3–4" where both print their number."""
    whole: dict[int, dict[int, int]] = {}
    for each in candidates:
        if each.style == "D" and each.weight == 1.0:
            whole.setdefault(each.page, {})[each.value] = each.key
    first = Counter(value - 2 * page for page, values in whole.items() for value in values if value + 1 in values)
    if not first:
        return None
    begin, sheets = first.most_common(1)[0]
    if sheets < max(2, _SHEETS * pages) or begin < 1:
        return None
    labels: list[Label] = []
    used: set[tuple[int, int]] = set()
    for page in range(pages):
        left = begin + 2 * page
        keys = [whole.get(page, {}).get(value) for value in (left, left + 1)]
        used.update((page, key) for key in keys if key is not None)
        labels.append((f"{left}–{left + 1}", "printed" if any(key is not None for key in keys) else "sequence"))
    return Labels(tuple(labels), frozenset(used), ())


def _best_path(pages: int, by_page: Mapping[int, list[Printed]], own: Sequence[str | None]) -> list[Sequenced | None]:
    """Choose for each page the sequence that runs over it, or None, by dynamic programming."""
    prints = [_printed_on(by_page.get(page, ()), page, own[page]) for page in range(pages)]
    support: dict[Sequenced, float] = {}
    for weights in prints:
        for sequence, weight in weights.items():
            support[sequence] = support.get(sequence, 0.0) + weight
    least = 1.5 if pages > 2 else 0.9
    states: list[Sequenced | None] = [None, *(sequence for sequence, weight in support.items() if weight >= least)]
    first = _SWITCH / 2 if pages > 2 else 0.5
    score: dict[Sequenced | None, float] = {state: 0.0 if state is None else -first for state in states}
    back: list[dict[Sequenced | None, Sequenced | None]] = []
    for page, weights in enumerate(prints):
        best = max(states, key=lambda state: score[state])
        step: dict[Sequenced | None, Sequenced | None] = {}
        new: dict[Sequenced | None, float] = {}
        for state in states:
            begins = state is not None and page + state[1] == 1 and state in weights
            switched = score[best] - _SWITCH * (_FROM_ONE if begins or state is None else 1.0)
            step[state] = state if score[state] >= switched else best
            new[state] = max(score[state], switched)
            if state is not None:
                new[state] += weights.get(state, -_MISS) if page + state[1] >= 1 else _IMPOSSIBLE
        score = new
        back.append(step)
    last = max(states, key=lambda state: score[state])
    path: list[Sequenced | None] = []
    for step in reversed(back):
        path.append(last)
        last = step[last]
    path.reverse()
    return _trimmed(path, by_page)


def _printed_on(found: Iterable[Printed], page: int, own: str | None) -> dict[Sequenced, float]:
    weights: dict[Sequenced, float] = {}
    for each in found:
        sequence = (each.style, each.value - page)
        weight = each.weight + (_OWN if label_of(each.style, each.value) == own else 0.0)
        weights[sequence] = max(weights.get(sequence, 0.0), weight)
    return weights


def _trimmed(path: list[Sequenced | None], by_page: Mapping[int, list[Printed]]) -> list[Sequenced | None]:
    """Take a sequence away from pages before its first printed number: how far it reaches back is judged apart."""
    first: dict[Sequenced, int] = {}
    for page, state in enumerate(path):
        if state is not None and hits(by_page.get(page, ()), page, state):
            first.setdefault(state, page)
    return [
        state if state is not None and page >= first.get(state, len(path)) else None for page, state in enumerate(path)
    ]


def _begin_before(
    path: list[Sequenced | None], by_page: Mapping[int, list[Printed]], own: Sequence[str | None]
) -> None:
    """Give pages without a number, between two sequences, to the second: where the file says so, and its page 1.

    Front matter ends on a printed "xxiv", the next page prints nothing, the one after it "2".
    """
    for page in range(len(path) - 2, -1, -1):
        state, following = path[page], path[page + 1]
        if state is None or following is None or state == following:
            continue
        value = page + following[1]
        shown = hits(by_page.get(page, ()), page, state)
        if not shown and value >= 1 and (value == 1 or label_of(following[0], value) == own[page]):
            path[page] = following


def _carry_back(labels: list[Label | None], path: Sequence[Sequenced | None], texts: Sequence[bool]) -> None:
    """Label the unprinted first pages of an article from the sequence that begins after them."""
    for page in range(len(labels) - 2, -1, -1):
        following = next((i for i in range(page + 1, len(path)) if path[i] is not None), None)
        if labels[page] is not None or following is None or labels[page + 1] is None:
            continue
        state = path[following]
        # The file begins with page 1, though its title page has hardly a word; a repository's cover is no page 311.
        whole = state is not None and state[1] == 1
        near = following - page <= _REACH and texts[page]
        if state is not None and page + state[1] >= 1 and (near or whole):
            labels[page] = (label_of(state[0], page + state[1]), "sequence")


def _against_own(
    labels: Sequence[Label | None],
    own: Sequence[str | None],
    used: frozenset[tuple[int, int]],
    problems: Sequence[Problem],
) -> Labels:
    """Fill in the file's own labels where nothing is printed, and report where they contradict what is.

    A page that no numbering reaches is counted from the file's first.
    """
    out: list[Label] = []
    conflicts = list(problems)
    agree = sum(1 for label, mine in zip(labels, own, strict=True) if label and mine == label[0])
    differ = sum(1 for label, mine in zip(labels, own, strict=True) if label and mine and mine != label[0])
    trusted = agree >= differ
    numbered = {label[0] for label in labels if label}
    for page, (label, mine) in enumerate(zip(labels, own, strict=True)):
        if label is not None:
            out.append(label)
            if mine and mine != label[0]:
                conflicts.append(Problem(page, label[0], f"the file calls this page {mine}, the page says {label[0]}"))
        elif mine and trusted and mine not in numbered:
            out.append((mine, "pdf"))
        else:
            out.append((str(page + 1), "index"))
    return Labels(tuple(out), used, (*conflicts, *_twice(out)))


def _twice(labels: Sequence[Label]) -> Iterator[Problem]:
    """Yield the pages whose label another page before them bears, too: a cite of it leads to two places."""
    first: dict[str, int] = {}
    for page, (label, source) in enumerate(labels):
        if source != "index" and first.setdefault(label, page) != page:
            yield Problem(page, label, f"page {first[label] + 1} of the file is called {label}, too")
