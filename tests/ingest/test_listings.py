"""Lists of references: by kind, by heading, by their looks; entries cut by a page put together again."""

from ingest.model import Block, Note
from ingest.works.listings import entries
from ingest.works.resolve import cite

ENTRIES = [
    "Autesserre, Séverine. Peaceland. New York: Cambridge University Press, 2014.",
    "Bellamy, Alex J. Understanding Peacekeeping. Cambridge: Polity, 2010.",
    "Doyle, Michael W. Making War and Building Peace. Princeton: Princeton University Press, 2006.",
    "Fortna, Virginia Page. Does Peacekeeping Work? Princeton: Princeton University Press, 2008.",
    "Howard, Lise Morjé. Power in Peacekeeping. Cambridge: Cambridge University Press, 2019.",
    "Karlsrud, John. The UN at War. Cham: Palgrave Macmillan, 2018.",
    "Paris, Roland. At War’s End. Cambridge: Cambridge University Press, 2004.",
    "Pouligny, Béatrice. Peace Operations Seen from Below. London: Hurst, 2006.",
]
PROSE = "Peacekeeping grew out of need, and nobody had planned it; by 1956 it had a name, and by 2000 a doctrine."


def blocks(texts, kind="paragraph", section=("Findings",)):
    return [Block(f"b{i}", kind, text, section, None, ()) for i, text in enumerate(texts)]


def texts(found):
    return [" ".join(b.text for b in entry) for entry in found]


def test_blocks_that_are_references_and_blocks_under_a_known_heading():
    assert texts(entries(blocks(ENTRIES[:2], "reference"))) == ENTRIES[:2]
    assert texts(entries(blocks(ENTRIES[:2], section=("Works cited",)))) == ENTRIES[:2]
    assert entries(blocks(ENTRIES[:2])) == []


def test_a_long_run_is_a_list_under_any_heading():
    listed = [PROSE, *ENTRIES[:4], "Sources of the second period are few.", *ENTRIES[4:], PROSE, PROSE, PROSE]
    assert [t for t in texts(entries(blocks(listed))) if t in ENTRIES] == ENTRIES
    assert PROSE not in texts(entries(blocks(listed)))
    assert entries(blocks([PROSE] * 12)) == []


def test_an_entry_goes_on_where_it_was_cut_and_its_address_is_no_entry():
    begun, _, rest = ENTRIES[0].partition(" Cambridge")
    cut = [begun, f"Cambridge{rest}", ENTRIES[1], "https://example.org/understanding", ENTRIES[2]]
    assert texts(entries(blocks(cut, "reference"))) == [
        ENTRIES[0],
        f"{ENTRIES[1]} https://example.org/understanding",
        ENTRIES[2],
    ]


def test_names_and_a_bracketed_year_begin_an_entry_though_the_one_before_has_no_stop():
    without_stops = [
        "Autesserre S (2014) Peaceland: Conflict Resolution. Cambridge University Press, New York",
        "Berdal M, Economides S (eds) (2007) United Nations Interventionism. Cambridge University Press, Cambridge",
        "Doyle MW, Sambanis N (2006) Making War and Building Peace. Princeton University Press, Princeton",
    ]
    assert texts(entries(blocks(without_stops, "reference"))) == without_stops


def test_author_and_year_lead_to_an_entry_that_was_cut():
    cut = ["Fortna, V. P. (2008). Does peacekeeping", "work? Princeton University Press."]
    note = Note("n1", "1", "footnote", "Fortna (2008), 45.", (0,), (), None)
    citations, sources = cite(blocks(cut, "reference"), [note], "en")
    (source,) = sources
    assert source.csl["title"].startswith("Does peacekeeping work")
    assert citations[0].source == source.id
