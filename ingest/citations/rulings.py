"""Decisions cited by their court first, as on the Continent: which of their parts is the name they are known by."""

import re

from ingest.words.dates import DATE, MONTHS

_BY_NAME = (
    r"(?:CIJ|CPJI|C\.\s?I\.\s?J\.|C\.\s?P\.\s?J\.\s?I\.|ICJ|PCIJ|CIG|CJ[UC]E|CGUE|TJUE|CEDH|CEDU|TEDH|E[Cc]tHR|TPIY|TPIR|ICTY|ICTR|CPI|Cour(?!\sdes\scomptes)|Corte|Cass\."
    rf"|Conseil\sd[’']État|Consiglio\sdi\sStato|CE(?=,\s(?:Ass\.|Sect\.|réf\.|ord\.|avis|\d{{1,2}}(?:er)?\s{MONTHS})))"
)
"""Courts whose decisions are known by their parties; the German-speaking ones' by date and number."""
COURT_FIRST = re.compile(
    rf"^(?:the\s)?(?:{_BY_NAME}|EuGH|EuG|EGMR|BGH|BVerfG|BVerwG|BVerfGE|BGHZ|BGHSt|OLG|LG|OGH|VfGH|VwGH|BAG|BSG|BFH|IGH|StIGH"
    r"|BGE(?=\s\d)|CJEU|ECJ|STC|STS|ATC|SAN|SSTC|RIS-Justiz|[A-ZÀ-Þ][^\[\]“”;:]{4,60}\s\[[A-Z][\w.]*\]\s\[[^\]]*(?:Court|Tribunal)[^\]]*\]|(?:Sentencia\sdel\s)?Tribunal\s(?:Constitucional|Supremo))"
    r"(?!\w|,\s(?:[Rr]apport|[EÉ]tude)\b)(?=.*\d)"
)
"""A decision cited by its court: "EuGH, Urt. v. 19.12.2019", "ECtHR 09.04.2024, Carême / France"."""
_FOREIGN = re.compile(r"(?P<court>[A-ZÀ-Þ][^\[\]]{4,60}?)\s\[[A-Z]")
"""The Bluebook's courts of other countries: "Bundesverfassungsgericht [BVerfG] [Federal Constitutional Court]"."""
_NAMED = re.compile(rf"^(?:the\s)?{_BY_NAME}")
_COMMA = re.compile(r",\s(?![^()]*\))")
_FACT = re.compile(
    r"(?![A-ZÀ-Þ])|(?:Arrêt|Avis|Ordonnance|Jugement|Décision|Sentenza|Sentencia|Auto|Judge?ment|Advisory|Order|Decision|Fond|Merits"
    r"|Preliminary|Provisional|Gde|Grande?|Trial|Appeals|Chambre|Assemblée|Section)\b"
    r"|Ass\.|Sect\.|Plén\.|(?:Aff|Req|Appl?|Application|Case)(?:\.|\s[Nn]o)|N[o°]s?\.?\s|Rs\.|(?:[CI]\.?[CI]\.?J\.?\s)?Re[cp](?:\.|ueil|orts)|Slg|Série|Series|Foro\sit|Giur\.|Racc\.|[IVX]+$"
    rf"|{MONTHS}\s\d|[CTF][-‑–]\d|IT-|ICTR-|ECLI|FJ\s"
)
"""How the other parts begin, if not with a figure or a small letter: kind, formation, number, report, date."""
_SUBJECT_IN_BRACKETS = re.compile(r"\s\((?![^()]*\s(?:c|v|gegen|contre)\.?\s)[^()]*\)$")
"""What a case is about, not between whom: "Certaines dépenses (article 17, paragraphe 2, de la Charte)"."""
_END = re.compile(
    r"\s=\s|\s\(|,\sin\s(?=[A-Z])|,\s(?:avis\sconsultatif|arrêt|ordonnance|[Jj]udgment|Advisory\sOpinion)\b"
    r"|,\s(?:[A-Z][\w-]*(?:\s[A-Z][\w-]*)?\s(?:1[89]|20)\d\d,\s\d|(?:BVerf|BVerw|BGH|BFH|BSG|BAG)\w*\s\d+,\s\d)"
    r"|,?\s(?:para|punto|Rn|Rz|§|S|E)\.?\s?\d|,\s(?:application|App|Az\.|Foro\sit\.|Giur\.)\s?|\s[–-]\s[A-Z][a-z]"
)
_FORMATION = re.compile(r"(?<=EGMR)\s\((?:GK|[^()]{0,12}Kammer)\)|(?<=EuGH)\s\(GK\)")


def title_of(text: str) -> str:
    """Return what a decision is known by: its parties, else court, date and number without what parallels or explains.

    "CIJ, arrêt du 19 décembre 2005, Activités armées sur le territoire du Congo (RDC c. Ouganda), Rec. 2005, p. 168".
    """
    if _NAMED.match(text) and (name := _name(_COMMA.split(text)[1:])):
        return name
    if foreign := _FOREIGN.match(text):
        day = DATE.search(text, foreign.end())
        return f"{foreign['court']}, {day.group()}" if day else foreign["court"]
    return _END.split(_FORMATION.sub("", text), maxsplit=1)[0].strip(" ,.")


def _name(parts: list[str]) -> str:
    """Return the parts between the facts that are a name, "" where there is none."""
    first = next((i for i, part in enumerate(parts) if not _FACT.match(part)), len(parts))
    end = next((i for i in range(first, len(parts)) if _FACT.match(parts[i])), len(parts))
    return _SUBJECT_IN_BRACKETS.sub("", ", ".join(parts[first:end]).rstrip(" .,"))
