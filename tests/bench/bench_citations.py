"""Precision, recall and F1 of the citations, by form and language, and how long they take.

usage: python tests/bench/bench_citations.py [--show]

Measured on the tables of notes (tests/ingest/tables) and on the sample documents with their true answers
(corpus/*.truth.json), which are read from their PDFs; the parts of single notes (tests/ingest/parts) are counted apart.
A citation is right when its form is right and it leads to the
right work, or stays open where it must. `links` counts only those tied to a work: how many of these are right.
"""

import argparse
import importlib.util
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from rapidfuzz import fuzz

from ingest import read_pdf
from ingest.model import Citation, Document
from ingest.works.resolve import cite

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Judged:
    """One citation, true or found or both."""

    form: str
    language: str
    wanted: str | None
    """The work it should lead to, "open" where to none; None where there is no such citation."""
    found: str | None
    """The work it led to, "open" where to none; None where it was not found."""
    place: str
    found_form: str | None = None

    @property
    def right(self) -> bool:
        return self.wanted is not None and self.wanted == self.found and self.found_form == self.form


def from_tables(folder: str = "TABLES") -> Iterator[Judged]:
    """The tables, their citations side by side with those found."""
    tables = _tables("citation_tables")
    for row in tables.rows(getattr(tables, folder)):
        for i in range(max(len(row.wanted), len(row.found))):
            wanted = row.wanted[i] if i < len(row.wanted) else None
            citation = row.found[i] if i < len(row.found) else None
            agrees = wanted is not None and citation is not None and row.agrees(wanted, citation)
            work = None if wanted is None else "open" if wanted.work[0] in "-?" else wanted.work
            reached = None if citation is None else "open" if citation.source is None else row.work(citation)
            yield Judged(
                wanted.form if wanted else citation.form, row.language, work, work if agrees else reached,
                f"{row.table} {row.label}", citation and citation.form,
            )  # fmt: skip


def from_corpus() -> Iterator[Judged]:
    """The sample documents, read from their PDFs."""
    for path in sorted((ROOT / "corpus").glob("*.truth.json")):
        truth = json.loads(path.read_text("utf-8"))
        pdf = path.with_name(path.name.replace(".truth.json", ".pdf"))
        if pdf.exists():
            yield from judge(truth, read_pdf(pdf), path.stem.removesuffix(".truth"))


def judge(truth: dict, document: Document, name: str) -> Iterator[Judged]:
    """Pair the true citations of each note and of the body with those found."""
    notes = {(n.label, i): n for i, n in enumerate(document.notes)}
    pairs: list[tuple[str, list[dict], str, list[Citation]]] = []
    for true in truth["notes"]:
        same = [n for (label, _), n in notes.items() if label == true["label"]]
        note = max(same, key=lambda n: fuzz.ratio(n.text, true["text"]), default=None)
        found = [c for c in document.citations if note and c.note == note.id]
        pairs.append((f"note {true['label']}", true["citations"], note.text if note else "", found))
    body = "\n".join(b.text for b in document.blocks)
    shift, at = {}, 0
    for b in document.blocks:
        shift[b.id] = at
        at += len(b.text) + 1
    in_body = [c for c in document.citations if c.block]
    matched = [(t, c) for _, true, text, found in pairs for t, c in _align(true, text, found)]
    listed = [{"form": "full", **r} for r in truth.get("references", [])]
    wanted_body = truth["body_citations"] + listed
    matched_body = _align(wanted_body, body, in_body, shift)
    keys = _keys([*matched, *matched_body])
    # Of the UN documents that running text mentions, the answers hold only those that the sample's author marked.
    judged_body = [(t, c) for t, c in matched_body if t or (c and c.kind != "un-document")]
    for place, (t, c) in [(f"{name} note", p) for p in matched] + [(f"{name} body", p) for p in judged_body]:
        found = None if c is None else "open" if c.source is None else keys.get(c.source, c.source)
        wanted = None if t is None else (t["key"] if t["key"] and t["key"] != "?" else "open")
        yield Judged(
            t["form"] if t else c.form, truth["language"], wanted, found,
            f"{place}: {(t or {}).get('text') or c.why}", c and c.form,
        )  # fmt: skip


def _align(
    true: list[dict], text: str, found: list[Citation], shift: dict[str, int] | None = None
) -> list[tuple[dict | None, Citation | None]]:
    """Pair citations whose places in the text overlap; what is left over stands alone."""
    left = {c.id: c for c in found}
    out: list[tuple[dict | None, Citation | None]] = []
    for t in true:
        best, size = None, 0
        for start, end in _occurrences(t["text"], text):
            for c in left.values():
                at = (shift or {}).get(c.block or "", 0)
                overlap = min(end, c.end + at) - max(start, c.start + at)
                if overlap > size:
                    best, size = c, overlap
            if best:
                break
        if best:
            del left[best.id]
        out.append((t, best))
    return out + [(None, c) for c in left.values()]


def _occurrences(wanted: str, text: str) -> Iterator[tuple[int, int]]:
    """Where `wanted` stands in `text`: each exact place, or the likeliest one where the reading differs."""
    found = False
    start = text.find(wanted)
    while start >= 0:
        found = True
        yield start, start + len(wanted)
        start = text.find(wanted, start + 1)
    if not found and (near := fuzz.partial_ratio_alignment(wanted, text)):
        yield near.dest_start, near.dest_end


def _keys(pairs: Iterable[tuple[dict | None, Citation | None]]) -> dict[str, str]:
    """Which true work each source stands for: the one it is most often paired with, full citations counting most."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for t, c in pairs:
        if t and c and c.source and t["key"]:
            votes[c.source][t["key"]] += 3 if t["form"] == "full" else 1
    return {source: count.most_common(1)[0][0] for source, count in votes.items()}


def parts() -> None:
    """Print how many parts of the single notes (tests/ingest/parts) are right, by batch and language."""
    read = _tables("citation_parts")
    groups: dict[str, list] = defaultdict(list)
    for note in read.read():
        groups[f"batch {note.batch}"].append(note)
        groups[f"language {note.language}"].append(note)
        groups["total"].append(note)
    print(f"\nParts\n{'':24} {'notes':>7} {'fields F1':>10} {'works F1':>10}")
    for name, notes in groups.items():
        fields, works = read.f1(n.counts for n in notes), read.f1(n.works for n in notes)
        print(f"{name:24} {len(notes):7} {fields:10.3f} {works:10.3f}")


def _tables(name: str) -> ModuleType:
    """A module beside the tests, which are no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / f"tests/ingest/{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def report(title: str, judged: list[Judged]) -> None:
    """Print one line for each form and language, and the total."""
    print(f"\n{title}")
    print(f"{'':24} {'wanted':>7} {'found':>7} {'right':>7} {'precision':>10} {'recall':>8} {'F1':>7} {'links':>7}")
    groups: dict[str, list[Judged]] = defaultdict(list)
    for j in judged:
        groups[f"{j.form}"].append(j)
        groups[f"language {j.language}"].append(j)
        groups["total"].append(j)
    for name in sorted(groups, key=lambda n: (n == "total", n.startswith("language"), n)):
        rows = groups[name]
        wanted = sum(j.wanted is not None for j in rows)
        found = sum(j.found is not None for j in rows)
        right = sum(j.right for j in rows)
        tied = [j for j in rows if j.found not in (None, "open")]
        links = sum(j.wanted == j.found for j in tied) / max(1, len(tied))
        f1 = 2 * right / max(1, wanted + found)
        print(
            f"{name:24} {wanted:7} {found:7} {right:7} {right / max(1, found):10.3f}"
            f" {right / max(1, wanted):8.3f} {f1:7.3f} {links:7.3f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print what is wrong")
    show = parser.parse_args().show
    tables, chains, corpus = list(from_tables()), list(from_tables("CHAINS")), list(from_corpus())
    for title, judged in (
        ("Tables of notes", tables),
        ("Chains, answers written first", chains),
        ("Sample documents", corpus),
        ("All", tables + chains + corpus),
    ):
        if judged:
            report(title, judged)
    if show:
        for j in tables + chains + corpus:
            if not j.right:
                print(f"  {j.place}\n     wanted {j.form} {j.wanted}, found {j.found_form} {j.found}")
    parts()
    speed()


def speed() -> None:
    """Print how long the citations of the sample documents take, reading of the PDF aside."""
    documents = [read_pdf(path) for path in sorted((ROOT / "corpus").glob("*.pdf"))]
    notes = sum(len(d.notes) for d in documents)
    if notes:
        started = time.process_time()
        for d in documents:
            cite(d.blocks, d.notes, d.language)
        print(f"\n{(time.process_time() - started) * 1000 / notes:.2f} ms a note ({notes} notes, blocks included)")


if __name__ == "__main__":
    main()
