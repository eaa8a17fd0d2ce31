"""What a CSL-JSON item says of its work: names, year, type, identifiers."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ingest.model import Csl
from ingest.words.addresses import clean_doi

_DOI = re.compile(r"10\.\d{4,9}/\S+")
"""As Crossref advises to recognise them."""

DEFAULT_KIND = "document"
"""The CSL type of an item that names none."""


def creators(csl: Csl) -> list[Mapping[str, Any]]:
    """The authors, or where there are none the editors."""
    return list(csl.get("author") or csl.get("editor") or ())


def family_names(csl: Csl) -> Iterator[str]:
    """Family names with their particles, and literal names, in order."""
    for name in creators(csl):
        family = " ".join(
            str(name[part]) for part in ("dropping-particle", "non-dropping-particle", "family") if name.get(part)
        )
        said = family or str(name.get("literal") or name.get("given") or "")
        if said.strip():
            yield said.strip()


def year_of(csl: Csl) -> int | None:
    """The year of publication, read from `issued` in any of its forms (date-parts, literal, raw)."""
    issued = csl.get("issued")
    if not isinstance(issued, Mapping):
        return None
    parts = issued.get("date-parts") or [[]]
    first = parts[0][0] if parts and parts[0] else issued.get("literal") or issued.get("raw") or ""
    digits = str(first).strip()[:4]
    return int(digits) if len(digits) == 4 and digits.isascii() and digits.isdigit() else None


def doi_of(csl: Csl) -> str:
    """The DOI as DOIs compare, in lower case and without resolver or label; "" where there is none."""
    found = _DOI.search(str(csl.get("DOI") or ""))
    return clean_doi(found[0]) if found else ""


def kind_of(csl: Csl) -> str:
    """The CSL type."""
    return str(csl.get("type") or DEFAULT_KIND)
