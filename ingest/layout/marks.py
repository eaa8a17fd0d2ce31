"""Note marks as they are printed: raised in running text, or at the head of a line as a note's own label."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ingest.layout.rows import Row
from ingest.layout.setting import is_typed
from ingest.pdf.raw import Line, PageLink, Run

Form = Literal["raised", "slash", "symbol", "plain", "bracketed", "misread", "ordered"]
FIGURES: frozenset[Form] = frozenset(("plain", "bracketed"))
"""Forms that mere figures have too: their looks alone say nothing."""

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SYMBOLS = "*†‡§¶∗#‖∥"
_SAME = "|".join(rf"[{sign}]{{1,4}}" for sign in _SYMBOLS)
"""Signs in a row are one mark where they are the same: "**" is one, "*†" two."""
_SAME_SIGNS = str.maketrans("∗∥", "*‖")
"""Signs as fonts of mathematics name them."""
_RISE = 0.25
"""Ems by which a label stands above its row at least where its size does not tell it."""
_NEAR = 3.5
"""Ems by which a link may lead above the line that it means."""
_ONE = rf"\d{{1,8}}|[ivxlc]{{2,8}}|[IVXLC]{{2,8}}|{_SAME}|[a-z]{{1,2}}|[A-Z]"
_RAISED_RUN = re.compile(rf"\s*[\[(]?(?:{_ONE})[\])]?(?:\s*[,;.–-]?\s*[\[(]?(?:{_ONE})[\])]?)*\s*[,;.]?\s*")
_RAISED_LABEL = re.compile(rf"[\[(]?(?:{_ONE})[\])]?[.):]?")
_EACH = re.compile(_ONE)
_TO = ("-", "–", "‐", "‑", "−")
_LONGEST = 6
"""Notes that one range of marks calls; a page's or a year's is longer."""
_UNICODE_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+")
# "administration. 1/" in older UN papers; not "and/or", not "1/2".
_SLASH = re.compile(r"(?:(?<=\s)|(?<=[,.;:)\"”’]))(\d{1,3}|[a-z])/(?=[\s.,;:)\"”]|$)")
_SYMBOL = re.compile(rf"(?<=[^\s{_SYMBOLS}])[*†‡§¶∗]{{1,4}}(?=[\s.,;:)\"”]|$)")
# "classical texts.20 The", "Loci20 (CL", "in 194817.": digits glued to a word, a stop, a closing quote or a year.
# The figure is asked for first: to look back from every letter takes five times as long.
_PLAIN = re.compile(
    r"(\d(?:(?<=[^\W\d_].|[.,;:!?)\]\"”’»›].)|(?<=\b1[5-9]\d\d.)|(?<=\b20\d\d.))\d{0,3})(?=[\s.,;:)\]\"”’»—–]|$)(?![.,]\d)"
)
# "the enemy.[12]", "the enemy (12)": full-size digits in brackets, as typewriters and some word processors mark notes.
_BRACKETED = re.compile(r"(?<=[\w.,;:!?)\]\"”’»›])\s?[\[(](\d{1,3})[\])](?=[\s.,;:!?)\]\"”’»—–]|$)")
_LEADERS = re.compile(r"(?:\.\s?){6,}")
"""A line of a table of contents."""
# What any of these holds and most lines do not.
_FIGURE_OR_SYMBOL = re.compile(rf"[\d/{_SYMBOLS}]")
# 10⁶, m², 1st, 2e: raised, but no note's mark.
_ORDINAL = re.compile(r"st|nd|rd|th|er|re|me|e|o|a|ème|ième|nde?|os|as|n", re.IGNORECASE)
# "Sector northᵃ" in a table: behind a word in small letters stands no ending of an ordinal.
_WORD = re.compile(r"[^\W\d_A-Z]{2}[.,;:)”\"]?$")
_UNIT = re.compile(r"(?:^|[\s\d(/])(?:[kcmd]?m|ft|in|CO|s|χ|x|R|cm)$")

_UNICODE_LABEL = re.compile(r"\s*([⁰¹²³⁴-⁹]+)\s*")
_BEGINS_WORD = re.compile(r"[A-Z][a-z]|[^\W\divxlcIVXLC_][^\W\d_]")
"""As most rows do; no label begins so."""
_LABEL = re.compile(
    rf"""\s*(?:
    \[(?P<square>\d{{1,3}})\]
    |\((?P<round>\d{{1,3}})\)
    |(?P<slash>\d{{1,3}}|[a-z])\s?/(?=\s)
    |(?P<number>\d{{1,3}})(?P<point>[.):]?)(?=\s|$|[^\W\d]|["“«‘'„(\[<])
    |(?P<letter>[a-z])(?P<stop>[.)])(?=\s)
    |[(\[](?P<boxed>[a-z]{{1,2}})[)\]](?=\s)
    |(?P<rare>\d{{4}}(?=\s|[.)]\s|$|[^\W\d]|["“«‘'„(\[<])|(?:[ivxlc]{{1,8}}|[IVXLC]{{1,8}})(?=\s|[.)]\s|$)
        |[A-Z](?=[.)]\s))[.)]?
    |(?P<symbol>{_SAME})(?=\s*[^\s{_SYMBOLS}])
    )\s*""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a row's text that may be a note's marker."""

    row: int
    """Index of the row in the document's rows."""
    start: int
    end: int
    """Characters of the row's text that print it."""
    label: str
    form: Form
    linked: PageLink | None = None
    """The link annotation that lies on it."""
    doubtful: bool = False
    """It may be an exponent, an ordinal or a unit."""


@dataclass(frozen=True, slots=True)
class Start:
    """A row that may open a note: its label stands at the head."""

    row: int
    end: int
    """Where the note's own words begin in the row's text."""
    label: str
    raised: bool
    stopped: bool
    """The label carries a point, bracket or slash."""
    sure: bool = False
    """Nothing but a note begins so: "1/" in a UN paper, a number of a scan's small print that goes on counting."""


def is_raised(run: Run, line: Line) -> bool:
    """Tell whether a run stands above the line's baseline and is smaller than its letters."""
    if run.flagged and run.size < 0.95 * line.size:
        return True
    return line.baseline - run.baseline > 0.12 * line.size and run.size < 0.92 * line.size


def find(number: int, row: Row, links: Sequence[PageLink]) -> Iterator[Mark]:
    """Yield the places of a row that may be markers, from left to right.

    Args:
        number: The row's index.
        row: The row.
        links: Links of its page to places in the file.
    """
    text = row.line.text
    taken: set[int] = set()
    position = 0
    # What is set in one go raises nothing.
    for run in row.line.runs if len(row.line.runs) > 1 else ():
        if run.text.strip() and is_raised(run, row.line) and _RAISED_RUN.fullmatch(run.text.translate(_SUPERSCRIPTS)):
            before = text[:position].rstrip()
            printed = run.text.translate(_SUPERSCRIPTS)
            last = None
            for found in _EACH.finditer(printed):
                start, end = position + found.start(), position + found.end()
                taken.update(range(start, end))
                for label in _between(last, found, printed):
                    yield _mark(number, row, start, start, label, "raised", links, doubtful=True)
                yield _mark(number, row, start, end, found[0], "raised", links, _is_power(before, found[0]))
                last = found
        position += len(run.text)
    if not text.isascii():
        for found in _UNICODE_RAISED.finditer(text):
            if found.start() not in taken:
                taken.update(range(*found.span()))
                label = found[0].translate(_SUPERSCRIPTS)
                doubt = _is_power(text[: found.start()], label)
                yield _mark(number, row, *found.span(), label, "raised", links, doubt)
    if not _FIGURE_OR_SYMBOL.search(text):
        return
    for sign, pattern, form in _PRINTED:
        for found in pattern.finditer(text) if sign.search(text) else ():
            if found.start() not in taken and not _heads_row(form, text[: found.start()]):
                taken.update(range(*found.span()))
                start, end = found.span(1) if form == "bracketed" else found.span()
                label = found[0] if form == "symbol" else found[1]
                yield _mark(number, row, start, end, label, form, links, doubtful=form in FIGURES)


def _between(one: re.Match[str] | None, two: re.Match[str], printed: str) -> Iterator[str]:
    """Yield the labels that a range leaves out: 4 in "3–5"."""
    if one is None or printed[one.end() : two.start()].strip() not in _TO or not (one[0] + two[0]).isdigit():
        return
    if int(two[0]) - int(one[0]) <= _LONGEST:
        yield from map(str, range(int(one[0]) + 1, int(two[0])))


def leads_to(link: PageLink, line: Line) -> bool:
    """Tell whether a link leads to a printed line, or only to its page where it names no height."""
    return link.page == line.page and (link.y is None or abs(line.baseline - link.y) < _NEAR * line.size)


def parted(mark: Mark, known: Collection[str], last: int) -> tuple[Mark, ...]:
    """Part two marks that are set without a space between them: "2728" is 27 and 28 where no note is 2728.

    Behind a mark 1, "23" is 2 and 3, whether or not there is a note 23.

    Args:
        mark: A mark of the text.
        known: Labels that open rows of the document.
        last: The number of the mark before it, 0 where it is the first.
    """
    digits = mark.label
    if mark.form not in ("raised", "plain") or not digits.isdigit() or len(digits) < 2:
        return (mark,)
    sure = int(digits[: len(digits) // 2]) == last + 1
    if not sure and (mark.form == "plain" or len(digits) == 2 or digits in known):
        return (mark,)
    for cut in {len(digits) // 2, (len(digits) - 1) // 2} - {0}:
        one, two = digits[:cut], digits[cut:]
        if one in known and two in known and int(two) == int(one) + 1:
            middle = mark.start + cut
            return (replace(mark, end=middle, label=one), replace(mark, start=middle, label=two))
    return (mark,)


def _heads_row(form: Form, before: str) -> bool:
    """Tell whether a mark is a row's own label: a symbol at its head, the last part of "2.1 From Port-au-Prince"."""
    return not before if form == "symbol" else form == "plain" and not before.strip(" .0123456789")


_PRINTED: tuple[tuple[re.Pattern[str], re.Pattern[str], Form], ...] = (
    (re.compile("/"), _SLASH, "slash"),
    (re.compile(f"[{_SYMBOLS}]"), _SYMBOL, "symbol"),
    (re.compile(r"\d"), _PLAIN, "plain"),
    (re.compile(r"[\[(]\s?\d"), _BRACKETED, "bracketed"),
)
"""The forms of marks that are not raised, each with what a row must hold for it to be looked for."""


def _mark(
    number: int, row: Row, start: int, end: int, label: str, form: Form, links: Sequence[PageLink], doubtful: bool
) -> Mark:
    link = _link_at(row.line, start, end, links) if links else None
    return Mark(number, start, end, label.translate(_SAME_SIGNS), form, link, doubtful and link is None)


def _is_power(before: str, label: str) -> bool:
    if label.isalpha() and _ORDINAL.fullmatch(label):
        return _WORD.search(before) is None
    return before[-1:].isdigit() or (label in ("2", "3") and _UNIT.search(before) is not None)


def x_at(line: Line, offset: int) -> float:
    """Estimate where a character of the line stands, in points from the page's left."""
    position = 0
    for run in line.runs:
        if offset <= position + len(run.text):
            share = (offset - position) / max(1, len(run.text))
            return run.box[0] + share * (run.box[2] - run.box[0])
        position += len(run.text)
    return line.box[2]


def _link_at(line: Line, start: int, end: int, links: Sequence[PageLink]) -> PageLink | None:
    middle = (x_at(line, start) + x_at(line, end)) / 2
    for link in links:
        x0, y0, x1, y1 = link.box
        # A link over a whole title is no marker's.
        if x0 - 1 <= middle <= x1 + 1 and x1 - x0 < 3.5 * line.size and y0 < line.baseline and y1 > line.box[1]:
            return link
    return None


def start(number: int, row: Row, raised: Collection[str] = ()) -> Start | None:
    """Return the note label at the head of a row, None where it has none.

    Args:
        number: The row's index.
        row: The row.
        raised: What marks of the document say that are raised or linked: years, roman numerals, capitals and letters
            in brackets are labels only where such a mark calls them.
    """
    line = row.line
    text = line.text
    position = 0
    for run in line.runs:
        if not run.text.strip():
            position += len(run.text)
            continue
        # "¹⁴⁷ ¹⁴⁷ VO (EG) 593/2008": a label that its author typed once more
        label = " ".join(dict.fromkeys(run.text.translate(_SUPERSCRIPTS).split()))
        if (is_raised(run, line) or _leads_address(run, row)) and _RAISED_LABEL.fullmatch(label):
            end = position + len(run.text)
            bare = label.strip("[]().:").translate(_SAME_SIGNS)
            return Start(number, _skip_space(text, end), bare, True, bare != label)
        break
    if not text.isascii() and (found := _UNICODE_LABEL.match(text)):
        return Start(number, found.end(), found[1].translate(_SUPERSCRIPTS), True, False)
    found = None if _BEGINS_WORD.match(text) else _LABEL.match(text)
    if not found:
        return None
    asked = found["rare"] or found["boxed"]
    if asked and asked not in raised:
        return None
    label = next(found[name] for name in _LABEL.groupindex if name not in ("point", "stop") and found[name])
    rest = text[found.end() :]
    if found["number"] and rest and not found["point"] and not any(map(str.isalpha, rest)):
        # "2 000" beside the axis of a chart
        return None
    if _LEADERS.search(rest):
        return None
    stopped = bool(
        found["point"] or found["stop"] or found["slash"] or found["square"] or found["round"] or found["boxed"]
    )
    return Start(number, found.end(), label.translate(_SAME_SIGNS), False, stopped, bool(found["slash"]))


def _leads_address(run: Run, row: Row) -> bool:
    """Tell whether a number is raised before an address, whose typewriter letters are as small as the number."""
    return row.line.baseline - run.baseline > _RISE * row.line.size and not run.typed and is_typed(row)


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position] in " .:)]":
        position += 1
    return position
