"""Roman numerals: as page labels of front matter, and as the numbers of notes (Word's endnotes are i, ii, iii)."""

PATTERN = r"(?=[ivxlc])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
"""A small roman numeral from i to cccxcix."""

_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_STEPS = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def value(text: str) -> int:
    """Return what a small roman numeral says: "xiv" is 14."""
    values = [_VALUES[letter] for letter in text]
    return sum(-value if value < max(values[i:]) else value for i, value in enumerate(values))


def roman(number: int) -> str:
    """Return a number as a small roman numeral: 14 is "xiv"."""
    out = ""
    for size, letters in _STEPS:
        out += letters * (number // size)
        number %= size
    return out
