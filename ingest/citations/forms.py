"""Short forms and pointers: ibid., op. cit., supra note n."""

import re
from dataclasses import dataclass

from ingest.citations import locators
from ingest.citations.heads import inverted, split_head
from ingest.model import CitationForm, Locator
from ingest.words import names
from ingest.words.given import INITIALS
from ingest.words.joiners import AND
from ingest.words.names import Names
from ingest.words.rare import Opening, Rare

_IBID = Opening(
    r"(?P<word>ibid(?:em)?|ibíd(?:em)?|ib|[ií]dem|id|ebd|ebda|ebenda|ivi)\b\.?(?P<rest>.*)$",
    *("ib", "íb", "id", "íd", "eb", "iv"),
    flags=re.IGNORECASE | re.DOTALL,
)
_SAME_AUTHOR = Opening(
    r"(?:[ií]dem|[ií]d\.|(?:du|de la)\smême\sauteure?|by\sthe\ssame\sauthor|del\smismo\sautor|ders(?:\.|elbe)"
    r"|dies(?:\.|elbe)|drs\.?|eadem|the\ssame|le\smême)\s?[,:]\s(?=[“‘\"«A-ZÀ-Þ])",
    *("id", "íd", "du", "de", "by", "di", "dr", "ea", "th", "le"),
    flags=re.IGNORECASE,
)
_IBID_BEHIND = Rare(r",\s(?=(?:ibid|ebd|ebenda)\b)", ", ib", ", eb")
"""After names: "Howard, ibid., 5"."""
_PLACE_FIRST = re.compile(
    r"(?:pp?\.|paras?|at\s|S\.|p\s?\d|vol|chap|ch\.|arts?\b|sect?\b|section|part\b|annex|appendix|table|figure|note|Rn|Rz|Kap|Abs|Anm|Fn"
    r"|Bd|Anhang|[IVXLC]+\b(?!’)|supra|above|op\.|loc\.)",
    re.IGNORECASE,
)
_OP_CIT = Rare(
    r"^(?P<head>.*?)[,.]?\s?\(?\b(?P<word>[oó]p\.?\s?(?:ult\.?\s)?cit(?:at)?\b\.?|loc\.?\s?cit\b\.?|art\.?\s?cit(?:é|\b)\.?"
    r"|ouvr(?:age|\.)\s?cit(?:é|\b)\.?|a\.\s?a\.\s?O\b\.?|aaO\b|(?:(?:art(?:icle|\.)|ouvrage|thèse|rapport)\s)?préc(?:ité)?e?\b\.?|o\.\s?c\.|(?<=\s)cit\."
    r"|obra\scit\.|ob\.\scit\.)\)?(?P<rest>.*)$",
    *("cit", "a.a.", "a. a.", "aao", "préc", "o.c.", "o. c."),
    flags=re.IGNORECASE | re.DOTALL,
)
_NOTE_WORD = r"(?:notes?|nn?\.?|nt\.|fn\.?|footnotes?|Anm\.|Fußn(?:ote|\.)|nota)"
_ABOVE = r"(?:supra|above|infra|below|oben|ci-dessus|plus\shaut|precedente|earlier|siehe\soben|su\s?pra|retro)"
_NOTE_THERE = re.compile(
    rf"(?:^[\s,.;]*(?:{_ABOVE}[\s,]*)?|[(\[]\s?(?:(?:wie|see|voir)\s)?(?:{_ABOVE}[\s,]*)?){_NOTE_WORD}\s?(\d+)",
    re.IGNORECASE,
)
"""Where a work was cited, next to "op. cit." or in brackets; "op. cit., p. 12 n. 3" points to a note on a page."""
# The end of a word for "note" with its figure is asked for first, which most texts lack.
_SUPRA = re.compile(
    rf"^(?=.*?n(?:n|otes?|ota|t|m)?\.?\s?\d)(?P<head>.*?)[\s,]*(?:(?P<open>[(\[])\s?(?:(?:chapter|chap\.|ch\.|chapitre|Kapitel)\s(?P<part>\d+),?\s)?(?:(?:at|in|see"
    rf"|as\sin|wie|siehe|s\.|ver|veja|voir|véase|vid\.|v\.|cfr?\.)\s(?:S\.\s\d+,\s)?)?(?:{_ABOVE}[\s,]*)?{_NOTE_WORD}\s?(?P<a>\d+)(?:,?\s{_ABOVE})?\s?(?P<inside>[^)\]]*)[)\]]"
    rf"|\b(?P<up>{_ABOVE})[\s,]*(?:at\s)?{_NOTE_WORD}\s?(?P<b>\d+)"
    rf"|\b{_NOTE_WORD}\s?(?P<c>\d+)[\s,]*\(?(?P<up2>{_ABOVE})\)?"
    r"|(?<=[^\W\d_]|’)(?<!\bmit)(?<!\bin)(?<!\bbei)(?<!\bund)[,.]?\s(?:(?:wie|siehe|s\.)\s)?(?:Anm\.|Fn\.|Fußn(?:ote|\.))\s?(?P<d>\d+)"
    rf"|[,”’»]\s(?:see|voir|véase|vedi|ver|veja|vid\.|v\.|cfr?\.|(?:as\s)?cited\s(?:in|at)|citée?\s(?:dans|à\sla|en)|citato\s(?:in|alla))"
    rf"\s{_NOTE_WORD}\s?(?P<e>\d+)|(?<=[^\W\d_]),\snn?\.?\s(?P<f>\d+)(?=,\s(?:at|paras?\.?|§)\s\d))(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ONLY_NOTE = re.compile(
    rf"^(?:(?:the\s)?(?:works?|sources?|authorities|literature|references|cases|articles?|stud(?:y|ies)|texts?)\s(?:cited|quoted|listed)\s(?:in\s|at\s)?)?"
    rf"(?:(?:la|the)\s|{_ABOVE},?\s)?{_NOTE_WORD}\s?(?P<n>\d+)(?:\s{_ABOVE})?(?P<rest>(?:,\s(?:at\s|pp?\.|S\.)\s?\d[^,;]*)?)\.?$",
    re.IGNORECASE,
)
"""A note alone: "note 12 above", "Fn. 3, S. 12", "the works cited supra note 3"."""
_SUPRA_BARE = Rare(
    r"^(?P<head>[^“‘]{2,80}?),\s(?:supra|above)(?:,\s(?:at\s)?(?P<rest>.*))?$",
    *(", supra", ", above"),
    flags=re.IGNORECASE,
)
_NOTES_CROSSED = Rare(
    r"accompanying\stext|text\s(?:accompanying|at|to)\s(?:notes?|nn?\b|fn)|(?:notes?|nn\.?)\s\d+\s?(?:[–-]"
    r"|and|&|et|to|,)\s?\d+(?!.*\bat\b)",
    *("text", "note", "nn"),
    flags=re.IGNORECASE,
)
_PART_CROSSED = Opening(
    r"(?:infra|supra|above|below)(?:,?\s(?:Part|section|chapter|Chapitre"
    r"|partie|pp?\.|pages?|S\.|n[o°]s?|§|par\.)(?!\w).*)?$"
    r"|(?:the\s)?(?:discussion|analysis|argument|account|overview|section)s?\s(?:above\s|below\s)?in\s(?:Chapters?|Parts?|Sections?)\s\d.*$"
    r"|(?!.*\b(?:Act|Code|Law|Ordinance|Constitution|Charter|Statute|Convention|Regulations?)\b)(?:Part|Section|Chapter|Appendix|Annex|Figure|Table|Box|Chapitre|Partie|Kapitel|Abschnitt|Tableau"
    r"|Abbildung)\s(?:[IVX]+|\d+|[A-E])\b.{0,60}(?:above|below|supra|infra|ci-dessus|ci-dessous|of\sthis\s"
    r"|oben|unten|\bin\sthis\b|$)",
    *("in", "su", "ab", "be", "pa", "se", "ch", "ap", "an", "fi", "ta", "bo", "ka", "th", "di", "ar", "ac", "ov"),
    flags=re.IGNORECASE,
)
_DATASET = Rare(
    r"\b(?:data\s?set|dataset|Datensatz|jeu\sde\sdonnées|version\s\d+\.\d+|Dataverse|codebook)\b",
    *("data", "daten", "jeu de", "version", "codebook"),
    flags=re.IGNORECASE,
)


_LONGEST_HEAD = 160
"""Characters of names and short title; what is longer is a sentence that ends with "Finnis, supra note 24"."""
_LONGEST_TITLE = 12
"""Words of a work's or a case's name alone: "Brahimi Report"; what is longer is a sentence."""


def cross_reference(text: str) -> bool:
    """Whether a text points into the document itself: "text accompanying notes 12–14", "infra Part III"."""
    return bool(_NOTES_CROSSED.search(text) or _PART_CROSSED.match(text))


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form taken apart."""

    form: CitationForm
    names: Names | None
    title: str
    quoted: bool
    locator: Locator | None
    note: str | None
    printed: str = ""
    """The words before "supra" or "op. cit."."""
    part: str | None = None
    """The chapter whose notes are meant: "chapter 1, note 3 above"."""


def ibid(text: str) -> ShortForm | None:
    """Read "Ibid., 5", "Id. at 12", "Ebd., S. 4"; None for "Idem, Title", where only the author is the same."""
    if same_author(text):
        return None
    m = _IBID.match(text)
    head = None
    if not m:
        cut = _IBID_BEHIND.search(text[:80])
        head = names.parse(text[: cut.start()]) if cut else None
        m = _IBID.match(text[cut.end() :]) if cut and head else None
    if not m or re.match(r"[’']", m["rest"]):
        return None
    rest = re.sub(r"\([^()]*[a-z]{3}[^()]*\)\.?$", "", m["rest"]).strip()
    place = locators.tail(rest) or locators.first(" " + rest)
    bare = re.sub(r"^[\s,.:;(at)]+", "", rest[: place.start] if place else rest)
    inner = re.match(r"\(?(?!(?:Ziff|Rn|Rz|Tz|Nr|Nos?|Art|Abs|[IVXLC]+)\b)(?P<n>[A-Z][\w’' -]+?)\)?$", bare)
    if head is None and inner:
        head = names.parse(inner["n"])
    return ShortForm("ibid", head, "", False, place.locator if place else None, None)


def same_author(text: str) -> re.Match[str] | None:
    """Return the match of "Idem, " before a title; what follows is another work of the author cited before."""
    m = _SAME_AUTHOR.match(text)
    if not m or _PLACE_FIRST.match(text[m.end() :]) or re.search(rf"\b(?:supra|above)\b|\({_NOTE_WORD}\s\d", text):
        return None
    return m if re.match(r"[“‘\"«]|[A-ZÀ-Þ][\w’.-]{2,}|(?!At\s)[A-ZÀ-Þ]\w?\s\w{3}", text[m.end() :]) else None


def op_cit(text: str) -> ShortForm | None:
    """Read "Karlsrud, op. cit., p. 45", "Tardy, art. cit.", "Kühne, a.a.O. (Fn. 3), S. 5"."""
    m = _OP_CIT.match(text)
    if not m or len(m["head"]) > _LONGEST_HEAD:
        return None
    note = _NOTE_THERE.search(m["rest"])
    rest = m["rest"].replace(note.group(), "") if note else m["rest"]
    place, head = locators.tail(rest.rstrip(" )")), m["head"]
    if not rest.strip(" .)") and (place := locators.tail(head, bare=False)):
        head = head[: place.start]  # "Barnett, The UN Security Council, p. 89, cit."
    people, title, quoted, ok = _head(head)
    if not ok:
        return None
    return ShortForm(
        "op-cit",
        people,
        title,
        quoted,
        place.locator if place else None,
        note.group(1) if note else None,
        head.strip(" ,"),
    )


def supra(text: str) -> ShortForm | None:
    """Read "Karlsrud, supra note 12, at 45", "Karlsrud (n 5) 45", "note 5 above"."""
    if m := _ONLY_NOTE.match(text):
        place = locators.tail(m["rest"])
        return ShortForm("supra", None, "", False, place.locator if place else None, m["n"])
    m = _SUPRA.match(text)
    if not m:
        m = _SUPRA_BARE.match(text)
        people, title, quoted, ok = _head(m["head"]) if m else (None, "", False, False)
        if not m or not ok or not (people or title):
            return None
        place = locators.tail(", " + (m["rest"] or ""))
        return ShortForm("supra", people, title, quoted, place.locator if place else None, None)
    if len(m["head"]) > _LONGEST_HEAD:
        return None
    head, part = m["head"], m["part"]
    if chapter := re.search(r",?\s(?:chapter|chapitre|Kapitel)\s(\d+)$", head.rstrip(" ,"), re.IGNORECASE):
        head, part = head[: chapter.start()], chapter.group(1)
    people, title, quoted, ok = _head(head)
    if not ok:
        return None
    rest = re.sub(r"\s\([^()]*[a-z]{3}[^()]*\)\.?$", "", m["rest"])
    place = locators.tail(f"){rest}") or (locators.tail(", " + m["inside"].lstrip(" ,")) if m["inside"] else None)
    return ShortForm(
        "supra",
        people,
        title,
        quoted,
        place.locator if place else None,
        next(filter(None, map(m.group, "abcdef"))),
        head.strip(" ,"),
        part,
    )


_LEAD_IN = re.compile(r"^(?:In|Dans)\s(?=[A-ZÀ-Þ])")
"""What leads to a book cited before: "In T. Tardy (dir.), op. cit., p. 22"."""


def _head(head: str) -> tuple[Names | None, str, bool, bool]:
    """Read the names and perhaps a short title before "supra" or "op. cit."; the last value tells whether it can be."""
    head = _LEAD_IN.sub("", head.strip(" ,.:"))
    if not head:
        return None, "", False, True
    if m := re.match(r"^(?P<who>[^“„‘\"«»\[]*?)[,:\s]*[“„‘\"«»\[](?P<title>[^”\"«»\]]+?)[“”’\"«»\]]$", head):
        people = names.parse(m["who"]) if m["who"].strip() else None
        return people, m["title"].strip(" ,."), True, people is not None or not m["who"].strip()
    # "Howard, Lise Morjé. Power in Peacekeeping", but "V. Holt, G. Taylor et M. Kelly, Protecting Civilians"
    whole, title = (None if re.match(r"[A-ZÀ-Þ]\.", head) else inverted(head)) or split_head(head)
    if whole and title[:1].isupper() and (people := names.parse(whole)):
        more = names.parse(title)
        body = "literal" in people.csl[0]
        # "Crisis Group Report, Central Mali": what follows a body is a title, unless it surely names people
        if more is None or (not body and "literal" in more.csl[0]) or (body and not names.surely(more)):
            return people, title, False, True
    who, colon, title = head.partition(": ")
    if colon and (people := names.parse(who)) and "family" in people.csl[0] and title[:1].isupper():
        return people, title, False, True
    who, comma, title = head.rpartition(", ")
    people = names.parse(who) if comma and not INITIALS.fullmatch(title) and not re.match(rf"{AND}\s", title) else None
    if people and names.parse(title) is None and not title[:1].islower():
        return people, title, False, True
    if people := names.parse(head):
        # "Bothe, Peacekeeping Forces" reads like family and given name; only the works cited can tell
        apart = comma and not people.others and len(people.csl) == 1 and not INITIALS.fullmatch(title)
        return people, title if apart else "", False, True
    # A title or case alone: "Brahimi Report, supra note 3"
    ok = (
        (head[:1].isupper() or head[:1].isdigit())
        and len(head.split()) <= _LONGEST_TITLE
        and not re.match(r"(?:This|These|That|It|They|He|She|We|There|As|For)\b", head)
        and not re.search(r"\b(?:is|are|was|were|has|have|that|which)\b", head)
    )
    return None, head, False, ok


def is_dataset(title: str) -> bool:
    """Whether a work's own words say that it is a data set."""
    return bool(_DATASET.search(title))
