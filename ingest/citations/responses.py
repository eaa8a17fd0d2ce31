"""Replies and comments under a post, which have no title and no address but the post's."""

from collections.abc import Mapping
from typing import Any

from ingest.words import names
from ingest.words.dates import DATE, issued
from ingest.words.names import Names
from ingest.words.rare import Rare

_RESPONSE = Rare(
    rf"(?P<who>[^“”‘«;]{{2,60}}?)[.,]\s(?:(?P<day>{DATE.pattern})(?:,\s\(?\d[^“”;]{{3,12}}?|\s\([^“”();]{{3,12}}\))?[.,]?\s)?"
    r"(?P<what>[Rr]eply\sto|[Cc]omment\son|[Rr]esponse\sto)\s[^“”;]{0,60}?“(?P<post>[^“”]+)”(?P<rest>.*)$",
    *("eply", "omment", "esponse"),
)
"""'Ann Brown, reply to “How did it turn out?,” Quora, August 9, 2016'."""
_TYPE = "post"


def response(main: str, csl: dict[str, Any]) -> Names | None:
    """Read a reply or comment into `csl`; None where `main` is none.

    Args:
        main: A citation without its addresses.
        csl: Its fields found so far. Without an address only the short form, which ends with the post's title, is one:
            what a journal prints as a reply has a volume.
    """
    m = _RESPONSE.match(main)
    people = names.parse(m["who"]) if m else None
    if not m or not people or not ("URL" in csl or not m["rest"].strip(" .,")):
        return None
    csl["author"] = list(people.csl)
    csl["title"] = f"{m['what'].lower()} “{m['post'].rstrip(' .,')}”"
    if day := DATE.search(m["day"] or m["rest"]):
        csl["issued"] = issued(next(filter(None, day.groups())))
    csl["type"] = _TYPE
    return people


def is_response(csl: Mapping[str, Any]) -> bool:
    """Whether fields are those of a reply or comment, whose address is also that of the post."""
    return csl.get("type") == _TYPE
