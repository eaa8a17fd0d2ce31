"""Which entry of a list of references a text means: by author and year, by number, or in a line "Source: ..."."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.citations import finding, locators
from ingest.citations.comments import address
from ingest.citations.mention import Mention
from ingest.citations.prepared import line_breaks, prepare
from ingest.citations.unpins import documents_in
from ingest.citations.work import Work
from ingest.model import Block
from ingest.words import dates
from ingest.words.addresses import Linked
from ingest.words.folding import fold
from ingest.words.rare import Rare
from ingest.works.authordates import UNDATED, author_dates
from ingest.works.authors import authors_agree
from ingest.works.bynumber import ByNumber
from ingest.works.dashes import DASH
from ingest.works.entries import AUTHORS, Entry

_SOURCE_LINE = Rare(
    r"(?:^|[.”)]\s)(?:Sources?|Source\(s\)|Quellen?|Fuentes?|Fonti?)\s?:\s", "Source", "Quelle", "Fuente", "Font"
)
"""A figure's or table's "Source: ...", which cites as a note does."""
_IBID = re.compile(r"\((?:[Ii]bid|[Ee]bd)\.?(?P<place>,\s?[^()]{1,20})?\)")
"""The work named before in the same paragraph: "(ibid., 171)"."""


class Listed:
    """The list of references, found by author and year or by number."""

    def __init__(self, listed: Sequence[Entry], blocks: Sequence[Block]) -> None:
        """Learns the list and how the document mentions it.

        Args:
            listed: The entries.
            blocks: All of the document's.
        """
        self._by_year: dict[int, list[Entry]] = defaultdict(list)
        self._by_number: dict[str, Entry] = {}
        self._by_first_author: dict[str, list[Entry]] = defaultdict(list)
        for e in listed:
            first = fold(e.mention.text[:AUTHORS]).split()[:1]
            for word in {*first, e.called, *(name.split()[0] for name in e.mention.surnames[:1] if name)}:
                self._by_first_author[word].append(e)
            if e.mention.year or re.search(UNDATED, e.mention.text[:AUTHORS]):
                self._by_year[e.mention.year or 0].append(e)
            if e.number:
                self._by_number.setdefault(e.number, e)
        self.any = bool(listed)
        self.blocks = frozenset(ident for e in listed for ident in e.blocks)
        numbered = sum(bool(re.match(r"\s*\[?\d", e.block.text)) or bool(e.block.paragraph) for e in listed)
        self.by_number = ByNumber(
            self._by_number.keys() if 2 * numbered > len(listed) else set(),
            [b for b in blocks if b.id not in self.blocks],
        )

    def find(self, mention: Mention) -> list[Work]:
        """Return the works that author, year and letter leave."""
        of_year = (e for e in self._by_year.get(mention.year or 0, []) if e.work)
        found = [e for e in of_year if e.work and (authors_agree(e.work, mention) or mention.surnames == (e.called,))]
        found = found or self._by_words(mention) or self._undated(mention)
        if len(found) > 1 and mention.surnames and not any(e.called == mention.surnames[0] for e in found):
            # "Müller 1991" is Felix Müller's, "von Müller 1991" Adriaan von Müller's
            name = f"{'von ' if mention.text.startswith('von ') else ''}{mention.surnames[0]} "
            begun = (e for e in found if DASH.match(t := e.mention.text) or fold(t[:AUTHORS]).startswith(name))
            found = list(begun) or found
        if mention.year_letter:
            found = [e for e in found if e.mention.year_letter == mention.year_letter] or []
        if len(found) > 1:
            exact = [e for e in found if e.work and (len(e.work.surnames) == len(mention.surnames)) != mention.others]
            found = exact or found
        return list({e.work.number: e.work for e in found if e.work}.values())

    def _by_words(self, mention: Mention) -> list[Entry]:
        """Return the one entry that begins with the name and has the others before a year that it was not read with.

        "[3] Dietrich, Wolfgang, Wolfgang Sutzl, A Call for Many Peaces. (2006)" answers to "Dietrich and Sutzl, 2006".
        """
        year = re.compile(rf"(?<![\w./-]){mention.year}{mention.year_letter}(?![\w/-])")  # and none of an address
        begun = self._by_first_author.get(mention.surnames[0].split()[0], ()) if mention.surnames else ()
        lasts = {name.split()[-1] for name in mention.surnames}
        found = [
            e
            for e in begun
            if (mention.others or len(e.mention.surnames) <= len(mention.surnames))
            and e.mention.text[:1].isupper()  # and no label: "[maitland:equity] Another edition, 1926"
            and year.search(e.mention.text)
            and lasts <= set(fold(e.mention.text[:AUTHORS]).split())
        ]
        return found if len(found) == 1 else []

    def _undated(self, mention: Mention) -> list[Entry]:
        """Return the one page on the web by the mention's authors without a year, where they have no other entry."""
        begun = self._by_first_author.get(mention.surnames[0].split()[0], ()) if mention.surnames else ()
        found = [e for e in begun if e.work and authors_agree(e.work, mention)]
        if len(found) != 1 or found[0].mention.kind != "web" or mention.year_letter:
            return []
        return [] if re.search(dates.YEAR, found[0].mention.text.partition("http")[0]) else found

    def author_dates(self, text: str, *, bare: bool = False) -> Iterator[Mention]:
        """Yield the mentions by author and year in a text; nothing where the document has no list of references."""
        if self.any:
            yield from author_dates(text, lambda mention: bool(self.find(mention)), bare=bare)

    def numbered(self, mention: Mention) -> Work | None:
        """Return the work of the entry with the mention's number."""
        entry = self._by_number.get(mention.entry or "")
        return entry.work if entry else None


def in_body(block: Block, listed: Listed, linked: Linked | None = None) -> list[Mention]:
    """Return the citations that stand in a block itself: UN documents, addresses, author and year, numbers."""
    if block.kind in {"heading", "reference"} or block.id in listed.blocks:
        return []
    text = block.text
    whole = prepare(text, line_breaks(text, block.spans), linked)
    if stated := _SOURCE_LINE.search(text):
        shift = stated.end()
        stated_there = [
            replace(m, start=m.start + shift, end=m.end + shift)
            for m in finding.find(text[shift:])
            if m.form in {"full", "short"}
        ]
        # "Source: Koch and Edwards (1988). Taken from: Friendly (2000)." names two entries of the list.
        of_list = [m for m in listed.author_dates(text) if m.start >= shift and listed.find(m)]
        others = (m for m in stated_there if not any(m.start < one.end and one.start < m.end for one in of_list))
        return sorted([*of_list, *others], key=lambda m: m.start)
    found = documents_in(whole, 0, len(text))
    found += listed.author_dates(text)
    found += _ibids(text) if listed.any else ()
    found += listed.by_number.mentions(block)
    if len(text.split()) > 12:  # an address on a line of its own is the document's own
        for a in whole.addresses:
            if not any(m.start <= a.start < m.end for m in found):
                found.append(address(a, text))
    return sorted(found, key=lambda m: m.start)


def _ibids(text: str) -> Iterator[Mention]:
    for m in _IBID.finditer(text):
        place = locators.tail(m["place"]) if m["place"] else None
        yield Mention(m.start(), m.end(), "ibid", "work", m.group(), None, place.locator if place else None)
