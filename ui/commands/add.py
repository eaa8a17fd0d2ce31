"""`bluenote add`: take files into the library."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.options import LibraryOption, folder
from ui.status import Status
from ui.terminal import complain, for_a_person, hush, say

if TYPE_CHECKING:
    from index.model import Added

Progress = Callable[[str, str, int, int], None]
"""Called with path, stage, files done, files in all."""

PathsArgument = Annotated[
    list[Path], typer.Argument(metavar="PATH...", help="PDFs; folders of PDFs; .txt, .md and .jsonl files by name.")
]
RecursiveOption = Annotated[bool, typer.Option("-r", "--recursive", help="Folders with all that lies below them.")]
BibliographyOption = Annotated[
    list[Path] | None,
    typer.Option("--bib", metavar="FILE", help="Bibliography of the files: BibTeX, RIS or CSL-JSON; may be repeated."),
]
JobsOption = Annotated[int, typer.Option("--jobs", help="So many files read at the same time.", min=1)]
LinkOption = Annotated[bool, typer.Option("--link", help="Refer to the PDFs where they lie instead of keeping a copy.")]
SampleOption = Annotated[bool, typer.Option("--sample", help="Mark a new library as a sample wherever it shows.")]


def add(
    context: typer.Context,
    paths: PathsArgument,
    recursive: RecursiveOption = False,
    bib: BibliographyOption = None,
    jobs: JobsOption = 1,
    link: LinkOption = False,
    sample: SampleOption = False,
    library: LibraryOption = None,
) -> None:
    """Add PDFs; what is in already is left alone."""
    from index import Library

    files, empty = gather(paths, recursive=recursive)
    for path in empty:
        complain(f"{path}: no PDF in this folder" + ("" if recursive else "; -r takes what lies below it too"))
    added: Sequence[Added] = []
    if files:
        with Library.open(folder(context, library), create=True, sample=sample) as shelf, progress_bar() as progress:
            if sample and not shelf.sample:
                raise typer.BadParameter(f"{shelf.path} is no sample library; name another folder with --library")
            # A log is told of each file at once; under a bar lines would tear, so they come when it is gone.
            told = outcome_line if progress is None else None
            added = shelf.add(files, jobs=jobs, bibliography=bib or (), link=link, progress=progress, told=told)
    if for_a_person():
        for one in added:
            outcome_line(one)
    say(_summary(added))
    if empty or any(one.status == "failed" for one in added):
        raise typer.Exit(Status.INPUT_FAILED)


def gather(paths: Sequence[Path], *, recursive: bool) -> tuple[list[Path], list[Path]]:
    """The files that the paths name, in order, and the folders that hold no PDF.

    A folder gives its PDFs alone: whoever keeps PDFs keeps notes and lists beside them. Files of other kinds are
    taken by name.
    """
    files: dict[Path, None] = {}
    empty = []
    for path in paths:
        if not path.is_dir():
            files[path] = None
            continue
        below = path.rglob("*") if recursive else path.glob("*")
        inside = sorted(one for one in below if one.suffix.lower() == ".pdf" and one.is_file())
        files.update(dict.fromkeys(inside))
        if not inside:
            empty.append(path)
    return list(files), empty


def outcome_line(one: "Added") -> None:
    """One line about a file that is in now, or failed."""
    try:
        if one.status == "added":
            say(("added    ", "green"), one.path, ("  " + one.message, "dim"))
        elif one.status == "failed":
            complain(one.message if one.message.startswith(one.path) else f"{one.path}: {one.message}")
        sys.stdout.flush()
    except BrokenPipeError:  # whoever listened has enough; the other files come in all the same
        hush()


def _summary(added: Sequence["Added"]) -> str:
    words = {"added": "added", "present": "in already", "failed": "failed"}
    counts = {said: sum(1 for one in added if one.status == status) for status, said in words.items()}
    return ", ".join(f"{count} {said}" for said, count in counts.items() if count) or "nothing to add"


@contextmanager
def progress_bar() -> Iterator[Progress | None]:
    """A bar on the terminal; nothing elsewhere, where the summary says it all."""
    if not for_a_person():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from ui.terminal import readable

    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda path, stage, done, total: bar.update(
            task, completed=done, total=total, description=f"{stage} {readable(Path(path).name)}"
        )
