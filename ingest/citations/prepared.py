"""A text with what must not be cut found in it once for all: addresses, quotations, brackets, UN symbols."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from ingest.citations.segments import Shield
from ingest.model import Span
from ingest.words.addresses import Address, Linked, addresses
from ingest.words.unsymbols import UnDocument, from_url, merged, un_documents


@dataclass(frozen=True, slots=True)
class Text:
    """A note's or block's text with what was found in it once for all."""

    text: str
    addresses: tuple[Address, ...]
    shield: Shield
    documents: tuple[UnDocument, ...]

    def inside(self, start: int, end: int) -> list[Address]:
        """The addresses that begin in [start, end), their offsets counted from `start`."""
        return [
            replace(a, start=a.start - start, end=min(a.end, end) - start)
            for a in self.addresses
            if start <= a.start < end
        ]


def prepare(text: str, breaks: Collection[int] | None = None, linked: Linked | None = None) -> Text:
    """Find what the later steps must not cut: addresses, quotations, brackets, UN symbols."""
    found = tuple(a for a in addresses(text, breaks, linked) if not (linked and linked.is_own(a)))
    documents = [d for d in un_documents(text) if not any(a.start <= d.start < a.end for a in found)]
    documents += [replace(d, start=a.start, end=a.end) for a in found if a.kind == "url" and (d := from_url(a.value))]
    shield = Shield(text, found)
    once = merged(text, sorted(documents, key=lambda d: d.start))
    return Text(text, found, shield, tuple(_unquoted(d, shield) for d in once))


def _unquoted(d: UnDocument, shield: Shield) -> UnDocument:
    """Have a document that is named in a title and by its symbol begin there: "‘Resolution 2098’, S/RES/2098"."""
    ends = next((e for s, e in shield.quotes if s <= d.start < e < d.end), None)
    return replace(d, start=max(ends, shield.text.find(d.symbol, ends, d.end))) if ends else d


def line_breaks(text: str, spans: Sequence[Span]) -> frozenset[int] | None:
    """Return the offsets of the spaces at which printed lines of a text end; None where no lines are known."""
    if not spans:
        return None
    return frozenset(i for s in spans for i in (s.end - 1, s.end) if 0 <= i < len(text) and text[i] == " ")
