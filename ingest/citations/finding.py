"""A note's text -> the citations in it, each with its signal, form and what it says of the work."""

import re
from collections.abc import Collection
from dataclasses import replace

from ingest.citations import apart, forms, locators, signals, testimonies
from ingest.citations.comments import in_comment
from ingest.citations.couples import coupled
from ingest.citations.described import by_words
from ingest.citations.joins import joined
from ingest.citations.mention import Mention
from ingest.citations.prepared import Text, prepare
from ingest.citations.segments import pieces
from ingest.citations.shortnames import defined
from ingest.citations.unmentions import un_citation
from ingest.citations.unpins import documents_in
from ingest.model import CitationKind
from ingest.words import dates, names
from ingest.words.addresses import Linked
from ingest.words.joiners import AND
from ingest.words.rare import Rare

_VOLUME_BEFORE = re.compile(r"\d{1,2}\s(?=(?:[A-Z][A-Z.]*\s)*[A-Z]{3,}|id\.)")
"""The Bluebook's volume: "1 BLACKSTONE, supra note 23", "2 id. at 420"."""
_AFTER_POINTER = re.compile(
    r"(?<=\d)(?:,|\s[–—-])\s(?=(?:but|and|who|which|where|though|although|or|as|for|with|in|is|has|was"
    r"|à|mais|et|ou|qui|où|dont|dans|sur|aber|und|oder|wobei|wo|der|die|das)\s)"
    r"|(?<=\d)\s(?=(?:for|and)\s(?!(?:pp?\.\s)?\d))|(?<=\d),\s(?=(?!at\b|esp)[a-z]{2,}\s[^;]*?\bsupra\snote\s)"
)
_ABOUT = re.compile(
    r"(?:For|On|As|Regarding|Concerning|About|Pour|Sur|Zur?|Zum|Für|Über|Para|Sobre)\s[^“‘«\"\d;]{3,160}?[,:]?\s"
    r"(?:see|cf|voir|vgl|siehe|véase)\b",
    re.IGNORECASE,
)
"""A comment that says what the citation after it is about: For a critique of this view, see ..."""
_AS_TO = re.compile(
    r"(?:For|On|As\sto|Pour|Sur|Zu[rm]?|Sobre|Per)\s[a-zà-ÿ][^“‘«\"\d;,()]{3,60},\s(?:v\.\s)?(?=[A-ZÀ-Þ])"
)
"""A phrase that leads to a citation: "For a fuller account, Freedman, supra note 3"."""
_LEAD_IN = re.compile(r"(?P<words>[A-ZÀ-Þ]?[a-zà-ÿ]+(?:\s[a-zà-ÿ]+){0,6}):\s(?=[A-ZÀ-Þ])")
"""Words before a colon that introduce a citation: "In the same vein: Letwin, Klimaseniorinnen: the Innovative ..."."""
_SUBJECT = re.compile(
    r"(?P<words>(?:zu[rm]?|über|für|gegen|on|for|as\sto|sur|pour|quant\sà|sobre|sul?|per)\s[^“„‘«;:\d]{3,120}):\s(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
"""What a citation is about, before a colon: "Zu Pflichten von Plattformen: EuGH, Urt. v. 22.6.2021"."""
_AUTHOR_DATE_BRACKET = re.compile(
    rf"\((?:[A-ZÀ-Þ][\w’.-]*(?:,?\s(?:{AND}\s)?[A-ZÀ-Þ][\w’.-]*)*),?"
    rf"\s(?:{dates.YEAR}|[Ff]orthcoming)[a-z]?(?:[–/-]\d+)?(?:[,:]\s[^()]{{1,20}})?\)(?=[,;.]?\s*(?:\(|$))"
)
"""A bracket that the list of references answers to: "See also (Landau and Lifshitz, 1980), (Hoff, 2010)"."""
_TURNS = Rare(r"(?<=\d),\s(?=but\s(?:compare|see|cf)\b)", ", but ")
"""Where a citation behind a page is turned against: "Ibid., 113, but compare Osei, “Troops for Hire,” 95"."""
_POINTS_ITSELF = re.compile(r"(?:ibid|id)\.?,\s(?=[A-ZÀ-Þ][^,;]+,?\s(?:supra|above|\(n))", re.IGNORECASE)
_NAMING = re.compile(r"(?:[Hh]ereinafter|[Hh]ereafter|[Hh]enceforth|[Cc]i-après)\b")
"""What only gives a work its name: "Hereinafter: Brahimi Report"."""
_WORDS_QUOTED = re.compile(r":\s(?=[“‘«\"])")
_KEEPS_POINT = re.compile(r"\b(?:al|cit|ed|eds|ff|id|ibid)$|\b[A-Z]$", re.IGNORECASE)
_LAST = 4
"""Characters of the longest of them."""


def find(text: str, breaks: Collection[int] | None = None, linked: Linked | None = None) -> list[Mention]:
    """Return the citations in a note's text, in order.

    Args:
        text: The note's text.
        breaks: Offsets of the spaces that stand for a line break, None where not known.
        linked: The addresses that the file's own links lead to.
    """
    whole = prepare(text, breaks, linked)
    found: list[Mention] = []
    for piece in joined(whole, pieces(text, whole.shield)):
        for start, end, word in apart.nested(whole, piece.start, piece.end):
            for s, e in apart.joined_by_and(whole, start, end):
                stop, remark = apart.remarked(whole, s, e)
                more = _piece(whole, s, stop, None)
                if remark:
                    more += _in_remark(whole, *remark)
                if word and more and s == start and not more[0].signal:
                    more[0] = replace(more[0], signal=word, aside=word.endswith("ing"))
                found += more
    return sorted(found, key=lambda m: m.start)


def _piece(whole: Text, start: int, end: int, signal: str | None) -> list[Mention]:
    """Read one piece: a citation, or comment with a citation inside; `signal` is what stood before it."""
    text = whole.text
    start, told = signals.signal_at(text, start, end)
    signal = told or signal
    while end > start and text[end - 1] in " ,;":
        end -= 1
    if _NAMING.match(text, start, end):
        return []
    if end - start < 2 or _AUTHOR_DATE_BRACKET.match(text, start, end):
        return []
    if both := _compared(whole, start, end, signal) or _led_in(whole, start, end, signal, _SUBJECT):
        return both
    if both := coupled(whole, start, end, signal, _piece):
        return both
    lead = _AS_TO.match(text, start, end)
    led = _citation(whole, lead.end(), end, signal) if lead else []
    if any(m.surnames for m in led):
        return led
    about = _ABOUT.match(text, start, end)
    if not about and (found := _citation(whole, start, end, signal)):
        return found
    if found := _inside(whole, start, end) or _led_in(whole, start, end, signal, _LEAD_IN):
        return found
    return in_comment(whole, start, end, _citation)


def _in_remark(whole: Text, start: int, end: int, verb: str) -> list[Mention]:
    """Read what the remark on a citation cites: "(criticizing Behrami v. France, App. No. 71412/01)"."""
    found = _citation(whole, start, end, verb or None)
    if not found or found[0].form == "short" or not found[0].sure:
        found = in_comment(whole, start, end, _citation)
    return [replace(m, aside=True) for m in found]


def _inside(whole: Text, start: int, end: int) -> list[Mention]:
    """Read the citation after a signal within a sentence: "... as others hold; see, for example, Fortna ..."."""
    for m in signals.INSIDE.finditer(whole.text, start + 1, end):
        if whole.shield.quoted(m.start("signal")) or m.start("signal") <= start:
            continue
        inner_end = end
        if whole.shield.covers(m.start("signal")):
            inner_end = next((e for s, e in whole.shield.brackets if s <= m.start() < e), end) - 1
            if not start < inner_end <= end:
                continue
        if found := _citation(whole, m.end(), inner_end, signals.canonical(m["signal"])):
            return [*documents_in(whole, start, m.start()), *found]
    return []


def _led_in(whole: Text, start: int, end: int, signal: str | None, lead: re.Pattern[str]) -> list[Mention]:
    """Read the citation after words that a colon parts from it; [] where it is not in full."""
    m = lead.match(whole.text, start, end)
    if not m or names.parse(m["words"]) or _ABOUT.match(whole.text, start, end):
        return []
    found = _citation(whole, m.end(), end, signal)
    in_full = found and found[0].form == "full" and (found[0].surnames or found[0].kind == "legal")
    return found if in_full else []


def _compared(whole: Text, start: int, end: int, signal: str | None) -> list[Mention]:
    """Read "Compare X, with Y" as two citations, and "X, 74, with Y"."""
    comparing = signal == "compare"
    between = apart.compared(whole, start, end, pinned=not comparing)
    if between is None:
        return []
    first = _citation(whole, start, between[0], signal)
    second = _piece(whole, between[1], end, "with" if comparing else None)
    both = first and second and (comparing or all(m.surnames or m.quoted for m in (first[-1], second[0])))
    return [*first, *second] if both else []


def _citation(whole: Text, start: int, end: int, signal: str | None) -> list[Mention]:
    """Read [start, end) as one citation (or several UN documents in a row); [] where it is comment."""
    raw = whole.text[start:end]
    text = raw.rstrip(" .")
    if not text or forms.cross_reference(text):
        return []
    if _KEEPS_POINT.search(text, max(0, len(text) - _LAST)):
        text = raw.rstrip()
    end = start + len(text)
    if volume := _VOLUME_BEFORE.match(text):
        found = _citation(whole, start + volume.end(), end, signal)
        return [replace(found[0], start=start, text=text[: found[0].end - start]), *found[1:]] if found else []
    if (turn := _TURNS.search(text)) and not whole.shield.covers(start + turn.start()):
        before = _citation(whole, start, start + turn.start(), signal)
        return [*before, *_piece(whole, start + turn.end(), end, None)] if before else []
    if short := forms.ibid(text):
        if (own := _POINTS_ITSELF.match(text)) and (pointer := forms.supra(text[own.end() :])):
            # "Id., MALLOY, supra note 2": the words after "Id." say where to look
            return [_short(start, end, text, signal, pointer)]
        return _ibid(whole, start, end, signal, short)
    if kind := testimonies.testimony(text):
        return [_testimony(start, end, text, signal, kind)]
    if found := un_citation(whole, start, end, signal):
        return found
    for read in (forms.op_cit, forms.supra):
        if short := read(text):
            return _pointer(whole, start, end, text, signal, short)
    return by_words(whole, start, end, text, signal)


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
    lead = re.sub(rf"(?:,|;)?\s(?:{AND})?\s?(?:see\s)?$", "", whole.text[start:stop])
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


_LOOKS_CITED = re.compile(
    rf"\([^()]*{dates.YEAR}\)|\bsupra\snote\s\d|\bop\.\scit"
    rf"|\b\d{{1,3}}\s[A-Z][\w.&’' ]+\s\d+(?:,\s[\d–-]+)*\s\({dates.YEAR}|[”’],\s[A-Z][\w ]+\s\d+"
)


def looks_cited(rest: str) -> bool:
    """Whether words that no citation was read in look like one: a bracketed year, "supra note 3", a journal's page."""
    return bool(_LOOKS_CITED.search(rest))


def has_residue(text: str, found: list[Mention]) -> bool:
    """Whether words outside the citations found look like one more citation, so that an ibid. may mean that."""
    rest, at = [], 0
    for m in sorted(found, key=lambda m: m.start):
        rest.append(text[at : m.start])
        at = max(at, m.end)
    rest.append(text[at:])
    return any(map(looks_cited, rest))
