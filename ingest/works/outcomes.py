"""What became of each citation, and the contract's citations and sources made of it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ingest.citations.lawreports import dated, printed_in
from ingest.citations.mention import Mention
from ingest.citations.work import Work
from ingest.model import Block, Citation, Note, Source, Version
from ingest.words.folding import fold, words
from ingest.works.keys import work_key
from ingest.works.links import links
from ingest.works.register import MANY
from ingest.works.versions import kin

_CSL_TYPES = {
    "interview": "interview",
    "correspondence": "personal_communication",
    "un-document": "report",
    "on-file": "manuscript",
}
_NO_VERSIONS = frozenset({"interview", "personal_communication", "manuscript", "hearing", "legal_case", "legislation"})

_NAMED = 4
"""Works that a sentence of `why` names, at most."""
_TOKEN = re.compile(r"[^\W_](?:[\w’'-]*\w)?")
CANDIDATES = 20
"""Works among which a reader may still choose."""


@dataclass(slots=True)
class Outcome:
    """One mention, standing in a note or a block, and the work or candidates that it led to."""

    mention: Mention
    note: Note | None
    block: Block | None
    work: Work | None = None
    through: tuple[str, ...] = ()
    candidates: tuple[Work, ...] = ()
    why: str = ""

    @property
    def place(self) -> str:
        """Id of the note or block that it stands in."""
        item = self.note or self.block
        assert item, "a citation stands in a note or in a block"
        return item.id


@dataclass(slots=True)
class Place:
    """A note with the run of numbers that it belongs to, and what its citations led to."""

    note: Note
    run: int
    before: "Place | None" = None
    """The note before in the same run, authors' and titles' notes passed over; in any where pages restart it."""
    residue: bool = False
    """Whether it has words that look like a citation and were not read as one."""
    outcomes: list[Outcome] = field(default_factory=list)


_BY_PAGE = 3
"""Runs of numbers, each on a page of its own, from which on the numbers begin anew on each page."""


def places(notes: Sequence[Note]) -> list[Place]:
    """Return the notes with their runs: numbering may restart by chapter, essay or page.

    A new chapter's "1. Ibid." has no note before it; where the numbers begin anew on each page, it has.
    """
    found: list[Place] = []
    run, last = 0, 0
    before: Place | None = None
    by_page = _anew_on_each_page(notes)
    for note in notes:
        if note.label.isdigit():
            number = int(note.label)
            if number <= last:
                run, before = run + 1, before if by_page and number == 1 else None
            last = number
        found.append(Place(note, run, before))
        if note.scope not in {"author", "title", "table"}:
            before = found[-1]
    return found


def _anew_on_each_page(notes: Sequence[Note]) -> bool:
    """Whether the numbers begin anew on each page: a run never goes on from one page to the next."""
    runs: list[set[int]] = []
    last = 0
    for note in notes:
        if note.label.isdigit():
            if not runs or int(note.label) <= last:
                runs.append(set())
            runs[-1].add(note.pages[0])
            last = int(note.label)
    return len(runs) >= _BY_PAGE and len(set().union(*runs)) == len(runs) == sum(map(len, runs))


def distinct(works: Iterable[Work | None]) -> list[Work]:
    """Return the works without repetition, in order."""
    return list({w.number: w for w in works if w}.values())


def first_notes(work: Work, here: Note | None) -> tuple[str, ...]:
    """Return the note that a short form leads back to: the first that cites the work in full."""
    first = _first(work.notes)
    return (first,) if first and not (here and first == here.id) else ()


def authors_of(work: Work) -> str:
    """Return the family names of a work's first two people, or the body's name."""
    people = work.csl.get("author") or work.csl.get("editor") or []
    return " and ".join(p.get("family") or p.get("literal", "") for p in people[:2])


def name_of(work: Work) -> str:
    """Return a work as `why` names it: its symbol, or author and title in brief."""
    if work.symbols:
        year = f" ({work.year})" if work.symbols[0].startswith("S/RES/") and work.year else ""
        return work.symbols[0] + year
    who = authors_of(work)
    title = work.title if len(work.title) <= 60 else work.title[:57].rsplit(" ", 1)[0] + "…"
    return (f"{who}, {title}" if who and title else who or title) or work.text[:60]


def names_of(works: Iterable[Work]) -> str:
    """Return several works as `why` lists them."""
    every = list(works)
    named = "; ".join(map(name_of, every[:_NAMED]))
    return f"{named}; and {len(every) - _NAMED} more" if len(every) > _NAMED else named


def said(mention: Mention) -> str:
    """Return the names and the title of a short form as they are printed: "Dietrich and Sutzl, War Games"."""
    tokens = _TOKEN.findall(mention.text)
    folded = [fold(token) for token in tokens]
    people = " and ".join(_printed(name, tokens, folded) for name in mention.surnames)
    if mention.others:
        people += " and others"
    return ", ".join(filter(None, (people, mention.title, str(mention.year or ""))))


def _printed(name: str, tokens: Sequence[str], folded: Sequence[str]) -> str:
    """The tokens that a folded name was read from, the name itself in capitals where it stands otherwise."""
    size = len(name.split())
    for at in range(len(tokens) - size + 1):
        if " ".join(folded[at : at + size]) == name:
            return " ".join(tokens[at : at + size])
    return name.title()


def open_between(who: str, found: Sequence[Work]) -> str:
    """Say why a short form stays open."""
    if not found:
        return f"no work cited in this document answers to “{who}”"
    if len(found) >= MANY:
        return f"too many works that “{who}” may mean are cited, the first being {name_of(found[0])}"
    return f"{len(found)} works that “{who}” may mean are cited: {names_of(found)}"


def citation(ident: str, o: Outcome, ids: dict[int, str]) -> Citation:
    """Return an outcome as the contract has it; `ids` gives each work's source id."""
    m = o.mention
    return Citation(
        id=ident, note=o.note.id if o.note else None, block=o.block.id if o.block else None, start=m.start, end=m.end,
        form=m.form, kind=o.work.kind if o.work else m.kind, signal=m.signal, locator=m.locator,
        source=ids[o.work.number] if o.work else None, through=o.through,
        candidates=tuple(ids[c.number] for c in o.candidates), why=o.why,
    )  # fmt: skip


def sources(cited: Sequence[tuple[str, Work]]) -> tuple[Source, ...]:
    """Return works as the contract has them, each with its id; those that one key would join go by all their words.

    Two sections of a code, each with an address of its own, may be described in the same words but for a letter.
    """
    found = [_source(ident, work) for ident, work in cited]
    count = Counter(s.key for s in found)
    known = (s if count[s.key] == 1 else replace(s, key="-".join(words(s.text))) for s in found)
    alike = _versions(found)
    return tuple(replace(s, versions=tuple(alike[s.id])) if s.id in alike else s for s in known)


def _versions(found: Sequence[Source]) -> dict[str, list[Version]]:
    """Return for each source that has any its likely versions among the others."""
    alike: dict[str, list[Version]] = defaultdict(list)
    for one, other, verdict in kin((s.id, s.csl) for s in found if s.csl["type"] not in _NO_VERSIONS):
        alike[one].append(Version(other, verdict.why))
        alike[other].append(Version(one, verdict.why))
    return alike


def _source(ident: str, work: Work) -> Source:
    fields = dict(work.csl)
    if work.kind in _CSL_TYPES:
        fields["type"] = _CSL_TYPES[work.kind]
    fields.setdefault("type", "document")
    if not fields.get("title") and "container-title" not in fields:
        fields["title"] = work.symbols[0] if work.symbols else work.text
    if work.year and "issued" not in fields:
        fields["issued"] = {"date-parts": [[work.year]]}
    if work.kind == "legal":
        fields |= printed_in(fields, work.text)
    elif work.kind == "un-document":
        fields |= dated(fields, work.text)
    return Source(
        id=ident, key=work_key(work.csl, work.kind, work.text), csl=fields, text=work.text,
        first_note=_first(work.notes), first_block=_first(work.blocks),
        links=links(work.csl, sorted(work.symbols), work.year),
    )  # fmt: skip


def _first(cited: Sequence[tuple[str, bool]]) -> str | None:
    return next((i for i, full in cited if full), cited[0][0] if cited else None)
