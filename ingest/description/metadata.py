"""What a document is, as CSL-JSON, read from its title page.

Title and authors come from the title page; what else there is, from the citation that the work asks for ("Suggested
citation: ..."), then from heads and feet. What the file says of itself in its information dictionary is a witness
only: those fields are filled by whoever typed or converted it. Where each field was read stands in `custom.read_from`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ingest.citations import csl
from ingest.description import byline, masthead, theses, titlepage, undoc
from ingest.description.people import Name, people_of
from ingest.description.runninghead import facing_the_title
from ingest.description.titlepage import TitlePage, agrees
from ingest.description.wording import wording
from ingest.model import Block, Box, Note
from ingest.pdf.raw import RawFile
from ingest.words.addresses import addresses
from ingest.words.datelines import YEAR, date_in
from ingest.words.folding import FUNCTION_WORDS
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
_TITLE_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_HYPHENED = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_INSIDE = re.compile(r"(?<=[^\W\d_]\s)[^\W_]+(?:['’-][^\W_]+)*|(?<=,\s)[^\W_]+(?:['’-][^\W_]+)*")
"""Words within sentences: what opens one has a capital anyway."""
_SPECK = re.compile(r"(?<=[^\W\d_])[!|¦](?=[^\W\d_])")
"""Dirt on the paper that OCR takes for a sign in a word: "PROTECTIO!N"."""
_LEAST_CASED = 3
"""Words of a title in capitals; fewer may be a name or an acronym, and no more are no sentence."""
_LETTERS_ALONE = re.compile(r"[^\W\d_]{2}|[^\W\d_AEIOUY]{3}")
"""What no word is but letters: "UN", "DRC"."""
_KNOWN = 0.8
"""Of these words, the share that the text must write, too."""


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
    paper = undoc.read(raw.pages)
    if paper:
        title = _cased(_unbroken(paper.title, blocks), "", blocks)
        told_by = dict.fromkeys(paper.csl, paper.read_from)
        return _finished(title, paper.csl | ({"title": title} if title else {}), told_by, told, blocks)
    page = titlepage.find(raw.pages, raw.info.get("title", ""))
    if page is None:
        return _finished("", {"type": "document"}, {}, told, blocks)
    title = _cased(_unbroken(page.whole, blocks), raw.info.get("title", ""), blocks)
    item: dict[str, Any] = {"title": title}
    if page.subtitle:
        item["title-short"] = page.title.text
    if authors := byline.read(page, told, [block.text for block in blocks if block.kind == "heading"]):
        item["author"] = authors
    elif editors := byline.editors(page):
        item["editor"] = editors
    read_from = dict.fromkeys(item, "title page")
    noted = any(page.title.page in note.pages for note in notes)
    lists = [block for block in blocks if block.kind == "reference"]
    inner = _inner(page, labels)
    printed = masthead.read(
        page,
        raw.pages,
        _boxes(blocks, notes, page),
        cited=_boxes(lists, (), page),
        noted=noted,
        inner=inner,
        labels=[label if read != "index" else "" for label, read in labels],
    )
    families = [str(name.get("family") or name.get("literal")) for name in authors]
    if inner and "container-title" not in printed and (name := facing_the_title(page, raw.pages, families)):
        printed["container-title"] = name
    asked = _asked_for(blocks, page)
    own = {"author": names} if (names := _owned(raw, page)) else {}
    for place, fields in (("suggested citation", asked), ("running head or imprint", printed), ("file", own)):
        for name in [name for name in fields if name not in item]:  # in their own order, the same in each process
            item[name] = fields[name]
            read_from[name] = place
    if run := _run(item, page, labels):
        item["page"], read_from["page"] = run, "page numbers"
    item.setdefault("type", masthead.kind(raw.pages, item))
    if item["type"] == "thesis":
        for name, value in theses.imprint(raw.pages).items():
            item[name], read_from[name] = value, "title page"
    return _finished(title, item, read_from, told, blocks)


def _finished(
    title: str, item: Mapping[str, Any], read_from: Mapping[str, str], language: str, blocks: Sequence[Block]
) -> Description:
    whole = dict(item)
    if language != "und":
        whole["language"] = language
    if abstract := _abstract(blocks):
        whole["abstract"] = abstract
    whole["custom"] = {"read_from": {name: place for name, place in sorted(read_from.items()) if name != "type"}}
    return Description(title, whole, language)


def _unbroken(title: str, blocks: Sequence[Block]) -> str:
    """A title without the hyphens that only ended its lines, as far as the text's own words show."""
    if "-" not in title:
        return title
    known = {word for block in blocks[:_FRONT] for word in _TITLE_WORD.findall(block.text)}
    return _HYPHENED.sub(
        lambda word: whole if word[0] not in known and (whole := word[0].replace("-", "")) in known else word[0], title
    )


def _cased(title: str, own: str, blocks: Sequence[Block]) -> str:
    """A title set in capitals as the file's own title writes it, where the two are otherwise the same.

    Else as the text writes its words within sentences, if it has nearly all of them: "FINANCING OF THE UNITED NATIONS
    OPERATION IN SOMALIA II" names its mission below in small letters. Else each word with one capital, as titles are
    printed that are not in capitals: "Rules for a Short War".
    """
    if not title.isupper():
        return title
    title = _SPECK.sub("", title)
    if title.casefold() == own.casefold():
        return own
    words = [word.casefold() for word in _TITLE_WORD.findall(title)]
    if len(words) < _LEAST_CASED:
        return title
    written: dict[tuple[str, ...], Counter[str]] = {}
    for block in blocks:
        if block.kind == "paragraph" and not block.text.isupper():
            _count_forms(block.text, written)
    known = len(words) > _LEAST_CASED and sum((word,) in written for word in words) >= _KNOWN * len(words)
    places = iter(range(len(words)))

    def as_written(word: re.Match[str]) -> str:
        forms = _forms(words, next(places), written)
        form = forms.most_common(1)[0][0] if forms else ""
        opens = not title[: word.start()].rstrip(' “‘"') or title[: word.start()].rstrip(' “‘"')[-1] in ":.?!"
        return form if known and form else _in_headline(word[0], form, opens=opens)

    cased = _TITLE_WORD.sub(as_written, title)
    return cased[:1].upper() + cased[1:]


def _in_headline(word: str, form: str, *, opens: bool) -> str:
    """A word of a title in capitals: small where it is a function word, as it stands where the text has it so.

    Of words that the text never writes, two letters and what has no vowel are an acronym.
    """
    small = word.lower()
    if small in FUNCTION_WORDS and not opens:
        return small
    acronym = form.isupper() if form else _LETTERS_ALONE.fullmatch(word) is not None
    return word if acronym else "-".join(part.capitalize() for part in word.split("-"))


def _count_forms(text: str, written: dict[tuple[str, ...], Counter[str]]) -> None:
    """Count how a text writes each word within its sentences, by itself and between its neighbours."""
    inside = {found.start() for found in _INSIDE.finditer(text)}
    words = list(_TITLE_WORD.finditer(text))
    for at, word in enumerate(words):
        if word.start() not in inside:
            continue
        form = word.group()
        before = words[at - 1].group().casefold() if at else ""
        after = words[at + 1].group().casefold() if at + 1 < len(words) else ""
        for key in ((form.casefold(),), (before, form.casefold()), (before, form.casefold(), after)):
            written.setdefault(key, Counter())[form] += 1


def _forms(words: Sequence[str], at: int, written: Mapping[tuple[str, ...], Counter[str]]) -> Counter[str] | None:
    """How the text writes a word of the title: between the same neighbours, else after the same word, else anywhere.

    "colonial Countries and Peoples" is small in one phrase and large in the name of a declaration.
    """
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    keys = ((before, words[at], after), (before, words[at]), (words[at],))
    return next((written[key] for key in keys if key in written), None)


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
        if found and agrees(found.title, page.title.text):
            return {name: value for name, value in found.csl.items() if name != "title"}
    return {}


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
