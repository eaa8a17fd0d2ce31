"""Papers of parliament, gazettes and series cited alone: "HC Deb 12 May 1994", "BT-Drs. 18/12329", "28 C.F.R. § 5"."""

import re

from ingest.citations import decisions

_YEAR = decisions.YEAR
_PAPER = re.compile(
    r"(?:United\sNations|Nations\sUnies|League\sof\sNations),\s(?:Treaty\sSeries|Recueil\sdes\s[Tt]raités),\svol\.\s\d+,\s(?:[Nn]os?\.|n[o°]s?|pp?\.)\s[\d–-]+"
    r"|(?:Hansard,\s)?H[CL]\sDeb(?:ates?)?,?\s\d{1,2}\s[A-Z][a-z]+\s\d{4}|(?:Hansard,\s)?Parliamentary\sDebates,(?:\s[^,\d]{3,40},)?\s\d{1,2}\s[A-Z][a-z]+\s\d{4}|(?:BT-)?(?:Plenarprotokoll|PlPr\.?)\s\d{1,2}/\d{1,3}|(?:ErläutRV|RV|AB|IA)\s\d+(?:/A)?\sBlgNR\s\d+\.\sGP"
    r"|(?:Real\sDecreto(?:-[Ll]ey|\s[Ll]egislativo)?|Ley(?:\sOrgánica)?)\s\d{1,4}/\d{4}(?=,|\s\(|\.?$)"
    r"|(?P<state>[A-ZÀ-Þ]{4,}\.\s)?(?:Lei(?:\sComplementar)?|Decreto(?:\s[Ll]egislativo|-[Ll]ei)?|Emenda\sConstitucional)\s[Nn][º°o.]{1,2}\s?[\d.]*\d,?\sde\s\d{1,2}\sde\s[a-zç]+\sde\s\d{4}"
    r"|(?:Botschaft\s[^,;“”]{5,160},\s)?BBl\s(?:18|19|20)\d\d(?:\s[IVX]+)?\s\d+"
    r"|(?:Legge|Decreto(?:-legge|\slegislativo)?)\s\d{1,2}\s[a-z]+\s\d{4},\sn\.\s\d+"
    r"|\d{1,3}\s(?:C\.F\.R\.|Fed\.\sReg\.)\s(?:§+\s)?[\d.,]*\d|Exec\.\sOrder\sNo\.\s[\d,]*\d|Pub\.\sL\.\sNo\.\s[\d–-]+|(?:H\.?\s?R\.?|S\.)\s(?:REP|Rep|DOC|Doc)\.\s(?:NO|No)\.\s[\d-]+|"
    r"(?:§§?\s?\d[\w()]*,?\s)?\d{1,3}\sStat\.\s\d+|R?G?BGBl\.?\s(?:I{1,3}\s)?(?:\(?(?:19|20)\d\d\)?,?\s(?:Teil\sI{1,3}\s)?)?(?:(?:Nr\.|S\.)\s?)?\d+(?:[–-]\d+)?(?:,\sS\.\s\d+(?:[–-]\d+)?)?|"
    r"(?:JO(?:UE|CE|RF)?|BOE|DOUE|GUUE)\s(?:[LC]\s\d+|(?:n[o°.]|núm\.)\s?\d+)(?:,?\s(?:du|del?)\s\d{1,2}(?:er)?\s(?:de\s)?\w+(?:\sde)?\s\d{4})?(?:,\spp?\.\s?\d+(?:[–-]\d+)?)?|"
    r"(?:(?:BT|BR)-Drs\.?|(?:Bundestags|Bundesrats)-?[Dd]rucksache)\s\d+/\d+|ABl\.\s(?:(?:EG|EU|EWG)\s)?(?:(?:19|20)\d\d\s|(?:Nr\.|vom\s[\d.]+)[^;]{0,30}?)*[LC]\s?\d+(?:/\d+)?"
)
_SECTION_FIRST = re.compile(r"^§.*?\s(?=\d+\sStat)")
_IN_BRACKETS_LAST = re.compile(rf"\((?:[^()]*\s)?{_YEAR}\)$")
_OF_A_TERM = re.compile(r"BlgNR|Drs|rucksache|Pl(?:enarprotokoll|Pr)")
"""Papers that are counted within a term of parliament: "1613 BlgNR", "BT-Drs. 13/1802" have no year."""
_DAY_NEXT = re.compile(rf",?\s(?:v\.|vom)\s\d{{1,2}}\.\s?\d{{1,2}}\.\s?{_YEAR}\b")
_NUMBER_AND_YEAR = re.compile(rf"\s\d{{1,4}}/({_YEAR})$")


def paper(text: str, year: int | None) -> tuple[str, int | None] | None:
    """Return the title and year of the paper that a citation begins with; None where it begins with none.

    Args:
        text: A citation without its signal.
        year: The year that it prints anywhere.
    """
    m = _PAPER.match(text)
    if not m:
        return None
    title = _SECTION_FIRST.sub("", m.group().removeprefix(m["state"] or "")).strip(" ,")
    printed = _IN_BRACKETS_LAST.search(text) or _DAY_NEXT.match(text, m.end())
    return title, _year(m.group()) or (year if printed else None)


def _year(title: str) -> int | None:
    """Return the year in a paper's name or law's number: "Ley Orgánica 5/2005"."""
    if _OF_A_TERM.search(title):
        return None
    numbered = _NUMBER_AND_YEAR.search(title)
    return decisions.year_of(title.partition("S.")[0]) or (int(numbered.group(1)) if numbered else None)
