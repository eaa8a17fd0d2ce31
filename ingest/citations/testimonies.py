"""What no one published: interviews, letters, and papers on file or in archives."""

import re

from ingest.model import CitationKind
from ingest.words import names
from ingest.words.dates import MONTHS, YEAR
from ingest.words.rare import Rare

_BY_AUTHOR = (
    r"(?:d(?:es|er)\s(?:Autor(?:in|s)?|Verfasser(?:in|s)?)|d\.\s(?:Verf|Vf|A)\.|dell[’']aut(?:ore|rice)|de\sl[’']aut(?:eure?|rice)"
    r"|del\sautor|de\sla\sautora|do\sautor|da\sautora)"
)
"""Whose interview it is: "Interview der Autorin mit …", "Intervista dell’autrice a un ufficiale"."""
_INTERVIEW = Rare(
    r"^(?:(?:Author(?:s)?[’']?s?[’']?|Authors[’']?|Confidential|Personal|Telephone|Phone|Skype|Zoom|Written"
    r"|Anonymous|Semi-structured|In-person|Private|Follow-up|Online|Background|Own|My|Field|Focus\sgroup|Oral\shistory|Panel|Group"
    r"|E-?mail)\s)*"
    r"(?:interviews?|conversations?|discussions?|focus\sgroup)(?:\s(?:by"
    r"|of)\s(?:the\s)?authors?)?(?:\s(?:with|between|in|at|conducted|no\.?|number|#)|\s?#?\d|,|\s\(|:|\sby\b"
    r"|\sof\b|\.?$)"
    r"|^(?:Entretiens?|Entrevistas?|Intervist[ae]|Interviews?|Gespräche?|Telefonate?|[A-Z]\w{3,12}(?:interviews?|gespräche?)|Colloqui?o)"
    rf"\s?(?:téléphonique\s|telefónica\s|telefonica\s)?(?:avec|an?\s(?=[A-Z])|{_BY_AUTHOR}"
    r"|concedida\s|confidentiel|anonyme|réalisé|de\s|con\s|com\s|mit\b|n[o°]|,|\d)"
    r"|^[A-Z][\w’.() -]{2,60},\s(?:author[’']s\s)?interview(?:\s(?:with|by)\s|,\s(?=[^;:“”]{2,60}\b(?:19|20)\d\d\b))"
    r"|^(?:Interviewee|Respondent|Informant)\s(?:no\.\s)?\w{1,4},|^(?:Intervju\smed|Haastattelu|Wywiad\sz|Interview\smet)\s|^Témoignages?\s(?:d[eu]s?\s|d[’'])[^;]{2,80}?\srecueillis?\spar\s",
    *("interview", "conversation", "discussion", "focus group", "entretien", "entrevist", "intervist", "gespräch"),
    *("telefonat", "colloqui", "respondent", "informant", "témoignage", "intervju", "haastattelu", "wywiad"),
    flags=re.IGNORECASE,
)
_MEETING = Rare(
    r"^(?:(?:Record|Minutes|Notes?)\sof\s(?:an?\s|the\s)?(?:meeting|interview|conversation)s?\swith\s"
    r"|Meetings?\swith\s(?=[^;]*\b(?:19|20)\d\d\b)|(?:Confidential|Anonymous)\ssources?,\s(?=[^;]*\b(?:19|20)\d\d\b)"
    r"|Information\s(?:provided|given|received)\s(?:by|from)\s(?=[^;]*,\s[^,;]*\b(?:19|20)\d\d\b))",
    *("meeting", "interview", "conversation", "source", "information"),
    flags=re.IGNORECASE,
)
_LETTER = Rare(
    r"^(?:(?:Author(?:s)?[’']?s?[’']?|Personal|Private|E-?mail|Email|Confidential"
    r"|Written)\s)*(?:correspondence|communications?|e-?mails?|exchange"
    r"|message)\s?(?:by\s(?:the\s)?author\s)?(?:with|from|to|between|,|\(|correspondence|exchange"
    r"|communication)"
    r"|^[A-Z][\w’. -]{2,60},\s(?:personal\scommunication|e-?mail\s(?:to|message)|private\scommunication"
    r"|letter\sto\s(?:the\s)?author)|^Letter\s(?:from\s.{2,80}\s)?to\s(?:the\s)?author|^Letter\sfrom\s(?![^;]*\b[AS]/)(?=[^;]*\b(?:19|20)\d\d\b)"
    r"|^(?:Memorandum|Cable|Telegram|Telex|Code\scable)\sfrom\s[^;]{2,60}?\sto\s(?=[^;]*\b(?:19|20)\d\d\b)"
    r"|^(?:Outgoing\s)?[Cc]ode\s[Cc]able,?\s(?=[A-Z]+-\d|[A-Z][\w-]+\sto\s[A-Z])(?![^;]*\bon\sfile)|^Courriel\s|^(?:Lettre"
    r"|Correspondance)\s(?:à\sl[’']auteur|avec)|^E-Mail\s(?:von|an)\s"
    rf"|^(?:Schreiben|Brief|Telefax|E-Mail)\s(?:de[rs]|von|vom)\s(?![^;]*\b[AS]/)[^;“„:]{{2,80}}?\san\s(?=[^;]*\b{YEAR}\b)",
    *("correspond", "communication", "mail", "exchange", "message", "letter", "memorandum", "cable", "telegram"),
    *("telex", "courriel", "lettre", "schreiben", "brief", "telefax"),
    flags=re.IGNORECASE,
)
_ON_FILE = Rare(
    r"\b(?:on\sfile\swith|copy\s(?:on\sfile|in\sauthor)|in\s(?:the\s)?(?:author"
    r"|writer)[’']?s?[’']?\spossession|archives?\sde\sl[’']auteur|document\sen\spossession\sde\sl[’']auteur"
    r"|liegt\sdem\sVerfasser\svor|held\sby\sthe\sauthor)|^(?:personal|private)\spapers\sof\s|^author(?:s[’']|[’']s)\sfield\s?notes?\b",
    *("file", "copy", "possession", "archive", "verfasser", "held", "field note", "fieldnote", "papers"),
    flags=re.IGNORECASE,
)
_INPUT = re.compile(
    r"^(?:[A-Z][\w’'-]*|of|the|on|in|for|and|to|at|by|,)(?:,?\s(?:[A-Z][\w’'-]*|of|the|on|in|for|and|to|at|by))*\sinputs?\.?$"
)
"""What a body sent in for a UN report: "WHO input."."""
_SUBMISSION = re.compile(
    r"^(?:Written\sevidence\s(?:from|by|submitted\sby)\s[A-ZÀ-Þ]|(?:Submission|Contribution|Input|Reply|Response)s?\s(?:by|of|from)\s(?:the\s)?[A-ZÀ-Þ][^;:“”\d]{2,120}(?:,\s(?:19|20)\d\d)?$"
    r"|Response\sto\sthe\s[^;“”]{3,80}\squestionnaire\s(?:by|from)\s)"
)
"""The same in a sentence: "Submission by the Government of Norway", "Response to the ... questionnaire by ..."."""
_KEPT_IN = (
    r"(?:\b(?:(?:G|HH?|BayH)?StA|AHN|AGS|ASV|TNA|PRO|NARA|UNA|BArch|PA\sAA|PAAA|UNARMS|SHD(?:/[A-Z]{2,4})?|CADN|AdsD|IfZ|NL\s(?=[A-ZÄÖÜ])"
    r"|(?:[A-Z][\w’.-]+\s)+(?:Archives?|Archiv)"
    r"|[A-ZÄÖÜ][a-zäöü]+(?:archiv|arkivet)|Archives\s(?:nationales|diplomatiques|de\sl[’']ONU)|Archiv[io]o?\s[A-Z]\w+|Record\sGroup)\b"
    r"|[A-Z][\w’-]+\sPapers\b)\)?"
)
_SHELF = (
    r"(?:\b[A-Z]{1,4}[\s-]?\d+(?:[/-]\d+)*|\d+[A-Z]{1,3}(?:\(\d+\))?/\d+"
    r"|\d+(?:[/-]\d+)+|[Bb]ox\s\d+|Bd\.\s\d+|(?:[Cc]arton|liasse|[Bb]usta|Mappe|Karton)\s\d+|Rep\.\s\d+|\d+\s[A-Z]\s\d+(?:/\d+)?)"
)
_ARCHIVE = Rare(
    rf"{_KEPT_IN},?\s(?:[^;“”]{{0,80}}?[\s,/-])?{_SHELF}"
    rf"|(?:\b[Bb]ox\s\d+|\bRG\s\d+|\b[A-Z]{{2,5}}\s\d+/\d+)(?:/\d+)*,\s(?:[^;“”]{{0,120}}?[\s,])?(?:{_KEPT_IN}|[A-Z]\w+\s(?:Library|File|Collections?)\b)"
    r"|\b[Bb]ox\s\d+,\s(?:[Ff]older|[Ff]ile|[Ff]\.)\s\d+"
    r"|\bS-\d{4}-\d{4}(?:-\d+)?\b|\b(?:FO|CAB|PREM|WO|CO|DO|FCO|DEFE)\s\d+/\d+",
    *(
        "StA",
        "AHN",
        "AGS",
        "ASV",
        "TNA",
        "PRO",
        "NARA",
        "UNA",
        "BArch",
        "PA",
        "SHD",
        "CADN",
        "AdsD",
        "IfZ",
        "NL ",
        "rchiv",
        "Record",
        "Papers",
        "ox",
        "Library",
        "File",
    ),
    *("Collection", "S-", "FO", "CAB", "PREM", "WO", "CO", "DO", "DEFE"),
)
"""A paper in an archive, by archive and shelf mark in either order: "TNA, FO 371/121747", "box 281, Bunche Papers".

The marks of the United Nations' archives ("S-0845-0001-05") and of the British ministries' papers ("CAB 128/34") tell
them alone.
"""
_BY_BODY = re.compile(
    r"(?:(?:[A-ZÀ-Þ][\w’'.&-]*|of|the|and|for)\s){1,8}?(?:(?:telephone|phone|video|online|group|confidential|follow-up)\s)*"
    r"(?:(?P<spoken>interviews?|conversations?)(?:\swith\b|,\s)|(?:correspondence|communications?|e-?mails?|messages?)\s(?:with|from|to)\b)"
    rf"(?=[^;]*\b{YEAR}\b)"
)
"""A body's own: "Human Rights Watch interview with a displaced woman, Bambari, January 22, 2018"; by its medium."""
_WHERE_KEPT = re.compile(r"(?:(?:A\s)?[Cc]op(?:y|ies)\s)?(?:[Oo]n\sfile|[Hh]eld)\s")
"""What a sentence of its own says of the work cited before: "On file with the author"."""
_DAY = rf"[^;()]{{0,60}}?{MONTHS}\s[^;()]{{0,8}}\b(?:1[89]|20)\d\d\b"
_BETWEEN_PEOPLE = re.compile(
    r"^(?P<who>[A-ZÀ-Þ][\w’. -]{2,50}?)(?:"
    rf"\sto\s(?P<whom>[A-ZÀ-Þ][\w’. -]{{2,40}}?),\s(?={_DAY})(?![^;]*\bin\s[A-Z])"
    r"|\sam\s\d{1,2}\.[^;]{2,14}\b(?:1[89]|20)\d\d\san\s(?P<an>[A-ZÀ-Þ][\w’-]+))"
)
"""A letter by writer, reader and day: "Urquhart to Ralph Bunche, 3 August 1960", "Haber am 17.12.1914 an Schmidt"."""
_RANK = re.compile(r"(?:Colonel|General|Lord|Lady|Sir|President|Ambassador|Secretary|Minister)\s[A-Z]")
_PAPER = re.compile(
    r"(?:Statement|Address|Speech|Remarks|Report|Mission|Message|Visit|Introduction|Response|Reply|Testimony|Presentation|Briefing"
    r"|Return|Guide|Road|Threat|Right|Access|Support|Contribution|Submission|Annex)s?\b"
)
"""What is given "to" a body, and is no one's letter: "Statement to Parliament, 3 May 1999"."""


_TELLS = re.compile(
    r"\b(?:were|was|are|is|have|has|had|will|may|suggests?|indicated?|confirmed|revealed|show(?:s|ed)?)\b"
)
_LEAD_IN = re.compile(r":\s|[“‘«]")
_HEAD = re.compile(r".{0,40}[,:]\s")


def testimony(text: str) -> CitationKind | None:
    """Return interview, correspondence or on-file where `text` cites one; None for a sentence about interviews."""
    kind = _kind(text)
    tells = kind and _TELLS.search(_LEAD_IN.split(text, maxsplit=1)[0][:160]) and not _HEAD.match(text[:42])
    return None if tells else kind


def _kind(text: str) -> CitationKind | None:
    if _INTERVIEW.match(text) or _MEETING.match(text):
        return "interview"
    if _LETTER.match(text) or _is_letter(text):
        return "correspondence"
    if (by_body := _BY_BODY.match(text)) and not _ARCHIVE.search(text):
        return "interview" if by_body["spoken"] else "correspondence"
    if any(sign.search(text) for sign in (_ON_FILE, _ARCHIVE, _INPUT, _SUBMISSION)):
        return None if _WHERE_KEPT.match(text) else "on-file"
    return None


def _is_letter(text: str) -> bool:
    """Whether two people and a day are named, in the order of letters."""
    m = _BETWEEN_PEOPLE.match(text)
    if not m or _PAPER.search(m["who"]):
        return False
    whom = m["whom"] or m["an"]
    writer, reader = names.parse(m["who"]), names.parse(whom)
    return bool(writer and "family" in writer.csl[0] and (_RANK.match(whom) or (reader and "family" in reader.csl[0])))
