"""UN documents as citations: with the title before the symbol and the paragraphs beside it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.citations import csl, locators, prose
from ingest.citations.csl import Description
from ingest.citations.mention import Mention
from ingest.citations.prepared import Text
from ingest.citations.publishers import is_town
from ingest.citations.unpins import documents_in, title_before
from ingest.model import CitationForm
from ingest.words import dates, names
from ingest.words.folding import words
from ingest.words.unsymbols import UnDocument, is_symbol

_DOC_LEAD = re.compile(
    r"(?:\(|,|:|;|\bUN\sDoc(?:ument)?s?\.?|\bU\.N\.\sDoc\.?|\bDoc(?:ument)?s?\.?|\bUN-Dok\.?|\bNations\sUnies,?\sdoc\."
    r"|\b[Ii]n|\band|\bet|\bund|\bin\sdocument|\bONU,?)\s*$"
)
_RECORDS = re.compile(r"Official\sRecords|Documents\sofficiels|Documentos\sOficiales")
"""How UN papers are printed together: "Official Records of the General Assembly, ... Supplement No. 19 (A/64/19)"."""
_RECORDS_ALONE = re.compile(r"(?:U\.?N\.?\s)?(?:GA|SC|TC|ESC)OR,\s[^“‘]*$")
"""Official records by their letters, session and annex, which are neither author nor title."""
_SERIES = re.compile(r",\sU\.?N\.?\s(?:ESC|GA|SC|TC)OR\b.*$")
"""The same as lawyers abbreviate it: "UN GAOR, 55th sess, Provisional Agenda Item 87, UN Doc A/55/305"."""
_SESSION = re.compile(
    r"(?:,\s(?:[\w-]+(?:st|nd|rd|th)\s(?:[A-Z][\w-]*\s)?(?:[Ss]ession|[Mm]eeting)"
    r"|[Aa]genda\s[Ii]tems?\s[\d ()a-z]+))+(?=,\s[“‘])"
)
"""When a paper with a title of its own was before a body: "UN General Assembly, Sixty-first Session, “Report …”"."""
_DOCUMENT_WORD = re.compile(
    rf"{_RECORDS.pattern}|\b(?:Reports?|Letters?|Notes?|Statement|Resolution|Review|Identical|Agenda|Rapport|Lettre|Bericht|Relazione"
    r"|Informe|Lettera|Carta|Decision|Declaration|Framework|Bulletin|Strategy|Brief|Budget|Plan|Agreement|Accords?|Acuerdo|Accordo)\b"
)
"""What makes of the words before a bracketed symbol its title, and not a sentence that mentions it."""
_DOC_BEFORE = re.compile(r"Doc\.?(?:ument)?\s?$")
_ANSWERED = re.compile(r"\b[Rr]es(?:olutions?|\.)\s$")
"""What stands before a symbol in a title: "Implementation of Security Council Resolutions S/4387 of 14 July 1960"."""
_REPORTED = re.compile(
    r"\b(?:Report|Implementation|Letter|Note|Rapport|Lettre|Bericht|Relazione|Informe|Lettera|Carta)\b"
)
"""What the title of a document begins with that answers to a resolution."""
_PART_OF_TITLE = re.compile(
    rf"(?<=\d\s)\({dates.YEAR}\)|(?:dated|datée\sdu|en\sdate\sdu|de\sfecha|datiert\svom|vom)\s(?:{dates.DATE.pattern}),?"
    r"(?=\s(?:from|to|by|adress|addressed|envoyée|par|au|du|an|von|dirigid|del?)\w*\s)"
)
"""Year or day in a title's midst: "Resolution 1701 (2006)", "Lettre datée du 5 mars 2013, adressée au Président"."""
_HIDDEN = {ord(c): 0xE000 + at for at, c in enumerate("0123456789(),")}
"""Characters of private use for figures, brackets and commas, by which a citation would be parted there."""
_SHOWN = {hidden: c for c, hidden in _HIDDEN.items()}
_POINTER = re.compile(
    r"(?:\bsupra\snote\s|\((?:supra\s)?n\.?\s?|\bnote\s(?=\d+\s(?:above|supra)))(?P<n>\d+)|(?P<cit>\bop\.?\s?cit)",
    re.IGNORECASE,
)


def un_citation(whole: Text, start: int, end: int, signal: str | None) -> list[Mention]:
    """Read a citation of one or several UN documents; [] where none is there or a title only speaks of one."""
    documents = [d for d in whole.documents if start <= d.start < end and not _in_title(whole, d, start)]
    if not documents:
        return []
    documents = documents[_in_longer_title(whole, start, documents) :]
    lead = whole.text[start : documents[0].start]
    sentence = prose.is_prose(_POSSESSIVE.sub("", lead) if _DOCUMENT_WORD.search(lead) else lead)
    if sentence and not _OUR.search(lead):
        return []
    if len(lead) < 4 and prose.is_prose(whole.text[start:end]):
        # "A/55/305, para. 60, where the need for clear mandates was stated"
        spoken = documents_in(whole, start, end)
        return [replace(spoken[0], signal=signal), *spoken[1:]] if spoken else []
    if _names_a_work(whole, start, end, documents[0]):
        return []
    found = [m for m in documents_in(whole, start, end) if m.start >= start and m.end > documents[0].start]
    if not found:
        return []
    spoken_of = lead.rstrip().endswith("(") and not (_DOCUMENT_WORD.search(lead) or _is_all(lead, found, end))
    if not is_symbol(whole.text[documents[0].start : documents[0].end]) and not re.search(r"[”»\"’],?\s$", lead):
        # "the technical guide to the implementation of Security Council resolution 1373 (2001)" is no title of it
        spoken_of = True
    if lead.strip(" ,(") and title_before(lead) and not re.search(r";\s", lead) and not spoken_of:
        first = found[0]
        stop = first.end + (lead.count("(") > lead.count(")") and whole.text[first.end : first.end + 1] == ")")
        found[0] = _with_title(replace(first, start=start, end=stop, text=whole.text[start:stop]), _titled(lead))
    if len(found) == 1 and (pointer := _POINTER.search(whole.text[found[0].start : end])):
        # "U.N. Doc. A/51/389, supra note 23, ¶ 20": the symbol tells the work, the form says where it was cited
        place = locators.tail(whole.text[found[0].start : end])
        form: CitationForm = "op-cit" if pointer["cit"] else "supra"
        locator = place.locator if place else found[0].locator
        found[0] = replace(
            found[0], form=form, note=pointer["n"], end=end, locator=locator, text=whole.text[found[0].start : end]
        )
    return [replace(found[0], signal=signal), *found[1:]]


_TITLE_WORDS = 3
_OUR = re.compile(r"^[A-ZÀ-Þ][^.;:]*:\s(?:our|their|its|my)\s[a-z]+(?:\s[a-z]+){0,6}\s\($", re.IGNORECASE)
"""A subtitle with a word of sentences: "A more secure world: our shared responsibility"."""
_POSSESSIVE = re.compile(r"\b(?:our|their|its)\b")
"""What titles of reports have, too: "Report … on uniting our strengths for peace (A/70/95)"."""
_NO_TITLE = re.compile(r"(?:In|On|For|At|By|With|From|To|Under|After|Since|As)\b")


def _is_all(lead: str, found: Sequence[Mention], end: int) -> bool:
    """Whether a title in words of its own and the bracket with its symbol are a whole citation.

    "A more secure world: our shared responsibility (A/59/565 and Corr.1), para. 229".
    """
    titled = lead[:1].isupper() and len(words(lead)) >= _TITLE_WORDS and not _NO_TITLE.match(lead)
    return titled and len(found) == 1 and found[0].end == end


def _in_longer_title(whole: Text, start: int, documents: Sequence[UnDocument]) -> int:
    """Return how many resolutions only stand in the title of the document whose symbol follows.

    "Report Pursuant to General Assembly Resolution 53/35: The Fall of Srebrenica, U.N. Doc. A/54/549".
    """
    text = whole.text
    at = next((at for at in range(len(documents)) if not _is_answered(text, start, documents, at)), 0)
    between = text[documents[at - 1].end : documents[at].start] if at else ";"
    if ";" in between:
        return 0
    reported = _REPORTED.search(text, start, documents[0].start)
    return at if _DOC_BEFORE.search(between) or (reported and between.rstrip().endswith((",", "("))) else 0


def _is_answered(text: str, start: int, documents: Sequence[UnDocument], at: int) -> bool:
    """Whether a document is a resolution by its name, by the word before its symbol, or by the one before it."""
    d = documents[at]
    joined = at > 0 and text[documents[at - 1].end : d.start].endswith(" and ")
    return not is_symbol(text[d.start : d.end]) or bool(joined or _ANSWERED.search(text, start, d.start))


def _with_title(mention: Mention, found: Description | None) -> Mention:
    """Give a document's mention the authors and title that stand before its symbol."""
    if found is None:
        return mention
    people = found.names
    # the Bluebook's pin before the symbol: "Report on South Sudan, ¶ 24, U.N. Doc. S/2014/158"
    told = found.locator if found.locator and found.locator.label != "page" else None
    # "‘Situation in Mali’, Report of the Secretary-General": what it is, and nothing that it stands in
    fields = {k: v for k, v in found.csl.items() if k != "container-title" or not _DOCUMENT_WORD.search(v)}
    return replace(
        mention,
        locator=mention.locator or told,
        description=replace(found, csl=fields),
        surnames=people.surnames if people else (),
        title=found.title,
        quoted=found.quoted,
    )


def _in_title(whole: Text, document: UnDocument, start: int) -> bool:
    """Whether a document is named inside a quoted title."""
    return any(s <= document.start < e and start <= s for s, e in whole.shield.quotes)


_IMPRINT = re.compile(rf"\((?P<town>[^():,]{{2,40}}(?:,\s[A-Z]{{2}})?)(?::\s[^():]{{2,60}})?,\s{dates.YEAR}\)")


def _has_imprint(text: str) -> bool:
    """Whether an imprint with a town stands in `text`."""
    return any(is_town(m["town"]) for m in _IMPRINT.finditer(text))


def _names_a_work(whole: Text, start: int, end: int, document: UnDocument) -> bool:
    """Whether the document is only spoken of in the title of a person's work."""
    printed = whole.text[document.start : document.end]
    if is_symbol(printed):
        return False
    if _has_imprint(whole.text[document.end : end]):
        return True  # "UN Women, A Global Study on the Implementation of UNSCR 1325 (New York: UN Women, 2015)"
    head = whole.text[start : document.start].split(", ")[0]
    people = names.parse(head) if head else None
    return bool(
        people
        and "family" in people.csl[0]
        and len(head.split()) > 1
        and re.search(rf"{dates.YEAR}", whole.text[document.end : end])
    )


def _titled(lead: str) -> Description | None:
    """Read what stands before a symbol: "UN Security Council, Report of the Secretary-General on Mali, UN Doc."."""
    bare = lead
    while m := _DOC_LEAD.search(bare):
        bare = bare[: m.start()].rstrip(" ,")
    bare = _SESSION.sub("", _SERIES.sub("", bare).strip(" ,;:("))
    if len(words(bare)) < 2 or _RECORDS_ALONE.match(bare):
        return None
    # the year of "resolution 1701 (2006)" is no imprint's
    kept = _PART_OF_TITLE.sub(lambda m: m.group().translate(_HIDDEN), bare)
    described = None if _RECORDS.match(bare) else csl.describe(kept)
    if described and kept != bare:
        title = described.title.translate(_SHOWN)
        fields = {**described.csl, "title": title}
        if day := dates.DATE.search(bare):
            fields.setdefault("issued", dates.issued(next(filter(None, day.groups()))))
        described = replace(described, title=title, csl=fields)
    return described or Description({"title": bare}, None, bare, False, None, None, False)
