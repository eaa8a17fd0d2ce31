"""Cites as the styles of the field want them, set by pandoc.

A cite is a work (a CSL-JSON item) and a locator; the locator belongs to the cite and never to the item. Pandoc and the
style files do the setting: they know that OSCOLA writes "para 35" and Chicago "para. 35".
"""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from index import pandoc
from index.locators import is_in_words, locator_words
from ingest.model import Csl, Locator
from ui.cites import nodes
from ui.cites.citecache import Kept, cite_cache
from ui.cites.resolutions import as_oscola
from ui.cites.sentencecase import in_sentence_case
from ui.cites.styles import DEFAULT_STYLE, language_arguments, style_file, style_id
from ui.errors import CitingError

ToCite = tuple[Csl, str, Locator | None]
"""The work, its citekey, and the place in it (None for the whole work)."""

_RANGE = re.compile(r"\s*([0-9]+|[ivxlcdm]+)\s*[-–—]\s*([0-9]+|[ivxlcdm]+)\s*", re.IGNORECASE)
_NOTE_ON_PAGE = re.compile(r"\w+nn?\.?\s?\d+")
_YEAR_OF_SYMBOL = re.compile(r"\s*\(\d{4}\)$")
_UN_SYMBOL = re.compile(r"[A-Z]{1,5}/\w")
_IN_COMPANY = re.compile(
    r"""\s(?:disambiguate-[\w-]+|givenname-disambiguation-rule|collapse|subsequent-author-substitute(?:-rule)?)="[^"]*\""""
)
"""What a style does to cites and entries because of others beside them: "2008a", "J. Karlsrud", "———"."""
_IF_ALIKE, _NEVER = 'disambiguate="true"', 'is-uncertain-date="none"'
"""A style's question whether two cites look alike, and one whose answer is no: no item has a date of this name."""
_HYPHEN, KEPT_HYPHEN = "-", "\u2011"


@dataclass(frozen=True, slots=True)
class SetCite:
    """One cite in one style, as plain text."""

    text: str
    """What stands in the note or in the sentence: "(Karlsrud, 2015, p. 41)"."""
    reference: str
    """The work's entry in the list of references; "" in styles that have none."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What pandoc is given for one cite."""

    item: Csl
    suffix: str


def locator(label: str, value: str) -> Locator:
    """A locator with a true range dash: "41-43" becomes "41–43", and "S-12", which is one label, stays.

    Args:
        label: a CSL locator term: "page", "paragraph", "chapter", "note".
        value: as printed, or a range of two such.
    """
    both = _RANGE.fullmatch(value)
    return Locator(label, f"{both[1]}–{both[2]}" if both else value.strip())


def cite_texts(cites: Sequence[ToCite], style: str = DEFAULT_STYLE) -> list[str]:
    """Many cites, in order, each as plain text, whole and never shortened; see `set_cites`."""
    return [cite.text for cite in set_cites(cites, style)]


def set_cites(cites: Sequence[ToCite], style: str = DEFAULT_STYLE) -> list[SetCite]:
    """Many cites, in order, each with its entry in the list of references.

    Those that were not set before are set in one run of pandoc.

    Args:
        cites: the works and places.
        style: one of `ui.cites.styles.STYLES`, or the path of a .csl file.

    Raises:
        CitingError: there is no such style, or pandoc cannot read an item.
    """
    if not cites:
        return []
    alone, language = _standing_alone(style_file(style).read_text(encoding="utf-8")), language_arguments(style)
    wanted = [_Asked({**settable(csl, style), "id": "c"}, suffix(place)) for csl, _, place in cites]
    lua = files("ui").joinpath("data", "cites.lua").read_text(encoding="utf-8")
    try:
        means = _digest([pandoc.identity(), lua, alone, language])
        slots = [_digest([means, one.item, one.suffix]) for one in wanted]
        kept = cite_cache().get(slots)
        missing = {slot: one for slot, one in zip(slots, wanted, strict=True) if slot not in kept}
        if missing:
            made = dict(zip(missing, _run_pandoc(list(missing.values()), alone, lua, language), strict=True))
            cite_cache().put(made)
            kept |= made
    except pandoc.PandocFailed as error:
        keys = ", ".join(dict.fromkeys(key for _, key, _ in cites))
        raise CitingError(f"pandoc cannot set the cite of {keys}: {error}") from error
    return [SetCite(*kept[slot]) for slot in slots]


def settable(csl: Csl, style: str = DEFAULT_STYLE) -> Csl:
    """The item as the style can set it: titles in sentence case where it asks for that, UN documents as it can."""
    return in_sentence_case(_un_document(csl, style), style_id(style))


def _un_document(csl: Csl, style: str) -> Csl:
    """A UN document, which no style knows, as a style can set it; any other work as it is.

    As legislation styles know national laws alone: Chicago would write "Pub. L. No. S/RES/2100 (2013)" and OSCOLA leave
    the symbol out. As a report a resolution keeps its body and its symbol, without the year that stands in the title
    and the date. What was issued by its author has no other publisher, as Chicago and APA rule; OSCOLA writes "UN Doc"
    before the symbol.
    """
    symbol = str(csl.get("number", ""))
    if csl.get("type") not in ("legislation", "report") or not _UN_SYMBOL.match(symbol):
        return csl
    bare = _YEAR_OF_SYMBOL.sub("", symbol)
    if style == "oscola" and (law := as_oscola(csl, bare)):
        return law
    item = {**csl, "type": "report", "number": f"UN Doc {bare}" if style == "oscola" else bare}
    author, publisher = str(((csl.get("author") or [{}])[0]).get("literal", "")), str(csl.get("publisher", ""))
    # Its genre says at which meeting a resolution was adopted, which no style wants before the symbol.
    dropped = {"genre"} if csl["type"] == "legislation" else set()
    dropped |= {"publisher"} if publisher and author.startswith(publisher) else set()
    dropped |= {"number"} if _YEAR_OF_SYMBOL.sub("", str(csl.get("title", ""))) == bare else set()
    return {name: value for name, value in item.items() if name not in dropped}


def _standing_alone(style: str) -> str:
    """A style's text without what it does to works because of others: each cite set here is copied by itself.

    Every cite is of an item of its own, so that none comes out short because one before it was of the same work.
    """
    return _IN_COMPANY.sub("", style).replace(_IF_ALIKE, _NEVER)


def _digest(told: object) -> str:
    """Of all that pandoc is given; a cite set of the same by the same means reads the same."""
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


def suffix(place: Locator | None) -> str:
    """What follows the work in a cite of pandoc's: ", {page 41–43}", its term written out; "" for no place.

    "chap." is no term in British English, but "chapter" is one everywhere.
    """
    if place is None or not place.value:
        return ""
    if is_in_words(place):
        return f", {{}}, {locator_words(place)}"  # empty braces: what comes is no locator
    # A hyphen inside a label is no range; pandoc would set "S-12" as "pp. S–12".
    value = place.value.replace(_HYPHEN, KEPT_HYPHEN)
    # "67n12" names the page with the note on it, and is set as pages are.
    label = "page" if place.label == "note" and _NOTE_ON_PAGE.fullmatch(place.value) else place.label
    return f", {{{label} {value}}}"


def _run_pandoc(asked: Sequence[_Asked], style: str, lua: str, language: Sequence[str]) -> Iterator[Kept]:
    """Each cite with its entry, as `data/cites.lua` takes them from what pandoc sets.

    Args:
        asked: the cites.
        style: the style's text.
        lua: the filter's text.
        language: arguments that name the style's language.
    """
    items = [{**one.item, "id": f"c{number}"} for number, one in enumerate(asked)]
    paragraphs = [nodes.para([nodes.cite(f"c{number}", one.suffix)]) for number, one in enumerate(asked)]
    with TemporaryDirectory() as folder:
        named = {"items.json": json.dumps(items), "alone.csl": style, "cites.lua": lua}
        paths = {name: Path(folder) / name for name in named}
        for name, text in named.items():
            paths[name].write_text(text, encoding="utf-8")
        arguments = [f"--bibliography={paths['items.json']}", f"--csl={paths['alone.csl']}", *language]
        answer = pandoc.convert(
            nodes.document(paragraphs), "json", "json", *arguments, f"--lua-filter={paths['cites.lua']}"
        )
    texts = ["".join(inline["c"] for inline in block["c"]) for block in json.loads(answer)["blocks"]]
    whole = [text.replace(KEPT_HYPHEN, _HYPHEN) for text in texts]
    return zip(whole[::2], whole[1::2], strict=True)
