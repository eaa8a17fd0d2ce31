"""Taking apart a piece of a note that cites two works without a semicolon between them."""

import re
from collections.abc import Iterator

from ingest.citations import signals
from ingest.citations.prepared import Text
from ingest.words import dates, names, roles
from ingest.words.joiners import AND, AS_WELL_AS
from ingest.words.rare import Rare

NAME = rf"[A-ZÀ-Þ][\w’'.-]*\s(?:(?:[A-ZÀ-Þ][\w’'.-]*|de|van|von|der|{AND})\s){{0,8}}?[A-ZÀ-Þ][\w’'-]+"
"""At least a given and a family name, perhaps of several authors."""
_AND = rf",?\s{AS_WELL_AS}\s"
_MAY_JOIN = re.compile(rf"\s(?:{AS_WELL_AS}|[–—])(?=\s)")
"""What joins two works: looked for first, since to try `_AND_WORK` at every letter takes ten times as long."""
_LAW = r"(?:Law|Act|Statute|Decree|Code|Convention|Constitution|Regulations?|Loi|Code|Décret|Gesetz|Verordnung)\b"
_PROVISION = r",\s(?:arts?\.|articles?|sects?\.|sections?|paras?\.|§|Art\.)"
_AND_WORK = re.compile(
    rf"(?<=[\d)”’.\"»]){_AND}(?:(?:in|dans)\s)?(?={NAME},\s[“‘\"«])"
    rf"|(?<=\)){_AND}(?={NAME},\s[A-ZÀ-Þ][^;]*\([^()]*{dates.YEAR}\))"
    rf"|(?<=\d){_AND}(?={NAME}(?:\s{roles.IN_BRACKETS})?,\s[A-ZÀ-Þ][^;]*{dates.YEAR})"
    rf"|(?<=\d){_AND}(?=(?:[A-Z][\w-]*\s(?:(?:of|on|the|for|and|de|du|des)\s)*){{1,12}}?{_LAW}[^;“”\d]*{_PROVISION}\s?\d)"
    rf"|(?<=[A-Za-z)]){_AND}(?=(?:Art\.?|Artikel|§§?)\s\d)"
    r"|(?<=[\d).])\s[–—]\s(?=[A-ZÀ-Þ]|v[ao]n\s|d[eu]\s|d(?:ies|ers)\.)"
    rf"|,?\s{AND}\s(?=(?:see|cf\.?|voir|vgl\.?|siehe)(?:\salso|\saussi)?\s[A-ZÀ-Þ“‘«])"
)
_WITH = re.compile(r",?\swith\s")
_PINNED_WITH = Rare(
    r"(?<=\d)(?<!1[5-9]\d\d)(?<!20[0-4]\d),\s(?:with|avec|mit)\s(?=[A-ZÀ-Þ“‘«\"])", ", with ", ", avec ", ", mit "
)
"""After a page, another work begins: 'Berg, “The Long Mission,” 74, with Carla Doe, Other Missions'."""


_ONLY_A_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w’.-]*\s?|d[eiu]\s|v[ao]n\s){1,5}\.?\s?")


def nested(whole: Text, start: int, end: int) -> Iterator[tuple[int, int, str | None]]:
    """Yield the parts of "A, quoted in B", "A, cited in B", "A, reprinted in B", each with the word before it."""
    at, word = start, None
    for m in signals.NESTED.finditer(whole.text, start, end):
        if whole.shield.quoted(m.start("word")):
            continue
        if m.start() > at:
            yield at, m.start(), word
        at, word = m.end(), signals.canonical(m["word"])
    if word and _ONLY_A_NAME.fullmatch(whole.text, at, end) and names.parse(whole.text[at:end].strip(" .")):
        return  # "Boulden, Peace Enforcement, 44, quoting Dag Hammarskjöld"
    if word and whole.text[end - 1 : end] in ")." and whole.text.count("(", at, end) < whole.text.count(")", at, end):
        end = whole.text.rindex(")", at, end)
    yield at, end, word


_PROVISIONS_LAST = re.compile(rf"{_LAW}.*{_PROVISION}\s?[\d, –-]+$")
_ARTICLE_OF_LAW = re.compile(r"(?:(?:[Vv]gl|[Ss]iehe)\.?\s)?(?:Art\.?|Artikel|§§?)\s\d.*[a-zA-Z]\)?$")
_CITED = re.compile(rf"{dates.YEAR}|[”’»]$")


def joined_by_and(whole: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of "A, Title (2008), 45, and B, ‘Title’ (2010)": whole citations joined by "and"."""
    at = start
    for joint in _MAY_JOIN.finditer(whole.text, start, end):
        comma = joint.start() > at and whole.text[joint.start() - 1] == ","
        if not (m := _AND_WORK.match(whole.text, joint.start() - comma, end)):
            continue
        before = whole.text[at : m.start()]
        pointed = re.search(r"\d$", before) and re.match(r"see|cf|voir|vgl|siehe", whole.text[m.end() : m.end() + 5])
        laws = _PROVISIONS_LAST.search(before)
        articles = re.match(r"(?:Art\.?|Artikel|§§?)\s\d", whole.text[m.end() : m.end() + 12])
        laws = laws or (articles and _ARTICLE_OF_LAW.match(before))
        cited = pointed or laws or _CITED.search(before)
        dash = m.group().strip() in {"–", "—"}
        parts = _dashed(before, whole.text[m.end() : end]) if dash else bool(cited)
        if parts and not whole.shield.covers(m.start()):
            yield at, m.start()
            at = m.end()
    yield at, end


_PARENTHETICAL = re.compile(
    r"\((?:(?P<verb>(?!forthcoming|working|spring|morning|evening|during)[a-z]{3,}ing)\s|[“‘\"«]|per\scuriam|emphasis\s|(?:citations?|footnotes?)\somitted"
    r"|(?:majority|plurality|dissenting|concurring|separate|individual)\sopinion|[A-Z][\w’.-]+,\s(?:C\.)?J\.)"
)
"""What the Bluebook says of a work in brackets behind it: "(arguing that immunity must yield)", "(per curiam)"."""


def remarked(whole: Text, start: int, end: int) -> tuple[int, tuple[int, int, str] | None]:
    """Return where a citation ends before a remark in brackets, and what the remark says: its place and its verb.

    "Dannenbaum, supra note 8, at 141 (criticizing Behrami v. France, App. No. 71412/01)" ends at "141".
    """
    for s, e in whole.shield.brackets:
        last = start < s < e <= end and not whole.text[e:end].strip(" .,;")
        if last and whole.text[s - 1] == " " and (m := _PARENTHETICAL.match(whole.text, s, e)):
            return s - 1, (m.end() if m["verb"] else s + 1, e - 1, m["verb"] or "")
    return end, None


_LONGEST_NAMES = 80
_ENDS = re.compile(
    rf"(?:\b(?:S\.|Abb\.|Taf\.)\s?[\d–,\s-]+|{dates.YEAR}[^()]*\)(?:,?\s[\d–,\s-]+)?|\b(?:Anm|Fn)\.\s\d+\)?"
    rf"|^[^()“”\d]{{2,80}}\s{dates.YEAR}[a-z]?(?:,\s\d[\d–,\s-]*)?|,\s(?!{dates.YEAR})\d{{1,4}}(?:[–-]\d+)?(?:\sff?)?)\.?$"
)
"""How a citation ends before a dash: with a page, an imprint, or a year and page after names."""


def _dashed(before: str, after: str) -> bool:
    """Whether a dash parts two citations, as archaeologists write: "Auler, Hiller Anm. 1, S. 159 – Tacitus Anm. 2"."""
    who = re.split(
        r",\s(?=[A-Z][^,]*\s)|(?<=ies\.),|(?<=ers\.),|(?<=\w{2})\.\s(?=\w{2})|\s\(?(?:wie\s)?(?:Anm|Fn)\.|\s\(?(?:1[5-9]|20)\d\d",
        after,
        maxsplit=1,
    )[0].rstrip(".")
    more = len(after) > len(who) + 3  # "GRUR 2016, 1152 – GS Media/Sanoma" has the parties behind the dash
    named = more and len(who) < _LONGEST_NAMES and (who.lower() in {"ders", "dies"} or names.parse(who) is not None)
    return named and bool(_ENDS.search(before))


def compared(whole: Text, start: int, end: int, *, pinned: bool) -> tuple[int, int] | None:
    """Return where "with" stands between the works of "Compare A, with B", and where B begins.

    Args:
        whole: The note's text.
        start: Where A begins.
        end: Where B ends.
        pinned: Whether only a "with" after a page counts, where no "compare" stands before.
    """
    found = (_PINNED_WITH if pinned else _WITH).finditer(whole.text, start, end)
    return next(((m.start(), m.end()) for m in found if not whole.shield.covers(m.start())), None)
