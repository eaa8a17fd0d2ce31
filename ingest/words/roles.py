"""The words that say who edited a work, in the languages read: after the names, or before them."""

_SHORT = r"(?:[Ee]ds?|[Éé]ds?|Hrsg|Hgg?|Begr|[Dd]irs?|[Cc]oords?|[Oo]rgs?|[Cc]urr?)"
EDITOR = rf"(?:{_SHORT}\.?|[Ee]ditors?|[Éé]diteurs?|[Aa]\sc(?:ura|\.)\s[Dd]i|[Ss]ous\sla\sdir(?:\.|ection)(?:\sde)?)"
"""After the names: "Weiss and Daws, eds", "(Hrsg.)", "(a cura di)"."""
IN_BRACKETS = rf"[(\[]\s?{EDITOR}\s?[)\]]"
POINTED = rf"{_SHORT}\."
"""With its point, before names or after them: "ed. Thomas Weiss", "Weiss, ed."."""
BARE = r"(?:eds?|Eds|editors?|éds?|dirs?|coords?|Hrsg|(?<=[,\s])(?:orgs?|curr?))\.?(?=[,\s.]*$)"
"""After all the names, without brackets; not "Luck, Ed", and no host: "amnesty.org"."""
_TOO = r"(?:comm|trans(?:l)?|annot|introd|übers|eingel|komm|erl)\."
"""What an editor did besides: "ed. and comm. by", "hrsg., übers. und komm. von"."""
EDITED_BY = (
    rf"(?:[Ee]d(?:ited|s?\.)(?:\sand\s{_TOO}){{0,2}}\sby|[Hh](?:rs)?g\.?(?:(?:,|\su\.|\sund)\s{_TOO}){{0,2}}\s(?:von|v\.)"
    r"|[Hh]erausgegeben\svon|[Éé]d\.\spar|dir\.|[Ss]ous\sla\sdir(?:\.|ection)\sde|[Aa]\scura\sdi"
    r"|(?:[Ee]d|[Oo]rg|[Cc]oord)\.\s(?:por|de))"
)
"""Before the names: "edited by Joachim Koops", "hrsg. von", "sous la dir. de", "a cura di", "org. por"."""
