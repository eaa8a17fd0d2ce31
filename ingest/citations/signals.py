"""The words that introduce a citation (see, cf., voir, vgl.) and those that put one work inside another (cited in)."""

import re
from functools import lru_cache

from ingest.words.given import is_given
from ingest.words.joiners import AS_WELL_AS
from ingest.words.rare import Opening, Rare

_SEE = (
    r"(?:but\s)?see(?:,)?(?:\s(?:also|already|respectively|further|generally|especially|particularly|too"
    r"|in\sparticular|in\sgeneral|for\sexample|for\sinstance"
    r"|among\sothers|inter\salia|notably|esp\.|e\.\s?g\.))*(?:,?\s(?:e\.\s?g\.|for\sexample|for\sinstance"
    r"|inter\salia|among\sothers|in\sparticular|especially))?"
)
_GERMAN_MORE = (
    r"(?:,?\s(?:auch|dazu|hierzu|etwa|nur|insbesondere|insb\.|zum\sBeispiel|z\.\s?B\.|statt\saller|ferner|zB|näher|ausführlich"
    r"|allgemein|beispielhaft|bereits|schon|jüngst|kritisch)(?=[\s,:]))*"
)
"""What follows "vgl." or "dazu": "Vgl. dazu nur", "Dazu etwa:"."""
_SIGNAL = (
    rf"{_SEE}|(?:but\s)?cf\.?|confer|compare|contra|accord|e\.\s?g\.|for\s(?:example|instance)|inter\salia|also|similarly"
    r"|voir(?:\s(?:aussi|également|notamment|par\sexemple|en\sparticulier|en\sce\ssens))*(?:,\s?(?:notamment"
    r"|par\sexemple|p\.\s?ex\.|entre\sautres))?"
    r"|v\.\s(?:aussi|également|notamment|not\.)|comp\.|à\scomparer\savec|contra|par\sexemple"
    rf"|(?:so\sauch|siehe|(?-i:s\.)|vgl\.?|dazu|hierzu|allgemein|ferner|näher|ausführlich){_GERMAN_MORE}"
    r"|a\.?\s?A\.?(?=\s[A-ZÄÖÜ])|krit(?:\.|isch)?(?=\s)|Ausf(?:\.|(?=\s))(?:\s(?:dazu|hierzu))?|so\sallgemein|ebenso|so\s(?:etwa|schon|auch|bereits|zuletzt)|(?:grundlegend|ausführlich|eingehend|ähnlich|anders|zuletzt|statt\svieler|zustimmend|ablehnend)"
    r"(?:\s(?:dazu|hierzu|dagegen|aber|auch|jetzt|schon))*(?:\setwa)?(?=:?\s[A-ZÄÖÜ])|auch"
    r"|véase(?:\s(?:también|por\sejemplo))?|ver(?:\s(?:también|também|por\se[jx]emplo))?|vid\.|v\.(?=\s(?:supra|infra|retro|per\stutti|ex\smultis)\b)|per\stutti|ex\smultis|(?:fra|tra)\sgli\saltri|entre\sotros|parmi\sd[’']autres|cfr\.?|vedi(?:\sanche)?"
    r"|si\sveda(?:no)?(?:\sanche)?|v\.\sanche|(?:nello\sstesso|in\stal)\ssenso(?:,?\s(?:v\.|cfr\.|vedi)(?:\sanche)?)?|in\ssenso\s(?:contrario|conforme|analogo)|sul\spunto|al\sriguardo|contra"
    r"|dans\sle\smême\ssens(?:,?\s(?:v\.|voir)(?:\saussi)?)?|en\sel\smismo\ssentido(?:,?\s(?:véase|vid\.|v\.))?"
    r"|to\s(?:the\ssame|similar)\seffect(?:,?\ssee(?:\salso)?)?|in\sthe\ssame\svein(?:,?\ssee(?:\salso)?)?"
    r"|im\sgleichen\sSinne(?:\sauch)?"
    r"|e[nm]\ssentido\s(?:contr[aá]rio|similar)|en\scontra|por\stodos|se\sogså|se\säven|jfr?\.|en\s(?:ce\ssens|sens\scontraire)|adde|veja(?:-se)?(?:\stambém)?"
)
AT_START = Opening(
    rf"(?P<signal>{_SIGNAL})(?:,|:)?\s+(?=\S)",
    *("bu", "se", "cf", "co", "ac", "e.", "fo", "in", "al", "si", "vo", "v.", "à ", "pa", "so", "s.", "vg", "da"),
    *("hi", "fe", "nä", "au", "a.", "eb", "gr", "ei", "äh", "an", "zu", "st", "vé", "ve", "vi", "su", "en", "em"),
    *("po", "ad", "ne", "to", "im", "aa", "kr", "ab", "se", "jf", "pe", "ex", "fr", "tr"),
    flags=re.IGNORECASE,
)
INSIDE = re.compile(
    rf"(?:(?<=[\s(,:])|^)(?P<signal>{_SEE}|for\s(?:instance|example)(?=,?\s[A-ZÀ-Þ][\w’-]+,\s)|cf\.?|voir(?:\s(?:aussi|également|notamment))?|vgl\.?(?:\s(?:auch"
    rf"|dazu|nur|etwa))*"
    r"|siehe(?:\sauch)?|abrufbar\sunter|véase|cfr\.)(?:,|:)?\s+(?=[A-ZÀ-Þ“‘\"«0-9(]|d[eiau]\s|van\s|von\s"
    r"|ibid|id\.|https?:|www\.)",
    re.IGNORECASE,
)
CONNECTOR = Opening(
    rf"(?:{AS_WELL_AS}|or)\s+(?=\S)",
    *("an", "& ", "et", "un", "u.", "y ", "e ", "as", "so", "ai", "no", "or"),
    flags=re.IGNORECASE,
)
NESTED = Rare(
    r"(?:^|,?\s?\(?\b)(?P<word>(?i:(?:as\s)?(?:quoted|cited|reported|reprinted|reproduced|discussed|excerpted"
    r"|translated|distinguished|applied|followed|affirmed|approved|overruled)\s(?:in|by)|quoting|citing|cited\sby|(?-i:adapted|reproduced)\sfrom"
    r"|(?<=,\s)(?:discussing|distinguishing|applying|following|approving|overruling|affirming)"
    r"|(?:cité|citée|cités|reproduit|repris)\s(?:dans|par|in)|zitiert\s(?:nach|in|bei)|zit\.\s(?:nach|in)"
    r"|hier\szitiert\snach|citado\s(?:en|por)|citato\sin"
    r"))\b:?\s+(?=[A-ZÀ-Þ“‘\"«0-9]|d[eiau]\s|van\s|von\s|ibid|id\.)",
    *("quot", "cit", "ported", "print", "produ", "cuss", "cerpt", "slated", "zit", "repris", "adapt"),
    *("distinguish", "appl", "follow", "affirm", "approv", "overrul"),
)


_VOIR = Opening(r"V\.\s(?P<given>[A-ZÀ-Þ][\w-]+)\s[A-ZÀ-Þ]", "V.")
"""French lawyers' "voir" before a given name: "V. Jean Combacau"."""


@lru_cache(maxsize=1024)
def canonical(signal: str) -> str:
    """Return a signal in its plain form: "See, e.g.," -> "see, e.g."."""
    plain = re.sub(r"\s+", " ", signal).strip(" ,:").lower()
    plain = re.sub(r"^(see|but see) ,? ?", r"\1 ", plain)
    return re.sub(r"e\.\s?g$", "e.g.", plain)


def without_signal(text: str) -> str:
    """Return `text` without the connectors and signals that it begins with."""
    start, _ = signal_at(text, 0, len(text))
    return text[start:]


def signal_at(text: str, start: int, end: int) -> tuple[int, str | None]:
    """Return where the citation begins after connectors and signals, and the signal."""
    found: list[str] = []
    while start < end:
        m = CONNECTOR.match(text, start, end) or AT_START.match(text, start, end)
        if not m and (named := _VOIR.match(text, start, end)) and is_given(named["given"]):
            found.append("v.")
            start = named.start("given")
            continue
        if not m:
            break
        if "signal" in m.groupdict():
            found.append(canonical(m["signal"]))
        start = m.end()
    return start, " ".join(found) or None
