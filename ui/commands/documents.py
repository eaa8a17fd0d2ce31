"""`bluenote list` and `show`: the documents of a library."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from index.kept.shelves import Shelf
from index.kept.trash import Trashed
from index.model import Entry, Filters
from ingest.contract import plain
from ingest.model import Document, Note
from ui.commands.options import CollectionOption, DocumentArgument, JsonOption, LibraryOption, TagOption, opened
from ui.hittext import called, short_id
from ui.terminal import say, say_json
from ui.wording import counted, people, year

TrashOption = Annotated[bool, typer.Option("--trash", help="What was removed, until the trash is emptied.")]


def list_documents(
    context: typer.Context,
    tag: TagOption = None,
    collection: CollectionOption = None,
    trash: TrashOption = False,
    json: JsonOption = False,
    library: LibraryOption = None,
) -> None:
    """List the documents."""
    from index.results import entries_json

    with opened(context, library) as shelf:
        if trash:
            _list_trash(shelf.trash.all(), json=json)
            return
        entries = shelf.entries(shelf.shelves.narrowed(Filters(), tags=tag or (), collections=collection or ()))
        sample = shelf.sample
        shelves = shelf.shelves.all()
    if json:
        say_json([{**item, **plain(shelves.get(item["id"], Shelf()))} for item in entries_json(entries)])
        return
    for entry in entries:
        tags = "".join(f"  #{name}" for name in shelves.get(entry.id, Shelf()).tags)
        say(
            (short_id(entry.id), "dim"),
            "  ",
            (entry.key, "bold"),
            f"  {called(entry)}",
            (f"  [{_state(entry)}]", "dim"),
            (tags, "cyan"),
        )
    say(("sample library, " if sample else "") + counted(len(entries), "document"))


def _list_trash(gone: Sequence[Trashed], *, json: bool) -> None:
    if json:
        say_json([{"id": one.id, "key": one.key, "title": one.title, "removed": one.removed} for one in gone])
        return
    for one in gone:
        say(
            (short_id(one.id), "dim"),
            "  ",
            (one.key, "bold"),
            f"  {one.title}",
            (f"  [removed {one.removed[:10]}]", "dim"),
        )
    say(f"{counted(len(gone), 'document')} in the trash")


def show(context: typer.Context, document: DocumentArgument, library: LibraryOption = None) -> None:
    """Show one document and the works that it cites."""
    from ui.librarydata import versions_of

    with opened(context, library) as shelf:
        entry = shelf.entry(document)
        read = shelf.document(entry.id)
        kin = versions_of(entry, shelf.entries())
    say((called(entry), "bold"))
    for name, value in _facts(entry, read).items():
        if value:
            say((f"{name:<10}", "dim"), value, indent=2)
    for other, why in kin:
        say((f"{'version':<10}", "dim"), f"{other.key}: {why}", indent=2)
    labels = {note.id: note.label for note in read.notes}
    say(f"Cites {counted(len(read.sources), 'work')}" + (":" if read.sources else ""))
    for source in read.sources:
        first = labels.get(source.first_note or "")
        said = (f"n. {first}: " if first else "", source.text, *(f"  {link.href}" for link in source.links))
        say(*said, (f"  [{source.key}]", "dim"), indent=2)


def _state(entry: Entry) -> str:
    return f"{counted(entry.pages, 'page')}, {entry.state.label}"


def _facts(entry: Entry, read: Document) -> Mapping[str, str]:
    printed = [page.label for page in read.pages if page.label_source != "index"]
    return {
        "by": people(entry.csl),
        "year": year(entry.csl),
        "in": str(entry.csl.get("container-title") or ""),
        "citekey": entry.key,
        "id": entry.id,
        "language": entry.language,
        "pages": counted(entry.pages, "page") + (f", printed {printed[0]} to {printed[-1]}" if printed else ""),
        "reading": entry.state.label,
        "open": _open_notes(read.notes),
        "file": entry.file,
        "added": entry.added,
    }


def _open_notes(notes: tuple[Note, ...]) -> str:
    loose = [note.label for note in notes if note.marker is None]
    return f"notes without a marker: {', '.join(loose)}" if loose else ""
