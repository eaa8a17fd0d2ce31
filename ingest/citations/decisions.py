"""What names a decision or a treaty whatever else is said of it, and the place in it that is pointed to."""

import re

from ingest.citations import locators
from ingest.model import Locator

YEAR = r"(?:1[6-9]\d\d|20[0-4]\d)"
"""Of decisions and laws."""
_GERMAN_REPORTS = r"(?:BVerfGE|BVerfGK|BVerwGE|BGHZ|BGHSt|RGZ|RGSt|BAGE|BSGE|BFHE)"
_IDENTIFIERS = (
    re.compile(r"\b(?:ECLI:[A-Z]{2}:[A-Z0-9.]+|EU:[CTF]):\d{4}:[A-Z0-9.]*[A-Z0-9]"),
    re.compile(rf"\[{YEAR}\]\s(?:UKSC|UKHL|UKPC|UKUT|EWCA|EWHC|CSIH|CSOH|HCA|NZSC|NZCA|IESC|SCC|ZACC|ZASCA)(?:\s(?:Civ|Crim|\([A-Za-z]+\)))?\s\d+(?:\s\([A-Za-z]+\))?"),
    re.compile(rf"\b{YEAR}\s\(\d{{1,2}}\)\s(?:SA|BCLR|SACR)\s\d+\s\([A-Z]+\)|\b{YEAR}\sSCC\s\d+|\b\d{{1,3}}\sU\.\s?S\.\s\d+|\b\d{{1,4}}\sF\.\s?(?:2d|3d|4th|Supp\.(?:\s[23]d)?)\s\d+"),
    re.compile(rf"\b{_GERMAN_REPORTS}\s\d+,\s\d+|\bBGE\s\d{{1,3}}\s[IVX]+[ab]?\s\d+|\bBBl\s{YEAR}(?:\s[IVX]+)?\s\d+"),
    re.compile(r"\b\d{1,5}\sU\.?N\.?T\.?S\.?\s(?:No\.\s)?(?:\d+|[IVXLC]+)\b"),
    re.compile(r"\b(?:IT-\d\d-[\w-]+|ICTR-\d\d-\w+(?:-\w+)?|SCSL-\d+-\d+\w*-\w+|STL-\d+-\d+|ICC-\d\d/\d\d-\d\d/\d\d(?:-\d+)?)"),
    re.compile(r"\b[CTF][-‑–]\d+/\d\d\b(?:\sP\b)?"),
    re.compile(r"\bWT/DS\d+/(?:AB/)?RW?\b"),
    re.compile(r"(?:\b[Aa]ppl?(?:ication|lication|\.)?\s[Nn]os?\.?\s|\b[Nn]os?\.\s|\bNr\.\s|\brequête\sn[o°]\s)\d{3,5}/\d\d\b"),
    re.compile(r"\b\d{1,3}\sStat\.\s\d+|\bBGBl\.?\s(?:I{1,3}\s)?(?:19|20)\d\d,?\s(?:S\.\s)?\d+"),
)  # fmt: skip
_HAGUE = (
    re.compile(rf"(?P<year>{YEAR})\]?,?\s(?:I\.?C\.?J\.?|P\.?C\.?I\.?J\.?)(?:\sRep(?:orts|\.)?)?,?\s(?:p\.\s)?(?P<page>\d+)"),
    re.compile(rf"\bI\.?C\.?J\.?\sRep(?:orts|\.)?\s\(?(?P<year>{YEAR})\)?,?\s(?:p\.\s)?(?P<page>\d+)"),
    re.compile(rf"\bC\.?I\.?J\.?\s(?:Recueil|Rec\.)\s(?P<year>{YEAR}),?\s(?:p\.\s)?(?P<page>\d+)"),
)  # fmt: skip
_EU_ACT = re.compile(
    r"\b(?P<kind>Regulation|Directive|Decision|Joint\sAction|Common\sPosition|Verordnung|Richtlinie|RL|VO|Beschluss|[Rr]èglement"
    r"|[Dd]écision|Reglamento|Directiva|Regolamento|Direttiva)\s(?:\((?:EU|EC|EEC|CFSP|EG|EWG|UE|CE|CEE)\)\s)?"
    r"(?:No\.?\s|Nr\.\s|n[o°]\s)?(?P<number>\d{1,4}/\d{1,4})(?P<after>/(?:EU|EC|EEC|CFSP|JHA|EG|EWG|UE|CE|CEE|PESC|GASP))?"
)
_DOCKET = re.compile(r"\bAz\.:?\s(?P<n>[\w ]+?\s?\d+[./]\d+)|\bRs\.\s(?P<c>[CTF][-‑–]\d+/\d\d(?:\sP)?)")
_ITALIAN_ACT = re.compile(
    r"\b(?P<kind>[Ll]egge|[Dd]ecreto(?:-legge|\slegislativo)?)\s(?:\d{1,2}°?\s[a-z]+\s(?P<year>\d{4}),\sn\.\s(?P<number>\d+)"
    r"|n\.\s(?P<number2>\d+)/(?P<year2>\d{4}))"
)
"""An Italian act, with its day or by number and year alone: "Legge 21 luglio 2016, n. 145", "Legge n. 145/2016"."""
_DOCKET_FIRST = re.compile(r"(?:[A-Z][\w.]{0,6}\s){1,2}\d{1,5}/\d{2,4},?\s(?=[A-ZÀ-Þ])")
"""What Israel's and others' courts print before the parties: "HCJ 769/02 Public Committee v. Government of Israel"."""
_PINS = (
    re.compile(r"(?:\s\[|,\spts?\.?\s)(?P<paragraph>\d+)\]?(?:\s?[–-]\s?\[?(?P<to>\d+)\]?)?\s*\.?$"),
    re.compile(rf"\b\d{{1,4}}\s[A-Z][\w.\s&’']*?\s\d{{1,5}},\s(?P<page>\d{{1,5}}(?:[–-]\d+)?(?:\sn\.\d+)?)\s\((?:[^()]*\s)?{YEAR}\)"),
    re.compile(r"\bEur\.\s?Ct\.\s?H\.\s?R\.\s(?:\([^()]*\)\s)?\d{1,4},\s(?P<page>\d{1,4}(?:[–-]\d+)?)"),
    re.compile(r"\bE\.\s(?P<paragraph>\d[\d.]*(?:[a-z]{1,2}\b)?)(?:\s?[–-]\s?(?P<to>\d[\d.]*))?\.?$"),
    re.compile(r"\bCong\.\s(?P<page>\d{1,4}(?:[–-]\d+)?)\s\("),
    re.compile(r"\b\d{1,4},\s(?:S\.\s)?\d{1,5}\s\((?P<page>\d{1,5}(?:\s?[–-]\s?\d+)?(?:\s?ff?\.?)?)\)"),
)  # fmt: skip
_IN_BRACKETS = re.compile(rf"[\[(](?:[^()\[\]]*\s)?({YEAR})[\])]")
_ALONE = re.compile(rf"(?<![\d/-]){YEAR}(?![\d/])")
_PINNED = re.compile(r"(?:[§¶]|\bparas?\.?|\bpp?\.|\bat|\bRn\.|\bS\.)\s\d{4}\b")
"""A number that is a place: "jugement, 18 décembre 2008, § 1910"."""


def year_of(text: str) -> int | None:
    """Return the year that a legal citation prints: that in brackets, else the last that is no place."""
    if bracketed := _IN_BRACKETS.search(text):
        return int(bracketed.group(1))  # "[2008] EWHC 1655", "(1978) repealed by 20 U.S.C. § 3863 (1982)"
    found = _ALONE.findall(text) and _ALONE.findall(_PINNED.sub("", text))
    return int(found[-1]) if found else None


def identifiers(text: str) -> tuple[str, ...]:
    """Return the numbers that name a decision, act or treaty: ECLI, docket, treaty series, page of the reports."""
    found = [re.sub(r"[.\s]", "", m.group()).upper() for pattern in _IDENTIFIERS for m in pattern.finditer(text)]
    found = [i.removeprefix("ECLI:") if i.startswith("ECLI:EU:") else i for i in found]
    found = [re.sub(r"^(?:APP\w*)?(?:NOS?|NR)|^REQUÊTEN[O°]", "APP", i) for i in found]
    found += [f"ICJ:{m['year']}:{m['page']}" for pattern in _HAGUE for m in pattern.finditer(text)]
    found += [
        f"{m['kind'].upper()}:{m['number'] or m['number2']}/{m['year'] or m['year2']}"
        for m in _ITALIAN_ACT.finditer(text)
    ]
    if m := _DOCKET_FIRST.match(text):
        found.append(re.sub(r"[.,\s]", "", m.group()).upper())
    if act := _EU_ACT.search(text):
        found.append(f"EU:{act['number']}")
    return tuple(dict.fromkeys(found))


def without_docket(text: str) -> str:
    """Return a citation without the docket number before its parties."""
    m = _DOCKET_FIRST.match(text)
    return text[m.end() :] if m else text


def ends_with_report(text: str) -> bool:
    """Whether a citation ends with volume and first page of a collection: "BGHZ 212, 173" points to no page 173."""
    return any(m.end() == len(text.rstrip(" .")) for pattern in _IDENTIFIERS for m in pattern.finditer(text))


def eu_act(text: str) -> re.Match[str] | None:
    """Return the match of an act of the European Union's: "Regulation (EU) 2016/679", "Directive 2004/38/EC"."""
    return _EU_ACT.search(text) if "/" in text else None


def eu_acts(text: str) -> list[re.Match[str]]:
    """Return all acts of the European Union that a citation names: "RL 2003/109/EG, RL 2003/86/EG"."""
    return list(_EU_ACT.finditer(text)) if "/" in text else []


def number(text: str) -> str | None:
    """Return the number that a citation prints of a decision, for CSL: ECLI, neutral citation, docket."""
    for pattern in _IDENTIFIERS[:2]:
        if m := pattern.search(text):
            return m.group()
    if m := _DOCKET.search(text):
        return m["n"] or m["c"]
    m = _IDENTIFIERS[6].search(text)
    return m.group() if m else None


def pinpoint(text: str) -> Locator | None:
    """Return the place that the forms of law reports point to: "[36]", "579, 635 (1952)", "90, 286 (345)"."""
    for pattern in _PINS:
        if m := pattern.search(text):
            fields = m.groupdict()
            if paragraph := fields.get("paragraph"):
                paragraph = paragraph.rstrip(".")
                return Locator("paragraph", f"{paragraph}–{fields['to']}" if fields["to"] else paragraph)
            return Locator("page", re.sub(r"\s?[–-]\s?", "–", fields["page"]).strip(" ."))
    return None


def finer(text: str, place: locators.Place) -> locators.Place | None:
    """Return the paragraph behind the page of a report, which only says where a decision is printed, else `place`.

    None for what is a decision's own number: "Corte cost., sentenza 22 ottobre 2014, n. 238".
    """
    if place.locator.label == "note":
        return None
    behind = text.find(", ", place.start + 2) if place.locator.label == "page" else -1
    paragraph = locators.tail(text[behind:], bare=False) if behind > 0 else None
    return paragraph if paragraph and paragraph.locator.label == "paragraph" else place
