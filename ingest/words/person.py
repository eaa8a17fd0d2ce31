"""One person's name, in either order, with particles: "Benjamin de Carvalho", "Keitz, Ursula von"."""

import re
from functools import lru_cache
from importlib import resources

from ingest.words.folding import fold
from ingest.words.given import COMMON, INITIALS, is_given, may_be_given
from ingest.words.rare import Rare
from ingest.words.wordlists import wordlist

PARTICLES = wordlist("particles")
FAMILY_PARTICLES = wordlist("family_particles")
_ALSO_GIVEN = frozenset({"al", "ben", "van"})
"""Of these what begins a name as a given one: "Ben Bernanke", "Al Gore"."""
_TITLES = re.compile(
    r"(?:(?:Dr|Prof|Sir|Lt|Col|Gen|Maj|Brig|Hon|Mr|Mrs|Ms|Amb|H\.E|Ambassador|General|Professor|Major|Colonel"
    r"|Lieutenant|Rev|Mme|Mlle|Capt|Adm)\.?\s)+(?=[A-Z])"
)
_TOKEN = re.compile(r"(?:[A-ZÀ-ÞČĆĐŁŘŚŠŻŽ][\w’'`.-]*|[A-ZÀ-Þ]\.(?:-?[A-Z]\.)*|d[’'][A-Z]\w+|al-[A-Z]\w+|Jr\.?|I{1,3})$")
_GIVEN_IN_BRACKETS = re.compile(
    r"^(?P<family>[A-ZÀ-Þ][\w’' -]+?)\s\((?P<given>[A-ZÀ-Þ](?:[\w’'. -]*[a-zà-ÿ]|[\w. -]*\.))\)$"
)
_NO_FAMILY_NAME = re.compile(
    r"^(?:[A-ZÀ-Þ][\w-]+\s){1,7}[A-Z][a-z]+(?:tion|ics|ship|work|book|ology|ity|Stiftung|phase)$|\s(?:Stiftung|Gesellschaft|Verband|Verein|Ausschuss)$"
)
"""What ends the name of a body and no one's family name: "... Phase Classification", "Hans Böckler Stiftung"."""
_TOUCHING = Rare(r"\.(?=[A-ZÀ-Þ])", ".")
"""Initials without a space: "A.B. Smith"."""
_NOT_NAMES = wordlist("not_names")
_ARTICLES = frozenset({"Die", "The", "Les", "Une", "Eine", "Ein"})
"""No name begins with these; with others some do: "Der Derian", "Das Gupta", "La Rosa"."""


@lru_cache(maxsize=1)
def _letters() -> frozenset[str]:
    """Bodies known by letters that read like a family name in capitals: "DPKO", "OHCHR"."""
    lines = resources.files("ingest").joinpath("data/bodies.csv").read_text("utf-8").splitlines()
    return frozenset(line.partition(",")[0] for line in lines[1:])


def two_family_names(first: str, second: str) -> bool:
    """Whether a double family name and its given name stand there: "Carrillo Salcedo", "Juan Antonio"."""
    families, given = first.split(), second.split()
    return (
        len(families) == 2
        and 1 <= len(given) <= 2
        and not is_given(families[0])
        and all(fold(name) in COMMON or INITIALS.fullmatch(name) for name in given)
        and all(_TOKEN.match(t) for t in families)
    )


def single(text: str) -> bool:
    """One family name, perhaps with its particle or hyphen: "Fortna", "de Carvalho"."""
    return len([t for t in text.split() if t.lower() not in PARTICLES]) == 1


def given_name(text: str) -> bool:
    """Whether `text` may be the given names after a family name and a comma: "Virginia Page", "Ursula von"."""
    tokens = text.split()
    while len(tokens) > 1 and tokens[-1] in PARTICLES:
        tokens.pop()
    if any(t.isupper() and len(t) > 2 and "." not in t and "-" not in t for t in tokens) or not may_be_given(text):
        return False  # "Palandt, BGB", "Hartmann, Capitalism"
    longest = 3 if len(tokens) == len(text.split()) else 4  # "Paulo Roberto Campos Tarrisse da"
    return 1 <= len(tokens) <= longest and all(
        _TOKEN.match(t) and (fold(t) not in _NOT_NAMES or INITIALS.fullmatch(t)) for t in tokens
    )


def inverted(family: str, given: str) -> dict[str, str] | None:
    """Read "Fortna", "Virginia Page" or "Keitz", "Ursula von"; None where they are no name."""
    *first, last = given.split()
    if first and last in PARTICLES:
        while first and first[-1] in PARTICLES:
            last = f"{first.pop()} {last}"
        return full_name(" ".join(first), last, _cased(family)) if first else None
    one = person(family)
    if one is None or "literal" in one:
        return None  # "ILO, Int."
    if family.split()[0].lower() in PARTICLES and family[:1].isupper():
        return full_name(given, "", family)  # "Van der Lijn, J."
    if two_family_names(family, given):
        return {"family": " ".join(map(_cased, family.split())), "given": given}
    whole = " ".join(x for x in (one.get("given", ""), one.get("family", "")) if x)
    return full_name(given, one.get("non-dropping-particle", ""), whole)


def person(text: str) -> dict[str, str] | None:
    """Read one name in its direct order ("Benjamin de Carvalho", "DROZ (Jacques)"); None where it is none."""
    text = _TITLES.sub("", text.strip())
    if m := _GIVEN_IN_BRACKETS.match(text):
        return full_name(m["given"], "", m["family"].title() if m["family"].isupper() else m["family"])
    if _NO_FAMILY_NAME.search(text) and not any(fold(t) in COMMON for t in text.split()):
        return {"literal": text}
    if text in _letters():
        return {"literal": text}
    tokens = _TOUCHING.sub(". ", text).split()
    tokens = ["von" if t == "v." else t for t in tokens if t not in {"Jr", "Jr.", "Sr."}]
    if not tokens or (tokens[0] in _ARTICLES and len(tokens) > 1):
        return None  # "Die Vereinten Nationen"
    for i, token in enumerate(tokens):
        if token.lower() in PARTICLES and i < len(tokens) - 1:
            continue
        if "." in token and re.fullmatch(r"(?:[A-ZÀ-Þ]\.-?)+", token):
            continue
        common = fold(token) in _NOT_NAMES and len(tokens) < 3 and not is_given(tokens[0])
        if not _TOKEN.match(token) or common or fold(token) in {"the", "of", "and", "in"}:
            return None
    tokens = _given_first(tokens)
    if not tokens:
        return None
    at = len(tokens) - 1
    while at > 0 and tokens[at - 1].lower() in PARTICLES and tokens[at - 1].islower():
        at -= 1
    if _begins_family(tokens, at - 1):
        # "Le Bihan", "Van der Lijn"; a small particle before it stays apart: "Warren de La Rue"
        family = _cased(" ".join(tokens[at - 1 :]))
        at -= 1
        small = at - 1 if at > 0 and tokens[at - 1] in PARTICLES else at
        return full_name(" ".join(tokens[:small]), " ".join(tokens[small:at]), family)
    particle = list(tokens[at:-1])
    return full_name(" ".join(tokens[:at]), " ".join(particle), _cased(tokens[-1]))


def _begins_family(tokens: list[str], at: int) -> bool:
    """Whether a capital particle at `at` begins the family name: "Roger Mac Ginty", "Du Plessis"."""
    if at < 0 or not tokens[at][0].isupper() or tokens[at].isupper() != tokens[-1].isupper():
        return False
    folded = fold(tokens[at])
    return folded in FAMILY_PARTICLES and (at > 0 or folded not in _ALSO_GIVEN)


_TWO = 2
_KOREAN = re.compile(r"(?!Al-|El-|Ul-|Abu-)[A-Z][a-z]{1,5}-[a-z]{2,5}")
"""A given name behind its family name: "Ban Ki-moon"."""


def _given_first(tokens: list[str]) -> list[str]:
    """Put what stands behind a family name before it: "Solhjell R", "POULIGNY Béatrice"; [] for an initial alone."""
    if tokens[-1].rstrip(".") == tokens[-1][:1]:
        if len(tokens) == 1:
            return []
        # "Bacevich Andrew J." has its family name before a given name that is common
        apart = fold(tokens[1]) in COMMON and fold(tokens[0]) not in COMMON
        return tokens[1:] + tokens[:1] if apart else tokens[-1:] + tokens[:-1]
    if len(tokens) == _TWO and _KOREAN.fullmatch(tokens[1]):
        return tokens[::-1]
    family = 0
    while (
        family < len(tokens)
        and tokens[family].isupper()
        and (len(tokens[family]) > _INITIALS or fold(tokens[family]) in FAMILY_PARTICLES)
        and "." not in tokens[family]
    ):
        family += 1
    given = tokens[family:]
    plain = all(t[:1].isupper() and not t.isupper() and "." not in t for t in given)
    if family and given and plain and may_be_given(" ".join(given)):
        return [*given, " ".join(tokens[:family])]
    return tokens


_SHORTEST_LOUD = 3
"""Letters of a family name in capitals that may be an acronym."""
_INITIALS = 2
"""Letters of "JM", which are a given name's; "UN" and "AU" are no one's family."""


def _cased(family: str) -> str:
    """Bluebook's small capitals come out as capitals: "BLACKSTONE" -> "Blackstone", not "Díez De Velasco"."""
    if not family.isupper() or len(family) <= _SHORTEST_LOUD or "." in family:
        return family
    first, *rest = family.title().replace("’S", "’s").split(" ")
    return " ".join((first, *(word.lower() if word.lower() in PARTICLES else word for word in rest)))


def full_name(given: str, particle: str, family: str) -> dict[str, str]:
    """Return a CSL name; Bluebook's small capitals come out as capitals: "TORRANCE" -> "Torrance"."""
    name = {"family": family}
    if given:
        capitals = given.isupper() and any(len(t) > _INITIALS and "." not in t for t in given.split())
        name["given"] = " ".join(t if "." in t else t.title() for t in given.split()) if capitals else given
    if particle:
        name["non-dropping-particle"] = particle
    return name
