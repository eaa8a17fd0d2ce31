"""`bluenote cite`: one place of one document, as a style wants it."""

from typing import Annotated

import typer

from index.locators import pandoc_cite
from ui.citing import DEFAULT_STYLE, NOTE_STYLES, STYLES, set_cites
from ui.commands.options import DocumentArgument, LibraryOption, opened
from ui.places import find_place
from ui.terminal import say

PageOption = Annotated[str | None, typer.Option("--page", help="Printed page, or a range: 67, 67-68, xii.")]
ParagraphOption = Annotated[str | None, typer.Option("--paragraph", help="Numbered paragraph, or a range: 35, 35-37.")]
ChapterOption = Annotated[str | None, typer.Option("--chapter", help="Chapter.")]
NoteOption = Annotated[str | None, typer.Option("--note", help="Note; with --page where numbers start anew.")]
SectionOption = Annotated[str | None, typer.Option("--section", help="Heading, or its number.")]
StyleOption = Annotated[str, typer.Option("--style", help=f"{', '.join(STYLES)}, or the path of a .csl file.")]


def cite(
    context: typer.Context,
    document: DocumentArgument,
    page: PageOption = None,
    paragraph: ParagraphOption = None,
    chapter: ChapterOption = None,
    note: NoteOption = None,
    section: SectionOption = None,
    style: StyleOption = DEFAULT_STYLE,
    library: LibraryOption = None,
) -> None:
    """Cite a document or a place in it."""
    with opened(context, library) as shelf:
        entry = shelf.entry(document)
        place = find_place(
            shelf.document(entry.id), page=page, paragraph=paragraph, chapter=chapter, note=note, section=section
        )
    [cite] = set_cites([(entry.csl, entry.key, place)], style)
    say(cite.text)
    if cite.reference and style not in NOTE_STYLES:
        say(cite.reference)
    say((pandoc_cite(entry.key, place), "dim"))
