"""A work that is cited from another one: "Karlsrud, “The UN at War,” 41, cited in Ravn, “Consent,” 65".

Honest where only the second work was read, and what each guide asks for; the list of references then names that one.
"""

from collections.abc import Mapping

from ingest.model import Csl, Locator
from ui.cites.citing import SetCite, set_cites

_WORDS: Mapping[str, str] = {"apa": "as cited in", "mla": "qtd. in"}
"""Where a guide has words of its own; all others say "cited in"."""

Place = tuple[Csl, str, Locator | None]
"""A work, its citekey, and the place in it."""


def cited_in(work: Place, read: Place, style: str) -> SetCite:
    """One work as it is cited in another.

    Args:
        work: what is meant.
        read: where that was found.
        style: one of `ui.cites.styles.STYLES`, or the path of a .csl file.

    Raises:
        CitingError: there is no such style, or pandoc cannot read an item.
    """
    first, second = set_cites([work, read], style)
    words = _WORDS.get(style, "cited in")
    if not (_in_brackets(first.text) and _in_brackets(second.text)):
        return SetCite(f"{first.text.removesuffix('.')}, {words} {second.text}", second.reference)
    inside = second.text[1:-1]
    # MLA names the first work in the sentence and nowhere else.
    whole = f"({words} {inside})" if style == "mla" else f"({first.text[1:-1]}, {words} {inside})"
    return SetCite(whole, second.reference)


def _in_brackets(cite: str) -> bool:
    return cite.startswith("(") and cite.endswith(")")
