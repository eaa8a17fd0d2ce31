"""What to loosen in a search that found nothing: each filter that alone keeps passages out, with how many."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from index import Filters, Library
from ui.addresses.search import Search
from ui.wording import counted, filter_words

MOST = 50
"""Passages counted; beyond it is "50 or more"."""


@dataclass(frozen=True, slots=True)
class Looser:
    """The same search with one limit less."""

    words: str
    """What is given up: "the years 2010–2020"."""
    search: Search
    count: int
    """Passages that it finds, at most `MOST`."""

    @property
    def found(self) -> str:
        """Say "1 passage", "12 passages", "50 or more passages"."""
        return f"{MOST} or more passages" if self.count >= MOST else counted(self.count, "passage")


def loosened(library: Library, search: Search) -> list[Looser]:
    """The searches with one limit less that find something, most first; where none does, the one without any."""
    found = [looser for words, search in _fewer(search) if (looser := _looser(library, words, search)).count]
    if not found and search.filters != Filters():
        bare = _looser(library, "all filters", replace(search, filters=Filters()))
        found = [bare] if bare.count else []
    return sorted(found, key=lambda looser: -looser.count)


def _looser(library: Library, words: str, search: Search) -> Looser:
    hits = library.search(search.question, k=MOST, filters=search.filters, mode=search.mode).hits
    return Looser(words, search, len(hits))


def _fewer(search: Search) -> Iterator[tuple[str, Search]]:
    """Each limit by itself, in words, and the search without it."""
    nothing = Filters()
    for name, what in _CALLED.items():
        value = getattr(search.filters, name)
        if value != getattr(nothing, name):
            said = filter_words(replace(nothing, **{name: value})) if name != "part" else ""
            without = replace(search.filters, **{name: getattr(nothing, name)})
            yield f"{what} {said}".rstrip(), replace(search, filters=without)
    if search.mode in ("phrase", "words"):
        what = "the exact phrase" if search.mode == "phrase" else "the words alone"
        yield what, replace(search, mode="hybrid")


_CALLED = {
    "documents": "the limit to",
    "authors": "the author",
    "years": "the years",
    "languages": "the language",
    "kinds": "the kind",
    "missions": "the mission",
    "cites": "the limit to passages",
    "part": "the limit to text or notes",
}
