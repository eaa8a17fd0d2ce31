"""A law, treaty or decision as it is cited, with the article, paragraph or page that is pointed to."""

import re
from dataclasses import replace
from typing import Any

from ingest.citations import decisions, legal, locators
from ingest.citations.csl import Description
from ingest.citations.mention import Mention
from ingest.citations.shortnames import defined_of_law
from ingest.model import CitationForm, Locator
from ingest.words.addresses import Address

_BETWEEN_STATES = re.compile(
    r"\b(?:Convention|Covenant|Treaty|Charter|Protocol|Agreement|Pact|Statute|Traité|Pacte|Übereinkommen)\b"
)
_OFFICIAL_JOURNAL = re.compile(
    r",\s(?:OJ|ABl\.|JO|DO)\s[^;]*?,\s(?:pp?|S)\.\s?\d+(?:[–-]\d+)?$|,\sBGBl\.?(?:\sI{1,3})?(?:\s\d{4})?,?\sS\.\s\d+$|(?<=[\w)]),\s\d{1,3}\sStat\.\s\d+(?:,\s\d+)?"
)
"""Where an act is printed, which is no page pointed to: "OJ L 244, 29.7.2020, p. 1", "115 Stat. 224, 224"."""
_PART_OF_ARTICLE = re.compile(r"(?:Art(?:ikel|\.)?|§)\s(?P<n>\d+\w?)\s$")
"""What a provision's paragraph stands behind: "GG, Art. 24 Abs. 2"."""


def law_cited(
    start: int, end: int, text: str, core: str, signal: str | None, law: legal.LegalText, inside: list[Address]
) -> Mention:
    """Return the mention of a law or decision at [start, end).

    Args:
        start: Where it begins in its note.
        end: Where it ends.
        text: Its words.
        core: The same without remarks in brackets behind it.
        signal: The signal before it.
        law: What was read of it.
        inside: The addresses in it.
    """
    pinned = law.csl_type in {"legal_case", "hearing"}
    pin = decisions.pinpoint(core) or decisions.pinpoint(text) if pinned else None
    bare = law.csl_type == "legal_case" and not decisions.ends_with_report(core)
    core = _OFFICIAL_JOURNAL.sub("", core)
    # "BGBl. I 2013, S. 3728" points to no page of the law
    said = core.removesuffix(law.title).rstrip(" ,") if law.title[-1:].isdigit() else core
    rest = said.removeprefix(law.title)
    behind = locators.tail(rest, bare=bare)  # "JOUE L 119 du 4 mai 2016, p. 1, art. 6"
    behind = behind or (None if pinned else locators.first(rest))  # "n. 145, art. 2, comma 2"
    place = behind or locators.tail(said, bare=bare) or locators.first(said)
    if not behind and place and said.startswith(law.title) and place.start < len(law.title):
        place = None  # "70 Fed. Reg. 12,345": what the law is known by
    if place and law.csl_type == "legal_case":
        place = decisions.finer(rest if behind else said, place)
    if (
        place
        and place.locator.label == "paragraph"
        and (article := _PART_OF_ARTICLE.search(rest if behind else said, 0, place.start + 1))
    ):
        place = replace(place, locator=Locator("article-locator", article["n"]))
    if "§" in law.title:
        place = None  # "COLO. REV. STAT. § 22-25-104.5": the section is the law cited, and no range of paragraphs
    fields: dict[str, Any] = {"type": law.csl_type, "title": law.title}
    if law.year:
        fields["issued"] = {"date-parts": [[law.year]]}
    if law.csl_type == "legal_case" and (number := decisions.number(core)):
        fields["number"] = number
    if law.country and not _BETWEEN_STATES.search(law.title):
        fields["jurisdiction"] = law.country
    for a in inside:
        fields.setdefault("DOI" if a.kind == "doi" else "URL", a.value)
    found = Description(fields, None, law.title, False, law.year, pin or (place.locator if place else None), True)
    form: CitationForm = "full" if law.sure or law.csl_type != "legal_case" else "short"
    return Mention(
        start, end, form, "legal", text, signal, found.locator, title=law.title, year=law.year, description=found,
        addresses=tuple(inside), sure=law.sure, defines=defined_of_law(text), identifiers=law.identifiers,
    )  # fmt: skip
