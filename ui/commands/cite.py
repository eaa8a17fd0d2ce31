"""`bluenote cite`: one place of one document, as a style wants it."""

from typing import Annotated

import typer

from index.locators import pandoc_cite
from ui.cites.citedin import cited_in
from ui.cites.citing import SetCite, set_cites
from ui.cites.places import call_of, find_place, works_of
from ui.cites.styles import DEFAULT_STYLE, NOTE_STYLES
from ui.commands.options import DocumentArgument, LibraryOption, opened
from ui.commands.output import StyleOption
from ui.terminal import say

PageOption = Annotated[
    str | None, typer.Option("--page", metavar="PAGE", help="Printed page, or a range: 67, 67-68, xii.")
]
ParagraphOption = Annotated[
    str | None, typer.Option("--paragraph", metavar="NUMBER", help="Numbered paragraph, or a range: 35, 35-37.")
]
ChapterOption = Annotated[str | None, typer.Option("--chapter", metavar="CHAPTER", help="Chapter.")]
NoteOption = Annotated[
    str | None, typer.Option("--note", metavar="MARK", help="Note; with --page where numbers start anew.")
]
SectionOption = Annotated[str | None, typer.Option("--section", metavar="HEADING", help="Heading, or its number.")]
CitedInOption = Annotated[
    bool, typer.Option("--cited-in", help="With --note: the works that the note cites, as cited in the document.")
]


def cite(
    context: typer.Context,
    document: DocumentArgument,
    page: PageOption = None,
    paragraph: ParagraphOption = None,
    chapter: ChapterOption = None,
    note: NoteOption = None,
    section: SectionOption = None,
    cited: CitedInOption = False,
    style: StyleOption = DEFAULT_STYLE,
    library: LibraryOption = None,
) -> None:
    """Cite a document or a place in it."""
    if cited and note is None:
        raise typer.BadParameter("--cited-in says what a note cites: name it with --note")
    with opened(context, library) as shelf:
        entry = shelf.entry(document)
        read = shelf.document(entry.id)
    place = find_place(read, page=page, paragraph=paragraph, chapter=chapter, note=note, section=section)
    if cited:
        works = works_of(read, note or "", page)
        at = call_of(read, entry.key, note or "", page) or place
        for csl, key, where in works:
            _say(cited_in((csl, key, where), (entry.csl, entry.key, at), style), style)
    else:
        [one] = set_cites([(entry.csl, entry.key, place)], style)
        _say(one, style)
    say((pandoc_cite(entry.key, place), "dim"))


def _say(one: SetCite, style: str) -> None:
    say(one.text)
    if one.reference and style not in NOTE_STYLES:
        say(one.reference)
