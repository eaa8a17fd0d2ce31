"""What a document is, as CSL-JSON, read from its title page.

Title and authors come from the title page; what else there is, from the citation that the work asks for ("Suggested
citation: ..."), then from heads and feet. What the file says of itself in its information dictionary is a witness
only: those fields are filled by whoever typed or converted it. Where each field was read stands in `custom.read_from`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ingest.citations import csl
from ingest.description import byline, masthead, theses, titlepage, undoc, volumes
from ingest.description.casing import cased, unbroken
from ingest.description.people import Name, people_of
from ingest.description.runninghead import facing_the_title
from ingest.description.titlepage import TitlePage, agrees
from ingest.description.wording import wording
from ingest.model import Block, Box, Note
from ingest.pdf.raw import RawFile
from ingest.words.addresses import addresses
from ingest.words.datelines import YEAR, date_in
from ingest.words.folding import fold
from ingest.words.language import language_of

_CITED = 600
"""Characters of the longest citation that a work asks for."""
_FRONT = 60
"""Blocks from the front and from the back among which such a citation, or the abstract, stands."""
_ABSTRACT = re.compile(r"\W*(?:abstract|résumé|zusammenfassung|resumen)\b[\s.:—–-]*", re.IGNORECASE)
_SAMPLE = 4000
"""Characters of an abstract that are kept."""
_BETWEEN = re.compile(r"\s*(?:;|,|\band\b|&)\s*")
"""Between the authors that a file names."""
_DATE = 4
"""Words of the longest date alone: "Thursday, August 6, 2020"."""
_YEAR = re.compile(YEAR)


@dataclass(frozen=True, slots=True)
class Description:
    """A document's title, its CSL-JSON item and its language."""

    title: str
    csl: dict[str, Any]
    language: str


def describe(
    raw: RawFile,
    blocks: Sequence[Block],
    notes: Sequence[Note],
    language: str | None = None,
    labels: Sequence[tuple[str, str]] = (),
) -> Description:
    """Describe a document by its title page.

    Args:
        raw: Its pages as the file has them.
        blocks: Its text, in reading order.
        notes: Its notes; works cited in them are not this one.
        language: ISO 639-1, where it is known beforehand.
        labels: For each page its label and where that was read.
    """
    told = language or language_of(" ".join(block.text for block in blocks if block.kind in ("paragraph", "quote")))
    found = _Fields()
    if paper := undoc.read(raw.pages):
        found.take(paper.read_from, {**paper.csl, "title": cased(unbroken(paper.title, blocks), "", blocks)})
        return _finished(found, told, blocks)
    page = titlepage.find(raw.pages, raw.info.get("title", ""))
    if page is None:
        return _finished(found, told, blocks)
    asked = _asked_for(blocks, page)
    printed = _on_title_page(page, raw, blocks, told)
    if not _same_people(asked.get("author", ()), printed["author"]):
        found.take("suggested citation", {"author": asked["author"]})
    found.take("title page", printed)
    families = [str(name.get("family") or name.get("literal")) for name in found.item.get("author", ())]
    found.take("suggested citation", asked)
    found.take("running head or imprint", _printed(page, raw, blocks, notes, labels, families))
    found.take("file", {"author": _owned(raw, page)})
    found.take("page numbers", {"page": _run(found.item, page, labels)})
    found.item.setdefault("type", masthead.kind(raw.pages, found.item))
    if found.item["type"] == "thesis":
        found.put("title page", theses.imprint(raw.pages))
    return _finished(found, told, blocks)


@dataclass(slots=True)
class _Fields:
    """What is known of a document, and where each field was read."""

    item: dict[str, Any] = field(default_factory=dict)
    read_from: dict[str, str] = field(default_factory=dict)

    def take(self, place: str, fields: Mapping[str, Any]) -> None:
        """Take what was not known before, in its own order, the same in each process."""
        self.put(place, {name: value for name, value in fields.items() if value and name not in self.item})

    def put(self, place: str, fields: Mapping[str, Any]) -> None:
        """Take what is read there, whatever was known before."""
        self.item |= fields
        self.read_from |= dict.fromkeys(fields, place)


def _same_people(asked: Sequence[Name], printed: Sequence[Name]) -> bool:
    """Whether a title page names any of those that the work asks to be cited by, or there is nothing to compare."""
    families = [{fold(name["family"]) for name in people if "family" in name} for people in (asked, printed)]
    return not all(families) or bool(families[0] & families[1])


def _on_title_page(page: TitlePage, raw: RawFile, blocks: Sequence[Block], language: str) -> Mapping[str, Any]:
    """Title, and the people below or above it."""
    own = raw.info.get("title", "")
    authors = byline.read(page, language, [block.text for block in blocks if block.kind == "heading"])
    return {
        "title": cased(unbroken(page.whole, blocks), own, blocks),
        "title-short": cased(page.title.text, "", blocks) if page.subtitle else "",
        "author": authors,
        "editor": [] if authors else byline.editors(page),
    }


def _printed(
    page: TitlePage,
    raw: RawFile,
    blocks: Sequence[Block],
    notes: Sequence[Note],
    labels: Sequence[tuple[str, str]],
    families: Sequence[str],
) -> Mapping[str, Any]:
    """What the edges of the title page and the running heads say."""
    inner = _inner(page, labels)
    found = masthead.read(
        page,
        raw.pages,
        _boxes(blocks, notes, page),
        cited=_boxes([block for block in blocks if block.kind == "reference"], (), page),
        noted=any(page.title.page in note.pages for note in notes),
        inner=inner,
        labels=[label if read != "index" else "" for label, read in labels],
    )
    if inner and "container-title" not in found and (name := facing_the_title(page, raw.pages, families)):
        found["container-title"] = name
    return found


def _finished(found: _Fields, language: str, blocks: Sequence[Block]) -> Description:
    whole = {"type": "document", **found.item}
    if language != "und":
        whole["language"] = language
    if abstract := _abstract(blocks):
        whole["abstract"] = abstract
    whole["custom"] = {"read_from": {name: found.read_from[name] for name in sorted(found.read_from) if name != "type"}}
    return Description(str(found.item.get("title", "")), whole, language)


def _owned(raw: RawFile, page: TitlePage) -> list[Name]:
    """The authors that the file names of itself, where each of them is printed on the title page.

    Else they may be whoever typed it.
    """
    printed = " ".join(" ".join(line.text.split()) for line in raw.pages[page.title.page].lines).casefold()
    parts = [part.strip() for part in _BETWEEN.split(raw.info.get("author", "")) if part.strip()]
    if not parts or not all(" " in part and part.casefold() in printed for part in parts):
        return []
    found = [people_of(part) for part in parts]
    return [name for names in found for name in names] if all(found) else []


def _inner(page: TitlePage, labels: Sequence[tuple[str, str]]) -> bool:
    """Whether the title page bears another number than 1: it is one of a volume's pages."""
    label, read = labels[page.title.page] if labels else ("", "index")
    return read != "index" and label.isdigit() and int(label) > 1


def _run(item: Mapping[str, Any], page: TitlePage, labels: Sequence[tuple[str, str]]) -> str:
    """The pages of an article in its journal, from its printed numbers; "" where these do not tell them."""
    pages = labels[page.title.page :]
    if "page" in item or not pages:
        return ""
    (first, read), (last, _) = pages[0], pages[-1]
    # A DOI may be a report's, too; one that begins at page 100 is a part of something.
    if "container-title" not in item and not (item.keys() & {"DOI", "ISSN"} and first.isdigit() and int(first) > 1):
        return ""
    if read == "index" or not (first.isdigit() and last.isdigit()) or int(last) - int(first) != len(pages) - 1:
        return ""
    return f"{first}–{last}" if first != last else first


def _boxes(blocks: Sequence[Block], notes: Sequence[Note], page: TitlePage) -> Mapping[int, Sequence[Box]]:
    """The boxes of all lines of these blocks and notes on the first pages, by page index."""
    found: dict[int, list[Box]] = {}
    spans = [span for block in blocks[: 4 * _FRONT] if not _is_date(block.text) for span in block.spans]
    spans += [span for note in notes for span in note.spans]
    for span in spans:
        if span.page <= page.title.page + 3:
            found.setdefault(span.page, []).append(span.bbox)
    return found


def _is_date(text: str) -> bool:
    """Whether a block is a date and nothing else: no prose, but what a title page says of itself."""
    return len(text.split()) <= _DATE and (date_in(text) is not None or bool(_YEAR.fullmatch(text)))


def _asked_for(blocks: Sequence[Block], page: TitlePage) -> Mapping[str, Any]:
    """The fields of the citation that the work asks for; empty where it names another work or cannot be taken apart."""
    for text in _requests(blocks):
        found = csl.describe(text, addresses(text))
        around = _around_title(text, page)
        if found and agrees(found.title, page.title.text):
            return around | {name: value for name, value in found.csl.items() if name not in ("title", "type")}
        if around:
            return around
    return {}


def _around_title(text: str, page: TitlePage) -> dict[str, Any]:
    """What stands around the work's own title in its citation: "(2010) Title, Order Studies, 127:3, 512-514"."""
    text = " ".join(text.split())
    before, title, behind = text.casefold().rpartition(page.title.text.casefold())
    told = volumes.head(text[-len(behind) :].strip(" ,.")) if title and behind else None
    if told is None or not told.name or not told.volume:
        return {}
    year = _YEAR.search(before)
    dated = {"issued": {"date-parts": [[int(year[0])]]}} if year else {}
    return dated | masthead.fields_of(told)


def _requests(blocks: Sequence[Block]) -> Iterator[str]:
    asks = wording("title", "cite_as", r"\s*(?::|\.|$)\s*")
    near = (*blocks[:_FRONT], *blocks[_FRONT:][-_FRONT:])
    for at, block in enumerate(near):
        found = asks.match(block.text)
        if not found:
            continue
        rest = block.text[found.end() :]
        if not rest and at + 1 < len(near):
            rest = near[at + 1].text
        if 20 <= len(rest) <= _CITED:
            yield rest


def _abstract(blocks: Sequence[Block]) -> str:
    """The paragraph headed, or beginning with, "Abstract"; empty where there is none."""
    for at, block in enumerate(blocks[:_FRONT]):
        found = _ABSTRACT.match(block.text)
        if not found:
            continue
        if len(block.text) > found.end() + 80:
            return block.text[found.end() :][:_SAMPLE]
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if found.end() == len(block.text) and following and following.kind == "paragraph":
            return following.text[:_SAMPLE]
    return ""
