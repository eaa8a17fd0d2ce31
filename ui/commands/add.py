"""`bluenote add`: take files into the library."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.options import LibraryOption, folder
from ui.status import Status
from ui.terminal import complain, for_a_person, hush, say

if TYPE_CHECKING:
    from index.model import Added

_PATIENCE = 5.0
"""Seconds until the next attempt while another process is adding."""

Progress = Callable[[str, str, int, int], None]
"""Called with path, stage, files done, files in all."""

PathsArgument = Annotated[
    list[Path], typer.Argument(metavar="PATH...", help="PDFs; folders of PDFs; .txt, .md and .jsonl files by name.")
]
RecursiveOption = Annotated[bool, typer.Option("-r", "--recursive", help="Folders with all that lies below them.")]
BibliographyOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--bib",
        metavar="FILE",
        help="Bibliography of the files: BibTeX, RIS, CSL-JSON, or Zotero's JSON or RDF; may be repeated.",
    ),
]
JobsOption = Annotated[int, typer.Option("--jobs", metavar="N", help="So many files read at the same time.", min=1)]
LinkOption = Annotated[bool, typer.Option("--link", help="Refer to the PDFs where they lie instead of keeping a copy.")]
SampleOption = Annotated[bool, typer.Option("--sample", help="Mark a new library as a sample wherever it shows.")]


WatchOption = Annotated[
    bool, typer.Option("--watch", help="Then wait for PDFs that arrive in the folders, until Ctrl-C.")
]


def add(
    context: typer.Context,
    paths: PathsArgument,
    recursive: RecursiveOption = False,
    bib: BibliographyOption = None,
    jobs: JobsOption = 1,
    link: LinkOption = False,
    sample: SampleOption = False,
    watch: WatchOption = False,
    library: LibraryOption = None,
) -> None:
    """Add PDFs and texts. Of what is in already only the data are brought up to date, by --bib."""
    files, empty = gather(paths, recursive=recursive)
    folders = [path for path in paths if path.is_dir()]
    if watch and not folders:
        raise typer.BadParameter("--watch wants a folder")
    for path in empty if not watch else ():
        complain(f"{path}: no PDF in this folder" + ("" if recursive else "; -r takes what lies below it too"))
    ways = Ways(folder(context, library), tuple(bib or ()), jobs, link, sample)
    failed = _take_in(files, ways) if files else False
    if not files and not watch:
        say("nothing to add")
    if watch:
        _watch(folders, files, ways, recursive=recursive)
    if empty or failed:
        raise typer.Exit(Status.INPUT_FAILED)


@dataclass(frozen=True, slots=True)
class Ways:
    """Into which library files go, and how."""

    library: Path
    bibliography: tuple[Path, ...]
    jobs: int
    link: bool
    sample: bool


def _take_in(files: Sequence[Path], ways: Ways) -> bool:
    """Add files and tell of each; whether one failed."""
    from index import Library

    with Library.open(ways.library, create=True, sample=ways.sample) as shelf, progress_bar() as progress:
        if ways.sample and not shelf.sample:
            raise typer.BadParameter(f"{shelf.path} is no sample library; name another folder with --library")
        # A log is told of each file at once; under a bar lines would tear, so they come when it is gone.
        told = outcome_line if progress is None else None
        added = shelf.add(
            files, jobs=ways.jobs, bibliography=ways.bibliography, link=ways.link, progress=progress, told=told
        )
    if for_a_person():
        for one in added:
            outcome_line(one)
    say(_summary(added))
    sys.stdout.flush()
    return any(one.status == "failed" for one in added)


def _watch(folders: Sequence[Path], known: Sequence[Path], ways: Ways, *, recursive: bool) -> None:
    """Add what arrives, until Ctrl-C. While another process adds, what arrived waits."""
    from index.errors import Busy
    from ui.arrivals import arrivals

    say(f"watching {', '.join(map(str, folders))} (Ctrl-C ends it)")
    sys.stdout.flush()
    for arrived in arrivals(folders, recursive=recursive, known=known):
        while True:
            try:
                _take_in(arrived, ways)
                break
            except Busy as error:
                complain(f"{error}; what arrived waits")
                time.sleep(_PATIENCE)


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
        if one.status in ("added", "updated"):
            say((f"{one.status:<9}", "green"), one.path, ("  " + one.message, "dim"))
        elif one.status == "failed":
            complain(_failure(one))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever listened has enough; the other files come in all the same
        hush()


def _failure(one: "Added") -> str:
    from index.bibliographies.bibfiles import is_bibliography

    message = one.message if one.message.startswith(one.path) else f"{one.path}: {one.message}"
    return message + ("; name a bibliography with --bib" if is_bibliography(Path(one.path)) else "")


def _summary(added: Sequence["Added"]) -> str:
    words = {"added": "added", "updated": "updated", "present": "in already", "failed": "failed"}
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
