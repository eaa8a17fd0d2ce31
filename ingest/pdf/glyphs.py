"""What a file's codes stand for: ligatures, accents, private-use codes and odd spaces as plain text."""

import re
import unicodedata

_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# Symbol-encoded TrueType fonts number their glyphs from U+F020: letters in most fonts, bullets in Symbol and Wingdings.
_PRIVATE = re.compile(r"[\uf021-\uf07e\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc]")
# Fonts with old-style figures and small capitals as glyphs of their own number them from U+F721 (Adobe's corporate use
# area): "sevenoldstyle" U+F737, "Asmall" U+F761, where ASCII has 7 and a.
_EXPERT = re.compile(r"[\uf721-\uf77a\uf7e0-\uf7fe]")
_SYMBOL_FONT = re.compile(r"symbol|ding", re.IGNORECASE)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[" + "".join(_LIGATURES) + "]")
# Decomposed accents as TeX's old fonts draw them: a spacing accent, then its letter ("´e", "¨a").
_SPACING_ACCENTS = {"´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c"}
_ACCENT_LETTER = re.compile(r"([´`¨ˆ˜ˇ]) ?([A-Za-z\u0131])")
_TO_CLEAN = re.compile(
    r"[\x00-\x1f\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff\uf021-\uf0fc\uf721-\uf7fe´`¨ˆ˜ˇﬀ-ﬆ]"
)
"""What any of the above holds and most texts do not."""


def clean(text: str, font: str = "") -> str:
    """Return NFC text without ligatures, invisible characters, private-use codes and odd spaces.

    A soft hyphen stays at the end only: drawn there, it is a line-end hyphen, which `ingest.layout.joining` takes out.
    """
    if text.isascii() and text.isprintable():
        return text
    if "  " not in text and not _TO_CLEAN.search(text):
        return unicodedata.normalize("NFC", text)
    if _LIGATURE.search(text):
        text = _LIGATURE.sub(lambda found: _LIGATURES[found[0]], text)
    text = _INVISIBLE.sub("", _SPACES.sub(" ", text))
    if _PRIVATE.search(text):
        bullets = _SYMBOL_FONT.search(font) is not None
        text = _PRIVATE.sub(lambda found: "•" if bullets else chr(ord(found[0]) - 0xF000), text)
    if _EXPERT.search(text):
        text = _EXPERT.sub(lambda found: chr(ord(found[0]) - 0xF700), text)
    if "\u00ad" in text:
        text = text.rstrip("\u00ad").replace("\u00ad", "") + "\u00ad" * text.endswith("\u00ad")
    if _ACCENT_LETTER.search(text):
        text = _ACCENT_LETTER.sub(lambda found: found[2].replace("ı", "i") + _SPACING_ACCENTS[found[1]], text)
    return unicodedata.normalize("NFC", text)
