"""`corpus/library.bib`: the samples' own bibliographic data in BibLaTeX, each entry with the file that it describes."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

Csl = Mapping[str, Any]

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "book": "book",
    "chapter": "incollection",
    "document": "misc",
    "legislation": "legislation",
    "report": "report",
    "review": "article",
    "thesis": "thesis",
}
_FIELDS = {
    "container-title": "journaltitle",
    "collection-title": "series",
    "volume": "volume",
    "issue": "number",
    "number": "number",
    "page": "pages",
    "publisher": "publisher",
    "authority": "organization",
    "publisher-place": "location",
    "genre": "type",
}
_LANGUAGES = {"en": "english", "fr": "french"}
_SMALL = re.compile(
    r"(?i)an?|and|as|at|by|for|from|in|into|its?|is|of|on|or|the|to|with(?:out)?"
    r"|une?|l[ae]s?|d[eu]s?|et|en|aux?|par|sur"
)
"""Words that a short title passes over."""


def entries(answers: Mapping[str, Mapping[str, Any]]) -> str:
    """The file's text, from the true answers of each sample by its id."""
    head = "% The sample corpus' own bibliographic data, written by corpus/src/build.py from the sources. CC0.\n"
    return head + "".join(_entry(answers[name]["csl"]) for name in sorted(answers))


def citekey(csl: Csl) -> str:
    """A key in Better BibTeX's manner: first author, three words of the title, year."""
    author = csl["author"][0]
    name = author.get("family") or author["literal"].replace("(sample)", "")
    words = [word for word in re.findall(r"[^\W\d_]+", csl["title"]) if not _SMALL.fullmatch(word)]
    short = "".join(word[0].upper() + word[1:] for word in words[:3])
    key = unicodedata.normalize("NFKD", re.sub(r"\W", "", name.lower()) + short)
    return key.encode("ascii", "ignore").decode() + _year(csl)


def _entry(csl: Csl) -> str:
    # In braces twice, a title keeps its capitals: BibTeX would have "united nations" in sentence case.
    fields = {"author": " and ".join(_name(author) for author in csl["author"]), "title": f"{{{csl['title']}}}"}
    for name, field in _FIELDS.items():
        if name in csl:
            fields[field] = str(csl[name])
    fields["date"] = _year(csl)
    fields["langid"] = _LANGUAGES[csl["language"]]
    if "pages" in fields:
        fields["pages"] = fields["pages"].replace("-", "--")
    if "publisher" in fields and csl["type"] in ("report", "thesis"):
        fields["institution"] = fields.pop("publisher")
    fields["file"] = f"{csl['id']}.pdf"
    lines = "".join(f"  {field} = {{{value}}},\n" for field, value in fields.items())
    return f"\n@{_TYPES[csl['type']]}{{{citekey(csl)},\n{lines}}}\n"


def _year(csl: Csl) -> str:
    return str(csl["issued"]["date-parts"][0][0])


def _name(author: Mapping[str, str]) -> str:
    """A person as `Family, Given`; a body in braces, so that it is not taken apart."""
    return "{" + author["literal"] + "}" if "literal" in author else f"{author['family']}, {author['given']}"
