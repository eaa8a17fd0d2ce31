"""Web addresses and DOIs in running text, whole again where a line break fell inside."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from ingest.words.rare import Rare

_BEGINNING = 12
"""Characters by which links are found; shorter ones tell nothing that the text does not."""
_LONGEST = 400
_AFTER_ADDRESS = ' .,;:)]}>⟩”’"»'
AddressKind = Literal["doi", "url"]

_ENDINGS = "com|org|net|int|edu|gov|info|eu|fr|de|ch|at|uk|es|it|nl|be|ca|au|za|pt|br|se|no|dk|fi|pl|ly|gl|me|io"
"""What hosts end in: those of no country, those of the countries whose literature is read, "bit.ly"."""
_SCHEME = r"(?i:https?\s?:\s?//\s?|\bwww\.(?=\w)|\b10\.\d{4,9}/|\barXiv:\s?(?=\d{4}\.|[a-z-]+/\d))"
# The letter is asked for first: most of a text begins no address.
_START = Rare(rf"(?=[hHwW1aA]){_SCHEME}", "//", "www.", "10.", "arxiv:")
_HOST_ALONE = re.compile(rf"\.(?:{_ENDINGS})/(?=[\w~#?%])")
_START_BY_HOST = re.compile(
    rf"{_SCHEME}|(?<![\w@./\\-])(?!(?:org|com?|ac)\.)(?a:[A-Za-z0-9][\w-]+\.)+(?:{_ENDINGS})/(?=[\w~#?%])"
)
"""Also an address without "http://": "undocs.org/S/2018/531", "hdl.handle.net/1814/12345"."""
_RUN = re.compile(r"[^\s<>“”„«»\"‘⟨⟩]+")
_SICI = re.compile(r"\(sici\)\s?\d[\dx()/: -]{6,40}<[^<>]{1,40}>\s?\d\.\d\.\s?[a-z]{2};2-\S", re.IGNORECASE)
"""An article of the 1990s by its issue and page: "10.1002/(SICI)1099-1328(199901)11:1<1::AID-JID1>3.0.CO;2-X"."""
_TRAILING = ".,;:!?'’”\"»…"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_BELONGS_ON = re.compile(r"[-_=&%#~/+]$")
_URLISH = re.compile(r"[/_%=&#]|\.(?:html?|pdf|aspx?|php|jsp|docx?|xml|cfm|shtml)\b|\w-\w+-\w|\w\.\w", re.IGNORECASE)
_SMALL_WORD = re.compile(r"[a-z0-9][\w-]*[.,;)]?$")
_NOT_URL = re.compile(
    r"(?:and|or|last|accessed|abgerufen|zuletzt|see|in|at|on|for|consult|visit|dernier|acced|the|und|et|y"
    r"|archived|as)\b(?![-/_.=])",
    re.IGNORECASE,
)
PROSE = re.compile(r"[^\W\d_]+\s(?!(?:last|accessed|visited|retrieved|abgerufen|zuletzt|consult|consulté)\b)[\w“]")
"""What behind "/" at a line's end is no part of an address: "https://survstat.rki.de/ | maintained by the"."""
_DOI = re.compile(r"10\.\d{4,9}/\S+$")
_DOI_HOST = re.compile(r"(?:dx\.)?doi\.org/|^doi:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """A web address or DOI at [start, end) of the text; `value` is whole: no space, no trailing punctuation.

    A DOI's value is the bare DOI ("10.1080/01436597.2015.976016"), whether it was printed bare, after "doi:", or as
    a link; a URL's value begins with http.
    """

    start: int
    end: int
    kind: AddressKind
    value: str


class Linked:
    """The addresses that a file's link annotations lead to, found by their beginnings, and the document's own DOI.

    An imprint at the foot of a page may be read as the end of its last note; the work cited there has not its DOI.
    """

    def __init__(self, uris: Iterable[str], own: str = "") -> None:
        self._own = clean_doi(own)
        self._by_beginning: dict[str, list[str]] = {}
        for uri in dict.fromkeys(uris):
            bare = _bare(uri)
            if len(bare) > _BEGINNING:
                self._by_beginning.setdefault(bare[:_BEGINNING], []).append(bare)

    def is_own(self, address: Address) -> bool:
        """Whether an address is the document's own DOI."""
        return address.kind == "doi" and address.value == self._own

    def end(self, text: str, start: int) -> int | None:
        """Where the printed address that begins at `start` ends, if a link has all of it; the longest link counts."""
        shown = _bare(re.sub(r"\s", "", text[start : start + _LONGEST]))
        fitting = [uri for uri in self._by_beginning.get(shown[:_BEGINNING], ()) if shown.startswith(uri)]
        if not fitting:
            return None
        left = len(max(fitting, key=len))
        at = start + len(re.match(r"(?:https?\s?:\s?/\s?/\s?)?(?:www\.)?", text[start:], re.IGNORECASE).group())  # type: ignore[union-attr]
        while left and at < len(text):
            left -= not text[at].isspace()
            at += 1
        following = text[at : at + 1]
        return at if not following or following in _AFTER_ADDRESS else None


def addresses(text: str, breaks: Collection[int] | None = None, linked: Linked | None = None) -> list[Address]:
    """Find the addresses in `text`, in order.

    Args:
        text: A note's or block's text.
        breaks: Offsets of the spaces that stand for a line break; None where they are not known, and any space may
            be one.
        linked: The addresses that the file's own links lead to: where one agrees with the text it tells the whole.
    """
    found: list[Address] = []
    at = 0
    begins = _START_BY_HOST if "/" in text and _HOST_ALONE.search(text) else _START
    while m := begins.search(text, at):
        agreed = linked.end(text, m.start()) if linked else None
        end = agreed or _trim(text, m.end(), _whole(text, m.end(), breaks))
        at = max(end, m.end())
        if end > m.end() and _has_host(address := _address(text, m.start(), end)):
            found.append(address)
    return found


_HOST = re.compile(
    r"https?://(?:www\d?\.)?(?:[^\s./:]+\.)+[^\W\d_]{2,}(?:[:/?#]|$)|https?://(?:\d+\.){3}\d+|https?://localhost\b",
    re.IGNORECASE,
)


def _has_host(address: Address) -> bool:
    """Whether an address names a host: "https://www." and "https://git-scm", cut at a line's end, name none."""
    return address.kind == "doi" or bool(_HOST.match(address.value))


def _bare(uri: str) -> str:
    """Return an address as it is compared with print: without scheme, "www." and a slash at the end."""
    return re.sub(r"^(?:https?:/*)?(?:www\.)?", "", uri.strip(), flags=re.IGNORECASE).rstrip("/")


def _whole(text: str, start: int, breaks: Collection[int] | None) -> int:
    """Return where the address that has begun before `start` ends, led over line breaks."""
    if sici := _SICI.match(text, start):
        return sici.end()
    run = _RUN.match(text, start)
    if not run:
        return start
    end = run.end()
    while end < len(text) and text[end] == " " and (breaks is None or end in breaks):
        following = _RUN.match(text, end + 1)
        if not following or (text[end - 1] == "/" and PROSE.match(text, end + 1)):
            break
        if not _goes_on(text[start:end], following.group(), sure=breaks is not None):
            break
        end = following.end()
    return end


def _goes_on(before: str, after: str, *, sure: bool) -> bool:
    """Whether the address `before` a line break continues with the word `after` it.

    `sure` says that a line break is known to be there; else only the strongest signs count.
    """
    if before.endswith("_") and re.match(r"\([\w,_-]+\)", after):
        return True  # "https://en.wikipedia.org/wiki/Srebrenica_ (genocide)"
    if re.match(r"https?:|www\.|[(\[“‘]", after) or _NOT_URL.match(after) or before[-1] in ",;)":
        return False
    if before.endswith("."):
        # "https://www.un.org/en/report. pdf" goes on, "…/report. See" does not.
        return bool(re.match(r"(?:html?|pdf|aspx?|php|com|org|net|int|edu)\b|(?=[\d-]*[a-z])[a-z0-9-]+[./]\w", after))
    if _BELONGS_ON.search(before):
        return bool(_URLISH.search(after) or (sure and _SMALL_WORD.match(after)) or (sure and before[-1] in "-_=&%"))
    if not sure:
        return False
    if re.search(r"=\d+$", before):
        return bool(re.match(r"\d+(?:[&#.,;)]|$)", after))
    return bool(re.search(r"[/_%=&#]\w|\.(?:html?|pdf|aspx?|php)\b", after)) and not re.match(r"[A-Z]/", after)


def _trim(text: str, start: int, end: int) -> int:
    """Return `end` moved before punctuation and closing brackets that belong to the sentence."""
    while end > start:
        last = text[end - 1]
        if last in _TRAILING or (
            last in _PAIRS and text.count(_PAIRS[last], start, end) < text.count(last, start, end)
        ):
            end -= 1
        else:
            break
    return end


def _address(text: str, start: int, end: int) -> Address:
    value = re.sub(r"\s+", "", text[start:end])
    if value.lower().startswith("arxiv:"):
        return Address(start, end, "url", "https://arxiv.org/abs/" + value[6:])
    doi = _DOI.search(value)
    if doi and (value.startswith("10.") or _DOI_HOST.search(value)):
        lead = re.search(r"doi\s?:\s?$", text[:start], re.IGNORECASE)
        return Address(lead.start() if lead else start, end, "doi", clean_doi(doi.group()))
    if not value.lower().startswith("http"):
        value = "https://" + value
    return Address(start, end, "url", value)


def clean_doi(doi: str) -> str:
    """Return a DOI in lower case, as DOIs compare, without what is not part of it."""
    return doi.lower().rstrip(".,;:")


def normal_url(url: str) -> str:
    """Return `url` as a key: no scheme, no "www.", host in lower case, no fragment, no slash at the end."""
    bare = re.sub(r"^https?://(?:www\d?\.)?", "", url, flags=re.IGNORECASE)
    host, slash, path = bare.partition("/")
    return (host.lower() + slash + path.split("#")[0]).rstrip("/")
