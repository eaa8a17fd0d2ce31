"""`corpus/library.bib`: the samples' own bibliographic data in BibLaTeX, each entry with the file that it describes."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from parse import Sample

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "book": "book",
    "chapter": "incollection",
    "document": "misc",
    "legislation": "legislation",
    "report": "report",
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
    "issued": "date",
    "language": "langid",
}
_LANGUAGES = {"en": "english", "fr": "french"}
_SMALL = re.compile(
    r"(?i)an?|and|as|at|by|for|from|in|into|its?|is|of|on|or|the|to|with(?:out)?"
    r"|une?|l[ae]s?|d[eu]s?|et|en|aux?|par|sur"
)
"""Words that a short title passes over."""


def entries(samples: Iterable[Sample]) -> str:
    """The file's text."""
    head = "% The sample corpus' own bibliographic data, written by corpus/src/build.py from the sources. CC0.\n"
    return head + "".join(_entry(sample) for sample in sorted(samples, key=lambda sample: sample.id))


def citekey(sample: Sample) -> str:
    """A key in Better BibTeX's manner: first author, three words of the title, year."""
    author = sample.front["authors"][0]
    name = author.get("family") or author["literal"].replace("(sample)", "")
    words = [word for word in re.findall(r"[^\W\d_]+", sample.title.plain) if not _SMALL.fullmatch(word)]
    short = "".join(word[0].upper() + word[1:] for word in words[:3])
    return re.sub(r"[^\w]", "", name.lower()) + short + str(sample.front["csl"]["issued"])[:4]


def _entry(sample: Sample) -> str:
    csl: Mapping[str, Any] = {"language": sample.language, **sample.front["csl"]}
    fields = {"author": " and ".join(_name(author) for author in sample.front["authors"]), "title": sample.title.plain}
    if subtitle := sample.front.get("subtitle"):
        fields["subtitle"] = str(subtitle)
    for name, field in _FIELDS.items():
        if name in csl:
            fields[field] = _LANGUAGES[csl[name]] if name == "language" else str(csl[name])
    if "pages" in fields:
        fields["pages"] = re.sub(r"[-–]", "--", fields["pages"])
    if fields.get("publisher") and csl["type"] in ("report", "thesis"):
        fields["institution"] = fields.pop("publisher")
    fields["file"] = f"{sample.id}.pdf"
    lines = "".join(f"  {field} = {{{value}}},\n" for field, value in fields.items())
    return f"\n@{_TYPES[csl['type']]}{{{citekey(sample)},\n{lines}}}\n"


def _name(author: Mapping[str, str]) -> str:
    """A person as `Family, Given`; a body in braces, so that it is not taken apart."""
    return "{" + author["literal"] + "}" if "literal" in author else f"{author['family']}, {author['given']}"
