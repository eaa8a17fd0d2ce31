"""Quotations in a text by their marks: English, German, French, Scandinavian; curly or straight, double or single."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_PAIRS: Mapping[str, str] = {
    "“": "”",
    "„": "“”",
    "”": "”",  # Swedish and Finnish open as they close
    "«": "»",
    "»": "«",
    "‘": "’",
    "‚": "‘’",
    "‹": "›",
    "›": "‹",
    '"': '"',
    "'": "'",
    "「": "」",
}
"""Opening marks, each with those that may close it."""

_DOUBLE = '“„«"'
_LONGEST = 4000
"""Characters: a mark that is closed so late was closed by another's mark."""
_POSSESSIVE = re.compile(r"s[’']$")


@dataclass(frozen=True, slots=True)
class Marks:
    """A quotation: the characters [start, end) between its marks."""

    start: int
    end: int


def quoted(text: str, following: str = "") -> Iterator[Marks]:
    """The quotations of a text, in order; a quotation inside another is part of it.

    Args:
        text: of one paragraph.
        following: of the next one. A quotation of several paragraphs opens each of them anew, and closes in the last.
    """
    at = 0
    while at < len(text):
        opens = _opens(text, at)
        end = _closed_at(text, at) if opens else None
        if end is None and opens and text[at] in _DOUBLE and following.startswith(text[at]):
            end = len(text)
        if end is None:
            at += 1
        else:
            yield Marks(at + 1, end)
            at = end + 1


def _opens(text: str, at: int) -> bool:
    """Whether a quotation may begin here: before a word, and not after one ("states’ rights", "5'")."""
    before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2]
    if text[at] not in _PAIRS or not after or (after.isspace() and text[at] not in "«»"):
        return False
    return not (before.isalnum() or before in ".,;:!?…") or text[at] in "“„«"


def _closed_at(text: str, at: int) -> int | None:
    """Where the quotation that opens here is closed; None where it never is."""
    opening, closing = text[at], _PAIRS[text[at]]
    ends = list(_ends(text, at, opening, closing))
    if not ends:
        return None
    # “‘the states’ rights’”: after an s it may be an apostrophe, where another mark could close.
    later = [end for end in ends[1:] if not any(sign == opening for sign in text[ends[0] : end])]
    apostrophe = closing in ("’", "'") and _POSSESSIVE.search(text[at : ends[0] + 1])
    return later[0] if apostrophe and later else ends[0]


def _ends(text: str, at: int, opening: str, closing: str) -> Iterator[int]:
    depth = 0
    for place in range(at + 1, min(len(text), at + _LONGEST)):
        sign, after = text[place], text[place + 1 : place + 2]
        if sign == opening and opening not in closing and not text[place - 1].isalnum():
            depth += 1
        elif sign in closing:
            inside_a_word = text[place - 1].isalnum() and after.isalnum() and sign in "’'"
            straight_opening = sign in "\"'" and text[place - 1].isspace()
            if inside_a_word or straight_opening:
                continue
            if depth == 0:
                yield place
            depth = max(0, depth - 1)
