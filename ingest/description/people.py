"""People in one line of a title page: without academic titles, affiliations and note marks."""

import re
from collections.abc import Collection, Iterator

from ingest.pdf.raw import Line
from ingest.words import names
from ingest.words.person import person

Name = dict[str, str]
"""A CSL name: {"family", "given", ...} or {"literal"}."""

_MARKS = re.compile(
    r"[*∗†‡§¶#$+⊥∥‖]+|(?<=[^\W\d_])\s?,?\s?\d{1,2}(?:,\d{1,2})*(?=\W|$)|\bORCID\b.*|https?:\S*orcid\S*|\S+@\S+|\b(?i:version|ver\.|v\.?)\s?\d.*$|\bE-?mail:?.*$"
)
_BY = re.compile(r"^(?:by|von|par|por|di|authors?:?|author\(s\):|auteurs?\s?:|text:)\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)
_DEGREES = re.compile(
    r"(?:\b(?:Prof(?:essor|\.)?|Dr\.?|PD|Priv\.-Doz\.|Mag\.|Mr\.?|Mrs\.?|Ms\.?|Sir|Dame|H\.E\.|Ambassador|Amb\.|em\.|Univ\.-|Ass\.|Assoc\.|MMag\.|DDr\.|RA|M\.|Mme)\s?)+(?=[A-ZÀ-Þ])"
    r"|,?\s*\b(?:Ph\.?D\.?|LL\.?\s?[MB]\.?|M\.?A\.?|M\.?Sc\.?|D\.?Phil\.?|J\.?D\.?|MBA|MdB|Esq\.?|[BM]A)(?=,|\s|$)"
)
_ROMAN = re.compile(r"[IVX]+\.?")
"""No given name but the number of a heading: "I. Einleitung"."""
_GAP = 0.7
"""Sizes of the type between two names set side by side; a space is a quarter of one."""
_SPLIT = re.compile(r"\s*(?:,?\s(?:and|und|et|y|e)\s|,|;|·|•|\||&|/)\s*", re.IGNORECASE)
_SMALL = re.compile(r"(?<!\S)[a-zà-ÿ]")
_MOST_SMALL = 8
"""Words in small letters on a line of names; a line of the text has more, and need not be taken apart."""
_PLACE = 6
"""Words of an affiliation or a town on the line of a name."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_NO_NAME = re.compile(
    r"\d|[:?!“”„«»]|\b(?:version|draft|revised|updated|citations|reads|views|publications|refereed)\b|\b(?:abstract|keywords?|introduction|sample|page|of|for|the|how|what|why|when|where|who|they|in|on|to|from)\b",
    re.IGNORECASE,
)


def people_in(line: Line, common: Collection[str] = ()) -> list[Name]:
    """Return the people of a printed line, where several may stand side by side without a comma.

    Beside a name may stand what is none, as the date and version of a manual.
    """
    found: list[Name] = []
    for cell in cells(line):
        people = people_of(cell, common)
        if not people and not found:
            return []
        found += people
    return found


def cells(line: Line) -> Iterator[str]:
    """The line's words between wide gaps."""
    cell, end = "", line.box[0]
    for run in line.runs:
        if not run.text.strip():
            cell += run.text  # a blank as wide as the gap
            continue
        if run.box[0] - end > _GAP * line.size and cell.strip():
            yield cell
            cell = ""
        cell, end = cell + run.text, run.box[2]
    if cell.strip():
        yield cell


def people_of(text: str, common: Collection[str] = ()) -> list[Name]:
    """Return the people of one line; empty where any part of it is neither a person nor a person's place.

    Args:
        text: The line.
        common: Words that the document writes in small letters: "Local Ownership and Peace Building" is no couple.
    """
    if len(_SMALL.findall(text)) > _MOST_SMALL:
        return []
    text = " ".join(_MARKS.sub(", ", _DEGREES.sub(" ", _BY.sub("", text.strip()))).split()).strip(" ,;")
    found: list[Name] = []
    for part in _SPLIT.split(text):
        if not part:
            continue
        name = None if _NO_NAME.search(part) or names.is_body(part) else person(_capitalised(part))
        if name and not _ROMAN.fullmatch(name.get("given", "I.")) and not _all_common(part, common):
            found.append(name)
        elif found and len(part.split()) <= _PLACE and not part[:1].islower():
            continue  # where they work or live: "Teresa Weber, Vienna"
        else:
            return []
    return found


def _all_common(part: str, common: Collection[str]) -> bool:
    return all(word.lower() in common for word in _WORD.findall(part))


def _capitalised(name: str) -> str:
    """Write "CRAIG A. STERN" as one does: "Craig A. Stern"."""
    if not name.isupper():
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word[0] if len(word[0]) < 2 else word[0].capitalize(), name)
