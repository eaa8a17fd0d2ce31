"""What the Library page shows of its documents, and what its forms say has changed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from index.kept.corrections import Field
from index.model import Entry
from index.names import kind_of, year_of
from ingest.model import Csl, Document, Problem
from ingest.words.folding import fold
from ingest.works.versions import compare
from ui.fields import known, shown, value_of
from ui.wording import kind_word, people, title_of, year

FORM: Mapping[str, str] = {
    "title": "Title and subtitle",
    "author": "Authors",
    "issued": "Published",
    "type": "Kind",
    "container-title": "Journal or book",
    "volume": "Volume",
    "issue": "Issue",
    "page": "Pages",
    "number": "Symbol or report number",
    "publisher": "Publisher",
    "publisher-place": "Place",
    "DOI": "DOI",
    "URL": "URL",
}
"""Fields that a form shows for every document, with the words of a reader."""

_PLACES: Mapping[str, str] = {
    "by hand": "by hand",
    "file": "from the PDF’s own fields",
    "page numbers": "from its page numbers",
    "running head or imprint": "from a running head or the imprint",
    "suggested citation": "from the citation that it suggests",
    "title page": "from the title page",
}
"""Where a document's data are read in itself, or who wrote them; any other place is a bibliography's name."""

_SPAN = 5
"""Years that count together where there are many."""
_SPANS = 8


@dataclass(frozen=True, slots=True)
class Years:
    """Years of publication that one button stands for."""

    label: str
    first: int
    last: int
    count: int


def year_spans(entries: Iterable[Entry]) -> list[Years]:
    """The years of these documents, each on its own, or five together where there are more than eight."""
    counts = Counter(found for entry in entries if (found := year_of(entry.csl)))
    width = 1 if len(counts) <= _SPANS else _SPAN
    spans: Counter[int] = Counter()
    for one, count in counts.items():
        spans[one - one % width] += count
    return [
        Years(str(first) if width == 1 else f"{first}–{(first + width - 1) % 100:02d}", first, first + width - 1, count)
        for first, count in sorted(spans.items())
    ]


def kinds_of(entries: Iterable[Entry]) -> Mapping[str, int]:
    """How many documents there are of each CSL type, the commonest first."""
    return dict(Counter(kind_of(entry.csl) for entry in entries).most_common())


def admitted(entries: Sequence[Entry], words: str, kinds: Iterable[str], years: Iterable[Years]) -> list[Entry]:
    """The documents with all these words in title, names, year, symbol or citekey, of these kinds and years."""
    wanted, of, spans = fold(words).split(), set(kinds), list(years)
    return [
        entry
        for entry in entries
        if all(word in _told(entry) for word in wanted)
        and (not of or kind_of(entry.csl) in of)
        and (not spans or any(span.first <= (year_of(entry.csl) or 0) <= span.last for span in spans))
    ]


def _told(entry: Entry) -> str:
    names = " ".join(str(part) for name in entry.csl.get("author") or () for part in name.values())
    parts = (entry.title, names, year(entry.csl), entry.csl.get("number"), entry.csl.get("container-title"), entry.key)
    return fold(" ".join(str(part) for part in parts if part))


def table_row(entry: Entry, tags: Sequence[str]) -> dict[str, Any]:
    """One line of the table of documents."""
    return {
        "Title": title_of(entry),
        "By": people(entry.csl),
        "Year": year(entry.csl),
        "Kind": kind_word(kind_of(entry.csl)),
        "Tags": list(tags),
        "Pages": entry.pages,
        "Reading": entry.state.label,
        "Citekey": entry.key,
    }


def form_values(csl: Csl) -> Mapping[str, str]:
    """What the form's boxes hold: each field as one types it, those of the form first."""
    others = [name for name in csl if name not in FORM and name in known("texts") | known("names") | known("dates")]
    return {name: _typed(csl.get(name)) for name in (*FORM, *sorted(set(others) - {"abstract"}))}


def edits(csl: Csl, typed: Mapping[str, str]) -> list[Field]:
    """The fields that a form's boxes change.

    Raises:
        NoSuchField: A box holds what its field cannot have.
    """
    before, names = form_values(csl), known("names")
    return [
        Field(
            name,
            value_of(name, words.replace("\n", ";" if name in names else " ").strip(" ;")) if words.strip() else None,
        )
        for name, words in typed.items()
        if words.strip() != before.get(name, "").strip()
    ]


def _typed(value: Any) -> str:
    if not value:
        return ""
    return shown(value).replace("; ", "\n") if isinstance(value, list) else shown(value)


def read_from(csl: Csl, name: str) -> str:
    """Where a field was read, in words: "from the title page", "from library.bib"; "" where nothing says so."""
    told = (csl.get("custom") or {}).get("read_from") or {}
    place = str(told.get(name, "")) if isinstance(told, Mapping) else ""
    return _PLACES.get(place, f"from {place}" if place else "")


def report_lines(document: Document) -> Mapping[str, tuple[str, ...]]:
    """What did not read as it should, under headings, each line with its page; empty lists are left out."""
    labels = {page.index: page.label for page in document.pages}
    report = document.report
    told = {
        "Pages without text": report.pages_without_text,
        "Markers without a note": report.markers_without_note,
        "Notes without a marker": report.notes_without_marker,
        "Gaps in the numbers of notes": report.numbering_gaps,
        "Page numbers that disagree": report.page_label_conflicts,
    }
    return {name: tuple(_line(problem, labels) for problem in found) for name, found in told.items() if found}


def _line(problem: Problem, labels: Mapping[int, str]) -> str:
    on = f"p. {labels.get(problem.page, problem.page + 1)}: " if problem.page is not None else ""
    return f"{on}{problem.message}"


def versions_of(entry: Entry, entries: Iterable[Entry]) -> list[tuple[Entry, str]]:
    """The documents that are the same work or a version of it, each with why, as readers understand it."""
    told = ((other, compare(entry.csl, other.csl)) for other in entries if other.id != entry.id)
    return [(other, verdict.why) for other, verdict in told if verdict.kinship != "different"]
