"""One work across documents: by what a citation names it, and which document of the library it is.

A link to a wrong document is worse than none, so an identity is either an identifier (DOI, UN symbol) or surname,
title and year together; and a title counts as the same without its subtitle only where one of the two has none.
"""

from collections.abc import Callable, Mapping, Sequence

from index.names import creators, doi_of, year_of
from index.query import JOINED
from ingest.model import Csl, Link
from ingest.words.folding import fold, main_title
from ingest.words.names import surname
from ingest.words.unsymbols import un_documents

Finder = Callable[[Sequence[str]], Mapping[str, str]]
"""From identities to ids of documents (`Store.known`)."""


def identities(csl: Csl) -> tuple[str, ...]:
    """By what a citation elsewhere can name the work of this item."""
    found = []
    if doi_of(csl):
        found.append(f"doi:{doi_of(csl)}")
    symbols = un_documents(str(csl.get("number") or ""))
    if len(symbols) == 1 and symbols[0].sure:
        named = (symbols[0].symbol, *symbols[0].other)
        found += [f"un:{symbol.upper()}" for joined in named for symbol in JOINED.split(joined)]
    title, year, names = str(csl.get("title") or ""), year_of(csl), creators(csl)
    if title and year and names and surname(dict(names[0])):
        main = fold(main_title(title))
        whole = fold(title)
        found.append(f"whole:{surname(dict(names[0]))}|{whole}|{year}")
        if main != whole:
            found.append(f"main:{surname(dict(names[0]))}|{main}|{year}")
    return tuple(found)


def corpus_links(items: Sequence[Csl], known: Finder) -> list[tuple[Link, ...]]:
    """For each cited item a link to the document of the library that it is, where there is surely one."""
    named = [_names(csl) for csl in items]
    documents = known(sorted({name for names in named for name in names}))
    links = []
    for names in named:
        meant = {documents[name] for name in names if name in documents}
        links.append(tuple(Link("corpus", f"bluenote:{one}") for one in meant) if len(meant) == 1 else ())
    return links


def _names(csl: Csl) -> list[str]:
    """Identities under which a document may be in the library that this citation means."""
    own = identities(csl)
    # "The UN at War" means the document "The UN at War: Examining…", and the other way round; two subtitles that differ
    # are two works.
    return [
        *(name for name in own if not name.startswith("main:")),
        *(name.replace("whole:", "main:", 1) for name in own if name.startswith("whole:")),
        *(name.replace("main:", "whole:", 1) for name in own if name.startswith("main:")),
    ]
