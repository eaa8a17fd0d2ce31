"""Where the names at the head of a citation end and its title begins."""

import re
from collections.abc import Sequence

from ingest.citations import locators
from ingest.citations.jurisdictions import jurisdiction
from ingest.citations.publishers import PUBLISHER, is_town
from ingest.words import names, roles
from ingest.words.dates import YEAR_ALONE
from ingest.words.given import INITIALS, is_given, may_be_given
from ingest.words.joiners import AND
from ingest.words.person import PARTICLES, single, two_family_names
from ingest.words.rare import Rare

_CONJUNCTION = re.compile(rf"(?:^|\s){AND}\s|/|\bet al\.?|and others|\b{roles.POINTED}", re.IGNORECASE)
_NAMES_GO_ON = re.compile(r"(?:[A-Z]\.|and\b|&|[A-Z][\w’'-]+,\s[A-Z]\.)")
_EDITORS = re.compile(rf"(?P<head>[^“‘«]{{3,160}}?\s\(?{roles.EDITOR}\)?),?:?\s(?P<title>\S.*)$")


_JUNIOR = Rare(r",\s(?=[JS]r\.?,\s)", ", Jr", ", Sr")
_PART_ENDS = re.compile(r",\s|:\s(?=[A-Z])")
_COLON = Rare(r":\s(?=[A-Z])", ": ")
_BODY_FIRST = re.compile(r"(?P<head>[^.“‘«]{4,80}\.)\s(?P<title>[A-Z].*)$")
_NUMBER_FIRST = re.compile(r"(?:version|vol\.|no\.)\s?\d")
_CLOSED = re.compile(rf"\s{AND}\s|\w\s?/\s?\w|\b(?:al|u\.\s?a)\.?$")


def split_head(core: str) -> tuple[str, str]:
    """Return (names, title) of "Names, Title"; names "" where it begins with the title."""
    if (m := _EDITORS.match(core)) and names.parse(m["head"]):
        return m["head"], m["title"].strip(" ,")
    core = _JUNIOR.sub(" ", core)  # "Charles J. Reid, Jr., The Transformation ..."
    parts = _PART_ENDS.split(core)
    colons = {m.start() for m in _COLON.finditer(core)}
    if len(parts) == 1:
        if m := _BODY_FIRST.match(core):
            people = names.parse(m["head"])
            if people and "literal" in people.csl[0]:
                return m["head"], m["title"]
        return "", core.strip(" ,.")
    best, many = 0, _many_names(parts, core)
    for n in range(1, min(len(parts), 12)):
        if n < many or INITIALS.fullmatch(parts[n].strip()):
            continue  # "Auler, J./Hiller, P., Ein Kinderschuh"
        closed = n > 1 and _CLOSED.search(parts[n - 2])
        if closed and "/" not in parts[n - 1] and not _given_alone(parts[n - 1]):
            break  # "Doyle and Sambanis, Making War and Building Peace": the list was closed
        prefix = ", ".join(parts[:n])
        if len(prefix) in colons and _begins_a_title(parts, n):
            break
        if (n == many or _names_end_here(parts, n)) and names.parse(prefix) and not _no_title(parts[n]):
            best = n
    if not best:
        return "", core.strip(" ,.")
    head = ", ".join(parts[:best])
    title = core[len(head) :].lstrip(" ,:")
    if _NUMBER_FIRST.match(title):
        return "", core.strip(" ,.")  # "UCDP Dyadic Dataset, version 20.1"
    return head, title.strip(" ,")


_ENUMERATION = re.compile(rf"(?:{AND}|or|oder)\s(?=[A-ZÀ-Þ][\w-]+\s[a-z])")
"""What goes on a title: "Hartmann, Capitalism, Patriarchy, and Job Segregation by Sex"."""


_NUMBERS = re.compile(r"\d[\d\s.,–-]*(?:ff?\.?)?$|pp?\.\s?\d|[Ss]\.\s?\d|§")


_TOWN_AND_YEAR = re.compile(r"(?P<town>[A-ZÀ-Þ][^\d,]+)\s(?:1[5-9]|20)\d\d")
_COUNTED = frozenset({"page", "paragraph", "column", "folio"})
"""Places that are only numbers; articles and chapters are works' titles, too."""


def _no_title(part: str) -> bool:
    """Whether what would be the title's beginning goes on one, or is an imprint or a locator already."""
    if _ENUMERATION.match(part) or _NUMBERS.match(part):
        return True
    if (imprint := _TOWN_AND_YEAR.fullmatch(part)) and is_town(imprint["town"]):
        return True  # "Sandgruber, Ökonomie und Politik, Wien 2005"
    place = locators.tail(part, bare=False)
    return bool(place and not place.start and place.locator.label in _COUNTED)  # "Howard, Macht, Rn. 5"


def _given_alone(part: str) -> bool:
    """Whether a part is the given names of someone in inverted order: "R. N.", "Kristin"."""
    return len(part.split()) <= _GIVEN_NAMES and all(map(is_given, part.split()))


_GIVEN_NAMES = 3


def _begins_a_title(parts: Sequence[str], n: int) -> bool:
    """Whether the part before a colon is a title's first: "Gildemeister, Doing Gender: Soziale Praktiken"."""
    last = parts[n - 1]
    if n == 1:
        return all(map(str.isupper, parts))  # "COST-BENEFIT ANALYSIS: LEGAL, ECONOMIC, AND PHILOSOPHICAL PERSPECTIVES"
    return not is_given(last) if n == 2 or _CONJUNCTION.search(last) else False


def _many_names(parts: Sequence[str], core: str) -> int:
    """How many parts at the head are people without an "and" between them, each by a common given name; 0 for one.

    "Atria A. Larson, Keith Sisson, Papal Decretals", "Drucker Johanna, Kim David, Introduction to Digital Humanities".
    """
    n = 0
    while n < len(parts) and _is_person(parts[n]):
        n += 1
    if core[len(", ".join(parts[:n])) :].startswith(":"):
        n -= 1  # "Janet Browne, Charles Darwin: The Power of Place"
    if n < 2 or n == len(parts) or is_town(parts[n]) or _NO_TITLE.match(parts[n]) or PUBLISHER.search(parts[n]):
        return 0
    return n


_GIVEN_APART = re.compile(
    r"[A-ZÀ-Þ][\w’-]+\s(?:[A-ZÀ-Þ]\.-?){1,3}|[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+)?\s\((?:[A-ZÀ-Þ]\.[\s-]?){1,3}(?:d[eu]|van|von)?(?:\sder)?\)"
)
"""French historians' and Italian lawyers' orders: "Bove (V.), Ruffa (C.), « Peace »", "ROSSI M., BIANCHI G."."""


_LOUD = re.compile(r"(?:[A-ZÀ-Þ]\.[\s-]?){1,4}[A-ZÀ-Þ][A-ZÀ-Þ’'-]+(?:\s[A-ZÀ-Þ’'-]{2,})?")
"""Italian lawyers' authors: "B. CONFORTI, C. FOCARELLI, Le Nazioni Unite"."""


def _is_person(part: str) -> bool:
    if _GIVEN_APART.fullmatch(part) or _LOUD.fullmatch(part):
        return True
    tokens = part.split()
    if not 2 <= len(tokens) <= 4 or part.isupper() or not all(t[:1].isupper() or t in PARTICLES for t in tokens):
        return False
    return any(map(is_given, tokens)) and may_be_given(part)


_NO_TITLE = re.compile(rf"(?:in|dans|vol|no|pp?|ed|trans)\b|\d|{AND}\s", re.IGNORECASE)
_UNIT_OF = re.compile(
    r"(?:UN|U\.N\.|United\sNations|Department|Division|Office|Ministry|Faculty|Secretariat|University|Security\sCouncil|General\sAssembly"
    r"|Conseil\sde\ssécurité|Assemblée\sgénérale|Consejo\sde\sSeguridad|Asamblea\sGeneral|Sicherheitsrat|Generalversammlung)\b"
)
"""How the second part of a body's name begins: "Lessons Learned Unit, Department of Peacekeeping Operations"."""


def _names_end_here(parts: Sequence[str], n: int) -> bool:
    """Whether the first `n` comma parts can be all the names: one name, one inverted, or a list closed by "and"."""
    if n == 1:
        return True
    last = parts[n - 1]
    if n > 2 and _given_alone(last) and _CONJUNCTION.search(parts[n - 2]):
        return True  # "Knowles, D. and Hadcock, R. N., Medieval Religious Houses"
    if joined := _CONJUNCTION.search(last):
        if n == 2 and INITIALS.fullmatch(last[: joined.start()].strip()):
            return True  # "REMIRO BROTÓNS, A. et al., Derecho Internacional"
        # "A. B, C. D and E. F, Title", but not "Robin Malloy, Real Estate Transactions and Entrepreneurship, ..."
        sides = [x for x in (last[: joined.start()], last[joined.end() :]) if x.strip()]
        return joined.start() == 0 or all(single(x.strip()) == single(parts[0]) for x in sides)
    if n == 2 and _UNIT_OF.match(last) and names.is_body(parts[0]) and names.is_body(last):
        return True  # "United Nations, Department of Peacekeeping Operations, Principles and Guidelines"
    if n != 2 or len(parts) < 3 or len(parts[0].split()) > 3 or _CONJUNCTION.search(parts[0]):
        return False
    loud = parts[0].isupper() and not _LOUD.fullmatch(parts[0])
    if last.isupper() and "." not in last and not loud and (len(last) > 2 or last in {"UN", "EU", "US"}):
        return False  # "Simma, NATO, the UN and the Use of Force"
    if re.fullmatch(r"(?:[A-Z]\.?[\s-]?){1,4}", last):
        return True
    if not may_be_given(last):
        return False
    following = parts[2].strip()
    if (
        re.match(r"\d|pp?\.|in\s|In\s|vol|n[o°]", following)
        or PUBLISHER.search(" ".join(following.split()[:_PUBLISHER_WORDS]))
        or YEAR_ALONE.fullmatch(following)
    ):
        return False
    if two_family_names(parts[0], last) or _in_capitals(parts[0], last):
        return True
    return (
        single(parts[0])
        and 1 <= len(last.split()) <= 2
        and not (len(parts) > 3 and YEAR_ALONE.fullmatch(parts[3].strip(" .")))
    )


def _in_capitals(families: str, given: str) -> bool:
    """Whether capitals tell two family names and more from a given name: "GUTIÉRREZ ESPADA, Cesáreo"."""
    tokens = families.split()
    capitals = families.isupper() and len(tokens) > 1 and not is_given(tokens[0]) and not names.is_body(families)
    return capitals and " " not in given and not given.isupper()


_PUBLISHER_WORDS = 5
_UNFINISHED = re.compile(rf"(?<=\s){AND}\s[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ]\.)+$")
"""A last author without a family name yet: "Bellamy, Alex J., and Paul D." before "Williams."."""
_TOWN_LAST = re.compile(
    r"\.\s(?:[A-ZÀ-Þ][\w’. -]{1,30}(?:,\s[A-Z]{2})?\s?:\s[A-ZÀ-Þ][^:;“”]{1,60}"
    r"|[A-ZÀ-Þ][^.:;“”]{1,50}\s(?:Press|Verlag|Books))"
    r",\s(?:1[5-9]|20)\d\d\b"
)
"""Place and publisher, or a publisher alone, and the year at the end of an entry in a bibliography."""


def _bibliographic(head: str) -> bool:
    """Whether names begin with a family name, not "Manfred Görtemaker, Geschichte der Bundesrepublik Deutschland."."""
    family, _, given = head.partition(",")
    several = len([t for t in family.split() if t.lower() not in PARTICLES])
    first = re.split(rf",|\s{AND}\s", given.strip(" ."), maxsplit=1)[0].split()
    if several == 2 and len(first) == 1 and is_given(family.split()[0]):
        return False  # "Stephen Smith, Négrologie. Pourquoi l’Afrique meurt"
    if several == 2 and family.split()[-1].isupper() and not family.isupper():
        return False  # "Roland PARIS, At War’s End. Building Peace after Civil Conflict"
    return several == 1 or (several == 2 and len(first) < 4 and all(t[:1].isupper() for t in first))


def _is_body_alone(head: str) -> bool:
    """Whether a head is a body and no more: not "Nederlands Instituut voor Oorlogsdocumentatie, Srebrenica"."""
    last = head.rpartition(", ")[2]
    return names.is_body(head) and (last == head or names.is_body(last) or bool(jurisdiction(last)))


_CAPITAL = "[A-ZÀ-ÞČĆĐŁŘŚŠŻŽ]"
_PARTICLE = r"(?:van|von|der|den|de|del|di|la|le)\s"
_STOPPED = rf"(?:[A-ZÀ-Þ]\.(?:-?[A-ZÀ-Þ]\.)*\s?){{1,4}}(?:{_PARTICLE}){{0,2}}{_CAPITAL}[\w’'-]+"
_BEHIND = rf"(?:{_PARTICLE}){{0,3}}{_CAPITAL}[\w’'-]+(?:\s{_CAPITAL}[\w’'-]+)?\s[A-ZÀ-Þ]{{1,3}}"
_INITIALLED = re.compile(
    "|".join(rf"{one}(?:,\s{one})*(?:,?\s{AND}\s{one}|,?\set\sal)?" for one in (_STOPPED, _BEHIND))
)
"""Names with initials before or behind them: "C.-S. J. Chu and K. Hornik", "Liang KY, Zeger SL"."""


_ONE_INITIAL = re.compile(r"[^,.\s]+\s[A-ZÀ-Þ]")
_TITLE_BEGINS = re.compile(rf"[“‘\"]|(?:A|An|The)\s|[A-ZÀ-Þ][\w’-]+:?\s(?!(?:{AND}|van|von|de)\s)[a-zà-ÿ]")
_STOP = re.compile(r"\.\s(?=[\w“‘\"«¿])")


def _initialled(main: str) -> tuple[str, str] | None:
    """Return names and the rest where all names have initials only: "G. C. Chow. Tests ...", "Liang KY. Data ..."."""
    m = _INITIALLED.match(main)
    stop = _STOP.match(main[m.end() :]) if m else None
    if not m or not stop or not names.parse(m.group()):
        return None
    head, rest = m.group(), main[m.end() + stop.end() :]
    if _ONE_INITIAL.fullmatch(head) and (is_given(head.split()[0]) or not _TITLE_BEGINS.match(rest)):
        return None  # "Michael W. Doyle", "Sambanis N. Doyle"
    return head, rest


_SENTENCE_ENDS = re.compile(r"\.\s(?=[A-ZÀ-Þ“‘\"«¿])")
_LONGEST_HEAD = 200


def inverted(main: str) -> tuple[str, str] | None:
    """Return names and the rest of an entry in a bibliography's order: "Fortna, Virginia Page. Does ..."."""
    if found := _initialled(main):
        return found
    for m in _SENTENCE_ENDS.finditer(main[:_LONGEST_HEAD]):
        head, rest = main[: m.start() + 1], main[m.end() :]
        if _TOWN_LAST.search(rest) and "," not in head and names.parse(head) and not re.search(r"\b[A-ZÀ-Þ]\.$", head):
            return head, rest  # "Aristotle. De Anima. Cambridge: Cambridge University Press, 1907"
        # an initial closes "Paris, R.", but not "Alex J. Bellamy, Paul D."
        goes_on = " " in head.split(",")[0].strip() or _NAMES_GO_ON.match(rest)
        goes_on = goes_on or (_UNFINISHED.search(head) and re.match(r"[A-ZÀ-Þ][\w’-]+\.\s", rest))
        if re.search(r"\b[A-ZÀ-Þ]\.$", head) and goes_on:
            continue
        if "," not in head and not names.is_body(head.strip(" .")):
            continue
        if names.parse(head) and (_bibliographic(head) or _is_body_alone(head.strip(" ."))):
            return head, rest
    return None
