"""Printed lines joined to running text: line-end hyphens, spaces, and where each line and marker ends up."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.model import Marker, Span
from ingest.pdf.raw import Line
from ingest.words.addresses import PROSE
from ingest.words.wordlists import wordlist

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_HYPHENATED = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}(?:[-‐‑][^\W\d_]{2,})+")
_HYPHENS = "-‐‑"
_DASHES = "–—"
# "Schutz- und Ordnungsfunktion", "pre- and post-war": the hyphen stands for a word left out.
_SUSPENDED = re.compile(r"(?:und|oder|bzw|sowie|als|wie|bis|and|or|to|et|ou|y|o|e)\b")
_SOFT = 3
"""Soft hyphens at lines' ends that show the document's producer to set them."""
_FIRSTS = 2
"""Hyphenated words with the same first part that show the hyphen to be the document's way."""
# First parts that keep their hyphen in English and French more often than not.
_HYPHEN_PARTS = frozenset(
    {"self", "non", "well", "half", "high", "low", "long", "short", "full", "quasi", "cross", "vice", "semi"}
    | {"best", "better", "anti", "post", "third", "two", "three", "four", "five", "seven", "eight"}
    | {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
    | {"peut", "quelques", "vis", "demi", "celui", "celle", "ceux"}
)
_CLOSED_FIRSTS, _CLOSED_SECONDS = wordlist("closed_firsts"), wordlist("closed_seconds")
_OF_OTHERS = ("der", "die", "de", "la")
"""Words that are commoner than "the" in other languages."""
_SHORTEST_PART = 4
_LONG = 6
"""Letters of a second part that is a word and no ending: "post-|traumatic", but "post-|poned"."""
_CLOSED = re.compile(r"[\w.,;:!?)\]”’»]$")
_OPENING = tuple("“‘„«([")
_ADDRESS = re.compile(r"(?:https?://|www\.|doi\.org/)\S*$")
_ADDRESS_BREAK = re.compile(r"[/\-_=&?#%.]$")
_ADDRESS_PART = re.compile(r"[a-z0-9]+[-/._=&?%#]\w|[\w%]+[/=]|[a-z0-9]+\.(?:html?|pdf|aspx?|php)\b")
_NO_PROSE = re.compile(r"\w*(?:%[0-9A-F]{2}|_\w)\S*$|[/?&=#%-]\w|[\w-]*\.(?:html?|pdf|aspx?|php)\b")
"""What stands in addresses alone, also behind a capital letter: "…/Dokumente/Disk | E_Anpassung%20Urheberrecht"."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Characters of a line that print marks and are taken out of the text."""

    start: int
    end: int
    markers: tuple[Marker, ...]
    """Their offsets are set when the text is joined."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A printed line as it enters a text: `begin` is where its own words start, after a label."""

    line: Line
    begin: int = 0
    cuts: tuple[Cut, ...] = ()


@dataclass(slots=True)
class Words:
    """The document's own words: what they show about hyphens."""

    plain: Counter[str] = field(default_factory=Counter)
    hyphenated: Counter[str] = field(default_factory=Counter)
    firsts: Counter[str] = field(default_factory=Counter)
    """First parts of the hyphenated ones."""
    soft: int = 0
    """Lines that end with a soft hyphen: where they do, a hard one at a line's end belongs to its word."""

    @classmethod
    def of(cls, lines: Iterable[Line]) -> "Words":
        """Count the words inside lines; a word that may be broken counts neither at the end nor on the next line."""
        texts = [line.text.rstrip().lower() for line in lines]
        broken = [text[-1:] in _HYPHENS for text in texts]
        inside = [text.rpartition(" ")[0] if cut else text for text, cut in zip(texts, broken, strict=True)]
        inside[1:] = [
            text.lstrip().partition(" ")[2] if cut else text for text, cut in zip(inside[1:], broken, strict=False)
        ]
        hyphened = "\n".join([text for text in inside if "-" in text or "‑" in text])
        parts = [found.replace("‑", "-").split("-") for found in _HYPHENATED.findall(hyphened)]
        return cls(
            Counter(_WORD.findall("\n".join(inside))),
            Counter(f"{left}-{right}" for each in parts for left, right in pairwise(each)),
            Counter(part for each in parts for part in each[:-1]),
            sum(text.endswith("\u00ad") for text in texts),
        )

    def keeps_hyphen(self, left: str, right: str) -> bool:
        """Tell whether a hyphen between these two parts of a broken word belongs to the word."""
        left, right = left.lower(), right.lower()
        if self.soft >= _SOFT:
            return True
        if self.hyphenated[f"{left}-{right}"]:
            return not self.plain[left + right] > self.hyphenated[f"{left}-{right}"]
        if self.plain[left + right]:
            return False
        if left in _HYPHEN_PARTS and (self.plain[right] or len(right) >= _LONG):
            return True
        if len(left) > 3 and self.firsts[left] >= _FIRSTS and self.plain[right]:
            # "counter-|terrorism" in a text that has "counter-insurgency".
            return True
        if min(len(left), len(right)) < _SHORTEST_PART:
            return False
        if self._english:
            # "peace-|enforcement": two words that the document uses by themselves, and never as one.
            closed = left in _CLOSED_FIRSTS or right in _CLOSED_SECONDS
            return not closed and bool(self.plain[left] and self.plain[right])
        # German makes one word of any two: "donor-|funded" must be told by how often they stand alone.
        return self.plain[left] >= 2 and self.plain[right] >= 3

    @property
    def _english(self) -> bool:
        return self.plain["the"] > sum(self.plain[word] for word in _OF_OTHERS)


@dataclass(frozen=True, slots=True)
class Joined:
    """A text with the place of each of its lines and markers."""

    text: str
    spans: tuple[Span, ...]
    markers: tuple[Marker, ...]


def join(pieces: Sequence[Piece], words: Words) -> Joined:
    """Join printed lines to one text without newlines, labels, marks and line-end hyphens."""
    text = ""
    spans: list[Span] = []
    markers: list[Marker] = []
    full = False
    widest = max((piece.line.box[2] for piece in pieces), default=0.0)
    for piece in pieces:
        content, marks = _content(piece)
        if not content:
            markers.extend(_placed(mark, len(text)) for _, mark in marks)
            continue
        before = len(text)
        text, glue = _seam(text, content, words, full)
        full = piece.line.box[2] > widest - 1.5 * piece.line.size
        if len(text) < before:
            spans[-1] = Span(spans[-1].start, len(text), spans[-1].page, spans[-1].bbox)
            markers = [_placed(mark, min(mark.offset, len(text))) for mark in markers]
        text += glue
        start = len(text)
        text += content
        spans.append(Span(start, len(text), piece.line.page, _box(piece.line)))
        # A mark that begins a line belongs to the end of the line above.
        markers.extend(
            _placed(mark, start + offset if offset else len(text) - len(content) - len(glue)) for offset, mark in marks
        )
    if text.endswith("\u00ad"):
        text = text[:-1]
        spans[-1] = Span(spans[-1].start, len(text), spans[-1].page, spans[-1].bbox)
        markers = [_placed(mark, min(mark.offset, len(text))) for mark in markers]
    return Joined(text, tuple(spans), tuple(markers))


def _placed(marker: Marker, offset: int) -> Marker:
    return Marker(offset, marker.label, marker.note, marker.evidence)


def _box(line: Line) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = line.box
    return (round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2))


def _content(piece: Piece) -> tuple[str, list[tuple[int, Marker]]]:
    """Return a line's words with single spaces and without its marks, and where the marks stood."""
    text = piece.line.text
    if not piece.cuts:
        return _without_soft_hyphens(" ".join(text[piece.begin :].split())), []
    out = ""
    marks: list[tuple[int, Marker]] = []
    position = piece.begin
    for cut in piece.cuts:
        if cut.start < position:
            continue
        out += text[position : cut.start]
        stripped = len(" ".join(out.split()))
        marks.extend((stripped, marker) for marker in cut.markers)
        # "communities. 23 Violent": the space before a raised mark goes with it.
        behind = text[cut.end : cut.end + 1]
        if out.endswith(" ") and behind in (" ", ""):
            out = out.rstrip()
        elif _CLOSED.search(out) and (behind.isalpha() or behind in _OPENING):
            # "Washington,⁴⁶ and Wyoming⁴⁷permit": a mark that calls a note stands inside no word.
            out += " "
        position = cut.end
    out = _without_soft_hyphens(" ".join((out + text[position:]).split()))
    return out, [(min(offset, len(out)), mark) for offset, mark in marks]


def _without_soft_hyphens(text: str) -> str:
    """Return a line's words without soft hyphens but the one at its end."""
    return text[:-1].replace("\u00ad", "") + text[-1] if "\u00ad" in text[:-1] else text


def _seam(text: str, content: str, words: Words, full: bool) -> tuple[str, str]:
    """Return the text so far, without a hyphen that only the line's end called for, and what joins the next line.

    `full` tells that the line above reaches the right edge.
    """
    if not text:
        return text, ""
    last = text[-1]
    if last == "\u00ad":
        return text[:-1], ""
    if text.endswith(("http:", "https:")) and content.startswith("//"):
        return text, ""
    address = _ADDRESS.search(text[-300:])
    goes_on = bool(address and _goes_on(address[0], content, full))
    if address and (goes_on or last == "/"):
        return text, "" if goes_on else " "
    if last == "/" and text[-2:-1].isalnum() and content[0].isalnum():
        # "A/CN.4/637/ | Add.1", "and/ | or"
        return text, ""
    if last in _HYPHENS and len(text) > 1 and not text[-2].isspace():
        return _hyphen_seam(text, content, words)
    if last in _DASHES and len(text) > 1 and not text[-2].isspace():
        return text, ""
    return text, " "


def _goes_on(address: str, content: str, full: bool) -> bool:
    """Tell whether an address at a line's end goes on with the next line's first word."""
    word = content.split(maxsplit=1)[0]
    if address.endswith("/") and PROSE.match(content):
        return False
    if _ADDRESS_BREAK.search(address):
        return (not address.endswith(".") and word[0].isalnum()) or _ADDRESS_PART.match(word) is not None
    # "…/Geopolitiqu | e-du-maintien-de-la-paix": cut where the line was full.
    # "…nn=67 | 12350, zuletzt abgerufen", not "…/2018 | 12 May".
    number = address[-1].isdigit() and word[0].isdigit() and not word.isdigit() and word.rstrip(".,;)").isdigit()
    return full and bool(number or _NO_PROSE.match(word) or (word[0].islower() and _ADDRESS_PART.match(word)))


def _hyphen_seam(text: str, content: str, words: Words) -> tuple[str, str]:
    if not content[0].islower():
        # "Franco-|Prussian", "2016-|17"
        return text, ""
    if _SUSPENDED.match(content):
        left = _WORD.findall(text[-40:])
        right = _WORD.match(content)
        if not (left and right and words.plain[(left[-1] + right[0]).lower()]):
            return text, " "
    left_parts = _WORD.findall(text[-40:-1])
    right_part = _WORD.match(content)
    if not left_parts or right_part is None or not text[:-1].endswith(left_parts[-1]):
        return text, ""
    if words.keeps_hyphen(left_parts[-1], right_part[0]):
        return text, ""
    return text[:-1], ""
