"""Citations that point to a note: "Karlsrud, supra note 12", "Karlsrud (n 5)", "Kühne (Fn. 3)"."""

import re
from collections.abc import Sequence

from ingest.citations.csl import Description
from ingest.citations.mention import Mention
from ingest.citations.work import Work
from ingest.model import Note
from ingest.words.folding import fold, words
from ingest.works.agreement import decided_by_wording
from ingest.works.authors import initials_agree, name_words
from ingest.works.chapters import chapter, of_book
from ingest.works.outcomes import Outcome, Place, distinct, first_notes, name_of, names_of, said
from ingest.works.readings import answering, others
from ingest.works.register import Works
from ingest.works.titles import title_fits

_KIND_OF_PAPER = re.compile(r"(?:Reports?|Letters?|Notes?|Statement|Rapport|Lettre|Bericht|Informe|Carta|Relazione)\b")

_NAMED_LAST = re.compile(
    r"(?:^|[,;]\s)(?P<names>[A-ZÀ-Þ][\w’.-]*(?:,?\s(?:&\s|and\s)?[A-ZÀ-Þ][\w’.-]*){0,4}),?\s[(\[]?(?:supra|above|n\s|note\s|Anm\.|Fn\.)"
)
_POINTER = re.compile(r",?\s[(\[]?(?:wie\s|siehe\s)?(?:supra|above|nn?\.?|note|Anm\.|Fn\.)\s")
_HEAD = 100
"""Characters of a citation in which its title begins."""
_INITIALS = 3
_OWN_TITLE = 2
"""Words of a title by which a work is known from its author's others."""
_TELLING = 6
"""Letters of a title of one word that is enough within one note: "Ziegenmilch Anm. 2"."""


def by_note(
    outcome: Outcome, target: Place | None, works: Works, also: Sequence[Place] = (), beside: Sequence[Place] = ()
) -> Outcome | None:
    """Resolve "supra note 12": the one work of that note that agrees with the names and title given.

    Args:
        outcome: The citation.
        target: The note pointed to, None where there is none.
        works: All works cited so far. That the note cites no such work is evidence against one outside it, which
            counts only where its title is said too, or where a note beside cites it in full.
        also: Further notes that it points to, "Paris (n 8 and n 11)"; it then means several works.
        beside: Those that may be meant instead of the target: an edit shifts the numbers.
    """
    mention = outcome.mention
    if target and not target.outcomes and not mention.surnames and not mention.title:
        return None  # it refers to what that note says, not to a work
    if described := chapter(mention):
        return _of_a_chapter(outcome, *described, target, works)
    there = distinct(o.work for o in target.outcomes) if target else []
    outcome.mention, named = _named(mention, works)
    fitting = _fitting(outcome.mention, there, named) or _fitting(mention, there, named)
    if target:
        fitting = _in_note(outcome.mention, mention, target, fitting, named, also)
    if target and len(fitting) == 1 and not also:
        onward = next(o for o in target.outcomes if o.work is fitting[0]).through
        outcome.work = fitting[0]
        outcome.through = (target.note.id, *(t for t in onward if t != target.note.id))
        outcome.why = f"note {target.note.label} cites {name_of(fitting[0])}"
    elif target and fitting:
        outcome.candidates = tuple(fitting)
        where = " and ".join(("note " + target.note.label, *(p.note.label for p in also)))
        outcome.why = f"{where} cites several works that it may mean: {names_of(fitting)}"
    elif len(named) == 1 and not (target and not _meant_all_the_same(outcome.mention, named[0], target, beside)):
        outcome.work, outcome.through = named[0], first_notes(named[0], outcome.note)
        outcome.why = f"note {mention.note} does not cite it, but only one work does answer: {name_of(named[0])}"
    else:
        outcome.candidates = tuple(named or [w for w in there if not mention.surnames or not w.surnames])
        outcome.through = (target.note.id,) if target else ()
        outcome.why = _why_open(mention, target, there, named)
    return outcome


def _named(mention: Mention, works: Works) -> tuple[Mention, list[Work]]:
    """The reading of a mention that works cited so far answer to, and these works."""
    told = bool(mention.surnames or mention.title)
    named = works.named(mention) if told else []
    if named or not (told or mention.otherwise):
        return mention, named
    reading, named = answering(mention, works)
    return (reading, named) if named else (mention.otherwise or mention, [])


def _in_note(
    reading: Mention, mention: Mention, target: Place, fitting: list[Work], named: list[Work], also: Sequence[Place]
) -> list[Work]:
    """Narrow or widen the works that fit to those of the note pointed to, and of further ones pointed to with it."""
    there = distinct(o.work for o in target.outcomes)
    if not fitting:
        fitting = next(filter(None, (_by_words(m, target, there) for m in (mention, *others(mention)))), [])
        fitting = fitting or _by_last_names(mention, there)
    if also:
        more = [o.work for p in also for o in p.outcomes]
        return distinct((*fitting, *_fitting(reading, distinct(more), named)))
    if len(fitting) > 1:
        # "supra note 3" sends the reader to the note that cites the work in full
        return [w for w in fitting if (target.note.id, True) in w.notes] or fitting
    return fitting


def _meant_all_the_same(mention: Mention, work: Work, target: Place, beside: Sequence[Place]) -> bool:
    """Whether a work is meant though the note pointed to does not cite it."""
    entitled = mention.title and title_fits(mention.title, work) and not _KIND_OF_PAPER.match(mention.title)
    if _speaks_of(target.note, mention):
        # a title of its own tells it from another work by the same author, which the note cites and nothing besides
        other = any(o.work and o.work.surnames[:1] == work.surnames[:1] != () for o in target.outcomes)
        return bool(entitled and other and not target.residue and len(words(mention.title)) >= _OWN_TITLE)
    return bool(entitled) or any((place.note.id, True) in work.notes for place in beside)


def _why_open(mention: Mention, target: Place | None, there: list[Work], named: list[Work]) -> str:
    """Say what the note pointed to cites instead, and what else could be meant."""
    called = said(mention)
    elsewhere = f"; elsewhere it may mean {names_of(named)}" if named else ""
    if target is None:
        return f"there is no note {mention.note}{elsewhere}"
    if there:
        return f"note {mention.note} cites {names_of(there)}, and none of it answers to “{called}”{elsewhere}"
    if _speaks_of(target.note, mention):
        return f"note {mention.note} speaks of “{called}”, but what it cites could not be read{elsewhere}"
    return f"nothing that note {mention.note} cites could be read{elsewhere}"


def _of_a_chapter(outcome: Outcome, described: Description, called: str, target: Place | None, works: Works) -> Outcome:
    """Take "Roper, Medical Evacuation, in THE HANDBOOK, supra note 1" for the chapter, not for the book."""
    books = distinct(o.work for o in target.outcomes) if target else []
    outcome.mention = of_book(outcome.mention, described, called, books[0] if len(books) == 1 else None)
    before = works.known(outcome.mention)
    outcome.work = before or works.of_full(outcome.mention)
    outcome.through = (target.note.id,) if target else ()
    outcome.why = (
        f"a chapter of “{called}”, the book that note {target.note.label} cites" if target else "cited in full"
    )
    return outcome


def _by_words(mention: Mention, target: Place, there: list[Work]) -> list[Work]:
    """The one work of a note whose own words, or the note's where it cites nothing else, have all that is said of it.

    A name alone is too little: the second author or the editor of what is cited there has written other works too.
    """
    people, title = mention.surnames, mention.title
    if len((*people, *(words(title) if title else ()))) < 2:
        called = title or " ".join(people)
        telling = len(called) >= _TELLING
        fitting = [w for w in there if (telling or w.kind == "legal") and title_fits(called, w)]
        fitting = fitting or [w for w in there if len(called) >= _INITIALS and _initials(w) == fold(called)]
        # "Ziegenmilch Anm. 2", where that title was not read from its beginning on
        fitting = fitting or [w for w in there if telling and _heads(called, w)]
        if not fitting and len(there) == 1 and there[0].kind == "legal" and _has(target.note.text, (), called):
            fitting = (
                there  # the name of a ruling in brackets, or before a date: "Arrest Warrant of 11 April 2000 (...)"
            )
        return fitting if len(fitting) == 1 else []
    texts = {w.number: w.text for w in there}
    for o in target.outcomes:
        if o.work:
            texts[o.work.number] += f" {o.mention.text}"
    fitting = [w for w in there if _has(texts[w.number], people, title)]
    if not fitting and title and _has(target.note.text, people, ""):
        # "J. Auler/P. Hiller, ..." may have been read from "Hiller" on, or from the title's second part on
        known = len(title) >= _TELLING
        fitting = [w for w in there if (known or set(w.surnames) & set(people)) and _has(texts[w.number], (), title)]
    if not fitting and len(there) == 1 and _has(target.note.text, people, title):
        named = there[0].surnames
        agrees = not named or not people or set(named) & set(people)
        fitting = there if agrees and (not target.residue or _titled_after(mention, target)) else []
    return fitting if len(fitting) == 1 else []


def _heads(word: str, work: Work) -> bool:
    """Whether a word stands at a citation's head and is not the name of one of several authors there."""
    people = [*work.csl.get("author", ()), *work.csl.get("editor", ())]
    named = any(fold(str(p.get("family", ""))) == fold(word) and ("given" in p or "/" in work.text) for p in people)
    return not named and fold(word) in fold(work.text[:_HEAD]).split()


def _initials(work: Work) -> str:
    """The initials of a title's telling words: "VCLT" of the Vienna Convention on the Law of Treaties."""
    return "".join(word[0] for word in words(work.title))


def _by_last_names(mention: Mention, there: list[Work]) -> list[Work]:
    """The one work of a note whose authors or title stand right before the pointer, behind words of comment.

    "Again, this reminds one of Hooker, ATKINSON, supra note 106", "Justinian’s, Berman & Reid, supra note 50",
    "Springer shows it (see Springer: Mediaeval Pilgrim Routes [supra note 3])".
    """
    m = _NAMED_LAST.search(mention.text)
    called = fold(m["names"]) if m else ""
    fitting = [w for w in there if called and called in (" ".join(w.surnames), " ".join(name_words(w.csl)))]
    if not fitting and (pointer := _POINTER.search(mention.text)):
        said = fold(mention.text[: pointer.start()])
        fitting = [w for w in there if w.surnames and w.surnames[0] in said and _ends_in_title(said, w)]
    return fitting if len(fitting) == 1 else []


def _ends_in_title(said: str, work: Work) -> bool:
    """Whether words end with at least two words from a title's beginning."""
    told = fold(work.title).split()
    return any(said.endswith(" ".join(told[:length])) for length in range(2, len(told) + 1))


def _titled_after(mention: Mention, target: Place) -> bool:
    """Whether a document's title stands behind its symbol: "S.C. Res. 7, The Spanish Question, ¶ 4(a) (1946)"."""
    after = fold(target.note.text[target.outcomes[0].mention.end :])
    called = fold(" ".join((*mention.surnames, mention.title)))
    return target.outcomes[0].mention.document is not None and after.startswith(called)


def _has(text: str, people: tuple[str, ...], title: str) -> bool:
    """Whether a text has the names, in any order, and the title's words, side by side.

    A German genitive's "s" counts for nothing: "Auler/Hillers, Ziegenmilch Anm. 2".
    """
    there = set(fold(text).split())
    named = all({word, word.removesuffix("s")} & there for name in people for word in name.split())
    return named and (not title or f" {' '.join(words(title))} " in f" {' '.join(words(text))} ")


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
    if not fitting and len(there) == 1 and there[0].symbols and _KIND_OF_PAPER.match(mention.text):
        return there  # "Informe Brahimi, cit., nota 3 supra", where note 3 cites one document
    if not fitting and len(mention.surnames) == 1 and not mention.title:
        last = mention.surnames[0].split()[-1]
        named_so = {last, last.removesuffix("s")}
        fitting = [
            w for w in there if w.surnames and w.surnames[0].split()[-1] in named_so and initials_agree(w, mention)
        ]
    return decided_by_wording(mention, fitting) if len(fitting) > 1 else fitting
