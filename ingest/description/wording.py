"""The words that lines of a title page are known by, from the word lists in `data/`."""

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def wording(of: str, name: str, after: str = "") -> re.Pattern[str]:
    """A pattern of `data/{of}_words.toml`: whole words only, case ignored, `after` appended to it."""
    text = files("ingest").joinpath("data", f"{of}_words.toml").read_text(encoding="utf-8")
    choices = "|".join(tomllib.loads(text)[name].strip().splitlines())
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w){after}", re.IGNORECASE)
