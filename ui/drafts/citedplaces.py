"""What a draft cites for a quotation, and whether that is where the quotation is printed."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from index.locators import is_counted
from index.model import Entry
from index.names import creators
from index.quoting.quotations import Quoted
from ingest.citations import locators
from ingest.citations.finding import find
from ingest.model import Locator
from ingest.words.folding import fold
from ui.cites import nodes

_NAMES_PAGE = re.compile(r"(?P<names>[^\W\d_][^\d,;:()]*?),?\s(?P<page>\d{1,4}(?:\s?[–-]\s?\d{1,4})?)")
"""As MLA has it: "Karlsrud and Osland 12"."""
_YEAR_PAGE = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?\s?[,:]\s?(?P<rest>.+)")
"""Where the author stands in the sentence: "(2015, 12)"."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_NUMBER = re.compile(r"(\d+)(?:\s?[–—-]\s?(\d+))?")
_ROMAN = re.compile(r"[ivxlcdm]+(?:\s?[–—-]\s?[ivxlcdm]+)?", re.IGNORECASE)
_ON_PAGE = re.compile(r"nn?\.?\s?\d+$")


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """One citation that stands with a quotation."""

    text: str
    """Its words, or the citekey: "Karlsrud, ‘UN at War’, 41"."""
    locator: Locator
    named: tuple[str, ...] = ()
    """Citekey, symbol and folded surnames; none for "Ibid., 12" and for a bare "(12)"."""


def places_in(text: str) -> tuple[CitedPlace, ...]:
    """The citations with a place of a note, or of what stands between brackets.

    Args:
        text: of the note; of brackets what is in them.
    """
    found = tuple(_mentioned(text))
    if found:
        return found
    bare = text.strip(" ()")
    if year := _YEAR_PAGE.fullmatch(bare):
        bare = year["rest"]
    if (page := _NAMES_PAGE.fullmatch(bare)) and not _YEAR.fullmatch(page["page"]) and locators.tail(bare) is None:
        names = tuple(fold(word) for word in page["names"].split() if word[:1].isupper())
        return (CitedPlace(bare, Locator("page", page["page"]), names),) if names else ()
    place = locators.tail(bare)
    return (CitedPlace(bare, place.locator),) if place and place.start == 0 else ()


def places_of_cite(citations: Sequence[Mapping[str, Any]]) -> Iterator[CitedPlace]:
    """The places of a cite of pandoc's: `[@karlsrud2015, p. 12]`."""
    for one in citations:
        suffix = nodes.plain(one["citationSuffix"]).replace("{", "").replace("}", "").lstrip(" ,")
        place = locators.tail(suffix) or locators.first(suffix)
        if place is not None:
            yield CitedPlace(f"@{one['citationId']}, {suffix}", place.locator, (str(one["citationId"]),))


def names_of(document: Entry) -> Set[str]:
    """What a citation may call a document by: its citekey, its symbol, each of its authors."""
    known = {document.key, str(document.csl.get("number") or "").split(" (")[0]}
    for name in creators(document.csl):
        known |= {*fold(str(name.get("family") or "")).split(), fold(str(name.get("literal") or ""))}
    return known - {""}


def misplaced(places: Sequence[Quoted], cited: Sequence[CitedPlace]) -> dict[str, CitedPlace]:
    """For documents, by id, in which the quotation stands elsewhere than its draft cites: the citation.

    None where the draft cites rightly one of the places that the quotation is printed at, as the printed version of
    what is here as a preprint, too; and none where it may cite another work than these.
    """
    wrong = {}
    for place in places:
        verdicts = _verdicts(place, cited)
        if any(agrees for _, agrees in verdicts):
            return {}
        if told := [one for one, agrees in verdicts if agrees is False]:
            wrong[place.document.id] = told[0]
    return wrong


def as_cited(place: Quoted, cited: Sequence[CitedPlace]) -> bool:
    """Whether a draft cites this place."""
    return any(agrees for _, agrees in _verdicts(place, cited))


def _verdicts(place: Quoted, cited: Sequence[CitedPlace]) -> list[tuple[CitedPlace, bool | None]]:
    """The citations that may be of a place's document, each with whether it is of this place."""
    own = [one for one in cited if _names(one, place.document)]
    own = own or [one for one in cited if not one.named and len(cited) == 1]
    return [(one, _agrees(one.locator, place)) for one in own]


def _mentioned(text: str) -> Iterator[CitedPlace]:
    for mention in find(text):
        place = mention.locator
        if place is None and (labelled := locators.first(mention.text)):
            place = labelled.locator
        if place is not None:
            symbol = (mention.document.symbol,) if mention.document else ()
            yield CitedPlace(mention.text, place, (*symbol, *mention.surnames))


def _names(cited: CitedPlace, document: Entry) -> bool:
    return not names_of(document).isdisjoint(cited.named)


def _agrees(locator: Locator, place: Quoted) -> bool | None:
    """Whether the quotation is printed there; None where the two places cannot be compared."""
    if locator.label == place.cite.locator.label == "paragraph":
        return _meet(locator.value, place.cite.locator.value)
    # Where no number is printed the file's own count says nothing of the page that a draft cites.
    if locator.label == "page" and place.pages and not is_counted(place.cite.locator):
        return _meet(_ON_PAGE.sub("", locator.value), "–".join(place.pages))
    return None


def _meet(cited: str, printed: str) -> bool | None:
    """Whether two lists of places have one in common."""
    ours, theirs = _spans(cited), _spans(printed)
    if ours is None and theirs is None:
        return cited.casefold() == printed.casefold()
    if ours is None or theirs is None:
        # "12" is not on page ii; of "S-12" nobody knows.
        return False if _ROMAN.fullmatch(printed if theirs is None else cited) else None
    return any(first <= end and start <= last for first, last in ours for start, end in theirs)


def _spans(value: str) -> tuple[tuple[int, int], ...] | None:
    """From and to of each part: "12, 14–15", and "213–28" is up to 228; None where one is no number."""
    spans = []
    for part in re.split(r"\s*(?:,|&|\band\b)\s*", value):
        number = _NUMBER.match(part)
        if number is None:
            return None
        first, last = number[1], number[2] or number[1]
        if len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        spans.append((int(first), int(last)))
    return tuple(spans)
