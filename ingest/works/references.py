"""Lists of references, and the citations in running text that answer to their entries or stand for themselves."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.citations import colons, csl, finding, heads, locators
from ingest.citations.comments import address
from ingest.citations.mention import Mention
from ingest.citations.prepared import line_breaks, prepare
from ingest.citations.unmentions import documents_in
from ingest.citations.work import Work
from ingest.model import Block, CitationKind
from ingest.words import dates, names
from ingest.words.addresses import Linked
from ingest.words.folding import fold
from ingest.works import listings
from ingest.works.authordates import author_dates
from ingest.works.authors import authors_agree

_NUMBER = re.compile(r"^\s*(?:\[(\d{1,3})\]|(\d{1,3})\.)\s+")
_SOURCE_LINE = re.compile(r"(?:^|[.”)]\s)(?:Sources?|Source\(s\)|Quellen?|Fuentes?|Fonti?)\s?:\s")
"""A figure's or table's "Source: ...", which cites as a note does."""
_DASH = re.compile(r"^(?:[–—_-]\s?){2,}[.,:]?\s*|^—\s?[.,:]?\s*|^–\s[.,:]?\s*|^(?:Id\.|Idem|[Dd](?:ers|ies)\.),?\s")
_SAME_AGAIN = re.compile(r"(?<=[\d)]\.)\s(?=[Dd](?:ers|ies)\.,?\s)")
_DATED = re.compile(rf"\s\({dates.YEAR}[a-z]?(?:,\s[^()]{{3,20}})?\)\.\s")
_STOP = re.compile(r"(?<=[\w”)\]/])\.\s+(?=[^\W\d_])")
_AND_OTHERS = re.compile(r"(?:and|&|et|und)\s|,\s?(?:and|&)")
_YEAR_IN_TEXT = rf"(?:{dates.YEAR})"
_NUMBERS = re.compile(
    r"(?<!\})\[(\d{1,3}(?:\s?[–-]\s?\d{1,3})?(?:,\s?\d{1,3}(?:\s?[–-]\s?\d{1,3})?)*)(?:,\s?(pp?\.\s?\d[\d–-]*))?\]"
)
"""Numbers of entries in a text, "[3, 7–9]", but not the arguments of a command, "\\newcommand{\\titre}[1]"."""

_LABELLED = re.compile(
    rf"(?P<who>[^:;()“„\d]{{3,80}}?)\s(?P<year>{dates.YEAR})(?P<letter>[a-z])?(?::|\s=)?\s(?=[A-ZÀ-Þ])"
)
"""What an entry is cited by, printed before it: "Auler und Hiller 2011: Jost Auler und Petra Hiller, Fund"."""

_AUTHORS = 120
"""Characters at an entry's head among which its authors stand."""


@dataclass(slots=True)
class Entry:
    """One entry of a list of references."""

    block: Block
    mention: Mention
    number: str | None
    blocks: frozenset[str]
    """Ids of all its blocks: a page or column may have cut it."""
    work: Work | None = None


def entries(blocks: Sequence[Block], linked: Linked | None = None) -> list[Entry]:
    """Return the entries of the document's lists of references, in order."""
    found: list[Entry] = []
    people: names.Names | None = None
    dashed = ""
    for block, *rest_of_it in listings.entries(blocks):
        label = _NUMBER.match(block.text)
        start = label.end() if label else 0
        number = (label.group(1) or label.group(2)) if label else block.paragraph
        shown = " ".join((block.text[start:], *(b.text for b in rest_of_it)))
        dash = _DASH.match(shown)
        if len(apart := _apart(shown)) > 1:
            several = list(_of_several(shown, apart, (block, *rest_of_it), start, linked, people, dashed))
            found += several
            named = [e.mention for e in several if e.mention.description and e.mention.description.names]
            if named and named[-1].description:
                people, dashed = named[-1].description.names, named[-1].text
            continue
        if dash and people:
            rest = shown[dash.end() :]
            mention = _read(_with_names(people, rest, dashed), None, linked)
        else:
            mention = _read(shown, None if start or rest_of_it else line_breaks(shown, block.spans), linked)
            people = mention.description.names if mention and mention.description else None
            dashed = shown
        if mention:
            whole = replace(mention, start=start, end=len(block.text), text=shown)
            found.append(Entry(block, whole, number, frozenset(b.id for b in (block, *rest_of_it))))
    return found


def _of_several(
    shown: str,
    apart: Sequence[tuple[int, int]],
    blocks: Sequence[Block],
    start: int,
    linked: Linked | None,
    people: names.Names | None,
    dashed: str,
) -> Iterator[Entry]:
    """Yield the entries that stand in one text, each in the block in which it begins.

    A dash among them stands for the authors of the one before it, the first one's for `people`, named in `dashed`.
    """
    lengths = [len(blocks[0].text) - start, *(len(block.text) for block in blocks[1:])]
    offsets = [-start, *(sum(lengths[:i]) + i for i in range(1, len(lengths)))]
    for begin, end in apart:
        text = shown[begin:end].strip()
        at = max(i for i, offset in enumerate(offsets) if offset <= begin)
        dash = _DASH.match(text)
        mention = _read(_with_names(people, text[dash.end() :], dashed) if dash and people else text, None, linked)
        if not dash:
            people, dashed = (mention.description.names if mention and mention.description else None), text
        if mention:
            own = blocks[at]
            there = replace(mention, start=begin - offsets[at], end=min(end - offsets[at], len(own.text)), text=text)
            yield Entry(own, there, None, frozenset(block.id for block in blocks))


def _apart(text: str) -> list[tuple[int, int]]:
    """Return where the entries of one block stand: a page's layout may have run several together.

    "... Nieuwegein: Arko Sports Media. van Kampen, H. (Ed.). (2003). A report ..." are two. Only names and a year in
    brackets tell: an entry without them is no reason to cut.
    """
    heads = list(_DATED.finditer(text))
    cuts = [0, *(m.end() for m in _SAME_AGAIN.finditer(text))]
    for before, m in pairwise(heads):
        stops = (stop.end() for stop in _STOP.finditer(text, before.end(), m.start()))
        begun = next((at for at in stops if names.parse(text[at : m.start()])), None)
        if begun is not None:
            cuts.append(begun)
    return list(pairwise((*sorted(cuts), len(text))))


def _with_names(people: names.Names, rest: str, before: str) -> str:
    """Return an entry with the authors for whom its dash stands, parted from the title as in the entry `before`."""
    if rest.startswith(":") or colons.headed(before):
        return f"{_in_words(people, alone=False).removesuffix('.')}: {rest.lstrip(' :')}"
    if _AND_OTHERS.match(rest) or heads.inverted(before):
        return f"{_in_words(people, alone=_AND_OTHERS.match(rest) is not None)} {rest}"
    family = [f"{p.get('non-dropping-particle', '')} {p.get('family') or p.get('literal', '')}" for p in people.csl]
    direct = [" ".join(f"{p.get('given', '')} {f}".split()) for p, f in zip(people.csl, family, strict=True)]
    return f"{' / '.join(direct)}, {rest}"


def _in_words(people: names.Names, *, alone: bool) -> str:
    """Return the authors for whom a dash stands in the next entry, in a bibliography's order.

    "———. 2014." stands for all authors of the entry before, "———, and Matteo Romanello" for the first.
    """
    first, *others = people.csl[:1] if alone else people.csl
    family = first.get("family") or first.get("literal", "")
    particle = first.get("non-dropping-particle")
    whole = ", ".join(x for x in (f"{particle} {family}" if particle else family, first.get("given")) if x)
    more = [" ".join(x for x in (o.get("given"), o.get("non-dropping-particle"), o.get("family")) if x) for o in others]
    listed = f"{whole}, {', '.join((*more[:-1], f'and {more[-1]}'))}" if more else whole
    return f"{listed}," if alone else f"{listed}."


def _label(text: str) -> re.Match[str] | None:
    """Return the label before an entry, which begins with the label's names."""
    m = _LABELLED.match(text)
    if m is None:
        return None
    told = {w for w in fold(m["who"]).split() if w not in {"und", "and", "et", "von", "u", "a"}}
    return m if told and told <= set(fold(text[m.end() : m.end() + _AUTHORS]).split()) else None


def _read(text: str, breaks: frozenset[int] | None, linked: Linked | None) -> Mention | None:
    """Read a whole entry as one full citation."""
    if label := _label(text):
        found = _read(text[label.end() :], None, linked)
        year, letter = int(label["year"]), label["letter"] or ""
        return replace(found, year=found.year or year, year_letter=letter) if found else None
    whole = prepare(text, breaks, linked)
    if whole.documents:
        documents = [m for m in finding.find(text) if m.document]
        if documents:
            return replace(documents[0], signal=None)
    description = csl.describe(text.rstrip(" ."), list(whole.addresses))
    if description is None:
        return next((m for m in finding.find(text) if m.form == "full" and m.sure), None)
    people = description.names
    if not people and not description.published:
        return None
    printed = {"publisher", "volume", "DOI"} & description.csl.keys()
    kind: CitationKind = "work" if printed or not whole.addresses else "web"
    return Mention(
        0, len(text), "full", kind, text, None, None,
        people.surnames if people else (), bool(people and people.others), description.title, description.quoted,
        description.year, _letter(text), description, addresses=whole.addresses,
    )  # fmt: skip


def _letter(text: str) -> str:
    m = re.search(rf"\b{_YEAR_IN_TEXT}([a-z])\b", text)
    return m.group(1) if m else ""


class Listed:
    """The list of references, found by author and year or by number."""

    def __init__(self, listed: Sequence[Entry]) -> None:
        self._by_year: dict[int, list[Entry]] = defaultdict(list)
        self._by_number: dict[str, Entry] = {}
        self._by_first_author: dict[str, list[Entry]] = defaultdict(list)
        for e in listed:
            first = fold(e.mention.text[:_AUTHORS]).split()[:1]
            for word in {*first, *(name.split()[0] for name in e.mention.surnames[:1] if name)}:
                self._by_first_author[word].append(e)
            if e.mention.year:
                self._by_year[e.mention.year].append(e)
            if e.number:
                self._by_number.setdefault(e.number, e)
        self.bracketed = (
            sum(bool(re.match(r"\s*\[?\d", e.block.text)) or bool(e.block.paragraph) for e in listed) > len(listed) / 2
        )
        self.any = bool(listed)
        self.blocks = frozenset(ident for e in listed for ident in e.blocks)

    def find(self, mention: Mention) -> list[Work]:
        """Return the works that author, year and letter leave."""
        found = [e for e in self._by_year.get(mention.year or 0, []) if e.work and authors_agree(e.work, mention)]
        found = found or self._by_words(mention)
        if len(found) > 1 and mention.surnames:
            # "Müller 1991" is Felix Müller's, "von Müller 1991" Adriaan von Müller's
            name = f"{'von ' if mention.text.startswith('von ') else ''}{mention.surnames[0]} "
            begun = (e for e in found if _DASH.match(t := e.mention.text) or fold(t[:_AUTHORS]).startswith(name))
            found = list(begun) or found
        if mention.year_letter:
            found = [e for e in found if e.mention.year_letter == mention.year_letter] or []
        if len(found) > 1:
            exact = [e for e in found if e.work and (len(e.work.surnames) == len(mention.surnames)) != mention.others]
            found = exact or found
        return list({e.work.number: e.work for e in found if e.work}.values())

    def _by_words(self, mention: Mention) -> list[Entry]:
        """Return the one entry that begins with the name and has the others before a year that it was not read with.

        "[3] Dietrich, Wolfgang, Wolfgang Sutzl, A Call for Many Peaces. (2006)" answers to "Dietrich and Sutzl, 2006".
        """
        year = re.compile(rf"(?<![\w./-]){mention.year}{mention.year_letter}(?![\w/-])")  # and none of an address
        begun = self._by_first_author.get(mention.surnames[0].split()[0], ()) if mention.surnames else ()
        lasts = {name.split()[-1] for name in mention.surnames}
        found = [
            e
            for e in begun
            if (mention.others or len(e.mention.surnames) <= len(mention.surnames))
            and e.mention.text[:1].isupper()  # and no label: "[maitland:equity] Another edition, 1926"
            and year.search(e.mention.text)
            and lasts <= set(fold(e.mention.text[:_AUTHORS]).split())
        ]
        return found if len(found) == 1 else []

    def author_dates(self, text: str) -> Iterator[Mention]:
        """Yield the mentions by author and year in a text; nothing where the document has no list of references."""
        if self.any:
            yield from author_dates(text, lambda mention: bool(self.find(mention)))

    def numbered(self, mention: Mention) -> Work | None:
        """Return the work of the entry with the mention's number."""
        entry = self._by_number.get(mention.entry or "")
        return entry.work if entry else None

    def has_number(self, number: str) -> bool:
        """Whether the list has an entry of that number."""
        return number in self._by_number


def in_body(block: Block, listed: Listed, linked: Linked | None = None) -> list[Mention]:
    """Return the citations that stand in a block itself: UN documents, addresses, author and year, numbers."""
    if block.kind in {"heading", "reference"} or block.id in listed.blocks:
        return []
    text = block.text
    whole = prepare(text, line_breaks(text, block.spans), linked)
    if stated := _SOURCE_LINE.search(text):
        shift = stated.end()
        stated_there = (m for m in finding.find(text[shift:]) if m.form in {"full", "short"})
        return [replace(m, start=m.start + shift, end=m.end + shift) for m in stated_there]
    found = documents_in(whole, 0, len(text))
    found += listed.author_dates(text)
    if listed.bracketed:
        found += _numbered(text, listed)
    if len(text.split()) > 12:  # an address on a line of its own is the document's own
        for a in whole.addresses:
            if not any(m.start <= a.start < m.end for m in found):
                found.append(address(a, text))
    return sorted(found, key=lambda m: m.start)


def _numbered(text: str, listed: Listed) -> Iterator[Mention]:
    for m in _NUMBERS.finditer(text):
        numbers: list[str] = []
        for part in m.group(1).split(","):
            first, _, last = re.sub(r"\s", "", part).replace("–", "-").partition("-")
            numbers += [str(n) for n in range(int(first), int(last or first) + 1)]
        if numbers and len(numbers) < 40 and all(listed.has_number(n) for n in numbers):
            place = locators.tail(m.group(2)) if m.group(2) else None
            for n in numbers:
                yield Mention(
                    m.start(), m.end(), "numbered", "work", m.group(), None, place.locator if place else None, entry=n
                )
