"""The words that lines of a title page are known by, from `data/title_words.toml`."""

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def wording(name: str, after: str = "") -> re.Pattern[str]:
    """The pattern of this name, whole words only and case ignored, with `after` appended to it."""
    text = files("ingest").joinpath("data", "title_words.toml").read_text(encoding="utf-8")
    choices = "|".join(tomllib.loads(text)[name].strip().splitlines())
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w){after}", re.IGNORECASE)
