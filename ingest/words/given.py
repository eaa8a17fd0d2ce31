"""Given names, and words that are surely none: what tells "Neumann, Iver" from "Hartmann, Capitalism, Patriarchy"."""

import re

from ingest.words.folding import fold
from ingest.words.wordlists import wordlist

COMMON = wordlist("given_names")
INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.?(?:\s|-|(?<=\.)|$)){1,4}$")
TITLE_WORDS = wordlist("title_words")
_PART = re.compile(r"[\s-]")
_ABSTRACT = re.compile(
    r"\w{3,}(?:ism|isms|ismus|isme|tions?|sions?|ments?|ness|it(?:y|ies|és?|ät|äten)|ungs?|ungen|[hk]eit(?:en)?|schaft(?:en)?"
    r"|ships?|hood|olog(?:y|ies?|ien)|rechte?s?|gesetz(?:es)?|politik|kriege?|frieden|ökonomie|arbeit|keep(?:ing|ers?)"
    r"|building|making|konflikte?|einsätze)$"
)
"""What ends the nouns that titles begin with: "Capitalism", "Zeitökonomie", "Peacekeeping", "Entwicklung"."""


def is_given(text: str) -> bool:
    """Whether `text` is surely a given name: initials, or one that is common."""
    return bool(INITIALS.fullmatch(text)) or any(fold(t) in COMMON for t in _PART.split(text))


def is_title_word(word: str) -> bool:
    """Whether a word begins titles and is no given name."""
    plain = fold(word)
    return plain in TITLE_WORDS or bool(plain not in COMMON and not word.isupper() and _ABSTRACT.match(word))


def may_be_given(text: str) -> bool:
    """Whether `text` may be a given name as far as its words tell: not "Capitalism", "Doing Gender" or "Arbeit"."""
    return bool(INITIALS.fullmatch(text)) or not any(map(is_title_word, _PART.split(text)))
