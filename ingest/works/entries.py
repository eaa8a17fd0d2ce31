"""The entries of lists of references: each read as one full citation, also where several stand in one text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.citations import csl, finding
from ingest.citations.mention import Mention
from ingest.citations.prepared import line_breaks, prepare
from ingest.citations.work import Work
from ingest.model import Block, CitationKind, Note
from ingest.words import dates, names
from ingest.words.addresses import Linked
from ingest.words.folding import fold
from ingest.works import dashes, listings
from ingest.works.authordates import UNDATED
from ingest.works.surnamesfirst import in_direct_order, initials_behind, surnames_first, with_comma

AUTHORS = 120
"""Characters at an entry's head among which its authors stand."""
_NUMBER = re.compile(r"^\s*(?:\[(\d{1,3})\]|(\d{1,3})\.)\s+")
_SAME_AGAIN = re.compile(r"(?<=[\d)]\.)\s(?=[Dd](?:ers|ies)\.,?\s|[.,]\s[“‘\"«A-ZÀ-Þ])")
"""Where an entry by the author of the one before begins: "ders.", or the comma behind a drawn line."""
_DATED = re.compile(rf"\s\({dates.YEAR}[a-z]?(?:,\s[^()]{{3,20}})?\)\.\s")
_STOP = re.compile(r"(?<=[\w”)\]/])\.\s+(?=[^\W\d_])")
_LABELLED = re.compile(
    rf"(?P<who>[^:;()“„\d]{{3,80}}?)\s(?P<year>{dates.YEAR})(?P<letter>[a-z])?(?::|\s=)?\s(?=[A-ZÀ-Þ])"
)
"""What an entry is cited by, printed before it: "Auler und Hiller 2011: Jost Auler und Petra Hiller, Fund"."""
_YEAR_SECOND = re.compile(
    rf"(?P<who>[^“”«»:\d]{{3,200}}?)[.,]?\s(?:[\[(]{dates.YEAR}[\])]\s)?(?P<year>{dates.YEAR}|\(?{UNDATED}\)?(?!\s\[))(?P<letter>[a-z])?"
    rf"(?:\s\[{dates.YEAR}\])?[.,:]?\s(?P<title>\S.*)$"
)
"""Names and year without brackets: "Doyle, Michael W. y Nicholas Sambanis 2006 Making War"."""
_YEAR_LAST = re.compile(
    r"(?P<who>[^“”«»:;()\d]{3,400}?)(?<![\s.-][A-ZÀ-Þ])(?<!^[A-ZÀ-Þ])\.\s(?P<rest>[^\W\d_].*?,\s"
    rf"(?:(?:{dates.MONTHS}|\d{{1,2}})\s)?(?P<year>{dates.YEAR})[a-z]?\.?(?:\s(?:URL|https?:|doi|DOI|ISBN|ISSN|arXiv|R\spackage)\b.*)?)$"
)
"""Names, a stop and the year at the end: "Edzer Pebesma. spacetime: Spatio-temporal data. JSS, 51(7):1–30, 2012."."""
_CALLED = re.compile(
    r"\s?[\[(](?:=|cit(?:ed\sas|\.|é|ato)|zit(?:iert|\.)(?:\sals)?|abrégé|abbreviated|hereafter)[:,]?\s?(?P<name>[^()\[\]\d]{2,40})[\])]\.?$"
)
"""What an entry is cited as, printed at its end: "Oxford University Press, 2008. [= ITA]"."""
_ABBREVIATED = re.compile(
    rf"(?:(?P<short>[A-Z][A-Z&-]{{1,9}})\s\((?P<whole>[A-Z][^()\d]{{4,80}})\)|(?P<body>[A-Z][^()\d.,]{{4,80}})\s\((?P<after>[A-Z][A-Z&-]{{1,9}})\))(?=\.?\s\(?{dates.YEAR})"
)
"""A body with its abbreviation before its year: "HRW (Human Rights Watch). 2012", "Human Rights Watch (HRW). 2012"."""
_BODY_AND_YEAR = re.compile(rf"(?P<who>[^()\d]{{2,80}}?)[.,]?\s\(?(?P<year>{dates.YEAR})(?P<letter>[a-z])?\)?[.,:]?\s")
"""How the entry of a UN document may begin, whose symbol alone would be read: "UN (2015a) Uniting Our Strengths"."""
_PRINTED_AGAIN = re.compile(rf"[\[(]{dates.YEAR}[\])]\s{dates.YEAR}")
"""The years of the first edition and of this: "Weber, Max. [1919] 2004. The Vocation Lectures"."""
_AGAIN = 40
"""Characters behind a label in which the names come again: "Buss 2004 D. M. Buss, Evolutionäre Psychologie"."""
_NAME = 4
"""Words of a name."""
_FEW = 3
"""Entries that make no list by author and year."""


@dataclass(slots=True)
class Entry:
    """One entry of a list of references."""

    block: Block
    mention: Mention
    number: str | None
    blocks: frozenset[str]
    """Ids of all its blocks: a page or column may have cut it."""
    called: str = ""
    """The author's abbreviation, folded: "hrw" of "HRW (Human Rights Watch). 2012"."""
    work: Work | None = None


def entries(blocks: Sequence[Block], linked: Linked | None = None, notes: Sequence[Note] = ()) -> list[Entry]:
    """Return the entries of the document's lists of references, in order; what its notes cite tells names apart."""
    found: list[Entry] = []
    people: names.Names | None = None
    dashed = called = ""
    listed = listings.entries(blocks)
    by_year = 2 * sum(_YEAR_SECOND.match(block.text) is not None for block, *_ in listed) > len(listed) > _FEW
    turned = surnames_first([block.text for block, *_ in listed], [note.text for note in notes])
    behind = initials_behind([_NUMBER.sub("", block.text) for block, *_ in listed])
    by_stop = 2 * sum(_ends_with_year(block.text) for block, *_ in listed) > len(listed) > _FEW
    for block, *rest_of_it in listed:
        label = _NUMBER.match(block.text)
        start = label.end() if label else 0
        number = (label.group(1) or label.group(2)) if label else block.paragraph
        shown = " ".join((block.text[start:], *(b.text for b in rest_of_it)))
        if abbreviated := _ABBREVIATED.match(shown):
            called = abbreviated["short"] or abbreviated["after"]
            shown = (abbreviated["whole"] or abbreviated["body"]) + shown[abbreviated.end() :]
        dash = dashes.DASH.match(shown)
        called = called if abbreviated or dash else ""
        if len(apart := _apart(shown)) > 1:
            several = list(_of_several(shown, apart, (block, *rest_of_it), start, linked, people, dashed))
            found += several
            named = [e.mention for e in several if e.mention.description and e.mention.description.names]
            if named and named[-1].description:
                people, dashed = named[-1].description.names, named[-1].text
            continue
        if dash and people:
            whole = dashes.restored(shown, people, dashed)
            mention = _listed(whole, None, linked, by_year=by_year, by_stop=by_stop)
        else:
            breaks = None if start or rest_of_it or abbreviated else line_breaks(shown, block.spans)
            direct = with_comma(shown) if behind else in_direct_order(shown, turned)
            mention = _listed(direct, breaks, linked, by_year=by_year, by_stop=by_stop)
            people = mention.description.names if mention and mention.description else None
            dashed = shown
        if mention:
            mention = replace(mention, start=start, end=len(block.text), text=shown)
            found.append(Entry(block, mention, number, frozenset(b.id for b in (block, *rest_of_it)), fold(called)))
    return found


def _listed(
    text: str, breaks: frozenset[int] | None, linked: Linked | None, *, by_year: bool, by_stop: bool
) -> Mention | None:
    """Read an entry, with its names up to its year or its first full stop as the whole list has it."""
    mention = read(text, breaks, linked)
    undated = mention is None or (mention.kind == "work" and not mention.year)
    if (by_stop or undated) and (whole := _by_stop(text, mention, linked)):
        return whole
    if by_year or re.search(UNDATED, text[:AUTHORS]) or _PRINTED_AGAIN.search(text[:AUTHORS]):
        mention = _by_year(text, mention.title if mention else text, linked) or mention
    return mention


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
        dash = dashes.DASH.match(text)
        mention = read(dashes.restored(text, people, dashed) if dash and people else text, None, linked)
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


def _label(text: str) -> re.Match[str] | None:
    """Return the label before an entry, which begins with the label's names."""
    m = _LABELLED.match(text)
    if m is None:
        return None
    told = {w for w in fold(m["who"]).split() if w not in {"und", "and", "et", "von", "u", "a"}}
    return m if told and told <= set(fold(text[m.end() : m.end() + AUTHORS]).split()) else None


def read(text: str, breaks: frozenset[int] | None, linked: Linked | None) -> Mention | None:
    """Read a whole entry as one full citation."""
    if called := _CALLED.search(text):
        found = read(text[: called.start()], breaks, linked)
        return replace(found, text=text, end=len(text), defines=(called["name"],)) if found else None
    if label := _label(text):
        found = read(text[label.end() :], None, linked)
        year, letter = int(label["year"]), label["letter"] or ""
        people = names.parse(label["who"])
        if not found and people:  # its title is not printed, or not read
            return Mention(0, len(text), "full", "work", text, surnames=people.surnames, year=year, year_letter=letter)
        return replace(found, year=found.year or year, year_letter=letter) if found else None
    whole = prepare(text, breaks, linked)
    if whole.documents:
        documents = [m for m in finding.find(text) if m.document]
        if documents:
            return _by_body(replace(documents[0], signal=None), text)
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


def _by_body(found: Mention, text: str) -> Mention:
    """Give a UN document the author, year and title before its symbol: "UN (2015a) Uniting Our Strengths. A/70/95"."""
    m = _BODY_AND_YEAR.match(text)
    people = names.parse(m["who"]) if m else None
    own = found.description
    if not m or not people or not found.document or (own and own.names):
        return found
    told = own or csl.describe(text[: found.document.start].rstrip(" .,"))
    told = replace(told, names=people, csl={**told.csl, "author": list(people.csl)}) if told else None
    title, year = found.title or (told.title if told else ""), found.year or int(m["year"])
    return replace(
        found, surnames=people.surnames, title=title, year=year, year_letter=m["letter"] or "", description=told
    )


def _by_year(text: str, title: str, linked: Linked | None) -> Mention | None:
    """Read "Goulet, V. 2018, ulthese : la classe" as "Goulet, V. (2018). ulthese : la classe".

    In lists by author and year the names end where the year stands, whatever parts them and however the title begins.
    None where the title was read without it, and where the names come again behind it, being the entry's label.
    """
    m = _YEAR_SECOND.match(text)
    if m is None or (m["year"] not in title and title not in m["who"]):
        return None
    year = f"({m['year']}{m['letter'] or ''}). {m['title']}" if m["year"].isdigit() else m["title"]
    if people := names.parse(m["who"]):
        again = people.surnames[0] in fold(m["title"][:_AGAIN])
        return None if again else read(f"{m['who']}{'' if m['year'].isdigit() else '.'} {year}", None, linked)
    people = _in_direct_order(m["who"])
    return _by_people(people, year, linked) if people else None


def _ends_with_year(text: str) -> bool:
    """Whether an entry is as BibTeX's plain styles print it: names, a full stop, the year at the end."""
    m = _YEAR_LAST.match(text)
    return m is not None and _before_stop(m["who"]) is not None


def _before_stop(who: str) -> names.Names | None:
    """The names before an entry's first full stop; None where one of them is a word alone, as titles are."""
    people = names.parse(who) or _in_direct_order(who)
    return people if people and all("given" in p or "literal" in p for p in people.csl) else None


def _by_stop(text: str, otherwise: Mention | None, linked: Linked | None) -> Mention | None:
    """Read "Edzer Pebesma. spacetime. Journal of Statistical Software, 51(7):1–30, 2012" by its stop and its year.

    None where the names are no names, and where they were read otherwise as well.
    """
    m = _YEAR_LAST.match(text)
    people = _before_stop(m["who"]) if m else None
    if m is None or people is None:
        return None
    if otherwise and otherwise.year and otherwise.surnames == people.surnames:
        return None
    return _by_people(people, f"({m['year']}). {m['rest']}", linked)


def _by_people(people: names.Names, rest: str, linked: Linked | None) -> Mention | None:
    """Read what follows the names of an entry, whose place someone takes who reads like a name in any list."""
    found = read(f"Nemo, A. {rest}", None, linked)
    if found is None or found.description is None or found.surnames != ("nemo",):
        return None
    described = replace(found.description, names=people, csl={**found.description.csl, "author": list(people.csl)})
    return replace(found, surnames=people.surnames, others=people.others, description=described)


def _in_direct_order(who: str) -> names.Names | None:
    """The names before a year that do not look like names: "An Yang, Baosong Yang, et al.", "A Anthropic"."""
    listed, others = re.subn(r",?\s(?:et\sal\.?|and\sothers)$", "", who.rstrip(" ."))
    parts = [part.split() for part in re.split(r",\s(?:and\s)?|\sand\s", listed)]
    if not all(1 < len(part) <= _NAME and all(word[0].isupper() for word in part) for part in parts):
        return None
    people = tuple({"family": part[-1], "given": " ".join(part[:-1])} for part in parts)
    return names.Names(people, others=bool(others))


def _letter(text: str) -> str:
    m = re.search(rf"\b{dates.YEAR}([a-z])\b", text)
    return m.group(1) if m else ""
