"""Where a title ends at its full stop, as the APA, Harvard and journals of the sciences have it."""

import re

from ingest.citations import sciences
from ingest.citations.imprints import IMPRINT
from ingest.citations.publishers import PERIODICAL
from ingest.words.dates import MONTHS

_STOP = re.compile(
    rf"(?<!^[A-Z])(?<!\s[A-Z])(?<!\.[A-Z])(?<!-[A-Z])[.?!]\s(?=[A-ZÀ-Þ(\[]|https?|in\s[A-ZÀ-Þ]|(?:(?:\d{{1,2}}\s)?{MONTHS}\s)?(?:1[5-9]|20)\d\d\b)"
    r"|\.\s*$|,\s(?=(?:vol\.|(?!(?:1[5-9]|20)\d\d[–-])\d+|pp?\.))"
)


_PUBLICATION = re.compile(r"\d|:\s|^In\s|^The\s(?:[A-Z]\w+\s?){1,3}$")
"""Numbers, a place and its publisher, a book, or a newspaper."""


def _is_publication(after: str) -> bool:
    """Whether publication data, no subtitle, follow a question mark: "Who Cares? International Organization, 57(3)"."""
    if sciences.begins_with_journal(after):
        return True
    following = re.split(r"(?<=\w\w)\.\s", after, maxsplit=1)[0]
    return bool(_PUBLICATION.search(following) or PERIODICAL.search(following))


def _in_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


def until_stop(text: str) -> tuple[str, str]:
    """Cut a title at its full stop (APA, Harvard), or at the comma before publication data."""
    closed = text.count("(") == text.count(")")
    stops = (m for m in _STOP.finditer(text) if not (closed and _in_brackets(text, m.start())))
    m = next((m for m in stops if text[m.start()] not in "?!" or _is_publication(text[m.end() :])), None)
    if not m and (imprint := IMPRINT.search(text)):
        return text[: imprint.start()].strip(" ,."), text[imprint.start() :]
    if not m:
        m = re.search(r"(?:,|\.)\s(?=[A-ZÀ-Þ][\w ]+:\s|https?)", text)
    return (text[: m.end()].strip(" ,."), text[m.end() :]) if m else (text.strip(" ,."), "")
