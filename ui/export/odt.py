"""ODT with the cites in a style; where that is a style of notes, they are footnotes."""

from index import pandoc
from ui.cites.styles import style_arguments
from ui.errors import CitingError
from ui.export.prose import document_of
from ui.export.selection import Selection


def write(selection: Selection, style: str) -> bytes:
    """The file's content.

    Raises:
        CitingError: there is no such style, or pandoc cannot set a work.
    """
    styled = style_arguments(style)
    try:
        return pandoc.convert(document_of(selection, style), "json", "odt", "--citeproc", *styled)
    except pandoc.PandocFailed as error:
        raise CitingError(f"pandoc cannot write the text: {error}") from error
