"""How many of a question's answers each value of a filter would keep."""

from collections.abc import Sequence
from dataclasses import replace

from index.model import Facets, Filters, Mode, View
from index.search.ranking import DEPTH
from index.search.searching import Ask, ranked, worded
from index.store import Store

_OF = ("documents", "authors", "years", "kinds", "languages", "missions")
"""Fields of `Filters` that are those of `Facets`."""
_ALL = Filters()


def counted(mode: Mode) -> int:
    """So many of the first passages are counted: all that have a phrase; else those that a voice is asked for at once.

    Meaning comes near every passage of a library; beyond these it says nothing any more.
    """
    return 1_000_000 if mode == "phrase" else DEPTH


def counts(
    store: Store,
    ask: Ask,
    text: str,
    found: Sequence[tuple[str, float]],
    *,
    filters: Filters,
    mode: Mode,
    view: View,
) -> Facets:
    """The counts of the first answers.

    A filter that is set would leave nothing of its other values. What these would add is counted among the answers to
    the question without it.

    Args:
        store: within a snapshot.
        ask: as for `ranked`.
        text: the question.
        found: its answers, at least `counted` of them where there are so many.
        filters: with which they were found.
        mode: in which.
        view: whether passages are counted, or documents.
    """
    most = counted(mode)
    told = store.facets_of([passage for passage, _ in found[:most]], view.group)
    for name in _OF:
        if getattr(filters, name) == getattr(_ALL, name):
            continue
        without = replace(filters, **{name: getattr(_ALL, name)})
        others = ranked(store, ask, worded(store, text, without, mode), count=most, filters=without)
        of_others = store.facets_of([passage for passage, _ in others], view.group)
        told = replace(told, **{name: getattr(of_others, name)})
    return told
