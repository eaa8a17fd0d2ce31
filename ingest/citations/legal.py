"""Cases, treaties and statutes: recognised by how they are cited, named by their parties or title."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.citations import decisions, gazettes, journals
from ingest.citations.heads import split_head
from ingest.citations.jurisdictions import jurisdiction
from ingest.citations.rulings import COURT_FIRST, title_of
from ingest.words import names, roles
from ingest.words.dates import DATE, MONTHS
from ingest.words.folding import KINDS_OF_LAWS, words
from ingest.words.joiners import AND
from ingest.words.rare import Rare

_YEAR = r"(?:1[6-9]\d\d|20[0-4]\d)"
_NO_PARTY = (
    r"\((?:1[6-9]|20)\d\d\)|\((?:Merits|Judge?ment|Jurisdiction|Admissibility|Advisory|Provisional|Preliminary|ECtHR|ECHR|ICJ|ICTY|ICTR|ICC|CA|HL|SC|HC|Grand\sChamber|App|European\sCourt|International\s(?:Court|Criminal))\b"
    rf"|Appl?\b|ECLI|{roles.POINTED}"
)
"""A year, an application's number, "Hg. v." (edited by)."""
_PARTY = (
    rf"(?:(?!{_NO_PARTY})(?:\(No\.?\s\d+\)|[A-ZÀ-Þ(][\w’'.&()-]*"
    rf"|of|the|for|in|against|de|la|du|des|d[’']|ve|al|ex|parte|rel\.|others|autres|{AND}))"
)
_CASE = re.compile(
    rf"^(?P<title>(?:The\s)?(?:{_PARTY}\s){{1,9}}(?:v\.?|vs\.?|c\.|gegen|contre)\s(?:{_PARTY}(?:\s"
    rf"|(?=[,;:.\[(]|$))){{1,9}}(?:(?:,\s[A-ZÀ-Þ][\w’-]+)*,?\s{AND}\s[A-ZÀ-Þ][\w’-]+(?=,\s(?:[A-Z]{{2}}|Case|App|Nos?\.|Judg|\d)|\s[(\[]))?)"
)
_CASE_BY_NAME = Rare(
    rf"(?P<title>(?:[A-Z][\w’'.-]+\s){{1,5}}[Cc]ase|(?:In\s[Rr]e|Ex\s[Pp]arte)\s[A-Z][\w’'.& -]{{2,60}}?)"
    rf"(?=,?\s[(\[]{_YEAR}[)\]]\s\d*\s?[A-Z]|,\s\d{{1,3}}\s(?:U\.\s?S\.|F\.|[A-Z]\w{{0,4}}\.\s))",
    *("ase", "In ", "Ex "),
)
"""A case with one party, before its report: "Slade’s Case (1602) 4 Co Rep 91a", "In re Yamashita, 327 U.S. 1"."""
_SECOND_CASE = re.compile(r"\s?v\.?\s")
_EU_CASE = re.compile(
    rf"^(?P<case>(?:Joined\s)?(?:Cases?|Affaires?(?:\sjointes)?|Rechtssache|Rs\.|Asuntos?|Cause?)\s(?:[CTF][-‑–]\d+/\d\d(?:\sP)?(?:,\s|\s{AND}\s)?)+)"
    rf",?\s?(?P<title>[^\[(:;]*?)(?=\s?[\[(:]|\s(?:ECLI:)?EU:[CTF]:|,\s(?:{_YEAR}\sE\.?\s?C\.?\s?R\.?\s|ECLI|EU:C|Slg|Rec\.|para|judgment|Judgment|Rn\.)|$)"
)
"""A case of the Court of Justice: "Case C-402/05 P Kadi v Council [2008] ECR I-6351"."""
# What it may begin with is asked for first: to try all of it at every letter takes five times as long.
_COURT = re.compile(
    r"(?=[ACDEFIPSTUW\d\[])(?:WT/DS\d+/|\[\d{4}\]\s(?:UKSC|UKHL|EWCA|EWHC|QB|AC|WLR|UKPC|ZACC|ZASCA)\b"
    r"|\d{4}\s\(\d{1,2}\)\s(?:SA|BCLR|SACR|All\sSA)\s\d"
    r"|\b(?:I\.?\s?C\.?\s?J\.?(?:\sRep(?:orts)?\.?)?\s\d|P\.?C\.?I\.?J\.?,?\s|ECLI:|IT-\d\d-|ICTR-\d\d|SCSL-\d|ICC-\d\d/"
    r"|Urt(?:eil|\.)\s(?:v|vom)\b|Az\.\s|Appl(?:ication|\.)\s[Nn]os?\.?\s\d|(?:Advisory|Separate|Dissenting)\sOpinion\b"
    r"|Trial\sChamber\b|Appeals\sChamber\b|Case\s[Nn]o\.?\s|\d+\sU\.S\.\s\d|F\.(?:2d|3d|Supp)|S\.\sCt\.\s))"
)
_CASE_SHORT = re.compile(
    r"^(?P<title>[A-Z][\w’'.& -]{2,50}?),\s(?:\[\d{4}\]|\d+)\s[A-Z][\w. ]{0,20}\s(?:\d+\s)?at\s\d+"
)
"""A case cited before: "Nissan, [1970] A.C. at 222"."""
_TREATY_SERIES = re.compile(
    r"\b\d{1,5}\s(?:U\.?N\.?T\.?S\.?|L\.?N\.?T\.?S\.?|I\.?L\.?M\.?|R\.?T\.?N\.?U\.?)\b|\bUNTS\b|\bRTNU\b"
    r"|\bI\.L\.M\.|\bStat\.\s\d|\bPub\.\sL\.|\bBGBl\b\.?|\bABl\b\.?|\bBT-Drs\b\.?|\bJORF\b"
    r"|\bO\.?J\.?\s[LC]\s?\d|\bOJ\s\[\d{4}\]|\bSEV\sNr|\bRGBl\b|\bcmnd?\.?\s\d|\bStb\b\.?|\bSR\s\d{3}"
)
_INSTRUMENT = re.compile(
    r"(?=[A-ZÄÖÜ])\b(?:Conventions?|Covenant|Charter|Treaty|Protocol|Statute|Constitution|Declaration|Act|Code|Law|Decree"
    r"|Regulations?|Proclamation|Agreement|General\s[Cc]omment|Directive|Ordinance|Bill|Accords?"
    r"|Rules\sof\sProcedure"
    r"|Convention|Charte|Charta|Traité|Protocole|Statut|Loi|Décret|Ordonnance|Pacte|Règlement|Constitution|Code|Ley"
    r"|(?:Decreto-)?Lei|Decreto-Ley|Tratado|Carta|Constitución|Código|Trattato|Costituzione|Legge"
    r"|Richtlinie|Verordnung|Gesetz\w*|[A-ZÄÖÜ]\w*gesetz(?:es|buch(?:s|es)?)?|Grundgesetz(?:es)?|Satzung"
    r"|Abkommen|Übereinkommen|Grundrechtecharta|UN-Charta|Verfassung)\b"
)
_PROVISION = re.compile(
    r"(?:\barts?\.?|\barticles?|\bArtikel|\bsects?\.?|\bsections?|§+|\bs\.?(?=\s\d)|\bss\.?(?=\s\d)"
    r"|\bparas?\.?|\bchap\.|\bArt(?:ikel|\.)?|\br(?:ule|\.)|\bReg\.)\s?(?:[IVXL]+\b|[A-Z]?\.?\s?\d)",
    re.IGNORECASE,
)
_PROVISION_FIRST = re.compile(
    r"^(?:Arts?\.?|Articles?|Artikel|Sections?|Sects?\.|§+\s?§?|Regulation"
    r"|Rule)\s?[\dIVXL][\w./()–-]*(?:(?:\s(?:U?Abs\.?|S\.|lit\.?|Nr\.|Z|Abschnitt|Satz|Hs\.|al\.)\s?\d*\w*)|(?:,"
    rf"|\s(?:{AND}|or|i\.?V\.?m\.?))\s(?:§+\s?)?\d[\w()]*)*"
    r"(?:,?\s(?:of|der|des|du|de\sla|de\sl[’']|dello?|del)\s?(?:the\s)?(?P<of>.+)"
    r"|\s(?P<code>[A-ZÄÖÜ][\w-]*[A-ZÄÖÜ](?:\s\d{4})?|[A-ZÄÖÜ]\w+(?:gesetz|gesetzbuch|verordnung))\b(?:\s\([^()]*\))?(?:,?\s(?:i\.?V\.?m\.?|iVm|und"
    r"|sowie|idF|vom|v|R?GBl|BGBl)\b\.?\s.*)?|,\s(?P<law>[A-Z].+))$"
)
_BARE = re.compile(
    r"^(?:UN\sCharter|U\.N\.\sCharter|Charter\sof\sthe\sUnited\sNations|Charte\sdes\sNations\sUnies"
    r"|Rome\sStatute|UN-Charta|VN-Charta|ICCPR|ICESCR|VCLT|UNCLOS|ECHR|TEU|TFEU|Grundgesetz|GG)\b"
)
_STATE_STATUTE = re.compile(
    r"^(?:[A-Z][A-Z.&]*\s){1,5}(?:tit\.\s\d+\w?,?\s)?(?:\d+\s)?§|^(?:18|19|20)\d\d\s(?:[A-Z][\w.]*\s){1,4}(?:Laws?|Stat\.|Acts)\s(?:Chapter|[Cc]h\.|No\.|§)\s?\d|^\d+\sU\.?\s?S\.?\s?C(?:ode|\.)"
    r"|^(?:[A-Z][\w.]*\.\s?){1,4}(?:Code|Stat|Laws|Rev|Ann|Const)\b\.?\s(?:\w+\.?\s){0,3}?(?:§|amend\.|art\.)"
)
"""Statutes and constitutions of the United States: "Ky. Rev. Stat. Ann. § 520.020", "U.S. Const. amend. XIV"."""
_END_OF_GENERIC = re.compile(
    r"[,:]?\s\(?(?:§|arts?\.|Art\.|articles?|Artikel|sects?\.|sections?|ss?\.|paras?\.?|Abs\.|Anhang|annex)\s?\d|[;“”]"
    r"|\s\((?!E[A-Z]{1,2}\))|,\s(?!de\s|du\s|of\s|on\s|No\.|Nr\.|n[o°])",
    re.IGNORECASE,
)
"""What ends the title of a law that only number, date and subject tell from others: "Law No. 147 on ..., arts. 6-8"."""
_END_OF_TITLE = re.compile(
    rf"[,;]\s|\s\((?![^()]*\sv\.?\s)|\s\[|\s(?:Urt(?:eil|\.)|vom|v\.\s\d)|\s(?:§|arts?\.|Art\.|sects?\.|section)\s?\d|\sof\s\d"
    rf"|\sof\s(?:{MONTHS})\s{_YEAR}|\sNo\.|:\s|\.\s|(?<!\b[ei]n)\s{_YEAR}\b|\.$"
)


@dataclass(frozen=True, slots=True)
class LegalText:
    """A case or instrument cited."""

    title: str
    """By which it is known: the parties, the instrument's name, or the reporter reference."""
    year: int | None
    csl_type: str
    """CSL "legal_case", "legislation" or "hearing"."""
    sure: bool
    """False for an instrument's name alone, without provision, year or series."""
    identifiers: tuple[str, ...] = ()
    """ECLI, treaty series, the court's reports: what names it whatever else is said."""
    country: str | None = None
    """ISO 3166 code, where the citation names one."""


_IN_FORCE = re.compile(r"(?:\s\(|,\s)entered\sinto\sforce\s[^,()]*(?=[,)])")


_HEARING = Rare(
    r"(?P<title>(?:[A-Z][^“”]{3,200}?:\s)?Hearings?\s[Bb]efore\s(?:the|a)\s[^“”]{5,160}?),\s\d{2,3}(?:st|nd|rd|th|d)\sCong\.",
    *("Hearing Before", "Hearing before", "Hearings Before", "Hearings before"),
)
"""What a committee of the Congress heard: "UN Peacekeeping: Hearing Before the Comm. on Appropriations, 103d Cong."."""
_BY_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.[\s-]?)+v\.\s[A-ZÀ-Þ][\w-]+(?:/|,\s(?!App|Nos?\b|Case|[Jj]udg|ECtHR)[A-ZÀ-Þ])")
"""A man's name, "F. C. v. Savigny, Vom Beruf", and no case."""
_QUOTE = re.compile(r"[“‘\"«]")


def legal_text(text: str) -> LegalText | None:
    """Read `text`, a citation without its signal, as that of a case, treaty or statute; None where it is none."""
    found = _read(text)
    if found is None or by_a_person(text):
        return None  # "Fremuth, Besprechung von EGMR Urt. v. 9.4.2024, Europäische Zeitschrift ... (2024) 697"
    # a decision of the Union's may name a country: "a European Union mission to Mali"
    country = None if decisions.eu_act(text[:80]) else jurisdiction(text)
    return replace(found, identifiers=decisions.identifiers(text), country=country)


def _read(text: str) -> LegalText | None:
    year = decisions.year_of(_IN_FORCE.sub("", text) if "into" in text else text)
    if paper := gazettes.paper(text, year):
        return LegalText(*paper, "legislation", sure=True)
    if found := _heard(text, year) or _european(text, year) or _by_parties(text, year):
        return found
    if m := _CASE_SHORT.match(text):
        return LegalText(m["title"], year, "legal_case", sure=False)
    if _QUOTE.search(text, 0, max(12, len(text) // 3)) and not _TREATY_SERIES.search(text):
        return None
    if _STATE_STATUTE.match(text):
        return LegalText(re.sub(r"\s*(?:[,(]|https?:).*$", "", text).strip(" ."), year, "legislation", sure=True)
    if m := _PROVISION_FIRST.match(text):
        title = next(g for g in (m["of"], m["code"], m["law"]) if g)
        title = _END_OF_TITLE.split(title, maxsplit=1)[0].strip(" ,.") or title
        if m["code"] or _INSTRUMENT.search(title) or _BARE.match(title):
            return LegalText(title, year, "legislation", sure=True)
        return None
    if COURT_FIRST.match(text):
        title = title_of(text)
        day = DATE.search(title)
        decided = int(next(filter(None, day.groups()))) if day else year
        return LegalText(title, decided, "legal_case", sure=True)
    if _COURT.search(text) and not re.search(r"\bin\b.*\beds?\b|[“‘]", text):
        return LegalText(
            _balanced(text, _END_OF_TITLE.split(text, maxsplit=1)[0]),
            year,
            "legal_case",
            sure=bool(re.search(r"\d", text)),
        )
    return _instrument(text, year)


def _parties(m: re.Match[str]) -> str:
    """Return a case's name, without the parties of one decided with it: "Behrami v France and Saramati v France"."""
    title = m["title"].strip(" ,.")
    return title.rpartition(" and ")[0] or title if _SECOND_CASE.match(m.string, m.end("title")) else title


def _heard(text: str, year: int | None) -> LegalText | None:
    """Read a hearing before a committee of the Congress by its subject."""
    if m := _HEARING.match(text):
        subject, _, committee = m["title"].partition(": Hearing")
        return LegalText(subject if committee else m["title"], year, "hearing", sure=True)
    return None


def _by_parties(text: str, year: int | None) -> LegalText | None:
    """Read a case that its parties name."""
    shown = decisions.without_docket(text)
    m = None if _BY_INITIALS.match(text) else _CASE.match(shown)
    named = None if m else _CASE_BY_NAME.match(shown)
    title = _parties(m) if m else named["title"] if named else ""
    return LegalText(title, year, "legal_case", sure=True) if title and not _QUOTE.search(title) else None


def _european(text: str, year: int | None) -> LegalText | None:
    """Read an act of the Union's or a case before its Court."""
    if act := decisions.eu_act(text[:80]):
        return LegalText(act.group(), year, "legislation", sure=True)
    if m := _EU_CASE.match(text):
        return LegalText(m["title"].strip(" ,") or m["case"], year, "legal_case", sure=True)
    return None


@lru_cache(maxsize=8192)
def by_a_person(text: str) -> bool:
    """Whether author and title stand before the journal that ends a citation, and no court with its decision."""
    paper = journals.at_end(text)
    head, title = split_head(text[: paper.start()].rstrip(" ,.")) if paper else ("", "")
    people = names.parse(head) if head and not COURT_FIRST.match(head + " 1") else None
    return bool(people and title and "family" in people.csl[0])


def _balanced(text: str, title: str) -> str:
    """Return a title with the parties in brackets after it: "... Activities Against Nicaragua (Nicar. v. U.S.)"."""
    if title.count("(") > title.count(")") and (end := text.find(")", len(title))) > 0:
        return text[: end + 1]
    return title.strip(" ,.")


_BEFORE_SERIES = re.compile(
    rf"\s[(\[]|,\s(?=(?:opened|adopted|signed|done|concluded|[Aa]rts?\.|§)\b|(?:{MONTHS})\s|\d)|\s\d{{1,2}}\s(?:{MONTHS})\s"
)
"""What stands between a treaty's title, commas and all, and the series that it is printed in."""
_LONGEST_TITLE = 40
_ARTICLE_LAST = re.compile(r"\s(?:arts?|Arts?|sects?)$")
"""What a stop leaves of a provision: "Convention on the Privileges and Immunities art. II"."""
_NUMBER_LAST = re.compile(r"\s[Nn][o°º]$")
_GENERAL_COMMENT = Rare(r"(?:[A-Z]\w+\s){1,5}Committee,\sGeneral\s[Cc]omment\sNo\.\s\d+", "Committee, General ")
_OF_A_UNIVERSITY = re.compile(r"Faculty|School|Department|Institute|Centre|Center|College|Chair")
_NUMBERED = re.compile(r"(?:[\w-]+\s){1,3}(?:No\.|Nr\.|n[o°]\.?)\s?\d")
_BEGINS = re.compile(r"(?:(?:1[89]|20)\d\d\s)?[A-ZÀ-Þ]")


def _instrument(text: str, year: int | None) -> LegalText | None:
    known = _BARE.match(text)
    if not known and not _INSTRUMENT.search(text):
        return None
    title = _ARTICLE_LAST.sub("", _END_OF_TITLE.split(text, maxsplit=1)[0].strip(" ,."))
    if set(words(_NUMBER_LAST.sub("", title))) <= KINDS_OF_LAWS:
        title = _END_OF_GENERIC.split(text, maxsplit=1)[0].strip(" ,.:") or title
    if m := _GENERAL_COMMENT.match(text):
        title = m.group()
    if _OF_A_UNIVERSITY.match(title):
        return None  # "Faculty of Law, University of Oxford, OSCOLA"
    name = _INSTRUMENT.search(title)
    colon = re.search(r":\s", text[: len(title) + 2])
    numbered = _NUMBERED.match(title)
    if not known and (not name or (colon and not numbered and not _TREATY_SERIES.search(text))):
        return None
    if len(title.split()) > _LONGEST_TITLE or not _BEGINS.match(title):
        return None
    rest = text[len(title) :]
    if known and (not rest.strip(" .,") or _PROVISION.search(rest)):
        return LegalText(known.group(), year, "legislation", sure=bool(_PROVISION.search(rest)))
    if not name or re.search(
        r"\((?:[^()]*:\s[^()]*,\s\d{4}|[^()]*(?:Press|Routledge|Publish|Brill|Springer)[^()]*)\)", rest
    ):
        return None
    dated = numbered or re.search(
        rf"\((?:[^()]*\s)?{_YEAR}\)|\b(?:No\.|Nr\.|n[o°])\s?\d|\b(?:of|du|vom)\s\d{{1,2}}\s?\w*\.?\s?\w+\s{_YEAR}"
        rf"|\bsigned\b|\badopted\b|\bopened\b|\bentered\b|\s{_YEAR}\s*$|,\s\d{{1,2}}\s\w+\s{_YEAR}",
        rest,
    )
    if series := _TREATY_SERIES.search(text):
        whole = _BEFORE_SERIES.split(text[: series.start()], maxsplit=1)[0].strip(" ,.")
        title = whole if whole.startswith(f"{title},") and len(whole.split()) <= _LONGEST_TITLE else title
        return LegalText(title, year, "legislation", sure=True)
    if _PROVISION.search(rest):
        return LegalText(title, year, "legislation", sure=len(title.split()) > 1 or title.isupper())
    by_person = re.match(rf"[A-Z][\w.’'-]+\s(?:[A-Z]\.\s?)*[A-Z][\w’'-]+(?:\s{AND}\s[\w.’' -]+)?,\s", text)
    return LegalText(title, year, "legislation", sure=True) if dated and not by_person else None
