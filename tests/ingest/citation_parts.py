"""Single notes with the parts that must come out of them (tests/ingest/parts), and how right parts are counted.

A work is written `FIELD=VALUE|FIELD=VALUE`: the names of `_FIELDS`, people as `Family, Given` parted by semicolons,
dates of access as 2017-10-04. A kind that is not named is `work`. The folded words are compared. `open` says of how
many works of a note a part is not read right yet.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations, product
from pathlib import Path
from typing import Any

from ingest.model import Citation, Note, Source
from ingest.words.folding import fold
from ingest.works.resolve import cite

PARTS = Path(__file__).with_name("parts")
_FIELDS = {
    "title": "title",
    "container": "container-title",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "publisher": "publisher",
    "place": "publisher-place",
    "doi": "DOI",
    "url": "URL",
    "edition": "edition",
    "collection": "collection-title",
    "genre": "genre",
    "number": "number",
}
_PEOPLE = ("author", "editor", "translator")
_ONLY_WHERE_WANTED = {"genre", "number", "collection", "kind", "edition"}
"""Fields that count only where the table asks for them: what else says them is no fault."""
_MANY = 6
"""Citations of one note up to which all ways to pair them are tried."""

Field = tuple[str, str]


@dataclass(frozen=True)
class Read:
    """One note: the fields wanted of each work, those found, and how they pair."""

    batch: str
    style: str
    language: str
    text: str
    open: int
    """Works of which a part is known to be wrong."""
    pairs: tuple[tuple[frozenset[Field], frozenset[Field]], ...]

    @property
    def counts(self) -> tuple[int, int, int]:
        """Fields wanted, found, right."""
        return (
            sum(len(wanted) for wanted, _ in self.pairs),
            sum(len(_asked(wanted, found)) for wanted, found in self.pairs),
            sum(len(wanted & found) for wanted, found in self.pairs),
        )

    @property
    def works(self) -> tuple[int, int, int]:
        """Works wanted, found, right: first author or editor, title (or container) and year agree."""
        return (
            sum(bool(wanted) for wanted, _ in self.pairs),
            sum(bool(found) for _, found in self.pairs),
            sum(bool(wanted and found) and _known_by(wanted) <= found for wanted, found in self.pairs),
        )

    @property
    def faults(self) -> list[str]:
        """What is missing (-) and what should not be there (+)."""
        return [
            f"-{[*sorted(wanted - found)]} +{[*sorted(_asked(wanted, found) - wanted)]}"
            for wanted, found in self.pairs
            if wanted - found or _asked(wanted, found) - wanted
        ]


def _asked(wanted: frozenset[Field], found: frozenset[Field]) -> frozenset[Field]:
    names = {name for name, _ in wanted}
    return frozenset(f for f in found if f[0] in names or f[0] not in _ONLY_WHERE_WANTED)


def _known_by(wanted: frozenset[Field]) -> set[Field]:
    people = sorted(f for f in wanted if f[0] == "author") or sorted(f for f in wanted if f[0] == "editor")
    titles = {f for f in wanted if f[0] == "title"} or {f for f in wanted if f[0] in {"container", "number"}}
    return {*people, *titles, *(f for f in wanted if f[0] == "year")}


def read(batch: str | None = None) -> Iterator[Read]:
    """Cite each note of the batches, each on its own."""
    return (r for r in _read_all() if batch in (None, r.batch))


@lru_cache
def _read_all() -> tuple[Read, ...]:
    return tuple(
        _read_one(path.stem, note)
        for path in sorted(PARTS.glob("*.toml"))
        for note in tomllib.loads(path.read_text("utf-8"))["note"]
    )


def _read_one(batch: str, note: Mapping[str, Any]) -> Read:
    text, language = note["text"], note.get("language", "en")
    citations, sources = cite([], [Note("n1", "1", "footnote", text, (0,), (), None)], language)
    by_id = {s.id: s for s in sources}
    found = [_found(c, by_id[c.source]) if c.source else _open(c) for c in citations]
    pairs = tuple(_paired([_wanted(w) for w in note["works"]], found))
    return Read(batch, note["style"], language, text, note.get("open", 0), pairs)


def _wanted(written: str) -> frozenset[Field]:
    fields: set[Field] = set()
    for field in written.split("|"):
        name, _, value = field.partition("=")
        if name in _PEOPLE:
            fields |= {(name, _folded(*reversed(person.split(",")))) for person in value.split(";")}
        elif value:
            fields.add((name, value if name in {"kind", "accessed"} else fold(value)))
    return frozenset(fields)


def _found(citation: Citation, source: Source) -> frozenset[Field]:
    csl = source.csl
    fields = {(name, fold(str(csl[key]))) for name, key in _FIELDS.items() if csl.get(key)}
    if csl.get("title") == csl.get("number"):
        fields.discard(("title", fold(str(csl.get("title")))))
    if "collection-title" in csl:
        fields.discard(("collection", fold(csl["collection-title"])))
        fields.add(("collection", _folded(csl["collection-title"], csl.get("collection-number", ""))))
    for role in _PEOPLE:
        for person in csl.get(role, ()):
            names = [person.get(part, "") for part in ("given", "non-dropping-particle", "family", "literal")]
            fields.add((role, _folded(*names)))
    if "issued" in csl:
        fields.add(("year", str(csl["issued"]["date-parts"][0][0])))
    if "accessed" in csl:
        fields.add(("accessed", "-".join(f"{part:02}" for part in csl["accessed"]["date-parts"][0])))
    return frozenset(fields) | _open(citation)


def _open(citation: Citation) -> frozenset[Field]:
    fields = {("kind", citation.kind)}
    if citation.locator:
        fields.add(("locator", fold(citation.locator.value)))
    return frozenset(fields)


def _folded(*names: str) -> str:
    return " ".join(filter(None, map(fold, names)))


def _paired(
    wanted: list[frozenset[Field]], found: list[frozenset[Field]]
) -> list[tuple[frozenset[Field], frozenset[Field]]]:
    """Pair works so that most fields agree; what is left over stands alone."""
    size = max(len(wanted), len(found))
    wanted = [*wanted, *[frozenset()] * (size - len(wanted))]
    found = [*found, *[frozenset()] * (size - len(found))]
    if size > _MANY:
        return list(zip(wanted, found, strict=True))
    agree = {(i, j): len(w & f) for (i, w), (j, f) in product(enumerate(wanted), enumerate(found))}
    best = max(permutations(range(size)), key=lambda order: sum(agree[i, j] for i, j in enumerate(order)))
    return [(wanted[i], found[j]) for i, j in enumerate(best)]


def f1(counts: Iterator[tuple[int, int, int]]) -> float:
    """Micro-F1 of (wanted, found, right)."""
    wanted, found, right = (sum(column) for column in zip(*counts, strict=True))
    return 2 * right / max(1, wanted + found)
