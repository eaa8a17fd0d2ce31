"""Putting pieces of a note together again that full stops and semicolons inside one citation have cut."""

import re
from collections.abc import Iterator

from ingest.citations import colons, csl, forms, heads, prose, sciences, signals
from ingest.citations.locators import PLACE
from ingest.citations.prepared import Text
from ingest.citations.publishers import is_town
from ingest.citations.segments import Piece
from ingest.words import dates, names, roles
from ingest.words.joiners import AND

_YEAR = re.compile(dates.YEAR)


def joined(whole: Text, parts: list[Piece]) -> list[Piece]:
    """Put pieces together again that full stops inside one citation have cut."""
    out: list[Piece] = []
    parts = list(_entries(whole, parts))
    for piece in parts:
        before = out[-1] if out else None
        if before and _continues(whole, before, piece):
            out[-1] = Piece(before.start, piece.end, before.opener)
        else:
            out.append(piece)
    return out


def _entries(whole: Text, parts: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces, those of a note written as a bibliography writes put together.

    "Aristotle. De Anima. Ed. by R. D. Hicks. Cambridge: Cambridge University Press, 1907."
    """
    at = 0
    while at < len(parts):
        end = at + 1
        while end < len(parts) and parts[end].opener == ".":
            end += 1
        # most sentences hold no year, and no run without one is an entry
        dated = next((i for i in range(at + 1, end) if _YEAR.search(_shown(whole, parts[i]))), end)
        runs = ((i, parts[at:i]) for i in range(end, dated, -1))
        last = next((i for i, run in runs if _is_entry(whole, run) or _is_long_title(whole, run)), at + 1)
        yield Piece(parts[at].start, parts[last - 1].end, parts[at].opener) if last > at + 1 else parts[at]
        at = last


def _shown(whole: Text, piece: Piece) -> str:
    return whole.text[piece.start : piece.end]


def _is_long_title(whole: Text, run: list[Piece]) -> bool:
    """Whether full stops cut a title in three: "Tacitus, Germania. Bericht. Hrsg. v. J. Lindauer (München 1981)"."""
    if len(run) < 3:
        return False
    begun = signals.without_signal(whole.text[run[0].start : run[0].end]).rstrip(" .")
    between = [whole.text[p.start : p.end] for p in run[1:-1]]
    if any(signals.AT_START.match(b) or _YEAR.search(b) or forms.ibid(b) for b in between):
        return False
    return _completes(begun, whole.text[run[1].start : run[-1].end])


def _is_entry(whole: Text, run: list[Piece]) -> bool:
    """Whether the pieces are one entry: names, full stop, title, and at the end place and publisher with the year."""
    text = signals.without_signal(whole.text[run[0].start : run[-1].end])
    if sciences.is_entry(text):
        return len(text) <= _LONGEST_ENTRY
    if len(text) > _LONGEST_ENTRY or not (begun := _NAMES_STOP.match(text)) or not names.parse(begun["who"]):
        return False
    rest = text[begun.end() :]
    imprints = list(_IMPRINT_STOP.finditer(rest))
    if len(imprints) != 1 or not (imprints[0]["house"] or imprints[0]["journal"] or is_town(imprints[0]["town"])):
        return False
    between = rest[: imprints[0].start()]
    tail = rest[imprints[0].end() :]
    return not prose.is_prose(between) and bool(_TAIL_OF_ENTRY.fullmatch(tail)) and not signals.INSIDE.search(between)


def _completes(earlier: str, later: str) -> bool:
    """Whether `later` gives the date that a citation lacks, cut inside its title: "... Welt. Sicherung, 2006"."""
    if not _YEAR.search(later) or len(later) > _LONGEST_ENTRY:
        return False
    begun = csl.describe(earlier)
    if begun is None or begun.names is None or _dated(begun) or begun.locator or len(later.split()) < 2:
        return False
    rest = csl.describe(later)
    if prose.is_prose(earlier) or prose.is_prose(later):
        # "Béatrice Pouligny, Ils nous avaient promis la paix. Opérations de l’ONU, Paris, 2004"
        return bool(rest and names.surely(begun.names) and is_town(str(rest.csl.get("publisher-place", ""))))
    if rest and is_town(rest.title):
        return True  # "…, Frieden fördern. Leitlinien der Bundesregierung, Berlin, September 2017"
    nobody = rest is None or rest.names is None or _ARTICLE_FIRST.match(later) or not names.surely(rest.names)
    return rest is None or (bool(nobody) and not rest.quoted)


_ARTICLE_FIRST = re.compile(r"(?:An?|The|Eine?|Der|Die|Das|Une?|La|Les?|El|Los|Il)\s[A-ZÀ-Þ][\w’-]+\s[\w’-]+")
"""No initial of a name: "Reform and the Right of Veto. A Constitutional Perspective, Den Haag u. a. 1998"."""
_LONGEST_ENTRY = 500
_LONGEST_REST = 25
"""Words of title and imprint behind names and year; what is longer holds the next citation, too."""
_NAMES_STOP = re.compile(
    rf"(?P<who>[A-ZÀ-Þ][^“”«»\"():;]{{2,120}}?(?:\s{roles.IN_BRACKETS})?)\.\s(?=[A-ZÀ-Þ“«\"‘])(?<![A-Z]\.\s)"
)
_IMPRINT_STOP = re.compile(
    r"[.)”]\s(?:(?P<town>(?:St\.\s)?[A-ZÀ-Þ][\w’-]*(?:[\s/][\w’-]+){0,3}(?:,\s[A-Z]{2})?)\s?:\s[A-ZÀ-Þ][^:;“”]{1,80}"
    rf"|(?P<house>[A-ZÀ-Þ][^.:;“”]{{1,50}}\s(?:Press|Verlag|Books))),\s{dates.YEAR}\b"
    rf"|[.)”]\s(?P<journal>[A-ZÀ-Þ][^.:;“”]{{3,80}})\.\s(?:(?:\d{{1,2}}\s)?(?:{dates.MONTHS}\s)?{dates.YEAR}(?=,\s(?:[Vv]ol|[Nn])[.°º]?\s)"
    rf"|\d{{1,2}}\s{dates.MONTHS}\s{dates.YEAR}\b)"
)
_TAIL_OF_ENTRY = re.compile(
    r"(?:,\s[Vv]ol\.\s\w+)?(?:,\s[Nn][.°º]?\s\d+)?"
    r"[,.]?(?:\s(?:pp?\.|págs?\.|S\.|chap\.|Kap\.|§)?\s?[\dA-Za-z][\d–-]*[\w.]*(?:,\s\d+[\d–-]*)*)?(?:\s?[(\[][^()\[\]]{2,60}[)\]])?[.\s]*(?:https?:\S+)?[.\s]*"
)
"""Page, short name and address after an entry: ", pp. 1–163 (henceforth cited as KpV)"."""


def _dated(found: csl.Description) -> bool:
    return bool({"issued", "URL", "DOI", "status"} & found.csl.keys())


_DAY = rf"(?:(?:\d{{1,2}}(?:er)?\s)?{dates.MONTHS}\s)?"
"""A day before the year, as French lists have it: "(11 mars 1996)"."""
_APA_BEGUN = re.compile(
    rf"(?P<who>[^“‘\"()]{{3,200}}?)\s\((?:{_DAY}{dates.YEAR}[a-z]?|n\.\s?d\.)(?:,\s(?!{PLACE})[^)]*)?\)[.,]?\s(?=[A-ZÀ-Þ“‘])"
)
_OWN_HEAD = re.compile(rf"[^“‘\"()]{{3,120}}\s\({dates.YEAR}")
_APA_HEAD = re.compile(rf"\((?:{_DAY}{dates.YEAR}[a-z]?|n\.\s?d\.)(?:,\s(?!{PLACE})[^)]*)?\)\.?$")
_YEAR_FIRST = re.compile(rf"\({dates.YEAR}[a-z]?(?:,\s(?!{PLACE})[^()]*)?\)[.,]?(?:\s|$)")
"""APA after a body's name: "City of Glendale. (2019). Annual report"."""
_CARRIES_ON = re.compile(
    r"(?:https?:|www\.|doi\b|DOI|[Aa]vailable\s(?:online\s)?(?:at|from)|Retrieved\s|[Aa]ccessed"
    r"|[Ll]ast\s(?:accessed|visited)|Online:|URL|[Aa]brufbar|Disponible|Consulté|\d|[Vv]ols?\.|[Nn]os?\.\s?\d"
    r"|pp?\.\s?\d|[Pp]ara|§|Rn\."
    r"|(?:In|Em|En|Dans)\s?:\s|En\s(?=[A-ZÀ-Þ]{2})|[Oo]p\.\scit|[Aa]rt\.\scit"
    r"|In:?\s(?!the\b|this\b|\d{4}|addition|particular|fact|other|\w+,\s)[A-Z]|[Ee]d\.\s"
    rf"|{roles.EDITED_BY}\s"
    r"|Translated\sby|Trans\.|\(?\d(?:st|nd|rd|th)\sed|\d{1,2}\S{0,3}\s(?:[éÉeE]d|Aufl)\b|[A-Z][\w.\s-]{1,30}:\s[A-ZÀ-Þ][\w&\s]{2,40}(?:,\s\d{4}"
    r"|\.|$)|Ph\.?D|\[[A-Z][\w ]+\])"
)
_EDITED_HEAD = re.compile(rf"{roles.IN_BRACKETS}\.$")
"""Editors before the title of their book: "« Title » in Joachim A. Koops (dir.). The Oxford Handbook"."""
_PLACE_YEAR = re.compile(rf"^(?P<town>(?:[A-ZÀ-Þ][\w-]+\s?){{1,3}})(?:,\s[A-ZÀ-Þ][\w\s.-]{{2,30}})?,\s{dates.YEAR}\b")
_SURNAMES = re.compile(rf"[A-ZÀ-Þ][\w’-]+(?:;\s[A-ZÀ-Þ][\w’-]+)+(?:\s{roles.IN_BRACKETS})?:\s(?=[A-ZÀ-Þ“„«»])")
"""Surnames parted by semicolons, closed by a colon: "Hultman; Kathman; Shannon: United Nations Peacekeeping"."""
_INVERTED = r"[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+){0,2},\s(?:[A-ZÀ-Þ]\.[\s-]?)+"
_BY_INITIALS = re.compile(
    rf"(?:{_INVERTED};\s)*{_INVERTED}|(?:(?:[A-ZÀ-Þ]\.[\s-]?)+[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+)?(?:;\s|,\s(?=[«“])|$))+"
)
"""One of several authors parted by semicolons: "L. M. Howard; A. K. Dayal, «The Use of Force»"."""
_PAGES_ONLY = re.compile(rf"^(?:{AND}\s)?(?:pp?\.|paras?\.|at\s|S\.)?\s?\d+(?:\s?[–-]\s?\d+)?\.?$")


_CASE = re.compile(r"\sv\.?\s[A-Z]")
_REPORT_ALONE = re.compile(
    rf"(?:\[?{dates.YEAR}\]?\s(?:\(\d{{1,2}}\)\s|\d{{1,3}}\s)?|\({dates.YEAR}\)\s\d{{1,3}}\s|\d{{1,3}}\s)"
    r"[A-Z][A-Za-z. ]{1,12}?\s\d+(?:\s\([A-Z]+\))?(?:\s(?:at\s)?paras?\.?\s[\d–-]+)?\.?"
)
"""Where a decision is printed, too: "2016 (3) SA 317 (SCA)", "(2011) 53 EHRR 23"."""


def _imprint_begins(later: str) -> bool:
    """Whether `later` is a town and a publisher: "New York: United Nations, p. 11"."""
    town, colon, publisher = later.partition(": ")
    return bool(colon) and is_town(town) and publisher[:1].isupper()


def _continues(whole: Text, before: Piece, piece: Piece) -> bool:
    earlier, later = whole.text[before.start : before.end], whole.text[piece.start : piece.end]
    if piece.opener == ";":
        return _goes_on(whole, before, piece)
    if forms.ibid(earlier) or signals.AT_START.match(later) or forms.ibid(later):
        return bool(forms.ibid(earlier)) and bool(re.match(r"(?:pp?\.|paras?\.|at\s|chap|art\.|S\.)\s?\d", later))
    bare = signals.without_signal(earlier)
    if _YEAR_FIRST.match(later) and names.parse(bare):
        return True
    if _APA_HEAD.search(bare) and names.parse(_APA_HEAD.sub("", bare)):
        return True
    addressed = any(before.start <= a.start < before.end for a in whole.addresses)
    if (m := _APA_BEGUN.match(bare)) and not addressed and names.parse(m["who"]):
        return not prose.is_prose(later) and not _OWN_HEAD.match(later) and len(later.split()) < _LONGEST_REST
    if re.match(r"In\s", later) and prose.is_prose(later):
        return False  # "In Frankreich ist die Hälfte zu leisten."
    if (
        (_CARRIES_ON.match(later) or _imprint_begins(later))
        and (csl.describe(bare) or re.search(r"[“‘]", bare))
        and not prose.is_prose(bare)
    ):
        return not (
            later[:1].isdigit()
            and not re.match(
                rf"\d{{1,4}}\s?[(:,.]|\d{{1,2}}\s{dates.MONTHS}|\d{{1,2}}\S{{0,3}}\s(?:[éÉeE]d|Aufl)\b", later
            )
        )
    spoken = any(before.start <= d.start and d.end <= before.end for d in whole.documents)
    if (not spoken and _completes(bare, later)) or (_EDITED_HEAD.search(bare) and not prose.is_prose(later)):
        return True
    if (begun := colons.headed(bare)) and begun[1] and not colons.headed(later):
        # "Chickering 1999: Total War. The Use and Abuse of a Concept, in: ..."
        return not prose.is_prose(later) and not re.search(rf"{dates.YEAR}|\d$", begun[2])
    if re.match(r"[“«‘\"]", later) and (people := names.parse(bare)):
        # 'Kai Michael Kenkel. “Out of South America”'
        return names.surely(people)
    entry = heads.inverted(bare + " X")
    if entry and entry[1] == "X" and not re.search(r"\d", bare):
        return not prose.is_prose(later)
    return False


def _goes_on(whole: Text, before: Piece, piece: Piece) -> bool:
    """Whether a citation goes on behind a semicolon: "Amsterdam ; Boston, 2005", "pp. 12; 45", "Howard; Dayal: Use"."""
    earlier, later = _shown(whole, before), _shown(whole, piece)
    begun = signals.signal_at(whole.text, before.start, before.end)[0]
    listed = _SURNAMES.match(whole.text, begun)
    if (listed and listed.end() > piece.start) or (
        _BY_INITIALS.fullmatch(whole.text[begun : before.end]) and _BY_INITIALS.match(later)
    ):
        return True
    if _REPORT_ALONE.fullmatch(later) and _CASE.search(earlier):
        return True  # "Minister of Justice v SALC [2016] ZASCA 17; 2016 (3) SA 317 (SCA)"
    town = _PLACE_YEAR.match(later)
    return bool((town and is_town(town["town"])) or (_PAGES_ONLY.match(later) and re.search(r"\d$", earlier)))
