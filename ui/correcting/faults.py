"""What a reader sees is wrong, as a page's button says it and the form for correcting it is asked.

A fault names its place by today's ids: it lives no longer than the page that shows it. What is kept of a correction
goes by words (`index.kept.corrections`).
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class CitationFault:
    """A citation leads to the wrong work, or was left open; with `start` = `end` none was seen in the note."""

    document: str
    """Document id, as in all faults."""
    home: str
    """Id of the note or block."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MarkerFault:
    """A marker means another note."""

    document: str
    block: str
    offset: int
    label: str


@dataclass(frozen=True, slots=True)
class NoteFault:
    """No marker leads to a note."""

    document: str
    note: str


@dataclass(frozen=True, slots=True)
class PageFault:
    """A page bears another number."""

    document: str
    index: int


@dataclass(frozen=True, slots=True)
class DataFault:
    """Author, title, date and the like are other ones."""

    document: str


@dataclass(frozen=True, slots=True)
class WorkFault:
    """A cited work is the same as another one."""

    key: str


Fault = CitationFault | MarkerFault | NoteFault | PageFault | DataFault | WorkFault
_KINDS: Mapping[str, type] = {
    "citation": CitationFault,
    "marker": MarkerFault,
    "note": NoteFault,
    "page": PageFault,
    "data": DataFault,
    "work": WorkFault,
}


def fault_json(fault: Fault) -> str:
    """A fault for a button's attribute."""
    name = next(name for name, kind in _KINDS.items() if isinstance(fault, kind))
    return json.dumps({"kind": name, **asdict(fault)}, ensure_ascii=False)


def fault_from(said: Any) -> Fault | None:
    """The fault that a page's button says; None for anything else, since a browser may send what it likes."""
    try:
        fault: Fault = _KINDS[said["kind"]](**{name: value for name, value in said.items() if name != "kind"})
    except (KeyError, TypeError):
        return None
    return fault
