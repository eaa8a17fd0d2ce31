"""What is exported: passages with their cites, and works, each once."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from index.bibliographies.citekeys import citekey
from index.citations import CitedWork
from index.found import Hit, HitSource
from index.kept.clippings import Clipping
from index.model import Entry
from index.places import cite
from ingest.model import Csl, Document, Locator, Source
from ui.export.citedwork import described

if TYPE_CHECKING:
    from index import Library

PAGE_RANGE = re.compile(r"\s?–\s?|(?<=\d)-(?=\d)")
"""Between the pages of a range; "I-6351" is one page."""
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
"""Line ends, and what XML cannot hold at all, so that Word would refuse the file."""


@dataclass(frozen=True, slots=True)
class Work:
    """A work under its citekey."""

    key: str
    csl: Csl


@dataclass(frozen=True, slots=True)
class Extract:
    """A passage to hand on, with what to cite for it."""

    words: str
    work: Work
    locator: Locator
    section: str
    """The headings above it."""
    remark: str = ""
    list: str = ""
    """The list that it was put aside in."""
    reading: str = ""
    """How well its document could be read."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Passages in their order, and the works."""

    title: str
    extracts: tuple[Extract, ...]
    works: tuple[Work, ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it."""
        return not self.works


def of_hits(hits: Sequence[Hit], title: str) -> Selection:
    """The passages of a search."""
    return _selection(title, [_of_hit(hit) for hit in hits])


def of_clippings(library: "Library", clippings: Sequence[Clipping], title: str) -> Selection:
    """Clippings in the order made by hand: the words as they were cut, place and work as they are known today."""
    extracts = []
    for one in clippings:
        found = library.locate(one)
        extracts.append(
            Extract(
                words=_clean(one.words),
                work=Work(found.cite.key, cleaned(found.csl)),
                locator=found.cite.locator,
                section=_clean(one.heading),
                remark=_clean(one.remark),
                list=_clean(one.list),
                reading=one.reading,
            )
        )
    return _selection(title, extracts)


def of_documents(library: "Library", entries: Sequence[Entry]) -> Selection:
    """The bodies of documents, passage by passage."""
    extracts = []
    for entry in entries:
        document = library.document(entry.id)
        work = Work(entry.key, cleaned(entry.csl))
        extracts += [
            Extract(
                words=_clean(passage.text),
                work=work,
                locator=cite(passage, document, entry.key).locator,
                section=_clean(passage.heading),
                reading=entry.state.label,
            )
            for passage in library.passages(entry.id)
            if passage.kind == "body"
        ]
    works = tuple(Work(entry.key, cleaned(entry.csl)) for entry in entries)
    return Selection(_called(entry.title or entry.key for entry in entries), tuple(extracts), works)


def sources_of_documents(documents: Sequence[Document]) -> Selection:
    """The works that documents cite, each once, in the order in which they first cite them."""
    cited: dict[str, Source] = {}
    for document in documents:
        for source in document.sources:
            cited.setdefault(source.key, source)
    return _works(f"Works cited in {_called(document.title for document in documents)}", cited.values())


def cited_works(works: Iterable[CitedWork], title: str) -> Selection:
    """Works of the list of all that are cited; one that is in the library goes by its citekey and its data there."""
    return _works(title, works)


def sources_of_hits(hits: Iterable[Hit], title: str) -> Selection:
    """The works that the notes of passages lead to; what is left open is left out."""
    cited = {
        citation.source.key: citation.source
        for hit in hits
        for note in hit.notes
        for citation in note.citations
        if citation.source is not None
    }
    return _works(title, cited.values())


def cleaned(csl: Csl) -> dict[str, Any]:
    """The item without what no other program knows, and without signs that no file of theirs can hold."""
    return {
        name: _clean_value(value) for name, value in csl.items() if name != "custom" and value not in (None, "", [])
    }


def _of_hit(hit: Hit) -> Extract:
    return Extract(
        words=_clean(hit.passage.text),
        work=Work(hit.document.key, cleaned(hit.document.csl)),
        locator=hit.cite.locator,
        section=_clean(hit.passage.heading),
        reading=hit.document.state.label,
    )


def _selection(title: str, extracts: Sequence[Extract]) -> Selection:
    works = {extract.work.key: extract.work for extract in extracts}
    return Selection(_clean(title), tuple(extracts), tuple(works.values()))


def _works(title: str, sources: Iterable[Source | HitSource | CitedWork]) -> Selection:
    works: dict[str, Work] = {}
    for source in sources:
        if isinstance(source, CitedWork) and source.entry:
            works[source.entry.key] = Work(source.entry.key, cleaned(source.entry.csl))
            continue
        csl = cleaned(described(source))
        key = citekey(csl, lambda _: works, fallback=source.key)
        works[key] = Work(key, csl)
    return Selection(_clean(title), (), tuple(works.values()))


def _called(titles: Iterable[str]) -> str:
    return _clean("; ".join(titles))


def _clean(text: str) -> str:
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def _clean_value(value: Any) -> Any:
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, dict):
        return {name: _clean_value(one) for name, one in value.items()}
    return [_clean_value(one) for one in value] if isinstance(value, list | tuple) else value
