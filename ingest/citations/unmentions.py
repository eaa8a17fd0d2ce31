"""UN documents as citations: with the title before the symbol and the paragraphs beside it."""

import re
from dataclasses import replace

from ingest.citations import csl, locators, prose
from ingest.citations.csl import Description
from ingest.citations.mention import Mention
from ingest.citations.prepared import Text
from ingest.citations.shortnames import defined
from ingest.model import CitationForm
from ingest.words import dates, names
from ingest.words.folding import words
from ingest.words.unsymbols import UnDocument

_DOC_LEAD = re.compile(
    r"(?:\(|,|:|;|\bUN\sDoc(?:ument)?s?\.?|\bU\.N\.\sDoc\.?|\bDoc(?:ument)?s?\.?|\bUN-Dok\.?|\bNations\sUnies,?\sdoc\."
    r"|\b[Ii]n|\band|\bet|\bund|\bin\sdocument|\bONU,?)\s*$"
)
_DOCUMENT_WORD = re.compile(
    r"\b(?:Reports?|Letters?|Notes?|Statement|Resolution|Review|Identical|Agenda|Rapport|Lettre|Bericht"
    r"|Decision|Declaration|Framework|Bulletin|Strategy|Brief|Budget|Plan)\b"
)
"""What makes of the words before a bracketed symbol its title, and not a sentence that mentions it."""
_POINTER = re.compile(
    r"(?:\bsupra\snote\s|\((?:supra\s)?n\.?\s?|\bnote\s(?=\d+\s(?:above|supra)))(?P<n>\d+)|(?P<cit>\bop\.?\s?cit)",
    re.IGNORECASE,
)
_BEFORE_DOC = re.compile(
    r"(?P<loc>(?:paragraphs?|paras?\.?|§|annex)\s\d[\d\s,–and-]*)\s(?:of|to|du|de\sla|in)\s(?:the\s|its\s"
    r"|la\s)?(?:UN\s|U\.N\.\s)?$",
    re.IGNORECASE,
)
_AFTER_DOC = re.compile(
    r"(?:\s?\([^()]*\d[^()]*\)|,?\s(?:of|du|vom|v\.)\s\d{1,2}(?:er)?[.\s]\s?\w+[.\s]\s?\d{4}"
    r"|,\s\d{1,2}(?:er)?\s\w+\s\d{4}|,?\s(?:annex(?:es)?|annexe|enclosure|appendix|Anhang)(?:\s[IVX\d]+)?(?=,))*\s?[,:(]?\s?(?:at\s)?(?:(?:preambular\s|operative\s)?(?:paragraphs?|paras?\.?"
    r"|pars?\.|§§?|¶¶?|Abs\.|op\.|OP|pp?\.|at|annex(?:es)?|articles?|[Aa]rt\.|[Ss]ect(?:\.|ions?)|Ziff\."
    r"|chap\.)\s?[\dIVX][\w.]*(?:\s?\(\w{1,3}\))*(?:\s?[–-]\s?\d+)?(?:(?:,|\sand|,\sand|\set"
    r"|\sund)\s\d+(?:\s?[–-]\s?\d+)?(?=[\s,.;)]|$))*(?:\s\([A-Z][a-z]+\.?\s\d{1,2},\s\d{4}\))?|,\s\d{1,3}(?=[.;]|$))?\)?"
)


_PART_OF_SYMBOL = re.compile(r"\s?\(Sect\.\s\d+\)")
"""A section of the programme budget is a document of its own: "A/81/6 (Sect. 26)"."""


def un_citation(whole: Text, start: int, end: int, signal: str | None) -> list[Mention]:
    """Read a citation of one or several UN documents; [] where none is there or a title only speaks of one."""
    documents = [d for d in whole.documents if start <= d.start < end and not _in_title(whole, d, start)]
    if not documents:
        return []
    if len(documents) > 1 and _in_longer_title(whole, documents[0], documents[1]):
        documents = documents[1:]
    lead = whole.text[start : documents[0].start]
    if prose.is_prose(lead):
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
    spoken_of = lead.rstrip().endswith("(") and not _DOCUMENT_WORD.search(lead)
    if not re.match(r"[A-Z]+/", whole.text[documents[0].start :]) and not re.search(r"[”»\"’],?\s$", lead):
        # "the technical guide to the implementation of Security Council resolution 1373 (2001)" is no title of it
        spoken_of = True
    if lead.strip(" ,(") and not _BEFORE_DOC.search(lead) and not re.search(r";\s", lead) and not spoken_of:
        first = found[0]
        found[0] = _with_title(replace(first, start=start, text=whole.text[start : first.end]), _titled(lead))
    if len(found) == 1 and (pointer := _POINTER.search(whole.text[found[0].start : end])):
        # "U.N. Doc. A/51/389, supra note 23, ¶ 20": the symbol tells the work, the form says where it was cited
        place = locators.tail(whole.text[found[0].start : end])
        form: CitationForm = "op-cit" if pointer["cit"] else "supra"
        locator = place.locator if place else found[0].locator
        found[0] = replace(
            found[0], form=form, note=pointer["n"], end=end, locator=locator, text=whole.text[found[0].start : end]
        )
    return [replace(found[0], signal=signal), *found[1:]]


def _in_longer_title(whole: Text, first: UnDocument, second: UnDocument) -> bool:
    """Whether a resolution only stands in the title of the document whose symbol follows.

    "Report Pursuant to General Assembly Resolution 53/35: The Fall of Srebrenica, U.N. Doc. A/54/549".
    """
    printed = whole.text[first.start : first.end]
    between = whole.text[first.end : second.start]
    return (
        not re.match(r"[A-Z]+/", printed) and ";" not in between and bool(re.search(r"Doc\.?(?:ument)?\s?$", between))
    )


def _with_title(mention: Mention, found: Description | None) -> Mention:
    """Give a document's mention the authors and title that stand before its symbol."""
    if found is None:
        return mention
    people = found.names
    # "‘Situation in Mali’, Report of the Secretary-General": what it is, and nothing that it stands in
    fields = {k: v for k, v in found.csl.items() if k != "container-title" or not _DOCUMENT_WORD.search(v)}
    return replace(
        mention,
        description=replace(found, csl=fields),
        surnames=people.surnames if people else (),
        title=found.title,
        quoted=found.quoted,
    )


def _in_title(whole: Text, document: UnDocument, start: int) -> bool:
    """Whether a document is named inside a quoted title."""
    return any(s <= document.start < e and start <= s for s, e in whole.shield.quotes)


def _names_a_work(whole: Text, start: int, end: int, document: UnDocument) -> bool:
    """Whether the document is only spoken of in the title of a person's work."""
    printed = whole.text[document.start : document.end]
    if re.match(r"[A-Z]+/", printed):
        return False
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
    bare = bare.strip(" ,;:(")
    if len(words(bare)) < 2:
        return None
    return csl.describe(bare) or Description({"title": bare}, None, bare, False, None, None, False)


def documents_in(whole: Text, start: int, end: int) -> list[Mention]:
    """Return a mention for each UN document in [start, end), with the paragraphs beside it."""
    found: list[Mention] = []
    for d in whole.documents:
        if not start <= d.start < end or any(s <= d.start < e and start <= s for s, e in whole.shield.quotes):
            continue
        # "(S/2023/442), annex I": the bracket around a symbol closes before its locator
        closed = whole.text[d.end : d.end + 2] == ")," and whole.text[start : d.start].rstrip().endswith("(")
        after = _AFTER_DOC.match(whole.text, d.end + closed, end)
        stop = after.end() if after else d.end
        tail = whole.text[d.end : stop]
        if closed:
            tail = tail[1:] if re.search(r"\d|[IVX]", tail) else ""
            stop = d.end + closed + len(tail)
        if not closed and tail.count(")") > tail.count("("):
            stop -= 1
            tail = tail[:-1]
        tail = tail.rstrip(" (,:") if re.search(r"\d|\s[IVX]+\.?$", tail) else ""
        stop = d.end + (closed if tail else 0) + len(tail)
        pointed = re.sub(r"\bAbs\.", "para.", re.sub(r"\s\([A-Z][a-z]+\.?\s\d{1,2},\s\d{4}\)$", "", tail))
        pointed = _PART_OF_SYMBOL.sub("", pointed)
        place = locators.tail(pointed.rstrip(")"), bare=False) or locators.first(
            _PART_OF_SYMBOL.sub("", whole.text[d.start : d.end])
        )
        at, locator = d.start - bool(closed and tail), place.locator if place else None
        if before := _BEFORE_DOC.search(whole.text, start, d.start):
            first = locators.first(" " + before["loc"].lower())
            at, locator = before.start(), first.locator if first else locator
        year = re.search(rf"\((?:[^()]*\s)?({dates.YEAR})\)|\s({dates.YEAR})\b", tail)
        document = (
            d
            if d.year or not year or not d.symbol.startswith("S/RES")
            else replace(d, year=int(year.group(1) or year.group(2)))
        )
        found.append(
            Mention(
                at,
                stop,
                "full",
                "un-document",
                whole.text[at:stop],
                None,
                locator,
                document=document,
                year=document.year or (int(year.group(1) or year.group(2)) if year else None),
                sure=d.sure,
                addresses=tuple(a for a in whole.addresses if a.start == d.start),
                defines=defined(whole.text[d.end : min(end, stop + 80)]),
            )
        )
    return found
