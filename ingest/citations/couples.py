"""Two citations in one sentence that a word joins: "White, The Law (2016), p. 201 and id., Keeping the Peace (1997)".

Names, titles and pages are joined by the same words. So a sentence is parted only where what stands on either side is
a whole citation by itself.
"""

import re

from ingest.citations.comments import Reader
from ingest.citations.mention import Mention
from ingest.citations.prepared import Text
from ingest.citations.work import TESTIMONY
from ingest.words.joiners import AS_WELL_AS

_JOINT = re.compile(
    rf"[,\s](?:(?<=[\d)\]”’»\"].)|(?<=cit\..)|(?<=bid\..)|(?<=\d\sf\..)|(?<=\sff\..))(?:(?<=,)\s{AS_WELL_AS}|(?<=\s)(?:{AS_WELL_AS}|–))\s"
    r"(?![CTF][-‑–]\d)(?=[A-ZÀ-Þ“„‘«\"]|id\.|idem\b|ders\.|dies\.|d[eiu]\s[A-ZÀ-Þ]|v[ao]n\s[A-ZÀ-Þ])"
)
"""Behind a number, a bracket, a quotation or a pointer, and before what a citation begins with, not a docket."""


def coupled(whole: Text, start: int, end: int, signal: str | None, read: Reader) -> list[Mention]:
    """Read [start, end) as two citations or more that a word joins; [] where it is one, or comment.

    Args:
        whole: The note's text.
        start: Where the first begins, its signal taken off.
        end: Where the last ends.
        signal: The signal of the first.
        read: Reads what stands on either side, which may begin with a signal or hold a further joint.
    """
    for joint in _JOINT.finditer(whole.text, start, end):
        if whole.shield.covers(joint.start()):
            continue
        first = read(whole, start, joint.start(), signal)
        if not first or first[-1].end < joint.start():
            continue
        before, dash = first[-1], "–" in joint.group()
        if not (_is_whole(before) or before.locator):
            continue
        further = read(whole, joint.end(), end, None)
        if not further or further[0].start > joint.end() or not _begins(further[0], before, dash=dash):
            continue
        if _is_whole(before) or (further[0].form == "full" and further[0].surnames and further[0].quoted):
            return [*first, *further]
    return []


def _is_whole(m: Mention) -> bool:
    """Whether a citation lacks nothing: a pointer, a document, a full one, a short one with place or quoted title."""
    if m.form in {"ibid", "supra", "op-cit"} or m.document or m.kind in TESTIMONY:
        return True
    return m.sure and (m.form == "full" or bool(m.locator or m.quoted))


def _begins(m: Mention, before: Mention, *, dash: bool) -> bool:
    """Whether what follows the joint is a citation of its own, and no title's or decision's further words."""
    told = m.surnames or m.quoted or m.note or m.same_author or m.document or m.kind in TESTIMONY or m.kind == "legal"
    if dash and (before.kind == "legal" or m.kind == "legal"):
        return False  # "EuGH, Urt. v. 3.2.2015 – C-11/14"
    return _is_whole(m) and bool(told) and not (before.document and m.document)
