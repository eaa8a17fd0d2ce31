"""Short forms -> works: every citation of a document tied to the work it means, or left open with its candidates.

A form is resolved only where exactly one work remains that agrees with all it says; an ibid. whose predecessor failed
fails too. Wrong links cost more than missing ones.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from ingest.citations import finding
from ingest.citations.mention import Mention
from ingest.citations.prepared import line_breaks
from ingest.citations.work import TESTIMONY, Work
from ingest.model import Block, Citation, Note, Source
from ingest.words.addresses import Linked
from ingest.words.dates import DATE
from ingest.works import entries, innotes, readings, references
from ingest.works.bytitle import Titles, with_titles
from ingest.works.following import follow, follow_in_text
from ingest.works.outcomes import (
    CANDIDATES,
    Outcome,
    Place,
    citation,
    distinct,
    first_notes,
    name_of,
    open_between,
    places,
    said,
    sources,
)
from ingest.works.pointed import by_note
from ingest.works.register import CitedInFull, Works
from ingest.works.shifted import shifts
from ingest.works.shortforms import short
from ingest.works.testimonies import testimony


def cite(
    blocks: Sequence[Block],
    notes: Sequence[Note],
    language: str,
    year: int | None = None,
    uris: Iterable[str] = (),
    doi: str = "",
) -> tuple[tuple[Citation, ...], tuple[Source, ...]]:
    """Return the citations of a document and the works that they cite; a pure function of its text.

    Args:
        blocks: In reading order.
        notes: In the order of their numbers, with their anchors and scopes.
        language: ISO 639-1; the forms of all languages are known at once, it only breaks ties.
        year: The document's own year, where known: nothing that it cites is much later.
        uris: Where the file's own links lead to: a witness for addresses that line breaks have cut.
        doi: The document's own, "" where it has none: no work that it cites has the same.
    """
    del language, year  # the forms of the languages do not collide; a printed year is taken as printed
    return _Resolver(blocks, notes, Linked(uris, doi)).run()


_CITES_BY_YEAR = 8
"""Mentions by author and year with an entry each, from which on one without an entry is a citation all the same."""
_SIGNAL_LONG = 16
"""Characters before the first citation of a note; with more, something is cited there that could not be read."""
_ALSO = re.compile(r"\b[Nn](?:otes?|n)?\.?\s?\d+(?:\s(?:and|&)|,)\sn(?:otes?)?\.?\s?(\d+)")
"""A second note pointed to: "11" in "Paris (n 8 and n 11)"."""
_ONE_MAN = re.compile(r"[Dd]ers(?:\.|elbe)")


class _Resolver:
    def __init__(self, blocks: Sequence[Block], notes: Sequence[Note], linked: Linked) -> None:
        self.works = Works()
        self.titles = Titles()
        self.blocks = blocks
        self.outcomes: list[Outcome] = []
        self.unlisted: list[Outcome] = []
        self.places = places(notes)
        self.by_label = {(p.run, p.note.label): p for p in reversed(self.places)}
        self.entries = entries.entries(blocks, linked, notes)
        for entry in self.entries:
            entry.work = self.works.of_full(entry.mention)
        self.listed = references.Listed(self.entries, blocks)
        self.in_notes = [
            innotes.with_dated(n.text, finding.find(n.text, line_breaks(n.text, n.spans), linked), self.listed)
            for n in (p.note for p in self.places)
        ]
        self.in_blocks = [references.in_body(b, self.listed, linked) for b in blocks]

    @cached_property
    def anywhere(self) -> CitedInFull:
        """The works that are surely cited in full somewhere, before or after."""
        return CitedInFull((*self.in_notes, *self.in_blocks))

    @cached_property
    def shifts(self) -> frozenset[int]:
        """By how much a note number that is pointed to may be off."""
        return shifts(zip(self.places, self.in_notes, strict=True))

    def run(self) -> tuple[tuple[Citation, ...], tuple[Source, ...]]:
        for entry in self.entries:
            self._keep(Outcome(entry.mention, None, entry.block, entry.work, why="an entry of the list of references"))
        for place, mentions in zip(self.places, self.in_notes, strict=True):
            self.titles.add(self.works.newly_titled())
            named = with_titles(place.note.text, mentions, self.titles, self.works)
            place.residue = finding.has_residue(place.note.text, [mention for mention, _ in named])
            for mention, work in named:
                if outcome := self._resolve(place, Outcome(mention, place.note, None, work)):
                    place.outcomes.append(outcome)
                    self._keep(outcome)
        for block, mentions in zip(self.blocks, self.in_blocks, strict=True):
            for mention in mentions:
                if outcome := self._in_block(Outcome(mention, None, block)):
                    self._keep(outcome)
        self._keep_unlisted()
        return self._results()

    def _keep_unlisted(self) -> None:
        """Keep mentions by author and year that no entry answers to, where the document cites so throughout."""
        listed = sum(o.mention.form == "author-date" and o.work is not None for o in self.outcomes)
        if listed < _CITES_BY_YEAR or listed < len(self.unlisted):
            return
        for outcome in self.unlisted:
            outcome.why = f"no entry of the list of references answers to “{said(outcome.mention)}”"
            self._keep(outcome)

    def _keep(self, outcome: Outcome) -> None:
        outcome.candidates = outcome.candidates[:CANDIDATES]
        if outcome.work:
            full = outcome.mention.form == "full"
            if outcome.mention.same_author and self.outcomes and (before := self.outcomes[-1].work):
                outcome.work.capitals = outcome.work.capitals or before.capitals
            if outcome.note:
                outcome.work.notes.append((outcome.note.id, full))
            elif outcome.block:
                outcome.work.blocks.append((outcome.block.id, full))
        self.outcomes.append(outcome)

    def _resolve(self, place: Place, outcome: Outcome) -> Outcome | None:
        if outcome.work:
            outcome.why = f"author and title of {name_of(outcome.work)}"
            outcome.through = first_notes(outcome.work, outcome.note)
            return outcome
        mention = outcome.mention = readings.mended(outcome.mention)
        if mention.same_author:
            mention = outcome.mention = self._with_author(mention, place)
        if mention.document:
            return self._document(outcome)
        if mention.kind in TESTIMONY:
            return testimony(outcome, self.by_label.get((place.run, mention.note or "")), self.works)
        if mention.form == "full":
            return self._full(outcome)
        if mention.form == "ibid":
            return follow(outcome, place)
        if mention.form in {"author-date", "numbered"}:
            return self._in_list(outcome)
        if mention.note is not None:
            also = [self.by_label.get((place.run, label)) for label in _ALSO.findall(mention.text)]
            target = self._target(place, mention)
            return by_note(outcome, target, self.works, [p for p in also if p], self._beside(target))
        if mention.form == "op-cit" and not mention.surnames and not mention.title:
            return follow(outcome, place)
        return self._short(outcome)

    def _in_block(self, outcome: Outcome) -> Outcome | None:
        mention = outcome.mention
        if mention.document:
            return self._document(outcome)
        if mention.form in {"author-date", "numbered"}:
            return self._in_list(outcome)
        if mention.form == "ibid":
            return follow_in_text(outcome, self.outcomes[-1:])
        return self._short(outcome) if mention.form == "short" else self._full(outcome)

    def _short(self, outcome: Outcome) -> Outcome | None:
        return short(outcome, self.works, lambda: self.anywhere, listed=self.listed.any)

    def _document(self, outcome: Outcome) -> Outcome | None:
        """A UN document: its symbol names it; a bare "resolution 2098" is the one that is cited elsewhere."""
        mention = outcome.mention
        before = self.works.known(mention)
        if not mention.sure and not before and not self.anywhere.known(mention):
            return None
        outcome.why = (
            "by its symbol" if mention.sure else "the resolution of that number cited elsewhere in this document"
        )
        if not mention.sure:
            outcome.mention = replace(mention, form="short")
        elif before and mention.form == "full" and outcome.note and _says_more(before, mention):
            # "S/2016/924" after "Report of the Independent Special Investigation ..., S/2016/924"
            outcome.mention = replace(mention, form="short")
        if before and outcome.mention.form != "full":
            outcome.through = first_notes(before, outcome.note)
        outcome.work = self.works.learnt(mention, before)
        return outcome

    def _full(self, outcome: Outcome) -> Outcome | None:
        mention = outcome.mention
        before = self.works.known(mention)
        if not mention.sure and not before and not self.anywhere.known(mention):
            return None
        outcome.why = "cited in full"
        if not before and mention.kind == "work" and mention.description and not mention.description.published:
            # "HRW, “Everyone Knows”": with author and title alone it may be short for one that is known
            _, answers = readings.answering(mention, self.works)
            if len(answers) == 1:
                outcome.mention = replace(mention, form="short")
                return self._short(outcome)
        if not before and mention.kind == "legal" and (known := self.works.instrument(mention)):
            outcome.work = known
            outcome.mention, outcome.why = replace(mention, form="short"), f"short form of {name_of(known)}"
            outcome.through = first_notes(known, outcome.note)
            return outcome
        if before and mention.kind == "legal" and (not mention.year or 2 * len(mention.text) < len(before.text)):
            # "VCLT, art 32" after "Vienna Convention on the Law of Treaties (1969)"
            outcome.mention = replace(mention, form="short")
            outcome.why = f"short form of {name_of(before)}"
            outcome.through = first_notes(before, outcome.note)
        outcome.work = self.works.learnt(mention, before)
        return outcome

    def _with_author(self, mention: Mention, place: Place) -> Mention:
        """Give "Idem, Title" the author of the citation before it, where there is just one."""
        before = place.outcomes[-1:]
        if place.before and not before and mention.start < _SIGNAL_LONG:
            before = place.before.outcomes
        works = distinct(o.work for o in before)
        if len(works) != 1 or "author" not in works[0].csl:
            return mention
        if len(works[0].surnames) > 1 and _ONE_MAN.match(mention.text):
            return mention  # "Ders." is one of them, or somebody cited before: the title answers alone
        described = mention.description
        if described:
            described = replace(described, csl={**described.csl, "author": works[0].csl["author"]})
        return replace(mention, surnames=before[-1].mention.surnames or works[0].surnames, description=described)

    def _in_list(self, outcome: Outcome) -> Outcome | None:
        """Resolve a mention that the list of references answers to."""
        if outcome.mention.form == "numbered":
            outcome.work = self.listed.numbered(outcome.mention)
            outcome.why = f"entry {outcome.mention.entry} of the list of references"
            return outcome if outcome.work else None
        mention = outcome.mention
        if not mention.surnames:
            return None
        found = self.listed.find(mention) or [w for w in self.works.named(mention) if w.year == mention.year]
        if not found and mention.otherwise and not readings.cuts_a_name(mention.otherwise):
            outcome.mention = mention.otherwise
            return self._full(outcome) if mention.otherwise.form == "full" else self._short(outcome)
        if not found:
            if not re.search(r"\b[A-Z]{3,}\b", mention.text):  # "(UNMIS 2011)" is no one's work
                self.unlisted.append(outcome)
            return None
        if len(found) == 1:
            outcome.work, outcome.why = found[0], f"author and year of {name_of(found[0])}"
        else:
            outcome.candidates = tuple(found)
            outcome.why = open_between(said(mention), found)
        return outcome

    def _target(self, place: Place, mention: Mention) -> Place | None:
        """The note pointed to: in the same run of numbers, or in that of the chapter named."""
        run = int(mention.part) - 1 if mention.part else place.run
        return self.by_label.get((run, mention.note or ""))

    def _beside(self, target: Place | None) -> list[Place]:
        """The notes that may be meant instead of one, as the document's numbers are off."""
        if not target or not target.note.label.isdigit():
            return []
        labels = (str(int(target.note.label) + shift) for shift in sorted(self.shifts))
        return [place for label in labels if (place := self.by_label.get((target.run, label)))]

    def _results(self) -> tuple[tuple[Citation, ...], tuple[Source, ...]]:
        order = {p.note.id: i for i, p in enumerate(self.places)}
        order |= {b.id: len(order) + i for i, b in enumerate(self.blocks)}
        done = sorted(self.outcomes, key=lambda o: (order[o.place], o.mention.start))
        ids: dict[int, str] = {}
        for o in done:
            for work in (o.work, *o.candidates):
                if work:
                    ids.setdefault(work.number, f"s{len(ids) + 1}")
        found = tuple(citation(f"c{i}", o, ids) for i, o in enumerate(done, 1))
        cited = sorted((w for w in self.works.all if w.number in ids), key=lambda w: int(ids[w.number][1:]))
        return found, sources([(ids[w.number], w) for w in cited])


def _says_more(before: Work, mention: Mention) -> bool:
    """Whether a document was cited before with a title or date that its bare symbol now lacks."""
    return not mention.title and bool(before.titles or (DATE.search(before.text) and not DATE.search(mention.text)))
