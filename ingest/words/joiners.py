"""The words that join two names, two towns or two works, in the languages read."""

AND = r"(?:and|AND|&|et|und|(?-i:u\.)|y|e)"
"""Between names: "Doyle and Sambanis", "Tardy et Bah", "Bove u. Ruggeri", "Bellamy e Williams"."""
AS_WELL_AS = rf"(?:{AND}|as\swell\sas|sowie|ainsi\sque|así\scomo|nonché)"
"""Between works, too."""
