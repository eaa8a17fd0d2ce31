"""A full citation taken apart into the fields of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

from ingest.citations import journals, locators
from ingest.citations.editions import PAPER_NUMBER, take_off
from ingest.citations.imprints import BLUEBOOK_PAGE, THESIS, publication
from ingest.citations.responses import response
from ingest.citations.segments import quotations
from ingest.citations.series import series_for_container, take_first, without_series
from ingest.citations.titles import Parts, parts
from ingest.citations.within import WITHIN, is_journal, journal_in
from ingest.model import Locator
from ingest.words import names
from ingest.words.addresses import Address
from ingest.words.datelines import date_in
from ingest.words.dates import ANY_YEAR, DATE, YEAR, issued
from ingest.words.names import Names
from ingest.words.rare import Rare

WHEN_READ = (
    r"(?:last\s)?(?:accessed|visited|consulted|retrieved|viewed|zuletzt\sabgerufen|abgerufen"
    r"|letzter\sZugriff|Zugriff|consulté(?:e)?|visité|dernier\saccès|consultado|acceso|acesso|consultato)"
    r"(?:\s(?:on|le|am|el|il|at|em))?:?\s*"
)
"""What stands before the day on which a page was read."""
_ACCESSED = Rare(
    rf"[\s,;(\[]*\b{WHEN_READ}(?P<date>[^)\];]*)",
    *("cess", "visit", "consult", "retriev", "viewed", "abgerufen", "zugriff", "accès", "acceso"),
    flags=re.IGNORECASE,
)
LEAD = re.compile(
    r"[\s,.;:(\[<]*(?:(?:also\s)?available\s(?:online\s)?(?:at|from|on)|(?:retrieved|accessed"
    r"|downloaded)\s(?:from|at)|online(?:\s(?:at|unter|verfügbar))?|abrufbar\sunter|verfügbar\sunter"
    r"|disponible\s(?:sur|à(?:\sl[’']adresse)?|en)|disponível\sem|extra[ií]do\sde|extrait\sde|en\sligne"
    r"|url|doi|at|unter|sur|see|web|uri|hdl)?\s?:?[\s,.(<]*$",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"(?:working|policy|briefing|discussion|occasional|research|issue|background|adelphi)\s?(?:paper|brief"
    r"|note|report)s?|\breport\b|\brapport\b|policy\sbrief|handbook|guidelines|press\srelease"
    r"|Africa\sBriefing|no\.\s\d|fact\s?sheet|backgrounder",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(rf"\s?\((?:\d+\w+\sed\.\s)?{YEAR}\)")
_RAISED_EDITION = re.compile(r"(?:\d(?<=[a-zäöüß]{3}.)\d?|[¹²³⁴-⁹⁰]{1,2})$")
"""The edition as German lawyers print it, raised at the title's end: "Dütz/Thüsing, Arbeitsrecht22 (2017)"."""
_PUBLISHED = frozenset({"issued", "container-title", "volume", "publisher", "URL", "DOI", "genre", "status"})
"""Fields that tell of publication."""


@dataclass(frozen=True, slots=True)
class Description:
    """What one citation says of the work that it cites."""

    csl: dict[str, Any]
    names: Names | None
    title: str
    """As printed, without quotation marks; "" where the citation has none."""
    quoted: bool
    """Whether the title stood in quotation marks."""
    year: int | None
    locator: Locator | None
    published: bool
    """Whether it gives publication data: a date, a volume, an imprint, an address."""


_YEAR_LAST = re.compile(rf"\(?(?P<year>{YEAR})\)?\.?")
"""A year behind an address, as Nature has it: "https://www.amnesty.org/en/ (2014)"."""
_DATED_TITLE = re.compile(rf",\s(?:{DATE.pattern})$")
"""A date that stands before what is read as the journal: "..., 1st sess., Dec. 17, 2007, H. J. Res. 15"."""


_RAISED = re.compile(rf"(?<=[a-zà-ÿ]\s)(?:([2-9])({YEAR})|({YEAR})([2-9]))(?=[,.;)]|$)")
"""A raised edition at a place's year, which a page's text glues to it: "Cambridge ³2021", "Cambridge 2021³"."""


def describe(text: str, found: Sequence[Address] = ()) -> Description | None:
    """Take a citation apart; None where its beginning is neither names nor a title in quotation marks nor a title.

    Args:
        text: The citation alone, without signal and comment.
        found: The addresses in it, their offsets counted in `text`.
    """
    csl: dict[str, Any] = {}
    main, rest = _without_addresses(text, found, csl)
    if m := _RAISED.search(main):
        csl["edition"] = m.group(1) or m.group(4)
        main = f"{main[: m.start()]}{m.group(2) or m.group(3)}{main[m.end() :]}"
    if german := _by_journal(main, csl):
        return german
    if answering := response(main, csl):
        year = csl["issued"]["date-parts"][0][0] if "issued" in csl else None
        return Description(csl, answering, csl["title"], False, year, None, bool(_PUBLISHED & csl.keys()))
    main = take_first(_NICKNAME.sub(r"\g<given> \g<family>", main, count=1), csl)
    parted = parts(take_off(main, csl, quotations(main)))
    people = names.parse(parted.head) if parted.head else None
    if (not parted.title and not parted.untitled) or (parted.head and people is None):
        return None
    title, after, pinpoint = _title_and_page(parted)
    title = title if parted.quoted else without_series(title, csl)
    if not parted.quoted and (day := DATE.fullmatch(title)):
        title = _numbered(day, csl)
    if _NUMBER_ALONE.fullmatch(title):
        csl["number"] = title
    if not (title or parted.untitled):
        return None
    if people:
        csl["editor" if people.editors else "author"] = list(people.csl)
    place = locators.tail(rest, bare=False) if rest else None
    if parted.year:
        csl["issued"] = issued(parted.year)
    pointed = publication(after, csl, quoted=parted.quoted, dated=bool(parted.year))
    series_for_container(csl)
    title = _dated(title, rest, csl, quoted=parted.quoted)
    if title:
        csl["title"] = _clean_title(title, csl)
    csl["type"] = _type(csl, after, people, quoted=parted.quoted)
    year = csl["issued"]["date-parts"][0][0] if "issued" in csl else None
    of_a_body = "number" in csl and bool(people and "literal" in people.csl[0])  # "DPO, Policy …, Ref. 2019.17"
    published = of_a_body or bool(_PUBLISHED & csl.keys())
    locator = locators.in_a_work(place.locator if place else pointed or pinpoint, text)
    return Description(csl, people, csl.get("title", ""), parted.quoted, year, locator, published)


def _dated(title: str, rest: str, csl: dict[str, Any], *, quoted: bool) -> str:
    """Note the date that ends a title or stands behind an address; return the title without it."""
    if "issued" not in csl and not quoted and (m := _DATED_TITLE.search(title)):
        csl["issued"], title = issued(next(filter(None, m.groups()))), title[: m.start()]
    if "issued" not in csl and (m := _YEAR_LAST.fullmatch(rest)):
        csl["issued"] = issued(m["year"])
    return title


def _numbered(day: re.Match[str], csl: dict[str, Any]) -> str:
    """Note the day that stands for a title, "African Union, PSC/PR/COMM.1, 20 September 2017"; return the number."""
    csl["issued"] = issued(next(filter(None, day.groups())))
    return str(csl.get("number", ""))


def _title_and_page(parted: Parts) -> tuple[str, str, Locator | None]:
    """Return a title without the page that follows it, what follows, and a page that stood before the imprint."""
    title, after = parted.title, parted.after
    if parted.quoted:
        return title, after, None
    if not after and title[-1:].isdigit() and (m := re.search(r"(?<=[?!])\s(\d+(?:[–-]\d+)?)$", title)):
        # "Fortna, Does Peacekeeping Work? 98"
        return title[: m.start()], ", " + m.group(1), None
    if not after and (place := locators.tail(title)):
        # "Fortna, Does Peacekeeping Work?, 12": a short title and a page
        title, after = title[: place.start].strip(" ,"), title[place.start :]
    if m := _STAR_PAGE.search(title):
        return title[: m.start()], after, Locator("page", m["page"].replace("-", "–"))
    if after.startswith((" (", "(")) and (m := _PLACES_LAST.search(title)):
        place = locators.tail(m.group())
        return title[: m.start()], after, place.locator if place else None
    last = title[-1:]  # asked for first: most titles end in no number
    if (
        (last.isdigit() or last in "ivxlc")
        and (m := BLUEBOOK_PAGE.search(title))
        and (title[: m.start()].isupper() or _YEAR_ALONE.match(after))
    ):
        head, sign = _SIGN_LAST.subn("", title[: m.start()])
        return head, after, Locator("paragraph" if sign else "page", m.group(1).replace("-", "–"))
    return title, after, None


_STAR_PAGE = Rare(r"(?:,?\sat)?\s(?P<page>\*\d+(?:[–-]\d+)?)$", "*")
"""A page of the first edition: "COMMENTARIES *442–43"."""
_PLACES_LAST = Rare(
    r",\s(?:vol|bk|pt)\.\s[\dIVXLC]+(?:,\s(?:vol\.|bk\.|ch\.|pt\.|at)\s[\dIVXLC]+)+$", "vol. ", "bk. ", "pt. "
)
"""Where a title points before its imprint: "Commentaries, vol. 1, bk. 2, ch. 3, at 91 (Oxford: Clarendon, 1765)"."""
_SIGN_LAST = re.compile(r"\s[¶§]+$")
"""The Bluebook's treatises: "ANTITRUST LAW ¶ 721 (4th ed. 2015)"."""


def _by_journal(main: str, csl: dict[str, Any]) -> Description | None:
    """Read the German lawyers' form, which has no title: "Stieper, GRUR 2020, 1, 4"."""
    head, comma, rest = main.partition(", ")
    m = journals.alone(rest) if comma else None
    people = names.parse(head) if m else None
    if not m or not people or "literal" in people.csl[0] or _reads_as_title(m):
        return None
    locator = journals.read(m, csl)
    csl |= {"author": list(people.csl), "type": "article-journal"}
    return Description(csl, people, "", False, int(m["year"]), locator, True)


_PERIODICAL = re.compile(r"\b(?:Zeitschrift|Jahrbuch|Archiv|Newsletter|Journal|Review|Revue)\b")


def _reads_as_title(m: re.Match[str]) -> bool:
    """Whether a journal without a volume has too many words for one: "Recht als autopoietisches System (1989) 12"."""
    many = len(m["container"].split()) > _JOURNAL_WORDS and not _PERIODICAL.search(m["container"])
    return many and "(" in m.group() and "volume" not in m.groupdict()


_JOURNAL_WORDS = 2


def day_read(text: str) -> dict[str, Any]:
    """Return the CSL date of a day on which a page was read: its year alone where that is all that can be told."""
    year = ANY_YEAR.search(text)
    found = date_in(text) or (issued(year.group(1)) if year else None)
    return dict(found) if found else {"raw": text.strip(" .,)")}


def _without_addresses(text: str, found: Sequence[Address], csl: dict[str, Any]) -> tuple[str, str]:
    """Return what stands before the first address and what stands after the last; note addresses and access date."""
    for a in found:
        csl.setdefault("DOI" if a.kind == "doi" else "URL", a.value)
    main, rest = text, ""
    if found:
        main, rest = text[: found[0].start], text[found[-1].end :].lstrip(" >)].,")
        main = LEAD.sub("", main)
    if _ACCESSED.may_match(text):
        for part in (rest, main):
            if m := _ACCESSED.search(part):
                csl["accessed"] = day_read(m["date"])
        main, rest = _ACCESSED.sub("", main), _ACCESSED.sub("", rest)
    if not main.strip():
        main, rest = rest, ""
    return main.strip(" ,;<("), rest.strip(" )>].,;")


_NICKNAME = re.compile(r"^(?P<given>[A-ZÀ-Þ][\w.-]*)\s[‘“\"]\w+[’”\"]\s(?P<family>[A-ZÀ-Þ][\w’-]+(?=,\s))")
"""What friends call an author: "Bruce ‘Ossie’ Oswald, ‘The INTERFET Detainee Management Unit’"."""
_NUMBER_ALONE = re.compile(PAPER_NUMBER)
_BEFORE_DAY = re.compile(r"(?<=\w)\s(?:of|dated|du|vom|del?)$")
"""What a title's date leaves behind: "Report of the Secretary-General on the situation in Mali of 9 June 2014"."""


def _clean_title(title: str, csl: dict[str, Any]) -> str:
    title = " ".join(title.split()).strip(" ,.;:")
    if "issued" in csl:
        title = _BEFORE_DAY.sub("", title)
    if title[:1] in "“‘«" and not re.search(r"[”’»]", title):
        title = title[1:]  # its closing mark is not printed
    if m := _RAISED_EDITION.search(title):
        csl.setdefault("edition", normalize("NFKC", m.group()))
        title = title[: m.start()]
    place = locators.tail(title, bare=False)
    if place and place.start and not title[place.start :].lstrip(" ,").startswith("at "):
        return title[: place.start].strip(" ,.")
    return title


_REVIEW = re.compile(r"(?:Rivista|Revista|Revue|Zeitschrift|Archivio|Annuaire|Anuario|Giornale|Quaderni|Cahiers)\b")
"""How journals' names begin that an article may stand "in"."""


def _type(csl: dict[str, Any], after: str, people: Names | None, *, quoted: bool) -> str:
    if THESIS.search(after) or "genre" in csl:
        return "thesis"
    inside = WITHIN.search(after)
    book = (inside and not (is_journal(after[inside.end() :]) or journal_in(after[inside.end() :]))) or "editor" in csl
    review = "editor" not in csl and _REVIEW.match(str(csl.get("container-title", "")))
    if "container-title" in csl and book and not review and not (people and people.editors):
        return "chapter"
    if review:
        return "article-journal"
    if "container-title" in csl and ("volume" in csl or "issue" in csl or "page" in csl):
        return "article-journal"
    if _REPORT.search(after) or (people and "literal" in people.csl[0] and not quoted):
        return "report"
    if "container-title" in csl and DATE.search(after):
        return "article-newspaper"
    if "URL" in csl and "publisher" not in csl and not (quoted and people and "container-title" in csl):
        return "webpage"
    return "article-journal" if quoted and "container-title" in csl else ("book" if not quoted else "document")
