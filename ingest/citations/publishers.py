"""Publishers and the towns where books appear."""

import re

from ingest.words.folding import fold
from ingest.words.joiners import AND
from ingest.words.wordlists import wordlist

PUBLISHER = re.compile(
    r"\b(?:Press|Publish\w*|Verlag|Routledge|Polity|Palgrave|Macmillan|Springer|Brill|Elsevier|Sage|SAGE"
    r"|Oxford|OUP|CUP|Éditions|Presses|Bruylant|L[’']Harmattan|Armand\sColin|Karthala|Nomos|Beck|Mohr"
    r"|Suhrkamp|Books|Ashgate|Hurst|Zed|Rienner|Norton|Penguin|Wiley|Blackwell|Dalloz|Pedone|LGDJ|PUF"
    r"|Universit\w+|Institut(?:e|o)?\b|Association|Editorial|Dataverse|Zenodo|Edizioni|Laterza|Giuffrè)\b"
)
_TOWNS = frozenset(town.replace("_", " ") for town in wordlist("publishing_towns"))


def is_town(words: str) -> bool:
    """Whether `words` are a town where books appear, or several: "München/Wien", "Bloomfield, CT"."""
    towns = re.split(rf"\s?/\s?|\s[–-]\s|\s{AND}\s|,\s", words.strip(" ,."))
    return fold(towns[0].removesuffix(" u. a.").removesuffix(" u.a.")) in _TOWNS
