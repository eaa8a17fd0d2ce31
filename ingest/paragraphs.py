"""Rows of running text grouped to paragraphs, headings, list items and table lines, over columns and pages."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ingest.rows import Row

_TERMINAL = re.compile(r"[.!?…:;][\"”’»“)\]]*$")
ITEM = re.compile(
    r"\s*(?:[•▪●○◦‣⁃■□►➢✓·\ue000-\uf8ff]|[–—-](?=\s)|\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)(?=\s)|(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)](?=\s))\s*"
)
_CAPTION_HEAD = re.compile(
    r"\s*(?:(?:source|quelle|fuente|fonte)s?\s?:|(?:figure|table|tableau|tabelle|abbildung|box)\s\d+(?:\.\d+)*\s*[.:–—]\s)",
    re.IGNORECASE,
)
_ENOUGH = 8
"""Lines of a size that show its usual distance."""
_SAME_SIZE = 0.45
"""Points: micro-typography stretches letters by less."""
_LEADER_END = re.compile(r"(?:\.\s?|…\s?|·\s?){4,}\s*(?:\d+|[ivxlc]+)?\s*$")
_NUMBERED = re.compile(r"\s*\d{1,3}(?:\.\d{1,3})?\.?\s+\S")


@dataclass(frozen=True, slots=True)
class Style:
    """How the document sets its text."""

    size: float
    """Size of most text, in points."""
    leading: dict[float, float]
    """The usual baseline distance of each size."""
    indents: bool
    """New paragraphs are told by an indented first line."""
    justified: bool
    """Lines end at the right edge."""

    def usual(self, size: float) -> float:
        """The usual baseline distance of letters of this size, in points."""
        spread = self.leading.get(self.size, 1.2 * self.size) / self.size
        return self.leading.get(round(size * 2) / 2, spread * size)


def style_of(rows: Sequence[Row]) -> Style:
    """Learn how the text is set: its size, its line distances, whether paragraphs are indented."""
    sizes: Counter[float] = Counter()
    leadings: dict[float, Counter[float]] = {}
    indented = apart = 0
    for above, row in zip(rows, rows[1:], strict=False):
        size = round(row.line.size * 2) / 2
        sizes[size] += len(row.line.text)
        if row.leading is not None and above.line.page == row.line.page and abs(above.line.size - row.line.size) < 0.6:
            if 0.8 * size < row.leading < 3.2 * size and len(row.line.text) > 20:
                leadings.setdefault(size, Counter())[round(row.leading * 2) / 2] += 1
    if rows and not sizes:
        sizes[round(rows[0].line.size * 2) / 2] += 1
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    leading = {
        key: _usual(counts) for key, counts in leadings.items() if sum(counts.values()) >= _ENOUGH or key == size
    }
    usual = leading.get(size, 1.2 * size)
    for above, row in zip(rows, rows[1:], strict=False):
        if row.leading is None or abs(row.line.size - size) > 0.5 or not _ends(above):
            continue
        indented += row.line.box[0] - row.left > 0.7 * size and row.leading < 1.2 * usual
        apart += row.leading > 1.2 * usual and row.line.box[0] - row.left < 0.7 * size
    full = sum(abs(row.line.box[2] - row.right) < 4 for row in rows)
    return Style(size, leading, indented > apart, full > 0.5 * len(rows))


def _usual(counts: Counter[float]) -> float:
    """Return the most common distance, or the smaller of two that are about as common."""
    top = counts.most_common(1)[0][1]
    return min(distance for distance, count in counts.items() if count >= 0.5 * top)


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
    hanging = _hanging(rows, body)
    for position, i in enumerate(body):
        following = rows[body[position + 1]] if position + 1 < len(body) else None
        entry = hanging.get(i)
        if out and entry is not None and out[-1][-1] in hanging:
            goes_on = not entry
        else:
            goes_on = bool(out) and i not in ruled and _continues(rows, out[-1], i, following, style)
        if goes_on:
            out[-1].append(i)
        else:
            out.append([i])
    return _around(rows, out)


def _hanging(rows: Sequence[Row], body: Sequence[int]) -> dict[int, bool]:
    """Return the rows of lists whose entries hang (a bibliography), each with whether it opens an entry.

    In such a list the rows at the left edge open with a capital, and many rows are indented alike; in running text the
    rows at the left edge mostly go on in mid-sentence.
    """
    out: dict[int, bool] = {}
    chunk: list[int] = []
    for i in [*body, -1]:
        row = rows[i]
        if chunk and i >= 0 and _same_list(rows[chunk[-1]], row):
            chunk.append(i)
            continue
        out.update(_entries(rows, chunk))
        chunk = [i]
    return out


def _same_list(above: Row, row: Row) -> bool:
    together = row.line.page == above.line.page and row.segment == above.segment
    return together and abs(row.line.size - above.line.size) < 0.5 and _near(row, above, 2.2) and not is_bold(row)


def _entries(rows: Sequence[Row], chunk: Sequence[int]) -> dict[int, bool]:
    if len(chunk) < 4 or any(is_table_row(rows[i]) for i in chunk):
        return {}
    size = rows[chunk[0]].line.size
    left = min(rows[i].line.box[0] for i in chunk)
    outer = [i for i in chunk if rows[i].line.box[0] - left < 0.6 * size]
    inner = [i for i in chunk if i not in outer]
    capital = sum(not rows[i].line.text.lstrip()[:1].islower() for i in outer)
    indents = {round(rows[i].line.box[0] - left) for i in inner}
    if (
        len(outer) < 3
        or len(inner) < 0.25 * len(chunk)
        or capital < 0.85 * len(outer)
        or max(indents) - min(indents) > 3
    ):
        return {}
    if ITEM.match(rows[outer[0]].line.text) or any(len(rows[i].line.text) < 15 for i in outer[:-1]):
        return {}
    opening = set(outer)
    return {
        i: i in opening and not (rows[i].line.text.lstrip()[:1].islower() and k > 0 and not _ends(rows[chunk[k - 1]]))
        for k, i in enumerate(chunk)
    }


def is_bold(row: Row) -> bool:
    """Tell whether all the row's words are bold."""
    words = [run for run in row.line.runs if any(map(str.isalnum, run.text))]
    return bool(words) and all(run.bold for run in words)


def is_table_row(row: Row) -> bool:
    """Tell whether the row falls into cells."""
    return row.gaps >= 1


def _continues(rows: Sequence[Row], paragraph: Sequence[int], i: int, following: Row | None, style: Style) -> bool:
    """Tell whether row `i` goes on with the paragraph."""
    row, above = rows[i], rows[paragraph[-1]]
    if _LEADER_END.search(above.line.text):
        return False
    if _CAPTION_HEAD.match(row.line.text):
        return False
    if is_table_row(above) and not is_table_row(row) and _is_cell(row, above):
        return True
    if _CAPTION_HEAD.match(rows[paragraph[0]].line.text) and row.line.box[0] > row.left + 0.2 * (row.right - row.left):
        return False
    if is_table_row(row) and is_table_row(above) and row.segment == above.segment and _near(row, above, 2.2):
        return True
    if is_table_row(row) != is_table_row(above) and (row.gaps > 1 or above.gaps > 1):
        return False
    if not _same_size(row, above) or is_bold(row) != is_bold(above):
        return _run_in(row, above) and _near(row, above, 1.6) and row.line.box[0] <= above.line.box[0] + 2
    if ITEM.match(row.line.text) and not _inside_sentence(row, above):
        return False
    if row.line.page != above.line.page or row.segment != above.segment:
        return _carries_over(rows, paragraph, row, above, style)
    return _same_column(rows, paragraph, row, above, following, style)


def _same_size(row: Row, above: Row) -> bool:
    """Tell whether two rows share a size: run-in capitals are set smaller than the words behind them."""
    if abs(row.line.size - above.line.size) <= _SAME_SIZE:
        return True
    sizes = [{round(run.size * 2) for run in each.line.runs if len(run.text.strip()) > 1} for each in (row, above)]
    return bool(sizes[0] & sizes[1])


def _is_cell(row: Row, above: Row) -> bool:
    """Tell whether a short row goes on with one cell of the table row above it."""
    inside = row.line.box[0] > row.left + 0.2 * (row.right - row.left)
    return inside and row.segment == above.segment and _near(row, above, 1.4) and row.line.size < above.line.size + 0.3


def _run_in(row: Row, above: Row) -> bool:
    """A paragraph may open with bold words and go on plain; a heading is bold to its end."""
    if not _same_size(row, above):
        return False
    return (
        above.line.box[2] > above.right - 3 * above.line.size
        and not _ends(above)
        and row.line.text.lstrip()[:1].islower()
    )


def _near(row: Row, above: Row, ems: float) -> bool:
    return row.leading is not None and row.leading < ems * max(row.line.size, above.line.size)


def _ends(row: Row) -> bool:
    return _TERMINAL.search(row.line.text.rstrip(" 0123456789*†")) is not None


def _inside_sentence(row: Row, above: Row) -> bool:
    """A line may begin with "(a)" or "-" in mid-sentence."""
    text = above.line.text.rstrip()
    return (
        not _ends(above)
        and not text.endswith((",", "and", "or"))
        and above.line.box[2] > above.right - 2 * row.line.size
    )


def _same_column(
    rows: Sequence[Row], paragraph: Sequence[int], row: Row, above: Row, following: Row | None, style: Style
) -> bool:
    size = row.line.size
    usual = style.usual(size)
    if len(paragraph) > 2:
        usual = max(usual, median(rows[j].leading or usual for j in paragraph[1:]))
    if row.leading is None:
        return False
    open_end = not _ends(above) and above.line.box[2] > above.right - 2 * size
    if open_end and abs(row.line.box[0] - above.line.box[0]) < 0.5 * size and row.leading < max(1.9 * size, usual):
        return True
    if row.leading > 1.17 * usual + 0.6:
        return False
    lower = row.line.text.lstrip()[:1].islower()
    if lower and above.line.text.rstrip().endswith(("-", "‐", "\u00ad")):
        return True
    step = row.line.box[0] - above.line.box[0]
    first = len(paragraph) == 1
    if step > 0.7 * size:
        return _hangs(rows, paragraph, row, above, following, first)
    if step < -0.7 * size and not first:
        # The end of a quotation set in, or of a hanging entry.
        if rows[paragraph[1]].line.box[0] - rows[paragraph[0]].line.box[0] > 0.7 * size:
            return lower
        return abs(row.line.box[0] - rows[paragraph[0]].line.box[0]) < 0.5 * size and not _ends(above)
    if _ends(above):
        right = above.right
        if row.line.box[0] - row.left > 1.2 * size:
            # A quotation set in from both sides has an edge of its own.
            right = max(rows[j].line.box[2] for j in (*paragraph, paragraph[-1] + 1))
        room = right - above.line.box[2]
        if not lower and (room > 0.25 * (right - above.left) or (style.justified and _had_room(row, room))):
            return False
        if _NUMBERED.match(row.line.text) and _NUMBERED.match(rows[paragraph[0]].line.text) and room > 2 * size:
            return False
    return True


def _had_room(row: Row, room: float) -> bool:
    """Tell whether the first word of a row would have stood at the end of the one above."""
    words = row.line.text.split(maxsplit=1)
    width = (row.line.box[2] - row.line.box[0]) * (len(words[0]) + 1) / max(1, len(row.line.text.strip()))
    return room > width + 1.5 * row.line.size


def _hangs(
    rows: Sequence[Row], paragraph: Sequence[int], row: Row, above: Row, following: Row | None, first: bool
) -> bool:
    """Tell a hanging line from the indented first line of the next paragraph."""
    if not first:
        return False
    size = row.line.size
    full = above.line.box[2] > above.right - 2.5 * size
    if ITEM.match(above.line.text) or _NUMBERED.match(above.line.text):
        return True
    if not full and _ends(above):
        return False
    if following is not None and following.segment == row.segment:
        back = following.line.box[0] - row.line.box[0]
        if abs(back) < 0.5 * size:
            return full
        if back < -0.7 * size:
            # One indented line: an opening line, unless every entry of a list hangs by one.
            return full and not _ends(above)
    return full and not _ends(above)


def _carries_over(rows: Sequence[Row], paragraph: Sequence[int], row: Row, above: Row, style: Style) -> bool:
    """Tell whether a paragraph runs on over a column's or a page's end."""
    text = row.line.text.lstrip()
    size = row.line.size
    tail = above.line.text.rstrip()
    if is_table_row(row) or is_table_row(above):
        return False
    if tail.endswith(("-", "‐", "\u00ad")) and text[:1].islower():
        return True
    indented = row.line.box[0] - row.left > 0.7 * size
    if not _ends(above):
        short = above.line.box[2] < above.right - 0.3 * (above.right - above.left)
        # "…to protect their populations, | Concerned that …": the clauses of a resolution.
        opens = indented and above.line.box[0] - above.left < 0.5 * size and len(paragraph) > 1
        return text[:1].islower() or not (short or opens or _NUMBERED.match(text))
    level = rows[paragraph[-1]].line.box[0] - above.left
    if indented and abs((row.line.box[0] - row.left) - level) > 0.5 * size or _NUMBERED.match(text):
        return False
    full = above.line.box[2] > above.right - 2 * size
    return full and style.indents and len(paragraph) > 1 or text[:1].islower()


def _around(rows: Sequence[Row], groups: list[list[int]]) -> list[list[int]]:
    """Join a paragraph with its rest behind a figure, a table or a pull quote that stands in its way."""
    out: list[list[int]] = []
    for members in groups:
        first = rows[members[0]]
        if first.line.text.lstrip()[:1].islower() and not is_table_row(first):
            for back in range(2, min(6, len(out) + 1)):
                earlier = rows[out[-back][-1]]
                if abs(earlier.line.size - first.line.size) < 0.3 and is_bold(earlier) == is_bold(first):
                    between = out[-back + 1 :]
                    other = all(_stands_apart(rows[rest[0]], first) for rest in between)
                    if other and not _ends(earlier) and not is_table_row(earlier) and len(out[-back]) > 1:
                        out[-back].extend(members)
                        break
            else:
                out.append(members)
            continue
        out.append(members)
    return out


def _stands_apart(row: Row, text: Row) -> bool:
    return abs(row.line.size - text.line.size) > 0.5 or is_bold(row) != is_bold(text) or is_table_row(row)
