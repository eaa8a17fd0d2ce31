"""Other ways to read a short form, where no cited work answers to the first one.

What stands before a title, a pointer or a page is told apart only by the works that are cited: "Auler/Hiller,
Kinderschuh" may be three people or two and a title, "Burandt/Rojahn/Flechtner" the writer of a section after the
editors of its commentary, "Castan, thèse" a name and what kind of work it is.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.citations import locators
from ingest.citations.mention import Mention
from ingest.citations.work import Work
from ingest.words import names
from ingest.words.folding import fold
from ingest.works.register import Works

_SAME = frozenset({"idem", "id", "ders", "dies", "derselbe", "dieselbe", "eadem", "ead"})
"""Words for the author of the citation before, which read like a name: "Idem, De Anima, op. cit."."""
_POINTER_IN_TITLE = re.compile(
    r"\s?[(\[](?:wie|siehe|s\.|vgl\.|see|voir|as\sin|cfr?\.|v\.|vid\.|ver|véase|veja)?\s?(?:Anm|Fn|n|not[ae])\.?\s?(?P<note>\d+)\s?[)\]](?P<rest>.*)$"
)
_KIND_OF_WORK = re.compile(
    r",?\s(?:th[èe]se|ouvr(?:age)?|art(?:icle)?|rapport|étude|mém(?:oire)?|chron(?:ique)?|contribution|libro|tesis|saggio)\.?$",
    re.IGNORECASE,
)
"""What a French "préc." or "cité" says of the work besides its author: "Castan, thèse préc."."""
_NAMES_AND_TITLE = re.compile(r"(?P<more>(?:[A-ZÀ-Þ][\w’-]+,\s)*[A-ZÀ-Þ][\w’-]+)\.\s(?P<title>[A-ZÀ-Þ].+)$")
"""The rest of "Auler, Hiller. Kinderschuh", of which the first name is read already."""

_COURT = re.compile(
    r"(?:CIJ|C\.I\.J\.|ICJ|I\.C\.J\.|IGH|CIG|CPJI|PCIJ|CJUE|CJCE|TJUE|CGUE|CJEU|ECJ|EuGH|CEDH|CEDU|TEDH|ECt?HR|EGMR"
    r"|TPIY|TPIR|ICTY|ICTR|CPI|ICC),\s"
)
"""A court before a case's short name, which reads like its author: "CIJ, Nicaragua, cit."."""
_AGAIN = re.compile(r"(?:[Dd](?:ies|ers)\.|[Dd](?:ies|ers)elben?|[Ii]dem|[Ee]adem)[,:]\s")
_SURNAME = 2
"""Words of a family name: "GOWAN, R. The Case for Cutting Back" ends in a title."""
_ONE_WORD = re.compile(r"[A-ZÀ-Þ][\w’-]+")
_HEAD_OF_NAMES = re.compile(r"[,:(]")
_INITIAL_LAST = re.compile(r"(?<!\w)[A-ZÀ-Þ]\.\s?$")
_INITIAL_FIRST = re.compile(r"[A-ZÀ-Þ]\.(?:-?[A-ZÀ-Þ]\.)*,?\s")


def mended(mention: Mention) -> Mention:
    """Return a mention whose own words say that it points to a note, or that its author is the one before."""
    if mention.form == "op-cit" and set(mention.surnames) & _SAME and not mention.title:
        return replace(mention, surnames=())  # "Derselbe, a.a.O., S. 57"
    if mention.surnames and mention.surnames[0] in _SAME and mention.title:
        mention = replace(mention, surnames=(), same_author=True)
    if not mention.surnames and not mention.same_author and (again := _AGAIN.match(mention.text)):
        mention = replace(mention, same_author=True, title=mention.title.removeprefix(again.group()))
    pointer = _POINTER_IN_TITLE.search(mention.text) if mention.same_author and mention.note is None else None
    if not pointer:
        return mention
    title = re.sub(r"\s?[(\[]\w*\.?$", "", mention.title)  # "ders.: Kaschmir (wie Anm. 7)" was cut at its locator
    place = locators.tail(pointer["rest"])
    return replace(mention, form="supra", title=title, note=pointer["note"], locator=place.locator if place else None)


def cuts_a_name(mention: Mention) -> bool:
    """Whether what was read as the title is part of a name: "Bellamy, A.J. et P.D. Williams, 2021", by its initials."""
    before = mention.text.partition(mention.title)[0] if mention.title and not mention.quoted else ""
    return _INITIAL_LAST.search(before) is not None or (
        before != "" and _INITIAL_FIRST.match(mention.title) is not None
    )


def answering(mention: Mention, works: Works) -> tuple[Mention, list[Work]]:
    """Return the reading of a short form that cited works answer to, and these works, likeliest first."""
    found = works.named(mention)
    for other in others(mention):
        if len(found) == 1:
            break
        again = works.named(other)
        if len(again) == 1 or (again and not found):
            mention, found = other, again
    return mention, found


def others(mention: Mention) -> Iterator[Mention]:
    """Yield the other ways to read the words before a short form's page or pointer."""
    if mention.otherwise:
        yield mention.otherwise
        yield from _parted(mention.otherwise)
    if mention.title and _COURT.match(mention.text):
        yield replace(mention, surnames=(), kind="legal")
    if len(mention.surnames) > 1 and not mention.title and not mention.others:
        *people, last = mention.surnames
        yield replace(mention, surnames=tuple(people), title=last)
        if "/" in mention.text and mention.locator and mention.locator.label in {"paragraph", "section", "article"}:
            yield replace(mention, surnames=tuple(people))
    if len(mention.surnames) == 1 and _ONE_WORD.fullmatch(mention.title):
        yield replace(mention, surnames=(*mention.surnames, fold(mention.title)), title="")  # "Conforti, Focarelli"
    if len(mention.surnames) == 1 and (family := _all_family(mention)):
        yield replace(mention, surnames=(family,))
    if mention.title and mention.surnames and mention.surnames[-1].endswith("s"):
        # a German genitive: "Auler/Hillers, Ziegenmilch"
        named = (*mention.surnames[:-1], mention.surnames[-1].removesuffix("s"))
        yield replace(mention, surnames=named, title=mention.title.removesuffix("s"))
    if mention.surnames and (m := _NAMES_AND_TITLE.match(mention.title)):
        more = tuple(map(fold, m["more"].split(", ")))
        yield replace(mention, surnames=(*mention.surnames, *more), title=m["title"])
    if not mention.surnames and (m := _KIND_OF_WORK.search(mention.title)):
        people_named = names.parse(mention.title[: m.start()])
        if people_named:
            yield replace(mention, surnames=people_named.surnames, title="", others=people_named.others)


def _all_family(mention: Mention) -> str:
    """All words before the first comma, folded, where they read like a given name, a particle and a family name.

    "Diez de Velasco, Las Organizaciones internacionales, cit." is short for "DIEZ DE VELASCO VALLEJO, Manuel".
    """
    head = fold(_HEAD_OF_NAMES.split(mention.text, maxsplit=1)[0])
    *given, _ = head.rpartition(f" {mention.surnames[0]}")[0].split() or [""]
    return head if not given and head.endswith(f" {mention.surnames[0]}") and " " in mention.surnames[0] else ""


def _parted(mention: Mention) -> Iterator[Mention]:
    """Yield names and title of "Osten, Mandat und Macht", which reads like three names, parted at each comma."""
    for comma in re.finditer(r",\s", mention.title):
        if people := names.parse(mention.title[: comma.start()]):
            title = mention.title[comma.end() :]
            yield replace(mention, surnames=people.surnames, others=people.others, title=title)
