"""CSV: a line for each passage, or for each work where works alone are exported."""

import csv
import io
from collections.abc import Sequence

from index.locators import locator_words, pandoc_cite
from index.names import creators, kind_of
from ui.cites.citing import cite_texts
from ui.export.selection import Extract, Selection, Work
from ui.fields import shown
from ui.wording import kind_word, year

WORK_COLUMNS = ("key", "kind", "authors", "year", "title", "in", "number", "doi", "url")
COLUMNS = ("passage", "place", "citation", "pandoc", "section", "remark", "list", "reading", *WORK_COLUMNS)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins so for a formula, which may run programs
(https://owasp.org/www-community/attacks/CSV_Injection)."""


def write(selection: Selection, style: str) -> bytes:
    """UTF-8 with a byte order mark, without which Excel reads another encoding.

    Raises:
        CitingError: there is no such style.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    if selection.extracts:
        wanted = [(one.work.csl, one.work.key, one.locator) for one in selection.extracts]
        lines = [_passage(one, cite) for one, cite in zip(selection.extracts, cite_texts(wanted, style), strict=True)]
        writer.writerows([COLUMNS, *map(_harmless, lines)])
    else:
        writer.writerows([WORK_COLUMNS, *(_harmless(_work(work)) for work in selection.works)])
    return out.getvalue().encode("utf-8-sig")


def _passage(extract: Extract, citation: str) -> Sequence[str]:
    return (
        extract.words,
        locator_words(extract.locator),
        citation,
        pandoc_cite(extract.work.key, extract.locator),
        extract.section,
        extract.remark,
        extract.list,
        extract.reading,
        *_work(extract.work),
    )


def _work(work: Work) -> Sequence[str]:
    csl = work.csl
    return (
        work.key,
        kind_word(kind_of(csl)),
        shown(creators(csl)),
        year(csl),
        str(csl.get("title") or ""),
        str(csl.get("container-title") or csl.get("publisher") or ""),
        str(csl.get("number") or ""),
        str(csl.get("DOI") or ""),
        str(csl.get("URL") or ""),
    )


def _harmless(cells: Sequence[str]) -> list[str]:
    return [f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells]
