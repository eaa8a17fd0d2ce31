"""`bluenote list`, `show` and `remove`: the documents of a library."""

from collections.abc import Mapping

import typer

from index.model import Entry
from ingest.model import Document, Note
from ui.commands.options import DocumentArgument, JsonOption, LibraryOption, opened
from ui.hittext import called
from ui.terminal import say, say_json
from ui.wording import people, year


def list_documents(context: typer.Context, json: JsonOption = False, library: LibraryOption = None) -> None:
    """List the documents."""
    from index.results import entries_json

    with opened(context, library) as shelf:
        entries = shelf.entries()
        sample = shelf.sample
    if json:
        say_json(entries_json(entries))
        return
    for entry in entries:
        say((entry.id[:8], "dim"), "  ", (entry.key, "bold"), f"  {called(entry)}", (f"  [{_state(entry)}]", "dim"))
    say(("sample library, " if sample else "") + _count(len(entries), "document"))


def show(context: typer.Context, document: DocumentArgument, library: LibraryOption = None) -> None:
    """Show one document and the works that it cites."""
    with opened(context, library) as shelf:
        entry = shelf.entry(document)
        read = shelf.document(entry.id)
    say((called(entry), "bold"))
    for name, value in _facts(entry, read).items():
        if value:
            say((f"{name:<10}", "dim"), value, indent=2)
    labels = {note.id: note.label for note in read.notes}
    say(f"Cites {_count(len(read.sources), 'work')}" + (":" if read.sources else ""))
    for source in read.sources:
        first = labels.get(source.first_note or "")
        say(f"n. {first}: " if first else "", source.text, *(f"  {link.href}" for link in source.links), indent=2)


def remove(context: typer.Context, document: DocumentArgument, library: LibraryOption = None) -> None:
    """Take a document out; the file you added stays."""
    with opened(context, library) as shelf:
        entry = shelf.remove(document)
    say(f"removed {entry.key}: {called(entry)}")


def _state(entry: Entry) -> str:
    return f"{_count(entry.pages, 'page')}, {entry.state.label}"


def _facts(entry: Entry, read: Document) -> Mapping[str, str]:
    printed = [page.label for page in read.pages if page.label_source != "index"]
    return {
        "by": people(entry.csl.get("author") or entry.csl.get("editor") or ()),
        "year": year(entry.csl),
        "in": str(entry.csl.get("container-title") or ""),
        "citekey": entry.key,
        "id": entry.id,
        "language": entry.language,
        "pages": _count(entry.pages, "page") + (f", printed {printed[0]} to {printed[-1]}" if printed else ""),
        "reading": entry.state.label,
        "open": _open_notes(read.notes),
        "file": entry.file,
        "added": entry.added,
    }


def _open_notes(notes: tuple[Note, ...]) -> str:
    loose = [note.label for note in notes if note.marker is None]
    return f"notes without a marker: {', '.join(loose)}" if loose else ""


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
