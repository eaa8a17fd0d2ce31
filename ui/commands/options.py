"""What several commands share: where the library is, and how its documents are named."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.terminal import complain

if TYPE_CHECKING:
    from index import Library

LibraryOption = Annotated[
    str | None,
    typer.Option("--library", metavar="FOLDER", help="The library's folder (else BLUENOTE_LIBRARY, else your own)."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
DocumentArgument = Annotated[
    str, typer.Argument(metavar="DOCUMENT", help="Its id, the beginning of its id, its citekey or its file.")
]

TagOption = Annotated[
    list[str] | None, typer.Option("--tag", metavar="TAG", help="Only with this tag, or one of these.")
]
CollectionOption = Annotated[
    list[str] | None, typer.Option("--collection", metavar="NAME", help="Only in this collection.")
]


def folder(context: typer.Context, library: str | None) -> Path:
    """The library's folder: named after the command, before it, or by the settings."""
    from index.settings import library_folder

    return library_folder(library or context.obj)


@contextmanager
def opened(context: typer.Context, library: str | None) -> Iterator["Library"]:
    """The library, which must be there; what was mended meanwhile is said at the end.

    Raises:
        LibraryError: there is none yet, or it cannot be opened.
    """
    from index import Library

    with Library.open(folder(context, library)) as shelf:
        yield shelf
        for warning in shelf.warnings:
            complain(warning)
