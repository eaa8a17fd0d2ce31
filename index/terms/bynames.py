"""What the field calls its reports and doctrines: "the Brahimi report", "HIPPO", "doctrine Capstone".

People rarely say the title of such a work, and often not its symbol. The facts stand in `data/bynames.toml`.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

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
def landmarks() -> Mapping[str, Landmark]:
    """The works by all that they are called, folded: names, titles and symbols."""
    data = tomllib.loads(files("index").joinpath("data", "bynames.toml").read_text("utf-8"))
    found: dict[str, Landmark] = {}
    for one in data["work"]:
        work = Landmark(tuple(one["names"]), tuple(one.get("symbols", ())), tuple(one["titles"]))
        found |= dict.fromkeys(map(fold, work.called), work)
    return found


def landmark(text: str) -> Landmark | None:
    """The work that a text names and nothing else: "the Brahimi report (2000)"."""
    words = [word for word in fold(text).split() if not _YEAR.fullmatch(word)]
    while words and " ".join(words) not in landmarks() and words[0] in ARTICLES:
        words = words[1:]
    return landmarks().get(" ".join(words)) or landmarks().get(fold(text))
