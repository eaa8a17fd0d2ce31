"""How a title is written: without the hyphens of its lines, and out of the capitals that it was printed in."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from ingest.model import Block
from ingest.words.folding import FUNCTION_WORDS

_LOUD = re.compile(r"[^\W\d_a-zß-ÿ]{3,}\b")
"""A word in capitals, and no initial."""
FRONT = 60
"""Blocks from the front among which the words of a title are looked for."""
_TITLE_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_HYPHENED = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_INSIDE = re.compile(r"(?<=[^\W\d_]\s)[^\W_]+(?:['’-][^\W_]+)*|(?<=,\s)[^\W_]+(?:['’-][^\W_]+)*")
"""Words within sentences: what opens one has a capital anyway."""
_SPECK = re.compile(r"(?<=[^\W\d_])[!|¦](?=[^\W\d_])")
"""Dirt on the paper that OCR takes for a sign in a word: "PROTECTIO!N"."""
_LEAST_CASED = 3
"""Words of a title in capitals; fewer may be a name or an acronym, and no more are no sentence."""
_LETTERS_ALONE = re.compile(r"[^\W\d_]{2}|[^\W\d_AEIOUY]{3,}|X{0,3}(?:IX|IV|V?I{1,3}|V|(?<=X))")
"""What no word is but letters or a roman number: "UN", "DRC", "III"."""
_KNOWN = 0.8
"""Of these words, the share that the text must write, too."""


def unbroken(title: str, blocks: Sequence[Block]) -> str:
    """A title without the hyphens that only ended its lines, as far as the text's own words show."""
    if "-" not in title:
        return title
    known = {word for block in blocks[:FRONT] for word in _TITLE_WORD.findall(block.text)}
    return _HYPHENED.sub(
        lambda word: whole if word[0] not in known and (whole := word[0].replace("-", "")) in known else word[0], title
    )


def cased(title: str, own: str, blocks: Sequence[Block]) -> str:
    """A title set in capitals as the file's own title writes it, where the two are otherwise the same.

    Else as the text writes its words within sentences, if it has nearly all of them: "FINANCING OF THE UNITED NATIONS
    OPERATION IN SOMALIA II" names its mission below in small letters. Else each word with one capital, as titles are
    printed that are not in capitals: "Rules for a Short War".
    """
    if not title.isupper():
        return title
    title = _SPECK.sub("", title)
    if title.casefold() == own.casefold():
        return own
    words = [word.casefold() for word in _TITLE_WORD.findall(title)]
    if len(words) < _LEAST_CASED:
        return title
    written: dict[tuple[str, ...], Counter[str]] = {}
    for block in blocks:
        if block.kind == "paragraph" and not block.text.isupper():
            _count_forms(block.text, written)
    known = len(words) > _LEAST_CASED and sum((word,) in written for word in words) >= _KNOWN * len(words)
    places = iter(range(len(words)))

    def as_written(word: re.Match[str]) -> str:
        forms = _forms(words, next(places), written)
        form = forms.most_common(1)[0][0] if forms else ""
        opens = not title[: word.start()].rstrip(' “‘"') or title[: word.start()].rstrip(' “‘"')[-1] in ":.?!"
        return form if known and form else _in_headline(word[0], form, opens=opens)

    made = _TITLE_WORD.sub(as_written, title)
    return made[:1].upper() + made[1:]


def _in_headline(word: str, form: str, *, opens: bool) -> str:
    """A word of a title in capitals: small where it is a function word, as it stands where the text has it so.

    Of words that the text never writes, two letters and what has no vowel are an acronym.
    """
    small = word.lower()
    if small in FUNCTION_WORDS and not opens:
        return small
    acronym = form.isupper() if form else _LETTERS_ALONE.fullmatch(word) is not None
    return word if acronym else "-".join(part.capitalize() for part in word.split("-"))


def _count_forms(text: str, written: dict[tuple[str, ...], Counter[str]]) -> None:
    """Count how a text writes each word within its sentences, by itself and between its neighbours."""
    inside = {found.start() for found in _INSIDE.finditer(text)}
    words = list(_TITLE_WORD.finditer(text))
    for at, word in enumerate(words):
        if word.start() not in inside:
            continue
        form = word.group()
        if form.isupper() and any(map(_LOUD.match, text[: word.start()].split()[-1:] + text[word.end() :].split()[:1])):
            continue  # a title in capitals within the text
        before = words[at - 1].group().casefold() if at else ""
        after = words[at + 1].group().casefold() if at + 1 < len(words) else ""
        for key in ((form.casefold(),), (before, form.casefold()), (before, form.casefold(), after)):
            written.setdefault(key, Counter())[form] += 1


def _forms(words: Sequence[str], at: int, written: Mapping[tuple[str, ...], Counter[str]]) -> Counter[str] | None:
    """How the text writes a word of the title: between the same neighbours, else after the same word, else anywhere.

    "colonial Countries and Peoples" is small in one phrase and large in the name of a declaration.
    """
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    keys = ((before, words[at], after), (before, words[at]), (words[at],))
    return next((written[key] for key in keys if key in written), None)
