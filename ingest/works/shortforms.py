"""Short forms by name and title: "Karlsrud and Osland, Between self-interest, 784", "Frede, “Nicomachean Ethics”"."""

import re
from collections.abc import Callable
from dataclasses import replace

from ingest.citations.mention import Mention
from ingest.citations.work import Work
from ingest.words.folding import words
from ingest.works import readings
from ingest.works.outcomes import Outcome, authors_of, first_notes, name_of, open_between, said
from ingest.works.register import CitedInFull, Works

_ARTICLE = re.compile(r"\bart\.?\s?(?:cit|préc)")
"""What tells an article from a book by the same author: "Tardy, art. cit."."""
_WHOLE = 3
"""Words of a title that is no shortened one, without quotation marks."""


def short(outcome: Outcome, works: Works, anywhere: Callable[[], CitedInFull], *, listed: bool) -> Outcome | None:
    """Resolve a short form: the one work that answers to all it says, or open with those that may be meant.

    Args:
        outcome: The citation.
        works: All works cited so far.
        anywhere: Returns those cited in full before or after it; asked for only where none before answers.
        listed: Whether the document has a list of references, in which every work stands in full.

    Returns:
        None where nothing tells that it is a citation at all.
    """
    mention, found = readings.answering(outcome.mention, works)
    outcome.mention = mention
    why = ""
    if len(found) > 1 and (before := _cited_before(mention, found)):
        why, found = f", the only work of {authors_of(before)} cited so far", [before]
    if not found and (later := _cited_later(mention, works, anywhere)):
        why, found = ", cited in full further on", [later]
    if len(found) == 1:
        outcome.work, outcome.why = found[0], f"short form of {name_of(found[0])}{why}"
        outcome.through = first_notes(found[0], outcome.note)
        return outcome
    if not found and not mention.sure:
        return None
    if not found and mention.form == "short" and _may_stand_alone(mention, works, anywhere, listed=listed):
        # author and title, though no more: it is enough to know the work by
        outcome.mention = replace(mention, form="full")
        outcome.work, outcome.why = works.of_full(outcome.mention), "cited with author and title alone"
        return outcome
    outcome.candidates = tuple(found)
    outcome.why = open_between(said(mention), found)
    return outcome


def _cited_before(mention: Mention, found: list[Work]) -> Work | None:
    """The one of several works that notes have cited so far, the others standing in the list of references or later.

    "Op. cit." sends the reader back to a work cited; a surname alone to one cited in full.
    """
    if mention.form == "op-cit":
        before = [w for w in found if w.notes]
        if _ARTICLE.search(mention.text):
            before = [w for w in before if w.quoted or "container-title" in w.csl]
    elif mention.surnames and not mention.title:
        before = [w for w in found if any(full for _, full in w.notes)]
    else:
        return None
    return before[0] if len(before) == 1 else None


def _cited_later(mention: Mention, works: Works, anywhere: Callable[[], CitedInFull]) -> Work | None:
    """The one work that author and title name and that is cited in full in a later note only."""
    if mention.form != "short" or not mention.surnames or not mention.title:
        return None
    _, found = readings.answering(mention, anywhere())
    return works.of_full(anywhere().first[found[0].number]) if len(found) == 1 else None


def _may_stand_alone(mention: Mention, works: Works, anywhere: Callable[[], CitedInFull], *, listed: bool) -> bool:
    """Whether names and a whole title are all there is: no work by them is cited that a short form could mean."""
    told = len(words(mention.title))
    whole = told > 1 if mention.quoted else told >= _WHOLE and not listed
    if not whole or not mention.surnames or not (mention.title[0].isupper() or mention.title[0].isdigit()):
        return False
    first = mention.surnames[:1]
    return not works.has_author(first) and not anywhere().has_author(first)
