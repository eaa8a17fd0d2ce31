"""Citations that neither a symbol nor a fixed word gives away: read by names, title and publication data."""

import re
from dataclasses import replace

from ingest.citations import csl, dailies, decisions, forms, legal, locators, named, prose, sciences
from ingest.citations.comments import WORK, address
from ingest.citations.csl import Description
from ingest.citations.mention import Mention
from ingest.citations.prepared import Text
from ingest.citations.provisions import law_cited
from ingest.citations.publishers import is_town
from ingest.citations.shortnames import defined, named_again
from ingest.citations.titles import dated_head
from ingest.model import CitationForm, CitationKind
from ingest.words import dates, names, roles
from ingest.words.addresses import Address
from ingest.words.folding import words
from ingest.words.joiners import AS_WELL_AS

_REMARK = re.compile(
    rf"[\s,]*(?:\((?![^()]*(?:\d{{4}}(?:[–/-](?:\d\d|\d{{4}})?)?|forthcoming|in\spress)\)|[ivx]+\)|n\.?\s?\d|note\s|{dates.YEAR}[a-z]?[,:]\s|{roles.POINTED})[^()]*[a-zé]{{3,}}[^()]*\)"
    rf"|\[(?!{dates.YEAR}\]|\d{{1,3}}\])[^\[\]]*\])\s*\.?$"
)
"""A remark or definition in brackets after a citation: "(emphasis added)", "[hereinafter Bulletin]"."""
_CLOSING = (")", "]")
_CHAPTER_NAMED = re.compile(
    r",\sin\s(?:the|its|his|her|their)\s(?:chapters?|sections?|introduction|preface|conclusion|part)\b[^,;()“‘\d]{0,60}$"
)
"""A place in words: "Midst of War, in the chapter on civilians"."""
_COMMENTARY = re.compile(
    r"(?P<who>[A-ZÄÖÜ][\w/’. -]{2,60}?),\s(?:[A-ZÄÖÜ][\w-]*[A-ZÄÖÜ],\s(?:\d{1,2}\.\sAufl\.?\s\d{4},\s)?)?"
    r"(?:§§?|Art\.|Vorb(?:em)?\.|Einl\.)\s?[^;“”]{0,60}?\b(?:Rn|Rz|Rdnr|Anm)\.?\s\d+[\w\s.–-]*(?:\(Stand[^()]*\))?$"
)
"""A commentary cited by the provision that it comments on: "Burandt/Rojahn/Flechtner, § 2059 BGB Rn. 1"."""
_FEW_WORDS = 6
"""What a work is called in a sentence: "le rapport Brahimi"."""
_SHORT_TITLE = 8
"""Words of a short form's title; unquoted ones that go on are a sentence."""
_BRACKET_NEXT = re.compile(r"\s[(\[][“‘\"«][^()\[\]]{2,60}[)\]]")
"""A short name behind a law or case: "WT/DS135/R (“Panel Report”)"."""
_STAND_IN = "A. B. Idem, "
_ARTICLE = re.compile(r"(?:in|dans|the|le|la|les|der|die|das)\s(?=\S)", re.IGNORECASE)
_WITHIN = re.compile(r"(?:[Ii]n|[Dd]ans)\s(?=[A-ZÀ-Þ]|d[eiau]\s|v[ao]n\s)")


def by_words(whole: Text, start: int, end: int, text: str, signal: str | None) -> list[Mention]:
    """Read a citation that neither a symbol nor a fixed word gives away."""
    if within := _WITHIN.match(text):
        # "In Neumann and de Carvalho, Small States, 1–21"
        book = by_words(whole, start + within.end(), end, text[within.end() :], signal)
        if book and book[0].form == "short" and book[0].surnames:
            return book
    inside = whole.inside(start, end)
    core = _CHAPTER_NAMED.sub("", _without_remarks(text, inside))
    if several := _acts(whole, start, core, signal):
        return several
    law = None if dated_head(core) else legal.legal_text(core)
    spoken_of = law and (prose.is_prose(law.title) if law.csl_type == "legal_case" else prose.is_prose(core))
    if law and not spoken_of:
        cited = law_cited(start, end, text, core, signal, law, inside)
        behind = _BRACKET_NEXT.match(whole.text, end)
        return [replace(cited, defines=(*cited.defines, *defined(behind.group()))) if behind else cited]
    if found := named.author_date(start, end, text, core, signal):
        # "Flecker, Arbeit und Beschäftigung (2017), 9-44" reads like three authors
        listed = named.LISTED_WITH_YEAR.match(core)
        full = _by_description(whole, start, end, text, core, signal, inside) if listed else []
        return [replace(found, otherwise=full[0] if full else None)]
    forms_alone = (_commentary, _daily, named.by_number, named.contributor)
    if one := next(filter(None, (read(start, end, text, core, signal) for read in forms_alone)), None):
        return [one]
    if same := forms.same_author(core):
        return _same_author(start, end, text, core[same.end() :], signal, inside)
    alone = named.by_name_alone(whole, start, end, text, core, signal)
    described = _by_description(whole, start, end, text, core, signal, inside)
    if alone:
        other = described[0] if described and described[0].form == "short" and described[0].surnames else None
        if other is None or not re.search(r"[^\W\d_]{3}", re.sub(r"para\S*", "", other.title)):
            # "Summary Study, para. 179" may be a title
            other = replace(alone, surnames=(), title=re.split(r",\s", core)[0])
        return [replace(alone, otherwise=other, sure=other.sure)]
    return described


def _without_remarks(text: str, inside: list[Address]) -> str:
    """Return a citation without the remarks in brackets behind it, but with the brackets that hold an address."""
    core = text
    while core.rstrip(" .")[-1:] in _CLOSING and (m := _REMARK.search(core)):
        if any(a.start < m.end() and m.start() < a.end for a in inside):
            break
        core = core[: m.start()]
    return core


def _acts(whole: Text, start: int, core: str, signal: str | None) -> list[Mention]:
    """Read several acts of the European Union in a row, each a citation of its own; [] for one or none."""
    acts = decisions.eu_acts(core)
    if len(acts) < 2:
        return []
    ends = [*(a.start() for a in acts[1:]), len(core)]
    spans = [(a.start(), core[a.start() : e].rstrip(" ,;")) for a, e in zip(acts, ends, strict=True)]
    alone = [(at, re.sub(rf"\s{AS_WELL_AS}$", "", shown)) for at, shown in spans]
    return [m for at, shown in alone for m in by_words(whole, start + at, start + at + len(shown), shown, signal)]


def _daily(start: int, end: int, text: str, core: str, signal: str | None) -> Mention | None:
    """Read "New York Times, 14 July 1994, A1"."""
    paper = dailies.by_day(core)
    if not paper:
        return None
    return Mention(
        start, end, "full", "work", text, signal, paper.locator, title=paper.title, year=paper.year, description=paper
    )


def _commentary(start: int, end: int, text: str, core: str, signal: str | None) -> Mention | None:
    """Read "Burandt/Rojahn/Flechtner, § 2059 BGB Rn. 1"."""
    m = _COMMENTARY.match(core)
    people = names.parse(m["who"]) if m and not names.is_body(m["who"]) else None
    if not people:
        return None
    place = locators.tail(core.partition(" (Stand")[0])
    return Mention(
        start, end, "short", "work", text, signal, place.locator if place else None, people.surnames, people.others
    )


def _by_description(
    whole: Text, start: int, end: int, text: str, core: str, signal: str | None, inside: list[Address]
) -> list[Mention]:
    """Read names, title and publication data, as far as they are there."""
    cut = prose.end_of_citation(core, whole.shield, start)
    if cut != len(core) and (dated_head(core) or sciences.is_entry(core) or legal.by_a_person(core)):
        cut = len(core)  # a title may be a sentence
    if cut is None or (cut < len(core) and _ASKED.search(core)):
        return _in_spite_of_verbs(whole, start, core, signal, inside)
    shown = core[:cut]
    if inside and not csl.LEAD.sub("", shown[: inside[0].start]).strip(" <(,"):
        # nothing but an address, perhaps with the date of access
        return [address(a, whole.text, signal) for a in whole.addresses if start <= a.start < start + len(shown)]
    found = csl.describe(shown, [a for a in inside if a.start < len(shown)])
    if found is None or not (found.quoted or found.names or not found.title or prose.is_title(found.title)):
        if (
            found
            and found.locator
            and not found.published
            and len(found.title.split()) < _FEW_WORDS
            and not prose.is_prose(core)
        ):
            # "Cf. le rapport Brahimi, par. 40": a work must be known by these words
            return [
                Mention(
                    start, end, "short", "work", text, signal, found.locator,
                    title=found.title, description=found, sure=False,
                )
            ]  # fmt: skip
        article = _ARTICLE.match(core)
        return by_words(whole, start + article.end(), end, text[article.end() :], signal) if article else []
    untold = not found.names and not found.quoted and found.csl.get("type") != "article-newspaper"
    if untold and (named := WORK.search(shown)) and named.start() > 0:
        return []  # "A review of Lise Morjé Howard, Power in Peacekeeping (2019)"
    whole_piece = cut == len(core) and prose.end_of_citation(text, whole.shield, start) is not None
    return _described(whole, start, end if whole_piece else start + len(shown), shown, signal, found, inside)


def _in_spite_of_verbs(whole: Text, start: int, core: str, signal: str | None, inside: list[Address]) -> list[Mention]:
    """Read a title that is a sentence: "Béatrice Pouligny, Ils nous avaient promis la paix, Paris, 2004"."""
    # an imprint or a volume has one of these, most sentences have none
    found = csl.describe(core, inside) if re.search(r"[\d:(]", core) else None
    if found is None or found.names is None or not any("given" in n or "literal" in n for n in found.names.csl):
        return []
    printed = "publisher" in found.csl or ("volume" in found.csl and "container-title" in found.csl)
    printed = (
        printed
        or is_town(str(found.csl.get("publisher-place", "")))
        or bool(_ASKED.search(core) or _BARE_IMPRINT.search(core))
    )
    if not printed or found.quoted or not prose.is_title(found.title):
        return []
    return _described(whole, start, start + len(core), core, signal, found, inside)


_BARE_IMPRINT = re.compile(rf"\s\({dates.YEAR}\)(?:,?\s(?:at\s|pp?\.\s)?\d[\d–-]*)?$")
"""Nothing but a year behind a title of small words: "... by the Security Council of its Powers (1999), at 142"."""
_ASKED = re.compile(rf"\?\s[(\[]{dates.YEAR}[)\]]\.?$")
"""A question, and nothing but the year behind it: "HMIC, Are the police using them fairly? [2016]"."""


def _same_author(
    start: int, end: int, text: str, rest: str, signal: str | None, inside: list[Address]
) -> list[Mention]:
    """Read "Idem, Title ...": another work of the author cited before, whose name a stand-in takes meanwhile."""
    shift = len(_STAND_IN) - (len(text) - len(rest))
    found = csl.describe(_STAND_IN + rest, [replace(a, start=a.start + shift, end=a.end + shift) for a in inside])
    if not found or not found.title:
        return []
    fields = {k: v for k, v in found.csl.items() if k not in {"author", "editor"}}
    form: CitationForm = "full" if found.published else "short"
    return [
        Mention(
            start, end, form, "work", text, signal, found.locator, (), False, found.title, found.quoted, found.year,
            description=replace(found, csl=fields, names=None), addresses=tuple(inside), same_author=True,
        )
    ]  # fmt: skip


def _described(
    whole: Text, start: int, end: int, core: str, signal: str | None, found: Description, inside: list[Address]
) -> list[Mention]:
    people, text = found.names, whole.text[start:end]
    # "PEACE OPERATIONS (Jane Boulden ed., 2017)" is known by its editor, as others are by their author
    edited = "editor" in found.csl and "container-title" not in found.csl
    # "Field Manual (FM) 3-24, Counterinsurgency (Washington, 2006)" is known by its number
    known = bool(people or found.quoted or edited or "number" in found.csl)
    full = found.published and (known or prose.is_published_title(found, core))
    if 0 <= found.title.find(")") < found.title.find("("):  # "year 3) (Publication Number 99991)": half of an aside
        return []
    if not full and not people and not found.quoted:
        if inside:  # "Cambodia (www.icnl.org/...) and Pakistan (www.icnl.org/...)"
            return [address(a, whole.text, signal) for a in whole.addresses if start <= a.start < end]
        if len(found.title.split()) > _SHORT_TITLE:
            return []
    if not full and people is None and found.quoted and not found.locator and len(words(found.title)) < 2:
        return []
    titled = found.quoted and (found.title[:1].isupper() or found.title[:1].isdigit())  # not “supremely unconvincing”
    return [
        Mention(
            start, end, "full" if full else "short", _kind(found, core), text, signal, found.locator,
            people.surnames if people else (), bool(people and people.others), found.title, found.quoted, found.year,
            description=found, addresses=tuple(inside), sure=full or bool(people and titled) or _pointed(found),
            defines=_short_names(whole, start, end, found, full=full),
        )
    ]  # fmt: skip


def _short_names(whole: Text, start: int, end: int, found: Description, *, full: bool) -> tuple[str, ...]:
    """Return the short names that a citation defines; by its number alone a paper is cited later, too: "JP 3-07.3"."""
    names_told = defined(whole.text[start : end + 90])
    if not full:
        return names_told
    number = (str(found.csl["number"]),) if "number" in found.csl else ()
    return (*names_told, *named_again(whole.text[start:end]), *number)


_CODE = 3
"""Letters of a law's name, which is no title: "Palandt, BGB, S. 231"."""


def _pointed(found: Description) -> bool:
    """Whether a person, a title and a page are given: "Birk, Steuerrecht, S. 231", whether or not its work is known."""
    people = found.names
    return bool(
        people
        and "family" in people.csl[0]
        and found.locator
        and found.locator.label in {"page", "paragraph"}
        and prose.is_title(found.title)
        and len(words(found.title)) < _SHORT_TITLE
        and max(map(len, words(found.title)), default=0) > _CODE
    )


_PRINTED = frozenset({"volume", "issue", "page", "publisher", "DOI", "editor"})
"""Fields that a page on the web lacks."""


def _kind(found: Description, core: str) -> CitationKind:
    fields = found.csl.keys()
    if {"URL", "container-title", "issued"} <= fields and not _PRINTED & fields:
        return "web"  # "(EJIL: Talk!, 11 July 2011) <https://...> accessed 3 May 2016"
    if "volume" not in found.csl and forms.is_dataset(core):
        return "dataset"
    bare = found.csl.get("type") == "document" and "container-title" not in found.csl
    return "web" if found.csl.get("type") == "webpage" or ("URL" in found.csl and bare) else "work"
