"""A thesis as its title page says: where it was written, and for which degree."""

import re
from collections.abc import Iterator, Sequence

from ingest.description.wording import wording
from ingest.pdf.raw import RawPage

COVER = 150
"""Words of a page that holds nothing but title, names and imprint."""
_PAGES = 3
"""Pages within which a thesis' title page stands."""
_DEGREE = re.compile(r"\bdegree of (?P<degree>[A-Z][\w.]*(?: (?:of|in|and) [A-Z][\w.]*)*)")
_KIND = re.compile(r"thesis|dissertation|thèse|mémoire|arbeit|\btes", re.IGNORECASE)
_SCHOOL = re.compile(
    r"\b(?:universit|hochschule|école|ecole|college|institut|politecnico|universidad|università)", re.IGNORECASE
)
_SHORT = 8
"""Words of a line that names the kind of thesis: "Mémoire pour le diplôme de master"."""
_SMALL = re.compile(
    r"of|the|and|for|in|on|at|de|des|du|et|la|le|les|für|und|an|der|y|di|del|della|delle|dei|e|el|los|las|do|da|dos"
)


def is_thesis(pages: Sequence[RawPage]) -> bool:
    """Whether a title page says so; what a text says of theses makes it none."""
    return any(wording("title", "thesis").search(" ".join(_lines(page))) for page in _covers(pages))


def imprint(pages: Sequence[RawPage]) -> dict[str, str]:
    """The school and the kind of thesis, as the CSL fields "publisher" and "genre"; without what is not said."""
    found: dict[str, str] = {}
    lines = [line for page in _covers(pages) for line in _lines(page)]
    school = next((line for line in lines if _SCHOOL.search(line) and len(line.split()) <= _SHORT), "")
    if school:
        found["publisher"] = capitalised(next(part for part in school.split(",") if _SCHOOL.search(part)).strip())
    if degree := _DEGREE.search(" ".join(lines)):
        found["genre"] = f"{degree['degree']} thesis"
    else:
        said = [line for line in lines if wording("title", "thesis").search(line)]
        kinds = [line for line in said if _KIND.search(line) and len(line.split()) <= _SHORT]
        found |= {"genre": kinds[0]} if kinds else {}
    return found


def _covers(pages: Sequence[RawPage]) -> list[RawPage]:
    return [page for page in pages[:_PAGES] if 0 < len(" ".join(_lines(page)).split()) < COVER]


def _lines(page: RawPage) -> Iterator[str]:
    for line in page.lines:
        yield " ".join(line.text.split())


def capitalised(name: str) -> str:
    """A name in capitals as one writes it."""
    if not name.isupper():
        return name
    words = name.lower().split()
    return " ".join(word if at and _SMALL.fullmatch(word) else word.capitalize() for at, word in enumerate(words))
