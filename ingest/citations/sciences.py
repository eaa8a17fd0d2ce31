"""Entries as medical and scientific journals print them, whose titles and journals full stops part and abbreviate.

"Dobkin BH. After stroke. N Engl J Med. 2005;352(16):1677–84", "Hegre, H. & Nygård, H. M. Title. J. Polit. 81, 215–232
(2019)".
"""

import re

from ingest.words.dates import YEAR
from ingest.words.rare import Rare

_BY_LETTERS = re.compile(r"(?:[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+)?\s[A-Z]{1,3}(?:,\s(?:et\sal(?=\.))?|(?=\.)))++\.\s")
"""Family names with initials behind them, and a full stop."""
_BY_INITIALS = re.compile(
    r"(?:[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+)?,\s(?:[A-ZÀ-Þ]\.[\s-]?){1,4}(?:,\s|&\s|et\sal\.\s)?)++(?=[A-ZÀ-Þ“‘])"
)
"""Family names, a comma and initials, "&" before the last."""
_MEDICAL = rf"[^.;?!]{{2,80}}\.?\s{YEAR}(?:\s[A-Z][a-z]{{2}}(?:\s\d{{1,2}})?)?;\s?\d"
_MEDICAL_END = Rare(rf"[.?!]\s{_MEDICAL}", ";")
_BEGINS_WITH_JOURNAL = Rare(_MEDICAL, ";")
_BOOK_END = Rare(r"[.?!]\s[A-ZÀ-Þ][^.;:]{1,40}:\s[^.;:]{2,60};\s(?:19|20)\d\d(?=\.|$)", "; ")
"""Town, publisher and year of a book: "Oxford: Oxford University Press; 2017"."""
_REST = re.compile(r"[\w()\s:,–-]{0,40}(?:\.\s(?:(?i:doi|pmid|pmcid|https?):?\s?\S+\s?){1,3})?[.\s]*")
"""Volume, issue, pages and an address."""
_NATURE_END = Rare(
    rf"[.?!]\s[A-ZÀ-Þ][^\d“”()]{{1,60}}?\s\d{{1,4}},\s[A-Za-z]?\d{{1,7}}(?:[–-][A-Za-z]?\d{{1,7}})?\s\({YEAR}\)", " ("
)


def is_entry(text: str) -> bool:
    """Whether `text` begins with such names and ends with one journal; its title may be a question."""
    form = (_BY_LETTERS, _MEDICAL_END) if ";" in text else (_BY_INITIALS, _NATURE_END)
    begun = form[0].match(text)
    end = (form[1].search(text, begun.end()) or _BOOK_END.search(text, begun.end())) if begun else None
    return bool(end and _REST.fullmatch(text, end.end()))


def begins_with_journal(text: str) -> bool:
    """Whether `text`, what follows a title's question mark, is the journal: "Curr Top Microbiol. 2014;379:145–64"."""
    return bool(_BEGINS_WITH_JOURNAL.match(text))
