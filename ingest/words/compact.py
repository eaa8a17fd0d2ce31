"""Names as medical journals and statisticians print them, the initials behind and without stops: "Liang KY"."""

import re

from ingest.words.folding import fold
from ingest.words.given import COMMON as GIVEN_NAMES
from ingest.words.joiners import AND
from ingest.words.wordlists import wordlist

_NAME = re.compile(
    r"(?P<particle>(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|zu|al|el)\s){0,3})"
    r"(?P<family>[A-ZÀ-ÞČĆĐŁŘŚŠŻŽ][\w’'-]*[a-zà-ÿ][\w’'-]*(?:\s[A-ZÀ-ÞČĆĐŁŘŚŠŻŽ][\w’'-]*[a-zà-ÿ][\w’'-]*){0,2}?)"
    r"(?:\s[JS]r)?\s(?P<given>[A-ZÀ-Þ]{1,3}|[A-ZÀ-Þ]-[A-ZÀ-Þ])(?:\s(?:Jr|Sr|III?))?\.?"
)
_BETWEEN = re.compile(rf",\s?(?:{AND}\s)?|\s{AND}\s")
_NO_INITIALS = frozenset(
    {"AU", "BBC", "CAR", "CNN", "DRC", "EU", "ICC", "ICJ", "ILO", "NGO", "UK", "UN", "US", "USA", "WHO"}
)
_NUMERAL = re.compile(r"[IVX]{2,}|V")
_COUNTED = wordlist("counted")
"""What a Roman numeral or a letter counts: "Protocol I", "Annex A"."""
_NOT_NAMES = wordlist("not_names")


def bits(text: str) -> list[str]:
    """Return what stands between the commas of a list of such names."""
    return [bit.strip() for bit in _BETWEEN.split(text) if bit.strip()]


def name(text: str) -> dict[str, str] | None:
    """Read one such name as CSL has it; None where it is none."""
    last = text.rstrip(".")[-1:]  # asked for first: most names end in a small letter
    found = _NAME.fullmatch(text) if last.isupper() or last == "r" else None
    if not found or found["given"] in _NO_INITIALS:
        return None
    if any(fold(word) in GIVEN_NAMES for word in found["family"].split()[1:]):
        return None  # "Bacevich Andrew J."
    read = {"family": found["family"], "given": _stopped(found["given"])}
    if found["particle"]:
        read["non-dropping-particle"] = found["particle"].strip()
    return read


def surely(text: str) -> bool:
    """Whether it is a name also where no others stand beside it: not "Protocol II", "Annex A" or "This I"."""
    found = _NAME.fullmatch(text)
    if not found or _NUMERAL.fullmatch(found["given"]):
        return False
    return not {fold(word) for word in found["family"].split()} & (_NOT_NAMES | _COUNTED)


def _stopped(given: str) -> str:
    """Write initials with stops: "KY" -> "K. Y.", "J-P" -> "J.-P."."""
    return ".-".join(" ".join(f"{letter}." for letter in part).rstrip(".") for part in given.split("-")) + "."
