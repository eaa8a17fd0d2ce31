"""`bluenote search`: the passages that answer a question, or a run over many questions."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from index.found import Results
from index.query import parse
from ui.cites.styles import DEFAULT_STYLE
from ui.commands.asking import Asking, with_asking
from ui.commands.options import JsonOption, LibraryOption, opened
from ui.commands.output import StyleOption
from ui.status import Status
from ui.terminal import say, say_json

if TYPE_CHECKING:
    from index import Library

QueryArgument = Annotated[
    str | None, typer.Argument(metavar="QUERY", help='A question, an "exact phrase" in quotes, or a UN symbol.')
]
BatchOption = Annotated[
    Path | None, typer.Option("--batch", metavar="FILE", help="Questions, one a line: id, tab, question.")
]
RunOption = Annotated[Path | None, typer.Option("--run", metavar="RUN", help="Where a batch's TREC run goes.")]


@with_asking
def search(
    context: typer.Context,
    query: QueryArgument = None,
    *,
    asking: Asking,
    style: StyleOption = DEFAULT_STYLE,
    json: JsonOption = False,
    batch: BatchOption = None,
    run: RunOption = None,
    library: LibraryOption = None,
) -> None:
    """Find passages, with their notes resolved and a citation."""
    if (query is None) == (batch is None) or (batch is None) != (run is None):
        raise typer.BadParameter("ask a QUERY, or name both --batch FILE and --run RUN")
    with opened(context, library) as shelf:
        if batch is not None and run is not None:
            found = _answer_batch(shelf, batch, run, asking)
        else:
            results = asking.results(shelf, query or "")
            found = bool(results.hits)
            _print(results, style, json=json)
            if not found and not json:
                say(_nothing_found(results.query, asking))
    if not found:
        raise typer.Exit(Status.NOTHING_FOUND)


def _print(results: Results, style: str, *, json: bool) -> None:
    if json:
        from index.results import results_json

        say_json(results_json(results))
        return
    from ui.cites.citing import cite_texts
    from ui.hittext import hit_lines
    from ui.wording import mended_words
    from ui.worktext import work_lines

    if mended := mended_words(results):
        say(f"{mended}.")
        say()
    for work in results.known:
        for line in work_lines(work):
            say(*line.pieces, indent=line.indent)
    if results.known:
        say()
    hits = results.hits
    references: Sequence[str] = cite_texts([(hit.document.csl, hit.cite.key, hit.cite.locator) for hit in hits], style)
    for hit, reference in zip(hits, references, strict=True):
        for line in hit_lines(hit, reference, sample=hit.document.sample):
            say(*line.pieces, indent=line.indent)
        say()


def _nothing_found(query: str, asking: Asking) -> str:
    if parse(query).empty:
        return "There is no word in that to look for."
    limits = "; so may fewer of these limits" if asking.limited else ""
    return f"Nothing found. Fewer or other words may help{limits}."


def _answer_batch(shelf: "Library", batch: Path, run: Path, asking: Asking) -> bool:
    from ui.batch import BatchError, read_questions, write_run

    try:
        answers = shelf.batch(read_questions(batch), k=asking.most, filters=asking.filters(shelf), mode=asking.mode)
        return write_run(answers, run) > 0
    except BatchError as error:
        raise typer.BadParameter(str(error)) from error
