"""A note's text -> the citations in it, each with its signal, form and what it says of the work."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from . import csl, forms, legal, locators, names, prose, signals
from .addresses import Address, addresses
from .csl import Description
from .folding import words
from .mention import Mention
from .model import CitationKind, Locator
from .segments import Piece, Shield, pieces
from .unsymbols import UnDocument, from_url, un_documents

_DEFINES = re.compile(
    r"[(\[]\s?(?:(?P<key>hereinafter|hereafter|henceforth|ci-après|dorénavant|im\sFolgenden|nachfolgend|en\sadelante|d[’']ora\sin\spoi)(?:\s(?:cited\sas|referred\sto\sas|as|zitiert\sals|:))?[:,]?\s?)?(?:the\s|le\s|la\s|les\s)?"
    r"(?P<quote>[“‘\"«])?\s?(?P<name>[^“”‘’\"«»()\[\]]{2,70}(?:[’'][a-z][^“”‘’\"«»()\[\]]{0,50})?)\s?[”’\"»]?\s?[)\]]"
    r"|,\s(?:hereinafter|hereafter|henceforth|ci-après)[:,]?\s(?:cited\sas\s|referred\sto\sas\s)?[“‘\"«]?(?P<loose>[^“”‘’\"«»(),;]{2,60})"
)
_REMARK = re.compile(
    r"[\s,]*(?:\((?![^()]*\d{4}\)|n\.?\s?\d|note\s|eds?\.|Hrsg)[^()]*[a-zé]{3,}[^()]*\)|\[[^\[\]]*\])\s*\.?$"
)
_AUTHOR_DATE = re.compile(
    rf"^(?P<who>[^\d“”‘’\"()]{{2,90}}?),?\s[(\[]?(?P<year>{csl.YEAR})(?P<letter>[a-z])?[)\]]?(?P<rest>(?:[,:]\s?[^“‘\"]{{1,40}})?)\.?$"
)
_AND_WORK = re.compile(
    r"(?<=[\d)”’.\"»])(?:,)?\s(?:and|et|und|y|as\swell\sas|sowie)\s(?=(?:[A-ZÀ-Þ][\w’'.-]+\s?(?:(?:[A-Z]\.|de|van|von|and|&|et)\s?)*){1,6},\s[“‘\"«])"
)
_DOC_LEAD = re.compile(
    r"(?:\(|,|:|;|\bUN\sDoc(?:ument)?s?\.?|\bU\.N\.\sDoc\.?|\bDoc(?:ument)?s?\.?|\bNations\sUnies,?\sdoc\.|\b[Ii]n|\band|\bet|\bund|\bin\sdocument|\bONU,?)\s*$"
)
_BEFORE_DOC = re.compile(
    r"(?P<loc>(?:paragraphs?|paras?\.?|§|annex)\s\d[\d\s,–and-]*)\s(?:of|to|du|de\sla|in)\s(?:the\s|its\s|la\s)?(?:UN\s|U\.N\.\s)?$",
    re.IGNORECASE,
)
_AFTER_DOC = re.compile(
    r"(?:\s?\([^()]*\d[^()]*\)|,?\s(?:of|du|vom)\s\d{1,2}\s\w+\s\d{4}|,\s\d{1,2}\s\w+\s\d{4})*\s?[,:(]?\s?(?:at\s)?(?:(?:preambular\s|operative\s)?(?:paragraphs?|paras?\.?|pars?\.|§§?|op\.|OP|pp?\.|at|annex(?:es)?|articles?|art\.|sect?\.|Ziff\.|chap\.)\s?[\dIVX][\w.]*(?:\s?\(\w{1,3}\))*(?:\s?[–-]\s?\d+)?(?:(?:,|\sand|,\sand|\set|\sund)\s\d+(?:\s?[–-]\s?\d+)?(?=[\s,.;)]|$))*)?\)?"
)
_PLAIN_DOC = re.compile(r"^[\s,.;:()]*(?:\d{1,2}\s\w+\s\d{4}|\(\d{4}\)|dated|of)?[\s,.;:()]*$")


@dataclass(frozen=True, slots=True)
class Text:
    """A note's or block's text with what was found in it once for all."""

    text: str
    addresses: tuple[Address, ...]
    shield: Shield
    documents: tuple[UnDocument, ...]

    def inside(self, start: int, end: int) -> list[Address]:
        """The addresses that begin in [start, end), their offsets counted from `start`."""
        return [
            replace(a, start=a.start - start, end=min(a.end, end) - start)
            for a in self.addresses
            if start <= a.start < end
        ]


def prepare(text: str, breaks: Collection[int] | None = None) -> Text:
    """Find what the later steps must not cut: addresses, quotations, brackets, UN symbols."""
    found = tuple(addresses(text, breaks))
    documents = [d for d in un_documents(text) if not any(a.start <= d.start < a.end for a in found)]
    documents += [replace(d, start=a.start, end=a.end) for a in found if a.kind == "url" and (d := from_url(a.value))]
    return Text(text, found, Shield(text, found), tuple(sorted(documents, key=lambda d: d.start)))


def find(text: str, breaks: Collection[int] | None = None) -> list[Mention]:
    """Return the citations in a note's text, in order.

    Args:
        text: The note's text.
        breaks: Offsets of the spaces that stand for a line break, None where not known.
    """
    whole = prepare(text, breaks)
    found: list[Mention] = []
    for piece in _joined(whole, pieces(text, whole.shield)):
        for start, end, word in _nested(whole, piece.start, piece.end):
            for s, e in _and_works(whole, start, end):
                more = _piece(whole, s, e)
                if word and more and s == start and not more[0].signal:
                    more[0] = replace(more[0], signal=word)
                found += more
    return sorted(found, key=lambda m: m.start)


def _joined(whole: Text, parts: list[Piece]) -> list[Piece]:
    """Put pieces together again that full stops inside one citation have cut."""
    out: list[Piece] = []
    for piece in parts:
        before = out[-1] if out else None
        if before and _continues(whole, before, piece):
            out[-1] = Piece(before.start, piece.end, before.opener)
        else:
            out.append(piece)
    return out


_APA_HEAD = re.compile(rf"\((?:{csl.YEAR}[a-z]?|n\.\s?d\.)(?:,\s[^)]*)?\)\.?$")
_CARRIES_ON = re.compile(
    r"(?:https?:|www\.|doi\b|DOI|[Aa]vailable\s(?:online\s)?(?:at|from)|Retrieved\s|[Aa]ccessed|[Ll]ast\s(?:accessed|visited)|Online:|URL|[Aa]brufbar|Disponible|Consulté|\d|[Vv]ols?\.|[Nn]os?\.\s?\d|pp?\.\s?\d|[Pp]ara|§|Rn\."
    r"|In:?\s(?!the\b|this\b|\d{4}|addition|particular|fact|other|\w+,\s)[A-Z]|[Ee]d\.\s|Edited\sby|Translated\sby|Trans\.|\(?\d(?:st|nd|rd|th)\sed|[A-Z][\w.\s-]{1,30}:\s[A-ZÀ-Þ][\w&\s]{2,40}(?:,\s\d{4}|\.|$)|Ph\.?D|\[[A-Z][\w ]+\])"
)
_PLACE_YEAR = re.compile(rf"^(?:[A-ZÀ-Þ][\w-]+\s?){{1,3}}(?:,\s[A-ZÀ-Þ][\w\s.-]{{2,30}})?,\s{csl.YEAR}\b")
_PAGES_ONLY = re.compile(r"^(?:(?:and|et)\s)?(?:pp?\.|paras?\.|at\s|S\.)?\s?\d+(?:\s?[–-]\s?\d+)?\.?$")


def _continues(whole: Text, before: Piece, piece: Piece) -> bool:
    earlier, later = whole.text[before.start : before.end], whole.text[piece.start : piece.end]
    if piece.opener == ";":
        # "Amsterdam ; Boston, 2005" and "pp. 12; 45": one citation in spite of the semicolon
        return bool(_PLACE_YEAR.match(later) or (_PAGES_ONLY.match(later) and re.search(r"\d$", earlier)))
    if forms.ibid(earlier) or signals.AT_START.match(later) or forms.ibid(later):
        return bool(forms.ibid(earlier)) and bool(re.match(r"(?:pp?\.|paras?\.|at\s|chap|art\.|S\.)\s?\d", later))
    bare = _without_signal(earlier)
    if _APA_HEAD.search(bare) and names.parse(_APA_HEAD.sub("", bare)):
        return True
    if m := re.match(rf"(?P<who>[^“‘\"()]{{3,200}}?)\s\((?:{csl.YEAR}[a-z]?|n\.\s?d\.)(?:,\s[^)]*)?\)\.\s", bare):
        if names.parse(m["who"]) and not any(
            a.end > before.end - 2 for a in whole.addresses if a.start >= before.start
        ):
            own_head = re.match(rf"[^“‘\"()]{{3,120}}\s\({csl.YEAR}", later)
            return not prose.is_prose(later) and not own_head and len(later.split()) < 25
    if _CARRIES_ON.match(later) and (csl.describe(bare) or re.search(r"[“‘]", bare)) and not prose.is_prose(bare):
        return not (later[:1].isdigit() and not re.match(r"\d{1,4}\s?[(:,.]", later))
    entry = csl.inverted(bare + " X") if len(bare) < 160 else None
    if entry and entry[1] == "X" and not re.search(r"\d", bare):
        return not prose.is_prose(later)
    return False


def _nested(whole: Text, start: int, end: int) -> Iterator[tuple[int, int, str | None]]:
    """Cut at "quoted in", "cited in", "reprinted in": two works."""
    at, word = start, None
    for m in signals.NESTED.finditer(whole.text, start, end):
        if whole.shield.quoted(m.start("word")) or m.start() == start:
            continue
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


def _without_signal(text: str) -> str:
    start, _ = _signal(text, 0, len(text))
    return text[start:]


def _signal(text: str, start: int, end: int) -> tuple[int, str | None]:
    """Return where the citation begins after connectors and signals, and the signal."""
    found: list[str] = []
    while start < end:
        m = signals.CONNECTOR.match(text, start, end) or signals.AT_START.match(text, start, end)
        if not m:
            break
        if "signal" in m.groupdict():
            found.append(signals.canonical(m["signal"]))
        start = m.end()
    return start, " ".join(found) or None


def _piece(whole: Text, start: int, end: int) -> list[Mention]:
    """Read one piece: a citation, or comment with a citation inside."""
    text = whole.text
    start, signal = _signal(text, start, end)
    while end > start and text[end - 1] in " ,;":
        end -= 1
    if end - start < 2:
        return []
    found = _citation(whole, start, end, signal)
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


def _in_comment(whole: Text, start: int, end: int) -> list[Mention]:
    """Read what a sentence of comment cites in passing: UN documents, addresses, a citation in brackets."""
    found = documents_in(whole, start, end)
    for s, e in whole.shield.brackets:
        if start <= s and e <= end and not any(m.start < e and s < m.end for m in found):
            inner, signal = _signal(whole.text, s + 1, e - 1)
            found += [m for m in _citation(whole, inner, e - 1, signal) if m.sure or m.form == "author-date"]
    for a in whole.addresses:
        if start <= a.start < end and not any(m.start <= a.start < m.end for m in found):
            found.append(address(a, whole.text))
    return sorted(found, key=lambda m: m.start)


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
                defines=_defined(text),
            )
        ]
    if found := _un(whole, start, end, signal):
        return found
    for read in (forms.supra, forms.op_cit):
        if short := read(text):
            return [_short(start, end, text, signal, short)]
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


def _short(start: int, end: int, text: str, signal: str | None, short: forms.ShortForm) -> Mention:
    people = short.names
    return Mention(
        start, end, short.form, "work", text, signal, short.locator,
        surnames=people.surnames if people else (), others=bool(people and people.others),
        title=short.title, quoted=short.quoted, note=short.note,
    )  # fmt: skip


def _un(whole: Text, start: int, end: int, signal: str | None) -> list[Mention]:
    """Read a citation of one or several UN documents; [] where none is there or a title only speaks of one."""
    documents = [d for d in whole.documents if start <= d.start < end and not _in_title(whole, d, start, end)]
    if not documents:
        return []
    lead = whole.text[start : documents[0].start]
    if prose.is_prose(lead) or (prose.is_prose(whole.text[start:end]) and len(lead) < 4):
        return []
    if _names_a_work(whole, start, end, documents[0]):
        return []
    found = documents_in(whole, start, end)
    if not found:
        return []
    if lead.strip(" ,(") and not _BEFORE_DOC.search(lead) and not re.search(r";\s", lead):
        first = found[0]
        description = _titled(lead)
        found[0] = replace(
            first, start=start, text=whole.text[start : first.end], description=description or first.description
        )
    return [replace(found[0], signal=signal), *found[1:]]


def _in_title(whole: Text, document: UnDocument, start: int, end: int) -> bool:
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
        and re.search(rf"{csl.YEAR}", whole.text[document.end : end])
    )


def _titled(lead: str) -> Description | None:
    """Read what stands before a symbol: "UN Security Council, Report of the Secretary-General on Mali, UN Doc."."""
    bare = lead
    while m := _DOC_LEAD.search(bare):
        bare = bare[: m.start()].rstrip(" ,")
    bare = bare.strip(" ,;:(")
    if len(words(bare)) < 2:
        return None
    found = csl.describe(bare) or Description({"title": bare}, None, bare, False, None, None, False)
    return found


def documents_in(whole: Text, start: int, end: int) -> list[Mention]:
    """Return a mention for each UN document in [start, end), with the paragraphs beside it."""
    found: list[Mention] = []
    for d in whole.documents:
        if not start <= d.start < end or any(s <= d.start < e and start <= s for s, e in whole.shield.quotes):
            continue
        after = _AFTER_DOC.match(whole.text, d.end, end)
        stop = after.end() if after else d.end
        tail = whole.text[d.end : stop]
        if tail.count(")") > tail.count("("):
            stop -= 1
            tail = tail[:-1]
        if not re.search(r"\d", tail):
            stop, tail = d.end, ""
        place = locators.tail(tail.rstrip(")"), bare=False)
        at, locator = d.start, place.locator if place else None
        if before := _BEFORE_DOC.search(whole.text, start, d.start):
            first = locators.first(" " + before["loc"])
            at, locator = before.start(), first.locator if first else locator
        year = re.search(rf"\((?:[^()]*\s)?({csl.YEAR})\)|\s({csl.YEAR})\b", tail)
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
                year=document.year,
                sure=d.sure,
                addresses=tuple(a for a in whole.addresses if a.start == d.start),
                defines=_defined(whole.text[stop : min(end, stop + 80)]),
            )
        )
    return found


def _by_words(whole: Text, start: int, end: int, text: str, signal: str | None) -> list[Mention]:
    """Read a citation that neither a symbol nor a fixed word gives away."""
    inside = whole.inside(start, end)
    core = text
    while m := _REMARK.search(core):
        if any(a.start < m.end() and m.start() < a.end for a in inside):
            break
        core = core[: m.start()]
    law = legal.legal_text(core)
    if law and not (prose.is_prose(core) and not law.sure):
        return [_legal(start, end, text, core, signal, law, inside)]
    if (m := _AUTHOR_DATE.match(core)) and (people := names.parse(m["who"])):
        place = locators.tail(m["rest"])
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
    cut = prose.end_of_citation(core, whole.shield, start)
    if cut is None:
        return []
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
    defines = _defined(whole.text[start : min(end + 90, len(whole.text))])
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
        defines=_defined(text),
    )


def _defined(text: str) -> tuple[str, ...]:
    """Return the short names that `text` defines: "(hereinafter Brahimi Report)", "[the ‘HIPPO report’]", "(VCLT)"."""
    found = []
    for m in _DEFINES.finditer(text):
        name = (m["name"] or m["loose"] or "").strip(" .,")
        acronym = re.fullmatch(r"[A-Z][A-Za-z]*[A-Z]\d?", name)
        if (m["key"] or m["quote"] or m["loose"] or acronym) and name and not re.search(r"\d{4}$", name):
            found.append(name)
    return tuple(found)
