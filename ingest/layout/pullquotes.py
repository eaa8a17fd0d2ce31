"""Pull quotes: words of the text that a page prints a second time, larger and set apart; they count once."""

from collections.abc import Iterator, Sequence

from ingest.layout.rows import Row

_LARGER = 1.05
"""Of the text's size, what a pull quote is set in at least."""
_LEAST = 5
"""Words; shorter repeats are names and headings."""
_APART = 1.7
"""Sizes of its type by which its first line stands below the text, at least."""
_OPENING = ("“", '"', "«", "„", "‘", "‹", "…")
_ENDING = (".", "!", "?", "”", '"', "»", "“", "’", "›", "…")


def repeated(rows: Sequence[Row], body: Sequence[int], size: float) -> frozenset[int]:
    """Return the rows of the text that are pull quotes: what they say stands in the text of their page or the next.

    A heading may be repeated, too, but it is no sentence: it opens with no quotation mark and ends with no stop.

    Args:
        rows: The document's rows.
        body: Those that are text, ascending.
        size: Of most text, in points.
    """
    out: set[int] = set()
    for quote in _candidates(rows, body, _LARGER * size):
        page = rows[quote[0]].line.page
        near = [i for i in body if abs(rows[i].line.page - page) <= 1 and not quote[0] <= i <= quote[-1]]
        if _letters(rows, quote) in _letters(rows, near):
            out.update(quote)
    return frozenset(out)


def _candidates(rows: Sequence[Row], body: Sequence[int], least: float) -> Iterator[list[int]]:
    """Yield the rows of each sentence that stands apart in larger letters."""
    quote: list[int] = []
    for i in [*body, None]:
        row = rows[i] if i is not None else None
        goes_on = (
            row is not None
            and quote
            and i == quote[-1] + 1
            and row.segment == rows[quote[0]].segment
            and abs(row.line.size - rows[quote[0]].line.size) < 0.5
            and row.leading is not None
            and row.leading < _APART * row.line.size
        )
        if goes_on and i is not None:
            quote.append(i)
            continue
        if quote and _is_sentence(rows, quote):
            yield quote
        quote = [i] if i is not None and row is not None and row.line.size >= least else []


def _is_sentence(rows: Sequence[Row], quote: Sequence[int]) -> bool:
    text = " ".join(rows[i].line.text.strip() for i in quote)
    return len(text.split()) >= _LEAST and (text.startswith(_OPENING) or text.endswith(_ENDING))


def _letters(rows: Sequence[Row], chosen: Sequence[int]) -> str:
    return "".join(sign for i in chosen for sign in rows[i].line.text.casefold() if sign.isalpha())
