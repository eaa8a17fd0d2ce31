"""United Nations documents in running text: by symbol, or in prose ("Security Council resolution 2391 (2017)").

Symbols are composed as the Dag Hammarskjöld Library describes (https://research.un.org/en/docs/symbols): organ,
subsidiary body, year or session, number, and a suffix for what became of the text (Add., Corr., Rev.).
"""

import csv
import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from urllib.parse import unquote_plus

from ingest.model import Csl
from ingest.words.joiners import AND
from ingest.words.rare import Rare

_ORGAN = (
    r"(?:A|S|E|T|ST|DP|TD|TC|CCPR|CEDAW|CERD|CRC|CAT|CMW|CRPD|CED|HRI|PBC|JIU|DC|CD|BWC|NPT|APLC|ECE|ICCD|FCCC|UNEP"
    r"|HSP|HS|HRC|ICC-ASP|ISBA|SPLOS|LOS|WFP|PCNICC|UNAT|AT|ACC|CEB|SAICM|UNW)"
)
_PART = r"(?:[A-Z0-9][A-Za-z0-9.]*(?:-[A-Z0-9][A-Za-z0-9.]*)*(?:\((?!(?:19|20)\d\d\))[A-Z0-9-]+\))?(?:\[[A-Z]+\])?)"
_SYMBOL = re.compile(
    rf"(?<![\w/.])({_ORGAN}/(?:\s?{_PART}/\s?)*{_PART}(?:\s\((?:Part|Vol\.)\s[IVX]+\))?)(?:\s?\(((?:19|20)\d\d)\))?"
)
_OF_ECOWAS = re.compile(r"(?:DEC|DIR|P|REC|REG|RES|SP)\.?\d")
"""What the Economic Community of West African States numbers its acts by: "A/DEC.1/8/90", "A/P.1/12/01"."""
_SYMBOL_BEGINS = re.compile(r"[A-Z]+(?:-[A-Z]+)?/")
_JOIN = re.compile(r"\s?[–—-]\s?$")
_DOCS_HOST = re.compile(
    r"//(?:[\w-]+\.)*(?:(?:un|undocs)\.org/[^?#]*\?(?:[^#]*&)?(?:symbol|ds|m)=|undocs\.org/|docs\.un\.org/|un\.org/docs/)"
    r"(?:(?:en|fr|es|ar|ru|zh)/)?",
    re.IGNORECASE,
)
"""What stands before the symbol in the servers' addresses, those before 2016 ("view_doc.asp?symbol=", "&DS=") too."""

_NUMBER = (
    r"(?P<n{0}>S-\d{{1,2}}/\d{{1,2}}|\d{{1,4}}(?:/\d{{1,3}}(?:\s?[A-Z]\b)?|\s?[A-Z]?\s?\([IVX]+\)(?:\s[A-F]\b)?|\s?\((?:ES|S)-[IVX]+\))?)"
    r"(?:\s?[,(]\s?(?P<y{0}>(?:19|20)\d\d)\b\)?)?"
)
_NEXT = re.compile(
    rf"(?:,\sparas?\.\s\d[\d–-]*(?=[^;\d]{{2,16}}\d+(?:/\d|\s\((?:19|20))))?(?:\s?(?:,|;|,?\s(?:{AND}|or))|(?=\s\d{{3,4}}\s\((?:19|20)\d\d\)))\s(?:resolutions?\s|n[o°]s?\.?\s)?"
    + _NUMBER.format(1)
)
_BODY = (
    r"(?:(?P<sc{0}>(?:(?:U\.?N\.?|United\sNations)\s)?Security\sCouncil(?:['’]s)?|U\.?N\.?S\.?C\.?|S\.?C\.?|Conseil\sde\ssécurité"
    r"|Consejo\sde\sSeguridad"
    r"|Conselho\sde\sSegurança|Sicherheitsrat(?:e?s)?|Consiglio\sdi\ssicurezza)"
    r"|(?P<ga{0}>(?:(?:U\.?N\.?|United\sNations)\s)?General\sAssembly(?:['’]s)?|U\.?N\.?G\.?A\.?|G\.?A\.?|Assemblée\sgénérale"
    r"|Asamblea\sGeneral|Generalversammlung)"
    r"|(?P<hrc{0}>(?:U\.?N\.?\s)?Human\sRights\sCouncil|Conseil\sdes\sdroits\sde\sl[’']homme)"
    r"|(?P<ec{0}>Economic\sand\sSocial\sCouncil|ECOSOC|Conseil\séconomique\set\ssocial))"
    r"(?:\s(?:of\sthe\sUnited|der\sVereinten|des|de\slas|delle)\sNa[tcz]ion(?:s|en|es|i)(?:\s(?:Unies|Unidas|Unite))?)?"
)
_WORD = (
    r"(?:[Rr][eé]solution(?:s|en)?|[Rr]esolu(?:ción|ciones|ção|ções)|[Rr]isoluzion[ei]|[Rr]is\.|RESOLUTIONS?|R[eé]s\.|Res"
    r"|UNSCR|(?<![\d\]]\s)SCR)"
)
"""Not the Canadian reports: "R. v. Finta, [1994] 1 SCR 701"."""
_OF = r",?\s(?:of\sthe|du|de\sl[’']|des|del|de\sla|der|dell[’'])\s?"
_PROSE = Rare(
    rf"(?:{_BODY.format(1)}(?:\s\([A-Z]{{3,6}}\))?(?:[,.]?\s|-?(?=[Rr]esolution))|\b)(?P<word>{_WORD})(?:{_OF}{_BODY.format(3)})?\s(?:n(?:[o°]s?\.?|úm\.|\.)\s|[Nn][or]\.\s)?"
    rf"{_NUMBER.format(0)}",
    *("solu", "Res", "Rés", "RES", "SCR", "ris.", "Ris."),
)
OF_BODY = re.compile(rf"{_OF}{_BODY.format(2)}")


@dataclass(frozen=True, slots=True)
class UnDocument:
    """One mention of a UN document at [start, end) of a text."""

    start: int
    end: int
    symbol: str
    """Without spaces and without the year in brackets: "S/RES/2100"; resolutions of the Assembly "A/RES/60/1"."""
    year: int | None
    """As printed beside it, else from the symbol or, for Security Council resolutions, from the table of years."""
    other: tuple[str, ...] = ()
    """Further symbols of the same document: "S/2015/446" in "A/70/95–S/2015/446"."""
    sure: bool = True
    """False for a bare "resolution 1325", of which nothing nearby tells whose it is."""


def un_documents(text: str) -> list[UnDocument]:
    """Find the UN documents that `text` mentions, in order; a resolution's name and symbol side by side are one."""
    found = _paired(text, _by_symbol(text)) if "/" in text else []
    taken = [(d.start, d.end) for d in found]
    for d in _in_prose(text):
        if not any(s < d.end and d.start < e for s, e in taken):
            found.append(d)
    return merged(text, sorted(found, key=lambda d: d.start))


def _by_symbol(text: str) -> list[UnDocument]:
    found = []
    for m in _SYMBOL.finditer(text):
        symbol = re.sub(r"\s", "", m.group(1)).rstrip(".-")
        end = m.start(1) + len(m.group(1).rstrip(".-")) if not m.group(2) else m.end()
        if _plausible(symbol):
            printed = int(m.group(2)) if m.group(2) else None
            found.append(UnDocument(m.start(), end, symbol, printed or symbol_year(symbol)))
    return found


def _plausible(symbol: str) -> bool:
    """Whether `symbol` has a number where symbols have one: "A/C" or "S/he" are none, "S/25859" (1993) is."""
    parts = symbol.split("/")
    if parts[0] in {"A", "S", "E"} and (parts[1][1:2].islower() or _OF_ECOWAS.match(parts[1])):
        return False  # "A/California/7/2009" is a virus
    if len(parts) == 2:
        return parts[0] in {"A", "S", "E"} and bool(re.fullmatch(r"\d{4,5}|(?:PV|SR|INF)\.\d+", parts[1]))
    return any(c.isdigit() for c in symbol) and parts[1] not in {"B", "D", "N"}


def _paired(text: str, found: list[UnDocument]) -> list[UnDocument]:
    """Make one of two symbols with a dash between them: the same document of two organs."""
    out: list[UnDocument] = []
    for d in found:
        before = out[-1] if out else None
        if before and _JOIN.fullmatch(text[before.end : d.start]):
            symbols = (before.symbol, *before.other, d.symbol)
            out[-1] = UnDocument(before.start, d.end, symbols[0], before.year or d.year, symbols[1:])
        else:
            out.append(d)
    return [_split_joined(d) for d in out]


def _split_joined(d: UnDocument) -> UnDocument:
    """Take apart "A/70/95-S/2015/446", where a plain hyphen joins two symbols."""
    halves = re.split(r"-(?=[AS]/\d)", d.symbol)
    if len(halves) == 1:
        return d
    return UnDocument(d.start, d.end, halves[0], d.year, (*halves[1:], *d.other))


def _in_prose(text: str) -> list[UnDocument]:
    found: list[UnDocument] = []
    for m in _PROSE.finditer(text):
        run = [(m.start(), m.end(), m["n0"], m["y0"])]
        while step := _NEXT.match(text, run[-1][1]):
            if not step["y1"] and not re.search(r"s$|S$|en$|i$", m["word"]):
                break
            run.append((step.start("n1"), step.end(), step["n1"], step["y1"]))
        body = next((g for g in ("sc", "ga", "hrc", "ec") if m[g + "1"] or m[g + "3"]), "")
        if not body and (after := OF_BODY.match(text, run[-1][1])):
            body = next(g for g in ("sc", "ga", "hrc", "ec") if after[g + "2"])
            run[-1] = (run[-1][0], after.end(), *run[-1][2:])
        if m["word"].endswith("SCR"):
            body = "sc"
        if not body and not m["y0"] and _of_another(text, m):
            continue
        for start, end, number, year in run:
            found += _resolution(start, end, re.sub(r"\s", "", number), int(year) if year else None, body)
    return found


_NO_OTHER = frozenset(
    {"See", "Cf", "UN", "U.N", "The", "In", "And", "But", "Also", "Under", "By", "Assembly", "Council"}
)
"""Capitalised words before "resolution", none of which another body's or a journal's name ends with."""
_VOLUME_BEHIND = re.compile(r"[;:]\s?\d")


def _of_another(text: str, m: re.Match[str]) -> bool:
    """Whether it is another body's, "Narcotics Commission resolution 55/7", or a journal's: "Clin Res. 2013"."""
    short = m["word"] in {"Res", "Res."}
    before = next(iter(text[: m.start()].split()[-1:]), "")
    stops = (",", ":") if short else (",", ":", ";", ".", ")", "”")
    named = before[:1].isupper() and before.strip(".,(") not in _NO_OTHER and not before.endswith(stops)
    return named or (short and _VOLUME_BEHIND.match(text, m.end()) is not None)


def _resolution(start: int, end: int, number: str, year: int | None, body: str) -> list[UnDocument]:
    """Return the resolution `number` of `body` ("" where the text does not name it), or nothing where none fits."""
    if body in {"", "sc"} and number.isdigit():
        fits = year is None or resolution_year(int(number)) in {year, None}
        sure = body == "sc" or (year is not None and fits and len(number) > 2)
        if body == "" and not (fits and len(number) > 2):
            return []
        return [UnDocument(start, end, f"S/RES/{number}", year or resolution_year(int(number)), sure=sure)]
    if body in {"", "ga"} and re.fullmatch(r"\d{2,3}/\d{1,3}[A-Z]?", number):
        return [UnDocument(start, end, f"A/RES/{number}", year or symbol_year(f"A/RES/{number}"), sure=body == "ga")]
    number = re.sub(r"(?<=[IVX]\))[A-F]$", "", number)  # "377 (V) A" is a part of it
    if body in {"", "ga"} and "(" in number:
        return [UnDocument(start, end, f"A/RES/{number}", year)]  # only the Assembly counted by sessions: "377 (V)"
    if body == "ga" and number.startswith("S-"):
        return [UnDocument(start, end, f"A/RES/{number}", year)]
    if body == "hrc" and "/" in number:
        return [UnDocument(start, end, f"A/HRC/RES/{number}", year)]
    if body == "ec" and "/" in number:
        return [UnDocument(start, end, f"E/RES/{number}", year)]
    return []


_PARTED = 60
"""Characters between a document's name and its symbol, or its symbol and its address, in which date and paragraph
stand; with more it is named anew."""


def merged(text: str, found: list[UnDocument]) -> list[UnDocument]:
    """Make one of a document named and what names it again: "S.C. Res. 2098, U.N. Doc. S/RES/2098", its address."""
    out: list[UnDocument] = []
    for d in found:
        before = out[-1] if out else None
        between = text[before.end : d.start] if before else ""
        if (
            before
            and before.symbol.rstrip("AB") == d.symbol.rstrip("AB")
            and len(between) < _PARTED
            and not re.search(r";|\.\s(?!Doc)[A-Z][a-z]{2}", between)
        ):
            out[-1] = UnDocument(before.start, d.end, d.symbol, d.year or before.year, d.other or before.other)
        else:
            out.append(d)
    return out


def from_url(url: str) -> UnDocument | None:
    """Return the document that an address of the UN's document servers names: "https://undocs.org/S/2015/446"."""
    host = _DOCS_HOST.search(url)
    if not host:
        return None
    shown = re.split(r"[?&#]", unquote_plus(url[host.end() :]), maxsplit=1)[0]
    m = _SYMBOL.match(shown) or _SYMBOL.match(shown.upper())
    if not m or not _plausible(m.group(1)):
        return None
    return _split_joined(UnDocument(0, 0, m.group(1), int(m.group(2)) if m.group(2) else symbol_year(m.group(1))))


def symbol_year(symbol: str) -> int | None:
    """Return the year that a symbol tells: its own part ("S/2015/446"), the session ("A/70/95" met in 2015), or None.

    The Assembly's regular session n opens in September of 1945 + n; its resolutions and documents may be of that year
    or the next, so a session gives no year for anything but the table of Security Council resolutions and symbols
    that carry the year itself.
    """
    if m := re.fullmatch(r"S/RES/(\d+)", symbol):
        return resolution_year(int(m.group(1)))
    m = re.search(r"/((?:19[4-9]|20)\d\d?)(?:/|$)", symbol)
    return int(m.group(1)) if m and len(m.group(1)) == 4 else None


@lru_cache(maxsize=1)
def _last_of_year() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return years and the number of the Security Council's last resolution of each."""
    with resources.files("ingest").joinpath("data/unsc_last_resolution_of_year.csv").open(encoding="utf-8") as f:
        rows = sorted((int(row["last_resolution"]), int(row["year"])) for row in csv.DictReader(f))
    return tuple(year for _, year in rows), tuple(last for last, _ in rows)


def resolution_year(number: int) -> int | None:
    """Return the year in which the Security Council adopted resolution `number`; None beyond the table's end."""
    years, last = _last_of_year()
    place = bisect_left(last, number)
    return years[place] if number > 0 and place < len(years) else None


@lru_cache(maxsize=1)
def _records() -> dict[int, str]:
    with resources.files("ingest").joinpath("data/unsc_record_urls.csv").open(encoding="utf-8") as f:
        return {int(row["res_no"]): row["url_record"] for row in csv.DictReader(f)}


def record_url(symbol: str) -> str | None:
    """Return the page of a Security Council resolution in the UN Digital Library, where it is known."""
    m = re.fullmatch(r"S/RES/(\d+)", symbol)
    return _records().get(int(m.group(1))) if m else None


def document_url(symbol: str, year: int | None) -> str:
    """Return the address of a document on docs.un.org; resolutions of the Council want their year in it."""
    suffix = f"({year})" if year and re.fullmatch(r"S/RES/\d+", symbol) else ""
    return f"https://docs.un.org/en/{symbol}{suffix}"


def is_symbol(text: str) -> bool:
    """Whether `text` is written as the United Nations and the African Union write symbols: "A/70/95", "PSC/PR/COMM.1".

    A paper's number ("4", "2024/3", "GAO-18-243") and a court's ("C-402/05 P") are not.
    """
    return bool(_SYMBOL_BEGINS.match(text))


def symbol_of(csl: Csl) -> str:
    """Return the symbol that a work's fields give as its number; "" where it has none."""
    if not csl.get("number"):
        return ""
    number = re.sub(r"\s(?!\()", "", str(csl["number"]))  # "S/2000/809/Add. 1", "S/RES/2100 (2013)"
    return number if is_symbol(number) else ""
