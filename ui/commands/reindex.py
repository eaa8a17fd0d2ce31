"""`bluenote reindex`: the library for another model, or the same one anew."""

from typing import Annotated

import typer

from ui.commands.add import progress_bar
from ui.commands.options import LibraryOption, folder
from ui.terminal import say

ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model", metavar="MODEL", help="Embedding model: a folder, or its id on a hub (else the settings')."
    ),
]


def reindex(context: typer.Context, model: ModelOption = None, library: LibraryOption = None) -> None:
    """Embed all documents anew; no PDF is needed."""
    from index import Library

    with Library.open(folder(context, library), model=model) as shelf, progress_bar() as progress:
        count = shelf.reindex(progress)
        name = shelf.embedder.name
    say(f"{count} document{'s' * (count != 1)} embedded by {name}")
