"""Short forms -> works: every citation of a document tied to the work it means, or left open with its candidates.

A form is resolved only where exactly one work remains that agrees with all it says; an ibid. whose predecessor failed
fails too. Wrong links cost more than missing ones.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from . import citations, references
from .keys import work_key
from .links import links
from .mention import Mention
from .model import Block, Citation, Note, Source
from .prepared import line_breaks
from .works import Work, Works, decided_by_wording


def cite(
    blocks: Sequence[Block], notes: Sequence[Note], language: str, year: int | None = None
) -> tuple[tuple[Citation, ...], tuple[Source, ...]]:
    """Return the citations of a document and the works that they cite; a pure function of its text.

    Args:
        blocks: In reading order.
        notes: In the order of their numbers, with their anchors and scopes.
        language: ISO 639-1; the forms of all languages are known at once, it only breaks ties.
        year: The document's own year, where known: nothing that it cites is much later.
    """
    del language, year  # the forms of the languages do not collide; a printed year is taken as printed
    return _Resolver(blocks, notes).run()


@dataclass(slots=True)
class _Outcome:
    """What became of one mention."""

    mention: Mention
    note: Note | None
    block: Block | None
    work: Work | None = None
    through: tuple[str, ...] = ()
    candidates: tuple[Work, ...] = ()
    why: str = ""


@dataclass(slots=True)
class _Place:
    """A note with the run of numbers that it belongs to, and what its citations led to."""

    note: Note
    run: int
    outcomes: list[_Outcome] = field(default_factory=list)


class _Resolver:
    def __init__(self, blocks: Sequence[Block], notes: Sequence[Note]) -> None:
        self.works = Works()
        self.blocks = blocks
        self.outcomes: list[_Outcome] = []
        self.places = [_Place(n, run) for n, run in zip(notes, runs(notes), strict=True)]
        self.by_label = {(p.run, p.note.label): p for p in reversed(self.places)}
        self.listed = references.entries(blocks)

    def run(self) -> tuple[tuple[Citation, ...], tuple[Source, ...]]:
        found = [(p, citations.find(p.note.text, line_breaks(p.note.text, p.note.spans))) for p in self.places]
        self.later = _cited_anywhere(mentions for _, mentions in found)
        for entry in self.listed:
            work = self.works.of_full(entry.mention)
            self._keep(_Outcome(entry.mention, None, entry.block, work, why="an entry of the list of references"))
            entry.work = work
        listed = references.Listed(self.listed)
        for place, mentions in found:
            for mention in mentions:
                outcome = self._resolve(place, mention, listed)
                if outcome:
                    place.outcomes.append(outcome)
                    self._keep(outcome)
        for block in self.blocks:
            for mention in references.in_body(block, listed):
                outcome = self._in_block(block, mention, listed)
                if outcome:
                    self._keep(outcome)
        return self._results()

    def _keep(self, outcome: _Outcome) -> None:
        if outcome.work:
            full = outcome.mention.form == "full"
            if outcome.note:
                outcome.work.notes.append((outcome.note.id, full))
            elif outcome.block:
                outcome.work.blocks.append((outcome.block.id, full))
        self.outcomes.append(outcome)

    def _resolve(self, place: _Place, mention: Mention, listed: references.Listed) -> _Outcome | None:
        outcome = _Outcome(mention, place.note, None)
        if mention.form == "full":
            return self._full(outcome, place)
        if mention.form == "ibid":
            return self._ibid(place, outcome)
        if mention.form == "author-date":
            return self._author_date(outcome, listed)
        if mention.note is not None:
            return self._by_note(place, outcome)
        if mention.form == "op-cit" and not mention.surnames and not mention.title:
            return self._ibid(place, outcome)
        return self._short(outcome)

    def _full(self, outcome: _Outcome, place: _Place | None = None) -> _Outcome | None:
        mention = outcome.mention
        if mention.same_author:
            mention = outcome.mention = self._with_author(mention, place)
        if not mention.sure:
            work = self.works.known(mention) or self.later.known(mention)
            if not work:
                return None
        outcome.work = self.works.of_full(mention)
        outcome.why = "cited in full"
        return outcome

    def _with_author(self, mention: Mention, place: _Place | None) -> Mention:
        """Give "Idem, Title" the author of the citation before it, where there is just one."""
        previous = self._previous(place) if place and not place.outcomes else None
        before = place.outcomes[-1:] if place and place.outcomes else previous.outcomes if previous else []
        works = _distinct(o.work for o in before if o.work)
        if len(works) != 1 or "author" not in works[0].csl or mention.description is None:
            return mention
        described = replace(mention.description, csl={**mention.description.csl, "author": works[0].csl["author"]})
        return replace(mention, surnames=works[0].surnames, description=described)

    def _short(self, outcome: _Outcome) -> _Outcome | None:
        mention = outcome.mention
        found = self.works.named(mention)
        if len(found) == 1:
            outcome.work, outcome.why = found[0], f"short form of {_name(found[0])}"
            outcome.through = _first_notes(found[0], outcome.note)
            return outcome
        if not found and not mention.sure:
            return None
        if not found and mention.form == "short" and mention.quoted and not self._has_works_by(mention):
            # author and title, though no more: it is enough to know the work by
            outcome.mention = replace(mention, form="full")
            outcome.work, outcome.why = self.works.of_full(outcome.mention), "cited with author and title alone"
            return outcome
        outcome.candidates = tuple(found)
        who = " and ".join(mention.surnames).title() or mention.title
        outcome.why = _open(who, found)
        return outcome

    def _has_works_by(self, mention: Mention) -> bool:
        """Whether a work by the first of the names is cited anywhere, so that a short form may be meant."""
        return any(
            w.surnames and mention.surnames[0].split()[-1] in {s.split()[-1] for s in w.surnames}
            for works in (self.works, self.later)
            for w in works.all
        )

    def _author_date(self, outcome: _Outcome, listed: references.Listed) -> _Outcome | None:
        mention = outcome.mention
        found = listed.find(mention) or [w for w in self.works.named(mention) if w.year == mention.year]
        if not found:
            return None
        if len(found) == 1:
            outcome.work, outcome.why = found[0], f"author and year of {_name(found[0])}"
        else:
            outcome.candidates = tuple(found)
            outcome.why = _open(" and ".join(mention.surnames).title() + f" {mention.year}", found)
        return outcome

    def _by_note(self, place: _Place, outcome: _Outcome) -> _Outcome | None:
        mention = outcome.mention
        target = self.by_label.get((place.run, mention.note or ""))
        if target and not target.outcomes and not mention.surnames and not mention.title:
            return None  # it refers to what that note says, not to a work
        named = self.works.named(mention) if mention.surnames or mention.title else []
        if target is not None:
            there = _distinct(o.work for o in target.outcomes if o.work)
            fitting = [w for w in there if w in named] if (mention.surnames or mention.title) else there
            if not fitting and named and mention.surnames:
                fitting = [
                    w for w in there if w.surnames and w.surnames[0].split()[-1] == mention.surnames[0].split()[-1]
                ]
            if len(fitting) > 1:
                fitting = decided_by_wording(mention, fitting)
            if len(fitting) > 1:
                # "supra note 3" sends the reader to the note that cites the work in full
                fitting = [w for w in fitting if (target.note.id, True) in w.notes] or fitting
            if len(fitting) == 1:
                outcome.work = fitting[0]
                outcome.through = (target.note.id, *_onward(target, fitting[0]))
                outcome.why = f"note {target.note.label} cites {_name(fitting[0])}"
                return outcome
            if len(fitting) > 1:
                outcome.candidates = tuple(fitting)
                outcome.why = f"note {target.note.label} cites several works that it may mean: " + "; ".join(
                    map(_name, fitting)
                )
                return outcome
        if len(named) == 1:
            outcome.work = named[0]
            outcome.through = _first_notes(named[0], outcome.note)
            outcome.why = f"note {mention.note} does not cite it, but it is the only work cited before that answers to the name: {_name(named[0])}"
            return outcome
        outcome.candidates = tuple(named or (_distinct(o.work for o in target.outcomes if o.work) if target else []))
        outcome.why = (
            f"note {mention.note} does not settle which work is meant"
            if target
            else f"there is no note {mention.note} before it"
        )
        return outcome

    def _ibid(self, place: _Place, outcome: _Outcome) -> _Outcome:
        here = [o for o in place.outcomes if not o.mention.aside]
        if here:
            before, through, where = here[-1:], (), "the citation before it in this note"
        else:
            previous = self._previous(place)
            if previous is None:
                outcome.why = "there is no note before it that it could refer to"
                return outcome
            before = [o for o in previous.outcomes if not o.mention.aside]
            through, where = (previous.note.id,), f"note {previous.note.label}"
            if not before:
                outcome.why = f"the note before, {previous.note.label}, cites nothing"
                return outcome
        return _follow(outcome, before, through, where)

    def _previous(self, place: _Place) -> _Place | None:
        """The note before in the same run of numbers; an author's or title's note does not count."""
        at = self.places.index(place)
        for earlier in reversed(self.places[:at]):
            if earlier.run != place.run:
                return None
            if earlier.note.scope not in {"author", "title", "table"}:
                return earlier
        return None

    def _in_block(self, block: Block, mention: Mention, listed: references.Listed) -> _Outcome | None:
        outcome = _Outcome(mention, None, block)
        if mention.form == "author-date":
            return self._author_date(outcome, listed)
        if mention.form == "numbered":
            found = listed.numbered(mention)
            outcome.work, outcome.why = found, f"entry {mention.entry} of the list of references"
            return outcome if found else None
        return self._full(outcome)

    def _results(self) -> tuple[tuple[Citation, ...], tuple[Source, ...]]:
        order = {n.note.id: i for i, n in enumerate(self.places)} | {
            b.id: len(self.places) + i for i, b in enumerate(self.blocks)
        }
        done = sorted(
            self.outcomes,
            key=lambda o: (order[o.note.id if o.note else o.block.id if o.block else ""], o.mention.start),
        )
        ids: dict[int, str] = {}
        for o in done:
            for work in (o.work, *o.candidates):
                if work:
                    ids.setdefault(work.number, f"s{len(ids) + 1}")
        found = tuple(_citation(f"c{i}", o, ids) for i, o in enumerate(done, 1))
        cited = sorted((w for w in self.works.all if w.number in ids), key=lambda w: int(ids[w.number][1:]))
        return found, tuple(_source(ids[w.number], w) for w in cited)


def _cited_anywhere(found: Iterable[list[Mention]]) -> Works:
    """The works that are surely cited in full somewhere, for what only a known work makes a citation of."""
    works = Works()
    for mentions in found:
        for m in mentions:
            if m.form == "full" and m.sure:
                works.of_full(m)
    return works


def _follow(outcome: _Outcome, before: list[_Outcome], through: tuple[str, ...], where: str) -> _Outcome:
    """Take over the work of the citations before, where they leave no choice."""
    mention = outcome.mention
    works = _distinct(o.work for o in before if o.work)
    failed = [o for o in before if o.work is None]
    if mention.surnames:
        works = [w for w in works if w.surnames and w.surnames[0] == mention.surnames[0]]
    if len(works) > 1 and not failed:
        works = _decided_by_locator(mention, before, works)
    if len(works) == 1 and not failed:
        source = next(o for o in reversed(before) if o.work is works[0])
        outcome.work = works[0]
        outcome.through = (*through, *(t for t in source.through if t not in through))
        outcome.why = f"Ibid. of {where}, which cites {_name(works[0])}"
        return outcome
    outcome.candidates = tuple(_distinct((*works, *(c for o in failed for c in o.candidates))))
    outcome.through = through
    if failed:
        outcome.why = f"Ibid. of {where}, whose own source is not certain"
    else:
        outcome.why = f"Ibid. of {where}, which cites several works: " + "; ".join(map(_name, works))
    return outcome


def _decided_by_locator(mention: Mention, before: list[_Outcome], works: list[Work]) -> list[Work]:
    """A paragraph decides for the one document that is cited by paragraph, a page for the one cited by page."""
    if not mention.locator or mention.locator.label not in {"paragraph", "page"}:
        return works
    by_paragraph = {
        o.work.number
        for o in before
        if o.work and ((o.mention.locator and o.mention.locator.label == "paragraph") or o.work.kind == "un-document")
    }
    unpaged = by_paragraph | {w.number for w in works if w.kind in {"interview", "correspondence", "web", "legal"}}
    wanted = [
        w
        for w in works
        if (w.number in by_paragraph if mention.locator.label == "paragraph" else w.number not in unpaged)
    ]
    return wanted if len(wanted) == 1 else works


def _distinct(works: Iterable[Work | None]) -> list[Work]:
    return list({w.number: w for w in works if w}.values())


def _onward(target: _Place, work: Work) -> tuple[str, ...]:
    """The notes that the pointed-to note itself leads through to the work."""
    outcome = next(o for o in target.outcomes if o.work is work)
    return tuple(t for t in outcome.through if t != target.note.id)


def _first_notes(work: Work, here: Note | None) -> tuple[str, ...]:
    """The note that a short form leads back to: the first that cites the work in full."""
    notes = [n for n, full in work.notes if full] or [n for n, _ in work.notes]
    return tuple(n for n in notes[:1] if not here or n != here.id)


def _name(work: Work) -> str:
    """A work as `why` names it: its symbol, or author and title in brief."""
    if work.symbols:
        year = f" ({work.year})" if work.symbols[0].startswith("S/RES/") and work.year else ""
        return work.symbols[0] + year
    people = work.csl.get("author") or work.csl.get("editor") or []
    who = " and ".join(p.get("family") or p.get("literal", "") for p in people[:2])
    title = work.title if len(work.title) <= 60 else work.title[:57].rsplit(" ", 1)[0] + "…"
    return (f"{who}, {title}" if who and title else who or title) or work.text[:60]


def _open(who: str, found: Sequence[Work]) -> str:
    if not found:
        return f"no work cited in this document answers to “{who}”"
    return f"{len(found)} works by {who} are cited: " + "; ".join(map(_name, found))


def _citation(ident: str, o: _Outcome, ids: dict[int, str]) -> Citation:
    m = o.mention
    return Citation(
        id=ident, note=o.note.id if o.note else None, block=o.block.id if o.block else None, start=m.start, end=m.end,
        form=m.form, kind=o.work.kind if o.work else m.kind, signal=m.signal, locator=m.locator,
        source=ids[o.work.number] if o.work else None, through=o.through,
        candidates=tuple(ids[c.number] for c in o.candidates), why=o.why,
    )  # fmt: skip


def _source(ident: str, work: Work) -> Source:
    fields = dict(work.csl)
    if work.kind == "un-document":
        fields.setdefault("type", "report")
    elif "type" not in fields:
        fields |= {
            "type": "interview"
            if work.kind == "interview"
            else "personal_communication"
            if work.kind == "correspondence"
            else "document"
        }
    fields.setdefault(
        "title",
        work.text
        if work.kind in {"interview", "correspondence", "on-file"}
        else work.symbols[0]
        if work.symbols
        else work.text,
    )
    if work.kind == "un-document" and work.year and "issued" not in fields:
        fields["issued"] = {"date-parts": [[work.year]]}
    symbols = sorted(work.symbols)
    return Source(
        id=ident, key=work_key(work.csl, work.kind, work.text), csl=fields, text=work.text,
        first_note=_first(work.notes), first_block=_first(work.blocks), links=links(work.csl, symbols, work.year),
    )  # fmt: skip


def _first(cited: Sequence[tuple[str, bool]]) -> str | None:
    return next((i for i, full in cited if full), cited[0][0] if cited else None)


def runs(notes: Sequence[Note]) -> list[int]:
    """Return for each note the run of numbers that it stands in: numbering may restart by chapter, essay or page."""
    out, run, last = [], 0, 0
    for note in notes:
        if note.label.isdigit():
            number = int(note.label)
            if number <= last:
                run += 1
            last = number
        out.append(run)
    return out
