"""A note's text -> the citations in it, each with its signal, form and what it says of the work."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from . import csl, forms, legal, locators, names, prose, signals
from .addresses import Address
from .csl import Description
from .folding import words
from .joins import joined
from .mention import Mention
from .model import CitationKind
from .prepared import Text, prepare
from .segments import pieces
from .shortnames import defined
from .unmentions import documents_in, un_citation

_REMARK = re.compile(
    r"[\s,]*(?:\((?![^()]*\d{4}\)|forthcoming|in\spress|n\.?\s?\d|note\s|eds?\.|Hrsg)[^()]*[a-zé]{3,}[^()]*\)|\[[^\[\]]*\])\s*\.?$"
)
_AUTHOR_DATE = re.compile(
    rf"^(?P<who>[^\d“”‘’\"()]{{2,90}}?),?\s[(\[]?(?P<year>{csl.YEAR})(?P<letter>[a-z])?(?::\s?(?P<inside>\d+(?:[–-]\d+)?))?[)\]]?(?P<rest>(?:[,:]\s?[^“‘\"]{{1,40}})?)\.?$"
)
_VOLUME_BEFORE = re.compile(r"\d{1,2}\s(?=(?:[A-Z][A-Z.]*\s)*[A-Z]{3,}|id\.)")
"""The Bluebook's volume: "1 BLACKSTONE, supra note 23", "2 id. at 420"."""
_AFTER_POINTER = re.compile(
    r"(?<=\d)(?:,|\s[–—-])\s(?=(?:but|and|who|which|where|though|although|or|as|for|with|in|is|has|was)\s)|(?<=\d)\s(?=for\s)"
)
_ABOUT = re.compile(
    r"(?:For|On|As|Regarding|Concerning|About|Pour|Sur|Zur?|Zum|Für|Über|Para|Sobre)\s[^“‘«\"\d;]{3,160}?[,:]?\s(?:see|cf\.?|voir|vgl\.|siehe|véase)\b",
    re.IGNORECASE,
)
"""A comment that says what the citation after it is about, as in: For a critique of this view, see ..."""
_NAME = r"[A-ZÀ-Þ][\w’'.-]*\s(?:(?:[A-ZÀ-Þ][\w’'.-]*|de|van|von|der|and|&|et|und|y)\s){0,8}?[A-ZÀ-Þ][\w’'-]+"
_AND_WORK = re.compile(
    rf"(?<=[\d)”’.\"»]),?\s(?:and|et|und|y|as\swell\sas|sowie)\s(?={_NAME},\s[“‘\"«])"
    rf"|(?<=\)),?\s(?:and|et|und|y)\s(?={_NAME},\s[A-ZÀ-Þ][^;]*\([^()]*{csl.YEAR}\))"
)


def find(text: str, breaks: Collection[int] | None = None) -> list[Mention]:
    """Return the citations in a note's text, in order.

    Args:
        text: The note's text.
        breaks: Offsets of the spaces that stand for a line break, None where not known.
    """
    whole = prepare(text, breaks)
    found: list[Mention] = []
    for piece in joined(whole, pieces(text, whole.shield)):
        for start, end, word in _nested(whole, piece.start, piece.end):
            for s, e in _and_works(whole, start, end):
                more = _piece(whole, s, e)
                if word and more and s == start and not more[0].signal:
                    more[0] = replace(more[0], signal=word, aside=word in {"quoting", "citing"})
                found += more
    return sorted(found, key=lambda m: m.start)


def _nested(whole: Text, start: int, end: int) -> Iterator[tuple[int, int, str | None]]:
    """Cut at "quoted in", "cited in", "reprinted in": two works."""
    at, word = start, None
    nested = signals.NESTED.finditer(whole.text, start, end) if signals.MAY_NEST.search(whole.text, start, end) else ()
    for m in nested:
        if whole.shield.quoted(m.start("word")):
            continue
        if m.start() > at:
            yield at, m.start(), word
        at, word = m.end(), signals.canonical(m["word"])
    if word and whole.text[end - 1 : end] in ")." and whole.text.count("(", at, end) < whole.text.count(")", at, end):
        end = whole.text.rindex(")", at, end)
    yield at, end, word


def _and_works(whole: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut at an "and" that a whole citation stands before and an author with a quoted title after."""
    at = start
    for m in _AND_WORK.finditer(whole.text, start, end):
        if not whole.shield.covers(m.start()) and re.search(rf"{csl.YEAR}", whole.text[at : m.start()]):
            yield at, m.start()
            at = m.end()
    yield at, end


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
    found = [] if about else _citation(whole, start, end, signal)
    if found:
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
    return _in_comment(whole, start, end)


def _compared(whole: Text, start: int, end: int) -> list[Mention]:
    """Read "Compare X, with Y" as two citations."""
    m = next(
        (m for m in re.finditer(r",?\swith\s", whole.text[start:end]) if not whole.shield.covers(start + m.start())),
        None,
    )
    if m is None:
        return []
    first = _citation(whole, start, start + m.start(), "compare")
    second = _citation(whole, start + m.end(), end, "with")
    return [*first, *second] if first and second else []


def _in_comment(whole: Text, start: int, end: int) -> list[Mention]:
    """Read what a sentence of comment cites in passing: UN documents, addresses, a citation in brackets."""
    found = documents_in(whole, start, end)
    for s, e in whole.shield.brackets:
        if start <= s and e <= end and not any(m.start < e and s < m.end for m in found):
            inner, signal = signals.signal_at(whole.text, s + 1, e - 1)
            found += [m for m in _citation(whole, inner, e - 1, signal) if _stands_alone(m)]
    found += _in_sentence(whole, start, end, found)
    for a in whole.addresses:
        if start <= a.start < end and not any(m.start <= a.start < m.end for m in found):
            found.append(address(a, whole.text))
    return sorted(found, key=lambda m: m.start)


def _stands_alone(m: Mention) -> bool:
    """Whether what was read in brackets is more than an imprint: "(Cham: Springer, 2017)" is none."""
    return m.form != "full" or bool(m.surnames or m.document or m.addresses or m.kind != "work" or m.quoted)


_SUPRA_IN_SENTENCE = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'.-]+\s(?:&|and|et\sal\.)\s)?[A-ZÀ-Þ][\w’'-]+,\ssupra\snote\s\d+(?:,\sat\s[\dn.–-]+(?:,\s[\d–-]+)*)?"
)
_NAMES_BEFORE = re.compile(
    rf"(?:^|(?<=\s))(?:(?:[A-ZÀ-Þ][\w’'.-]*|de|van|von|and|et|und|&|others|al\.)[,\s]\s?){{1,14}}$"
)


def _in_sentence(whole: Text, start: int, end: int, found: list[Mention]) -> list[Mention]:
    """Read works that a sentence names: "... is described in Colavizza and Kaplan, ‘The References of References’"."""
    more: list[Mention] = []
    spans = [
        m.span() for m in _SUPRA_IN_SENTENCE.finditer(whole.text, start, end) if not whole.shield.quoted(m.start())
    ]
    for s, _ in whole.shield.quotes:
        if start < s < end and (m := _NAMES_BEFORE.search(whole.text[start:s])):
            at = start + m.start() + len(m.group()) - len(_last_names(m.group()))
            if at < s:
                spans.append((at, end))
    for s, e in sorted(spans):
        if any(m.start < e and s < m.end for m in (*found, *more)):
            continue
        more += [m for m in _citation(whole, s, e, None) if m.surnames and m.form != "author-date"]
    return more


def _last_names(run: str) -> str:
    """Return the longest tail of capitalised words before a title that reads as names."""
    words_of = run.strip(" ,").split(" ")
    for i in range(len(words_of)):
        tail = " ".join(words_of[i:])
        if words_of[i][:1].isupper() and names.parse(tail):
            return run[run.index(tail) :] if tail in run else ""
    return ""


def address(a: Address, text: str, signal: str | None = None) -> Mention:
    """Return the mention of a bare address in `text`."""
    field = "DOI" if a.kind == "doi" else "URL"
    bare = Description(
        {"type": "webpage" if a.kind == "url" else "document", field: a.value}, None, "", False, None, None, True
    )
    kind: CitationKind = "web" if a.kind == "url" else "work"
    return Mention(a.start, a.end, "full", kind, text[a.start : a.end], signal, description=bare, addresses=(a,))


def _citation(whole: Text, start: int, end: int, signal: str | None) -> list[Mention]:
    """Read [start, end) as one citation (or several UN documents in a row); [] where it is comment."""
    raw = whole.text[start:end]
    text = raw.rstrip(" .")
    if not text or forms.CROSS_REFERENCE.search(text):
        return []
    if re.search(r"\b(?:al|cit|ed|eds|ff|id|ibid)$|\b[A-Z]$", text, re.IGNORECASE):
        text = raw.rstrip()
    end = start + len(text)
    if volume := _VOLUME_BEFORE.match(text):
        found = _citation(whole, start + volume.end(), end, signal)
        return [replace(found[0], start=start, text=text[: found[0].end - start]), *found[1:]] if found else []
    if short := forms.ibid(text):
        return _ibid(whole, start, end, signal, short)
    if kind := forms.testimony(text):
        place = None if kind != "on-file" else locators.tail(text)
        return [
            Mention(
                start,
                end,
                "full",
                kind,
                text,
                signal,
                place.locator if place else None,
                title=text,
                defines=defined(text),
            )
        ]
    if found := un_citation(whole, start, end, signal):
        return found
    for read in (forms.op_cit, forms.supra):
        if short := read(text):
            return _pointer(whole, start, end, text, signal, short)
    return _by_words(whole, start, end, text, signal)


def _ibid(whole: Text, start: int, end: int, signal: str | None, short: forms.ShortForm) -> list[Mention]:
    documents = [d for d in whole.documents if start < d.start < end]
    stop = documents[0].start if documents else end
    mention = _short(start, stop, whole.text[start:stop].rstrip(" ,"), signal, short)
    if documents:
        lead = re.sub(r"(?:,|;)?\s(?:and|et|und)?\s?(?:see\s)?$", "", whole.text[start:stop])
        again = forms.ibid(lead) or short
        mention = replace(_short(start, start + len(lead), lead, signal, again), locator=again.locator)
    return [mention, *documents_in(whole, stop, end)]


def _pointer(whole: Text, start: int, end: int, text: str, signal: str | None, short: forms.ShortForm) -> list[Mention]:
    """Read "McKnight, supra note 2, at 406, but not in its definition ...": the citation ends where a sentence begins."""
    after = _AFTER_POINTER.search(text)
    if not after or whole.shield.covers(start + after.start()) or not prose.is_prose(text[after.start() :]):
        return [_short(start, end, text, signal, short)]
    head = text[: after.start()]
    again = forms.op_cit(head) or forms.supra(head)
    if not again:
        return [_short(start, end, text, signal, short)]
    return [_short(start, start + len(head), head, signal, again), *_in_comment(whole, start + after.end(), end)]


def _short(start: int, end: int, text: str, signal: str | None, short: forms.ShortForm) -> Mention:
    people = short.names
    return Mention(
        start, end, short.form, "work", text, signal, short.locator,
        surnames=people.surnames if people else (), others=bool(people and people.others),
        title=short.title, quoted=short.quoted, note=short.note,
    )  # fmt: skip


def _by_words(whole: Text, start: int, end: int, text: str, signal: str | None) -> list[Mention]:
    """Read a citation that neither a symbol nor a fixed word gives away."""
    inside = whole.inside(start, end)
    core = text
    while m := _REMARK.search(core):
        if any(a.start < m.end() and m.start() < a.end for a in inside):
            break
        core = core[: m.start()]
    law = legal.legal_text(core)
    if law and (law.csl_type == "legal_case" or not prose.is_prose(core)):
        return [_legal(start, end, text, core, signal, law, inside)]
    if (m := _AUTHOR_DATE.match(core)) and (people := _plain_names(m["who"])):
        place = locators.tail(m["rest"]) or locators.tail(f", {m['inside'] or ''}")
        if not m["rest"].strip() or place:
            return [
                Mention(
                    start,
                    end,
                    "author-date",
                    "work",
                    text,
                    signal,
                    place.locator if place else None,
                    people.surnames,
                    people.others,
                    year=int(m["year"]),
                    year_letter=m["letter"] or "",
                    sure=False,
                )
            ]
    if found := _by_name_alone(whole, start, end, text, core, signal):
        return [found]
    cut = prose.end_of_citation(core, whole.shield, start)
    if cut is None:
        return []
    if same := forms.same_author(core):
        return _same_author(start, end, text, core[same.end() :], signal, inside)
    core = core[:cut]
    if inside and not csl.LEAD.sub("", core[: inside[0].start]).strip(" <(,"):
        # nothing but an address, perhaps with the date of access
        return [address(a, whole.text, signal) for a in whole.addresses if start <= a.start < start + len(core)]
    found = csl.describe(core, [a for a in inside if a.start < len(core)])
    if found is None or not prose.is_title(found.title) and not found.quoted and found.title:
        return []
    stop = (
        end if cut == len(core) and prose.end_of_citation(text, whole.shield, start) is not None else start + len(core)
    )
    return _described(whole, start, stop, core, signal, found, inside)


def _plain_names(who: str) -> names.Names | None:
    """Read names that a year follows; "Stieper, GRUR 2020" has none: a comma wants an "and" after it."""
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
    defines = defined(whole.text[start : min(end + 90, len(whole.text))])
    base = Mention(
        start, end, "full" if full else "short", _kind(found, core), text, signal, found.locator,
        people.surnames if people else (), bool(people and people.others), found.title, found.quoted, found.year,
        description=found, addresses=tuple(inside), sure=full or bool(people and found.quoted), defines=defines,
    )  # fmt: skip
    return [base]


def _kind(found: Description, core: str) -> CitationKind:
    if forms.is_dataset(found.title) or forms.is_dataset(core[len(found.title) :]) and "volume" not in found.csl:
        return "dataset"
    if found.csl.get("type") == "webpage" or (
        "URL" in found.csl and found.csl.get("type") in {"document", "article-newspaper"}
    ):
        return "web"
    return "work"


def _legal(
    start: int, end: int, text: str, core: str, signal: str | None, law: legal.LegalText, inside: list[Address]
) -> Mention:
    place = locators.tail(core, bare=law.csl_type == "legal_case") or locators.first(core)
    fields = {"type": law.csl_type, "title": law.title} | ({"issued": {"date-parts": [[law.year]]}} if law.year else {})
    for a in inside:
        fields.setdefault("DOI" if a.kind == "doi" else "URL", a.value)
    found = Description(fields, None, law.title, False, law.year, place.locator if place else None, True)
    return Mention(
        start,
        end,
        "full",
        "legal",
        text,
        signal,
        found.locator,
        title=law.title,
        year=law.year,
        description=found,
        addresses=tuple(inside),
        sure=law.sure,
        defines=defined(text),
    )
