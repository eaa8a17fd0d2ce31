"""Where to look for a work that has no address of its own: searches, never the source itself.

Nothing is fetched: each look-up is an address that the reader may open.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from index.names import creators, year_of
from ingest.model import Csl, Link

_BRIEF = 300
"""Characters of a title or a citation that a search takes."""

_ADDRESS = ":/?#[]@!$&'()*+,;=%~-._"
"""Signs that an address is made of (RFC 3986)."""

_GENRES: Mapping[str, str] = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "bookitem",
    "paper-conference": "proceeding",
    "report": "report",
    "thesis": "dissertation",
}
"""What OpenURL's formats for journals, books and dissertations call each type (ANSI/NISO Z39.88-2004)."""


@dataclass(frozen=True, slots=True)
class LookUp:
    """One place to search for a work."""

    name: str
    """How a button calls it: "Look up in OpenAlex"."""
    href: str


def lookups(csl: Csl, links: Sequence[Link] = (), *, text: str = "", resolver: str = "") -> tuple[LookUp, ...]:
    """Where a reader may search for a cited work.

    Args:
        csl: what is known of it.
        links: its own addresses; a work with one is not searched for, but a web page may be gone since it was read.
        text: the words of its citation, where neither title nor author is known.
        resolver: address of the OpenURL resolver of the reader's own library; "" for none.

    Returns:
        The resolver where there is one, else Crossref, OpenAlex and WorldCat; for a web source that says when it was
        read, the Wayback Machine on that day. Empty where nothing is known to search for.
    """
    found = _wayback(csl, links)
    if links:
        return found
    title, author = str(csl.get("title") or ""), _author(csl)
    words = (f"{author} {title}" if title else text).strip()[:_BRIEF]
    if not words:
        return found
    if resolver:
        return (LookUp("Look up in your library", _openurl(resolver, csl, text)), *found)
    return (
        LookUp("Look up in Crossref", _with("https://search.crossref.org/", q=words, from_ui="yes")),
        LookUp("Look up in OpenAlex", _with("https://openalex.org/works", search=words)),
        LookUp("Look up in WorldCat", _with("https://search.worldcat.org/search", q=_worldcat(title, author, text))),
        *found,
    )


def _author(csl: Csl) -> str:
    names = creators(csl)
    return str(names[0].get("family") or names[0].get("literal") or "") if names else ""


def _worldcat(title: str, author: str, text: str) -> str:
    """WorldCat's own query language: ti: and au: with phrases."""
    if not title:
        return text[:_BRIEF]
    bare = re.sub(r'["“”]', "", title)[:_BRIEF]
    return f'ti:"{bare}"' + (f' AND au:"{author}"' if author else "")


def _openurl(resolver: str, csl: Csl, text: str) -> str:
    """An OpenURL 1.0 in key/encoded-value form, that every library's resolver understands."""
    kind = str(csl.get("type") or "")
    genre = _GENRES.get(kind, "unknown")
    journal = kind.startswith("article")
    form = "journal" if journal else "dissertation" if kind == "thesis" else "book"
    names = creators(csl)
    first, _, last = str(csl.get("page") or "").replace("–", "-").partition("-")
    title = str(csl.get("title") or text)[:_BRIEF]
    within = str(csl.get("container-title") or "")
    told: dict[str, str] = {
        "rft.genre": genre,
        "rft.atitle": title if journal or genre == "bookitem" else "",
        "rft.jtitle": within if journal else "",
        "rft.btitle": (within if genre == "bookitem" else title) if form == "book" else "",
        "rft.title": title if form == "dissertation" else "",
        "rft.aulast": str(names[0].get("family") or "") if names else "",
        "rft.aufirst": str(names[0].get("given") or "") if names else "",
        "rft.aucorp": str(names[0].get("literal") or "") if names else "",
        "rft.date": str(year_of(csl) or ""),
        "rft.volume": str(csl.get("volume") or ""),
        "rft.issue": str(csl.get("issue") or ""),
        "rft.spage": first,
        "rft.epage": last,
        "rft.pub": "" if journal else str(csl.get("publisher") or ""),
        "rft.issn": str(csl.get("ISSN") or "") if journal else "",
        "rft.isbn": str(csl.get("ISBN") or "") if form == "book" else "",
    }
    asked = {
        "url_ver": "Z39.88-2004",
        "ctx_ver": "Z39.88-2004",
        "rft_val_fmt": f"info:ofi/fmt:kev:mtx:{form}",
        **{name: value for name, value in told.items() if value},
    }
    return f"{resolver}{'&' if urlsplit(resolver).query else '?'}{urlencode(asked)}"


def _wayback(csl: Csl, links: Sequence[Link]) -> tuple[LookUp, ...]:
    """The archived copy nearest to the day on which a web source was read, or was published."""
    url = next((link.href for link in links if link.kind == "url"), str(csl.get("URL") or ""))
    date = csl.get("accessed") or (csl.get("issued") if csl.get("type") in ("webpage", "post-weblog") else None)
    parts = ((date or {}).get("date-parts") or [[]])[0] if isinstance(date, Mapping) else []
    if not url.startswith(("http://", "https://")) or not parts:
        return ()
    stamp = "".join(f"{int(part):0{width}}" for part, width in zip(parts, (4, 2, 2), strict=False))
    return (
        LookUp("Look up in the Wayback Machine", f"https://web.archive.org/web/{stamp}/{quote(url, safe=_ADDRESS)}"),
    )


def _with(address: str, **asked: str) -> str:
    return f"{address}?{urlencode(asked)}"
