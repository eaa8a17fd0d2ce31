"""The forms in which a journal, its volume, year and pages follow a title at a citation's end.

Law reviews and German and Austrian journals each have an order of their own; one pattern is one order.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ingest.citations.publishers import is_town
from ingest.model import Locator
from ingest.words.dates import MONTHS, YEAR, issued
from ingest.words.rare import Rare

_NAME = (
    rf"(?P<container>(?!{MONTHS}\s\d)(?:[a-z]{{2,}}"
    r"|[A-ZÀ-Þ][^,()\d“”«»;:?]{1,80}?(?:\s\((?:Cambridge|Oxford|London|New\sYork)\))?))"
)
_SHORT_NAME = (
    rf"(?P<container>(?!{MONTHS}\s\d|a\.\s)[A-ZÄÖÜa-z][\w.&-]*(?:\s[A-ZÄÖÜ][\w.-]*)?"
    r"|(?:Zeitschrift|Archiv|Jahrbuch|Vierteljahr\w+|Neue|Deutsche|Europäische|Juristische|Revue|Rivista|Revista)\s[^,()\d]{3,60}"
    r"|[A-ZÀ-Þ][^,()\d]{0,40}\b(?:Journal|Review|Quarterly)\b[^,()\d]{0,50})"
)
"""An abbreviation or two words: what stands before a bare year and page may else be the title of a book."""
_PAGES = r"(?P<page>\d{1,5}(?:\s?[–-]\s?\d{1,5})?)(?:\s?ff?\b\.?)?"
_PIN = (
    r"(?:\s\((?P<pin>\d[^()]*)\)"
    r"|,\s(?:hier\s)?(?:at\s(?:pp?\.\s)?|pp?\.\s|S\.\s|\[?)(?P<pin2>\d[^,\]]*(?:,\s\d+(?:\s?[–-]\s?\d+)?(?:\s?ff?\b\.?)?)*)\]?)?"
)
_END = r"[.\s]*$"
_BLUEBOOK = re.compile(
    rf",?\s(?P<volume>\d{{1,4}})(?:\((?P<issue>\d{{1,3}})\))?\s(?!{MONTHS}\s\d)(?P<container>[A-Z][^,()\d]{{1,60}}?)\s(?P<page>\d{{1,5}})(?:,\s(?P<pin>[\d–\-,\s]+(?:\s?(?:&\s)?nn?\.\s?\d+(?:[–-]\d+)?)?))?\s\((?:[^()]*\s)?(?P<year>{YEAR})(?:[–-]\d+)?\)"
)
_BLUEBOOK_BY_YEAR = re.compile(
    rf",\s(?P<year>{YEAR})\s(?P<container>[A-Z][^,()\d]{{3,60}}?)\s(?P<page>\d{{1,5}})(?:,\s(?P<pin>[\d–\-,\s]+))?$"
)
"""A journal that counts by years: "1956 BUTTERWORTHS S. AFR. L. REV. 169, 171"."""
_OSCOLA = re.compile(
    rf"^,?\s?[(\[](?P<year>{YEAR})[)\]]\s(?:(?P<volume>\d{{1,4}})(?:\s?\((?P<issue>[\d–/-]+)\)|:(?P<issue3>[\d–/-]+))?\s)?"
    r"(?P<container>(?!(?:R[nz]|Rdn?r?|Tz|Anm|Art|Kap)\b)[A-ZÀ-Þ][^,\d()]{1,80}?)"
    r"(?:,?\s(?P<volume2>\d{1,3})\s?\((?P<issue2>\d+)\):?)?(?:,?\s(?P<page>\d{1,5}(?:\s?[–-]\s?\d+)?))?"
    r"(?:(?:,?\s(?:at|à\sla\spp?\.?|aux\spp?\.?)\s|,\s)(?P<pin>[\d–\-,\s]+))?\s*$"
)
_BEFORE_ITS_YEAR = re.compile(
    rf"^,?\s?(?P<volume>\d{{1,4}})(?:\s?\((?P<issue>[\d–/-]+)\))?\s(?P<container>[A-ZÀ-Þ][^,()\d]{{2,80}}?(?:\s\([A-Z]{{2,8}}\))?)\s\((?P<year>{YEAR})\),?\s(?:pp?\.\s)?(?P<page>\d{{1,5}}(?:\s?[–-]\s?\d+)?)"
    r"(?:,?\s(?:at\s)?(?P<pin>\d[\d–\-,\s]*))?\s*$"
)
"""As journals of European law have it: "36 Third World Quarterly (2015), 40–54, at 91"."""
_BEHIND_TITLE = re.compile(
    rf",(?=\s\d{{1,4}}\s(?:[A-ZÀ-Þ][\w’-]*\s|of\s|and\s|the\s|on\s|&\s)*?(?:Journal|Review|Quarterly|Yearbook|Law)\b[^,()\d]{{0,60}}"
    rf"(?:\s\([A-Z]{{2,8}}\))?\s\({YEAR}\),?\s\d)"
)
"""Where it follows an unquoted title: ", 64 American Journal of International Law (1970), 809"."""
_DATED_BEFORE = re.compile(
    r"(?P<container>[A-ZÀ-Þ][^.()\d“”:]{2,100}?),?\s(?P<volume>\d{1,4})[,:]\s?(?:pp?\.\s)?(?P<page>\d{1,5}\s?[–-]\s?\d{1,5})"
)
"""The APA's journal without an issue: "Journal of Econometrics, 33, 341–365"."""
_ABBREVIATED_BY_STOPS = re.compile(
    r"(?P<container>(?:[A-ZÀ-Þ][\w’-]*\.?\s|(?:of|and|&|the|in|for)\s){0,8}[A-ZÀ-Þ][\w’-]*\.)"
    rf"\s(?P<volume>\d{{1,4}}),\s(?P<page>[A-Za-z]?\d{{1,7}}(?:\s?[–-]\s?[A-Za-z]?\d{{1,7}})?)\s\((?P<year>{YEAR})\)"
)
"""As the journals of the sciences abbreviate: "J. Polit. 81, 215–232 (2019)"."""
_FORMS = tuple(
    (Rare(f"{name}{numbers}{_END}", *signs), Rare(f"{numbers}{_END}", *signs))
    for name, numbers, signs in (
        # "Harvard International Law Journal 38:2 (2021) 369", "Human Rights and the Environment, 9:2 (2018) 194",
        # "The British Journal of Sociology 55/2004, 377–399"
        (
            _NAME,
            rf"(?:,?\s(?P<volume>\d{{1,4}}):\s?(?P<issue>\d{{1,3}})|,?\s(?P<volume2>\d{{1,4}}))\s\((?P<year>{YEAR})\)(?:\s(?P<issue2>\d{{1,2}}),|,\s(?P<issue3>\d{{1,2}}),(?=\s(?:pp?|S)\.))?,?\s(?:pp\.\s|(?P<one>p\.\s)|S\.\s)?{_PAGES}{_PIN}",
            (" (",),
        ),
        (
            _NAME,
            rf",?\s(?:(?P<issue2>0?[1-9]|1[0-2])(?=/{YEAR}(?!/))|(?P<volume>\d{{1,3}}))/(?P<year>{YEAR})(?:/(?P<issue>\d{{1,2}}))?(?:,\s(?:S\.\s)?{_PAGES}{_PIN})?",
            ("/",),
        ),
        # "International Affairs 85: 1, 2009, pp. 99–113 at p. 101"
        (
            _NAME,
            rf"\s(?P<volume>\d{{1,4}}):\s?(?P<issue>\d{{1,4}}),\s(?:{MONTHS}\s)?(?P<year>{YEAR}),\s(?:pp?\.\s)?{_PAGES}(?:,?\sat\s(?:pp?\.\s)?(?P<pin3>\d[\d–-]*))?",
            (":",),
        ),
        # "Politique étrangère, 2006/1, vol. 71, p. 5-16", as the French portal of reviews has it
        (
            _NAME,
            rf",\s(?P<year>{YEAR})[/-](?P<issue>\d{{1,2}})(?:,\svol\.\s(?P<volume>\d{{1,4}})|\s\((?:n[o°]\s?)?(?P<volume2>\d{{1,4}})\))?,\s(?P<one>p\.\s){_PAGES}(?:,\sp\.\s(?P<pin3>\d[\d–-]*))?",
            (
                "/",
                "-",
            ),
        ),
        # "Third World Quarterly, 48-4, 2020, p. 402-419", "Oxford Development Studies, xlviii/4 (2020), pp. 402–419",
        # "Third World Quarterly, fasc. 36, 1, 2015, p. 40–54"
        (
            _NAME,
            rf",\s(?P<volume>\d{{1,4}})-(?P<issue>\d{{1,2}}),\s(?P<year>{YEAR}),\s(?:pp\.\s|(?P<one>p\.\s)){_PAGES}{_PIN}",
            ("-",),
        ),
        (
            _NAME,
            rf",\s(?P<volume>[ivxlc]+)(?:/|,\sno\.\s)(?P<issue>\d{{1,3}})\s\((?:{MONTHS}\s)?(?P<year>{YEAR})\),\s(?:pp\.\s|(?P<one>p\.\s)){_PAGES}{_PIN}",
            (
                "/",
                ", no. ",
            ),
        ),
        (
            _NAME,
            rf",\sfasc\.\s(?P<volume>\d{{1,4}}),\s(?P<issue>\d{{1,2}}),\s(?P<year>{YEAR}),\s(?:pp\.\s|(?P<one>p\.\s)){_PAGES}{_PIN}",
            (", fasc. ",),
        ),
        # "International Peacekeeping, i (1994), pp. 44–58", as English historians write
        (
            _NAME,
            rf",\s(?P<volume>[ivxlc]{{1,7}})\s\((?P<year>{YEAR})\),\s(?:pp\.\s|(?P<one>p\.\s)){_PAGES}{_PIN}",
            (" (",),
        ),
        # "Niederrhein 82, 2015, 54–60", as archaeologists write
        (
            _NAME,
            rf",?\s(?P<volume>\d{{1,3}}(?:/\d{{1,4}})?),\s\(?(?P<year>{YEAR})(?:/{YEAR})?\)?,\s(?:S\.\s)?{_PAGES}{_PIN}",
            (", ",),
        ),
        # "Vereinte Nationen (VN), 62. Jg., 5/2014, S. 201–206", "Die Friedens-Warte, 74. Jg., Nr. 1-2, 1999, S. 7–28"
        (
            r"(?P<container>[A-ZÀ-Þ][^,()\d“”«»;:?]{1,80}?)(?:\s\([A-ZÄÖÜ]\w+\))?",
            rf",?\s(?P<volume>\d{{1,3}})\.\s(?:Jg|Jahrg)\.?,?\s(?:\({YEAR}\)\s)?(?:(?:H\.|Heft|Nr\.)\s?)?(?P<issue>\d{{1,2}}(?:[–-]\d{{1,2}})?)(?:/|,\s|\s\()(?P<year>{YEAR})\)?,\s(?:S\.\s)?{_PAGES}{_PIN}",
            (
                "Jg",
                "Jahrg",
            ),
        ),
        # "Econometrica, 28(3):591–605, 1960", as BibTeX writes; "Biometrika. 1986;73(1):13–22", as medical journals do
        (
            _NAME,
            rf",\s(?P<volume>\d{{1,4}})(?:\s?\((?P<issue>[\d–/-]{{1,7}})\))?:\s?{_PAGES},\s(?:{MONTHS}\s)?(?P<year>{YEAR})[a-z]?",
            (":",),
        ),
        (
            r"(?P<container>[A-ZÀ-Þ][^.,()\d“”«»;:?]{1,80})",
            rf"\.?\s(?P<year>{YEAR})(?:\s{MONTHS})?(?:\s\d{{1,2}})?;\s?(?P<volume>\d{{1,4}})(?:\s?\((?P<issue>[\w\s–/-]{{1,12}})\))?:\s?(?P<page>[eES]?\d{{1,6}}(?:[–-]\d{{1,5}})?)",
            (";",),
        ),
        # "International Organization 72, 71–103 (2018)"
        (
            r"(?P<container>[A-ZÀ-Þ][^,.()\d“”«»;:?]{3,80}?)",
            rf",?\s(?P<volume>\d{{1,4}}),\s(?P<page>\d{{1,5}}\s?[–-]\s?\d{{1,5}})\s\((?P<year>{YEAR})\)",
            (" (",),
        ),
        # "ecolex (2024) 449 ff", "Newsletter Menschenrechte (2024) 123"
        (
            _NAME,
            rf"\s\((?P<year>{YEAR})\)\s{_PAGES}{_PIN}",
            (" (",),
        ),
        # "GRUR 2020, 1, 4", "EuZA 2010, 62 (70)", "JAP 2022/2023, 121"
        (
            _SHORT_NAME,
            rf"\s(?P<year>{YEAR})(?:/\d{{2,4}})?,\s(?:S\.\s)?{_PAGES}{_PIN}",
            (", ",),
        ),
    )
)
"""Each as a whole and without the journal's name: most citations lack the numbers, and names begin at every comma."""
_DASH = re.compile(r"\s?[–-]\s?")
_YEAR = re.compile(YEAR)
"""What all of them hold."""
_BEGINS = re.compile(r"(?:^|[,?!.]\s|\sin\s)(?=[A-ZÀ-Þa-z])")
_INSIDE_A_NAME = re.compile(r"(?:^|[\s.,])(?:[A-ZÀ-Þ]|[A-ZÀ-Þ][a-zà-ÿ]{0,3}[b-df-hj-np-tv-xz])\.\s$")
_PUBLISHED = re.compile(
    r"(?:Press|Verlag|Publish(?:ers|ing))$"
    r"|\b(?:S|pp?|Rn|Rz|Aufl|Hrsg|eds?|Band|Bd|vol|no|Art|[Ii]n|Az|Jg|Jahrg|Heft)\.?$|\b(?:Urt|Beschl)\."
)
"""What no journal's name ends with."""


def after_title(after: str, *, dated: bool = False) -> re.Match[str] | None:
    """Return the match of the journal that a title is followed by, all that `after` holds; None where there is none.

    Args:
        after: What follows the title.
        dated: Whether a year stood before the title, so that none need follow.
    """
    if dated and (m := _DATED_BEFORE.fullmatch(after.strip(" .,"))) and not is_town(m["container"]):
        return m
    bare = after.strip(" .")
    if m := _ABBREVIATED_BY_STOPS.fullmatch(bare):
        return m
    for pattern, shown in ((_BLUEBOOK, after), (_BLUEBOOK_BY_YEAR, after), (_OSCOLA, bare), (_BEFORE_ITS_YEAR, bare)):
        if m := pattern.search(shown):
            return m
    return alone(after.strip(" .,"))


@lru_cache(maxsize=8192)
def alone(text: str) -> re.Match[str] | None:
    """Return the match of a journal that stands for the work, without its title: "GRUR 2020, 1, 4"."""
    if not _YEAR.search(text):
        return None
    forms = [form for form, _ in _FORMS if form.may_match(text)]
    return next((m for form in forms if (m := form.compiled.match(text)) and not is_town(m["container"])), None)


def bluebook(text: str) -> re.Match[str] | None:
    """Return the match of the Bluebook's journal after an unquoted title."""
    return _BLUEBOOK.search(text) or _BLUEBOOK_BY_YEAR.search(text) or _BEHIND_TITLE.search(text)


@lru_cache(maxsize=8192)
def at_end(text: str) -> re.Match[str] | None:
    """Return the match of the journal that `text` ends with, after a comma or the title's own mark; None for none."""
    forms = [form for form, numbers in _FORMS if numbers.search(text)] if _YEAR.search(text) else []
    if not forms:
        return None
    for start in _starts(text):
        for form in forms:
            if (m := form.match(text, start)) and not _PUBLISHED.search(m["container"]) and not _is_place(text, m):
                return m
    return None


def _is_place(text: str, m: re.Match[str]) -> bool:
    """Whether what reads like a journal is a town or the state that it lies in: "Princeton, NJ 2008, S. 58"."""
    name = m["container"]
    before = text[: m.start()].rstrip(" ,").rpartition(", ")[2] if len(name) == _STATE and name.isupper() else ""
    return is_town(name) or bool(before and is_town(before))


_STATE = 2


def _starts(text: str) -> Iterator[int]:
    """Where a journal's name may begin, the last place first; not after "Z. Arb. " in "Z. Arb. Wiss. 4/1978/2"."""
    begins = [m.end() for m in _BEGINS.finditer(text)]
    yield from (at for at in reversed(begins) if not _INSIDE_A_NAME.search(text[max(0, at - 8) : at]))


ABBREVIATED = re.compile(
    r"[,.]?\s(?P<c>(?:[A-Z][\w’]{0,9}\.?\s(?:(?:of|and|&|the)\s)?){1,7}?(?!Nos?\.)[A-Z][\w’]{0,4}\.)(?=,?\s(?:[Vv]ol\.\s)?\d)"
    r"|[,.]?\s(?P<listed>[A-ZÀ-Þ][\w’]+(?:,\s[A-ZÀ-Þ][\w’]+)+,?\s(?:&|and)\s[A-ZÀ-Þ][\w’]+(?:\s[A-ZÀ-Þ][\w’]+)?)(?=,?\s\d{1,3}\s?[.:(,])"
)
"""A journal in short, whose stops end nothing, "J. Peace Res. 39", or one that lists its subjects.

"Conflict, Security & Development, 11.4 (2011)" is not the journal "Conflict".
"""
_ABBREVIATED = re.compile(r"\s\([A-Z]{2,8}\)$")
"""A journal's own abbreviation, behind its name: "European Journal of International Law (EJIL)"."""


def read(m: re.Match[str], csl: dict[str, Any]) -> Locator | None:
    """Read the match of a journal's form into `csl`; return the page pointed to."""
    fields = m.groupdict()
    csl["container-title"] = _ABBREVIATED.sub("", fields["container"]).strip(" ,")
    if "year" in fields:
        csl["issued"] = issued(fields["year"])
    for name, alternatives in (
        ("volume", ("volume", "volume2")),
        ("issue", ("issue", "issue2", "issue3")),
        ("page", ("page",)),
    ):
        value = next((fields[a] for a in alternatives if fields.get(a)), None)
        if value:
            csl[name] = _DASH.sub("–", value.strip())
    pin = fields.get("pin") or fields.get("pin2") or fields.get("pin3")
    if fields.get("one") and not pin and csl.get("page", "").isdigit():
        pin = csl.pop("page")  # "21:4 (2014), p. 91" points to a page, and does not say where the article begins
    return Locator("page", _DASH.sub("–", pin.strip(" ,."))) if pin else None
