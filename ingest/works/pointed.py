"""Citations that point to a note: "Karlsrud, supra note 12", "Karlsrud (n 5)", "Kühne (Fn. 3)"."""

import re

from ingest.citations.mention import Mention
from ingest.citations.work import Work
from ingest.model import Note
from ingest.words.folding import fold, words
from ingest.works.agreement import decided_by_wording
from ingest.works.outcomes import Outcome, Place, distinct, first_notes, name_of, names_of
from ingest.works.register import Works

_KIND_OF_PAPER = re.compile(r"(?:Reports?|Letters?|Notes?|Statement|Rapport|Lettre|Bericht)\b")


def by_note(outcome: Outcome, target: Place | None, works: Works) -> Outcome | None:
    """Resolve "supra note 12": the one work of that note that agrees with the names and title given.

    Args:
        outcome: The citation.
        target: The note pointed to, None where there is none.
        works: All works cited so far; one outside that note counts only where the note does not speak of its author.
    """
    mention = outcome.mention
    if target and not target.outcomes and not mention.surnames and not mention.title:
        return None  # it refers to what that note says, not to a work
    people = mention.surnames
    named = works.named(mention) if mention.surnames or mention.title else []
    if not named and mention.otherwise:
        mention = outcome.mention = mention.otherwise
        named = works.named(mention)
    there = distinct(o.work for o in target.outcomes) if target else []
    fitting = _fitting(mention, there, named)
    if target and len(fitting) > 1:
        # "supra note 3" sends the reader to the note that cites the work in full
        fitting = [w for w in fitting if (target.note.id, True) in w.notes] or fitting
    if target and len(fitting) == 1:
        onward = next(o for o in target.outcomes if o.work is fitting[0]).through
        outcome.work = fitting[0]
        outcome.through = (target.note.id, *(t for t in onward if t != target.note.id))
        outcome.why = f"note {target.note.label} cites {name_of(fitting[0])}"
    elif target and fitting:
        outcome.candidates = tuple(fitting)
        outcome.why = f"note {target.note.label} cites several works that it may mean: {names_of(fitting)}"
    elif len(named) == 1 and not (target and _speaks_of(target.note, mention)):
        outcome.work, outcome.through = named[0], first_notes(named[0], outcome.note)
        outcome.why = f"note {mention.note} does not cite it, but only one work does answer: {name_of(named[0])}"
    else:
        outcome.candidates = tuple(named or [w for w in there if not people or not w.surnames])
        missing = f"there is no note {mention.note} before it"
        outcome.why = f"note {mention.note} does not settle which work is meant" if target else missing
    return outcome


def _speaks_of(note: Note, mention: Mention) -> bool:
    """Whether the note pointed to names the author after all, though what it cites of him could not be read."""
    return bool(mention.surnames) and mention.surnames[0].split()[-1] in fold(note.text).split()


def _fitting(mention: Mention, there: list[Work], named: list[Work]) -> list[Work]:
    """The works of the note pointed to that agree with the names and title given."""
    if not mention.surnames and not mention.title:
        return there
    fitting = [w for w in there if w in named]
    if not fitting and mention.title and len(there) == 1 and set(words(mention.title)) <= set(words(there[0].text)):
        # "Report of the Secretary-General, note 3 above": the one document cited there is such a report
        return there
    if (
        not fitting
        and len(there) == 1
        and there[0].symbols
        and not there[0].titles
        and _KIND_OF_PAPER.match(mention.title)
    ):
        return there  # "Report of the Secretary-General, note 3 above", where note 3 is "S/2001/394"
    if not fitting and named and mention.surnames and not mention.title:
        last = mention.surnames[0].split()[-1]
        fitting = [w for w in there if w.surnames and w.surnames[0].split()[-1] == last]
    return decided_by_wording(mention, fitting) if len(fitting) > 1 else fitting
