"""Which work a reader means who names one: by its key, by a document of the library, or in words as a note cites it."""

import secrets
from dataclasses import replace

from index.catalogue import Catalogue
from index.errors import NoSuchDocument, NoSuchWork
from index.kept.corrections import Work, work_of
from index.sqlite.works import APART, names_of
from ingest.model import Document, Note
from ingest.words.unsymbols import un_documents
from ingest.works.keys import work_key
from ingest.works.links import links
from ingest.works.resolve import cite


def work_named(library: Catalogue, document: Document, name: str) -> Work:
    """The work of this name.

    Args:
        library: whose documents and sources may be meant.
        document: whose own sources are looked at first.
        name: the key of a source; the id, citekey or path of a document; or a citation in full.

    Raises:
        NoSuchWork: It is none of these.
    """
    wanted = name.strip().casefold()
    own = [source for source in document.sources if source.key.casefold() == wanted]
    if own:
        return work_of(own[0])
    try:
        return work_of_document(library.document(name))
    except NoSuchDocument:
        pass  # then it is no document's name
    elsewhere = library.citing_documents([name])
    for source in (source for one in elsewhere[:1] for source in library.document(one).sources):
        if source.key == name:
            return work_of(source)
    return work_told(name)


def work_of_document(document: Document) -> Work:
    """A document of the library as a work that others cite."""
    csl = {name: value for name, value in document.csl.items() if name not in ("custom", "abstract", "id")}
    symbols = [one.symbol for one in un_documents(str(csl.get("number") or "")) if one.sure]
    key = work_key(csl, "un-document" if symbols else "work", document.title)
    return Work(key, csl, document.title, links(csl, symbols))


def own_work(library: Catalogue, words: str, apart_from: str | None) -> Work:
    """A work of its own, as the words of a citation tell it.

    Args:
        library: whose works it is told from.
        words: the citation's own.
        apart_from: key of the work that they were taken for. Where the words give author, title and year of just that
            work, only the reader knows that it is another one, and its key is made by hand.

    Raises:
        NoSuchWork: The words tell of no work, or of more than one.
    """
    told = work_told(words)
    if apart_from is None or apart_from not in library.keys_of(names_of(told.key, told.csl)):
        return told
    return replace(told, key=f"{APART}{secrets.token_hex(4)}")


def work_told(text: str) -> Work:
    """The one work that a citation in full tells of, read as a note would be.

    Raises:
        NoSuchWork: It tells of none, or of more than one.
    """
    note = Note("n1", "1", "footnote", text.strip(), (0,), (), None)
    _, sources = cite((), (note,), "und")
    if len(sources) != 1:
        raise NoSuchWork(
            f"{text!r} tells of {len(sources) or 'no'} works: give the key of a source (`bluenote show`), a document's "
            "citekey, or a citation in full"
        )
    return work_of(sources[0])
