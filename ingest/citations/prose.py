"""Telling comment from citation: what a sentence has and a reference has not."""

import re
from functools import lru_cache

from ingest.citations.csl import Description
from ingest.citations.segments import Shield
from ingest.words.rare import Rare
from ingest.words.wordlists import wordlist

_OF_SENTENCES = wordlist("of_sentences")
"""Verbs and pronouns that sentences have and references have not."""
_PHRASE_OF_SENTENCES = re.compile(
    r"\b(?:(?:notes?|states?)\sthat|I(?=\s[a-z])(?!\s[a-z]+i\s)"
    r"|il(?=\s(?:n[’']|s[’']|y|a|est|était|ne|se|faut|fut|semble|reste|existe|convient|importe|va)\b))\b"
)
"""Among them the French "il", which in Italian is an article."""
_WORD = re.compile(r"\w+")
_STOP = re.compile(
    r"(?:,\s|\s[–—-]\s|\s\(|\.\s|:\s|\s)(?=(?:which|who|whose|where|arguing|noting|describing|discussing"
    r"|by\swhich|quoting|citing|showing|stating|explaining|emphasi[sz]ing|concluding|providing|offering|in\swhich"
    r"|for\swhom|although|while|but|where|with\sfurther|on\sthe\s|on\show|for\s(?:a|an|the)\s"
    r"|as\swell\sas\sthe|however"
    r"|argues?|suggests?|notes?|shows?|claims?|writes?|calls?|finds?|describes?|speaks|defines?|observes?"
    r"|makes?|sees?|is|are|was|were|has|have|had|does|did|would|will"
    r"|hat|ist|sind|war|spricht|bestimmt|nennt|zur|mit\sweiteren|mit\sweit|m\.w\.N|est|parle|montre|estime"
    r"|a\smontré|qui|où|analyse)\b)"
)
_IMPRINT_END = re.compile(
    r"\((?:[^()]|\([^()]*\))*?(?:1[5-9]|20)\d\d[^()]*\)(?:[,:]?\s?(?:at\s)?(?:pp?\.\s?)?\d+(?:[–-]\d+)?(?:\s?ff?\.?)?)?"
)
_TITLE_WORD = re.compile(
    r"\b(?:Report|Review|Handbook|Guidelines|Study|Survey|Statement|Remarks|Speech|Address|Message|Testimony|Strategy|Manual|Doctrine|Policy|Framework"
    r"|Concept|Directive|Principles|Press\sRelease|Communiqué|Communique|Declaration|Plan|Agenda|Guide|Paper"
    r"|Brief|Rapport|Livre|Plan|Bericht|Leitlinien|Factsheet|Fact\sSheet|Bulletin|Compendium|Yearbook"
    r"|Annuaire|Dictionnaire|Dictionary|Encyclopa?edia|Informe|Koalitionsvertrag|Operations|Peacekeeping"
    r"|Peace)\b",
)
_WORD_NEXT = re.compile(r"\s[a-z]{4,}\s")
_QUOTATION = Rare(r"“[^”]*”?|«[^»]*»?|„[^“”]*[“”]?|\"[^\"]*\"|(?<!\w)[‘'][^’']*(?:[’'](?=\w)[^’']*)*[’']", *"“«„\"‘'")
_HERE = Rare(r",\shere\s(?=(?:at\s)?(?:pp?\.\s?)?\d)", ", here ")
"""What stands before a page pointed to and is no word of a sentence: "pp. 723–40, here p. 728"."""
_URL = Rare(r"\bhttps?:\s?//\S+", "http")
_BRACKETS = Rare(r"\([^()]*\)|\[[^\]]*\]", "(", "[")


def _plain(text: str) -> str:
    """Return `text` without quotations, brackets and addresses, whose verbs say nothing: "/How-did-it-turn-out"."""
    return _BRACKETS.sub(" ", _QUOTATION.sub(" ", _HERE.sub(",", _URL.sub(" ", text))))


@lru_cache(maxsize=8192)
def is_prose(text: str) -> bool:
    """Whether `text`, its quotations and brackets aside, has the verbs and pronouns of a sentence."""
    plain = _plain(text)
    return not _OF_SENTENCES.isdisjoint(_WORD.findall(plain)) or bool(_PHRASE_OF_SENTENCES.search(plain))


def sentence_words(text: str) -> int:
    """How many verbs and pronouns of sentences `text` has, its quotations and brackets aside."""
    plain = _plain(text)
    return sum(word in _OF_SENTENCES for word in _WORD.findall(plain)) + len(_PHRASE_OF_SENTENCES.findall(plain))


_BEGUN = 12
"""Characters: names with a year, "HMIC (2016)", are no citation yet."""


def end_of_citation(text: str, shield: Shield, start: int) -> int | None:
    """Return where the citation at the beginning of `text` ends and a comment on it begins; None if it is all comment.

    "Fortna, Does Peacekeeping Work? (Princeton: PUP, 2008), 45, who finds that ..." ends before ", who".

    Args:
        text: A piece of a note, from offset `start` of the text that `shield` is of.
        shield: The quotations and brackets of the whole.
        start: Offset of `text` in the whole.
    """
    if (m := _IMPRINT_END.search(text)) and _WORD_NEXT.match(text, m.end()) and text[m.end() - 1].isdigit():
        # "..., vol 1 (Oxford University Press 1969) 338 prints the text"
        return m.end()
    if not is_prose(text):
        return len(text)
    if m := _IMPRINT_END.search(text):
        head = text[: m.end()]
        if is_prose(head):
            return None
        if not shield.quoted(start + m.start()) and len(head) > _BEGUN and not _STOP.search(_plain(head)):
            return m.end()
    for m in _STOP.finditer(text):
        if shield.covers(start + m.start()) or m.start() < _BEGUN:
            continue
        head = text[: m.start()]
        if re.search(r"[”’\"»]$|\d$|\)$", head) and not is_prose(head):
            return m.start()
    return None


_BEGINS = re.compile(r"[A-ZÀ-ÖØ-Þ0-9¿¡«“‘\"(\[…]")
_BEGINS_SENTENCE = re.compile(
    r"(?:As|It|This|These|That|Those|In\sthis|Her|His|Their|Its|First|Second|Third|Finally|However|Moreover"
    r"|Figures?|Data|Approximately|Adopted|Signed|Emphasis|Translation|Thanks|Ibid|See)\b"
)


def is_title(title: str) -> bool:
    """Whether unquoted words can be a title: they begin like one and are no more than one."""
    return bool(_BEGINS.match(title)) and len(title.split()) <= 45 and not _BEGINS_SENTENCE.match(title)


def is_published_title(found: Description, text: str) -> bool:
    """Whether a title without author or quotation marks, but with a date or address, is a work's.

    "Report of the Panel on Peace Operations (2000)" is; "Figures for 2024 exclude Gaza" is not.
    """
    title = found.title
    capitals = sum(w[0].isupper() for w in title.split() if w[0].isalpha())
    lower = sum(w[0].islower() and len(w) > 4 for w in title.split())
    enough = len(title.split()) >= 2 and capitals > lower
    if any(k in found.csl for k in ("URL", "DOI", "publisher", "volume")):
        return enough
    return (
        enough
        and bool(_TITLE_WORD.search(title))
        and bool(re.search(r"\((?:[^()]*\s)?(?:1[5-9]|20)\d\d\)|,\s(?:\d{1,2}\s)?(?:\w+\s)?(?:1[5-9]|20)\d\d\b", text))
    )
