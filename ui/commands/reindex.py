"""`bluenote reindex`: the library for another model, or for a newer Bluenote."""

import os
from typing import Annotated

import typer

from ui.commands.add import progress_bar
from ui.commands.options import LibraryOption, folder
from ui.terminal import complain, say
from ui.wording import counted

ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model", metavar="MODEL", help="Embedding model: a folder, or its id on a hub (else the library's own)."
    ),
]


def reindex(
    context: typer.Context,
    model: ModelOption = None,
    read: Annotated[
        bool, typer.Option("--read", help="Read PDFs again that an older Bluenote read; what you said of them stays.")
    ] = False,
    library: LibraryOption = None,
) -> None:
    """Embed the documents for another model. Without one: those that an older Bluenote embedded. No PDF is needed."""
    from index import Library

    with Library.open(folder(context, library), model=model) as shelf, progress_bar() as progress:
        count = shelf.reindex(progress)
        name = shelf.embedder.name
        again = shelf.reread(jobs=os.cpu_count() or 1, progress=progress) if read else []
    say(f"{counted(count, 'document')} embedded by {name}")
    failed = [one for one in again if one.status == "failed"]
    if read:
        say(f"{len(again) - len(failed)} read again")
    for one in failed:
        complain(f"{one.path}: {one.message}")
    if failed:
        raise typer.Exit(3)
