"""Cutting a note into the pieces between semicolons and sentence ends, never inside a title, a bracket or a number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.words.addresses import Address
from ingest.words.dates import MONTHS
from ingest.words.wordlists import wordlist

_ABBREVIATIONS = wordlist("abbreviations")
_SINGLE_CLOSE = re.compile(r"[’'](?=[\s,.;:)\](\[–—]|$)")
_LONGEST_QUOTATION = 2000
"""Characters; a mark that closes further on, as in damaged text, shields nothing, and costs no more to look for."""
_OPENING = re.compile("[“«„‹‚‘\"'»›]")
_REVERSED = re.compile(r"(?<![^\s(\[/–—])[»›](?=\w)")
_PAIRED = {"“": "”", "«": "»", "„": "“”", "‹": "›", "‚": "‘’", "»": "«", "›": "‹"}
"""German books print guillemets also the other way round: »Wahre Geschichte«."""
_SEMICOLON = re.compile(r";(?!\d|(?<=[A-Za-z)];)\s(?:19|20)\d\d(?:\.|,\s|$))")
"""No cut: "Control Eng Pract. 2014;23:32–43", "Geneva: WHO; 2012"."""
_BRACKET = re.compile(r"[()\[\]]")
_BRACKETS = {"(": ")", "[": "]"}
# The first letter is asked for first, what stands before it then: else each letter of a text is tried.
_REPORTER = re.compile(
    r"[\dA-Z](?:(?<=\d)(?<!\w.)\d{0,3}\s(?:(?:[A-Z][\w’'&.]*|&|of|the|and|for|on|in)\s){1,10}?\d{1,5}\b"
    r"|(?<=[A-Z])(?<![\w.].)[\w’'&]*\.\s(?:[A-Z][\w’'&]*\.\s){1,5}(?=§|\d))"
)
"""Volume, abbreviated journal and page: "145 U. PA. L. REV. 1"; also statutes: "ARIZ. REV. STAT. §"."""
_END = re.compile(
    r"[.?!…](?:[”’\"»)\]]|\s»)*\s+(?=[“‘\"'«„(\[]?\s?(?:[A-ZÀ-ÖØ-ÞČĆĐŁŘŚŠŻŽ]|\d|https?:|www\.|d[aeiu]\s|v[ao]n\s))"
)
_BEGINS_ANEW = re.compile(
    r"(?:See|But|Cf|Compare|Ibid|Id\.|Voir|Vgl|Siehe|The|This|That|These|It|He|She|They|We|On|For|Le|La|Les"
    r"|Ce|Cette|Der|Die|Das|Es)\b"
)
"""What begins a sentence after "?”"; anything else goes on after a title: "... Peacekeeping?” International ..."."""
_ORDINAL = re.compile(
    r"(?:Jh|Jahrhunderts?|EL|GP|Lfg|Jg|Jahrg|Aufl|Auflage|Bd|Kap|Abschn|Abschnitt|Sitzung|Tagung|Wahlperiode|Deutscher\sBundestag|Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober"
    r"|November|Dezember|éd|ed)\b"
)
"""What follows a German ordinal: "60. Jg.", "4. Mai 2015", "240. Sitzung"."""
_LONGEST_ORDINAL = 3
_BEFORE = re.compile(r"([\w’'./]+)$")
_DAY_NEXT = re.compile(
    rf"\((?:{MONTHS}\s(?:\d{{1,2}},\s)?|\d{{1,2}}\s{MONTHS}\s)(?:1[89]|20)\d\d\)|\((?:1[89]|20)\d\d\)\.?$"
)
"""A day in brackets, or a year that ends a note, begins no sentence: "in Bologna, It. (Feb. 3, 2019)"."""
_ITALIAN = re.compile(r"(?:Foro|Giur\.|Riv\.)\sit$")
"""Reviews of Italian law: "Foro it. 2015, I, 1152"."""
_LETTERS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters [start, end) of a note: between two semicolons or sentence ends."""

    start: int
    end: int
    opener: str
    """What stands before it: "" at the note's beginning, ";" or "." """


class Shield:
    """Which characters stand inside quotation marks, brackets or addresses, where no citation ends."""

    def __init__(self, text: str, addresses: Sequence[Address] = ()) -> None:
        self.text = text
        self.quotes = quotations(text)
        self.brackets = _bracketed(text, self.quotes)
        self._mask = bytearray(len(text) + 1)
        for start, end in (*self.quotes, *self.brackets, *((a.start, a.end) for a in addresses)):
            self._mask[start:end] = b"\1" * (end - start)
        self._quoted = bytearray(len(text) + 1)
        for start, end in self.quotes:
            self._quoted[start:end] = b"\1" * (end - start)

    def covers(self, offset: int) -> bool:
        """Whether the character at `offset` is inside quotation marks, brackets or an address."""
        return bool(self._mask[offset])

    def quoted(self, offset: int) -> bool:
        """Whether the character at `offset` is inside quotation marks."""
        return bool(self._quoted[offset])


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the outermost quotations of `text`, marks included, in order."""
    found: list[tuple[int, int]] = []
    done = 0
    for mark in _OPENING.finditer(text):
        i, c = mark.start(), mark.group()
        if i < done or (c in "»›" and not _REVERSED.match(text, i)):
            continue
        end = -1
        if c in _PAIRED:
            end = _close_paired(text, i, c, _PAIRED[c])
        elif c == '"':
            end = text.find('"', i + 1)
        elif c in "‘'" and (i == 0 or text[i - 1] in " ([—–/,") and i + 1 < len(text) and text[i + 1] not in " )":
            end = _close_single(text, i)
        if end > i:
            found.append((i, end + 1))
            done = end + 1
    return found


def _close_paired(text: str, start: int, opening: str, closing: str) -> int:
    depth = 0
    for j in range(start + 1, min(len(text), start + _LONGEST_QUOTATION)):
        if text[j] in closing and not depth:
            return j
        if text[j] == opening and opening not in closing:
            depth += 1
        elif text[j] in closing:
            depth -= 1
    return -1


def _close_single(text: str, start: int) -> int:
    """The closing mark is the apostrophe's twin: "‘Peacekeepers’ dilemma’" closes at the last, not after s’."""
    inner = 0
    fallback = -1
    for j in range(start + 1, min(len(text), start + _LONGEST_QUOTATION)):
        if text[j] == "‘":
            inner += 1
        elif _SINGLE_CLOSE.match(text, j):
            if inner:
                inner -= 1
                continue
            if (
                text[j - 1] == "s"
                and re.match(r". [a-z]", text[j : j + 3])
                and not re.match(r". (?:in|and|at)\b", text[j : j + 6])
            ):
                fallback = j if fallback < 0 else fallback
                continue
            return j
    return fallback


def _bracketed(text: str, quotes: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the outermost bracketed stretches; a bracket that never closes shields nothing."""
    inside = bytearray(len(text) + 1)
    for start, end in quotes:
        inside[start:end] = b"\1" * (end - start)
    found: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for mark in _BRACKET.finditer(text):
        i, c = mark.start(), mark.group()
        if inside[i]:
            continue
        if c in _BRACKETS:
            stack.append((_BRACKETS[c], i))
        elif stack and c == stack[-1][0]:
            start = stack.pop()[1]
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, i + 1))
    return found


def pieces(text: str, shield: Shield) -> list[Piece]:
    """Cut `text` at semicolons and sentence ends that `shield` does not cover."""
    reporters = [m.span() for m in _REPORTER.finditer(text)]
    cuts: list[tuple[int, int, str]] = [
        (m.start(), m.end(), ";") for m in _SEMICOLON.finditer(text) if not shield.covers(m.start())
    ]
    cuts += [
        (m.end(), m.end(), ".")
        for m in _END.finditer(text)
        if _ends_sentence(text, m, shield) and not any(s < m.start() < e for s, e in reporters)
    ]
    found: list[Piece] = []
    start, opener = 0, ""
    for at, after, mark in sorted(cuts):
        found.append(Piece(start, at, opener))
        start, opener = after, mark
    found.append(Piece(start, len(text), opener))
    return [p for p in (_strip(text, p) for p in found) if p.end > p.start]


def _ends_sentence(text: str, m: re.Match[str], shield: Shield) -> bool:
    # The mark itself may be the last character inside a quotation ("… of Agenda.” See"), but not inside a bracket.
    if shield.covers(m.end() - 1) or (shield.covers(m.end()) and text[m.end()] not in "“‘\"'«„([hw1"):
        return False
    if m.start() + 1 < m.end() and shield.covers(m.start()) and text[m.start() + 1] in " ":
        return False
    if text[m.start()] != ".":
        # "Does Peacekeeping Work? Shaping Belligerents’ Choices": a question mark may stand inside a title.
        return bool(re.match(r"[?!…][”’\"»)\]]", text[m.start() : m.start() + 2]) and _BEGINS_ANEW.match(text, m.end()))
    token = _BEFORE.search(text[max(0, m.start() - 24) : m.start()])
    if not token:
        return True
    told = token.group(1).rpartition("/")[2]  # "J. Auler/P. Hiller"
    word = told.lower().lstrip("’'")
    if word.isdigit() and len(word) <= _LONGEST_ORDINAL and _ORDINAL.match(text, m.end()):
        return False
    if word in {"m", "s"} and text[m.end()].isdigit():
        return False  # a membrane: "TNA, KB 27/529, m. 45d", a Nordic page: "Ibid., s. 46"
    if _DAY_NEXT.match(text, m.end()) or (word == "it" and _ITALIAN.search(text, 0, m.start())):
        return False
    if word in _ABBREVIATIONS or (word.rsplit(".", 1)[-1] in _ABBREVIATIONS and "." in word):
        return False
    following = text[m.end() : m.end() + 12]
    if len(told) == 1 and told.isalpha() and told.isupper():
        return False
    if _LETTERS.fullmatch(told):
        return bool(re.match(r"(?:See|Cf|But|For|Ibid|Id)\b", following))
    return not (told.isupper() and len(word) < 6 and re.match(r"[A-Z]{2}|[A-Z]\.", following))


def _strip(text: str, piece: Piece) -> Piece:
    start, end = piece.start, piece.end
    while start < end and text[start] in " ,;":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return Piece(start, end, piece.opener) if (start, end) != (piece.start, piece.end) else piece
