"""A search as a URL that can be shared, and back: its question, its filters, and the style that is cited in."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, cast, get_args

from index.model import Facets, Filters, Group, Mode, Part, Sort, View
from ui.cites.styles import DEFAULT_STYLE, STYLES

_YEARS = re.compile(r"(\d{4})?(?:[-–](\d{4})?)?\Z")
_LONGEST_NUMBER = 9
"""Digits: nothing that an address counts has more, and Python refuses to read thousands of them."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked: a question, its filters and how it is matched."""

    question: str = ""
    filters: Filters = field(default_factory=Filters)
    mode: Mode = "hybrid"
    view: View = field(default_factory=View)
    """How the answers are laid out; how many were shown before is no part of an address."""
    style: str = DEFAULT_STYLE
    """One of `ui.cites.styles.STYLES`."""


def to_parameters(search: Search) -> dict[str, list[str]]:
    """The query parameters of a search; what stands at its default is left out."""
    filters = search.filters
    first, last = filters.years
    years = f"{first or ''}-{last or ''}" if (first or last) else ""
    named: dict[str, list[str]] = {
        "q": [search.question],
        "doc": list(filters.documents),
        "author": list(filters.authors),
        "years": [years],
        "lang": list(filters.languages),
        "kind": list(filters.kinds),
        "mission": list(filters.missions),
        "cites": list(filters.cites),
        "in": [filters.part if filters.part != "both" else ""],
        "by": [search.mode if search.mode != "hybrid" else ""],
        "group": [search.view.group if search.view.group != "passage" else ""],
        "sort": [search.view.sort if search.view.sort != "relevance" else ""],
        "style": [search.style if search.style != DEFAULT_STYLE else ""],
    }
    return {name: kept for name, values in named.items() if (kept := [value for value in values if value])}


def from_parameters(parameters: Mapping[str, Sequence[str]]) -> Search:
    """The search of a URL; a value that makes no sense counts as absent, since anybody may have typed it."""
    one = partial(value_in, parameters)
    part, mode, group, sort = one("in"), one("by"), one("group"), one("sort")
    return Search(
        question=one("q"),
        filters=Filters(
            documents=tuple(parameters.get("doc", ())),
            authors=tuple(parameters.get("author", ())),
            years=years_from(one("years")),
            languages=tuple(parameters.get("lang", ())),
            kinds=tuple(parameters.get("kind", ())),
            missions=tuple(parameters.get("mission", ())),
            cites=tuple(parameters.get("cites", ())),
            part=cast(Part, part) if part in get_args(Part) else "both",
        ),
        mode=cast(Mode, mode) if mode in get_args(Mode) else "hybrid",
        view=View(
            group=cast(Group, group) if group in get_args(Group) else "passage",
            sort=cast(Sort, sort) if sort in get_args(Sort) else "relevance",
        ),
        style=one("style") if one("style") in STYLES else DEFAULT_STYLE,
    )


def parted(filters: Filters, facets: Facets, documents: Collection[str]) -> tuple[Filters, Filters]:
    """What a library can be asked of the filters of an address that was made elsewhere or long ago, and what it cannot.

    Args:
        filters: of the address.
        facets: of the library.
        documents: ids of all its documents, also of those without a passage.

    Returns:
        Two filters: the first with the documents, authors, languages, kinds and missions that the library has; the
        second with the others alone.
    """
    names = ("authors", "languages", "kinds", "missions")
    known: dict[str, Collection[str]] = {"documents": documents, **{name: getattr(facets, name) for name in names}}
    here: dict[str, Any] = {}
    gone: dict[str, Any] = {}
    for name, there in known.items():
        asked = getattr(filters, name)
        here[name] = tuple(value for value in asked if value in there)
        gone[name] = tuple(value for value in asked if value not in there)
    return replace(filters, **here), Filters(**gone)


def value_in(parameters: Mapping[str, Sequence[str]], name: str) -> str:
    """The first value of a parameter, "" where it has none."""
    return next(iter(parameters.get(name, ())), "")


def number_from(words: str) -> int | None:
    """Read "12"; None for anything else."""
    return int(words) if words.isascii() and words.isdigit() and len(words) <= _LONGEST_NUMBER else None


def years_from(words: str) -> tuple[int | None, int | None]:
    """Read "2010-2020", "2010-", "-2020" or "2015"; (None, None) for anything else."""
    match = _YEARS.match(words.strip())
    if match is None or not words.strip():
        return None, None
    first = int(match[1]) if match[1] else None
    if not re.search("[-–]", words):
        return first, first
    return first, int(match[2]) if match[2] else None
