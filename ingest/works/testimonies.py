"""Interviews, letters and files: which of them are one."""

from dataclasses import replace

from ingest.citations.mention import Mention
from ingest.citations.work import Work
from ingest.model import CitationForm
from ingest.words.dates import DATE
from ingest.words.folding import words
from ingest.works.outcomes import Outcome, Place, distinct, first_notes, open_between
from ingest.works.register import Works

_NOBODY = frozenset(
    {"email", "e", "mail", "letter", "interview", "communication", "personal", "author", "authors", "s"}
)
"""Words that name no one who wrote or spoke."""


def testimony(outcome: Outcome, target: Place | None, works: Works) -> Outcome:
    """Resolve an interview, letter or file: one cited before with more words, or a source of its own.

    Args:
        outcome: The citation.
        target: The note that it points to, where it does: "Interview with a lawyer (n 23)".
        works: All works cited so far.
    """
    mention = outcome.mention
    before, of_the_day = works.testimonies(mention)
    before = before or [w for w in of_the_day if _same_day(w, mention)]
    if target:
        there = [w for w in distinct(o.work for o in target.outcomes) if w.kind == mention.kind]
        before = there if len(there) == 1 else [w for w in before if w in there] or before
    again = len(before) == 1 and (_fewer_words(mention, before[0]) or _same_day(before[0], mention))
    if len(before) == 1 and (mention.form != "full" or again):
        form: CitationForm = "supra" if mention.form == "supra" else "short"
        outcome.mention = replace(mention, form=form)
        outcome.work, outcome.why = before[0], f"the {mention.kind} cited before in more words"
        outcome.through = first_notes(before[0], outcome.note)
        return outcome
    if mention.form != "full":
        outcome.candidates, outcome.why = tuple(before), open_between(mention.title, before)
        return outcome
    outcome.work, outcome.why = works.of_full(mention), "cited in full"
    return outcome


def _same_day(work: Work, mention: Mention) -> bool:
    """Whether two are of one day, and one of them names nobody: "email to the author, 4 May 2019"."""
    texts = (DATE.sub("", text, count=1) for text in (work.text, mention.text))
    return _one_day(work, mention) and any(set(words(text)) <= _NOBODY for text in texts)


def _fewer_words(mention: Mention, work: Work) -> bool:
    """Whether a testimony says less than the one cited before, and no date of its own."""
    rest = DATE.sub("", mention.text, count=1) if _one_day(work, mention) else mention.text
    return len(words(mention.text)) < len(words(work.text)) and not any(c.isdigit() for c in rest)


def _one_day(work: Work, mention: Mention) -> bool:
    one, other = DATE.search(work.text), DATE.search(mention.text)
    return one is not None and other is not None and one.group() == other.group()
