"""What a sentence of comment cites in passing."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ingest.citations.apart import NAME
from ingest.citations.csl import WHEN_READ, Description, day_read
from ingest.citations.mention import Mention
from ingest.citations.prepared import Text
from ingest.citations.signals import signal_at
from ingest.citations.unpins import documents_in
from ingest.citations.work import TESTIMONY
from ingest.model import CitationKind
from ingest.words import dates, names
from ingest.words.addresses import Address
from ingest.words.joiners import AND
from ingest.words.rare import Rare

_ACCESS = re.compile(
    rf"[>⟩]?,?\s(?:[(\[]{WHEN_READ}(?P<date>[^()\[\]]{{4,30}})[)\]]|{WHEN_READ}(?P<bare>{dates.DATE.pattern}))",
    re.IGNORECASE,
)
"""When a page was read, in brackets behind its address: "(accessed on 4 January 2020)"."""
Reader = Callable[[Text, int, int, str | None], list[Mention]]
"""Reads [start, end) of a text as one citation; [] where it is none."""

_PLACE = r"(?:(?:at\s|¶+\s?|§+\s?|paras?\.?\s|pp?\.\s)?\d[\dn.]*(?:[–-]\d+)?(?:,\s\d+(?:[–-]\d+)?)*)"
_SUPRA = Rare(
    rf"(?:[A-ZÀ-Þ][\w’'.-]*,?\s(?:\([A-Z][\w’]*\)|{AND}|et\sal\.|of)?\s?){{0,4}}(?:[A-ZÀ-Þ][\w’'-]+|\([A-Z]\w*\))"
    r"(?:,\s[“‘]?[A-ZÀ-Þ][^,;.“”()]{2,60}[”’]?)?,\s"
    rf"(?:supra\snote\s\d+|note\s\d+\sabove)(?:,\s{_PLACE})?"
    rf"|(?:[A-ZÀ-Þ][\w’'-]+\s(?:and\s)?){{1,4}}\(n\s\d+\)(?:\s{_PLACE})?",
    *("supra note ", ", note ", "(n "),
)
_TITLE_POINTED = Rare(
    r"\s(?:in|of|dans|de|du|selon|nach)\s(?:(?:the|le|la|les|der|die|das)\s)?(?P<work>[A-ZÀ-Þ][^,;.()“”«»]{4,80},\s(?:op|art)\.\scit\.(?:,\s(?:pp?\.\s)?\d+(?:[–-]\d+)?)?)",
    " cit.",
)
"""A title in a sentence, cited before: "exprimé dans le Guide du maintien de la paix, op. cit., p. 31"."""
_COURT = Rare(
    r"(?:\bin|durch|von|bei|siehe|so):?\s(?P<court>(?:EuGH|EuG|EGMR|BGH|BVerfG|BVerwG|OGH|VfGH|VwGH|BAG)\b(?=[^;]*\d))",
    *("EuG", "EGMR", "BGH", "BVer", "OGH", "VfGH", "VwGH", "BAG"),
)
"""A decision at the end of a sentence: "jüngst bestätigt in: EuGH, Urt. v. 19.12.2019"."""
_OPENING = re.compile(r"(?:As|In|See|While|Although|Unlike|Like|Since|But|And|For)\s(?=[A-ZÀ-Þ])")
_IBID = re.compile(rf"\b(?:ibid|id)\b\.?(?:,?\s{_PLACE})")
_IMPRINT = rf"(?:\d+(?:[–-]\d+)?\s)?\((?:[^()]*\s)?{dates.YEAR}\)"
WORK = Rare(
    rf"(?<![\w.]){NAME},\s[A-ZÀ-Þ](?:[^.;“”«»()]|\bvol\.\s){{5,160}}?(?:,\s\d+(?:st|nd|rd|th)\sed\.)?\s{_IMPRINT}(?:,?\s(?:at\s)?\d+(?:[–-]\d+)?)?",
    "(",
)
_ARTICLE = Rare(
    rf"(?<![\w.]){NAME}(?:,\sJr\.)?,\s[A-ZÀ-Þ][^.;“”«»()]{{5,160}}?,\s\d{{1,4}}\s(?:[A-Z][\w.’&]*\s|&\s|of\s|the\s){{1,8}}?\d{{1,5}}"
    rf"(?:,\s\d+(?:[–-]\d+)?(?:\sn\.\d+)?)*\s\({dates.YEAR}\)",
    " (",
)
"""The Bluebook's article: "J. M. Finnis, Blackstone's Theoretical Intentions, 12 NAT. L.F. 163, 171 (1967)"."""
_SHORT = re.compile(
    rf"(?<=[a-zà-ÿ]\s)[A-ZÀ-Þ][\w’-]+(?:\s{AND}\s[A-ZÀ-Þ][\w’-]+)?,\s[“‘]?[A-ZÀ-Þ][^,;.“”()\d]{{3,60}},[”’]?\s(?!{dates.YEAR}\b)\d+(?:[–-]\d+)?"
    r"(?=[,.;)]|$)"
)
"""Author, short title and page: "This section draws on Howard, Power in Peacekeeping, 20–48"."""
_POINTED = re.compile(r",?\s(?:supra|op\.\scit|art\.\scit)")
_IMPRINT_ALONE = re.compile(rf"\([^():]{{2,60}}:\s[^()]+?,\s{dates.YEAR}\)$")
"""Place and publisher, which belong to a work named before: "(London: Hurst, 2006)"."""
_NAMES_BEFORE = re.compile(rf"(?:^|(?<=\s))(?:(?:[A-ZÀ-Þ][\w’'.-]*|de|van|von|{AND}|others|al\.)[,\s]\s?){{1,14}}$")
_LEAD = re.compile(r"(?:on|for|as\sto|about|sur|pour|zu[rm]?|für)\s[^,“‘«]{3,80},\s(?=[A-ZÀ-Þ])", re.IGNORECASE)
_GATHERED = re.compile(
    r"(?:the\s)?(?:\w+\s)?(?:chapters?|contributions?|essays?|articles?|papers?|case\sstudies|entries|discussions?)\s"
    r"(?:by|from|of|on)\s[^;“”()]*?\s(?:in|to)\s(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
"""Chapters of a book that is cited as a whole: "the chapters by de Coning and Peter in Cedric de Coning, ed., ..."."""
_COLON = re.compile(r"\s?:\s(?=[A-ZÀ-Þ“‘«]|e-?mail|interview|letter|personal\scommunication)")


def in_comment(whole: Text, start: int, end: int, read: Reader) -> list[Mention]:
    """Return the UN documents, addresses, and works that a sentence names, in order."""
    found = [replace(m, in_passing=m.locator is None) for m in documents_in(whole, start, end)]
    for s, e in _spans(whole, start, end):
        if _free(found, s, e):
            # in a sentence, a name, words and a number are surely a citation only where such a work is known
            read_here = (replace(m, sure=m.sure and (m.form != "short" or m.quoted)) for m in read(whole, s, e, None))
            found += [m for m in read_here if m.surnames or m.title or m.form == "ibid"]
    for s, e in whole.shield.brackets:
        if start <= s and e <= end and _free(found, s, e) and not _IMPRINT_ALONE.match(whole.text[s:e]):
            inner, signal = signal_at(whole.text, s + 1, e - 1)
            found += [m for m in read(whole, inner, e - 1, signal) if _stands_alone(m)]
    for at in _after_lead(whole, start, end):
        if _free(found, at, end):
            here = read(whole, at, end, None)
            found += [
                m for m in here if (m.surnames and m.form != "author-date") or m.kind in TESTIMONY or m.kind == "legal"
            ]
    for a in whole.addresses:
        if start <= a.start < end and _free(found, a.start, a.end):
            found.append(address(a, whole.text))
    return sorted(found, key=lambda m: m.start)


def _free(found: list[Mention], start: int, end: int) -> bool:
    return not any(m.start < end and start < m.end for m in found)


def _stands_alone(m: Mention) -> bool:
    """Whether what was read in brackets is more than an imprint: "(Cham: Springer, 2017)" is none."""
    if m.form == "full":
        return bool(m.surnames or m.document or m.addresses or m.kind != "work" or m.quoted)
    return bool(m.surnames or m.form == "ibid")


def _spans(whole: Text, start: int, end: int) -> list[tuple[int, int]]:
    """Where works stand in a sentence.

    "... the warning of Milanović & Papić, supra note 38, at 295", "... set aside at ibid., 868", "... of Jean-Marie
    Guéhenno, The Fog of Peace (Washington, DC: Brookings Institution Press, 2015)", "... is described in Colavizza,
    ‘The References of References’".
    """
    spans = [m.span() for m in _SUPRA.finditer(whole.text, start, end)]
    spans += [m.span() for m in _IBID.finditer(whole.text, start + 1, end)]
    spans += [m.span() for pattern in (_ARTICLE, WORK, _SHORT) for m in pattern.finditer(whole.text, start, end)]
    spans += [m.span("work") for m in _TITLE_POINTED.finditer(whole.text, start, end)]
    spans = [(_after_opening(whole.text, s), e) for s, e in spans if not whole.shield.covers(s)]
    for s, e in whole.shield.quotes:
        if start < s and e < end and _POINTED.match(whole.text, e):
            spans.append((s, end))
        elif start < s < end and (m := _NAMES_BEFORE.search(whole.text[start:s])):
            at = start + m.end() - len(_last_names(m.group()))
            if at < s:
                spans.append((at, end))
    return sorted(spans)


def _after_opening(text: str, start: int) -> int:
    """Where a span begins without the word that opens its sentence: "As Principles and Guidelines (n 3) predict"."""
    opening = _OPENING.match(text, start)
    return opening.end() if opening else start


def _last_names(run: str) -> str:
    """Return the longest tail of a run of capitalised words that reads as names."""
    at = 0
    while at < len(run):
        tail = run[at:]
        if tail[:1].isupper() and names.parse(tail.strip(" ,")):
            return tail
        space = run.find(" ", at)
        if space < 0:
            return ""
        at = space + 1
    return ""


def _after_lead(whole: Text, start: int, end: int) -> list[int]:
    """Where a citation may begin after "on its beginnings, " or after the colon that ends a comment."""
    found = [m.start("court") for m in _COURT.finditer(whole.text, start, end) if not whole.shield.covers(m.start())]
    found += [m.end() for lead in (_LEAD, _GATHERED) if (m := lead.match(whole.text, start, end))]
    colons = [m for m in _COLON.finditer(whole.text, start, end) if not whole.shield.covers(m.start())]
    return found + [m.end() for m in (*colons[:1], *colons[-1:])]


def address(a: Address, text: str, signal: str | None = None) -> Mention:
    """Return the mention of a bare address in `text`."""
    name = "DOI" if a.kind == "doi" else "URL"
    fields: dict[str, Any] = {"type": "webpage" if a.kind == "url" else "document", name: a.value}
    end = a.end
    if remark := _ACCESS.match(text, a.end):
        end, fields = (
            remark.end(),
            fields | {"accessed": day_read(remark["date"] or remark["bare"]), "title": text[a.start : a.end]},
        )
    bare = Description(fields, None, "", False, None, None, True)
    kind: CitationKind = "web" if a.kind == "url" else "work"
    return Mention(a.start, end, "full", kind, text[a.start : end], signal, description=bare, addresses=(a,))
