"""When two citations name the same law, case or treaty: their numbers tell more than their titles."""

import re
from collections.abc import Mapping
from typing import Any

from rapidfuzz import fuzz

from ingest.citations.mention import Mention
from ingest.citations.work import Work
from ingest.words.folding import words
from ingest.works.titles import contradict

_LAW_NUMBER = re.compile(r"\b[Nn](?:o|r|úm)\.\s?(\d+)|\b[Nn][º°]\s?(\d+)")
_PAPER_ON = re.compile(r"\b(?:Hearings?\s(?:on|before)|Rep\.\sNo|Comm\.\sPrint)\b", re.IGNORECASE)


def other_decision(work: Work, mention: Mention) -> bool:
    """Whether `mention` has another ECLI than `work`, which tells decisions apart whatever number was misprinted."""
    fields: Mapping[str, Any] = mention.description.csl if mention.description else {}
    numbers = [str(f.get("number", "")) for f in (work.csl, fields)]
    return all(n.startswith("ECLI:") for n in numbers) and numbers[0] != numbers[1]


def other_number(one: str, other: str) -> bool:
    """Whether two laws are numbered differently: "General comment No. 36" and "No. 37", whatever their titles keep."""
    a, b = (set(_LAW_NUMBER.findall(text)) for text in (one, other))
    return bool(a and b) and not a & b


def paper_on(text: str) -> bool:
    """Whether a citation is of what a parliament said of a law: hearings on it, a report on it."""
    return bool(_PAPER_ON.search(text))


def same_law(one: str, other: str) -> bool:
    """Whether two laws or cases go by the same name: all its words and numbers, though one may go on further.

    Laws keep their numbers: "Law No. 147" is not "Law No. 42 of 2008", nor "26 U.S.C. § 501" "26 U.S.C. § 162".
    """
    a, b = words(one), words(other)
    shorter, longer = sorted((a, b), key=len)
    if a == b:
        return True
    if contradict(one, other):
        return False
    begins_so = longer[: len(shorter)] == shorter
    telling = len(shorter) >= 4 or any(w.isdigit() for w in shorter)
    return (telling and begins_so) or fuzz.ratio(" ".join(a), " ".join(b)) >= 94
