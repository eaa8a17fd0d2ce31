"""Rows of running text grouped to paragraphs, headings, list items and table lines, over columns and pages."""

import re
from collections.abc import Sequence
from statistics import median

from ingest.layout.hanging import hanging
from ingest.layout.items import ended, opens_item
from ingest.layout.rows import Row
from ingest.layout.setting import ITEM, Style, ends, is_bold, is_full, is_table_row, near, same_size

_CAPTION_HEAD = re.compile(
    r"\s*(?:(?:source|quelle|fuente|fonte)s?\s?:|(?:figure|table|tableau|tabelle|abbildung|box)\s\d+(?:\.\d+)*\s*[.:–—]\s)",
    re.IGNORECASE,
)
_CAPTION_LABEL = re.compile(
    r"\s*(?:figure|fig\.|table(?:au)?|tabelle|abbildung|abb\.|tab\.|box|map|chart|graph|diagram|carte|encadré|figura|tabla)"
    r"\s+(?:[A-Z]?\d+(?:[.–-]\d+)*|[IVX]+)\s*[.:]?\s*",
    re.IGNORECASE,
)
_CAPTION_ROWS = 4
"""Rows of a caption's title; more are text."""
_OPENS_HEADING = re.compile(r"\s*(?:\d{1,2}(?:\.|(?:\.\d{1,2})+\.?)|[IVXL]{1,6}\.|[A-Z]\.)\s|" + ITEM.pattern)
_HEADING_LEADING = 1.4
"""In ems: the distance between the lines of one heading."""
_HEADING_ROWS = 6
_BETWEEN = 24
"""Groups of rows that a figure may put between the halves of a paragraph: each number of a chart is one."""
_LEADER_END = re.compile(r"[.…·]\s?(?:[.…·]\s?){3,}\s*(?:\d+|[ivxlc]+)?\s*$")
_NUMBERED = re.compile(r"\s*\d{1,3}(?:\.\d{1,3})?\.?\s+\S")
_BOXED = re.compile(r"\s*\[\d{1,3}\]\s")
_POINTED = re.compile(r"\s*(?=\d+\.)(?:\d{1,2}\.(?=\d))?(\d{1,3})\.?\s+\S")
_MANY_ROWS = 3
"""Rows of running text; two may be an entry of a list."""
_NEXT = 3
"""Numbers of paragraphs that follow each other differ by less."""


def group(
    rows: Sequence[Row], body: Sequence[int], style: Style, ruled: frozenset[int] = frozenset()
) -> list[list[int]]:
    """Return the paragraphs as lists of row indexes, in reading order.

    Args:
        rows: The document's rows.
        body: Indexes of the rows that are text, ascending.
        style: From `style_of`.
        ruled: Rows with a rule right above them.
    """
    out: list[list[int]] = []
    lists = hanging(rows, body)
    for position, i in enumerate(body):
        following = rows[body[position + 1]] if position + 1 < len(body) else None
        entry = lists.get(i)
        if out and entry is not None and out[-1][-1] in lists:
            goes_on = not entry
        else:
            goes_on = bool(out) and i not in ruled and _continues(rows, out[-1], i, following, style)
        if goes_on:
            out[-1].append(i)
        else:
            out.append([i])
    return _titled(rows, _around(rows, out, ruled), ruled)


def _titled(rows: Sequence[Row], groups: Sequence[list[int]], ruled: frozenset[int]) -> list[list[int]]:
    """Join "Figure II", alone on its line, with the title on the line below, however that is set."""
    out: list[list[int]] = []
    for members in groups:
        label = out[-1] if out and len(out[-1]) == 1 else None
        if label and members[0] not in ruled and _is_caption_title(rows, members, label[0]):
            label.extend(members)
        else:
            out.append(members)
    return out


def _is_caption_title(rows: Sequence[Row], members: Sequence[int], label: int) -> bool:
    first, above = rows[members[0]], rows[label]
    if not _CAPTION_LABEL.fullmatch(above.line.text):
        return False
    together = first.line.page == above.line.page and first.segment == above.segment and near(first, above, 1.9)
    told = not any(is_table_row(rows[i]) or ITEM.match(rows[i].line.text) for i in members)
    return together and told and len(members) <= _CAPTION_ROWS and not ends(rows[members[-1]])


def _continues(rows: Sequence[Row], paragraph: Sequence[int], i: int, following: Row | None, style: Style) -> bool:
    """Tell whether row `i` goes on with the paragraph."""
    row, above = rows[i], rows[paragraph[-1]]
    if row.cells is not None or above.cells is not None:
        together = row.line.page == above.line.page and row.segment == above.segment
        return together and row.cells == above.cells
    if _LEADER_END.search(above.line.text):
        return False
    if _CAPTION_HEAD.match(row.line.text):
        return False
    if is_table_row(above) and not is_table_row(row) and _is_cell(row, above):
        return True
    if _CAPTION_HEAD.match(rows[paragraph[0]].line.text) and row.line.box[0] > row.left + 0.2 * (row.right - row.left):
        return near(row, above, _HEADING_LEADING) and same_size(row, above) and _ends_centred(row, above)
    if is_table_row(row) and is_table_row(above) and row.segment == above.segment and near(row, above, 2.2):
        return True
    if is_table_row(row) != is_table_row(above) and (row.gaps > 1 or above.gaps > 1):
        return False
    if not same_size(row, above) or not _same_weight(row, above):
        return _run_in(row, above) and near(row, above, 1.6) and row.line.box[0] <= above.line.box[0] + 2
    if opens_item(rows, paragraph, row):
        return False
    if row.line.page != above.line.page or row.segment != above.segment:
        return _carries_over(rows, paragraph, row, above, style)
    return _same_column(rows, paragraph, row, above, following, style)


def _ends_centred(row: Row, above: Row) -> bool:
    """Tell whether a row is the last of a caption whose lines share their middle: it follows a full line."""
    middles = [(each.line.box[0] + each.line.box[2]) / 2 for each in (row, above)]
    full = above.line.box[2] - above.line.box[0] > 0.85 * (above.right - above.left)
    return full and not ends(above) and abs(middles[0] - middles[1]) < row.line.size


def _is_cell(row: Row, above: Row) -> bool:
    """Tell whether a short row goes on with one cell of the table row above it."""
    inside = row.line.box[0] > row.left + 0.2 * (row.right - row.left)
    return inside and row.segment == above.segment and near(row, above, 1.4) and row.line.size < above.line.size + 0.3


def _run_in(row: Row, above: Row) -> bool:
    """A paragraph may open with bold words and go on plain; a heading is bold to its end."""
    if not same_size(row, above):
        return False
    return (
        above.line.box[2] > above.right - 3 * above.line.size
        and not ends(above)
        and row.line.text.lstrip()[:1].islower()
    )


def _same_weight(row: Row, above: Row) -> bool:
    """Tell whether two rows are both bold or both not, or go on in one weight where a full row meets the next.

    "99. **I call upon Hamas and other | Palestinian armed groups …**": the number of a bold paragraph is plain.
    """
    if is_bold(row) == is_bold(above):
        return True
    seam = [[run for run in each.line.runs if any(map(str.isalnum, run.text))] for each in (above, row)]
    return all(seam) and seam[0][-1].bold == seam[1][0].bold and above.line.box[2] > above.right - 3 * above.line.size


def _same_column(
    rows: Sequence[Row], paragraph: Sequence[int], row: Row, above: Row, following: Row | None, style: Style
) -> bool:
    size = row.line.size
    together = len(paragraph) < _HEADING_ROWS and near(row, above, _HEADING_LEADING)
    if together and _displayed(row, style) and _displayed(rows[paragraph[0]], style):
        # "III. RECOMMENDATIONS OF THE SPECIAL POLITICAL AND | DECOLONIZATION COMMITTEE", centred or hanging.
        return not (_OPENS_HEADING.match(row.line.text) or above.line.text.rstrip().endswith("."))
    usual = style.usual(row)
    if len(paragraph) > 2:
        usual = max(usual, median(rows[j].leading or usual for j in paragraph[1:]))
    if row.leading is None:
        return False
    open_end = not ends(above) and is_full(above)
    apart = max(1.9 * size, usual, 1.02 * style.greatest(size))
    if open_end and abs(row.line.box[0] - above.line.box[0]) < 0.5 * size and row.leading < apart:
        return True
    if row.leading > 1.17 * usual + 0.6:
        return False
    lower = row.line.text.lstrip()[:1].islower()
    if lower and above.line.text.rstrip().endswith(("-", "‐", "\u00ad")):
        return True
    step = row.line.box[0] - above.line.box[0]
    first = len(paragraph) == 1
    if step > 0.7 * size:
        return _hangs(row, above, following, first)
    if step < -0.7 * size and not first:
        # The end of a quotation set in, or of a hanging entry.
        if rows[paragraph[1]].line.box[0] - rows[paragraph[0]].line.box[0] > 0.7 * size:
            return lower
        return abs(row.line.box[0] - rows[paragraph[0]].line.box[0]) < 0.5 * size and not ends(above)
    return not (ended(rows, paragraph) and _closes(rows, paragraph, row, above, style))


def _displayed(row: Row, style: Style) -> bool:
    """Tell whether a row is set as headings are: bold, or larger than the text."""
    return is_bold(row) or row.line.size > style.large


def _closes(rows: Sequence[Row], paragraph: Sequence[int], row: Row, above: Row, style: Style) -> bool:
    """Tell whether a row that ends a sentence ends its paragraph: it left room for the next word."""
    size = row.line.size
    right = above.right
    if row.line.box[0] - row.left > 1.2 * size:
        # A quotation set in from both sides has an edge of its own.
        right = max(rows[j].line.box[2] for j in (*paragraph, paragraph[-1] + 1))
    room = right - above.line.box[2]
    if row.line.text.lstrip()[:1].islower():
        return False
    if room > 0.25 * (right - above.left) or (style.justified and _had_room(row, room)):
        return True
    numbered = _NUMBERED.match(row.line.text) and _NUMBERED.match(rows[paragraph[0]].line.text)
    return bool(numbered) and room > 2 * size


def _had_room(row: Row, room: float) -> bool:
    """Tell whether the first word of a row would have stood at the end of the one above."""
    words = row.line.text.split(maxsplit=1)
    width = (row.line.box[2] - row.line.box[0]) * (len(words[0]) + 1) / max(1, len(row.line.text.strip()))
    return room > width + 1.5 * row.line.size


def _hangs(row: Row, above: Row, following: Row | None, first: bool) -> bool:
    """Tell a hanging line from the indented first line of the next paragraph."""
    if not first:
        return False
    size = row.line.size
    full = above.line.box[2] > above.right - 2.5 * size
    if any(label.match(above.line.text) for label in (ITEM, _NUMBERED, _BOXED)):
        return True
    if not full and ends(above):
        return False
    if following is not None and following.segment == row.segment:
        back = following.line.box[0] - row.line.box[0]
        if abs(back) < 0.5 * size:
            return full
        if back < -0.7 * size:
            # One indented line: an opening line, unless every entry of a list hangs by one.
            return full and not ends(above)
    return full and not ends(above)


def _carries_over(rows: Sequence[Row], paragraph: Sequence[int], row: Row, above: Row, style: Style) -> bool:
    """Tell whether a paragraph runs on over a column's or a page's end."""
    text = row.line.text.lstrip()
    size = row.line.size
    tail = above.line.text.rstrip()
    runs = len(paragraph) > 1 and is_full(above)
    # A justified line of running text may have one wide gap.
    cell = is_table_row(above) and not (runs and above.gaps == 1 and not is_table_row(rows[paragraph[-2]]))
    if is_table_row(row) or cell or _CAPTION_HEAD.match(rows[paragraph[0]].line.text):
        return False
    if len(paragraph) < _HEADING_ROWS and min(size, above.line.size) > style.large:
        # "Notes", the notes themselves taken out, and "References" below them or overleaf.
        return False
    if tail.endswith(("-", "‐", "\u00ad")) and text[:1].islower():
        return True
    indented = row.line.box[0] - row.left > 0.7 * size
    if not ended(rows, paragraph):
        short = above.line.box[2] < above.right - 0.3 * (above.right - above.left)
        # "…to protect their populations, | Concerned that …": the clauses of a resolution.
        opens = indented and above.line.box[0] - above.left < 0.5 * size and len(paragraph) > 1
        # "… as at | 31 March", "… removing | 91 devices": no numbers of paragraphs.
        numbered = _is_next(rows[paragraph[0]], row) if runs else _NUMBERED.match(text)
        return text[:1].islower() or not (short or opens or numbered)
    level = rows[paragraph[-1]].line.box[0] - above.left
    if (indented and abs((row.line.box[0] - row.left) - level) > 0.5 * size) or _NUMBERED.match(text):
        return False
    # A page seldom ends where a paragraph does, and a paragraph's last line is seldom full.
    return (runs and (style.indents or len(paragraph) >= _MANY_ROWS)) or text[:1].islower()


def _is_next(first: Row, row: Row) -> bool:
    """Tell whether a row opens with a number and a point that follow those of a paragraph, if it has any."""
    number, before = _POINTED.match(row.line.text), _POINTED.match(first.line.text)
    return number is not None and (before is None or 0 < int(number[1]) - int(before[1]) < _NEXT)


def _around(rows: Sequence[Row], groups: list[list[int]], ruled: frozenset[int]) -> list[list[int]]:
    """Join a paragraph with its rest behind a figure, a table or a pull quote that stands in its way."""
    out: list[list[int]] = []
    for members in groups:
        first = rows[members[0]]
        if first.line.text.lstrip()[:1].islower() and not is_table_row(first):
            for back in range(2, min(_BETWEEN, len(out)) + 1):
                earlier = rows[out[-back][-1]]
                if abs(earlier.line.size - first.line.size) < 0.3 and is_bold(earlier) == is_bold(first):
                    between = out[-back + 1 :]
                    other = all(rest[0] in ruled or _stands_apart(rows[rest[0]], first) for rest in between)
                    caption = _CAPTION_HEAD.match(rows[out[-back][0]].line.text)
                    open_end = not (ends(earlier) or is_table_row(earlier) or caption)
                    if other and open_end and len(out[-back]) > 1:
                        out[-back].extend(members)
                        break
            else:
                out.append(members)
            continue
        out.append(members)
    return out


def _stands_apart(row: Row, text: Row) -> bool:
    if _CAPTION_HEAD.match(row.line.text):
        return True
    return abs(row.line.size - text.line.size) > 0.5 or is_bold(row) != is_bold(text) or is_table_row(row)
