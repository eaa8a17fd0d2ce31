"""UN symbols and DOIs as people type them: "SRES2098", "s res 2098", "A 70 95", "res. 2098", "doi:10.1093/…".

Symbols are composed as the Dag Hammarskjöld Library describes (https://research.un.org/en/docs/symbols): an organ, then
words and numbers with slashes between them. On a keyboard slashes are what is left out first.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.words.addresses import clean_doi
from ingest.words.folding import FUNCTION_WORDS, fold
from ingest.words.unsymbols import un_documents

DOI = re.compile(r"10\.\d{4,9}/\S+")
"""As Crossref advises to recognise them."""
_BEFORE_A_DOI = {"doi", "https", "http", "dx", "org"}

_ORGANS = ("A", "S", "E", "ST")
_SLASHED = ("RES", "PRST", "HRC", "DEC", "SGB", "AI", "IC", "SPC")
_POINTED = ("PV", "SR", "INF", "CN", "AC", "CRP", "WP", "ADD", "REV", "CORR", "SUB", "L", "C")
"""Words that a point joins to their number: S/PV.7000, A/C.5/49/43, E/CN.4/2005/59/Add.1."""
_PIECE = re.compile(r"[A-Z]+|\d+")
_GLUED = re.compile(rf"({'|'.join(_ORGANS)})({'|'.join((*_SLASHED, 'PV', 'INF'))})")
_TYPED = re.compile(r"[A-Z][A-Z\d\s/._-]*[A-Z\d]")
_YEAR_AFTER = re.compile(r"(?<=\d)[\s,(]+(?:19|20)\d\d\s*\)?$")
_GLUED_SESSION = re.compile(r"A(3[1-9]|[4-9]\d)(\d{1,3})")
"""Since its 31st session (1976) the Assembly numbers documents by session: "A7095" is typed for A/70/95."""

_COUNCIL = re.compile(r"(?:UN)?SC(?:\s?R(?:ES(?:OLUTION)?)?)?[\s.]*(\d{2,4})")
"""UNSCR 1325, SCR 1325, UNSC 1325, SC Res 1325."""
_LOOSE = re.compile(r"(?<![\w/])([AS])[\s/]?RES[\s/]?(\d{1,4}(?:/\d{1,3})?)(?![\w/])", re.IGNORECASE)
_JOINING = FUNCTION_WORDS | {"un"}
_PRINTED = {"see", "cf", "voir", "u", "n", "united", "nations", "doc", "docs", "document", "documents", "dok"}
"""As notes print it: "See U.N. Doc. A/55/305"."""
CITING = {"all", "that", "who", "what", "which", "works", "texts", "passages", "notes", "references", "citation"}
CITING |= {"citations", "cite", "cites", "cited", "citing", "qui", "quels", "textes", "citent", "citant"}
"""As people ask for what cites a work: "which works cite S/RES/2100", "all citations of Karlsrud"."""
_BEFORE_A_SYMBOL = _PRINTED | CITING
_NUMBER_AND_YEAR = re.compile(r"(?:n[°º.]|no\.?|nr\.?)?\s*(\d{2,4}\s*\(\d{4}\))", re.IGNORECASE)
_PAGE = re.compile(
    r"(?:pp?|pages?|s|seiten?|n|notes?|fn|footnotes?|fu(?:ß|ss)noten?)\b\.?\s*\d+(?:\s*[–-]\s*\d+)?", re.IGNORECASE
)
_PLACE = (
    r"(?:op(?:erative)?\.?\s*)?(?:\b(?:paragraphe?s?|paras?|op|ziffer|absatz)\b\.?|[§¶]+)"
    r"\s*(\d{1,3})(?:\s*(?:[–-]|and|et)\s*\d{1,3})?"
)
_PLACE_BEFORE = re.compile(rf"{_PLACE}(?:,?\s+(?:of|in|de\s+la|du|de|der|des))?\s+(?=\S)", re.IGNORECASE)
_PLACE_AFTER = re.compile(rf"[\s,;:]+{_PLACE}[\s.]*$", re.IGNORECASE)


def names_typed(text: str) -> tuple[str, ...]:
    """The symbols or the DOI that a text names, where it says nothing else; upper-case symbols, lower-case DOIs."""
    if found := DOI.search(text):
        before = set(fold(text[: found.start()]).split())
        return (clean_doi(found[0]),) if before <= _BEFORE_A_DOI else ()
    if found := _NUMBER_AND_YEAR.fullmatch(text.strip()):
        return _in_prose(f"resolution {found[1]}")  # none where the Council adopted no such number in that year
    return _in_prose(text) or _symbol_typed(text)


def only_a_place(text: str) -> bool:
    """Whether a text is but a page or a note, of whatever document: "p. 33", "note 5"."""
    return _PAGE.fullmatch(text.strip()) is not None


def place_typed(text: str) -> tuple[str, str]:
    """A text without the paragraph that it names, and its number; "" where it names none, the first of several.

    "S/RES/2100 para 16", "paragraphe 9 de la résolution 2098", "op. para. 4 of SRES2098".
    """
    if before := _PLACE_BEFORE.match(text):
        return text[before.end() :], before[1]
    if after := _PLACE_AFTER.search(text):
        return text[: after.start()], after[1]
    return text, ""


def whole(text: str) -> str:
    """A question with the slashes that were left out: "what does SRES2098 say on precedent"."""
    return _LOOSE.sub(lambda found: f"{found[1]}/RES/{found[2]}".upper(), text)


def resolutions_within(text: str) -> tuple[str, ...]:
    """The symbols of resolutions that a question names in prose: "why was resolution 2098 (2013) new?"."""
    said = (one for one in un_documents(text) if "/" not in text[one.start : one.end])
    return tuple(dict.fromkeys(one.symbol for one in said))


def _in_prose(text: str) -> tuple[str, ...]:
    # "security council resolution 2100" is typed as often as it is written with capitals.
    for written in (text, " ".join(word if word in _JOINING else word[:1].upper() + word[1:] for word in text.split())):
        documents, rest = un_documents(written), written
        for one in reversed(documents):
            rest = rest[: one.start] + " " + rest[one.end :]
        if documents and not set(fold(rest).split()) - _JOINING - _BEFORE_A_SYMBOL:
            return tuple(dict.fromkeys(symbol.upper() for one in documents for symbol in (one.symbol, *one.other)))
    return ()


def _symbol_typed(text: str) -> tuple[str, ...]:
    plain = _YEAR_AFTER.sub("", text.strip().upper()) or text.strip().upper()
    if council := _COUNCIL.fullmatch(plain):
        return (f"S/RES/{council[1]}",)
    if not _TYPED.fullmatch(plain):
        return ()
    if session := _GLUED_SESSION.fullmatch(plain):
        return (f"A/{session[1]}/{session[2]}", f"A/{session[1]}{session[2]}")
    organ, *parts = _pieces(plain)
    return ("/".join((organ, *_joined(parts))),) if organ in _ORGANS and _are_parts(parts) else ()


def _pieces(typed: str) -> list[str]:
    pieces: list[str] = []
    for piece in _PIECE.findall(typed):
        glued = _GLUED.fullmatch(piece)
        pieces += glued.groups() if glued else (piece,)
    return pieces


def _are_parts(parts: Sequence[str]) -> bool:
    """Whether words are such as stand in symbols, with a number after the last; "A 320" and "S 2000" are none."""
    if not parts or not parts[-1].isdigit():
        return False
    words = [part for part in parts if not part.isdigit()]
    return all(word in _SLASHED or word in _POINTED for word in words) and (bool(words) or len(parts) > 1)


def _joined(parts: Sequence[str]) -> Iterator[str]:
    """The parts between slashes: "PV" and "7000" are one."""
    at = 0
    while at < len(parts):
        pointed = parts[at] in _POINTED and at + 1 < len(parts)
        yield f"{parts[at]}.{parts[at + 1]}" if pointed else parts[at]
        at += 2 if pointed else 1
