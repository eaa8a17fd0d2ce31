"""`bluenote search`: the passages that answer a question, or a run over many questions."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from index.found import Results
from index.model import Filters, Group, Mode, Part, Sort, View
from index.terms.missions import called
from ui.address import years_from
from ui.commands.options import JsonOption, LibraryOption, opened
from ui.status import Status
from ui.terminal import say, say_json

if TYPE_CHECKING:
    from index import Library

QueryArgument = Annotated[
    str | None, typer.Argument(metavar="QUERY", help='A question, an "exact phrase" in quotes, or a UN symbol.')
]
MostOption = Annotated[int, typer.Option("-k", metavar="N", help="So many passages; documents in a batch.", min=1)]
DocumentOption = Annotated[
    list[str] | None,
    typer.Option(
        "--document", metavar="DOCUMENT", help="Only in this document (id, citekey or file); may be repeated."
    ),
]
AuthorOption = Annotated[
    list[str] | None, typer.Option("--author", metavar="NAME", help="Only by this author; may be repeated.")
]
YearOption = Annotated[
    str, typer.Option("--year", metavar="YEARS", help="Only of these years: 2015, 2010-2020, 2010-.")
]
LanguageOption = Annotated[
    list[str] | None, typer.Option("--language", metavar="CODE", help="Only in this language: en, fr.")
]
KindOption = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="TYPE", help="Only of this CSL type: article-journal, report, book."),
]
PartOption = Annotated[Part, typer.Option("--part", help="In the text, in the notes, or in both.")]
ModeOption = Annotated[Mode, typer.Option("--mode", help="By meaning and words, by one of them, or as one phrase.")]
TagOption = Annotated[
    list[str] | None, typer.Option("--tag", metavar="TAG", help="Only with this tag, or one of these.")
]
CollectionOption = Annotated[
    list[str] | None, typer.Option("--collection", metavar="NAME", help="Only in this collection.")
]
MissionOption = Annotated[
    list[str] | None,
    typer.Option(
        "--mission",
        metavar="MISSION",
        help="Only passages that name this peace operation, by any of its names, or are about it.",
    ),
]
CitesOption = Annotated[
    list[str] | None,
    typer.Option("--cites", metavar="WORK", help="Only passages that cite this: symbol, DOI, key, or a document here."),
]
GroupOption = Annotated[
    Group, typer.Option("--by", help="One passage after the other, or by document; -k counts those.")
]
SortOption = Annotated[Sort, typer.Option("--sort", help="By relevance, newest first, or page by page.")]
OffsetOption = Annotated[int, typer.Option("--offset", metavar="N", help="Leave out so many: the next page.", min=0)]
StyleOption = Annotated[
    str, typer.Option("--style", metavar="STYLE", help="Citation style, or the path of a .csl file.")
]
BatchOption = Annotated[
    Path | None, typer.Option("--batch", metavar="FILE", help="Questions, one a line: id, tab, question.")
]
RunOption = Annotated[Path | None, typer.Option("--run", metavar="RUN", help="Where a batch's TREC run goes.")]


def search(
    context: typer.Context,
    query: QueryArgument = None,
    most: MostOption = 10,
    document: DocumentOption = None,
    author: AuthorOption = None,
    year: YearOption = "",
    language: LanguageOption = None,
    kind: KindOption = None,
    tag: TagOption = None,
    collection: CollectionOption = None,
    mission: MissionOption = None,
    cites: CitesOption = None,
    part: PartOption = "both",
    mode: ModeOption = "hybrid",
    group: GroupOption = "passage",
    sort: SortOption = "relevance",
    offset: OffsetOption = 0,
    style: StyleOption = "chicago-notes",
    json: JsonOption = False,
    batch: BatchOption = None,
    run: RunOption = None,
    library: LibraryOption = None,
) -> None:
    """Find passages, with their notes resolved and a citation."""
    if (query is None) == (batch is None) or (batch is None) != (run is None):
        raise typer.BadParameter("ask a QUERY, or name both --batch FILE and --run RUN")
    years = years_from(year)
    first, last = years
    if year and (years == (None, None) or (first and last and first > last)):
        raise typer.BadParameter(
            f"{year!r} names no years; write 2015, 2010-2020, 2010- or -2020", param_hint="'--year'"
        )
    for name in mission or ():
        if not called(name):
            raise typer.BadParameter(f"no peace operation is called {name!r}", param_hint="'--mission'")
    with opened(context, library) as shelf:
        filters = Filters(
            documents=tuple(shelf.entry(name).id for name in document or ()),
            authors=tuple(author or ()),
            years=years,
            languages=tuple(language or ()),
            kinds=tuple(kind or ()),
            part=part,
            missions=tuple(mission or ()),
            cites=tuple(cites or ()),
        )
        filters = shelf.shelves.narrowed(filters, tags=tag or (), collections=collection or ())
        if batch is not None and run is not None:
            found = _answer_batch(shelf, batch, run, most, filters, mode)
        else:
            view = View(group, sort, offset)
            results = shelf.search(query or "", k=most, filters=filters, mode=mode, view=view)
            found = bool(results.hits)
            _print(results, style, json=json)
    if not found:
        raise typer.Exit(Status.NOTHING_FOUND)


def _print(results: Results, style: str, *, json: bool) -> None:
    if json:
        from index.results import results_json

        say_json(results_json(results))
        return
    from ui.citing import cite_texts
    from ui.hittext import hit_lines
    from ui.worktext import work_lines

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
    if not hits:
        say("Nothing found. Fewer or other words may help; so may --part both, and no filters.")


def _answer_batch(shelf: "Library", batch: Path, run: Path, most: int, filters: Filters, mode: Mode) -> bool:
    from ui.batch import BatchError, read_questions, write_run

    try:
        answers = shelf.batch(read_questions(batch), k=most, filters=filters, mode=mode)
        return write_run(answers, run) > 0
    except BatchError as error:
        raise typer.BadParameter(str(error)) from error
