"""Words as LaTeX reads them, for the samples and for the trial layouts of `tests/bench/layouts`."""

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\u00a0": "~",
    "\u202f": r"\,",
    "−": r"\textminus{}",
    "†": r"\textdagger{}",
    "‡": r"\textdaggerdbl{}",
    "*": r"\textasteriskcentered{}",
    **{character: f"\\{character}" for character in "#$%&_"},
}


def escaped(words: str) -> str:
    """Each character that means something to LaTeX, or that its fonts lack, as the command that prints it."""
    return "".join(_SPECIAL.get(character, character) for character in words)
