"""Short names that a document gives to a work: "(hereinafter Brahimi Report)", "[the ‘HIPPO report’]", "(VCLT)"."""

import re

from ingest.words.folding import words
from ingest.words.wordlists import wordlist

_DEFINES = re.compile(
    r"\[\s?(?:hereinafter|hereafter)\s(?P<whole>[^\[\]]{2,60})\]"
    r"|[(\[]\s?(?:(?P<key>hereinafter|hereafter|henceforth|ci-après|dorénavant|im\sFolgenden|nachfolgend"
    r"|en\sadelante|d[’']ora\sin\spoi)(?:\s(?:cited\sas|referred\sto\sas|as|zitiert\sals"
    r"|:))?[:,]?\s?)?(?:the\s|le\s|la\s|les\s)?"
    r"(?P<quote>[“‘\"«])?\s?(?P<name>[^“”‘’\"«»()\[\]]{2,70}(?:[’'][a-z][^“”‘’\"«»()\[\]]{0,50})?)\s?[”’\"»]?\s?[)\]]"
    r"|(?:,\s(?:hereinafter|hereafter|henceforth|ci-après)|\.\s(?:Hereinafter|Hereafter|Henceforth))[:,]?\s(?:cited\sas\s"
    r"|referred\sto\sas\s)?[“‘\"«]?(?P<loose>[^“”‘’\"«»(),;]{2,60})"
)


_PLAIN_NAME = re.compile(r"(?<=\d[\s)])\s?\((?:the\s)?(?P<name>[A-Z][\w’-]+(?:\s[A-Z][\w’-]+){0,4})\)")
_NAME_AND_LETTERS = re.compile(r"\((?P<name>[A-ZÄÖÜ][^(),\d]{2,60}),\s(?P<letters>[A-ZÄÖÜ][\w-]*[A-ZÄÖÜ])\)")
"""A law's short title and its letters: "(Militärgesetz, MG)"."""
_NOT_A_NAME = wordlist("not_short_names")


def defined_of_law(text: str) -> tuple[str, ...]:
    """Return the short names that a treaty's or case's citation defines, also without quotation marks.

    "Convention on the Privileges and Immunities of the United Nations ... 1 UNTS 15 (General Convention)".
    """
    plain = [m["name"] for m in _PLAIN_NAME.finditer(text) if not _NOT_A_NAME & set(m["name"].split())]
    for m in _NAME_AND_LETTERS.finditer(text):
        plain += [m["name"], m["letters"]]
    return tuple(dict.fromkeys((*defined(text), *plain)))


_NAMED_AGAIN = re.compile(r"[)>⟩\w/]\s?\((?P<name>[^()\d“”]{2,50})\)\s*\.?$")


def named_again(text: str) -> tuple[str, ...]:
    """Return the short name in brackets at a full citation's end, if the citation has its words: "(oscola)"."""
    m = _NAMED_AGAIN.search(text) if text.rstrip(" .").endswith(")") else None
    inside = words(m["name"]) if m else ()
    return (m["name"],) if m and inside and set(inside) <= set(words(text[: m.start()])) else ()


_ACRONYM = re.compile(r"[A-Z][A-Za-z]+[A-Z]\d?")


def defined(text: str) -> tuple[str, ...]:
    """Return the short names that `text` defines: "(hereinafter Brahimi Report)", "[the ‘HIPPO report’]", "(VCLT)"."""
    found = []
    for m in _DEFINES.finditer(text):
        name = (m["whole"] or m["name"] or m["loose"] or "").strip(" .,")
        acronym = _ACRONYM.fullmatch(name)
        told = m["whole"] or m["key"]  # "(hereinafter Review 2012)", but "(‘Oxford 2012)" is an imprint
        if name and (told or ((m["quote"] or m["loose"] or acronym) and not re.search(r"\d{4}$", name))):
            found.append(name)
    return tuple(found)
