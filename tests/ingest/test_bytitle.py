"""Works that a note names by author and title, in words that are not read as one citation."""

import pytest

from ingest.model import Block, Note
from ingest.works.resolve import cite

LISTED = (
    "Curran, David. 2010. More than Fighting for Peace? Conflict Resolution and Military Training. Bradford: Polity.",
    "Marchisio, Sergio. L’ONU. Il diritto delle Nazioni Unite. Bologna: Il Mulino, 2012.",
    "Bronstein, Arturo. International and Comparative Labour Law. London: Palgrave, 2009.",
    "Berdal, Mats, and Spyros Economides, eds. United Nations Interventionism, 1991–2004. Cambridge: Polity, 2007.",
    "Howard, Lise Morjé. Power in Peacekeeping. Cambridge: Cambridge University Press, 2019.",
    "Howard, Lise Morjé. Power in Peacekeeping. New York: Norton, 2021.",
)


@pytest.mark.parametrize(
    ("text", "entry", "page"),
    [
        ("Si veda Marchisio, L’ONU. Il diritto delle Nazioni Unite.", 1, None),
        ("David Curran. More than Fighting for Peace? Conflict Resolution and Military Training, p. 4.", 0, "4"),
        ("Cf. Bronstein, International and Comparative Labour Law, 180.", 2, "180"),
        ("Mats Berdal et al. (eds.). United Nations Interventionism, 1991–2004, op. cit., p. 58.", 3, "58"),
        ("Howard, Power in Peacekeeping.", None, None),  # two books of that title
        ("Review of Curran, More than Fighting for Peace? Conflict Resolution.", None, None),
        ("Marchisio, L’ONU. Il diritto delle Nazioni Unite e del mondo.", None, None),  # goes on otherwise
        ("Smith, More than Fighting for Peace? Conflict Resolution and Military Training.", None, None),
    ],
)
def test_author_and_title_name_a_known_work(text: str, entry: int | None, page: str | None) -> None:
    listed = [Block(f"r{i}", "reference", entry, ("References",), None, ()) for i, entry in enumerate(LISTED)]
    citations, sources = cite(listed, [Note("n1", "1", "footnote", text, (0,), (), None)], "en")
    first = {s.id: s.first_block for s in sources}
    found = [(first[c.source], c.locator and c.locator.value) for c in citations if c.note and c.source]
    assert found == ([] if entry is None else [(f"r{entry}", page)])
