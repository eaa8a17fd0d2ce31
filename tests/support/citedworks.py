"""Works that cites are tested with, as a library has them: titles as their title pages print them."""

from typing import Any

DOI = "https://doi.org/10.1080/01436597.2015.976016"
PANEL = "High-Level Independent Panel on United Nations Peace Operations"

ARTICLE: dict[str, Any] = {
    "type": "article-journal",
    "title": "The UN at War: Examining the Consequences of Peace-Enforcement Mandates",
    "container-title": "Third World Quarterly",
    "author": [{"family": "Karlsrud", "given": "John"}],
    "issued": {"date-parts": [[2015]]},
    "volume": "36",
    "issue": "1",
    "page": "40-54",
    "DOI": "10.1080/01436597.2015.976016",
}
BOOK: dict[str, Any] = {
    "type": "book",
    "title": "Making War and Building Peace: United Nations Peace Operations",
    "author": [{"family": "Doyle", "given": "Michael W."}, {"family": "Sambanis", "given": "Nicholas"}],
    "publisher": "Princeton University Press",
    "publisher-place": "Princeton",
    "issued": {"date-parts": [[2006]]},
}
CHAPTER: dict[str, Any] = {
    "type": "chapter",
    "title": "Norway’s Peacekeeping",
    "container-title": "Small States and the Security Council",
    "author": [{"family": "Leira", "given": "Halvard"}],
    "editor": [
        {"family": "Carvalho", "given": "Benjamin", "non-dropping-particle": "de"},
        {"family": "Neumann", "given": "Iver B."},
    ],
    "publisher": "Routledge",
    "publisher-place": "London",
    "page": "22-41",
    "issued": {"date-parts": [[2015]]},
}
REPORT: dict[str, Any] = {
    "type": "report",
    "title": "Uniting Our Strengths for Peace",
    "author": [{"literal": PANEL}],
    "number": "A/70/95–S/2015/446",
    "publisher": "United Nations",
    "publisher-place": "New York",
    "issued": {"date-parts": [[2015, 6, 17]]},
}
RESOLUTION: dict[str, Any] = {
    "type": "legislation",
    "title": "Resolution 2100 (2013)",
    "author": [{"literal": "United Nations, Security Council"}],
    "number": "S/RES/2100 (2013)",
    "genre": "Adopted by the Security Council at its 6952nd meeting, on 25 April 2013",
    "publisher": "United Nations",
    "issued": {"date-parts": [[2013, 4, 25]]},
}
SYMBOL: dict[str, Any] = {  # all that a note says of it
    "type": "report",
    "title": "S/RES/2098",
    "number": "S/RES/2098",
    "issued": {"date-parts": [[2013]]},
}
THESIS: dict[str, Any] = {
    "type": "thesis",
    "title": "Leave to Remain: Host-State Consent in Chad",
    "author": [{"family": "Achterberg", "given": "Noor"}],
    "genre": "PhD thesis",
    "publisher": "University of Oslo",
    "issued": {"date-parts": [[2022]]},
}
WEB: dict[str, Any] = {
    "type": "webpage",
    "title": "Where We Operate",
    "author": [{"literal": "United Nations Peacekeeping"}],
    "container-title": "United Nations",
    "URL": "https://peacekeeping.un.org/en/where-we-operate",
    "issued": {"date-parts": [[2023, 5, 2]]},
    "accessed": {"date-parts": [[2024, 3, 1]]},
}
