"""The Sources page as an address: which works are listed, or which one is open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from ui.addresses.search import value_in

PAGE = "sources"
"""The page's own path."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the cited works is looked at."""

    work: str = ""
    """Key of the one that is open; "" for the list."""
    query: str = ""
    """Author, title, symbol or year that a listed work has."""
    by: str = ""
    """Id of the document that cites the listed works; "" for any."""


def sources_href(asked: Asked) -> str:
    """The address, from the root of the desk."""
    words = urlencode(sources_parameters(asked))
    return f"/{PAGE}?{words}" if words else f"/{PAGE}"


def sources_parameters(asked: Asked) -> dict[str, str]:
    """The query parameters; what is empty is left out."""
    named = {"work": asked.work, "q": asked.query, "by": asked.by}
    return {name: value for name, value in named.items() if value}


def asked_from(parameters: Mapping[str, Sequence[str]]) -> Asked:
    """What an address asks for."""
    return Asked(*(value_in(parameters, name) for name in ("work", "q", "by")))
