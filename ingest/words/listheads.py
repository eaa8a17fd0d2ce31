"""What stands above a list of references, "Bibliography", "Literaturverzeichnis", "Referências", and above endnotes."""

from ingest.words.joiners import AND

_ABBREVIATIONS = r"(?:abbreviations|short\stitles|abréviations|sigles|abkürzungen|siglen|abreviaturas|abbreviazioni)"
_AND = rf"\s{AND}\s"
_HEADS = (
    r"(?:general\s|select(?:ed)?\s|annotated\s)?(?:references?|bibliograph(?:y|ie))(?:\s(?:list|cited))?"
    r"|list\sof\s(?:references|works\scited)|works\scited|literature(?:\scited)?"
    r"|literatur(?:verzeichnis)?|quellen(?:\s?-?\s?und\sliteraturverzeichnis|verzeichnis)?"
    r"|références(?:\sbibliographiques)?|ouvrages\scités"
    r"|sources(?:\s(?:and|et)\s(?:bibliograph(?:y|ie)|literature))?"
    r"|bibliografía(?:\s(?:básica|citada|consultada))?|referencias(?:\sbibliográficas)?|obras\scitadas|fuentes(?:\sy\sbibliografía)?"
    r"|bibliografia(?:\s(?:citata|essenziale))?|riferimenti\sbibliografici|opere\scitate"
    r"|referências(?:\sbibliográficas)?|fontes"
)
HEADS = (
    rf"(?:{_ABBREVIATIONS}{_AND})?(?:{_HEADS})(?:{_AND}(?:sources|{_ABBREVIATIONS}))?"
    r"|abkürzungs-\s?und\s(?:literatur|quellen)verzeichnis"
)
"""A regular expression, case ignored: the heading without its number."""
NOTES = (
    r"(?:end\s?notes?|notes?(?: and references)?|references and notes|notes de fin"
    r"|anmerkungen|endnoten|fußnoten|notas?|note)"
)
"""A regular expression, case ignored: the heading of endnotes, without its number and what they are notes to."""
