"""The names at a title: the people below or above it, or the body that speaks."""

from collections.abc import Collection, Sequence

from ingest.description.groups import Group
from ingest.description.people import Name, people_in
from ingest.description.titlepage import TitlePage
from ingest.words import names
from ingest.words.person import two_family_names

_NEAR = 9
"""Groups below the title among which the names stand."""

_BODY = 9
"""Words of a body's name."""


def read(page: TitlePage, language: str = "und") -> list[Name]:
    """Return the authors that stand at the title, in order; empty where none can be told for sure.

    They stand below it, in one or several lines of one type; else right above it.

    Args:
        page: The title page.
        language: ISO 639-1, of the document: a Spanish one gives people two family names.
    """
    at = page.groups.index(page.title)
    below = [group for group in page.groups[at + 1 : at + 1 + _NEAR] if group is not page.subtitle]
    found = _run(below, page.common)
    if not found:
        found = _run(page.groups[max(0, at - 2) : at][::-1], page.common)
    if language == "es":
        found = [_with_both_families(name) for name in found]
    return found or _body(page)


def _with_both_families(name: Name) -> Name:
    """The name as Spanish people bear it: of "María José Ortega Lledó" the family's are the last two words."""
    *given, first = name.get("given", "").split() or [""]
    families = f"{first} {name.get('family', '')}"
    return {"family": families, "given": " ".join(given)} if two_family_names(families, " ".join(given)) else name


def _run(groups: Sequence[Group], common: Collection[str]) -> list[Name]:
    found: list[Name] = []
    first: Group | None = None
    for group in groups:
        if first and (abs(group.size - first.size) > 0.3 or (group.bold, group.italic) != (first.bold, first.italic)):
            break
        people = _of_group(group, common)
        if people:
            first = first or group
            found += people
        elif found or group.words > 40:
            break
    return found


def _of_group(group: Group, common: Collection[str]) -> list[Name]:
    """The people that its lines name, until a line names none."""
    found: list[Name] = []
    for line in group.lines:
        people = people_in(line, common)
        if not people:
            break
        found += people
    return found


def _body(page: TitlePage) -> list[Name]:
    """The one body that is named on its own line of the title page, as think tanks do on their covers."""
    others = [group for group in page.groups if group not in (page.title, page.subtitle)]
    bodies = {group.text for group in others if 2 <= group.words <= _BODY and names.is_body(group.text)}
    return [{"literal": bodies.pop()}] if len(bodies) == 1 else []
