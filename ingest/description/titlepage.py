"""The title of a document as its first pages show it: by size, place, weight and the words around it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from ingest.description import volumes
from ingest.description.groups import SAME_SIZE, Group, body_size, groups, joined
from ingest.description.people import cells, people_in, people_of
from ingest.description.wording import wording
from ingest.pdf.raw import RawPage
from ingest.words.datelines import YEAR
from ingest.words.folding import FUNCTION_WORDS
from ingest.words.names import is_body

LOOKED_AT = 4
"""Pages before which a title page stands: covers, a repository's own sheet, a blank verso."""

_FURTHER = 1.2
"""What each page further on loses: the half-title repeats the title, chapters are set as large."""
_CONFIRMED = 2
"""What it counts for that the file or running heads call the document so."""
_SET_OFF = 0.8
"""What weight counts for, or to be larger than all else on the page."""
_PERIODICAL = 3.0
"""What the name of a periodical loses; its running heads confirm no title."""
_LEAST = -3.0
"""Of the best score; what scores less is the text itself, of a page that begins without a title."""
_LONGEST_TITLE = 45
"""Words; what is set as small as the text and runs on longer is the text."""
_TABLE = 3
"""Cells of a line that is the head of a table."""
_APART = 2.0
"""Sizes of the title below it, beyond which a body's name is no part of the title."""
_READ = 8
"""Pages whose words tell names from other words."""
_SMALL = re.compile(r"(?<![\w.@/-])[^\W\d_A-ZÀ-Þ]{2,}(?![\w@/]|\.\w)")
"""No part of an address: jane.doe@example.org."""
_AGREE = 90
"""Of 100 (rapidfuzz), for "Title" and "Title (Author)" or a title in capitals."""

_OF_A_VOLUME = re.compile(
    rf"(?:[^\W\d_]+\.?\s)?(?:{YEAR}\W+(?:vol(?:ume)?|band|bd|tome|jahrgang|issue|no|nr)\b\.?\s*\d"
    rf"|(?:vol(?:ume)?|band|bd|tome|jahrgang)\b\.?\s*\d+\W+(?:issue|no|nr|heft|h|n[°º]|{YEAR})\b)",
    re.IGNORECASE,
)
"""What stands below a periodical's name, or below its initials there: "August 2010, Volume 36, Issue 3"; but not what
stands below a book's title: "Band 1 von 5 Bänden"."""
_SPACED = re.compile(r"\S(?: \S){3,}")
"""Letters set apart: "T E S I S"."""
_NUMBERED = re.compile(r"([IVX]+\.|§+\s?\d+|\d+\.?\d*\.?|[A-Z]\.)\s+\S|\d+$")
_FIELD = re.compile(
    r"(?:authors?|author\(s\)|source|published\sby|stable\surl|by)\s?:|(?:journal\s)?article\s(?:in\b|\()",
    re.IGNORECASE,
)
"""How the rows of an archive's cover begin: "Author(s): Jane Doe", "Article (Published version)"."""
_SENTENCE = re.compile(r"[a-z,;]\W*$|\b(is|are|was|were|has|have|ist|sind|est|sont)\b.*\.$")
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class TitlePage:
    """The groups of the page that the title stands on, and which of them are the title and the subtitle."""

    groups: tuple[Group, ...]
    title: Group
    subtitle: Group | None
    common: frozenset[str]
    """Words that the first pages write in small letters: they are no names."""

    @property
    def whole(self) -> str:
        """Title and subtitle with a colon between them, as they are cited; none where the title's words run on."""
        if self.subtitle is None:
            return self.title.text
        runs_on = self.title.text.split()[-1] in FUNCTION_WORDS  # "La evolución de las operaciones de"
        joint = " " if runs_on or self.title.text[-1] in ":?!" else ": "
        return self.title.text + joint + self.subtitle.text.strip(" –—-")


def find(pages: Sequence[RawPage], own_title: str) -> TitlePage | None:
    """Find the title on the first pages; None where they hold no text, or nothing but text.

    Args:
        pages: All pages.
        own_title: What the file says that its title is: a witness, never the answer ("Microsoft Word - final2.doc").
    """
    body = body_size(pages)
    heads = _heads(pages)
    common = frozenset(word for page in pages[:_READ] for line in page.lines for word in _SMALL.findall(line.text))
    best: tuple[float, tuple[Group, ...], int] | None = None
    gazette = wording("title", "preamble")
    for page in [page for page in pages if page.lines][:LOOKED_AT]:
        on_page = groups(page, common)
        captions = [place for place, group in enumerate(on_page) if gazette.match(group.text)]
        if len(captions) > 1 and captions[0]:
            return _of_notice(on_page, captions[0], common)
        below = [[group.text for group in on_page[place + 1 : place + 3]] for place in range(len(on_page))]
        periodicals = {place for place, texts in enumerate(below) if any(map(_OF_A_VOLUME.match, texts))}
        largest = max((group.size for group in on_page), default=0.0)
        alone = sum(group.size >= largest - SAME_SIZE for group in on_page) == 1
        for place, group in enumerate(on_page):
            if best and _most(group, body) - _FURTHER * page.index <= best[0]:
                continue
            score = _score(group, body, own_title, heads if place not in periodicals else ())
            score -= _PERIODICAL * (place in periodicals)
            # LaTeX sets titles large and light above headings that are less large and bold.
            score += _SET_OFF * (group.bold or (alone and group.size == largest))
            score -= _FURTHER * page.index
            if best is None or score > best[0]:
                best = score, on_page, place
    if best is None or best[0] <= _LEAST:
        return None
    _, on_page, place = best
    return TitlePage(on_page, on_page[place], _subtitle(on_page, place, body, common), common)


def _of_notice(on_page: Sequence[Group], caption: int, common: frozenset[str]) -> TitlePage:
    """The title of a notice in a gazette: the bold lines right above the captions of its preamble.

    "AGENCY:", "ACTION:" and "SUMMARY:" are prescribed (1 CFR 18.12); what is larger is the name of a section.
    """
    last = on_page[caption - 1]
    first = caption - 1
    while first and _set_alike(on_page[first - 1], last, on_page[first]):
        first -= 1
    lines = [line for group in on_page[first:caption] for line in group.lines]
    title = replace(last, text=joined(lines), top=on_page[first].top, lines=tuple(lines))
    return TitlePage((*on_page[:first], title, *on_page[caption:]), title, None, common)


def _set_alike(group: Group, last: Group, below: Group) -> bool:
    """Whether a group is the line above of the same heading."""
    leading = below.lines[0].baseline - group.lines[-1].baseline
    return abs(group.size - last.size) <= SAME_SIZE and group.bold == last.bold and 0 < leading <= 1.3 * last.size


def is_label(text: str) -> bool:
    """True for "Abstract", "Articles & Essays", "Policy Brief 3": large, bold and no title."""
    closed = text.replace(" ", "") if _SPACED.fullmatch(text) else text
    return wording("title", "label", r"\W*\d*\W*").fullmatch(closed) is not None


def _heads(pages: Sequence[RawPage]) -> tuple[str, ...]:
    """Texts in the outer tenths of the pages after the first, where running heads stand."""
    found: Counter[str] = Counter()
    for page in pages[1:12]:
        edge = 0.1 * page.height
        for line in page.lines:
            if (line.baseline < edge or line.baseline > page.height - edge) and len(line.text.strip()) >= 12:
                found[line.text.strip()] += 1
    return tuple(found)


def agrees(one: str, other: str) -> bool:
    """True where one text is the other or the greater part of it, whatever the case and the marks."""
    if 4 * min(len(one), len(other)) < max(len(one), len(other)):
        return False  # casing adds no more than a letter for "ß": a heading and a paragraph need not be compared
    short, long = sorted((one.casefold().strip(), other.casefold().strip()), key=len)
    return len(short) >= 10 and len(short) * 3 >= len(long) and fuzz.partial_ratio(short, long) >= _AGREE


def _by_size(group: Group, body: float) -> float:
    return 3 * min(group.size / body, 2.2)


def _most(group: Group, body: float) -> float:
    """The most that a group may score on the first page: most of the text's own need not be looked at any closer."""
    return _by_size(group, body) + _CONFIRMED + _SET_OFF


def _score(group: Group, body: float, own_title: str, heads: Sequence[str]) -> float:
    text, words = group.text, group.words
    confirmed = agrees(text, own_title) or any(agrees(text, head) for head in heads)
    score = _by_size(group, body) + _CONFIRMED * confirmed
    if len(_LETTERS.findall(text)) < 4 or is_label(text):
        score -= 6
    elif words < 3 and not confirmed:
        # One large word over an article is the journal's section: "Copyright", "Libraries".
        score -= 2.5 / words
    if words > 45:
        score -= 4
    if wording("title", "masthead").search(text):
        score -= 3
    if _NUMBERED.match(text):
        score -= 2
    if volumes.head(text):
        score -= _PERIODICAL
    if words > 5 and group.size <= body + SAME_SIZE and not group.bold:
        if text.endswith(".") or words > _LONGEST_TITLE:
            score -= 8  # the text itself
        elif words > 8 and _SENTENCE.search(text):
            score -= 4
    if group.top > 0.6:
        score -= 1
    if is_body(text) and not confirmed:
        score -= 2  # whose page it is
    return score


def _subtitle(on_page: Sequence[Group], place: int, body: float, common: frozenset[str]) -> Group | None:
    """The next group, where it is set off from the text but less than the title and reads on from it."""
    title = on_page[place]
    if place + 1 == len(on_page):
        return None
    group = on_page[place + 1]
    drop = group.lines[0].baseline - title.lines[-1].baseline
    displayed = group.size > body + SAME_SIZE or group.bold
    if not displayed or not 0 < drop <= 3.2 * title.size or group.size > title.size + SAME_SIZE:
        return None
    if not 3 <= group.words <= 40 or is_label(group.text) or wording("title", "masthead").search(group.text):
        return None
    if any(len(list(cells(line))) >= _TABLE for line in group.lines):
        return None
    if is_body(group.text) and drop > _APART * title.size:
        return None  # whose cover it is
    if _FIELD.match(group.text):
        return None
    named = people_of(group.text, common) or any(people_in(line, common) for line in group.lines)
    return None if _NUMBERED.match(group.text) or named else group
