"""Names that a colon parts from the title, as in German bibliographies: "Prümm, Karl/Richling, Martin: Film"."""

import re

from ingest.words import names, roles
from ingest.words.dates import YEAR
from ingest.words.given import is_given
from ingest.words.joiners import AND
from ingest.words.person import given_name, single, two_family_names

_HEAD = re.compile(
    r"(?P<who>[A-ZÀ-ÞČĆĐŁŘŚŠŻŽ][^“”„«»\"():\d]{2,160}?)"
    rf"(?P<role>\s{roles.IN_BRACKETS})?"
    rf"(?:,?\s(?:\((?P<year>{YEAR})[a-z]?\)|(?P<bare>{YEAR})[a-z]?))?\s?:\s(?=[“„«»‚‘›\"A-ZÀ-Þ\d¿])"
)
_ONE_INVERTED = re.compile(r"(?P<family>[^,]+),\s(?P<given>[^,]+)$")
_TITLE_GLUED = re.compile(r"[a-z]{2}\s[A-ZÀ-Þ]\.\s[A-ZÀ-Þ][a-z]")
"""An initial at the names' end: "Williams, Joseph M. Style: Toward Clarity and Grace"."""
_BETWEEN = re.compile(rf"\s?/\s?|\s?;\s|\s[–-]\s|,?\s{AND}\s")
_STOP = re.compile(r"[^\W\d_]{3}\.\s")
_ENDS = re.compile(
    r"[.!?]\s(?=\d{1,2}\.,?\s(?:\w+\.?\s){0,3}Aufl|Aus\sdem\s|Bd\.|[Bb]and\s\d|Hrsg\.|Hg\.|Mit\s|Übers)|\s\((?:Original|Orig\.|zuerst)\b"
)
"""What follows a title that holds full stops itself: "Film Art. An Introduction. 7. Aufl. Boston 2004"."""


def headed(main: str) -> tuple[str, str, str] | None:
    """Return names, year ("" for none) and what follows the colon; None where no names stand before one.

    One name must be surely a person's, or in inverted order with a title in quotation marks after it: in
    "Gildemeister, Doing Gender: Soziale Praktiken" the colon stands inside the title.
    """
    m = _HEAD.match(main) if ":" in main else None
    if m and _STOP.search(m["who"]):
        return None  # "Gowers, Ernest. Plain Words: A Guide to the Use of English"
    people = names.parse(f"{m['who']}{m['role'] or ''}") if m else None
    if not m or not people:
        return None
    if any("literal" in p for p in people.csl) and (m["bare"] or ("," in m["who"] and not m["role"])):
        return None  # "World Bank, World Development Report 2011: Conflict, Security, and Development"
    rest = main[m.end() :]
    year = m["year"] or m["bare"] or ""
    parts = [part.strip() for part in _BETWEEN.split(m["who"]) if part.strip()]
    inverted = [given for part in parts if (given := _given_behind(part))]
    family = m["who"].partition(",")[0]
    capitals = family.isupper() and not names.is_body(family)  # "GUTIÉRREZ ESPADA, Cesáreo: El uso de la fuerza"
    sure = (
        bool(year or m["role"] or (inverted and rest[:1] in '“„«»‚›"'))
        or (len(inverted) == len(parts) and (len(parts) > 1 or capitals or is_given(inverted[0].split()[0])))
        or (":" not in rest and "," not in m["who"] and names.surely(people) and len(parts) == len(people.csl))
    )
    return (f"{m['who']}{m['role'] or ''}", year, rest) if sure and people.csl else None


def _given_behind(part: str) -> str:
    """Return the given name of a name in inverted order, "" where it is none: not of "Brian Urquhart, Ralph Bunche"."""
    m = _ONE_INVERTED.match(part)
    families = m and (single(m["family"]) or two_family_names(m["family"], m["given"]) or m["family"].isupper())
    behind = m and families and given_name(m["given"])
    return m["given"] if m and behind and not _TITLE_GLUED.search(m["given"]) else ""


def title_end(rest: str) -> int | None:
    """Return where a title ends before an edition, a series or a remark on the original; None where nothing tells."""
    m = _ENDS.search(rest)
    return m.start() + (rest[m.start()] in "!?") if m else None
