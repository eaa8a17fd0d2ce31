"""Mentions of a numbered list by its numbers: "[3, 7–9]", or "(3, 7–9)" where the document cites so throughout."""

import re
from collections.abc import Collection, Iterable, Iterator

from ingest.citations import locators
from ingest.citations.mention import Mention
from ingest.model import Block
from ingest.words.folding import FUNCTION_WORDS, fold
from ingest.words.wordlists import wordlist

_RANGE = r"\d{1,3}(?:\s?[–-]\s?\d{1,3})?"
_INSIDE = (
    r"(?:(?P<signal>(?:see|e\.g\.,?|cf\.|vgl\.|siehe|voir|cfr?\.|véase)(?:\salso|\sauch|\saussi)?)\s)?"
    rf"(?P<numbers>{_RANGE}(?:,\s?{_RANGE})*)(?:,?\s(?P<place>[^\W\d_]{{1,9}}\.?\s?(?:\d[\d.–-]*|[IVX]+)))?"
)
_SQUARE = re.compile(
    rf"(?<!\}})\[(?:(?P<from>\d{{1,3}})\]\s?[–-]\s?\[(?P<to>\d{{1,3}})|{_INSIDE})\]"
    r"(?!\s?(?:-?\d|\"|<-|(?-i:TRUE|FALSE|NULL|NA)\b))",
    re.IGNORECASE,
)
"""Numbers of entries in a text, "[3, 7–9]", "[see also 4]", "[9, Sec. 3]", "[1]–[4]", but not the arguments of a
command, "\\newcommand{\\titre}[1]", nor the count before what a program prints, "[1] 0.35"."""
_ROUND = re.compile(
    rf"\((?:(?<=[^\W\d_][”’»\")\]]\s\()|(?<=[^\W\d_]\s\()|(?<=[^\W\d_][.,]\()){_INSIDE}\)", re.IGNORECASE
)
"""The same in round brackets, behind a word: "between contingents (5) and between missions (3, 8)"."""
_MOST_NUMBERS = 40
"""Entries that one bracket names, at most."""
_FEWEST = 3
_WELL_COVERED = 0.8
"""Of a list's entries, what is mentioned where the text cites by them; equations and enumerations are fewer or more."""
_BEFORE = re.compile(r"([^\W\d_]+)\W*$")
_LONGEST_WORD = 24
_COUNTED = wordlist("counted") | wordlist("numbered")
_ITEM = r"(?:^|[,;:.]\s|\b(?:and|or|et|ou|und|oder|y|e)\s)\({}\)\s"
_BRACKET = re.compile(r"[()]")
_NAME_OF_CODE = re.compile(r"(?<!\w)[a-z]{1,3}\d?$")
_LONGEST_CALL = 400
"""Characters of a command in a listing."""


class ByNumber:
    """The numbers of a list, and the manner in which its document mentions them."""

    def __init__(self, known: Collection[str], blocks: Iterable[Block]) -> None:
        """Decides by all of a document whether round brackets mention entries.

        Args:
            known: The numbers of the entries; none where the list is not a numbered one.
            blocks: Of the document, without the list.
        """
        self._known = frozenset(known)
        self._round = False
        texts = [b.text for b in blocks if _is_prose(b)] if len(known) >= _FEWEST else []
        if any(True for text in texts for _ in self.square(text)):
            return
        mentioned = {m.entry for text in texts for m in self._in_round(text)}
        self._round = len(mentioned) >= _WELL_COVERED * len(known) > 0

    def mentions(self, block: Block) -> Iterator[Mention]:
        """Yield the mentions in a block."""
        yield from self._in_round(block.text) if self._round and _is_prose(block) else self.square(block.text)

    def square(self, text: str) -> Iterator[Mention]:
        """Yield the mentions in square brackets."""
        if self._known and "[" in text:
            for m in _SQUARE.finditer(text):
                if not _in_a_call(text, m.start()) and not _subscript(text, m.start()):
                    yield from self._of(m)

    def _in_round(self, text: str) -> Iterator[Mention]:
        if "(" in text:
            for m in _ROUND.finditer(text):
                if not _counts_a_thing(text, m.start()) and not _enumerates(text, m["numbers"]):
                    yield from self._of(m)

    def _of(self, m: re.Match[str]) -> Iterator[Mention]:
        """Yield a mention for each number of a bracket, where the list has all of them."""
        numbers: list[str] = []
        listed = m["numbers"] or f"{m['from']}-{m['to']}"
        for part in listed.split(","):
            first, _, last = re.sub(r"\s", "", part).replace("–", "-").partition("-")
            numbers += [str(n) for n in range(int(first), int(last or first) + 1)]
        if not 0 < len(numbers) < _MOST_NUMBERS or not self._known.issuperset(numbers):
            return
        place = locators.tail(m["place"]) if m["place"] else None
        for n in numbers:
            yield Mention(
                m.start(), m.end(), "numbered", "work", m.group(), m["signal"],
                place.locator if place else None, entry=n,
            )  # fmt: skip


def _is_prose(block: Block) -> bool:
    """Whether a block can cite in round brackets; in tables "5 (3)" is a mean and what it varies by."""
    return block.kind in {"paragraph", "quote", "list"}


def _counts_a_thing(text: str, at: int) -> bool:
    """Whether a number names what the word before it says, "equation (5)", or a formula stands there, "from (3)"."""
    before = _BEFORE.search(text, max(0, at - _LONGEST_WORD), at)
    word = fold(before.group(1)) if before else ""
    return word in _COUNTED or word in FUNCTION_WORDS


def _enumerates(text: str, number: str) -> bool:
    """Whether the number before or after opens an item of the same text: "must (1) observe, (2) report"."""
    if not number.isdigit():
        return False
    beside = (str(n) for n in (int(number), int(number) - 1, int(number) + 1))
    return any(re.search(_ITEM.format(n), text) for n in beside if f"({n}) " in text)


def _subscript(text: str, at: int) -> bool:
    """Whether a bracket is glued to a short name of code, "st sp[8], v", and not to a word: "Kay[6]", "et al.[7]"."""
    glued = _NAME_OF_CODE.search(text, max(0, at - 5), at)
    return glued is not None and glued.group() not in FUNCTION_WORDS


def _in_a_call(text: str, at: int) -> bool:
    """Whether a bracket stands among the arguments of a function: "paste("baseline", FEV[1])"."""
    opened = [-1]
    for m in _BRACKET.finditer(text, max(0, at - _LONGEST_CALL), at):
        if m.group() == "(":
            opened.append(m.start())
        elif len(opened) > 1:
            opened.pop()
    begun = opened[-1]
    return begun > 0 and text[begun - 1].isalnum()
