"""Which language a text is written in."""

import re
from collections import Counter
from functools import cache
from typing import Any

UNKNOWN = "und"

_ENOUGH = 40
"""Words below which a guess is luck: a note, a title, a stamp."""
_SURE = 0.9
_READ = 20_000
"""Characters that are looked at: more does not change the answer."""

_COMMON = {
    # A tenth of any prose at least, and each in no other language of this list.
    "en": frozenset({"the", "of", "and", "to", "that", "with", "for", "was", "by"}),
    "fr": frozenset({"les", "des", "et", "dans", "une", "est", "pour", "au", "du"}),
    "de": frozenset({"der", "die", "und", "das", "den", "von", "zu", "nicht", "ist"}),
    "es": frozenset({"los", "el", "las", "y", "del", "por", "una", "para", "es"}),
    "it": frozenset({"il", "di", "che", "della", "per", "è", "gli", "nel", "sono"}),
}
_SHARE = 0.1
_LEAD = 4
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """ISO 639-1 code of the language that most of the text is in, "und" where it cannot be told.

    Meant for a page or a document. The commonest words settle the languages whose notes Bluenote reads; for all
    others py3langid is asked, whose model takes longer to unpack than most articles take to read.
    """
    words = _WORD.findall(text[:_READ].lower())
    if len(words) < _ENOUGH:
        return UNKNOWN
    count = Counter(words)
    votes = Counter({code: sum(count[word] for word in common) for code, common in _COMMON.items()})
    (code, first), (_, second) = votes.most_common(2)
    if first >= _SHARE * len(words) and first >= _LEAD * second:
        return code
    return _asked(text[:_READ])


def _asked(text: str) -> str:
    code, probability = _identifier().classify(text)
    # Longer codes are dialects and "zxx", no language at all.
    return str(code) if probability >= _SURE and len(code) == 2 else UNKNOWN


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
