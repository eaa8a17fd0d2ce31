"""`bluenote inspect`: read one PDF and show what was read, without any library."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from ingest.model import Document
from ui.commands.options import JsonOption
from ui.hittext import Line, note_lines
from ui.terminal import say, say_json
from ui.wording import people, year

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="A PDF.")]
LanguageOption = Annotated[
    str | None, typer.Option("--language", metavar="CODE", help="Its language (en, fr), where it is guessed wrongly.")
]


def inspect(file: FileArgument, json: JsonOption = False, language: LanguageOption = None) -> None:
    """Read one PDF and show what was read."""
    from ingest.child import read

    document = read(file, language=language)
    if not json:
        for line in _overview(document):
            say(*line.pieces, indent=line.indent)
        return
    from index import load_embedder
    from index.settings import load_settings
    from ingest.contract import to_json
    from ingest.passages.cutting import passages

    embedder = load_embedder(load_settings().model)
    say_json(to_json(document, passages(document, embedder.count, embedder.window)))


def _overview(document: Document) -> Iterator[Line]:
    from index.hits import resolved_notes
    from ui.librarydata import report_lines

    yield Line(((document.title or "(no title found)", "bold"),))
    for name, value in _facts(document):
        yield Line(((f"{name:<10}", "dim"), value), 2)
    for note in resolved_notes(document):
        yield from note_lines(note)
    for kind, problems in report_lines(document).items():
        yield Line(((f"{kind}:", "yellow"),))
        for problem in problems:
            yield Line((problem,), 2)


def _facts(document: Document) -> Iterator[tuple[str, str]]:
    if who := people(document.csl):
        yield "by", who
    if when := year(document.csl):
        yield "year", when
    yield "language", document.language
    printed = [page.label for page in document.pages if page.label_source != "index"]
    said = f", printed {printed[0]} to {printed[-1]}" if printed else ", no page number printed"
    yield "pages", f"{len(document.pages)}{said}"
    linked = sum(1 for note in document.notes if note.marker is not None)
    yield "notes", f"{linked} of {len(document.notes)} linked to their markers ({document.note_style})"
    sure = sum(1 for citation in document.citations if citation.source is not None)
    yield "citations", f"{sure} of {len(document.citations)} lead to one of {len(document.sources)} works"
    yield "read in", f"{document.report.seconds:.2f} s"
