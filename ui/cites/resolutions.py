"""Resolutions of the United Nations as OSCOLA cites them: "UNSC Res 2100 (25 April 2013) UN Doc S/RES/2100".

The form is that of "OSCOLA 2006: Citing International Law Sources Section", part on UN documents, to which the fourth
edition refers.
"""

import re
from calendar import month_name

from ingest.model import Csl

_BODIES = {"S": "UNSC", "A": "UNGA", "A/HRC": "UNHRC", "E": "ECOSOC"}
_SYMBOL = re.compile(rf"(?P<body>{'|'.join(_BODIES)})/RES/(?P<number>[\w/.-]+)")


def as_oscola(csl: Csl, symbol: str) -> Csl | None:
    """The resolution as a law, whose title the style prints as it stands; None for what is no resolution.

    Args:
        csl: the item.
        symbol: its symbol, without a year after it.
    """
    found = _SYMBOL.fullmatch(symbol)
    if found is None:
        return None
    parts = ((csl.get("issued") or {}).get("date-parts") or [[]])[0]
    dated = f" ({_date([int(part) for part in parts])})" if parts else ""
    return {"type": "legislation", "title": f"{_BODIES[found['body']]} Res {found['number']}{dated} UN Doc {symbol}"}


def _date(parts: list[int]) -> str:
    """Say "25 April 2013", "April 2013", "2013"."""
    year, *rest = parts
    words = [str(year), *(month_name[month] for month in rest[:1]), *map(str, rest[1:2])]
    return " ".join(reversed(words))
