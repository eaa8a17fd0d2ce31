"""The book or journal that a chapter or article stands in, as the words after "in" tell it."""

import re
from typing import Any

from ingest.citations import journals
from ingest.citations.heads import split_head
from ingest.citations.loose import loose_imprint
from ingest.citations.publishers import PUBLISHER
from ingest.model import Locator
from ingest.words import names, roles
from ingest.words.dates import MONTHS, YEAR
from ingest.words.given import is_title_word
from ingest.words.joiners import AND

WITHIN = re.compile(
    r"(?:^\s*|[,.;:)?!]\s)(?:in|In|IN|dans|Dans|en|En|em|Em)\s?:?\s+(?=[A-ZÀ-Þ“‘\"«]|\d{1,2}\s[A-Z]{2}|d[eiau]\s|v[ao]n\s|id\.|ders|dies|idem)"
)
_EDITED = re.compile(
    rf"(?:,|\.)?\s[(\[]?(?:{roles.EDITED_BY}|{roles.POINTED})\s(?P<who>[A-ZÀ-Þ][^()]+?)(?=\s?\(|,\s(?:vol|\d"
    r"|[A-Z][\w ]+:\s)|\)|$)"
)
_PERSON = r"[A-ZÀ-Þ](?:\.|[\w’-]+)(?:\s(?:[A-ZÀ-Þ](?:\.|[\w’-]+)|de|van|von|der|di))+"
_EDITORS_AFTER = re.compile(
    rf"^(?P<who>[^()“‘«]{{3,140}}?)(?P<more>,?\set\sal\.?)?,?\s[(\[]?{roles.EDITOR}[)\]]?(?=[,:;.\s])[,:;.]?\s(?P<title>.+)$"
)
_EDITORS_LAST = re.compile(
    rf"^(?P<title>.{{4,200}}?),\s(?P<who>{_PERSON}(?:,\s{_PERSON})*(?:,?\s{AND}\s{_PERSON})?),?\seds?\.?$"
)
"""Editors between the book and its imprint: "in Leashing the Dogs of War, Chester A. Crocker and Pamela Aall, eds."."""
_EDITORS_IN_BRACKETS = re.compile(
    r"(?P<title>[^()]{4,200}?)\s\(eds?\.?\s(?P<who>[A-ZÀ-Þ][^()]+)\)(?:,?\s(?:pp?\.\s)?(?P<page>\d+[–-]\d+))?$"
)
"""As Nature has it: "in The Oxford Handbook (eds Koops, J. A. & Williams, P. D.) 109–127 (Oxford, 2015)"."""
_SAME = re.compile(
    r"(?:[Dd](?:ers|ies)(?=[\s.,:])|[Ii]d(?:em)?|eadem)\b\.?,?\s?"
    rf"(?:{roles.IN_BRACKETS},?)?[:,]?\s*"
)
"""The editor is the chapter's own author: "in: ders. (Hg.), Blauhelme"."""
_JOURNAL = re.compile(
    rf"^(?P<name>[A-ZÀ-Þ][^\d()]{{1,80}}?),?\s(?:vol\.\s|Bd\.\s|Jg\.\s|t\.\s|fasc\.\s)?(?:\d{{1,3}}|[IVXLC]+)"
    rf"(?:[./:]\d{{1,2}}(?!\d)|,\s\d{{1,2}}(?=,\s{YEAR})|,?\s(?:no?|Nr|H|Heft|n[o°])\.?\s?\d+)?(?:[.,]?\s(?:\({YEAR}\)|{YEAR})|/{YEAR}|\.\s(?:Jg|Jahrg)\b)"
)
"""A journal that German and Spanish practice has an article stand "in": "in: Vierteljahrshefte 52 (2004)"."""
_VOLUME = re.compile(
    r",\s(?:(?:Bd\.|[Vv]ol\.|t\.|tome)\s(?=[IVXLC\d])|(?=[ivx]+(?:$|,)))(?P<volume>(?:[IVXLCivx]+|\d{1,3})(?:/\d{1,2})?)\b"
)
_VOLUME_FIRST = re.compile(r"(\d{1,2})\s(?=[A-Z]{2})")
"""The Bluebook's: "in 1 THE CHARTER OF THE UNITED NATIONS 983"."""
_PLACE_IN_BOOK = re.compile(r"\s?\((?:pp?|S|págs?|pagg?)\.\s?[^()]*\)")
_HOUSE_LAST = re.compile(_PLACE_IN_BOOK.pattern + r"\.\s(?P<publisher>[A-ZÀ-Þ][\w&’' -]{2,60})$")
"""All that the APA has behind a chapter's pages: "(pp. 12–34). Routledge"."""
_PUBLISHER_AFTER = re.compile(r"[.)]\s(?P<publisher>[A-ZÀ-Þ][\w&’' -]+)$")
_PAGES_BLUEBOOK = re.compile(r"\s(?P<page>\d{1,4})(?:,\s(?P<pin>\d[\d–,\s-]*))?$")
EDITED_LAST = re.compile(r"\([^()]*\seds?\.,[^()]*\)")
"""Behind a book's page: "983, 985 (Bruno Simma et al. eds., 3d ed. 2012)"."""
EDITED_IN_IMPRINT = re.compile(r"^(?P<who>[A-ZÀ-Þ][^()]*?)\seds?\b\.?(?:,|$)")


_DAILY = re.compile(
    rf"^[A-ZÀ-Þ][^,;:.()\d]{{2,40}}?(?:,\s(?:Nr\.\s\d+,\s)?|\svom\s)\d{{1,2}}\.\s?(?:{MONTHS}|\d{{1,2}}\.)\s?{YEAR}"
)
"""A newspaper: "in: NZZ am Sonntag, 7. Juli 2002, 68–69"."""


_EDITORS_ALONE = re.compile(r"[A-ZÀ-Þ][\w-]+(?:/[A-ZÀ-Þ][\w-]+)*(?=,\s[A-ZÀ-Þ])")
"""Editors without a word that says so: "in: Corsten/Füssel, Lexikon des gesamten Buchwesens, Bd. 7, 2007"."""


def is_journal(text: str) -> bool:
    """Whether what follows "in" is a journal with volume and year."""
    journal = _JOURNAL.match(text)
    editors = _EDITORS_ALONE.match(journal["name"]) if journal else None
    if editors and not is_title_word(editors.group()):
        return False
    return bool(journal or _DAILY.match(text)) and not _EDITORS_AFTER.match(text)


_ABBREVIATED = re.compile(r"(?:[A-ZÄÖÜ][\w.]*[A-ZÄÖÜ][\w.]*|[A-ZÄÖÜ][\w.]*\.)$")
"""A journal known by letters: "DÖV", "DVBl.", "ZaöRV"."""


def journal_in(text: str) -> re.Match[str] | None:
    """Return the match of the journal that an article stands "in", also "in: DÖV 1992, 618"; None for a book."""
    found = journals.alone(text.strip(" .,"))
    return found if found and (is_journal(text) or _ABBREVIATED.match(found["container"])) else None


def book(text: str, imprint: re.Match[str] | None, csl: dict[str, Any]) -> Locator | None:
    """Read "Editors (eds), Book (Imprint)" or "Book, ed. Editors, Place, Publisher, year" after "in" into `csl`.

    Returns:
        The page pointed to, where the Bluebook's form gives one before the imprint.

    Args:
        text: What follows "in".
        imprint: The imprint in brackets, where `text` has one.
        csl: The fields found so far; of the authors "ders." takes its editor.
    """
    core = text[: imprint.start()] if imprint else text
    by_editors = imprint and EDITED_IN_IMPRINT.match(imprint["inside"].strip())
    if imprint and by_editors:
        core = f"{core.rstrip()}, ed. {by_editors['who']}"  # the Bluebook's "(Peter Andreas ed., 2008)"
    core = core.strip(" ,.:")
    if m := _HOUSE_LAST.search(core):
        csl.setdefault("publisher", m["publisher"])
        core = core[: m.start()]
    core = _PLACE_IN_BOOK.sub("", core)
    if m := _VOLUME_FIRST.match(core):
        csl["volume"], core = m.group(1), core[m.end() :]
    core = _editors(core, csl)
    if m := _VOLUME.search(core):
        csl["volume"] = m["volume"]
        core = core[: m.start()] + core[m.end() :]
    if not imprint and (found := loose_imprint(core)) and found.start > 0:
        core = core[: found.start]
    core = core.strip(" ,.;:")
    if not imprint and (m := _PUBLISHER_AFTER.search(core)) and PUBLISHER.search(m["publisher"]):
        csl.setdefault("publisher", m["publisher"])
        core = core[: m.start()]
    pin = None
    if (m := _PAGES_BLUEBOOK.search(core)) and (core[: m.start()].isupper() or by_editors):
        csl["page"] = m["page"]
        pin = Locator("page", m["pin"].strip(" ,")) if m["pin"] else None
        core = core[: m.start()]
    core = re.split(rf",\s(?=(?:vol|t|Bd|Art)\.|(?:[^,]{{2,30}},\s)?[^,]*,\s{YEAR}|{YEAR}|pp?\.|\d)", core)[0]
    core = _RAISED_EDITION.sub("", re.sub(r",\s(?:Teil\s[A-Z\d]+\.?\s?)?§.*$", "", core))
    if title := core.strip(' ,.;:“”‘’"«»'):
        csl["container-title"] = title
    return pin


_RAISED_EDITION = re.compile(r"(?:\d(?<=[a-zäöüß]{3}.)\d?|[¹²³⁴-⁹⁰]{1,2})$")
"""The edition, raised at the book's end: "Henssler/Braun, Arbeitsrecht in Europa3"."""


def _editors(core: str, csl: dict[str, Any]) -> str:
    """Take the editors off the book's title, before it or after it."""
    if same := _SAME.match(core):
        if "author" in csl:
            csl["editor"] = csl["author"]
        return core[same.end() :]
    if (m := _EDITORS_IN_BRACKETS.match(core)) and (people := names.parse(m["who"])):
        csl["editor"] = list(people.csl)
        if m["page"]:
            csl["page"] = m["page"].replace("-", "–")
        return m["title"]
    if (m := _EDITORS_LAST.match(core)) and (people := names.parse(m["who"])):
        csl["editor"] = list(people.csl)
        return m["title"]
    if (m := _EDITORS_AFTER.match(core)) and (people := names.parse(m["who"])):
        csl["editor"] = list(people.csl)
        return m["title"]
    if (m := _EDITED.search(" " + core)) and (people := names.parse(m["who"])):
        csl.setdefault("editor", list(people.csl))  # the first are the volume's, further ones those of its series
        return core[: max(0, m.start() - 1)] + core[m.end() - 1 :]
    head, title = split_head(core)
    people = names.parse(head) if head else None
    if people and title and "editor" not in csl and not re.match(r"(?:vol|t|Bd|no?)\.|[\d§]", title):
        csl["editor"] = list(people.csl)
        return title
    return core
