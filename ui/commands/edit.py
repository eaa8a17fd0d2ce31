"""`bluenote edit`: a document's data, tags and collections, by hand."""

from typing import Annotated

import typer

from index.errors import LibraryError
from index.kept.corrections import Field
from ui.commands.options import DocumentArgument, LibraryOption, opened
from ui.fields import shown, value_of
from ui.terminal import say

TitleOption = Annotated[str | None, typer.Option("--title", metavar="TITLE", help="Title and subtitle.")]
AuthorOption = Annotated[
    list[str] | None,
    typer.Option(
        "--author", metavar="NAME", help='"Family, Given", a body without a comma; repeat for each, in order.'
    ),
]
DateOption = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="Date of publication: 2015, 2015-03, 2015-03-02.")
]
TypeOption = Annotated[
    str | None, typer.Option("--type", metavar="TYPE", help="CSL type: article-journal, report, book, chapter.")
]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="FIELD=VALUE", help="Any CSL field: publisher=SIPRI; may be repeated."),
]
UnsetOption = Annotated[list[str] | None, typer.Option("--unset", metavar="FIELD", help="Take a field away.")]
TagOption = Annotated[list[str] | None, typer.Option("--tag", metavar="TAG", help="Give it this tag; may be repeated.")]
UntagOption = Annotated[list[str] | None, typer.Option("--untag", metavar="TAG", help="Take this tag from it.")]
CollectionOption = Annotated[
    list[str] | None,
    typer.Option("--collection", metavar="NAME", help='Put it into this collection: "Thesis/Chapter 2".'),
]
LeaveOption = Annotated[
    list[str] | None, typer.Option("--leave", metavar="NAME", help="Take it out of this collection.")
]


def edit(
    context: typer.Context,
    document: DocumentArgument,
    title: TitleOption = None,
    author: AuthorOption = None,
    date: DateOption = None,
    type_: TypeOption = None,
    set_: SetOption = None,
    unset: UnsetOption = None,
    tag: TagOption = None,
    untag: UntagOption = None,
    collection: CollectionOption = None,
    leave: LeaveOption = None,
    library: LibraryOption = None,
) -> None:
    """Change a document's data, tags and collections. Without an option, show them and where each was read."""
    fields = _fields(title, author, date, type_, set_ or (), unset or ())
    with opened(context, library) as shelf:
        entry = shelf.entry(document)
        for field in fields:
            shelf.corrections.make(entry.id, field)
        if tag or collection:
            shelf.shelves.put(entry.id, tags=tag or (), collections=collection or ())
        if untag or leave:
            shelf.shelves.take(entry.id, tags=untag or (), collections=leave or ())
        entry = shelf.entry(entry.id)
        place = shelf.shelves.of(entry.id)
    from ui.librarydata import read_from

    say((entry.key, "bold"))
    for name, value in sorted(entry.csl.items()):
        if name not in ("custom", "id", "abstract"):
            source = read_from(entry.csl, name)
            say((f"{name:<18}", "dim"), shown(value), (f"  [{source}]" if source else "", "dim"), indent=2)
    for name, values in (("tags", place.tags), ("collections", place.collections)):
        if values:
            say((f"{name:<18}", "dim"), "; ".join(values), indent=2)


def _fields(
    title: str | None,
    author: list[str] | None,
    date: str | None,
    type_: str | None,
    set_: list[str] | tuple[()],
    unset: list[str] | tuple[()],
) -> list[Field]:
    named: list[tuple[str, str | list[str] | None]] = [
        ("title", title),
        ("author", author),
        ("issued", date),
        ("type", type_),
    ]
    found = [Field(name, value_of(name, typed)) for name, typed in named if typed is not None]
    for pair in set_:
        name, equals, typed_value = pair.partition("=")
        if not equals:
            raise LibraryError(f"--set wants FIELD=VALUE, as in publisher=SIPRI; not {pair!r}")
        found.append(Field(name.strip(), value_of(name.strip(), typed_value)))
    return [*found, *(Field(name, None) for name in unset)]
