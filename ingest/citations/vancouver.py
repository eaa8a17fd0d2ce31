"""Entries as medical journals print them: "Dobkin BH. After stroke. N Engl J Med. 2005;352(16):1677–84"."""

import re

from ingest.words.dates import YEAR
from ingest.words.rare import Rare

_BEGUN = re.compile(r"(?:[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+)?\s[A-Z]{1,3}(?:,\s(?:et\sal(?=\.))?|(?=\.)))++\.\s")
"""Family names with initials behind them, and a full stop."""
_PRINTED = rf"[^.;?!]{{2,80}}\.?\s{YEAR}(?:\s[A-Z][a-z]{{2}}(?:\s\d{{1,2}})?)?;\s?\d"
_END = Rare(rf"[.?!]\s{_PRINTED}", ";")
_REST = re.compile(r"[\w()\s:,–-]{0,40}(?:\.\s(?:(?i:doi|pmid|pmcid|https?):?\s?\S+\s?){1,3})?[.\s]*")
"""Volume, issue, pages and an address."""
_BEGINS_WITH_JOURNAL = Rare(_PRINTED, ";")


def is_entry(text: str) -> bool:
    """Whether `text` begins with such names and has one journal's year and volume; its title may be a question."""
    end = _END.search(text)
    return bool(end and _BEGUN.match(text) and _REST.fullmatch(text, end.end()))


def begins_with_journal(text: str) -> bool:
    """Whether `text`, what follows a title's question mark, is the journal: "Curr Top Microbiol. 2014;379:145–64"."""
    return bool(_BEGINS_WITH_JOURNAL.match(text))
