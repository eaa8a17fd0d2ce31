"""`bluenote sync`: follow an export of Zotero or another reference manager."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.add import JobsOption, LinkOption, outcome_line, progress_bar
from ui.commands.options import LibraryOption, folder
from ui.status import Status
from ui.terminal import say

if TYPE_CHECKING:
    from index.syncing import Synced

ExportArgument = Annotated[
    Path, typer.Argument(metavar="FILE", help="BibTeX, BibLaTeX, RIS, CSL-JSON, or Zotero's Better BibTeX JSON or RDF.")
]


def sync(
    context: typer.Context,
    file: ExportArgument,
    jobs: JobsOption = 1,
    link: LinkOption = False,
    library: LibraryOption = None,
) -> None:
    """Follow a reference manager's export. What is new is added, what has changed is changed, nothing is removed."""
    from index import Library

    with Library.open(folder(context, library), create=True) as shelf, progress_bar() as progress:
        told = outcome_line if progress is None else None
        done = shelf.sync(file, jobs=jobs, link=link, progress=progress, told=told)
    if progress is not None:
        for one in done.added:
            outcome_line(one)
    for entry in done.updated:
        say(("updated  ", "green"), entry.key, (f"  {entry.title}", "dim"))
    for item in done.without_file:
        say(("no PDF   ", "yellow"), item.key or str(item.csl.get("title") or "an item without a title"))
    for entry in done.vanished:
        say(("vanished ", "yellow"), entry.key, (f"  not in {file.name} any more; kept here", "dim"))
    say(_summary(done))
    if any(one.status == "failed" for one in done.added):
        raise typer.Exit(Status.INPUT_FAILED)


def _summary(done: "Synced") -> str:
    counts = {
        "added": sum(one.status == "added" for one in done.added),
        "updated": len(done.updated),
        "as before": done.unchanged,
        "without a PDF": len(done.without_file),
        "vanished": len(done.vanished),
        "failed": sum(one.status == "failed" for one in done.added),
    }
    return ", ".join(f"{count} {said}" for said, count in counts.items() if count) or "nothing in this export"
