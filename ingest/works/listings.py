"""Which blocks are a list of references: by their kind, by the heading above, or by what they look like.

A thesis may print its bibliography under "Sources imprimées", by period, or under no heading at all; entry after entry,
it still looks like nothing else. An entry that a page or column has cut is put together again.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.citations import csl, prose
from ingest.citations.publishers import PUBLISHER
from ingest.model import Block
from ingest.words import dates, names
from ingest.words.listheads import HEADS

_HEADING = re.compile(
    rf"^(?:[\dIVX]+[.)]?\s*)?(?:{HEADS}|source|sources?\s(?:and|et)\s\w+|ouvrages|articles?"
    r"|secondary\s(?:sources|literature)|primary\ssources)\s*:?$",
    re.IGNORECASE,
)
"""Also parts of a list: "Ouvrages", "Primary sources"."""
_BEGINS = re.compile(r"[\[“«\"„‘]?[A-ZÀ-Þ\d–—]|d[eiau]\s|v[ao]n\s")
_ENDS = re.compile(r"[.!?)\]”\"»/]$|\b(?:1[5-9]|20)\d\d[a-z]?$|\d[–-]\d+$|https?://\S+$|\bdoi:?\s?10\.\S+$")
"""How an entry ends; one that ends otherwise goes on in the next block."""
_ADDRESS_ALONE = re.compile(r"(?:https?://|www\.|doi:?\s?10\.)\S+", re.IGNORECASE)
_STUMP = re.compile(r"https?://(?:www\.|[\w-]+\.|(?:www\.)?[\w-]*)$")
"""An address cut before its host is whole: "URL https://www."."""
_IMPRINTED = re.compile(r":\s[A-ZÀ-Þ]|[”»\"]|\d\s?\(\d|\b[Vv]ol\.|\bpp?\.\s?\d|\bS\.\s?\d|,\s(?:1[5-9]|20)\d\d")
"""One of the signs of publication; looking for them is quicker than taking a paragraph apart."""
_MAIL = re.compile(r"\S@[\w-]+\.\w")
_YEAR = re.compile(dates.YEAR)
_FEW = 3
"""Verbs and pronouns that a title may have."""
_BEGUN = re.compile(
    rf"(?P<who>[^()“”\d]{{3,160}}?)\s(?:\([Ee]ds?\.?\)\s)?(?:\({dates.YEAR}[a-z]?\)|\(?{dates.YEAR}[a-z]?\)?[.,:])"
)
"""Names and year, with which a new entry begins though the one before lacks its full stop: "Berdal M (ed) (2007) …"."""
_DASHED = re.compile(r"[–—_-]{2,}|—")
"""What stands for the author of the entry before."""
_QUOTED_LAST = re.compile(r"[”»\"]$")
_JOURNAL_ALONE = re.compile(r"[A-ZÀ-Þ][^.“”\d]{3,90}?,?\s\d{1,4}(?:\s?\([\d–/-]+\))?[,:]\s?\d+[–-]\d+")
"""A journal without a title, after a title without its journal: "Review of Economic Studies, 61, 631–653"."""
_YEAR_OPENS = re.compile(rf"{dates.YEAR}[a-z]?[.,:]?\s")
"""How an entry goes on whose names fill a line: "Berdal, Mats (ed.)", "2007 United Nations Interventionism"."""
_IMPRINT = re.compile(r"(?:[\w’]+\s){0,3}?" + PUBLISHER.pattern + r"[^,\d<]{0,40}(?:<?https?://\S+)?$")
"""A publisher and a town in a line of their own; "Agassiz Papers, Harvard University" is an entry."""
_LONGEST = 700
"""Characters of an entry."""
_SHORTEST = 12
_RUN = 8
"""Blocks in a row that look like entries, from which on they are a list though no heading says so."""
_STRANGERS = 2
"""Blocks between two of them that do not, such as a heading by period and a line of introduction."""


def entries(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """Return the blocks of each entry of the document's lists of references: one, or several where it was cut."""
    listed = {b.id for b in blocks if _by_place(b)}
    if not listed:
        listed = {b.id for run in _runs(blocks) for b in run}
    found: list[tuple[Block, ...]] = []
    before: Block | None = None
    over: tuple[str, ...] | None = None
    for block in blocks:
        if block.id not in listed or block.section == over:
            continue
        if found and _MAIL.search(block.text) and not _YEAR.search(block.text):
            over = block.section  # the authors' addresses, and whatever a journal prints below them
            continue
        if before and found and _continues(before.text, block.text):
            found[-1] = (*found[-1], block)
        elif len(block.text) >= _SHORTEST:
            found.append((block,))
        before = block
    return found


def _by_place(block: Block) -> bool:
    """Whether a block is an entry by its kind or by the heading above it."""
    if block.kind == "reference":
        return True
    return block.kind in {"paragraph", "list"} and any(_HEADING.match(h.strip()) for h in block.section[-2:])


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield long runs of blocks most of which look like entries, with the few between them that do not."""
    run: list[Block] = []
    alike = strangers = 0
    for block in (*blocks, None):
        if block and _looks_like_an_entry(block):
            run.append(block)
            alike, strangers = alike + 1, 0
        elif block and run and strangers < _STRANGERS:
            run.append(block)
            strangers += 1
        else:
            if alike >= _RUN:
                yield [b for b in run[: len(run) - strangers] if b.kind in {"paragraph", "list"}]
            run, alike, strangers = [], 0, 0


def _looks_like_an_entry(block: Block) -> bool:
    text = block.text
    if block.kind not in {"paragraph", "list"} or block.markers or not 30 < len(text) <= _LONGEST:
        return False
    if not _BEGINS.match(text) or not re.search(dates.YEAR, text) or re.match(r"\d", text):
        return False
    if not _IMPRINTED.search(text) or prose.sentence_words(text) > _FEW:
        return False
    found = csl.describe(text.rstrip(" ."))
    return bool(found and found.published and (found.names or found.quoted) and {"issued"} <= found.csl.keys())


def _continues(before: str, text: str) -> bool:
    """Whether `text` goes on with the entry `before`: it was cut in a sentence, or only its address follows."""
    if _STUMP.search(before):
        return True
    if _ADDRESS_ALONE.match(text):
        return not _ADDRESS_ALONE.search(before)
    if before.rstrip().endswith(":"):
        return True  # "New York:" waits for "Cambridge University Press, 2014", which looks like a name and a year
    if _YEAR_OPENS.match(text) and not re.search(r"\d", before):
        return True
    if _IMPRINT.match(text):
        return True
    if _DASHED.match(text) or ((begun := _BEGUN.match(text)) and names.parse(begun["who"])):
        return False
    if _QUOTED_LAST.search(before) and _JOURNAL_ALONE.match(text):
        return True
    return not _ENDS.search(before.rstrip()) and len(text) < _LONGEST and not re.match(r"\[\d", text)
