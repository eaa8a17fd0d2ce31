"""Edition, translators and reprint: what stands between a title and its imprint, or inside the imprint.

They are taken off before the rest is read, so that "(2nd edn, OUP 1997)" reads like "(OUP 1997)".
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from ingest.words import names, roles
from ingest.words.dates import YEAR, issued
from ingest.words.joiners import AND
from ingest.words.rare import Rare

_ORDINALS = {
    word: str(i)
    for i, words in enumerate(
        (("first", "erste", "première", "primera", "prima"), ("second", "zweite", "deuxième", "seconde", "segunda"),
         ("third", "dritte", "troisième", "tercera", "terza"), ("fourth", "vierte", "quatrième", "cuarta"),
         ("fifth", "fünfte", "cinquième", "quinta"), ("sixth", "sechste", "sixième", "sexta")), 1)
    for word in words
}  # fmt: skip
_EDITION_WORD = r"(?:edn?\b\.?|[Ee]dition\b|éd(?:ition)?\b\.?|Aufl(?:age)?\b\.?|ed(?:izione|ición)\b)"
_EDITION = Rare(
    rf"(?P<before>[,;]\s|\s?[(\[]|\.\s|\s)(?P<number>\d{{1,3}}(?:st|nd|rd|th|d|e|ème|nda|a|er|re|\.?[ªº])?\.?"
    rf"|[IVX]{{1,5}}|{'|'.join(_ORDINALS)}|[Rr]ev(?:ised|\.)|[Nn]ew|nouv(?:elle|\.))"
    rf",?\s(?:(?:völlig|vollst|rev|enlarged|updated|neu|überarb|bearb|erw|akt|verb|unver|corr|bilingual)\w*\.?,?\s(?:{AND}\s)?){{0,4}}"
    rf"{_EDITION_WORD}(?=[\s,;.:)\]]|$)",
    *(" ed", " éd", " aufl"),
    flags=re.IGNORECASE,
)
_TRANSLATED = Rare(
    r"(?:,\s|\.\s|;\s|\s\()(?:[Aa]us\sdem\s\w+\s)?(?:[Aa]us\sdem\s[A-Z]\w+\.?(?=\svon\s)|[Tt]rans(?:l?\.|lated)|[Tt]rad(?:\.|uit|ucción\sde)|[Üü]bers(?:\.|etzt))(?:\s(?:by|par|von|v\.))?\s"
    r"(?:(?:from\sthe\s\w+\sby|de\sl[’']\w+\spar|aus\sdem\s\w+\svon)\s)?"
    rf"(?P<who>[A-ZÀ-Þ][^()“”«»:;]*?)(?=\s\(|\)|,\s(?![A-Z][\w.]+\s{AND}\s)|(?<=[a-z]{{2}})\.\s|[.;]?$)",
    *("rans.", "ransl", " dem ", "rad.", "raduit", "raducción", "bers"),
)
_NAME = r"[A-ZÀ-Þ](?:\.|[\w’-]+)(?:\s(?:[A-ZÀ-Þ](?:\.|[\w’-]+)|de|van|von|der))+(?:\sJr\.?)?"
_EDITED = Rare(
    rf"(?:,\s|\.\s){roles.EDITED_BY}\s"
    rf"(?P<who>{_NAME}(?:,\s{_NAME})+,?\s{AND}\s{_NAME}"
    rf"|[A-ZÀ-Þ][^()“”«»:;,]*?(?:,?\s{AND}\s[A-ZÀ-Þ][^()“”«»:;,]*?)?)(?=\s\(|\)|,\s|(?<=[a-z]{{2}})\.\s|[.;]?$)"
    rf"|,\seds?\.\s(?P<one>{_NAME}(?:,\s{_NAME})*,?\s{AND}\s{_NAME}|[A-ZÀ-Þ][\w’-]*\.?\s[^()“”«»:;,]*?)(?=\s\(|,\s|[.;]?$)",
    *("dited", "d. ", "ds. ", "rsg", "hg", "Hg", "erausgegeben", "dir", "cura", "rg. ", "oord. "),
)
_VOLUMES = Rare(
    r",?\s\d{1,2}\s(?:vols?|volumes|Bde|Bände|tomes)\b(?:\.(?=,|\s?\(|$)|(?=\s?\(|[,.;]|$))",
    *(" vol", " Bde", " Bände", " tomes"),
)
"""How many volumes a work has: "3 vols."."""
_REPRINT = Rare(
    r"[;,.]?\s?\(?\b(?:ND(?=\s[^()]*\d{4}\))|[Rr]epr(?:int(?:ed)?|\.)|[Rr]éimpr(?:ession|\.)|[Nn]achdr(?:uck|\.)|[Rr]eimpr(?:esión|\.))"
    r"(?:\s(?:as|in|by|of))?(?:\sedition)?[\s,:]*(?:[^()\[\];]*?\b(?:1[5-9]|20)\d\d)?(?=[)\],;.]|$)",
    *("epr", "éimpr", "achdr", "eimpr", "ND "),
)
"""A later printing, whose place and year are not the work's: "(London: Stevens, 1950; reprinted Union, NJ, 2000)"."""


_REPRINTED_BY = Rare(rf"(?<=\()(?P<first>{YEAR});\s[Rr]epr(?:int(?:ed)?)?\.?,?\s(?=[A-ZÀ-Þ][^()]*,\s{YEAR}\))", ";")
"""The first year before the imprint of the printing that is cited: "(1987; repr., New York: W. W. Norton, 1991)"."""
_ORIGINAL = Rare(
    r"\.?\s?\((?:Originals?|Orig\.|Originaltitel|[Zz]uerst|[Uu]rsprünglich)\b[^()]*\)", "(Orig", "uerst", "rsprünglich"
)
"""The first edition of a translation: "(Original: Iskusstvo kak priem. Moskau 1929)"."""


_VOLUME_OF = Rare(
    r",\s(?:[Vv]ol(?:ume|\.)|Bd\.|t\.|tome)\s(?P<volume>\d{1,3}|[IVXLC]+)(?:,\s(?:bk|pt|part|book)\.?\s\d+)*,?\s(?:of|von|de)\s"
    r"(?P<set>[A-ZÀ-Þ][^()“”;]*?)(?=\s?\(|,\s(?:ed|trans)\.|,\s(?:edited|translated)\sby|(?<=[a-z]{2})\.\s|[.;]?$)",
    *("ol. ", "olume ", " Bd. ", " t. ", " tome "),
)
"""A volume with a title of its own: "The Evolution of Man, vol. 2 of Evolution after Darwin"."""
_HELPED = Rare(
    r"[,.]\s(?:comp(?:\.|iled\sby)|[Ii]llus(?:\.|trated\sby)|with\s(?:an?\s|the\s)?(?:forew(?:\.|ord)|intro(?:d\.|duction)|preface|afterword"
    r"|assistance|contributions?|collaboration)\s(?:by|of)|(?:avec\sune\s)?préf(?:ace|\.)\s(?:de\s|d[’']\s?)?|mit\seinem\sVorwort\svon)\s?"
    r"[A-ZÀ-Þ][^()“”«»:;,]*?(?=\s\(|,\s|(?<=[a-z]{2})\.\s|[.;]?$)",
    *("comp.", "compiled", "llus", " with ", "préf", "Vorwort"),
)
"""Others who had a hand in a book: "comp. John M. Manly", "with a foreword by Kofi Annan"."""
_RUNNING_TIME = Rare(
    r"[,.](?:(?<=ideo.)|(?<=udio.)|(?<=copy.)|(?<=cast.)|(?<=film.)|(?<=[12]\d\d\d.))\s(?:\d{1,2}:)?\d{1,2}:\d\d(?=[,.]|\s?$)",
    ":",
)
"""How long a recording runs, or a post's hour: "podcast, MP3 audio, 18:46"."""
_RAISED = Rare(r"(?P<number>[2-9])(?:(?<=,\s19\d\d.)|(?<=,\s20[0-4]\d.))(?=[,.;]|$)", ", 19", ", 20")
"""The edition as Italians print it, raised behind the year: "Cambridge University Press, 20072"."""
PAPER_NUMBER = (
    r"(?:(?![IVXLC]+\.)[A-Z]{2,6}(?:[/.-][A-Z]{2,6})*(?:[./-]|\(\d{4}\)\s?)\d[\d./A-Z()-]*(?:\([IVXLCDM]+\))?"
    r"|[A-Z][A-Za-z]{1,8}(?:[/.][A-Z]{2,4})*[/.](?:[A-Z]{2,5}|Dec|Decl|Res)\.?\d*\s?\([IVXLCDM]+\)"
    r"|[A-Z]{3}\s\d\d/\d{3,5}/\d{2,4}|(?<=Ref\.\s)\d{4}\.\d{1,3}|(?:RL|RS|IF|IN|R)\d{4,5})"
)
"""The number of a body's paper: "GAO-18-243", "PSC/PR/COMM.(CCLXXI)", "PC.DEC/1117", "AFR 37/002/2013"."""
_NUMBER = Rare(
    rf"(?:,\s|\s(?<=,[”’»\"].))(?:(?:U\.?N\.?\s)?Doc(?:ument|\.)?\s(?:[Nn]o\.\s)?|(?:AI\s)?Index:?\s|Ref\.\s)?(?P<number>{PAPER_NUMBER})(?=,|\s\(|\.?$)",
    *"./-(",
    *("RL", "RS", "IF", "IN", " R"),
)
_TITLE_WORDS = 4
_CONGRESS = Rare(r",\s\d{2,3}(?:st|nd|rd|th|d)\sCong\.,\s\d(?:st|nd|rd|th|d)?\s[Ss]ess\.", "Cong.")
"""The session before which a hearing was held."""
_MODIFIED = Rare(
    rf"[,.;]?\s\(?(?:[Ll]ast\s(?:edited|modified|updated|revised)|[Zz]uletzt\sgeändert|[Dd]ernière\smodification)(?:\s(?:on|am|le))?:?"
    rf"\s[^,.;()]{{0,14}}(?:,\s)?(?P<year>{YEAR})\)?",
    *("ast edited", "ast modified", "ast updated", "ast revised", "uletzt", "ernière modification"),
)
"""When a page on the web was changed last: "last edited November 15, 2019"."""
_MEDIUM = Rare(r"\s\[(?:en\sligne|[Oo]nline|en\slínea|em\slinha|WWW\s[Dd]ocument)\]", " [")
"""What a work is read on, in ISO 690 and the like."""
_COLLECTION = Rare(
    r",\s(?:coll(?:ection|ana|ección)?|Reihe|serie)\b\.?:?\s(?:«\s?(?P<quoted>[^»]{1,80}?)\s?»|“(?P<quoted2>[^”]{1,80})”)(?:,?\sn[°o]\s?\d+)?",
    *(", coll", ", serie", ", Reihe"),
)
"""The series of a French publisher's: ", coll. « U »"."""


def take_off(text: str, csl: dict[str, Any], quoted: Sequence[tuple[int, int]]) -> str:
    """Return `text` without edition, translators and reprint, which go into `csl`.

    Args:
        text: A citation, its addresses taken off.
        csl: The CSL fields found so far.
        quoted: The quotations of `text`, whose words are titles and stay.
    """
    for pattern, note in _STATEMENTS:
        if not pattern.may_match(text):
            continue
        m = next((m for m in pattern.finditer(text) if not any(s <= m.start() < e - 1 for s, e in quoted)), None)
        if m and (note is None or note(m, csl)):
            text = _without(text, m)
    return text


def _translator(m: re.Match[str], csl: dict[str, Any]) -> bool:
    people = names.parse(m["who"])
    if people is None:
        return False
    csl["translator"] = list(people.csl)
    return True


def _editor(m: re.Match[str], csl: dict[str, Any]) -> bool:
    people = names.parse(m["who"] or m["one"])
    goes_on = people and m["one"] and m.string[m.end() :].startswith(",")
    if people is None or (goes_on and not (names.surely(people) and "family" in people.csl[0])):
        return False  # "Zukowsky, John, ed. Chicago Architecture, 1872–1922"
    csl["editor"] = list(people.csl)
    return True


def _first_printed(m: re.Match[str], csl: dict[str, Any]) -> bool:
    csl["original-date"] = issued(m["first"])
    return True


def _volume(m: re.Match[str], csl: dict[str, Any]) -> bool:
    csl["volume"], csl["collection-title"] = m["volume"], m["set"]
    return True


def _session(m: re.Match[str], _: dict[str, Any]) -> bool:
    """Tell the session of a hearing, which has a title, from one that is cited itself: "Cong. Globe, 39th Cong."."""
    return len(m.string[: m.start()].split()) >= _TITLE_WORDS


def _number(m: re.Match[str], csl: dict[str, Any]) -> bool:
    csl["number"] = m["number"]
    return True


def _modified(m: re.Match[str], csl: dict[str, Any]) -> bool:
    csl["issued"] = issued(m["year"])
    return True


def _collection(m: re.Match[str], csl: dict[str, Any]) -> bool:
    csl["collection-title"] = m["quoted"] or m["quoted2"]
    return True


def _edition(m: re.Match[str], csl: dict[str, Any]) -> bool:
    number = m["number"].lower()
    digits = re.match(r"\d+", number)
    csl["edition"] = digits.group() if digits else _ORDINALS.get(number, m["number"])
    return True


def _without(text: str, m: re.Match[str]) -> str:
    """Cut a match out, a bracket that it begins or ends in left whole."""
    before, after = text[: m.start()], text[m.end() :]
    if before.endswith("."):
        after = after.removeprefix(".")
    cut = m.group()
    if cut.count("(") > cut.count(")") or cut.count("[") > cut.count("]"):
        rest = after.lstrip(" ,;:.")
        if rest[:1] in {")", "]"}:
            return before + rest[1:]
        return f"{before} {'(' if '(' in cut else '['}{rest}"
    if cut.startswith(",") and after[:1] == " " and after[1:2] not in {"", "(", "["}:
        return f"{before},{after}"  # "Völkerrecht, 7. Aufl. 2016"
    if cut.startswith(".") and re.match(r"\s[A-ZÀ-Þ]", after):
        return f"{before}.{after}"  # "Understanding Peacekeeping. 2nd ed. Cambridge: Polity"
    return before + after


_STATEMENTS: tuple[tuple[Rare, Callable[[re.Match[str], dict[str, Any]], bool] | None], ...] = (
    (_RUNNING_TIME, None),
    (_MODIFIED, _modified),
    (_NUMBER, _number),
    (_CONGRESS, _session),
    (_VOLUME_OF, _volume),
    (_VOLUMES, None),
    (_HELPED, None),
    (_TRANSLATED, _translator),
    (_MEDIUM, None),
    (_EDITED, _editor),
    (_RAISED, _edition),
    (_EDITION, _edition),
    (_REPRINTED_BY, _first_printed),
    (_REPRINT, None),
    (_COLLECTION, _collection),
    (_ORIGINAL, None),
)
"""The statements in the order in which they are looked for, each with what reads it into the fields."""
