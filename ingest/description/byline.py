"""The names at a title: the people below or above it, or the body that speaks."""

import re
from collections.abc import Collection, Sequence
from itertools import zip_longest

from ingest.description.groups import Group
from ingest.description.people import Name, people_in, people_of
from ingest.description.titlepage import TitlePage, is_label
from ingest.description.wording import wording
from ingest.words import names, person
from ingest.words.datelines import YEAR
from ingest.words.given import is_given

_NEAR = 9
"""Groups below the title among which the names stand."""

_BODY = 9
"""Words of a body's name."""
_FOOT = 0.75
"""Share of a page's height below which a cover names town and year."""
_YEAR = re.compile(YEAR)


_SECTION = re.compile(r"(?P<label>[IVX]+|[A-Z])\.\s")
"""How a section's heading may open, and an author's initial, too: "A. Purpose", "I. Die Frage"."""
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def read(page: TitlePage, language: str = "und", headings: Collection[str] = ()) -> list[Name]:
    """Return the authors that stand at the title, in order; empty where none can be told for sure.

    On a thesis they stand behind what says so ("presented by"); else below the title, in one or several lines of one
    type; else right above it.

    Args:
        page: The title page.
        language: ISO 639-1, of the document: a Spanish one gives people two family names.
        headings: The document's. Where "B. Scope" is one, "A. Purpose" is nobody.
    """
    at = page.groups.index(page.title)
    below = [
        group
        for group in page.groups[at + 1 : at + 1 + _NEAR]
        if group is not page.subtitle and not _opens_sections(group.text, headings)
    ]
    found = _presenting(page) or _run(below, page.common)
    if not found:
        found = _run(page.groups[max(0, at - 2) : at][::-1], page.common)
    if language == "es":
        found = [_with_both_families(name) for name in found]
    return found or _body(page)


def _opens_sections(text: str, headings: Collection[str]) -> bool:
    """Whether a line is the first of numbered headings: the next one is there, and no other with its own number."""
    m = _SECTION.match(text)
    if m is None:
        return False
    others = {found["label"] for heading in headings if heading != text and (found := _SECTION.match(heading))}
    label = m["label"]
    following = {chr(ord(label) + 1)} if len(label) == 1 else set()
    if label in _ROMANS[:-1]:
        following.add(_ROMANS[_ROMANS.index(label) + 1])
    return label not in others and bool(following & others)


def editors(page: TitlePage) -> list[Name]:
    """Whoever the title page says that a volume is edited by; empty where it does not say so, or names no people."""
    caption = wording("title", "editor_caption", r"\W*")
    for group in page.groups:
        if said := caption.match(group.text):
            return people_of(group.text[said.end() :], page.common)
    return []


def _with_both_families(name: Name) -> Name:
    """The name as Spanish people bear it: of "María José Ortega Lledó" the family's are the last two words.

    A particle may stand between them: "Amaya Ruiz de Larrea".
    """
    if particle := name.get("non-dropping-particle"):
        *before, middle = name.get("given", "").split() or [""]
        if not before or is_given(middle):
            return name
        return {"family": f"{middle} {particle} {name['family']}", "given": " ".join(before)}
    *given, first = name.get("given", "").split() or [""]
    families = f"{first} {name.get('family', '')}"
    both = person.two_family_names(families, " ".join(given))
    return {"family": families, "given": " ".join(given)} if both else name


def _presenting(page: TitlePage) -> list[Name]:
    """Whoever the title page says that it is presented by, on the same line or the next one."""
    caption = wording("title", "author_caption", r"\W*")
    lines = [line for group in page.groups for line in group.lines]
    for at, line in enumerate(lines):
        text = " ".join(line.text.split())
        if not (said := caption.match(text)):
            continue
        if rest := text[said.end() :]:
            found = people_of(rest, page.common) or _filed(rest)
        elif at + 1 < len(lines):
            found = people_in(lines[at + 1], page.common) or _filed(lines[at + 1].text)
        else:
            found = []
        if found:
            return found
    return []


def _filed(text: str) -> list[Name]:
    """One name as a catalogue files it: "Bergh, Nokuthula"."""
    family, comma, given = " ".join(text.split()).partition(", ")
    name = person.inverted(family, given) if comma and person.given_name(given) else None
    return [name] if name else []


def _run(groups: Sequence[Group], common: Collection[str]) -> list[Name]:
    found: list[Name] = []
    first: Group | None = None
    guided = wording("title", "supervisor_caption", r"\W*")
    for group, after in zip_longest(groups, groups[1:]):
        if guided.match(group.text):
            break
        if group.top > _FOOT and _above_a_year(group, after):
            continue  # the town, at the foot of a thesis' cover
        if first and (abs(group.size - first.size) > 0.3 or (group.bold, group.italic) != (first.bold, first.italic)):
            break
        people = _of_group(group, common)
        if people:
            first = first or group
            found += people
        elif found or group.words > 40:
            break
    return found


def _above_a_year(group: Group, after: Group | None) -> bool:
    below = [*(line.text.strip() for line in group.lines[1:2]), after.text if after else ""]
    return any(map(_YEAR.fullmatch, below))


def _of_group(group: Group, common: Collection[str]) -> list[Name]:
    """The people that its lines name, until a line names none."""
    found: list[Name] = []
    for line in group.lines:
        people = [] if is_label(line.text) else people_in(line, common)
        if not people:
            break
        found += people
    return found


def _body(page: TitlePage) -> list[Name]:
    """The one body that is named on its own line of the title page, as think tanks do on their covers."""
    others = [group for group in page.groups if group not in (page.title, page.subtitle)]
    bodies = {group.text for group in others if 2 <= group.words <= _BODY and names.is_body(group.text)}
    return [{"literal": bodies.pop()}] if len(bodies) == 1 else []
