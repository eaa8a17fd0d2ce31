"""What is exported from a page of the desk as an address of its file, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import quote, urlencode

from ui.addresses.search import Search, from_parameters, number_from, to_parameters, value_in
from ui.addresses.sources import Asked, asked_from, sources_parameters

PATH = "/export"
MOST = 1000
"""Passages at most that an address is given."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is exported: works as the Sources page lists them, or a list of clippings, else the answers to a search.

    A search without a question stands for the documents that its filters admit.
    """

    search: Search = field(default_factory=Search)
    """Its style is the one that cites are set in, also those of clippings."""
    count: int = 10
    """Answers."""
    list: str = ""
    """Name of a list of clippings."""
    works: bool = False
    """The works cited there instead."""
    listed: Asked | None = None
    """What of the cited works, as the Sources page lists them."""


def export_href(wanted: Wanted, form: str) -> str:
    """The address of a file.

    Args:
        wanted: what is in it.
        form: name of a format, one of `ui.export.FORMATS`.
    """
    said: Mapping[str, str | Sequence[str]]
    if wanted.listed is not None:
        said = {"cited": "1", **sources_parameters(wanted.listed)}
    else:
        own = {"list": wanted.list, "count": str(wanted.count), "works": "1" if wanted.works else ""}
        said = {**to_parameters(wanted.search), **{name: value for name, value in own.items() if value}}
    return f"{PATH}/{quote(form)}?{urlencode(said, doseq=True)}"


def export_from(parameters: Mapping[str, Sequence[str]]) -> Wanted:
    """What an address asks for; a value that makes no sense counts as absent, since anybody may have typed it."""
    one = partial(value_in, parameters)
    if one("cited"):
        return Wanted(listed=asked_from(parameters))
    count = number_from(one("count")) or Wanted().count
    return Wanted(from_parameters(parameters), min(count, MOST), one("list"), one("works") == "1")
