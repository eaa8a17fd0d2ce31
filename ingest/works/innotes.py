"""Mentions by author and year or by number in notes, beside what is read there by its words."""

from dataclasses import replace

from ingest.citations.mention import Mention
from ingest.words.folding import words
from ingest.works import entries
from ingest.works.references import Listed

_FEW_WORDS = 2


def with_dated(text: str, found: list[Mention], listed: Listed) -> list[Mention]:
    """Return a note's citations with those by author and year or by number of the document's list of references.

    Args:
        text: The note's.
        found: Its citations, read by their words. What turns out to be made of mentions that the list answers to
            gives way to them.
        listed: The list of references.
    """
    sure = [f for f in found if f.sure]
    if len(sure) == 1 and sure[0].addresses and not sure[0].title and not sure[0].document:
        found = _as_entry(text, sure[0]) or found
    dated = list(listed.author_dates(text, bare=True))
    known = [m for m in dated if listed.find(m)]
    kept = [f for f in found if not _is_made_of(f, [m for m in known if _overlap(f, m)])]
    more = [m for m in dated if not any(_overlap(f, m) for f in kept)]
    more += [m for m in listed.by_number.square(text) if not any(_overlap(f, m) for f in kept)]
    return sorted((*kept, *more), key=lambda m: m.start)


def _as_entry(text: str, address: Mention) -> list[Mention]:
    """A note whose only citation is an address, read whole as an entry of a list is; [] where it is none.

    "Zhou, B.; Khosla, A. Learning Deep Features. 2015; https://arxiv.org/abs/1512.04150" has semicolons of its own.
    """
    whole = entries.read(text, None, None)
    described = whole.description if whole else None
    if (
        whole is None
        or described is None
        or not described.names
        or not described.title
        or "issued" not in described.csl
    ):
        return []
    return [replace(whole, signal=address.signal)]


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _is_made_of(mention: Mention, dated: list[Mention]) -> bool:
    """Whether nothing but mentions by author and year was read as a citation by its words.

    "Hultman et al., 2013; Walter et al., 2021, p. 60" is no book of 2013; "Karlsrud (2015, p. 84)" has no title.
    """
    if mention.form == "author-date":
        return len(dated) > 1
    if not dated or mention.form not in {"full", "short"} or mention.quoted or mention.addresses:
        return False
    if mention.form == "full" and mention.title[:1].islower() and any(m.start <= mention.start for m in dated):
        return True  # "Bara and Hultman (2020, 350) reach the opposite conclusion"
    rest = mention.text
    for m in dated:
        rest = rest.replace(m.text, " ")
    return not mention.sure or len(words(rest)) <= _FEW_WORDS
