"""Names of authors and editors: one or several, in either order, with particles, or of a body as a whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.words import compact, roles
from ingest.words.folding import ARTICLES, fold
from ingest.words.given import COMMON as GIVEN_NAMES
from ingest.words.given import INITIALS, is_given, is_title_word
from ingest.words.joiners import AND
from ingest.words.person import full_name, given_name, inverted, person, single, two_family_names
from ingest.words.rare import Opening, Rare
from ingest.words.wordlists import wordlist

_ROLE = re.compile(
    rf",?\s?(?:\(\s?(?:with\s)?(?P<in>{roles.EDITOR}|comps?\.?|trans\.?|trad\.?)\s?\)|\b(?P<bare>{roles.BARE}))"
)
_ROLE_LAST = re.compile(rf"\b{roles.BARE}")
_LONGEST_ROLE = 12
"""Characters at the end that hold such a role with its points and commas."""
_KEEPS_POINT = re.compile(r"\b[A-ZÀ-Þ]\.$|al\.$|u\.\s?a\.$")
_NO_NAME = re.compile(r"[“”«»\"!?=@\d]")
_ET_AL = Rare(
    r",?\s?(?:&\s|\band\s)?\b(?:et\.?\sal\.?|and\sothers|u\.\s?a\.|y\sotros|e\saltri|et\sautres|and\scolleagues"
    r"|ET\sAL\.?)(?=$|[\s,;:(])",
    *("et al", "et. al", "others", "u. a", "u.a", "otros", "altri", "autres", "colleagues"),
    flags=re.IGNORECASE,
)
_BY = Opening(r"(?:von|by|by the|par|dir\.)\s(?=[A-Z])", "vo", "by", "pa", "di")
_BETWEEN = re.compile(rf",?\s(?:{AND}|with|avec)\s|\s?/\s?|\s&\s?|;\s|\s[–-]\s(?=[A-Z])")
_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])-(?=[A-ZÀ-Þ]\.\s)")
"""What Italian practice joins names by: "L. M. Howard-A. K. Dayal"; in "Fromm/Nordemann-A. Nordemann" none."""
_BODY = re.compile(
    r"(?=[A-Z])\b(?:Dep[’']t|Comm[’']n|Comm(?=\.?$)|Ass[’']n|BBC|UNS[GC]|UNGA|Operations|UN|U\.N\.|United\sNations|Nations\sUnies|Council|Commission"
    r"|Committee|Ministry|Ministère|Department|Office|Institu(?:t|ut)\w*|Cent(?:re|er)|Group|Organi[sz]ation"
    r"|Union|Bank|Government|Secretariat|Secretary-General|Assembly|Agency|Association|Foundation|Fund|Court"
    r"|International|Network|Programme|Program|Project|Universi(?:ty|té|tät|tà|dade?|taire|t[aá]rio)"
    r"|Watch|Observatory|Observatoire|Observatorio|Survey|Monitor|Team|Unit|Panel|Division|Service|Bureau|Society|Federation|Alliance|Parliament|Congress|Senate"
    r"|Academy|City|County|Municipality|Mission|Board|Army|College|Initiative|School|Force|Authority"
    r"|Conseil|Comité|Assemblée|Secrétaire|Organisation|Gouvernement|Camera|Senato|Sénat|Cortes|Parlamento?|Bundesregierung|Bundestag|Ministerium"
    r"|Sans\sFrontières|Without\sBorders|Naciones\sUnidas|Nazioni\sUnite|Nações\sUnidas|Vereinte\sNationen|Consejo|Consiglio|Conselho|Comisión|Commissione|Comissão"
    r"|Ministerio|Ministero|Ministério|Gobierno|Governo|Unión|Unione|União|Tribunal|Corte"
    r"|Amt|Republic|Kingdom|States|House|Special\s(?:Rapporteur|Envoy|Representative))\b"
    r"|^[A-Z][A-Z&-]{1,9}$|^(?:AU|EU|NATO|OSCE)\s[A-Z]{2,6}$"
)
_OFFICE = re.compile(
    r"\s\((?:UN\s)?(?:Special|Independent|Deputy|Under-|Former|Force|Chair|Rapporteur|Secretary|President"
    r"|Minister)[^()]*\)"
)
"""What an author is, in brackets: "Giorgio Gaja (Special Rapporteur)"."""
_HANDLE = re.compile(r"\s\(@\w+\)")
"""An author's name on a social network: "UN Peacekeeping (@UNPeacekeeping)"."""
_ABBREVIATED = Rare(r"\s(?<=\w.)\([“‘\"]?(?P<short>[A-Z][A-Za-z&/-]*[A-Z])[”’\"]?\)", " (")
"""The abbreviation of the name before it: "World Health Organization (WHO)"."""
_NOT_IN_BODY = re.compile(r"\b(?:report|resolution|speech|statement|review|is|are|was|were|has|have|that)\b")
_SENTENCE_INSIDE = re.compile(r"[a-zà-ÿ]{4}\.\s[A-ZÀ-Þ][a-zà-ÿ]")
"""A full stop before a title's next words: "Instituut voor Oorlogsdocumentatie, Srebrenica. Een"."""
_FIRST_WORD_LARGE = re.compile(
    r"(?:Organisation|Conseil|Comité|Assemblée|Ministère|Commission|Institut|Centre|Groupe|Haut|Union|Cour"
    r"|Camera|Senato|Consiglio|Ministero|Governo|Presidenza)\b"
)
"""French and Italian write only the first word large: "Organisation internationale de la Francophonie"."""
_LONGEST_BODY = 18
"""Words: "United Nations Office for the Coordination of Humanitarian Affairs, Regional Office for the Middle East"."""
_SMALL_WORDS = wordlist("small_in_bodies")
_NOT_NAMES = wordlist("not_names")


@dataclass(frozen=True, slots=True)
class Names:
    """The people or the body at the head of a citation."""

    csl: tuple[dict[str, str], ...]
    """CSL names: {"family", "given", "non-dropping-particle"} or {"literal"}."""
    editors: bool = False
    others: bool = False
    """Whether "et al." stands for more."""

    @property
    def surnames(self) -> tuple[str, ...]:
        """Folded family or literal names, in order."""
        return tuple(surname(n) for n in self.csl)


def surname(name: dict[str, str]) -> str:
    """Return the folded name by which one speaks of an author; particles count: "de carvalho"."""
    return fold(f"{name.get('non-dropping-particle', '')} {name.get('family') or name.get('literal', '')}")


@lru_cache(maxsize=8192)
def parse(text: str) -> Names | None:
    """Read `text` as the names before a title; None where it does not look like names."""
    text = text.strip(" ,:;")
    if text.endswith(".") and not _KEEPS_POINT.search(text, max(0, len(text) - 5)):
        text = text.rstrip(".")
    if "(" in text:
        text = _HANDLE.sub("", _OFFICE.sub("", text))
    editors, others = False, 0
    if "(" in text or _ROLE_LAST.search(text, max(0, len(text) - _LONGEST_ROLE)):
        told = [m["in"] or m["bare"] for m in _ROLE.finditer(text)]
        editors = bool(told) and not told[-1].startswith("tra")
        text = _ROLE.sub("", text).strip(" ,:;")
    if _ET_AL.may_match(text):
        text, others = _ET_AL.subn("", text)
        text = text.strip(" ,:;")
    if listed := _compact(text):
        return Names(tuple(listed), editors, bool(others))
    if led := _BY.match(text):
        text = text[led.end() :]
    if not text or _NO_NAME.search(text):
        return None
    if is_body(text):
        shown = _ABBREVIATED.sub("", text)
        return Names(({"literal": _cased(shown)},), editors, bool(others))
    people = _people(text)
    return Names(tuple(people), editors, bool(others)) if people else None


_FULL_WORD = 5
"""Letters of a word that is no abbreviation: "AU PSC" stays."""


def _cased(body: str) -> str:
    """Return a body's name without its small capitals: "AMNESTY INTERNATIONAL" is "Amnesty International"."""
    if not body.isupper() or " " not in body or "/" in body or all(len(word) < _FULL_WORD for word in body.split()):
        return body
    return " ".join(w if w.lower() in _SMALL_WORDS else w.title() for w in body.split())


def abbreviations(text: str, surnames: Sequence[str]) -> dict[str, str]:
    """Return the abbreviations that `text` gives of its authors' names: {"who": "world health organization"}.

    Args:
        text: A citation.
        surnames: Its authors, folded.
    """
    found: dict[str, str] = {}
    done = 0
    for m in _ABBREVIATED.finditer(text):
        before = re.sub(rf"^{AND}\s", "", fold(text[done : m.start()]))
        done = m.end()
        # "... of the United Nations (FAO) and United Nations Institute ... (UNITAR)" are read as one author
        whole = [before for name in surnames if " " in before and f" {before} " in f" {name} "]
        whole += [name for name in surnames if " " in name and before.endswith(name)]
        if whole:
            found[fold(m["short"])] = whole[0]
    return found


_ARTICLE_AND_NAME = 2
"""Words of "Die Bundesregierung", "Le Gouvernement"."""


@lru_cache(maxsize=8192)
def is_body(text: str) -> bool:
    """Whether `text` names a body: capitalised throughout, with a word that bodies have in their names."""
    capitals = text.isupper() and " " in text
    if not (_BODY.search(text) or (capitals and _BODY.search(text.title()))) or re.search(r"\d|:", text):
        return False
    if len(text.split()) > _LONGEST_BODY or _SENTENCE_INSIDE.search(text):
        return False
    if text.isupper() and " " in text:
        text = text.title()  # "AMNESTY INTERNATIONAL"
    first, comma, _ = text.partition(", ")
    if comma and not _BODY.search(first):
        return False
    if _NOT_IN_BODY.search(text) or ("(" in text and ")" not in text):
        return False
    tokens = re.findall(r"[\w’'.&-]+", text)
    if len(tokens) == _ARTICLE_AND_NAME and fold(tokens[0]) in ARTICLES:
        return is_body(tokens[1])
    if not tokens or (fold(tokens[0]) in _NOT_NAMES and fold(tokens[0]) != "the"):
        return False
    if comma and all(map(is_body, text.split(", "))):
        return True  # "ONU, Conseil de sécurité"
    if _FIRST_WORD_LARGE.match(text) and not comma:
        return True
    return all(t[0].isupper() or t.lower() in _SMALL_WORDS or t[0] == "&" for t in tokens)


def _compact(text: str) -> list[dict[str, str]] | None:
    """Read names with initials behind them, a body among them: "Pinheiro J, Bates D, R Core Team"."""
    bits = compact.bits(text)
    if not bits or compact.name(bits[0]) is None:
        return None
    if len(bits) == 1 and (is_body(bits[0]) or not compact.surely(bits[0])):
        return None
    people = [compact.name(bit) or ({"literal": bit} if at and is_body(bit) else {}) for at, bit in enumerate(bits)]
    return people if people and all(people) else None


def _people(text: str) -> list[dict[str, str]] | None:
    text = _dutch(text) if "/" in text else _dutch(_HYPHEN.sub(" & ", text))
    parts = [part for p in _BETWEEN.split(text) if (part := p.strip(" ,"))]
    if not parts:
        return None  # "Juvenile, /op. cit., p. 3" has a stray stroke
    # "Bordwell, David/Thompson, Kristin" are all inverted; else, if any is, "Doyle, Michael W., and Nicholas Sambanis"
    # begins with an inverted name, and "De Coning, Aoi, and Karlsrud" does not.
    all_inverted = len(parts) > 1 and all(map(_is_inverted, parts))
    may_invert = len(parts) == 1 or not single(parts[-1])
    people: list[dict[str, str]] = []
    for i, part in enumerate(parts):
        more = _list(part, may_invert=all_inverted or (i == 0 and may_invert))
        if more is None:
            return None
        people += more
    if len(people) > 1 and _surnames_first(people):
        people = [full_name(p.get("family", ""), "", p.get("given", "")) for p in people]
    if len(people) > 1 and sum("given" not in p and is_title_word(p.get("family", "")) for p in people) > 1:
        return None  # "Gender, Peace and Security"
    return people if people else None


def _dutch(text: str) -> str:
    """Return names with "&" for the Dutch "en", if a given name is sure: "Christ Klep en Richard van Gils"."""
    people = text.split(" en ")
    several = len(people) > 1 and all(" " in one for one in people)
    return " & ".join(people) if several and any(is_given(one.split()[0]) for one in people) else text


def _is_inverted(part: str) -> bool:
    """Whether a part is one name in inverted order: "Thompson, Kristin"."""
    family, comma, given = part.partition(", ")
    return bool(comma) and "," not in given and given_name(given) and len(family.split()) <= 3


def _surnames_first(people: Sequence[dict[str, str]]) -> bool:
    """Whether the given names of a list stand last throughout: "Drucker Johanna, Kim David, Salehian Iman"."""
    if not all(len(p.get("given", "").split()) == 1 and "." not in p["given"] for p in people):
        return False
    last = sum(fold(p["family"]) in GIVEN_NAMES for p in people)
    return 3 * last >= 2 * len(people) and not any(fold(p["given"]) in GIVEN_NAMES for p in people)


def _list(part: str, *, may_invert: bool) -> list[dict[str, str]] | None:
    """Read names that commas join: "A. B, C. D", "Fortna, Virginia Page", "Feinstein, S., Wood, R."."""
    bits = [b.strip() for b in part.split(",") if b.strip()]
    if len(bits) > 1 and all(re.fullmatch(r"Jr\.?|Sr\.?|I{2,3}", b) for b in bits[1:]):
        bits = bits[:1]
    if len(bits) == 2 and re.fullmatch(r"[A-Z]{3,}", bits[1]) and not bits[0].isupper():
        return None  # "Palandt, BGB", "Simma, NATO"
    people: list[dict[str, str]] = []
    while bits:
        head, *rest = bits
        # "HULTMAN, Lisa, KATHMAN, Jacob": capitals tell the family names
        capitals = len(head) > 2 and head.isupper() and rest and not rest[0].isupper()
        if capitals and " " in head:  # "DIEZ DE VELASCO VALLEJO, Manuel", not "BRIAN URQUHART, Ralph Bunche"
            capitals = " " not in rest[0] and not is_given(head.split()[0])
        if (rest and (INITIALS.fullmatch(rest[0]) or (capitals and given_name(rest[0])))) or (
            rest
            and may_invert
            and not people
            and (single(head) or (len(bits) == 2 and two_family_names(head, rest[0])))
            and given_name(rest[0].title() if head.isupper() else rest[0])
        ):
            one = inverted(head, rest[0])
            bits = rest[1:]
        else:
            one = person(head)
            bits = rest
        if one is None:
            return None
        people.append(one)
    return people


def surely(people: Names) -> bool:
    """Whether names are those of people or bodies, and no words of a title: "Schwache Staaten und Neue Kriege"."""
    return any("literal" in p or is_given(p.get("given", "").split(" ")[0]) for p in people.csl)
