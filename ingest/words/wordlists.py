"""The lists of words by which citations are read, from `data/words.toml`."""

import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any


@lru_cache(maxsize=1)
def _lists() -> dict[str, Any]:
    return tomllib.loads(resources.files("ingest").joinpath("data/words.toml").read_text("utf-8"))


def wordlist(name: str) -> frozenset[str]:
    """Return the words of one list, or of all the lists of a table: "articles", "abbreviations"."""
    found = _lists()[name]
    texts = found.values() if isinstance(found, dict) else (found,)
    return frozenset(word for text in texts for word in text.split())
