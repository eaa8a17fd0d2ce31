"""Where the words of a clipping stand today: in its passage, elsewhere in its document, or in another file of the work.

First the words as they are, then the same but for hyphens and signs, then the nearest; where nothing comes near, the
clipping says that it is lost and keeps what it has.
"""

from dataclasses import dataclass, replace
from typing import Literal

from index.errors import NoSuchDocument
from index.found import Cite
from index.kept.clippings import Clipping
from index.model import Filters
from index.places import cite
from index.query import Scope
from index.quoting.matching import Match, Searched, find, find_near
from index.quoting.running import Running
from index.store import Store
from ingest.model import Csl

State = Literal["exact", "near", "lost"]

_TELLING = 12
"""Words that are surely the same work's where they stand side by side in one other document alone."""


@dataclass(frozen=True, slots=True)
class Found:
    """A clipping's place today."""

    state: State
    message: str
    """In words for the reader; "" where nothing has changed."""
    document: str
    """Id; where the clipping's own file is gone, that of another file with the same words."""
    passage: str | None
    """Id of the passage that the words begin in, for the page's picture; None where there is none."""
    words: str
    """As the document has them today; the clipping's own where they are lost."""
    cite: Cite
    csl: Csl
    """The work's data today; the clipping's own where its document is gone."""


def locate(store: Store, clipping: Clipping) -> Found:
    """Find a clipping's words anew."""
    excerpt = store.excerpts([clipping.passage]).get(clipping.passage)
    if excerpt is not None and clipping.words in excerpt.passage.text:
        start = excerpt.passage.text.index(clipping.words)
        place = cite(excerpt.passage, excerpt.document, excerpt.entry.key, start, start + len(clipping.words))
        return Found("exact", "", excerpt.entry.id, clipping.passage, clipping.words, place, excerpt.entry.csl)
    document = _home(store, clipping)
    if document is None:
        return _lost(clipping, clipping.csl, "its document is not in this library any more")
    (entry,) = store.ledger(Filters(documents=(document,)))
    running = Running(store.document(document))
    match = find(clipping.words, running.searched, running.offset_on(clipping.index))
    match = match or _near(store, clipping, document, running)
    if match is None:
        return _lost(clipping, entry.csl, "its words are not in the document as it is read now")
    words = running.passage(match.start, match.end).text
    same = match.likeness != "near"
    moved = "" if document == clipping.document else "found in another file of the same work"
    return Found(
        state="exact" if same else "near",
        message=moved if same else "the document reads otherwise here now: compare before you quote",
        document=document,
        passage=running.holder(store.passages(document), match.start),
        words=words,
        cite=running.cite(match.start, match.end, entry.key),
        csl=entry.csl,
    )


def _home(store: Store, clipping: Clipping) -> str | None:
    """The document, or the one other document that has the words: a newer download of the same work."""
    try:
        store.document(clipping.document)
    except NoSuchDocument:
        phrase = " ".join(clipping.words.split()[:_TELLING])
        found = store.homes(store.every(_TELLING, Scope(Filters(), (phrase,))))
        homes = set(found.values())
        return homes.pop() if len(homes) == 1 and len(phrase.split()) == _TELLING else None
    return clipping.document


def _near(store: Store, clipping: Clipping, document: str, running: Running) -> Match | None:
    """The nearest words, looked for around each passage: to compare with a whole book at once would take seconds."""
    found: list[Match] = []
    for passage in store.passages(document):
        place = find(passage.text, running.searched, running.offset_on(passage.first_index))
        if place is None or passage.kind != clipping.kind:
            continue
        start = max(0, place.start - len(clipping.words))
        match = find_near(clipping.words, Searched(running.text[start : place.end + len(clipping.words)]))
        if match is not None:
            found.append(replace(match, start=start + match.start, end=start + match.end))
    return max(found, key=lambda match: match.score, default=None)


def _lost(clipping: Clipping, csl: Csl, why: str) -> Found:
    return Found("lost", why, clipping.document, None, clipping.words, clipping.cite, csl)
