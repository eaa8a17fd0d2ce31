"""A head of a periodical taken apart: "Peace Review, No. 14, Autumn 2019", "International Order 55(3)".

The line is read only where all of it is understood: a name, then nothing but volume, issue, date and pages.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from ingest.words.datelines import YEAR
from ingest.words.dates import MONTHS

_COUNT = r"\d{1,3}(?:\s?[–/-]\s?\d{1,3})?"
_VOLUME = r"(?:vol(?:ume|umen)?|bd|band|jg|jahrgang|tom[eo]?|t|año|anno|année)"
_ISSUE = r"(?:no|n[o°º]|nr|núm|num|number|issue|heft|h|fasc)"
_PART = re.compile(
    rf"(?P<one>\d{{1,2}})/(?P<of_year>{YEAR})"
    rf"|(?:{_VOLUME}\.?\s*(?P<volume>\d{{1,4}}|[IVXLC]{{1,6}}\b)|(?P<counted>\d{{1,3}})\.\s?(?:jg|jahrgang)\b\.?)"
    rf"(?:\s?\((?P<inside>{_COUNT})\)|:(?P<behind>\d{{1,4}}))?"
    rf"|(?P<bare>\d{{1,3}})(?:\s?\((?P<bracketed>{_COUNT})\)(?::\s?\d{{1,4}}(?=,))?|[:.]\s?(?P<pointed>\d{{1,3}})(?=,?\s\(|,\s\d+\s?[–-])"
    rf"|(?=\s\({YEAR}\)|,\s{_ISSUE}\b))"
    rf"|{_ISSUE}s?\b\.?\s*(?P<issue>{_COUNT})(?!\d)"
    rf"|(?:(?P<page>(?:pp?|s|págs?)\.\s?|pages?\s)?(?P<first>\d{{1,5}})\s?[–-]\s?(?P<last>\d{{1,5}}))(?!\d)"
    rf"|(?:{MONTHS}\s|{MONTHS}\s\d{{1,2}},\s)?(?P<year>{YEAR})(?!\d)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,;.|·•/()\[\]–—-]*")
_YEAR_FIRST = re.compile(
    rf"[(\[](?P<year>{YEAR})[)\]]\s(?P<volume>\d{{1,3}}):(?P<issue>\d{{1,2}})\s(?P<name>[A-ZÀ-Þ][^\d|]{{4,80}})"
)
"""As Canadian law reviews have it: "(2019) 64:2 Review of Law"."""
_NAME = re.compile(
    r"(?:\d{1,5}\s[|·•]?\s?)?(?:(?P<before>[^/\d]{2,60})\s/\s)?(?P<name>[^\W\d_][^\d|]*?)?[\s,;.|·•–—/(\[]*"
)
"""What stands before the numbers: behind a page's label, or the author and a stroke; "" where nothing does.

Strokes may part the numbers, too: "Anuario Ibérico de Derecho Internacional / vol. 27 / 2011 / 233-260".
"""
_OTHER = re.compile(
    r"\b(?:table(?:au)?|tabelle|figure|abbildung|chapter|kapitel|annex|appendix|article|artikel|section|resolution|decision"
    r"|judgment|directive|regulation|decree|bill|rule|version)$",
    re.IGNORECASE,
)
"""What is numbered and no periodical: "Article 7(3)", "Resolution 60 (2010)"."""
_PAPERS = re.compile(
    r"(?:paper|brief(?:ing)?|report|comment|stud(?:y|ie)|analys[ei]s?|insights?|memo|monograph)s?$", re.IGNORECASE
)
"""What numbers without volumes count papers of a series: "Policy Paper No. 45"."""
_ISSUES = ("inside", "bracketed", "pointed", "issue", "one")
"""Groups of `_PART` that an issue's number may stand in."""
_LONGEST_ISSUE = 2
"""Digits of the number behind a volume and a colon, if it is an issue's: "Vol. 4:2", but "Vol. 71:905"."""
_CITED = re.compile(r"[“”„\"?!;«»‘]|[’'](?!\w)|:$")
"""What stands in a citation of an article, and in no periodical's name."""
_BY_VOLUME = re.compile(rf"{_VOLUME}\b", re.IGNORECASE)
"""How the numbers begin of a periodical that is named elsewhere: "Vol 12 | 2019 | 345", not "1 (12)"."""
_FULL = re.compile(r"[^\W\d_]{3,}")
_MONTH = re.compile(rf"(?:\d{{1,2}}\s)?{MONTHS}$", re.IGNORECASE)
"""A day's: "November 2012, Volume 51, Issue 7" stands below the name."""
_ENOUGH = 2
"""Numbers with which one word may be a periodical's name: "Survival"."""
_AROUND = re.compile(r"^Source:\s|\s\(Article\)$|,?\s(?:DOI|ISSN)\b.*$")
"""What archives print on their covers before and behind it."""
_FIGURE = re.compile(r"\d")
_LONGEST_HEAD = 160
"""Characters of a head; what is longer is the text."""
_LONGEST = 12
"""Words of a periodical's name."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a periodical's head says; what it does not say is ""."""

    name: str
    volume: str = ""
    issue: str = ""
    pages: str = ""
    year: str = ""
    first: str = ""
    """The page that the article begins on, where that alone is said."""

    @property
    def of_papers(self) -> bool:
        """Whether it is a series of papers, each a report by itself, and no journal."""
        return not self.volume and _PAPERS.search(self.name) is not None


def head(line: str, labels: Collection[str] = ()) -> Head | None:
    """Take a line apart; None where any of it is neither a name nor a number of a periodical.

    Args:
        line: One space between words.
        labels: The pages' own: behind a colon they tell where an article begins, "Vol. 71:905", and no issue.
    """
    line = _AROUND.sub("", line)
    if len(line) > _LONGEST_HEAD or not _FIGURE.search(line):
        return None
    if canadian := _YEAR_FIRST.fullmatch(line):
        return Head(canadian["name"].strip(), canadian["volume"], canadian["issue"], "", canadian["year"])
    for begin in re.finditer(r"(?<![^\s\[(|,])(?=[\dA-Za-zÀ-ÿ])", line):
        if not _PART.match(line, begin.start()) or not (named := _NAME.fullmatch(line[: begin.start()])):
            continue
        name = (named["name"] or named["before"] or "").strip()
        found = _numbers(line, begin.start(), labels)
        told = _may_name(name, found or {}) if name else _BY_VOLUME.match(line, begin.start()) and len(found or {}) > 1
        if found and told:
            return Head(name, **found)
    return None


def _numbers(line: str, at: int, labels: Collection[str]) -> dict[str, str] | None:
    """The numbers from `at` to the end; None where anything else stands there, or nothing that counts issues."""
    found: dict[str, str] = {}
    while at < len(line):
        if line[at:] in labels:
            break  # the page's own number
        part = _PART.match(line, at)
        if not part:
            return None
        said = {name: value for name, value in part.groupdict().items() if value}
        behind = said.get("behind", "")
        begins = behind in labels or len(behind) > _LONGEST_ISSUE
        told = {
            "first": behind if begins else "",
            "volume": said.get("volume") or said.get("counted") or said.get("bare") or "",
            "issue": next((said[name] for name in _ISSUES if name in said), "" if begins else behind),
            "year": said.get("of_year") or said.get("year") or "",
            "pages": f"{said['first']}–{said['last']}" if "first" in said else "",
        }
        for name, value in told.items():
            if value and found.get(name, value) != value:
                return None
            found |= {name: value} if value else {}
        at = part.end()
        gap = _BETWEEN.match(line, at)
        at = gap.end() if gap else at
    return found if "volume" in found or "issue" in found else None


def _may_name(name: str, found: Collection[str]) -> bool:
    """Whether a periodical may be called so, whose numbers these are."""
    words = name.split()
    told = len(words) > 1 or name.isupper() or len(found) > _ENOUGH
    plain = _FULL.search(name) and not any(sign.search(name) for sign in (_CITED, _OTHER, _MONTH))
    return told and bool(plain) and len(words) <= _LONGEST
