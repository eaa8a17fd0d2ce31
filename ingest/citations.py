"""A note's text -> the citations in it, each with its signal, form and what it says of the work."""

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from . import apart, csl, dates, forms, legal, locators, names, prose, signals
from .addresses import Address
from .comments import WORK, address, in_comment
from .csl import Description
from .folding import words
from .joins import joined
from .mention import Mention
from .model import CitationForm, CitationKind
from .prepared import Text, prepare
from .segments import pieces
from .shortnames import defined, defined_of_law
from .unmentions import documents_in, un_citation

_REMARK = re.compile(
    r"[\s,]*(?:\((?![^()]*\d{4}\)|forthcoming|in\spress|n\.?\s?\d|note\s|eds?\.|Hrsg)[^()]*[a-zé]{3,}[^()]*\)"
    r"|\[[^\[\]]*\])\s*\.?$"
)
"""A remark or definition in brackets after a citation: "(emphasis added)", "[hereinafter Bulletin]"."""
_AUTHOR_DATE = re.compile(
    rf"^(?P<who>[^\d“”‘’\"()]{{2,90}}?),?\s[(\[]?(?P<year>{dates.YEAR})(?P<letter>[a-z])?"
    r"(?::\s?(?P<inside>\d+(?:[–-]\d+)?))?[)\]]?(?P<rest>(?:[,:]\s?[^“‘\"]{1,40})?)\.?$"
)
_VOLUME_BEFORE = re.compile(r"\d{1,2}\s(?=(?:[A-Z][A-Z.]*\s)*[A-Z]{3,}|id\.)")
"""The Bluebook's volume: "1 BLACKSTONE, supra note 23", "2 id. at 420"."""
_AFTER_POINTER = re.compile(
    r"(?<=\d)(?:,|\s[–—-])\s(?=(?:but|and|who|which|where|though|although|or|as|for|with|in|is|has|was)\s)"
    r"|(?<=\d)\s(?=(?:for|and)\s)"
)
_ABOUT = re.compile(
    r"(?:For|On|As|Regarding|Concerning|About|Pour|Sur|Zur?|Zum|Für|Über|Para|Sobre)\s[^“‘«\"\d;]{3,160}?[,:]?\s"
    r"(?:see|cf\.?|voir|vgl\.|siehe|véase)\b",
    re.IGNORECASE,
)
"""A comment that says what the citation after it is about: For a critique of this view, see ..."""
_ARTICLE = re.compile(r"(?:in|dans|the|le|la|les|der|die|das)\s(?=\S)", re.IGNORECASE)
_WORDS_QUOTED = re.compile(r":\s(?=[“‘«\"])")
_WITHIN = re.compile(r"(?:[Ii]n|[Dd]ans)\s(?=[A-ZÀ-Þ]|d[eiau]\s|v[ao]n\s)")
_KEEPS_POINT = re.compile(r"\b(?:al|cit|ed|eds|ff|id|ibid)$|\b[A-Z]$", re.IGNORECASE)


def find(text: str, breaks: Collection[int] | None = None) -> list[Mention]:
    """Return the citations in a note's text, in order.

    Args:
        text: The note's text.
        breaks: Offsets of the spaces that stand for a line break, None where not known.
    """
    whole = prepare(text, breaks)
    found: list[Mention] = []
    for piece in joined(whole, pieces(text, whole.shield)):
        for start, end, word in apart.nested(whole, piece.start, piece.end):
            for s, e in apart.joined_by_and(whole, start, end):
                more = _piece(whole, s, e)
                if word and more and s == start and not more[0].signal:
                    more[0] = replace(more[0], signal=word, aside=word in {"quoting", "citing"})
                found += more
    return sorted(found, key=lambda m: m.start)


def _piece(whole: Text, start: int, end: int) -> list[Mention]:
    """Read one piece: a citation, or comment with a citation inside."""
    text = whole.text
    start, signal = signals.signal_at(text, start, end)
    while end > start and text[end - 1] in " ,;":
        end -= 1
    if end - start < 2:
        return []
    if signal == "compare" and (both := _compared(whole, start, end)):
        return both
    about = _ABOUT.match(text, start, end)
    if not about and (found := _citation(whole, start, end, signal)):
        return found
    for m in signals.INSIDE.finditer(text, start + 1, end):
        if whole.shield.quoted(m.start("signal")) or m.start("signal") <= start:
            continue
        inner_end = end
        if whole.shield.covers(m.start("signal")):
            inner_end = next((e for s, e in whole.shield.brackets if s <= m.start() < e), end) - 1
            if not start < inner_end <= end:
                continue
        if found := _citation(whole, m.end(), inner_end, signals.canonical(m["signal"])):
            return [*documents_in(whole, start, m.start()), *found]
    return in_comment(whole, start, end, _citation)


def _compared(whole: Text, start: int, end: int) -> list[Mention]:
    """Read "Compare X, with Y" as two citations."""
    between = apart.compared(whole, start, end)
    if between is None:
        return []
    first = _citation(whole, start, between[0], "compare")
    second = _citation(whole, between[1], end, "with")
    return [*first, *second] if first and second else []


def _citation(whole: Text, start: int, end: int, signal: str | None) -> list[Mention]:
    """Read [start, end) as one citation (or several UN documents in a row); [] where it is comment."""
    raw = whole.text[start:end]
    text = raw.rstrip(" .")
    if not text or forms.CROSS_REFERENCE.search(text):
        return []
    if _KEEPS_POINT.search(text):
        text = raw.rstrip()
    end = start + len(text)
    if volume := _VOLUME_BEFORE.match(text):
        found = _citation(whole, start + volume.end(), end, signal)
        return [replace(found[0], start=start, text=text[: found[0].end - start]), *found[1:]] if found else []
    if short := forms.ibid(text):
        return _ibid(whole, start, end, signal, short)
    if kind := forms.testimony(text):
        return [_testimony(start, end, text, signal, kind)]
    if found := un_citation(whole, start, end, signal):
        return found
    for read in (forms.op_cit, forms.supra):
        if short := read(text):
            return _pointer(whole, start, end, text, signal, short)
    return _by_words(whole, start, end, text, signal)


def _testimony(start: int, end: int, text: str, signal: str | None, kind: CitationKind) -> Mention:
    """Read an interview, a letter, a file; "Interview with a lawyer (n 23)" points to one cited before."""
    place = locators.tail(text) if kind == "on-file" else None
    text = _WORDS_QUOTED.split(text, maxsplit=1)[0]
    end = start + len(text)
    pointer = forms.supra(text) or forms.op_cit(text)
    form = pointer.form if pointer else "full"
    title = pointer.title if pointer else text
    return Mention(
        start, end, form, kind, text, signal, place.locator if place else None,
        title=title or text, note=pointer.note if pointer else None, defines=defined(text),
    )  # fmt: skip


def _ibid(whole: Text, start: int, end: int, signal: str | None, short: forms.ShortForm) -> list[Mention]:
    documents = [d for d in whole.documents if start < d.start < end]
    if not documents:
        return [_short(start, end, whole.text[start:end], signal, short)]
    stop = documents[0].start
    lead = re.sub(r"(?:,|;)?\s(?:and|et|und)?\s?(?:see\s)?$", "", whole.text[start:stop])
    again = forms.ibid(lead) or short
    return [_short(start, start + len(lead), lead, signal, again), *documents_in(whole, stop, end)]


def _pointer(whole: Text, start: int, end: int, text: str, signal: str | None, short: forms.ShortForm) -> list[Mention]:
    """Read "McKnight, supra note 2, at 406, but not in its definition ...", which ends where a sentence begins."""
    after = _AFTER_POINTER.search(text)
    if not after or whole.shield.covers(start + after.start()):
        return [_short(start, end, text, signal, short)]
    head = text[: after.start()]
    again = forms.op_cit(head) or forms.supra(head)
    if not again:
        return [_short(start, end, text, signal, short)]
    rest = in_comment(whole, start + after.end(), end, _citation)
    return [_short(start, start + len(head), head, signal, again), *rest]


def _short(start: int, end: int, text: str, signal: str | None, short: forms.ShortForm) -> Mention:
    people = short.names
    found = Mention(
        start, end, short.form, "work", text, signal, short.locator,
        surnames=people.surnames if people else (), others=bool(people and people.others),
        title=short.title, quoted=short.quoted, note=short.note, part=short.part,
    )  # fmt: skip
    if people and not short.title and " " in short.printed:
        # "Model Status-of-Forces Agreement, supra note 8" reads like a name
        return replace(found, otherwise=replace(found, surnames=(), others=False, title=short.printed))
    return found


def _by_words(whole: Text, start: int, end: int, text: str, signal: str | None) -> list[Mention]:
    """Read a citation that neither a symbol nor a fixed word gives away."""
    if within := _WITHIN.match(text):
        # "In Neumann and de Carvalho, Small States, 1–21"
        book = _by_words(whole, start + within.end(), end, text[within.end() :], signal)
        if book and book[0].form == "short" and book[0].surnames:
            return book
    inside = whole.inside(start, end)
    core = text
    while m := _REMARK.search(core):
        if any(a.start < m.end() and m.start() < a.end for a in inside):
            break
        core = core[: m.start()]
    law = legal.legal_text(core)
    if law and (law.csl_type == "legal_case" or not prose.is_prose(core)):
        return [_legal(start, end, text, core, signal, law, inside)]
    if found := _author_date(start, end, text, core, signal):
        return [found]
    if same := forms.same_author(core):
        return _same_author(start, end, text, core[same.end() :], signal, inside)
    alone = _by_name_alone(whole, start, end, text, core, signal)
    described = _by_description(whole, start, end, text, core, signal, inside)
    if alone:
        other = described[0] if described and described[0].form == "short" and described[0].surnames else None
        if other is None or not re.search(r"[^\W\d_]{3}", re.sub(r"para\S*", "", other.title)):
            # "Summary Study, para. 179" may be a title
            other = replace(alone, surnames=(), title=re.split(r",\s", core)[0])
        return [replace(alone, otherwise=other)]
    return described


def _author_date(start: int, end: int, text: str, core: str, signal: str | None) -> Mention | None:
    m = _AUTHOR_DATE.match(core)
    people = _plain_names(m["who"]) if m else None
    if not m or not people:
        return None
    place = locators.tail(m["rest"]) or locators.tail(f", {m['inside'] or ''}")
    if m["rest"].strip() and not place:
        return None
    return Mention(
        start, end, "author-date", "work", text, signal, place.locator if place else None,
        people.surnames, people.others, year=int(m["year"]), year_letter=m["letter"] or "", sure=False,
    )  # fmt: skip


def _plain_names(who: str) -> names.Names | None:
    """Read names that a year or page follows; "Stieper, GRUR 2020" has none: a comma wants an "and" after it."""
    if "," in who and not re.search(r",?\s(?:and|&|et|und|y)\s[^,]+$|al\.?$", who):
        return None
    return names.parse(who)


def _by_name_alone(whole: Text, start: int, end: int, text: str, core: str, signal: str | None) -> Mention | None:
    """Read "Howard, 9" or "See Karlsrud": only names, which a known work must answer to."""
    place = locators.tail(core)
    head = core[: place.start] if place else core
    if len(head) > 80 or not (place or signal or whole.text.strip(" .") == core) or re.search(r"\d", head):
        return None
    people = _plain_names(head.strip(" ,."))
    if not people:
        return None
    return Mention(
        start, end, "short", "work", text, signal, place.locator if place else None,
        people.surnames, people.others, sure=False,
    )  # fmt: skip


def _by_description(
    whole: Text, start: int, end: int, text: str, core: str, signal: str | None, inside: list[Address]
) -> list[Mention]:
    """Read names, title and publication data, as far as they are there."""
    cut = prose.end_of_citation(core, whole.shield, start)
    if cut is None:
        return _in_spite_of_verbs(whole, start, core, signal, inside)
    shown = core[:cut]
    if inside and not csl.LEAD.sub("", shown[: inside[0].start]).strip(" <(,"):
        # nothing but an address, perhaps with the date of access
        return [address(a, whole.text, signal) for a in whole.addresses if start <= a.start < start + len(shown)]
    found = csl.describe(shown, [a for a in inside if a.start < len(shown)])
    if found is None or not (found.quoted or found.names or not found.title or prose.is_title(found.title)):
        article = _ARTICLE.match(core)
        return _by_words(whole, start + article.end(), end, text[article.end() :], signal) if article else []
    if not found.names and not found.quoted and (named := WORK.search(shown)) and named.start() > 0:
        return []  # "A review of Lise Morjé Howard, Power in Peacekeeping (2019)"
    whole_piece = cut == len(core) and prose.end_of_citation(text, whole.shield, start) is not None
    return _described(whole, start, end if whole_piece else start + len(shown), shown, signal, found, inside)


def _in_spite_of_verbs(whole: Text, start: int, core: str, signal: str | None, inside: list[Address]) -> list[Mention]:
    """Read a title that is a sentence: "Béatrice Pouligny, Ils nous avaient promis la paix, Paris, 2004"."""
    found = csl.describe(core, inside)
    if found is None or found.names is None or not any("given" in n for n in found.names.csl):
        return []
    printed = "publisher" in found.csl or ("volume" in found.csl and "container-title" in found.csl)
    if not printed or found.quoted or len(found.title.split()) > 30 or not prose.is_title(found.title):
        return []
    return _described(whole, start, start + len(core), core, signal, found, inside)


def _same_author(
    start: int, end: int, text: str, rest: str, signal: str | None, inside: list[Address]
) -> list[Mention]:
    """Read "Idem, Title ...": another work of the author cited before, whose name a stand-in takes meanwhile."""
    shift = len("Idem, ") - (len(text) - len(rest))
    found = csl.describe("Idem, " + rest, [replace(a, start=a.start + shift, end=a.end + shift) for a in inside])
    if not found or not found.published:
        return []
    fields = {k: v for k, v in found.csl.items() if k not in {"author", "editor"}}
    return [
        Mention(
            start, end, "full", "work", text, signal, found.locator, (), False, found.title, found.quoted, found.year,
            description=replace(found, csl=fields, names=None), addresses=tuple(inside), same_author=True,
        )
    ]  # fmt: skip


def _described(
    whole: Text, start: int, end: int, core: str, signal: str | None, found: Description, inside: list[Address]
) -> list[Mention]:
    people, text = found.names, whole.text[start:end]
    known = bool(people or found.quoted)
    full = found.published and (known or prose.is_published_title(found, core))
    if not full and not people and not found.quoted and len(found.title.split()) > 8:
        return []
    if not full and people is None and found.quoted and not found.locator and len(words(found.title)) < 2:
        return []
    return [
        Mention(
            start, end, "full" if full else "short", _kind(found, core), text, signal, found.locator,
            people.surnames if people else (), bool(people and people.others), found.title, found.quoted, found.year,
            description=found, addresses=tuple(inside), sure=full or bool(people and found.quoted),
            defines=defined(whole.text[start : end + 90]),
        )
    ]  # fmt: skip


def _kind(found: Description, core: str) -> CitationKind:
    if "volume" not in found.csl and forms.is_dataset(core):
        return "dataset"
    web = found.csl.get("type") == "webpage"
    return (
        "web" if web or ("URL" in found.csl and found.csl.get("type") in {"document", "article-newspaper"}) else "work"
    )


def _legal(
    start: int, end: int, text: str, core: str, signal: str | None, law: legal.LegalText, inside: list[Address]
) -> Mention:
    place = locators.tail(core, bare=law.csl_type == "legal_case") or locators.first(core)
    fields: dict[str, Any] = {"type": law.csl_type, "title": law.title}
    if law.year:
        fields["issued"] = {"date-parts": [[law.year]]}
    for a in inside:
        fields.setdefault("DOI" if a.kind == "doi" else "URL", a.value)
    found = Description(fields, None, law.title, False, law.year, place.locator if place else None, True)
    form: CitationForm = "full" if law.sure or law.csl_type != "legal_case" else "short"
    return Mention(
        start, end, form, "legal", text, signal, found.locator, title=law.title, year=law.year, description=found,
        addresses=tuple(inside), sure=law.sure, defines=defined_of_law(text), identifiers=law.identifiers,
    )  # fmt: skip


_LOOKS_CITED = re.compile(
    rf"\([^()]*{dates.YEAR}\)|\bsupra\snote\s\d|\bop\.\scit|\b\d{{1,3}}\s[A-Z][\w.&’' ]+\s\d+\s\({dates.YEAR}"
    rf"|[”’],\s[A-Z][\w ]+\s\d+"
)


def has_residue(text: str, found: list[Mention]) -> bool:
    """Whether words outside the citations found look like one more citation, so that an ibid. may mean that."""
    rest, at = [], 0
    for m in sorted(found, key=lambda m: m.start):
        rest.append(text[at : m.start])
        at = max(at, m.end)
    rest.append(text[at:])
    return any(_LOOKS_CITED.search(r) for r in rest)
