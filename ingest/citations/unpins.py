"""UN documents in a text with what stands beside the symbol: its date, its versions and annexes, the paragraphs."""

import re
from dataclasses import replace

from ingest.citations import locators
from ingest.citations.csl import Description
from ingest.citations.mention import Mention
from ingest.citations.prepared import Text
from ingest.citations.shortnames import defined
from ingest.model import Locator
from ingest.words.dates import DATE, MONTHS, YEAR
from ingest.words.joiners import AND
from ingest.words.unsymbols import OF_BODY, UnDocument

_LINK = rf"(?:,\s|\s)(?:{AND}\s)?"
_ANNEX = r"(?:[Aa]nnex(?:es)?|[Aa]nnexe|[Aa]nexos?|[Aa]llegat[oi]|[Ee]nclosures?|[Aa]ppendix|Anhang|Anlage)"
_BESIDE = (
    re.compile(r"[>⟩](?=,?\s)"),
    re.compile(r"\s?\((?![^()]*[A-Z]/)[^()]*\d[^()]*\)"),
    re.compile(
        r"\s[(\[](?:here(?:in)?after|henceforth|ci-après|im\sFolgenden|nachfolgend|en\sadelante|d[’']ora\sin\spoi|[“‘«\"])"
        r"[^()\[\]]{2,60}[)\]](?=,?\s(?:at\s|(?:paras?|pp?|Ziff|Abs|annex|op)\b|[§¶]))"
    ),
    re.compile(rf"{_LINK}(?:(?:of|dated|en\sdate\sdu|du|del?|vom|v\.)\s)?(?:{DATE.pattern})"),
    re.compile(rf",\s(?:de\s)?\d{{1,2}}(?:\.|\sde)\s{MONTHS}|{OF_BODY.pattern}"),
    re.compile(rf",\s[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+)?(?=,\s(?:{DATE.pattern}))"),
    re.compile(
        r",\s[a-z-]+(?:st|nd|rd|th)\s(?:(?:preambular|operative)\s)?paragraph\b"
        r"|,\srecommendations?\s\d+|,\scommentary(?:\s(?:to|on)(?=\s[Aa]rt)|(?=,\spara))"
    ),
    re.compile(rf"{_LINK}(?:précitée?|préc\.|(?:op\.\s)?cit\.|a\.\s?a\.\s?O\.)(?=,)"),
    re.compile(rf"{_LINK}(?:Add|Amend|Corr|Rev)\.?\s?\d{{1,2}}(?!\d)"),
    re.compile(rf"{_LINK}(?:[Vv]ol\.|t\.|Bd\.)\s(?:[IVX]+|\d{{1,2}})(?=,)"),
    re.compile(rf"{_LINK}{_ANNEX}(?:\s(?:[IVXL]+|\d{{1,3}}|[A-Z])\b)?(?=[\s,.;:)]|$)"),
)
"""Date, a short name given, body, town ("New York, 5.3.2019"), places in words, versions, volume and annexes.

A bracket with another symbol is that document's.
"""
_TITLE_BEHIND = re.compile(
    rf",\s(?P<title>[A-ZÀ-Þ][^\s,;.()“”«»\d]*(?:\s[^\s,;.()“”«»\d]+){{2,14}})(?=,\s(?:de\s)?(?:{DATE.pattern})|,\s(?:arts?\.|¶|paras?\.)\s\d)"
)
"""The title, where the symbol stands first: "Doc. A/47/277-S/24111, Un programa de paz, de 17 de junio de 1992"."""
_PAGE_ALONE = re.compile(
    r"(?:,|(?<=\)))\s(?P<page>\d{1,3}(?:[–-]\d{1,3})?(?:,\s\d{1,3}(?:[–-]\d{1,3})?)*)(?=[.;]|\s\(|$)"
)
"""The page of a meeting's record: "S/PV.4194, 13 September 2000, 4"."""
_IN_SQUARE = re.compile(r"(?<=\))(?:\s\d{1,3})?\s\[(?P<from>\d{1,4})\](?:[–-]\[(?P<to>\d{1,4})\])?")
"""The paragraph as Australian lawyers print it: "UN Doc A/55/305 (21 August 2000) 10 [56]"."""
_ORDINAL = re.compile(r"(?<![\w-])(?P<ordinal>[a-z]+)\sparagraph$")
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
"""By which a presidential statement's paragraphs are named, which have no numbers; those of a preamble are others."""
_BEFORE = re.compile(
    r"(?P<loc>(?:paragraphs?|paras?\.?|§|annex)\s\d[\d\s,–and-]*)\s(?:of|to|du|de\sla|in)\s(?:the\s|its\s"
    r"|la\s)?(?:UN\s|U\.N\.\s)?$",
    re.IGNORECASE,
)
_PART_OF_SYMBOL = re.compile(r"\s?\(Sect\.\s\d+\)")
"""A section of the programme budget is a document of its own: "A/81/6 (Sect. 26)"."""
_FINEST = (
    "paragraph", "page", "column", "folio", "rule", "article-locator", "section", "chapter", "part", "figure", "table",
    "note", "supplement", "volume",
)  # fmt: skip
"""Which of several places is the one pointed to: the paragraph of an annex."""


def documents_in(whole: Text, start: int, end: int) -> list[Mention]:
    """Return a mention for each UN document in [start, end), with the paragraphs beside it."""
    inside = [d for d in whole.documents if start <= d.start < end and not _quoted(whole, d, start)]
    return [_mention(whole, d, start, end) for d in inside]


def title_before(lead: str) -> bool:
    """Whether words before a symbol may be its title, and are not "paragraph 7 of"."""
    return not _BEFORE.search(lead)


def _quoted(whole: Text, d: UnDocument, start: int) -> bool:
    return any(s <= d.start < e and start <= s for s, e in whole.shield.quotes)


def _mention(whole: Text, d: UnDocument, start: int, end: int) -> Mention:
    text = whole.text
    end = min([end, *(other.start for other in whole.documents if other.start >= d.end)])
    behind = _TITLE_BEHIND.match(text, d.end, end)
    stop, places = _beside(text, behind.end() if behind else d.end, end)
    at = d.start
    if text[stop : stop + 1] == ")" and text[start : d.start].rstrip().endswith("("):
        # "(S/2023/442), annex I", "(S/2015/364, annex), arts. 3 and 6": the bracket closes before the locator
        beyond, more = _beside(text, stop + 1, end)
        if more or beyond > stop + 1:
            at, stop, places = d.start - 1, beyond, places + more
    places += _named(text[d.start : d.end])
    locator = min(places, key=lambda place: _FINEST.index(place.label)) if places else None
    if before := _BEFORE.search(text, start, d.start):
        first = locators.first(" " + before["loc"].lower())
        at, locator = before.start(), first.locator if first else locator
    told = re.search(rf"\((?:[^()]*\s)?({YEAR})\)|\s({YEAR})\b", text[d.end : stop])
    year = int(told.group(1) or told.group(2)) if told else None
    if year and not d.year and d.symbol.startswith("S/RES"):
        d = replace(d, year=year)
    return Mention(
        at, stop, "full", "un-document", text[at:stop], None, locator, document=d, year=d.year or year, sure=d.sure,
        title=behind["title"] if behind else "", description=_entitled(behind["title"]) if behind else None,
        addresses=tuple(a for a in whole.addresses if a.start == d.start),
        defines=defined(text[d.end : min(end, stop + 80)]),
    )  # fmt: skip


def _entitled(title: str) -> Description:
    return Description({"title": title}, None, title, False, None, None, False)


def _named(text: str) -> list[Locator]:
    """Return the first place that words name: that of "(paras. 5–6)"."""
    if (m := _ORDINAL.search(text)) and m["ordinal"] in _ORDINALS:
        return [Locator("paragraph", str(_ORDINALS.index(m["ordinal"]) + 1))]
    place = locators.first(_PART_OF_SYMBOL.sub("", text))
    return [place.locator] if place else []


def _beside(text: str, at: int, end: int) -> tuple[int, list[Locator]]:
    """Return where what belongs to a document ends, and the places in it that are named."""
    places: list[Locator] = []
    while True:
        if pin := locators.labelled(text, at, end):
            places.append(pin[0])
            at = pin[1]
        elif beside := next((m for form in _BESIDE if (m := form.match(text, at, end))), None):
            at = beside.end()
            places += _named(beside.group())
        elif square := _IN_SQUARE.match(text, at, end):
            value = f"{square['from']}–{square['to']}" if square["to"] else square["from"]
            return square.end(), [*places, Locator("paragraph", value)]
        elif page := _PAGE_ALONE.match(text, at, end):
            return page.end(), [*places, Locator("page", page["page"].replace("-", "–"))]
        else:
            return at, places
