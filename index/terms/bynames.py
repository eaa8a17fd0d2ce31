"""What the field calls its reports and doctrines: "the Brahimi report", "HIPPO", "doctrine Capstone".

People rarely say the title of such a work, and often not its symbol. The facts stand in `data/bynames.toml`.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ingest.model import Csl
from ingest.words.folding import ARTICLES, fold

_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Landmark:
    """A work that has a name beside its title."""

    names: tuple[str, ...]
    symbols: tuple[str, ...]
    """All of one document; none where it has no symbol, or none that is sure."""
    titles: tuple[str, ...]

    @property
    def called(self) -> tuple[str, ...]:
        """All that it is called."""
        return (*self.names, *self.titles, *self.symbols)


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(files("index").joinpath("data", "bynames.toml").read_text("utf-8"))


@cache
def landmarks() -> Mapping[str, Landmark]:
    """The works by all that they are called, folded: names, titles and symbols."""
    found: dict[str, Landmark] = {}
    for one in _data()["work"]:
        work = Landmark(tuple(one["names"]), tuple(one.get("symbols", ())), tuple(one["titles"]))
        found |= dict.fromkeys(map(fold, work.called), work)
    return found


def landmark(text: str) -> Landmark | None:
    """The work that a text names and nothing else: "the Brahimi report (2000)"."""
    words = [word for word in fold(text).split() if not _YEAR.fullmatch(word)]
    while words and " ".join(words) not in landmarks() and words[0] in ARTICLES:
        words = words[1:]
    return landmarks().get(" ".join(words)) or landmarks().get(fold(text))


@cache
def titles_by_symbol() -> Mapping[str, str]:
    """The title that a work goes by, by each of its symbols."""
    return {symbol: work.titles[0] for work in landmarks().values() for symbol in work.symbols}


@cache
def kinds() -> frozenset[str]:
    """Titles, folded, that only say of which kind a document is: "report"."""
    return frozenset(map(fold, _data()["kinds"]))


def with_title(key: str, csl: Csl) -> Csl:
    """What a citation says of a work, with the title that the field knows where it gives none of its own.

    "Panel on United Nations Peace Operations, Report, U.N. Doc. A/55/305" gives none, nor does "A/55/305, para. 62".

    Args:
        key: the work's; only a UN symbol says for sure which work it is.
        csl: as read.
    """
    known = titles_by_symbol().get(key.upper())
    if known is None or fold(str(csl.get("title") or "")) not in {"", fold(key), *kinds()}:
        return csl
    return {**csl, "title": known}
