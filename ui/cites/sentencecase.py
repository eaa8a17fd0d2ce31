"""English titles in sentence case, for the styles whose guides ask for it: "The UN at war: Examining its consequences".

CSL leaves that to the data, for no style can tell names from other words. Here a title that somebody wrote with
capitals throughout is lowered word by word, where a word is surely common (`ui.cites.titlewords`); titles in other
languages stay.
"""

import re
from collections.abc import Sequence
from functools import cache

from index.terms.functionwords import telling
from ingest.model import Csl
from ui.cites.titlenames import table
from ui.cites.titlewords import Word, is_english, words_of

_TELLING = 3
"""Letters of the shortest word that tells whether a title is in headline style; shorter ones are small in either."""
_MOST = 2 / 3
"""Of these words, the share that has a capital in headline style."""


def in_sentence_case(csl: Csl, style: str) -> Csl:
    """The item with its titles as the style's guide wants them; as it is, where it wants nothing of the kind.

    Args:
        csl: the item.
        style: as the CSL project calls it (`ui.cites.styles.style_id`).
    """
    rules, kind = table(), str(csl.get("type", ""))
    subtitle = rules["styles"].get(style)
    if subtitle is None or kind not in rules["types"]["titles"].split():
        return csl
    fields = ("title", "title-short", *(["container-title"] if kind in rules["types"]["in_books"].split() else []))
    language = str(csl.get("language") or "")
    said = {name: str(csl[name]) for name in fields if csl.get(name)}
    return {**csl, **{name: lowered(title, subtitle, language) for name, title in said.items()}}


def lowered(title: str, subtitle: str, language: str = "") -> str:
    """A title in sentence case; one that is not English, or has no capitals throughout, keeps its words.

    Args:
        title: the title.
        subtitle: "capital" or "small", for its first word.
        language: of the title, as BCP 47 names it; "" where it is not known.
    """
    words = words_of(title)
    if not is_english(words, language):
        return title
    headline = is_headline(words)
    made, end = [], 0
    for word in words:
        made += [title[end : word.start], _written(word, subtitle, headline=headline)]
        end = word.end
    return "".join([*made, title[end:]])


def is_headline(words: Sequence[Word]) -> bool:
    """Whether a title's common words have capitals: "Making War and Building Peace"."""
    prepositions = table()["names"]["prepositions"].split()
    loud = {*telling([word.text for word in words])}
    told = [
        word.capital
        for word in words
        if word.common
        and not word.opens
        and len(word.text) >= _TELLING
        and word.text[0].isalpha()
        and word.text in loud
        and word.text.lower() not in prepositions
    ]
    return sum(told) >= _MOST * len(told) > 0


def _written(word: Word, subtitle: str, *, headline: bool) -> str:
    text = word.text
    if headline and word.common:
        text = text.lower()
    elif headline and not word.opens:
        text = _prefixed().sub(lambda prefix: prefix[0].lower(), text)
    raised = word.opens in ("title", "sentence") or (word.opens == "subtitle" and subtitle == "capital")
    # "eBay" and "d’Ivoire" begin small wherever they stand.
    return text[0].upper() + text[1:] if raised and word.common else text


@cache
def _prefixed() -> re.Pattern[str]:
    """“Non-UN forces”, “Sub-Saharan Africa”: a name keeps its capital, what is put before it does not."""
    return re.compile(rf"(?:{'|'.join(table()['names']['prefixes'].split())})(?=[-‑])", re.IGNORECASE)
