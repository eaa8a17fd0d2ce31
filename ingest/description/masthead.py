"""Where a document was published, as its title page says: journal, volume, issue, pages, year, DOI, publisher."""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from ingest.description import volumes
from ingest.description.groups import groups
from ingest.description.headlines import headlines
from ingest.description.theses import capitalised, is_thesis
from ingest.description.titlepage import TitlePage
from ingest.description.wording import wording
from ingest.model import Box
from ingest.pdf.raw import RawPage
from ingest.words.datelines import YEAR, date_in
from ingest.words.names import is_body

_SMALL_WORD = 4
"""Letters of words that stay small in names: "of", "für", "dans"."""
_FETCHED = re.compile(r"\b(?:downloaded|téléchargé|heruntergeladen|descargado|scaricato)\b", re.IGNORECASE)
_SAID = 14
"""Words of a line or two that say what a document is."""

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>,;]+[^\s\"<>,;.)\]]")
_ISSN = re.compile(r"\bISSN:?\s*(\d{4}-\d{3}[\dX])", re.IGNORECASE)
_VOLUME = (
    # "RuZ 1. Jg. 2/2020"
    re.compile(
        rf"\b(?P<volume>\d{{1,3}})\.\s?(?:Jg|Jahrgang)\b\.?,?\s(?:H(?:eft|\.)\s)?(?P<issue>\d{{1,3}})(?=/{YEAR})"
    ),
    # "Vol. 12, No. 2", "[VOL.4:2 2019]", "Volume 3, Issue 3", "vol. 7, no 1", "Bd. 2, H. 1"
    re.compile(
        r"\b(?:vol(?:ume)?|bd|band|jg|t|tome)\b\.?\s*(?P<volume>\d{1,3})"
        r"(?:\s*(?:[,:/(]|\bn[o°º]s?\b|\bissue\b|\bno?\b\.?|\bheft\b|\bh\.)+[\s.]*(?:(?:no?|n[o°º]|issue|heft|h)\b[\s.]*)?(?P<issue>\d{1,3})(?!\d))?",
        re.IGNORECASE,
    ),
    # "7(3), 2022", "36, no. 1", "4.1 (Summer 2019)" after a title of words
    re.compile(
        r"(?<=[^\W\d_])(?:\s\([^)\d]+\))?,?\s(?P<volume>\d{1,3})(?:\s?\((?P<issue>\d{1,3})\)|\.(?P<dotted>\d{1,2})(?=\s\()|,\sno\.?\s(?P<number>\d{1,3}))"
    ),
)
_DATED = re.compile(rf"^(?P<name>[^\W\d_].+?),?\s\(?(?P<year>{YEAR})\)?$")
"""A journal and its year alone: "Review of Diplomatic History, 2016"."""
_PAGES = re.compile(
    r"(?:pp?\.?|pages?|S\.|:|,)\s*(?P<first>\d{1,4})\s?[–-]\s?(?P<last>\d{1,4})(?!\d|[–-])", re.IGNORECASE
)
_YEAR = re.compile(rf"(?<![\d/.-]){YEAR}(?![\d/-])")
_ANY_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_JOURNAL = re.compile(
    r"\b(?:journal|review|quarterly|studies|letters|annals|bulletin|yearbook|papers?|affairs|law|revue|cahiers|annuaire"
    r"|zeitschrift|jahrbuch|archiv|rivista|revista|inclusion|statistics|gazette|register|journal officiel|amtsblatt)\b",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,6}[A-Z]")
_CASED = re.compile(r"(?!.*[a-z][A-Z]{1,2}[a-z])[A-ZÀ-Þ]")
"""Small capitals may come as "jouRnal of oRder", or all in small letters."""
_CUT = re.compile(r"[\s,;:(\[|–—-]+$")
_ARTICLE_IN = re.compile(r"Article\sin\s(?P<name>[A-ZÀ-Þ].{3,80}?)\s[·•]\s(?P<date>.{4,20})")
"""As networks of researchers print it: "Article in International Field Studies · March 2010"."""
_IMPRINT_YEAR = re.compile(rf"©\s*({YEAR})|,\s({YEAR})$")
_IMPRINTED = 110
"""Characters of a line that is an imprint: "Harbour Centre for Peace Operations, 2024"."""
_COPYRIGHT = re.compile(rf"©\s*(?:{YEAR}\s+)?(?:by\s+)?(?P<who>[A-ZÀ-Þ][^.;©\d]{{2,60}}?)(?=[,.;]|$|\s\d)")
_LICENSEE = re.compile(r"\blicensee\s+(?P<who>[A-ZÀ-Þ][^.;()]{2,60}?)(?=\s?\(|[.;]|$)")
_IMPRINT = re.compile(rf"(?P<who>[A-ZÀ-Þ][^\d]{{4,70}}?),\s{YEAR}$")
"""A body and a year on a cover: "Harbour Centre for Peace Operations, 2024"."""
_INITIAL = re.compile(r"\s[A-ZÀ-Þ]$")
_AUTHORS = re.compile(r"\b(?:authors?|auteur|verfasser|all rights)\b", re.IGNORECASE)
_DOI_YEAR = re.compile(r"(?<=[.:/-])((?:19[5-9]|20[0-4])\d)[.-]\d{1,3}[.-]\d{1,4}(?!\d)")
"""Year, issue and page or number at the end of a DOI: "10.25364/01.10:2023.2.1". A bare year may be an early view's."""
_PUBLISHED = re.compile(
    r"\b(?:published|online|first published|publication date|date)\b[\s:]*(?P<rest>.{0,40})", re.IGNORECASE
)


def read(
    page: TitlePage,
    pages: Sequence[RawPage],
    prose: Mapping[int, Sequence[Box]],
    *,
    cited: Mapping[int, Sequence[Box]] = MappingProxyType({}),
    noted: bool = False,
    inner: bool = False,
    labels: Sequence[str] = (),
) -> dict[str, Any]:
    """Return what the edges of the title page and the running heads after it say, as CSL-JSON fields.

    Args:
        page: The title page.
        pages: All pages.
        prose: By page index, the boxes of lines that are text and notes: a work cited there is another work.
        cited: By page index, the boxes of lists of references: what stands there is never this work.
        noted: The title page bears notes, and thus is no cover, however few words it has.
        inner: Its printed number is not the first of a volume, so that a name above it is a journal's.
        labels: The numbers printed on the pages, in order, "" where none is: 2016 there is no year.
    """
    lines = list(headlines(page, pages, prose, cited, labels, noted=noted))
    known = frozenset(labels) - {""}
    csl: dict[str, Any] = {}
    for line in lines:
        _take_series(line, csl, known)
        if inner and "container-title" not in csl and (dated := _DATED.match(line)) and _names_journal(dated["name"]):
            csl["container-title"] = capitalised(dated["name"])
            csl.setdefault("issued", {"date-parts": [[int(dated["year"])]]})
    for before, line in pairwise(["", *lines]):
        _take_identifiers(line, csl)
        if not (line[:1].islower() and _FETCHED.search(before)):  # "Downloaded from … | on March 4, 2015"
            _take_date(line, csl)
        _take_publisher(line, csl)
    if "container-title" not in csl and ("ISSN" in csl or "volume" in csl):
        name = next((line for line in lines if _names_journal(line)), None)
        if name:
            csl["container-title"] = _cased(_ISSN.sub("", name).strip(" ()[]:"))
    if "container-title" in csl:
        csl["container-title"] = _behind_title(csl["container-title"], page.title.text)
    if "issued" not in csl and (counted := _DOI_YEAR.search(csl.get("DOI", ""))):
        csl["issued"] = {"date-parts": [[int(counted[1])]]}
    return csl


def _take_series(line: str, csl: dict[str, Any], labels: Collection[str]) -> None:
    """Take "Journal of Peace Operations Studies, 2021, Vol. 12, No. 2, 65–75" apart."""
    if uploaded := _ARTICLE_IN.fullmatch(line):
        csl.setdefault("container-title", uploaded["name"])
        if day := date_in(uploaded["date"]):
            csl.setdefault("issued", dict(day))
        return
    if head := volumes.head(line, labels):
        if not csl.keys() & {"volume", "issue", "number"}:
            _take_head(head, csl)
        return
    found = next(filter(None, (pattern.search(line) for pattern in _VOLUME)), None)
    if not found or "volume" in csl or _DOI.search(line[: found.start()]):
        return
    parts = found.groupdict()
    issue = parts.get("issue") or parts.get("dotted") or parts.get("number")
    rest = line[found.end() :]
    year = _ANY_YEAR.search(rest) or _YEAR.search(line[: found.start()])
    told = issue and found.re is not _VOLUME[-1]
    if not (told or year or _names_journal(line)):
        return
    csl["volume"] = parts["volume"]
    if issue:
        csl["issue"] = issue
    if year:
        csl.setdefault("issued", {"date-parts": [[int(year[0])]]})
    if pages := _PAGES.search(rest):
        csl["page"] = f"{pages['first']}–{pages['last']}"
    # "Review of Statistics (sample) 7(3)": what is in brackets is part of the name.
    before = line[: found.start("volume") if found.re is _VOLUME[-1] else found.start()]
    name = _CUT.sub("", _YEAR.sub("", _CUT.sub("", before)))
    name = _CUT.sub("", name).rpartition("|")[2].strip()  # "Article | Field Science | VOL 12 | 4 MARCH 2021"
    if (len(name.split()) >= 2 or _ACRONYM.fullmatch(name)) and name[:1].isupper() and not _ISSN.search(name):
        csl["container-title"] = _cased(name)


def _behind_title(name: str, title: str) -> str:
    """A journal's name without the end of the title before it: "Revisited. International Field Studies"."""
    before, stop, behind = name.rpartition(". ")
    return behind if stop and title.casefold().endswith(before.casefold()) else name


def _cased(name: str) -> str:
    return capitalised(name if _CASED.match(name) else name.upper())


def _take_head(told: volumes.Head, csl: dict[str, Any]) -> None:
    csl |= fields_of(told)


def fields_of(told: volumes.Head) -> dict[str, Any]:
    """What a periodical's head says, as CSL-JSON fields; a series of papers is no journal."""
    fields = ("collection-title", "number") if told.of_papers else ("container-title", "issue")
    said = {fields[0]: _cased(told.name), "volume": told.volume, fields[1]: told.issue, "page": told.pages}
    dated = {"issued": {"date-parts": [[int(told.year)]]}} if told.year else {}
    return {field: value for field, value in said.items() if value} | dated


def _names_journal(line: str) -> bool:
    bare = _ISSN.sub("", line).strip(" ()")
    if bare[-1:] == "." or any(word[0].islower() for word in bare.split() if len(word) > _SMALL_WORD):
        return False
    return (
        bool(_JOURNAL.search(bare))
        and 2 <= len(bare.split()) <= 10
        and not re.search(r"https?:|www\.|@|released|licen[cs]e|articles?\b", bare, re.IGNORECASE)
    )


def _take_identifiers(line: str, csl: dict[str, Any]) -> None:
    if doi := _DOI.search(line):
        csl.setdefault("DOI", doi[0])
    if issn := _ISSN.search(line):
        csl.setdefault("ISSN", issn[1].upper())


def _take_date(line: str, csl: dict[str, Any]) -> None:
    if "issued" in csl:
        return
    published = _PUBLISHED.search(line)
    date: Mapping[str, Any] | None = date_in(published["rest"]) if published else None
    # Law reviews set "2021]" into the running head.
    alone = _YEAR.sub("", line).strip(" .,()[]") == ""
    if date is None and (alone or (date_in(line) and len(line.split()) <= 6)):
        year = _YEAR.search(line)
        date = date_in(line) or ({"date-parts": [[int(year[0])]]} if year else None)
    if date is None and (found := _IMPRINT_YEAR.search(line)) and len(line) <= _IMPRINTED:
        date = {"date-parts": [[int(found[1] or found[2])]]}
    if date:
        csl["issued"] = dict(date)


def _take_publisher(line: str, csl: dict[str, Any]) -> None:
    found = _LICENSEE.search(line) or _COPYRIGHT.search(line) or _IMPRINT.match(line)
    if not found or _AUTHORS.search(found["who"]):
        return
    who = found["who"].strip(" ,")
    if _INITIAL.search(who):
        return  # a person: "© 2018 Lukas C. Bossert"
    if found.re is not _IMPRINT or is_body(capitalised(re.sub(r"\s*\([^)]*\)", "", who))):
        csl.setdefault("publisher", capitalised(who))


def kind(pages: Sequence[RawPage], csl: Mapping[str, Any]) -> str:
    """The CSL type that the first pages tell: thesis, article-journal, report, else document."""
    if is_thesis(pages):
        return "thesis"
    if "collection-title" in csl and "container-title" not in csl:
        return "report"
    if "container-title" in csl and csl.keys() & {"volume", "issue", "page"}:
        return "article-journal"
    if "DOI" in csl or "ISSN" in csl:
        return "article-journal"
    first = next((groups(one) for one in pages if one.lines), ())
    # "The report of 2024 calls for ..." in its text makes no document a report.
    said = (group.text for group in first if group.words <= _SAID)
    return "report" if any(map(wording("title", "report").search, said)) or "publisher" in csl else "document"
