"""What each paragraph is: heading, caption, table, list item, quotation, reference or plain paragraph."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.layout.bookmarks import ranks
from ingest.layout.rows import Row
from ingest.layout.setting import ITEM, Style, is_bold, is_table_row
from ingest.model import BlockKind
from ingest.words.listheads import HEADS

_CAPTION = re.compile(
    r"\s*(?:fig(?:ure|\.)|table(?:au)?|tabelle|abb(?:ildung|\.)|tab\.|box|map|chart|graph|diagram|carte|encadré|figura|tabla)"
    r"\s*(?:[A-Z]?\d|[IVX]+\b)|\s*(?:source|quelle|fuente|fonte)s?\s?:",
    re.IGNORECASE,
)
_ENUMERATED = re.compile(
    r"\s*(?:(?P<decimal>\d{1,2}(?:\.\d{1,2}){0,4})\.?|(?P<roman>[IVXL]{1,6})[.)]?|(?P<letter>[A-Z])[.)]"
    r"|(?:chapter|chapitre|kapitel|part|partie|teil|section|annex|annexe|appendix)\s+(?:\d+|[IVXL]+|[A-Z])\b[.:]?)\s+(?=\S)",
    re.IGNORECASE,
)
_REFERENCES = re.compile(rf"\W*(?:\d+\.?\s*|[ivx]+\.\s*)?(?:{HEADS})\W*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;,:][\"”’)\]]*$")
_FRONT_MATTER = re.compile(
    r"\W*(?:abstract|summary|introduction|keywords?|résumé|zusammenfassung|contents)\b", re.IGNORECASE
)
_FRONT_LINE = re.compile(r"@|https?:|\bdoi\b|©|\d{4}[-–]\d{4}|\bvol\.|\bISSN\b|^\W*keywords?\b", re.IGNORECASE)
_LEADER = re.compile(r"(?:\.\s?|…\s?|·\s?){5,}")
_MOST_WORDS = 30
"""A heading is not longer."""
_MOST_WORDS_OF_TITLE = 70
"""One that is bold and larger than the text is not longer: "Letter dated 9 January 2025 from the President of ..."."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A paragraph's kind and, for a heading, its rank."""

    kind: BlockKind
    rank: tuple[float, ...] = ()
    """Sorts headings from the outermost in; empty for what is none."""
    opens_references: bool = False
    plain: bool = False
    """A heading that is neither larger than the text nor bold nor in capitals."""


def kinds(
    rows: Sequence[Row],
    groups: Sequence[Sequence[int]],
    style: Style,
    ruled: frozenset[int],
    levels: Mapping[int, int],
) -> list[Kind]:
    """Return the kind of each paragraph.

    Args:
        rows: The document's rows.
        groups: The paragraphs as lists of row indexes.
        style: From `ingest.layout.setting.style_of`.
        ruled: Rows with a rule right above them.
        levels: Headings by the file's bookmarks (see `ingest.layout.bookmarks`).
    """
    first: list[Kind] = []
    for position, members in enumerate(groups):
        before = groups[position - 1] if position else None
        after = groups[position + 1] if position + 1 < len(groups) else None
        first.append(_kind(rows, members, before, after, style))
    _unname(rows, groups, first)
    _rank_by(levels, rows, groups, first)
    for position in range(len(groups) - 1):
        between_rules = groups[position][0] in ruled and groups[position + 1][0] in ruled
        if between_rules and len(groups[position]) == 1 and first[position + 1].kind == "table":
            # "Sector  Men  Lorries" above the rows that it names.
            first[position] = Kind("table")
    out: list[Kind] = []
    references: tuple[float, ...] | None = None
    for kind in first:
        if references is not None and kind.rank > references and kind.plain:
            # A short entry with space around it.
            kind = Kind("reference")
        if kind.rank:
            if kind.opens_references:
                references = kind.rank
            elif references is not None and kind.rank <= references:
                references = None
        elif references is not None and kind.kind in ("paragraph", "list", "quote"):
            kind = Kind("reference")
        out.append(kind)
    return out


def _rank_by(
    levels: Mapping[int, int], rows: Sequence[Row], groups: Sequence[Sequence[int]], found: list[Kind]
) -> None:
    """Take for headings what the file's bookmarks name, and rank all headings by them."""
    for position in levels:
        if not found[position].rank:
            text = text_of(rows, groups[position])
            rank = _rank(rows[groups[position][0]], text)
            found[position] = Kind("heading", rank, bool(_REFERENCES.fullmatch(text)))
    for position, rank in ranks({k: kind.rank for k, kind in enumerate(found) if kind.rank}, levels).items():
        plain = found[position].plain and position not in levels
        found[position] = replace(found[position], rank=rank, plain=plain)


def _unname(rows: Sequence[Row], groups: Sequence[Sequence[int]], found: list[Kind]) -> None:
    """Take the authors' names below a title for what they are: a line set like no other heading is no section."""
    count = Counter(kind.rank for kind in found)
    for position in range(1, len(found)):
        kind, above = found[position], found[position - 1]
        if not kind.rank or not above.rank or count[kind.rank] > 1 or above.rank > kind.rank:
            continue
        text = text_of(rows, groups[position])
        near = rows[groups[position][0]].line.page == rows[groups[position - 1][-1]].line.page
        named = len(text.split()) <= 12 and text.upper() != text and not is_bold(rows[groups[position][0]])
        if near and named and not _ENUMERATED.match(text) and not _FRONT_MATTER.match(text):
            found[position] = Kind("paragraph")


def text_of(rows: Sequence[Row], members: Sequence[int]) -> str:
    """Return the rows' words, roughly joined, for judging only."""
    return " ".join(rows[i].line.text.strip() for i in members)


def _kind(
    rows: Sequence[Row], members: Sequence[int], before: Sequence[int] | None, after: Sequence[int] | None, style: Style
) -> Kind:
    first = rows[members[0]]
    text = text_of(rows, members)
    if _LEADER.search(text):
        # A line of a table of contents.
        return Kind("list")
    fallen = sum(is_table_row(rows[i]) for i in members)
    if first.cells is not None or fallen >= max(2, 0.6 * len(members)) or first.gaps > 2:
        return Kind("table")
    if _CAPTION.match(text) and len(text) < 700:
        return Kind("caption")
    if _is_heading(rows, members, before, after, text, style):
        rank = _rank(first, text)
        plain = -rank[0] <= round(style.size) and rank[1] == 0 and rank[2] == 0
        return Kind("heading", rank, bool(_REFERENCES.fullmatch(text)), plain)
    if ITEM.match(first.line.text):
        return Kind("list")
    if _is_quote(rows, members, style):
        return Kind("quote")
    return Kind("paragraph")


def _is_heading(
    rows: Sequence[Row],
    members: Sequence[int],
    before: Sequence[int] | None,
    after: Sequence[int] | None,
    text: str,
    style: Style,
) -> bool:
    first = rows[members[0]]
    words = len(text.split())
    letters = sum(map(str.isalpha, text))
    if text.lstrip('"“‘«(')[:1].islower() or any(is_table_row(rows[i]) for i in members):
        # "General Assembly        Distr.: General"
        return False
    bold = all(is_bold(rows[i]) for i in members)
    titled = bold and first.line.size > style.large
    if (
        not 0 < words <= (_MOST_WORDS_OF_TITLE if titled else _MOST_WORDS)
        or letters < 3
        or letters < 0.5 * len(text.replace(" ", ""))
    ):
        return False
    if _REFERENCES.fullmatch(text) and len(members) == 1:
        return True
    # Authors' names stand a point larger than the text, too.
    sized = first.line.size > style.size + 0.8 and (bold or first.line.size > style.large)
    capital = text.upper() == text and letters > 4
    numbered = _ENUMERATED.match(text) is not None
    ended = _SENTENCE_END.search(text.rstrip(" *†0123456789")) is not None
    if first.line.size < style.size - 1.2:
        return False
    if sized and (not ended or numbered):
        return True
    if ended and not (bold and numbered and words < 15):
        return False
    if bold or capital:
        return not ITEM.match(text) or numbered
    return _is_set_apart(rows, members, before, after, text, style, numbered=numbered)


def _is_set_apart(
    rows: Sequence[Row],
    members: Sequence[int],
    before: Sequence[int] | None,
    after: Sequence[int] | None,
    text: str,
    style: Style,
    *,
    numbered: bool,
) -> bool:
    """Whether words as large and light as the text head what follows: by the space around them, or by italics."""
    first, words = rows[members[0]], len(text.split())
    apart = _apart(rows, members, before, style)
    short = rows[members[-1]].line.box[2] < first.right - 0.12 * (first.right - first.left)
    if not (apart and short and len(members) <= 2 and after is not None) or text[:1].islower():
        return False
    follows = len(after) > 1 or rows[after[0]].line.page != first.line.page or is_bold(rows[after[0]])
    if style.indents and words <= 15 and text[:1].isupper() and not _FRONT_LINE.search(text):
        # Small capitals, or letters a half point larger: nothing but the space around it says so.
        heading_after = len(after) == 1 and (
            rows[after[0]].line.main.italic or _ENUMERATED.match(rows[after[0]].line.text)
        )
        if (follows or heading_after) and _clear_below(rows, after, style):
            return True
    if all(run.italic for i in members for run in rows[i].line.runs if run.text.strip()):
        return follows and words <= 20
    return numbered and follows and words <= 18 and _clear_below(rows, after, style)


def _apart(rows: Sequence[Row], members: Sequence[int], before: Sequence[int] | None, style: Style) -> bool:
    first = rows[members[0]]
    usual = style.usual(first)
    return before is None or first.leading is None or first.leading > 1.2 * usual


def _clear_below(rows: Sequence[Row], after: Sequence[int], style: Style) -> bool:
    below = rows[after[0]]
    usual = style.usual(below)
    return below.leading is None or below.leading > 1.2 * usual


def _rank(first: Row, text: str) -> tuple[float, ...]:
    """Rank a heading by its size, weight and capitals, then by its number's depth ("2.1.3" is three deep)."""
    letters = [letter for letter in text if letter.isalpha()]
    capital = bool(letters) and all(letter.isupper() for letter in letters)
    found = _ENUMERATED.match(text)
    depth = found["decimal"].count(".") + 1 if found and found["decimal"] else 1
    italic = first.line.main.italic
    return (-round(first.line.size), -float(_opens_bold(first)), -float(capital), float(italic), float(depth))


def _opens_bold(row: Row) -> bool:
    """Tell whether the first words are bold: a work's name within a bold heading may be set otherwise."""
    return next((run.bold for run in row.line.runs if any(map(str.isalnum, run.text))), False)


def _is_quote(rows: Sequence[Row], members: Sequence[int], style: Style) -> bool:
    """Tell a quotation set in from both margins, or from the left in smaller letters."""
    if len(members) < 2:
        return False
    size = rows[members[0]].line.size
    insets = [rows[i].line.box[0] - rows[i].left for i in members]
    right = max(rows[i].line.box[2] for i in members)
    narrow = rows[members[0]].right - right > 0.8 * size
    return min(insets) > 1.2 * size and (narrow or size < style.size - 0.4 or min(insets) > 2 * size)
