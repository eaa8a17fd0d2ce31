r"""BibLaTeX in UTF-8, with every sign that TeX would obey written as a sign.

The fields are those of the manual (https://ctan.org/pkg/biblatex, sections 2.1 and 2.2).
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ingest.model import Csl
from ui.cites.titlewords import is_english, words_of
from ui.export.selection import PAGE_RANGE, Selection, Work

TYPES: Mapping[str, str] = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "book": "book",
    "chapter": "incollection",
    "dataset": "dataset",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "paper-conference": "inproceedings",
    "post-weblog": "online",
    "report": "report",
    "thesis": "thesis",
    "webpage": "online",
}
"""All else is "misc"."""
_IN_A_SERIAL = frozenset({"article", "jurisdiction", "legislation"})
"""What is printed in a journal, in law reports or in a treaty series."""
_OF_INSTITUTIONS = frozenset({"jurisdiction", "legislation", "report", "thesis"})
"""What no publisher brings out but an institution; that of a case is the court."""
_KINDS = {"report": "report", "thesis": "thesis"}
"""What stands as `type`, which the data model asks for with these, where the work's own genre is not known."""

_SUBTYPES: Mapping[str, str] = {"article-magazine": "magazine", "article-newspaper": "newspaper"}

_FIELDS: Mapping[str, str] = {
    "volume": "volume",
    "edition": "edition",
    "collection-title": "series",
    "publisher-place": "location",
    "note": "note",
    "abstract": "abstract",
}
_AS_THEY_ARE: Mapping[str, str] = {"DOI": "doi", "URL": "url", "ISBN": "isbn", "ISSN": "issn"}
"""Read by BibLaTeX word for word; only a brace alone would end the field too soon."""

_LANGUAGES = {"en": "english", "fr": "french", "de": "german", "es": "spanish", "it": "italian", "pt": "portuguese"}
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    }
)
_CAPITAL = re.compile(r"[^\W\d_a-zß-ÿ]")
_INNER_CAPITAL = re.compile(r"(?<!^)[^\W\d_a-zß-ÿ]")
_KEY = re.compile(r"[^\w:.+/\-]", re.ASCII)


def write(selection: Selection, style: str) -> bytes:  # noqa: ARG001 - data are in no style
    """An entry for each work, in UTF-8."""
    return "\n\n".join(map(_entry, selection.works)).encode() + b"\n"


def tex(text: str) -> str:
    """The text as TeX prints it, whatever its signs would do."""
    return text.translate(_TEX)


def _entry(work: Work) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(work.csl) if value)
    return f"@{TYPES.get(str(work.csl.get('type')), 'misc')}{{{_KEY.sub('', work.key)},\n{fields}}}"


def _fields(csl: Csl) -> Iterator[tuple[str, str]]:
    kind = TYPES.get(str(csl.get("type")), "misc")
    for role in ("author", "editor", "translator"):
        yield role, " and ".join(map(_name, csl.get(role) or ()))
    yield "title", _title(csl, "title")
    yield "shorttitle", _title(csl, "title-short")
    if kind in _IN_A_SERIAL:
        yield "journaltitle", tex(str(csl.get("container-title") or ""))  # which no style sets in small letters
    else:
        yield "booktitle", _title(csl, "container-title")
    yield "date", _date(csl.get("issued"))
    yield "entrysubtype", _SUBTYPES.get(str(csl.get("type")), "")
    yield "number", tex(str(csl.get("issue") or csl.get("number") or csl.get("collection-number") or ""))
    yield "pages", tex(PAGE_RANGE.sub("--", str(csl.get("page") or "")))
    by = tex(str(csl.get("authority") or csl.get("publisher") or ""))
    yield ("institution" if kind in _OF_INSTITUTIONS else "publisher"), by
    yield "type", tex(str(csl.get("genre") or _KINDS.get(kind, "")))
    for ours, theirs in _FIELDS.items():
        yield theirs, tex(str(csl.get(ours) or ""))
    for ours, theirs in _AS_THEY_ARE.items():
        yield theirs, re.sub(r"[{}\\]", "", str(csl.get(ours) or ""))
    yield "urldate", _date(csl.get("accessed"))
    yield "langid", _LANGUAGES.get(str(csl.get("language") or "")[:2].lower(), "")


def _title(csl: Csl, name: str) -> str:
    """A title with braces around the words whose capitals must stay, for styles set English titles in small letters.

    Of an English title these are names and what may be one, of others all words with capitals.
    """
    title = str(csl.get(name) or "")
    words = words_of(title)
    english = is_english(words, str(csl.get("language") or ""))
    made, end = [], 0
    for word in words:
        # The first letter of a title stays in any style.
        capital = (_INNER_CAPITAL if word.opens == "title" else _CAPITAL).search(word.text)
        kept = capital and not (english and word.common)
        made += [tex(title[end : word.start]), f"{{{tex(word.text)}}}" if kept else tex(word.text)]
        end = word.end
    return "".join([*made, tex(title[end:])])


def _name(name: Mapping[str, Any]) -> str:
    """A person as "von Family, Suffix, Given"; a body in braces, or "and" and commas in it would make it people."""
    if not name.get("family"):
        return f"{{{tex(str(name.get('literal') or name.get('given') or ''))}}}"
    particles = (name.get("dropping-particle"), name.get("non-dropping-particle"), name["family"])
    family = " ".join(_whole(str(part)) for part in particles if part)
    more = (_whole(str(name[part])) for part in ("suffix", "given") if name.get(part))
    return ", ".join((family, *more))


def _whole(part: str) -> str:
    """A part of a name, in braces where BibTeX would take it apart."""
    return f"{{{tex(part)}}}" if re.search(r"[,{}]|\band\b", part) else tex(part)


def _date(date: Any) -> str:
    """Dates as ISO 8601 has them, ranges with a slash: 2015-06-17, 2014/2015."""
    ends = (date or {}).get("date-parts") or []
    return "/".join("-".join(f"{int(part):02}" for part in end) for end in ends if end)
