"""Same work, versions of one work, or two works."""

import pytest

from ingest.model import Note
from ingest.works.resolve import cite
from ingest.works.versions import compare, kin


def item(author="Fortna", title="Does Peacekeeping Keep Peace?", year=2004, **more):
    return {"author": [{"family": author}], "title": title, "issued": {"date-parts": [[year]]}, **more}


PAIRS = [
    ({"number": "S/2015/446"}, {"number": "S/2015/446"}, "same", "both are"),
    ({"number": "S/2015/446"}, {"number": "S/2015/446/Rev.1"}, "version", "revision to S/2015/446"),
    ({"number": "S/2000/809/Corr.1"}, {"number": "S/2000/809"}, "version", "corrigendum"),
    ({"number": "A/71/5/Add.1"}, {"number": "A/71/5/Add.2"}, "different", ""),
    ({"number": "A/71/5/Rev.1"}, {"number": "A/71/5/Rev.2"}, "version", "revisions of A/71/5"),
    ({"number": "A/71/5/Add.1/Corr.1"}, {"number": "A/71/5"}, "version", "corrigendum to the addendum"),
    ({"number": "S/2015/446"}, {"number": "S/2015/229"}, "different", ""),
    ({"number": "S/2015/446"}, item(), "different", ""),
    (item(DOI="10.1/a"), item(DOI="10.1/a", title="Other words"), "same", "the same DOI"),
    (item(DOI="10.31235/osf.io/abcde_v1"), item(DOI="10.31235/osf.io/abcde_v2"), "version", "under one DOI"),
    (item(DOI="10.1/a"), item(DOI="10.2/b", year=2003), "version", "another DOI"),
    (item(DOI="10.1/a"), item(DOI="10.2/b", title="Peacekeeping and Democratization at Work"), "different", ""),
    ({"URL": "https://arxiv.org/abs/2101.00001v1"}, {"URL": "https://arxiv.org/pdf/2101.00001v2"}, "version", "v1"),
    ({"URL": "https://arxiv.org/abs/2101.00001"}, {"DOI": "10.48550/arXiv.2101.00001"}, "same", "arXiv 2101.00001"),
    (item(), item(), "same", "the same authors, title and year"),
    (item(), item(year=2002), "version", "dated 2004 and 2002"),
    (item(), item(author="Doyle"), "different", ""),
    (
        item() | {"author": [{"family": "Fortna", "given": "V. P."}]},
        item() | {"author": [{"family": "Fortna", "given": "Karl"}]},
        "different",
        "",
    ),
    (
        item(type="report", publisher="World Bank"),
        item(type="article-journal", volume="94"),
        "version",
        "what was published of it",
    ),
    (
        item(title="Introduction", type="chapter", **{"container-title": "A Peace"}),
        item(title="Introduction", type="chapter", year=2009, **{"container-title": "A War"}),
        "different",
        "",
    ),
    (
        item(title="World Report", year=2015) | {"author": [{"literal": "HRW"}]},
        item(title="World Report", year=2016) | {"author": [{"literal": "HRW"}]},
        "different",
        "",
    ),
    (
        item(title="Peaceland", type="book", year=2014),
        item(title="Peaceland: Conflict Resolution and Politics", type="book"),
        "version",
        "without its subtitle",
    ),
    (item(title="Peaceland: A Play", type="book"), item(title="Peaceland: A Novel", type="book"), "different", ""),
    (item(title="Politics"), item(title="Politics: A Reader", year=2009), "different", ""),
    (item(edition="2", year=1997), item(edition="1", year=1990), "version", "editions of 1997 and 1990"),
    (item(**{"container-title": "ISQ"}), item(**{"container-title": "A Reader"}), "version", "printed in ISQ and in"),
    (item(translator=[{"family": "Ulmen"}], year=2003), item(year=1950), "version", "translation"),
    (item(title="The Report, Part I"), item(title="The Report, Part II"), "different", ""),
    (
        item(title="Faire la paix", **{"container-title": "RICR", "volume": "82", "page": "607–625"}),
        item(title="Making Peace", **{"container-title": "RICR", "volume": "82", "page": "607"}),
        "version",
        "a translation",
    ),
]


@pytest.mark.parametrize(("one", "other", "kinship", "why"), PAIRS)
def test_compare(one, other, kinship, why):
    for verdict in (compare(one, other), compare(other, one)):
        assert verdict.kinship == kinship
        assert bool(verdict.why) == (kinship != "different")
    assert why in compare(one, other).why or why in compare(other, one).why


def test_kin_finds_each_pair_once_and_compares_no_strangers():
    items = [("a", item()), ("b", item(year=2002)), ("c", item(author="Doyle")), ("d", {"number": "S/2015/446"})]
    assert [(one, other) for one, other, _ in kin(items)] == [("a", "b")]


def test_a_revision_is_a_source_of_its_own_that_names_the_other():
    notes = [
        Note("n1", "1", "footnote", "S/2015/446, para. 4.", (0,), (), None),
        Note("n2", "2", "footnote", "S/2015/446/Rev.1, para. 5.", (0,), (), None),
    ]
    citations, sources = cite([], notes, "en")
    assert [c.source for c in citations] == ["s1", "s2"]
    assert [[v.id for v in s.versions] for s in sources] == [["s2"], ["s1"]]
    assert "revision" in sources[0].versions[0].why
