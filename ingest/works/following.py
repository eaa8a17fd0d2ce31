"""Ibid. and its like: what the citations before leave as the work meant."""

import re

from ingest.citations.finding import looks_cited
from ingest.citations.mention import Mention
from ingest.citations.work import Work
from ingest.works.outcomes import Outcome, Place, distinct, name_of, names_of, said

_FIGURES = re.compile(r"\d+")
_LONGEST_ARTICLE = 100
"""Pages."""
_NOT_PAGED = frozenset({"interview", "correspondence", "web", "legal"})


def follow(outcome: Outcome, place: Place) -> Outcome:
    """Give an ibid. the work of the citation before it, or say why it stays open.

    It refers to the citation before it in its own note, else to the note before. A predecessor that failed fails it
    too; one that cites several works leaves it open, unless a locator or a name decides; comment leads no further.
    """
    here = [o for o in place.outcomes if not o.mention.aside]
    previous = place.before
    if here and here[-1].mention.in_passing and previous and previous.outcomes:
        # "In line with resolution 2462 (2019), the Task Force recommends ... (ibid., para. 113)"
        outcome.candidates = tuple(distinct(o.work for o in (*here[-1:], *previous.outcomes)))
        named = name_of(here[-1].work) if here[-1].work else here[-1].mention.text
        outcome.why = (
            f"{named} is only mentioned in this note: it may mean that, or what note {previous.note.label} cites"
        )
        return outcome
    if here and looks_cited(place.note.text[here[-1].mention.end : outcome.mention.start]):
        outcome.candidates = tuple(distinct(o.work for o in here[-1:]))
        outcome.why = "between it and the citation before it more is cited, which could not be read"
        return outcome
    if here:
        return _take_over(outcome, here[-1:], (), "the citation before it in this note")
    if previous is None:
        outcome.why = "there is no note before it that it could refer to"
        return outcome
    before = [o for o in previous.outcomes if not o.mention.aside]
    where = f"note {previous.note.label}"
    if not before and previous.residue:
        outcome.through = (previous.note.id,)
        outcome.why = f"Ibid. of {where}, in which a work seems to be cited that could not be read"
        return outcome
    if not before:
        outcome.why = f"the note before, {previous.note.label}, cites nothing"
        return outcome
    if previous.residue and not outcome.mention.surnames:
        outcome.through = (previous.note.id,)
        outcome.candidates = tuple(distinct(o.work for o in before))
        outcome.why = f"Ibid. of {where}, in which more is cited than could be told apart"
        return outcome
    return _take_over(outcome, before, (previous.note.id,), where)


def follow_in_text(outcome: Outcome, before: list[Outcome]) -> Outcome | None:
    """Give "(ibid., 171)" in running text the work of the citation before it in its paragraph; None without one."""
    if not before or before[0].block is not outcome.block:
        return None
    return _take_over(outcome, before, (), "the citation before it in this paragraph")


def _take_over(outcome: Outcome, before: list[Outcome], through: tuple[str, ...], where: str) -> Outcome:
    mention = outcome.mention
    works = distinct(o.work for o in before)
    failed = [o for o in before if o.work is None]
    if mention.surnames:
        works = [w for w in works if w.surnames and w.surnames[0] == mention.surnames[0]]
    if len(works) == 1 and (lacking := _lacks(works[0], mention)):
        outcome.candidates, outcome.through = tuple(works), through
        outcome.why = f"Ibid. of {where}, which cites {names_of(works)}: {lacking}"
        return outcome
    if len(works) > 1 and not failed:
        works = _decided_by_locator(mention, before, works)
    if len(works) == 1 and not failed:
        taken = next(o for o in reversed(before) if o.work is works[0])
        outcome.work = works[0]
        outcome.through = (*through, *(t for t in taken.through if t not in through))
        outcome.why = f"Ibid. of {where}, which cites {name_of(works[0])}"
        return outcome
    outcome.candidates = tuple(distinct((*works, *(c for o in failed for c in o.candidates))))
    outcome.through = through
    if failed:
        outcome.why = f"Ibid. of {where}, whose own source is not certain"
    elif works:
        outcome.why = f"Ibid. of {where}, which cites several works: {names_of(works)}"
    else:
        outcome.why = f"Ibid. of {where}, which cites nothing by “{said(mention)}”"
    return outcome


def _pages_before(work: Work, mention: Mention) -> int | None:
    """How many pages of an article or chapter stand before the page pointed to; None where its first is not known."""
    first = _FIGURES.match(str(work.csl.get("page", "")))
    here = _FIGURES.match(mention.locator.value) if mention.locator and mention.locator.label == "page" else None
    within = work.kind == "work" and "container-title" in work.csl
    return int(here.group()) - int(first.group()) if within and first and here else None


def _begins_behind(work: Work, mention: Mention) -> bool:
    """Whether an article or chapter begins behind the page pointed to: "at 125" is no page of "341, 344–45"."""
    before = _pages_before(work, mention)
    return before is not None and before < 0


def _lacks(work: Work, mention: Mention) -> str:
    """Why a work has not the place pointed to; "" where it may have it."""
    if work.kind == "interview" and mention.locator and mention.locator.label == "paragraph":
        return "interviews have no paragraphs"
    return "its first page is behind that one" if _begins_behind(work, mention) else ""


def _holds(work: Work, mention: Mention) -> bool:
    """Whether the page pointed to may be one of an article or chapter."""
    before = _pages_before(work, mention)
    return before is not None and 0 <= before <= _LONGEST_ARTICLE


def _decided_by_locator(mention: Mention, before: list[Outcome], works: list[Work]) -> list[Work]:
    """A paragraph decides for the one document that is cited by paragraph, a page for the one cited by page.

    So does a page that one article has and all the others begin behind.
    """
    holding = [w for w in works if _holds(w, mention)]
    if len(holding) == 1 and all(_begins_behind(w, mention) for w in works if w is not holding[0]):
        return holding
    if not mention.locator or mention.locator.label not in {"paragraph", "page"}:
        return works
    by_paragraph = {
        o.work.number
        for o in before
        if o.work and (o.work.kind == "un-document" or (o.mention.locator and o.mention.locator.label == "paragraph"))
    }
    if mention.locator.label == "paragraph":
        wanted = [w for w in works if w.number in by_paragraph]
    else:
        wanted = [w for w in works if w.number not in by_paragraph and w.kind not in _NOT_PAGED]
    return wanted if len(wanted) == 1 else works
