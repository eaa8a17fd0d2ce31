"""Where a cited case, treaty or act is printed and who decided it: report or series, volume, first page, court, number.

All of it is read from the words of the fullest citation, as CSL and Zotero name it: `container-title` is the report or
the treaty series, `page` the first page there, `authority` the court, `number` the docket.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ingest.citations.rulings import COURT_FIRST
from ingest.words.datelines import date_in
from ingest.words.dates import MONTHS

_YEAR = r"(?:1[6-9]\d\d|20[0-4]\d)"
_ABBREVIATED = (
    rf"(?!(?:{MONTHS}|Arts?|Sects?|Nos?|Res|Doc|Vols?|Chs?|Add|Rev|Corr|Cong|Sess|ed|U?Abs|R[nz]|Ziff|Z|Nr|Satz|[IVX]+)\b)"
    r"(?:[A-Z](?:\.\s?[A-Z])+\.|[A-Z]{2,}|[A-Z][A-Za-z’]*\.)(?:[234](?:d|th))?"
)
"""A part of a report's abbreviation: "F.3d", "EHRR", "Eur.", "U.N.T.S."; no month and no "No."."""
_REPORT = rf"{_ABBREVIATED}(?:\s(?:{_ABBREVIATED}|[234](?:d|th))){{0,3}}"
_SERIES = r"(?:U\.?\s?N\.?\s?T\.?\s?S\.?|L\.?\s?N\.?\s?T\.?\s?S\.?)"
"""The treaty series of the United Nations and of the League, by which a treaty is found before any other."""
_PAGE = r"(?P<page>(?:[IVX]+-|SE)?\d{1,3}(?:,\d{3})+|(?:[IVX]+-|SE)?\d{1,5})(?![\d/:-]|[.,]\d|,\sp\.)"
_PRINTED = (
    re.compile(rf"(?<![\w./])(?P<volume>\d{{1,4}})\s(?P<report>{_SERIES})\s(?:No\.\s)?{_PAGE}"),
    re.compile(
        r"(?P<report>(?:United\sNations|Nations\sUnies|League\sof\sNations),\s(?:Treaty\sSeries|Recueil\sdes\s[Tt]raités)"
        rf"|(?:UN|LN)TS|RTNU),\svol\.\s(?P<volume>\d+),(?:\s(?:[Nn]os?\.|n[o°])\s[\dI-]+,)?\sp\.\s{_PAGE}"
    ),
    re.compile(
        rf"(?P<volume>{_YEAR})\]?,?\s(?P<report>(?:P\.?\s?)?C?\.?I\.?C?\.?\s?J\.?(?:\sRep(?:orts|\.)?)?),?\s(?:p\.\s)?{_PAGE}"
    ),
    re.compile(
        r"\b(?P<report>(?:I\.?C\.?J\.?\sRep(?:orts|\.)?|C\.?I\.?J\.?\sRec(?:ueil|\.)|Rec\.|Slg\.?|E\.?C\.?R\.?))"
        rf"\s[\[(]?(?P<volume>{_YEAR})[\])]?,?\s(?:p\.\s|S\.\s)?{_PAGE}"
    ),
    re.compile(rf"(?<=[,(]\s)(?P<volume>{_YEAR}-[IVX]+)\s(?P<report>{_REPORT})\s{_PAGE}"),
    re.compile(
        rf"(?<![\w./:-])(?<!§\s)(?P<volume>\d{{1,4}})\s(?P<report>{_REPORT})\s{_PAGE}(?!\s(?:{MONTHS})|\s{_YEAR})"
    ),
    re.compile(rf"[\[(](?P<volume>{_YEAR})[\])]\s(?P<report>{_REPORT})\s{_PAGE}"),
    re.compile(r"\b(?P<report>BGE)\s(?P<volume>\d{1,3}\s[IVX]+[ab]?)\s(?P<page>\d{1,4})\b"),
    re.compile(r"\b(?P<report>B(?:Verf|Verw|A|S)GE|BVerfGK|BFHE|[BR]G(?:H?Z|H?St))\s(?P<volume>\d{1,3}),\s(?P<page>\d{1,4})\b"),
    re.compile(rf"\b(?P<report>OJ|ABl\.|JOUE|JOCE|JO|DOUE|GUUE)\s(?P<volume>[LC]\s?\d+)\b[^;]{{0,40}}?,\s(?:p|S)\.\s{_PAGE}"),
    re.compile(rf"\b(?P<report>JORF)\sn°\s(?P<volume>\d+)\b[^;]{{0,40}}?,\sp\.\s{_PAGE}"),
    re.compile(rf"\b(?P<report>(?:RG|B|ö?B)GBl\.?(?:\sI{{1,3}})?)\s(?P<volume>{_YEAR})(?:\sI{{1,3}})?,?\s(?:S\.\s)?{_PAGE}"),
    re.compile(rf"\b(?P<report>(?:RG|B)GBl\.?(?:\sI{{1,3}})?)\sS\.\s{_PAGE}"),
    re.compile(rf"\b(?P<report>Rec\.|Slg\.)\sp\.\s{_PAGE}"),
)  # fmt: skip
"""The ways in which volume, report and first page are printed, the most telling first."""
_NEUTRAL = re.compile(rf"\[{_YEAR}\]\s(?:UKSC|UKHL|UKPC|UKUT|EWCA|EWHC|CSIH|CSOH|HCA|NZSC|NZCA|IESC|SCC|ZACC|ZASCA)\b")
"""A court's own number for a decision, in no report: "[2007] UKHL 58"."""
_NUMBERS = (
    re.compile(r"\b(?P<n>(?:IT|ICTR|SCSL|STL|ICC)-\d\d[\w/.-]*\w)"),
    re.compile(r"\b(?:[Aa]ppl?(?:ication|\.)?\s)?(?:[Nn]os?\.?|[Nn]r\.|[Rr]equêtes?\sn[o°]s?)\s(?P<n>\d{3,5}/\d\d)\b"),
    re.compile(r"\b(?P<n>\d\sBv[A-Z]\s\d+/\d\d|[IVX]{1,4}\sZR\s\d+/\d\d)\b"),
    re.compile(r"\b(?:Case|Docket|Civ\.\sAction|Cause)\s[Nn]o\.\s(?P<n>[\w:.-]*\d[\w:./-]*\w)"),
    re.compile(r"\bn[°º]s?\s(?P<n>\d{5,7})\b"),
)
_COURT_IN_BRACKETS = re.compile(
    rf"\((?P<court>(?!(?:\d{{1,2}}\s)?(?:{MONTHS})\b)[A-Z0-9][\w.’ ]*?[A-Za-z.]),?"
    rf"\s(?:(?:{MONTHS})\s\d{{1,2}},\s)?{_YEAR}\)"
)
"""As the Bluebook has it: "(2d Cir. 2016)", "(S.D.N.Y. Jan. 9, 2015)"."""
_COURTS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "International Court of Justice": r"(?<!P\.)\bI\.?\s?C\.?\s?J\b|\bC\.?I\.?J\b|\(International\sCourt",
        "Permanent Court of International Justice": r"\bP\.?C\.?I\.?J\b|\bCPJI\b",
        "International Criminal Tribunal for the former Yugoslavia": r"\bIT-\d\d-|\bICTY\b",
        "International Criminal Tribunal for Rwanda": r"\bICTR\b",
        "Special Court for Sierra Leone": r"\bSCSL-\d",
        "Special Tribunal for Lebanon": r"\bSTL-\d",
        "International Criminal Court": r"\bICC-\d\d/",
        "European Court of Human Rights": (
            r"\bEHRR\b|\bEur\.\s(?:H\.R\.|Ct\.\sH\.R\.)|\bECt?HR\b|\bCEDH\b|\bEGMR\b|\(European\sCourt|\[GC\]|\b[Aa]pp(?:l?\.|lication)\s[Nn]os?\.\s\d+/\d\d\b"
        ),
        "Court of Justice of the European Union": r"\b(?:Cases?|Rs\.|Affaires?)\s[CT][-‑–]\d+/\d\d|\bEU:[CT]:\d{4}",
        "Bundesverfassungsgericht": r"\bBVerfGE?\b",
        "House of Lords": r"\]\sUKHL\s\d",
        "Supreme Court of the United Kingdom": r"\]\sUKSC\s\d",
        "Court of Appeal of England and Wales": r"\]\sEWCA\s",
        "High Court of England and Wales": r"\]\sEWHC\s\d",
    }.items()
}
"""Courts that a report or the form of a number is of alone."""


def printed_in(csl: Mapping[str, Any], text: str) -> dict[str, Any]:
    """Return the CSL fields that `text`, a citation of a case, treaty or act, adds to those known.

    Args:
        csl: what is known: type, title, year and perhaps a number.
        text: the words of the fullest citation.
    """
    rest = text.replace(str(csl.get("title", "")), "", 1) if len(str(csl.get("title", ""))) < len(text) else text
    found: dict[str, Any] = next((place for said in (rest, text) for place in _places(said)), {})
    if csl.get("type") == "legal_case":
        if number := next((m["n"] for pattern in _NUMBERS if (m := pattern.search(rest))), None):
            found["number"] = number
        if court := _court(text):
            found["authority"] = court
    return {name: value for name, value in found.items() if name not in csl} | dated(csl, rest)


def dated(csl: Mapping[str, Any], text: str) -> dict[str, Any]:
    """Return the day, where `text` prints one of the year that is known: "S/RES/1270 (Oct. 22, 1999)"."""
    day, year = date_in(text), csl.get("issued")
    same = day and year and day["date-parts"][0][0] == year["date-parts"][0][0]
    return {"issued": dict(day)} if day and same else {}


def _places(text: str) -> Iterator[dict[str, Any]]:
    """Yield report, volume and first page as each form finds them."""
    neutral = {m.end() for m in _NEUTRAL.finditer(text)}
    for pattern in _PRINTED:
        for m in pattern.finditer(text):
            fields = m.groupdict()
            if m.end("report") not in neutral:
                told = {"container-title": m["report"], "volume": fields.get("volume"), "page": m["page"]}
                yield {name: value.strip() for name, value in told.items() if value}


def _court(text: str) -> str:
    """Return the court that decided, as it is printed or as a report's or number's form tells it; "" where none is."""
    if m := _COURT_IN_BRACKETS.search(text):
        return m["court"]
    if told := next((name for name, pattern in _COURTS.items() if pattern.search(text)), ""):
        return told
    first = text.partition(",")[0].strip()
    return first if COURT_FIRST.match(text) and not any(sign.isdigit() for sign in first) else ""
