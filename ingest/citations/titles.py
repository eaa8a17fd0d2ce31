"""Names, title and the rest of a citation, in the orders that the styles give them."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.citations import colons, journals
from ingest.citations.heads import inverted, split_head
from ingest.citations.imprints import IMPRINT, THESIS
from ingest.citations.locators import PLACE
from ingest.citations.loose import loose_imprint
from ingest.citations.publishers import PUBLISHER, is_town
from ingest.citations.segments import quotations
from ingest.citations.stops import until_stop
from ingest.citations.within import EDITED_LAST, WITHIN
from ingest.words import names, roles
from ingest.words.dates import DATE, MONTHS, YEAR
from ingest.words.folding import ARTICLES, fold
from ingest.words.given import is_given
from ingest.words.joiners import AND


@dataclass(frozen=True, slots=True)
class Parts:
    """A citation parted at its title."""

    head: str
    """The names, "" where it begins with the title."""
    title: str
    after: str
    """Publication data."""
    quoted: bool
    year: str
    """A year that stood between names and title, "" where none did."""
    untitled: bool = False
    """Whether names are followed by the book at once: "Ellenberger, in: Palandt, BGB, § 123 Rn. 4"."""


_YEAR_IN_BRACKETS = re.compile(
    rf"(?P<head>[^()“‘«]{{2,200}}?(?:{roles.IN_BRACKETS})?[.,]?)\s?"
    rf"\((?:(?:\d{{1,2}}(?:er)?\s)?{MONTHS}\s)?(?P<year>{YEAR}(?:[–-](?:\d\d|{YEAR}))?[a-z]?|n\.\s?d\."
    rf"|forthcoming|in press)(?:,\s(?!{PLACE})[^)]*)?\)(?:\.|,|:)?\s(?=[\w“‘\"«])"
)
"""APA and Harvard: "Karlsrud, J. (2015). The UN at war."."""
_THESIS = re.compile(rf",\s(?=(?:{THESIS.pattern})\b)", re.IGNORECASE)
_SUBTITLE = re.compile(r"\s?:\s(?=\w)")
"""A title that goes on after words in quotation marks: "« La nature africaine de la paix » : analyse ..."."""
_NUMBERED_JOURNAL = re.compile(
    rf",\s(?!S\.|Rn\.|Art\.|Kap\.|Nr\.|Bd\.|{MONTHS}\s\d)(?=[^,]*\s(?!{YEAR})\d{{1,4}}(?:[,/.(]|\s?\(|$))(?=[A-Z])|,\s(?=[A-ZÀ-Þ][^,]+,?\s(?:[Vv]ol\.|n[°o]|no\.|Nr\.|Jg\.|Bd\.|t\.)\s?\d)"
)
"""Where a journal with its volume begins after an unquoted title."""
_COUNTED = re.compile(r"\b(?:[Vv]ol|[Nn][o°r]|Jg|Bd|t)\.?\s?\d")
_PLACED = re.compile(r"\s?\([^():]{2,40}:\s")
"""An imprint with its place, which no journal has: "Implementation of UNSCR 1325 (New York: UN Women, 2015)"."""
_YEAR_FIRST = re.compile(
    rf"(?=[^()“‘«\d]++[(12])(?P<head>[^()“‘«\d]{{3,200}}?(?:\s{roles.IN_BRACKETS})?)"
    rf"(?:[.,]|(?<=\))|(?<=Hrsg))\s(?P<year>{YEAR})[a-z]?\.\s(?=\w)"
)
"""Chicago's entries for author and date: "Fortna, Virginia Page. 2008. Does Peacekeeping Work?"."""


_YEAR_BETWEEN = re.compile(
    rf"(?P<head>[^()“‘«\d]{{3,200}}?)(?P<sep>[.,]?)\s(?P<year>{YEAR})[a-z]?,\s(?P<title>(?!pp?\.|S\.|R[nz]\b|Kap|Nr|Anm|Tz|Vol|Ch)[A-ZÀ-Þ“«][^,]*\s.*)$"
)
"""Names, year and title between commas: "Wilson, P. 2016, The Memoir Class", "Goossens et Samarin, 1994, Companion"."""


_WITHOUT_COMMA = re.compile(
    r"(?P<who>(?P<given>[A-ZÀ-Þ][a-zà-ÿ]+)(?:\s[A-ZÀ-Þ]\.?)*\s(?:(?:de|du|van|von|der)\s)*[A-ZÀ-Þ][\w’-]+)"
    rf"\s(?P<title>[A-ZÀ-Þ][^,;“”‘«()]*\s[^,;“”‘«()]+?)\s(?:\d{{1,2}}\sed\s)?\({YEAR}\)\s(?:at\s)?\d[\d–, -]*$"
)
"""As South African lawyers write: "John Dugard International Law: A South African Perspective 4 ed (2011) 489"."""


_CONTRIBUTOR = re.compile(
    rf"(?P<who>[A-ZÄÖÜ][\w-]+(?:/[A-ZÄÖÜ][\w-]+)*)\sin\s(?P<book>[A-ZÄÖÜ][^()]{{2,80}}?\s{roles.IN_BRACKETS},?\s\S)"
)
"""As Austrian lawyers cite who wrote in a commentary: "Rebhahn in Neumayr/Reissner (Hrsg), Zeller Kommentar³"."""


def _closed(head: str, sep: str) -> bool:
    """Whether words before a year are surely names: a list closed by "and", or initials at the end."""
    people = names.parse(head + "." if re.search(r"\b[A-Z]$", head) else head)
    if people is None or (names.is_body(head) and sep == ","):
        return False
    return sep == "." or bool(re.search(rf"(?<!-)\s{AND}\s|,\s(?:[A-Z]\.?[\s-]?){{1,3}}$", head))


@lru_cache(maxsize=4096)
def parts(main: str) -> Parts:
    """Part a citation, its addresses and access date taken off, at its title."""
    bare = "," not in main.partition("(")[0]  # most citations have a comma behind the names
    if bare and (m := _WITHOUT_COMMA.match(main)) and is_given(m["given"]):
        return Parts(m["who"], m["title"], main[m.end("title") :], False, "")
    if m := _CONTRIBUTOR.match(main):
        return Parts(m["who"], "", f", in {main[m.start('book') :]}", False, "", untitled=True)
    if headed := colons.headed(main):
        return _after_colon(*headed)
    quotes = quotations(main)
    if quotes and not _SUBTITLE.match(main, quotes[0][1]) and (quotes[0][0] == 0 or _head_like(main[: quotes[0][0]])):
        start, end = quotes[0]
        if inside := _quoted_inside(main, start, end):
            return inside
        head, year = _dated(main[:start])
        return Parts(head, main[start + 1 : end - 1].strip(" ,.;"), main[end:], True, year)
    paged = (m := _year_in_brackets(main)) and re.match(r"\d+[–\s.,-]|\d+$|pp?\.|Rz|Rn|S\.\s?\d|§", main[m.end() :])
    if m and not paged and names.parse(m["head"]):
        if _IN_AT_ONCE.match(main, m.end()):
            return Parts(m["head"], "", f", {main[m.end() :]}", False, m["year"], untitled=True)
        title, after = until_stop(main[m.end() :])
        if title and not title[0].isdigit():
            return Parts(m["head"], title, after, False, m["year"] if m["year"][0].isdigit() else "")
    if (m := _YEAR_BETWEEN.match(main)) and _closed(m["head"], m["sep"]) and not is_town(m["title"].split(",")[0]):
        head = f"{m['head']}." if re.search(r"\b[A-Z]$", m["head"]) else m["head"]
        parted = _after_colon(head, m["year"], m["title"])
        title, comma, last = parted.title.rpartition(", ")
        house = comma and not parted.after and PUBLISHER.search(last)
        return replace(parted, title=title, after=f", {last}") if house else parted
    if (m := _YEAR_FIRST.match(main)) and names.parse(m["head"]):
        title, after = until_stop(main[m.end() :])
        head = f"{m['head']}." if re.search(r"\b[A-Z]$", m["head"]) else m["head"]
        return Parts(head, title, after, False, m["year"])
    return _unquoted(main)


_IN_AT_ONCE = re.compile(r"[Ii]n:?\s(?=[A-ZÀ-Þ][^()]{2,80}\((?:Hrsg|Hg|eds?))")
"""A book without a title of its own before it: "Wolfrum, R. (2012), in: Simma et al. (Hrsg.), Charta, Art. 1"."""
_GOES_ON = re.compile(r"\s(?!(?:dans|with|from|edited|translated|reprinted)\b)[a-zà-ÿ]{4,}\b")


def _quoted_inside(main: str, start: int, end: int) -> Parts | None:
    """Part a citation whose title only has words in quotation marks: "Een ‘veilig’ gebied", "HRW, Mali: “We Live”"."""
    head = main[:start].rstrip()
    who, comma, begun = head.removesuffix(":").rpartition(", ")
    if comma and head.endswith(":") and names.parse(who) and not names.is_body(begun) and not is_given(begun):
        return Parts(who, f"{begun}: {main[start:end].strip(' ,.')}", main[end:], False, "")
    few = len(main[start:end].split()) <= _FEW_WORDS and " " not in head and head and _GOES_ON.match(main, end)
    return _unquoted(main) if few else None


_FEW_WORDS = 2


def _after_colon(head: str, year: str, rest: str) -> Parts:
    """Part "»Title« (1971). In: Editors (Hgg.): Book. Town 1980", which follows names and a colon."""
    quotes = quotations(rest)
    if quotes and quotes[0][0] == 0:
        end = quotes[0][1]
        return Parts(head, rest[1 : end - 1].strip(" ,.;"), rest[end:], True, year)
    imprint = IMPRINT.search(rest)
    inside = WITHIN.search(rest, 1, imprint.start() if imprint else len(rest))
    if inside and rest[inside.start()] in ",.;?!":
        cut = inside.start() + (rest[inside.start()] in "?!")
        return Parts(head, rest[:cut].strip(" ,."), ", " + rest[cut:].lstrip(" ,."), False, year)
    if m := journals.at_end(rest):
        return Parts(head, rest[: m.start()].rstrip(" ,."), ", " + rest[m.start() :], False, year)
    core, behind = (rest[: imprint.start()], rest[imprint.start() :]) if imprint else (rest, "")
    if (end_of_title := colons.title_end(core)) is not None:
        return Parts(head, core[:end_of_title].strip(" ,."), f"{core[end_of_title:]} {behind}", False, year)
    parted = _by_commas("X. Y, " + core, behind)
    return Parts(head, parted.title, parted.after, False, year)


_BRACKETED = re.compile(rf"\((?:[^()]{{0,24}}[^()\d])?(?:{YEAR}|n\.|forth|in )")
"""What names and a year in brackets cannot do without, and most citations lack."""


@lru_cache(maxsize=4096)
def _year_in_brackets(main: str) -> re.Match[str] | None:
    """Return the match of names and a year in brackets that a citation begins with."""
    return _YEAR_IN_BRACKETS.match(main) if _BRACKETED.search(main) else None


def dated_head(main: str) -> bool:
    """Whether a citation begins as the APA has it: names, year in brackets, full stop; its title may be a sentence."""
    m = _year_in_brackets(main)
    return bool(m and re.search(r"\)\.\s?$", m.group()) and names.parse(m["head"]))


_INITIAL = 2
"""Letters of "A.", which is no article before a quotation."""


def _head_like(head: str) -> bool:
    """Whether words before a quotation are names, or none; "Kellner, Der „Giftschrank“" has the title begin before."""
    bare, _ = _dated(head)
    last = bare.split()[-1].strip("()") if bare else ""
    return not bare or (names.parse(bare) is not None and not (len(last) > _INITIAL and fold(last) in ARTICLES))


_ENTRY = re.compile(r",\s(?:Art(?:ikel|\.)|Stichwort|s\.\s?v\.|voce|entry)\s?$")
"""What stands before the title of an entry in a dictionary: "Paulus, Art. „Zensur“"."""


def _dated(head: str) -> tuple[str, str]:
    """Take a year off the names before a title, as in "Fortna, V.P. (2008)" and "Fortna 2008"."""
    m = re.search(rf"[,.]?\s?[(\[]?({YEAR})[a-z]?(?:,\s{MONTHS}\s\d{{1,2}})?[)\]]?[,.:]?\s*$", head)
    head = _ENTRY.sub("", head[: m.start()] if m else head)
    return head.strip(" ,:;"), m.group(1) if m else ""


_IN_NEXT = re.compile(r"[Ii]n:\s|in\s[A-ZÀ-Þ]|In\s[^().]{3,120}\((?:Hrsg|Hg|eds?)\b")
"""Behind names and title, no title itself: "Hermann Müller, Kaiser Friedrich und das Museum. In: Verein (Hrsg.), …"."""
_IN_EDITED_BOOK = re.compile(rf"{WITHIN.pattern}.*{roles.IN_BRACKETS}")
"""Behind it a name, a year and a page are no journal's: "In: St. Kronsbein (Hrsg.), Beiträge, Krefeld 2015, 37–57"."""


def _unquoted(main: str) -> Parts:
    """Find names and title by the commas: "Names, Title (Imprint)", "Names, Title, Place, Publisher, year"."""
    entry = inverted(main)
    if entry and not _IN_NEXT.match(entry[1]):
        title, after = until_stop(entry[1])
        return Parts(entry[0], title, after, False, "")
    if (m := journals.at_end(main)) and not _IN_EDITED_BOOK.search(main, 0, m.start()):
        head, title = split_head(main[: m.start()].rstrip(" ,."))
        if head and title and not title.endswith((" in", " In", ":")):
            return Parts(head, title, ", " + main[m.start() :], False, "")
    if (m := journals.bluebook(main)) and not main[: m.start()].endswith(", in"):
        head, title = split_head(main[: m.start()])
        return Parts(head, title, main[m.start() :], False, "")
    core_end = len(main)
    imprint = IMPRINT.search(main)
    if imprint:
        core_end = imprint.start()
    inside = WITHIN.search(main, 0, core_end)
    if inside and main[inside.start()] in ",.;?!":
        before = main[: inside.start()] + main[inside.start()].strip(",.;")
        head, title = split_head(before)
        if title and (head or DATE.search(title) or EDITED_LAST.search(main)):
            # also a letter without more: "Charles Darwin to Heinrich Bronn, Feb. 14, 1860, in The Correspondence ..."
            return Parts(head, title, main[inside.start() :], False, "")
        if ":" in inside.group() and names.parse(before):
            return Parts(before, "", main[inside.start() :], False, "", untitled=True)
    return _by_commas(main[:core_end], main[core_end:])


_DAY = rf"(?:{MONTHS}\s\d{{1,2}},\s{YEAR}|\d{{1,2}}\.?\s{MONTHS}\s{YEAR}|\d{{1,2}}[./]\d{{1,2}}[./]{YEAR})"
_DAY_IN_BRACKETS = re.compile(rf"\s?\({_DAY}[^()]*\)")
_DAY_LAST = re.compile(rf",\s{_DAY}(?=$|,\s(?:at\s)?[A-Z]?\d[\d–-]*(?:,\scols?\.\s\d)?\.?$)")
_BLOG = re.compile(r"^[A-ZÀ-Þ].*(?:\w[:!]\w|!$|[Bb]log$|[a-z][A-Z])")


def _dated_container(title: str, imprint: str) -> int:
    """Return where the newspaper or blog begins that a day follows: ", N.Y. TIMES (June 6, 2015)"; 0 for none.

    It stands in capitals, as the Bluebook has it, or has several words, all capitalised: ", ISS Today, 17 May 2018".
    """
    day = _DAY_LAST.search(title)
    core = title[: day.start()] if day else title.rstrip(" ,")
    if not day and not _DAY_IN_BRACKETS.match(imprint):
        return 0
    before, comma, last = core.rpartition(", ")
    tokens = last.split()
    capitals = last.isupper() and not before.isupper() and len(last) > 2
    several = len(tokens) > 1 and all(t[:1].isupper() or t in {"of", "the", "and"} for t in tokens)
    several = several or bool(len(tokens) == 1 and _BLOG.search(last))
    if not comma or len(before.split()) < 3 or is_town(last) or not (capitals or several):
        return 0
    return len(before)


def _numbered_journal(title: str, imprint: str) -> re.Match[str] | None:
    """Return where a journal with its volume begins in an unquoted title, None where the figure is the title's own."""
    m = None if title.isupper() else _NUMBERED_JOURNAL.search(title)
    return m if m and (_COUNTED.search(title, m.start()) or not _PLACED.match(imprint)) else None


def _by_commas(core: str, imprint: str) -> Parts:
    """Find names and title before an imprint in brackets, or with one without brackets."""
    head, title = split_head(core)
    at = _dated_container(title, imprint)
    if at and (head or title[at:].strip(" ,").isupper()):
        return Parts(head, title[:at], f"{title[at:]} {imprint.lstrip()}", False, "")
    if cut := _THESIS.search(title) or _numbered_journal(title, imprint):
        return Parts(head, title[: cut.start()], f"{title[cut.start() :]} {imprint}", False, "")
    if imprint:
        return Parts(head, title, imprint, False, "")
    found = loose_imprint(title)
    if found and found.start > 0 and (head or found.publisher or DATE.search(title[found.start :])):
        return Parts(head, title[: found.start].rstrip(" ,."), ", " + title[found.start :].lstrip(" ,."), False, "")
    return Parts(head, title, "", False, "")
