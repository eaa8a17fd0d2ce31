"""Where sentences begin and end, in text full of "vol. 3, para. 5" and "Res. 2100".

sentencex proposes the boundaries; the rules here take back those that scholarly abbreviations, initials and list
numbers mislead it to, and add those that only a note's marker gives away.
"""

import re
import tomllib
from collections.abc import Sequence
from importlib.resources import files

from sentencex import get_sentence_boundaries

Bounds = tuple[int, int]
"""Characters [start, end) of the text."""

_WORDS = {
    name: frozenset(words.split())
    for name, words in tomllib.loads(
        files("ingest").joinpath("data", "sentence_words.toml").read_text(encoding="utf-8")
    ).items()
}

_CONTEXT = 60
"""Characters on either side of a boundary that the rules look at; no abbreviation or list number is longer."""

_LAST_WORD = re.compile(r"([^\W\d_](?:[\w.-]*\w)?)\.$")
_INITIAL = re.compile(r"(?:^|[\s(\[“‘«])(?:[^\W\d_]\.[ -]?)*([^\W\d_])\.$")
_NUMBER = re.compile(r"[\[(§]*\s*(?:\d|[IVXLC]+\b|[a-z]\))")
_LIST_LABEL = re.compile(r"[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)\]]+")
_CLOSERS = re.compile(r"[\s.,;:!?]*[)\]”’»\"]+[.,;:]?(?=\s|$)")
_ENDS = re.compile(r"[.?!…][)\]”’»\"']*$")
_OPENS = re.compile(r"\s*[“‘«(\"\[]*\s*[A-ZÀ-ÖØ-Þ]")
_IN_BRACKETS = re.compile(r"(?:^|(?<=[.?!…”’»]\s))\([^()]*\s[^()]*[.?!]\)(?=\s+[“‘«A-ZÀ-ÖØ-Þ])")
_ODD_SPACE = re.compile(r"[^\S\n ]")
_FIRST_WORD = re.compile(r"\w+")


def sentences(text: str, markers: Sequence[int] = (), language: str = "en") -> list[Bounds]:
    """The sentences of a block's or a note's text, in order.

    Together they hold every character but the white space between them.

    Args:
        text: One paragraph, without its notes' marks.
        markers: Offsets at which marks stood. A mark after a full stop and before a capital ends a sentence even
            where the full stop alone would not: "in the U.S.¹ The Council".
        language: ISO 639-1; an unknown one is read as English.
    """
    # sentencex panics at "B\u00a0.": it looks for the initial one byte before the full stop.
    plain = _ODD_SPACE.sub(" ", text)
    cuts = {boundary["start_index"] for boundary in get_sentence_boundaries(language, plain)} - {0}
    cuts |= {at for at in markers if _ENDS.search(text[max(0, at - 8) : at]) and _OPENS.match(text, at)}
    if "(" in text:
        cuts |= {bracketed.end() for bracketed in _IN_BRACKETS.finditer(text)}
    kept: list[int] = []
    start = 0
    for cut in sorted(cuts):
        closers = _CLOSERS.match(text, cut)
        if closers:
            cut = closers.end()
        if cut not in markers and _goes_on(text[start:cut].rstrip(), text[cut:].lstrip()):
            continue
        if cut > start:
            kept.append(cut)
            start = cut
    return [bounds for a, b in zip([0, *kept], [*kept, len(text)], strict=True) if (bounds := _trimmed(text, a, b))]


def _trimmed(text: str, start: int, end: int) -> Bounds | None:
    piece = text[start:end]
    bare = piece.strip()
    if not bare:
        return None
    first = start + piece.index(bare)
    return first, first + len(bare)


def _goes_on(left: str, right: str) -> bool:
    """True where the sentence that `left` ends with runs on into `right`."""
    tail, head = left[-_CONTEXT:], right[:_CONTEXT]
    letter = next(filter(str.isalnum, head), None)
    if letter is None or not any(map(str.isalnum, tail)):
        return True  # nothing but brackets or dots on one side
    if letter.islower():
        return True  # `"Why?" she asked`, "et al. and others"
    return _LIST_LABEL.fullmatch(tail) is not None or _abbreviated(tail, head) or _initial(tail, head)


def _abbreviated(tail: str, head: str) -> bool:
    word = _LAST_WORD.search(tail, tail.rfind(" ") + 1)
    if not word:
        return False
    name = word[1].lower()
    return name in _WORDS["before_anything"] or (name in _WORDS["before_number"] and bool(_NUMBER.match(head)))


def _initial(tail: str, head: str) -> bool:
    """Tell whether an initial ends the tail: "J. M. Smith", "M. Dupont"; not "Annex B. The Council"."""
    if not tail[-2:-1].isupper() or not _INITIAL.search(tail):
        return False
    after = _FIRST_WORD.search(head)
    return after is not None and after[0].lower() not in _WORDS["openers"]
