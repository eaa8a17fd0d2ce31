"""A full citation taken apart into the fields of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from . import locators, names
from .addresses import Address
from .model import Locator
from .names import Names
from .segments import quotations

YEAR = r"(?:1[5-9]\d\d|20[0-4]\d)"
_YEAR = re.compile(rf"(?<![\d/–.-]){YEAR}(?![\d/]|[–-]\d{{1,2}}\b)")
_YEARS = re.compile(rf"(?<![\d/])({YEAR})(?:[a-z]\b)?")
_MONTHS = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|janv|févr|mars|avril|mai|juin|juil|août|sept|déc|Januar|Februar|März|Juni|Juli|Okt|Dez"
    r"|Spring|Summer|Autumn|Fall|Winter)[a-zéû]*\.?"
)
_DATE = re.compile(
    rf"(?:\d{{1,2}}(?:er|st|nd|rd|th|\.)?\s)?{_MONTHS}(?:\s\d{{1,2}})?,?\s({YEAR})|({YEAR}),?\s{_MONTHS}(?:\s\d{{1,2}})?"
)
_IMPRINT = re.compile(
    rf"[(\[](?P<inside>(?:[^()]|\([^()]*\))*?)(?:[,;:]?\s|^|(?<=\())(?P<year>(?:(?:{_MONTHS}|\d{{1,2}})\s)*(?:\[?{YEAR}\]?(?:[–/-]\d{{2,4}})?[a-z]?|forthcoming|in\spress|n\.d\.|à\sparaître))(?P<after>[^()\[\]]{{0,30}})[)\]]"
)
_YEAR_FIRST = re.compile(rf"(?P<head>[^()“‘«\d]{{3,200}}?)[.,]\s(?P<year>{YEAR})[a-z]?\.\s(?=\w)")
"""Chicago's entries for author and date: "Fortna, Virginia Page. 2008. Does Peacekeeping Work?"."""
_PLACE = re.compile(r"^(?P<place>[A-ZÀ-Þ][^:]{1,60}?)\s?:\s?(?P<publisher>\S.*)$")
_ACCESSED = re.compile(
    r"[\s,;(\[]*(?:last\s)?(?:accessed|visited|consulted|retrieved|viewed|zuletzt\sabgerufen|abgerufen|letzter\sZugriff|Zugriff|consulté(?:e)?|visité|dernier\saccès|consultado|acceso|consultato)"
    r"(?:\s(?:on|le|am|el|il|at))?:?\s*(?P<date>[^)\];]*)",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"[\s,.;:(\[<]*(?:(?:also\s)?available\s(?:online\s)?(?:at|from|on)|(?:retrieved|accessed|downloaded)\s(?:from|at)|online(?:\s(?:at|unter|verfügbar))?|abrufbar\sunter|verfügbar\sunter|disponible\s(?:sur|à|en)|en\sligne"
    r"|url|doi|at|unter|sur|see|web|uri|hdl)?\s?:?[\s,.(<]*$",
    re.IGNORECASE,
)
_IN = re.compile(
    r"(?:^\s*|[,.;:)]\s)(?:in|In|IN|dans|Dans|en|En)\s?:?\s+(?=[A-ZÀ-Þ“‘\"«]|d[eiau]\s|v[ao]n\s|id\.|ders)"
)
_EDITED = re.compile(
    r",?\s\(?(?:eds?\.(?:\sby)?|edited\sby|dir\.|sous\sla\sdir(?:ection|\.)\sde|hrsg\.?\s(?:von|v\.)|herausgegeben\svon|a\scura\sdi|éd\.|coord\.)\s(?P<who>[A-ZÀ-Þ][^()]+?)(?=\s?\(|,\s(?:vol|\d|[A-Z][\w ]+:\s)|\)|$)"
)
_EDITORS_AFTER = re.compile(
    r"^(?P<who>[^()“‘«]{3,140}?),?\s\(?(?:eds?\.?|editors?|Hrsg\.?|Hg\.?|dirs?\.?|éds?\.?|coords?\.?|ed\s&\s)\)?(?=[,:;\s])[,:;]?\s(?P<title>.+)$"
)
_VOLUME = (
    re.compile(
        r"[,\s](?:[Vv]ol(?:ume)?\.?|Bd\.|t\.|tome|Jg\.)\s?(?P<volume>\d{1,4}|[IVXLC]+\b)(?:\s?[,/(:]?\s?(?:[Nn]o?s?\.?|n[o°]s?\.?|[Ii]ssue|Nr\.|H\.|Heft|numéro|núm\.)?\s?(?P<issue>\d{1,3}(?:[–/-]\d{1,3})?)\)?(?=[\s,:;.(]|$))?"
    ),
    re.compile(
        r"(?<=[^\d\s(])[,]?\s(?P<volume>\d{1,4})\s?(?:,\s?(?:no?s?\.?|n[o°]s?\.?|issue|Nr\.|H\.|Heft|numéro)\s?|[/.(]\s?|\s?[(]|[–]|:(?=\d{1,2}\s?\())(?P<issue>\d{1,3}(?:[–/-]\d{1,3})?)\)?(?=[\s,:;.()]|$)"
    ),
    re.compile(
        rf"(?<=[^\d\s(])[,]?\s(?P<volume>(?!{YEAR})\d{{1,4}}|[IVXLC]+)(?=\s?\(|\s?:\s?\d|,\s(?:pp?\.|\d|S\.))(?P<issue>)?"
    ),
    re.compile(r"(?:^|,\s)(?:n[o°]s?\.?|[Nn]o\.|numéro)\s?(?P<issue>\d{1,4}(?:[–/-]\d{1,4})?)(?P<volume>)?"),
)
_BLUEBOOK = re.compile(
    rf",?\s(?P<volume>\d{{1,4}})\s(?P<container>[A-Z][^,()\d]{{1,60}}?)\s(?P<page>\d{{1,5}})(?:,\s(?P<pin>[\d–\-,\s]+(?:\sn\.\d+)?))?\s\((?:[^()]*\s)?(?P<year>{YEAR})(?:[–-]\d+)?\)"
)
_BLUEBOOK_BY_YEAR = re.compile(
    rf",\s(?P<year>{YEAR})\s(?P<container>[A-Z][^,()\d]{{3,60}}?)\s(?P<page>\d{{1,5}})(?:,\s(?P<pin>[\d–\-,\s]+))?$"
)
"""A journal that counts by years: "1956 BUTTERWORTHS S. AFR. L. REV. 169, 171"."""
_BLUEBOOK_PAGE = re.compile(r"(?:,? at)? ((?:(?!(?:1[5-9]|20)\d\d\b)\d{1,4}(?:[–-]\d+)?(?:, )?)+|(?<=at )[ivxlc]+)$")
"""The page of a book, between its title in capitals and its imprint: "PEACE-KEEPING 12 (1994)"."""
_OSCOLA = re.compile(
    rf"^,?\s?[(\[](?P<year>{YEAR})[)\]]\s(?:(?P<volume>\d{{1,4}})(?:\s?\((?P<issue>[\d–/-]+)\))?\s)?(?P<container>[A-ZÀ-Þ][^,\d()]{{1,80}}?)(?:,?\s(?P<volume2>\d{{1,3}})\s?\((?P<issue2>\d+)\):?)?(?:,?\s(?P<page>\d{{1,5}}(?:\s?[–-]\s?\d+)?))?(?:,\s(?P<pin>[\d–\-,\s]+))?\s*$"
)
_GERMAN_JOURNAL = re.compile(
    rf"^(?P<container>[A-Z][A-Za-zÄÖÜäöü&. -]{{1,40}}?)\s(?P<year>{YEAR}),\s(?P<page>\d{{1,5}}(?:[–-]\d+)?)(?:\sf{{1,2}}\.?)?(?:\s\((?P<pin>\d+[^)]*)\)|,\s(?P<pin2>\d+[^,]*))?[.\s]*$"
)
_GERMAN_TAIL = re.compile(rf"[,?!.]\s[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)?\s{YEAR},\s\d{{1,5}}[^,]{{0,30}}$")
"""The journal after a title: "Rebhahn, Die Zukunft der Kollektivautonomie, EuZA 2010, 62 (70)"."""
_PAGES = re.compile(r"(?:(?:pp?\.?|S\.|pages|págs?\.)\s?|:\s?|,\s)(?P<page>\d{1,5}\s?[–—-]\s?\d{1,5})(?=[\s,.;)]|$)")
_THESIS = re.compile(
    r"(?:Ph\.?\s?D\.?|DPhil|doctoral|master[’']?s|MA|MSc|LLM)\s(?:thesis|dissertation|diss\.?)|thèse|mémoire\sde|Dissertation|tesis",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"(?:working|policy|briefing|discussion|occasional|research|issue|background|adelphi)\s?(?:paper|brief|note|report)s?|\breport\b|\brapport\b|policy\sbrief|handbook|guidelines|press\srelease|Africa\sBriefing|no\.\s\d",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r",?\s(?:\d+(?:st|nd|rd|th|e|ème)?\.?\s?(?:rev\.\s)?(?:ed(?:n|\.|ition)?|éd\.?|Aufl(?:age|\.)?)|revised\sed(?:ition|\.)?|rev\.\sed\.)(?=[,\s.;(]|$)",
    re.IGNORECASE,
)
PUBLISHER = re.compile(
    r"\b(?:Press|Publish\w*|Verlag|Routledge|Polity|Palgrave|Macmillan|Springer|Brill|Elsevier|Sage|SAGE|Oxford|OUP|CUP|Éditions|Presses|Bruylant|L[’']Harmattan|Armand\sColin|Karthala|Nomos|Beck|Mohr|Suhrkamp|Books|Ashgate|Hurst|Zed|Rienner|Norton|Penguin|Wiley|Blackwell|Dalloz|Pedone|LGDJ|PUF|Institute|Association|Editorial|Edizioni|Laterza|Giuffrè)\b"
)


@dataclass(frozen=True, slots=True)
class Description:
    """What one citation says of the work that it cites."""

    csl: dict[str, Any]
    names: Names | None
    title: str
    """As printed, without quotation marks; "" where the citation has none."""
    quoted: bool
    """Whether the title stood in quotation marks."""
    year: int | None
    locator: Locator | None
    published: bool
    """Whether it gives publication data: a date, a volume, an imprint, an address."""
    titles: tuple[str, ...] = field(default=())
    """Title and container, for comparing."""


def describe(text: str, found: Sequence[Address] = ()) -> Description | None:
    """Take a citation apart; None where its beginning is neither names nor a title in quotation marks nor a title.

    Args:
        text: The citation alone, without signal and comment.
        found: The addresses in it, their offsets counted in `text`.
    """
    csl: dict[str, Any] = {}
    main, rest = _without_addresses(text, found, csl)
    if german := _by_journal(main, csl):
        return german
    head, title, after, quoted, year = _title(main)
    if not title:
        return None
    if not after and not quoted and (m := re.search(r"(?<=[?!])\s(\d+(?:[–-]\d+)?)$", title)):
        # "Fortna, Does Peacekeeping Work? 98"
        title, after = title[: m.start()], ", " + m.group(1)
    elif not after and not quoted and (place := locators.tail(title)):
        # "Fortna, Does Peacekeeping Work?, 12": a short title and a page
        title, after = title[: place.start], title[place.start :]
        if not title.strip(" ,"):
            return None
    pinpoint = None
    capitals = title.isupper() or re.match(r"\s?\((?:\d+\w+\sed\.\s)?(?:1[5-9]|20)\d\d\)", after)
    if not quoted and (m := _BLUEBOOK_PAGE.search(title)) and (title[: m.start()].isupper() or capitals):
        title, pinpoint = title[: m.start()], Locator("page", m.group(1).replace("-", "–"))
    people = names.parse(head) if head else None
    if head and people is None:
        return None
    place = locators.tail(rest, bare=False) if rest else None
    body = _publication(after, csl, quoted=quoted)
    if year:
        csl.setdefault("issued", _issued(year))
    title = _clean_title(title, csl)
    locator = place.locator if place else body or pinpoint
    if people:
        key = "editor" if people.editors else "author"
        csl[key] = list(people.csl)
    csl["title"] = title
    csl["type"] = _type(csl, after, people, quoted=quoted)
    issued = _year_of(csl)
    published = bool(issued) or any(
        k in csl for k in ("container-title", "volume", "publisher", "URL", "DOI", "genre", "status")
    )
    titles = tuple(t for t in (title, csl.get("container-title", "")) if t)
    return Description(csl, people, title, quoted, issued, locator, published, titles)


def _by_journal(main: str, csl: dict[str, Any]) -> Description | None:
    """Read the German lawyers' form, which has no title: "Stieper, GRUR 2020, 1, 4"."""
    head, comma, rest = main.partition(", ")
    m = _GERMAN_JOURNAL.match(rest) if comma else None
    people = names.parse(head) if m else None
    if not m or not people or "literal" in people.csl[0]:
        return None
    locator = _journal(m, csl)
    csl |= {"author": list(people.csl), "type": "article-journal"}
    return Description(csl, people, "", False, int(m["year"]), locator, True, (csl["container-title"],))


def _issued(year: str) -> dict[str, Any]:
    return {"date-parts": [[int(year[:4])]]}


def _year_of(csl: dict[str, Any]) -> int | None:
    parts = csl.get("issued", {}).get("date-parts")
    return parts[0][0] if parts else None


def _without_addresses(text: str, found: Sequence[Address], csl: dict[str, Any]) -> tuple[str, str]:
    """Return what stands before the first address and what stands after the last; note addresses and access date."""
    for a in found:
        csl.setdefault("DOI" if a.kind == "doi" else "URL", a.value)
    main, rest = text, ""
    if found:
        main, rest = text[: found[0].start], text[found[-1].end :].lstrip(" >)].,")
        main = LEAD.sub("", main)
    for part in (rest, main):
        if m := _ACCESSED.search(part):
            csl["accessed"] = (
                {"raw": m["date"].strip(" .,)")} if not (y := _YEARS.search(m["date"])) else _issued(y.group(1))
            )
    main = _ACCESSED.sub("", main)
    rest = _ACCESSED.sub("", rest)
    if not main.strip() and rest:
        main, rest = rest, ""
    return main.strip(" ,;<("), rest.strip(" )>].,;")


def _title(main: str) -> tuple[str, str, str, bool, str]:
    """Return head (names), title, what follows the title, whether it was quoted, and a year before the title."""
    quotes = quotations(main)
    if quotes and (quotes[0][0] == 0 or _head_like(main[: quotes[0][0]])):
        start, end = quotes[0]
        head, year = _dated(main[:start])
        return head, main[start + 1 : end - 1].strip(" ,.;"), main[end:], True, year
    if m := re.match(
        rf"(?P<head>[^()“‘«]{{2,200}}?(?:\((?:[Ee]ds?|Hrsg|[Dd]irs?)\.?\))?[.,]?)\s?\((?P<year>{YEAR}[a-z]?|n\.\s?d\.|forthcoming|in press)(?:,\s[^)]*)?\)(?:\.|,|:)?\s(?=[\w“‘\"«])",
        main,
    ):
        if names.parse(m["head"]) and not re.match(r"\d+[–\s.,-]|\d+$|pp?\.", main[m.end() :]):
            title, after = _until_stop(main[m.end() :])
            if title and not title[0].isdigit():
                return m["head"], title, after, False, m["year"] if m["year"][0].isdigit() else ""
    if (m := _YEAR_FIRST.match(main)) and names.parse(m["head"]):
        title, after = _until_stop(main[m.end() :])
        return m["head"], title, after, False, m["year"]
    return _unquoted(main)


def _head_like(head: str) -> bool:
    bare, _ = _dated(head)
    return not bare or names.parse(bare) is not None


def _dated(head: str) -> tuple[str, str]:
    """Take a year off the names before a title: "Fortna (2008)", "Fortna, V.P. (2008)." """
    m = re.search(rf"[,.]?\s?[(\[]?({YEAR})[a-z]?[)\]]?[,.:]?\s*$", head)
    head = head[: m.start()] if m else head
    return head.strip(" ,:;"), m.group(1) if m else ""


def _until_stop(text: str) -> tuple[str, str]:
    """Cut a title at its full stop (APA, Harvard), or at the comma before publication data."""
    m = re.search(r"(?<![A-Z])[.?!]\s(?=[A-ZÀ-Þ(\[]|https?)|\.\s*$|,\s(?=(?:vol\.|\d+|pp?\.))", text)
    if not m:
        m = re.search(r"(?:,|\.)\s(?=[A-ZÀ-Þ][\w ]+:\s|https?)", text)
    return (text[: m.end()].strip(" ,."), text[m.end() :]) if m else (text.strip(" ,."), "")


def inverted(main: str) -> tuple[str, str] | None:
    """Return names and the rest of an entry in a bibliography's order: "Fortna, Virginia Page. Does ..."."""
    for m in re.finditer(r"\.\s(?=[A-ZÀ-Þ“‘\"«¿])", main[:200]):
        head, rest = main[: m.start() + 1], main[m.end() :]
        if re.search(r"\b[A-ZÀ-Þ]\.$", head):
            # an initial: it closes "Paris, R.", but not "Alex J. Bellamy, Paul D."
            if " " in head.split(",")[0].strip() or re.match(r"(?:[A-Z]\.|and\b|&|[A-Z][\w’'-]+,\s[A-Z]\.)", rest):
                continue
        if "," not in head and not names.is_body(head.strip(" .")):
            continue
        family = [t for t in head.split(",")[0].split() if t.lower() not in names.PARTICLES]
        if names.parse(head) and (len(family) <= 2 or names.is_body(head.strip(" ."))):
            return head, rest
    return None


def _unquoted(main: str) -> tuple[str, str, str, bool, str]:
    """Find names and title by the commas: "Names, Title (Imprint)", "Names, Title, Place, Publisher, year"."""
    if entry := inverted(main):
        title, after = _until_stop(entry[1])
        return entry[0], title, after, False, ""
    if m := _GERMAN_TAIL.search(main):
        head, title = _split_head(main[: m.start() + 1].rstrip(","))
        if head and title:
            return head, title, ", " + main[m.start() + 1 :].lstrip(), False, ""
    if m := _BLUEBOOK.search(main) or _BLUEBOOK_BY_YEAR.search(main):
        head, title = _split_head(main[: m.start()])
        return head, title, main[m.start() :], False, ""
    core_end = len(main)
    imprint = _IMPRINT.search(main)
    if imprint:
        core_end = imprint.start()
    inside = _IN.search(main, 0, core_end)
    if inside and inside.start() > 3 and main[inside.start()] in ",.;":
        head, title = _split_head(main[: inside.start()])
        if head and title:
            return head, title, main[inside.start() :], False, ""
    if imprint:
        head, title = _split_head(main[:core_end])
        if m := re.search(r",\s(?=[^,]*\s\d{1,4}(?:[,/.(]|\s?\(|$))(?=[A-Z])", title):
            return head, title[: m.start()], title[m.start() :] + " " + main[core_end:], False, ""
        return head, title, main[core_end:], False, ""
    head, title = _split_head(main)
    year = _YEAR.search(title)
    parts = [p.strip() for p in title.split(",")]
    if head and year and len(parts) > 1:
        at = next(i for i, p in enumerate(parts) if _YEAR.search(p))
        cut = max(1, at - 2 if at > 2 else 1)
        if m := re.match(rf"(?P<c>.+?)\s{YEAR}$", parts[at]):
            cut = max(1, at) if at else cut
        return head, ", ".join(parts[:cut]), ", " + ", ".join(parts[cut:]), False, ""
    return head, title, "", False, ""


def _split_head(core: str) -> tuple[str, str]:
    """Return (names, title) of "Names, Title"; names "" where it begins with the title."""
    if m := re.match(
        r"(?P<head>[^“‘«]{3,160}?\s\(?(?:eds?\.?|Hrsg\.?|Hg\.?|dirs?\.?|éds?\.?|coords?\.?)\)?),?:?\s(?P<title>\S.*)$",
        core,
    ):
        if names.parse(m["head"]):
            return m["head"], m["title"].strip(" ,")
    parts = re.split(r",\s|:\s(?=[A-Z])", core)
    if len(parts) == 1:
        if m := re.match(r"(?P<head>[^.“‘«]{4,80}\.)\s(?P<title>[A-Z].*)$", core):
            people = names.parse(m["head"])
            if people and "literal" in people.csl[0]:
                return m["head"], m["title"]
        return "", core.strip(" ,.")
    best = 0
    for n in range(1, min(len(parts), 12)):
        prefix = ", ".join(parts[:n])
        if _names_end_here(parts, n) and names.parse(prefix):
            best = n
    if not best:
        return "", core.strip(" ,.")
    head = ", ".join(parts[:best])
    title = core[len(head) :].lstrip(" ,:")
    return head, title.strip(" ,")


_CONJUNCTION = re.compile(r"(?:^|\s)(?:and|&|et|und|y|e)\s|/|\bet al\.?|and others|eds?\.|Hrsg|dir\.", re.IGNORECASE)


def _names_end_here(parts: Sequence[str], n: int) -> bool:
    """Whether the first `n` comma parts can be all the names: one name, one inverted, or a list closed by "and"."""
    if n == 1:
        return True
    last = parts[n - 1]
    if joined := _CONJUNCTION.search(last):
        # "A. B, C. D and E. F, Title", but not "Robin Malloy, Real Estate Transactions and Entrepreneurship, ..."
        sides = [x for x in (last[: joined.start()], last[joined.end() :]) if x.strip()]
        return joined.start() == 0 or all((len(x.split()) > 1) == (len(parts[0].split()) > 1) for x in sides)
    if n != 2 or len(parts) < 3 or len(parts[0].split()) > 3 or _CONJUNCTION.search(parts[0]):
        return False
    if re.fullmatch(r"(?:[A-Z]\.?[\s-]?){1,4}", last):
        return True
    following = parts[2].strip()
    if (
        re.match(r"\d|pp?\.|in\s|In\s|vol|n[o°]", following)
        or PUBLISHER.search(following)
        or _YEAR.fullmatch(following)
    ):
        return False
    single = len([t for t in parts[0].split() if t.lower() not in names.PARTICLES]) == 1
    return single and 1 <= len(last.split()) <= 2 and not (len(parts) > 3 and _YEAR.fullmatch(parts[3].strip(" .")))


def _clean_title(title: str, csl: dict[str, Any]) -> str:
    title = re.sub(r"\s+", " ", title).strip(" ,.;:")
    if m := _EDITION.search(title):
        csl["edition"] = m.group().strip(" ,.")
        title = (title[: m.start()] + title[m.end() :]).strip(" ,.")
    place = locators.tail(title, bare=False)
    if place and place.start > 8 and not title[place.start :].lstrip(" ,").startswith("at "):
        return title[: place.start].strip(" ,.")
    return title


def _publication(after: str, csl: dict[str, Any], *, quoted: bool) -> Locator | None:
    """Read what follows the title: container, numbers, imprint, pages; return the pinpoint."""
    for pattern, form in (
        (_BLUEBOOK, after),
        (_BLUEBOOK_BY_YEAR, after),
        (_OSCOLA, after.strip(" .")),
        (_GERMAN_JOURNAL, after.strip(" .,")),
    ):
        if m := pattern.search(form):
            return _journal(m, csl)
    place = locators.tail(re.sub(r"^\s(?=\d)", ", ", after))
    rest = after[: place.start] if place else after
    if m := _IN.search(rest):
        _book(rest[m.end() :], csl)
        rest_for_year = rest[m.end() :]
    else:
        rest_for_year = rest
        _container(rest, csl, quoted=quoted)
    if m := _IMPRINT.search(rest):
        _imprint(m, csl)
    elif m := _DATE.search(rest_for_year):
        csl.setdefault("issued", _issued(m.group(1) or m.group(2)))
    elif m := _YEAR.search(rest_for_year):
        csl.setdefault("issued", _issued(m.group()))
        _loose_imprint(rest_for_year[: m.start()], csl)
    if _THESIS.search(rest):
        csl["genre"] = _THESIS.search(rest).group()  # type: ignore[union-attr]
    return _extent(after, rest, place, csl)


def _journal(m: re.Match[str], csl: dict[str, Any]) -> Locator | None:
    fields = m.groupdict()
    csl["container-title"] = fields["container"].strip(" ,")
    csl["issued"] = _issued(fields["year"])
    for name, alternatives in (("volume", ("volume", "volume2")), ("issue", ("issue", "issue2")), ("page", ("page",))):
        value = next((fields[a] for a in alternatives if fields.get(a)), None)
        if value:
            csl[name] = re.sub(r"\s?[–-]\s?", "–", value.strip())
    pin = fields.get("pin") or fields.get("pin2")
    return Locator("page", re.sub(r"\s?[–-]\s?", "–", pin.strip(" ,."))) if pin else None


def _container(rest: str, csl: dict[str, Any], *, quoted: bool) -> None:
    for pattern in _VOLUME:
        if m := pattern.search(rest):
            if m["volume"]:
                csl["volume"] = m["volume"]
            if m["issue"]:
                csl["issue"] = m["issue"]
            break
    numbered = "volume" in csl or "issue" in csl
    if numbered or (quoted and not PUBLISHER.search(rest)):
        m = re.match(r"[,.:;]?\s*(?P<c>[A-ZÀ-Þ][^\d(“‘«\[]*?)\s*(?:,|\.\s|\d|\(|\[|[Vv]ol\.|$|Bd\.|Jg\.|n[o°]\s)", rest)
        if m and len(m["c"]) > 2 and not re.match(_MONTHS, m["c"]):
            csl["container-title"] = re.sub(r",?\s(?:vol|no|n°)\.?$", "", m["c"]).strip(" ,.")


def _book(text: str, csl: dict[str, Any]) -> None:
    """Read "Editors (eds), Book (Imprint)" or "Book, ed. Editors (Imprint)" after "in"."""
    core = text
    if m := _IMPRINT.search(text):
        core = text[: m.start()]
    core = core.strip(" ,.:")
    if (m := _EDITORS_AFTER.match(core)) and (people := names.parse(m["who"])):
        csl["editor"] = list(people.csl)
        core = m["title"]
    elif (m := _EDITED.search(" " + core)) and (people := names.parse(m["who"])):
        csl["editor"] = list(people.csl)
        core = core[: max(0, m.start() - 1)]
    else:
        head, title = _split_head(core)
        people = names.parse(head) if head else None
        if people and title:
            csl["editor"] = list(people.csl)
            core = title
    if (m := _BLUEBOOK_PAGE.search(core)) and core[: m.start()].isupper():
        core = core[: m.start()]
    core = re.split(rf",\s(?=(?:[^,]{{2,30}},\s)?[^,]*,\s{YEAR}|{YEAR}|pp?\.|\d)", core)[0]
    csl["container-title"] = core.strip(' ,.;:“”‘’"«»')


def _imprint(m: re.Match[str], csl: dict[str, Any]) -> None:
    if y := _YEARS.search(m["year"]):
        csl.setdefault("issued", _issued(y.group(1)))
    elif not m["year"].startswith("n."):
        csl["status"] = m["year"]
    inside = re.sub(rf"^(?:{_MONTHS}|\d{{1,2}}\s)+", "", m["inside"].strip(" ,;")).strip(" ,;")
    if _THESIS.search(inside):
        csl["genre"] = inside
    elif place := _PLACE.match(inside):
        csl["publisher-place"], csl["publisher"] = place["place"].strip(), place["publisher"].strip(" ,")
    elif inside and not re.match(r"\d", inside) and not _EDITION.fullmatch(" " + inside):
        csl["publisher"] = _EDITION.sub("", " " + inside).strip(" ,")


def _loose_imprint(before: str, csl: dict[str, Any]) -> None:
    """Read "Place, Publisher" or "Place: Publisher" without brackets, as French and APA practice has it."""
    parts = [p.strip() for p in re.split(r",\s|\.\s", before) if p.strip(" ,.")]
    if not parts or csl.get("volume"):
        return
    last = parts[-1].strip(" ,.")
    if place := _PLACE.match(last):
        csl["publisher-place"], csl["publisher"] = place["place"], place["publisher"]
    elif PUBLISHER.search(last) or len(parts) > 1:
        csl["publisher"] = last
        if len(parts) > 1 and len(parts[-2].split()) < 4:
            csl["publisher-place"] = parts[-2]


def _extent(after: str, rest: str, place: locators.Place | None, csl: dict[str, Any]) -> Locator | None:
    """Decide between the pages that a work fills and the page that is pointed to.

    "36, no. 1 (2015): 40–54" is the article's extent, "(2015): 45–46" a pinpoint: in an article or chapter, a range
    with no other before it is the extent from eight pages on where a colon stands before it (Chicago's notes point
    so, too), and from three on after a comma or "pp.".
    """
    earlier = _PAGES.search(rest)
    if earlier and re.sub(r"\s?[–—-]\s?", "–", earlier["page"]) != f"{csl.get('volume')}–{csl.get('issue')}":
        csl["page"] = re.sub(r"\s?[–—-]\s?", "–", earlier["page"])
        return place.locator if place else None
    inside = "container-title" in csl
    pages = locators.length(place.locator.value) if place and place.locator.label == "page" else 0
    if place and inside and pages >= (8 if re.match(r"\s?:", after[place.start :]) else 3):
        csl["page"] = place.locator.value
        return None
    return place.locator if place else None


def _type(csl: dict[str, Any], after: str, people: Names | None, *, quoted: bool) -> str:
    if _THESIS.search(after) or "genre" in csl:
        return "thesis"
    if "container-title" in csl and (_IN.search(after) or "editor" in csl) and not (people and people.editors):
        return "chapter"
    if "container-title" in csl and ("volume" in csl or "issue" in csl or "page" in csl):
        return "article-journal"
    if _REPORT.search(after) or (people and "literal" in people.csl[0] and not quoted):
        return "report"
    if "container-title" in csl and _DATE.search(after):
        return "article-newspaper"
    if "URL" in csl and "publisher" not in csl:
        return "webpage"
    return "article-journal" if quoted and "container-title" in csl else ("book" if not quoted else "document")
