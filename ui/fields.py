"""What somebody types for a field of a CSL-JSON item, as its value."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from index.bibliographies.sound import name_of
from index.errors import LibraryError

_DATE = re.compile(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@cache
def known(what: str) -> frozenset[str]:
    """What CSL knows of a kind: "names", "dates" and "texts" are its fields, "types" its kinds of works."""
    text = files("ui").joinpath("data", "csl.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[what].split())


class NoSuchField(LibraryError):
    """A field that CSL does not know, or a value that it cannot have."""


def value_of(field: str, typed: str | Sequence[str]) -> Any:
    """The value of a field as CSL-JSON has it.

    Args:
        field: a CSL variable: "title", "container-title", "author".
        typed: what stands for it; names one each or with ";" between them, dates as 2015, 2015-03 or 2015-03-02,
            a range as 2015/2016.

    Raises:
        NoSuchField: There is no such field, or this cannot be its value.
    """
    parts = [typed] if isinstance(typed, str) else list(typed)
    if field in known("names"):
        return [name_of(name) for part in parts for name in part.split(";") if name.strip()]
    (text,) = (part.strip() for part in parts)
    if field in known("dates"):
        return _date(field, text)
    if field == "type" and text not in known("types"):
        raise NoSuchField(
            f"CSL knows no type {text!r}; some that it knows: article-journal, book, chapter, report, thesis"
        )
    if field not in known("texts"):
        raise NoSuchField(
            f"CSL knows no field {field!r}; title, author, issued, container-title are some that it knows"
        )
    return text


def shown(value: Any) -> str:
    """A field's value as one types it."""
    if isinstance(value, list):
        return "; ".join(map(name_typed, value))
    if isinstance(value, dict):
        ends = [[int(part) for part in end] for end in value.get("date-parts") or ()]
        dated = (
            "-".join(f"{part:0{width}}" for part, width in zip(end, (4, 2, 2), strict=False)) for end in ends if end
        )
        return "/".join(dated) or str(value.get("literal") or value.get("raw") or "")
    return str(value)


def name_typed(name: Mapping[str, Any]) -> str:
    """A name as one types it: "von Keitz, Ursula"; a body as it is called."""
    family = " ".join(name[part] for part in ("non-dropping-particle", "family") if name.get(part))
    given = " ".join(name[part] for part in ("given", "dropping-particle") if name.get(part))
    return ", ".join(part for part in (family, given, name.get("suffix")) if part) or str(name.get("literal") or "")


def _date(field: str, text: str) -> dict[str, Any]:
    found = [_DATE.fullmatch(end.strip()) for end in text.split("/")]
    ends = [[int(part) for part in end.groups() if part] for end in found if end]
    real = all(1 <= part <= most for end in ends for part, most in zip(end[1:], (12, 31), strict=False))
    # "2015/03" is no range, though it looks like one.
    if None in found or not real or len(ends) > 2 or ends != sorted(ends):
        raise NoSuchField(f"{field} is a date, written 2015, 2015-03, 2015-03-02 or 2015/2016; not {text!r}")
    return {"date-parts": ends}
