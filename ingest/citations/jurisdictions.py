"""The country whose law a citation is of, as far as its own words tell it."""

import re
from functools import lru_cache
from importlib import resources

_AFTER_A_CASE = re.compile(r"\sv\.?s?\.?\s|\sgegen\s|\sc\.\s")
"""Parties to a case may be countries, and their court another's: "Al-Jedda v United Kingdom"."""


_LINES = resources.files("ingest").joinpath("data/jurisdictions.txt").read_text("utf-8").splitlines()
_CODES = {
    name: code
    for code, _, names in (line.partition(" ") for line in _LINES if not line.startswith("#"))
    for name in names.split("|")
}
_COUNTRY = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, sorted(_CODES, key=len, reverse=True)))})(?![\w’'-])")


@lru_cache(maxsize=4096)
def jurisdiction(text: str) -> str | None:
    """Return the ISO 3166 code of the one country that `text`, a law's citation, names; None for none or several."""
    if _AFTER_A_CASE.search(text):
        return None
    found = {_CODES[m.group()] for m in _COUNTRY.finditer(text)}
    return found.pop() if len(found) == 1 else None
