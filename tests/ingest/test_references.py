"""Entries of lists of references, in the orders of several fields -> who wrote what, when, in which journal."""

import pytest

from ingest.citations import csl
from ingest.model import Block, Note
from ingest.works.entries import entries
from ingest.works.resolve import cite


@pytest.mark.parametrize(
    ("entry", "families", "title", "fields"),
    [
        (
            "D. W. K. Andrews and W. Ploberger. Optimal tests when a nuisance parameter is present. Econometrica, "
            "62(6):1383–1414, 1994",
            ["Andrews", "Ploberger"],
            "Optimal tests when a nuisance parameter is present",
            {"container-title": "Econometrica", "volume": "62", "issue": "6", "page": "1383–1414"},
        ),
        (
            "Liang KY, Zeger SL. Longitudinal data analysis using generalized linear models. Biometrika. "
            "1986;73(1):13–22",
            ["Liang", "Zeger"],
            "Longitudinal data analysis using generalized linear models",
            {"container-title": "Biometrika", "volume": "73", "issue": "1", "page": "13–22"},
        ),
        (
            "Sandler T. International peacekeeping operations: burden sharing. J Conflict Resolut 2017;61:1875–97",
            ["Sandler"],
            "International peacekeeping operations: burden sharing",
            {"container-title": "J Conflict Resolut", "volume": "61", "page": "1875–97"},
        ),
        (
            "Blair, Robert A., Jessica Di Salvatore, and Hannah M. Smidt. 2022. “When Do Operations Implement Their "
            "Mandates?” American Journal of Political Science 66 (3): 664–680",
            ["Blair", "Di Salvatore", "Smidt"],
            "When Do Operations Implement Their Mandates?",
            {"container-title": "American Journal of Political Science", "page": "664–680"},
        ),
        (
            "Nicholson, M., Hoye, R., & Houlihan, B. (Eds.). (2011). Participation in sport: International policy. "
            "London: Routledge",
            ["Nicholson", "Hoye", "Houlihan"],
            "Participation in sport: International policy",
            {"publisher": "Routledge", "publisher-place": "London"},
        ),
        (
            "Michael W. Doyle and Nicholas Sambanis, Making War and Building Peace (Princeton University Press, 2006)",
            ["Doyle", "Sambanis"],
            "Making War and Building Peace",
            {"publisher": "Princeton University Press"},
        ),
    ],
)
def test_entry_in_its_parts(entry: str, families: list[str], title: str, fields: dict[str, str]) -> None:
    found = csl.describe(entry)
    assert found is not None
    people = found.csl.get("author") or found.csl["editor"]
    assert [name["family"] for name in people] == families
    assert found.title == title
    assert found.csl.items() >= fields.items()
    assert found.year is not None


def _listed(*texts: str) -> list[Block]:
    return [Block(f"b{at}", "reference", text, (), None, ()) for at, text in enumerate(texts)]


def test_entries_that_a_page_has_run_together_or_cut_are_read_one_by_one() -> None:
    blocks = _listed(
        "Bottenburg, M. van. (2005). Sport in the European Union. Nieuwegein: Arko. van Kampen, H. (Ed.). "
        "(2003). A report on the expert",
        "meeting on development. Amsterdam: NCDO.",
        "Crabbe, T. (2008). Avoiding the numbers game. London: Elsevier",
        "Granger, R. C. (1998). Establishing causality. Washington, DC: Aspen Institute.",
        "Newey WK, West KD (1994). “Automatic Lag Selection.”",
        "Review of Economic Studies, 61, 631–653.",
    )
    found = entries(blocks)
    assert [(entry.mention.surnames[0], entry.mention.year) for entry in found] == [
        ("van bottenburg", 2005),
        ("van kampen", 2003),
        ("crabbe", 2008),
        ("granger", 1998),
        ("newey", 1994),
    ]
    assert found[1].block.text[found[1].mention.start :].startswith("van Kampen")
    assert found[-1].mention.description is not None
    assert found[-1].mention.description.csl["container-title"] == "Review of Economic Studies"


def test_names_that_do_not_look_like_names_stand_before_the_year() -> None:
    found = entries(
        _listed(
            "An Yang, Baosong Yang, et al. 2024. Qwen2. 5 technical report. arXiv preprint arXiv:2412.15115.",
            "A Anthropic. 2024. The claude 3 model family. URL https://www.anthropic.com/model.",
            "Jason Wei and Denny Zhou. 2022. Chain-of-thought prompting. Nature 35:24824–24837.",
            "Lisa Messeri and MJ Crockett. 2024. Artificial intelligence and illusions. Nature 627(8002):49–58.",
        )
    )
    assert [(entry.mention.surnames, entry.mention.year) for entry in found] == [
        (("yang", "yang"), 2024),
        (("anthropic",), 2024),
        (("wei", "zhou"), 2022),
        (("messeri", "crockett"), 2024),
    ]


def test_names_end_at_the_first_stop_in_a_list_that_prints_the_year_last() -> None:
    found = entries(
        _listed(
            "Achim Zeileis. Econometric computing with covariance matrix estimators. Journal of Statistical Software, "
            "11(10):1–17, 2004. URL https://www.jstatsoft.org/v11/i10/.",
            "Edzer J. Pebesma, Richard N.M. Duin, and Peter A. Burrough. Mapping sea bird densities. Environmetrics, "
            "16(6):573–587, 2005.",
            "Robert J. Serfling. Approximation Theorems of Mathematical Statistics. John Wiley & Sons, New York, 1980.",
            "R Core Team. R: A Language for Statistics. R Foundation, Vienna, 2013.",
            "ParallelDYNARE. Old version, 2009.",
        )
    )
    assert [(entry.mention.surnames, entry.mention.year) for entry in found[:4]] == [
        (("zeileis",), 2004),
        (("pebesma", "duin", "burrough"), 2005),
        (("serfling",), 1980),
        (("r core team",), 2013),
    ]
    assert [entry.mention.title for entry in found[1:3]] == [
        "Mapping sea bird densities",
        "Approximation Theorems of Mathematical Statistics",
    ]
    assert not any("Nemo" in entry.mention.title for entry in found)


def test_a_note_that_is_an_entry_with_an_address_is_read_whole() -> None:
    text = "Zhou, B.; Khosla, A. Learning Deep Features for Localization. 2015; https://arxiv.org/abs/1512.04150."
    _, (source,) = cite([], [Note("n1", "1", "endnote", text, (0,), (), None)], "en")
    assert source.csl["title"] == "Learning Deep Features for Localization"
    assert [name["family"] for name in source.csl["author"]] == ["Zhou", "Khosla"]


def test_names_end_at_the_year_in_a_list_that_prints_it_bare() -> None:
    found = entries(
        _listed(
            "Doyle, Michael W. y Nicholas Sambanis 2006 Making War and Building Peace. Princeton University Press.",
            "Berdal, Mats y Spyros Economides (eds.)",
            "2007 United Nations Interventionism. Cambridge University Press.",
            "Goulet, V. 2018, ulthese : la classe pour les thèses et mémoires. URL https://www.ctan.org/pkg/ulthese/.",
            "Howard, Lise Morjé 2019 Power in Peacekeeping.",
            "Cambridge University Press. Cambridge.",
        )
    )
    assert [(entry.mention.surnames, entry.mention.year, entry.mention.title) for entry in found] == [
        (("doyle", "sambanis"), 2006, "Making War and Building Peace"),
        (("berdal", "economides"), 2007, "United Nations Interventionism"),
        (("goulet",), 2018, "ulthese : la classe pour les thèses et mémoires"),
        (("howard",), 2019, "Power in Peacekeeping"),
    ]


@pytest.mark.parametrize(
    ("said", "entries_meant"),
    [
        ("(HRW 2012a, 2012b)", [0, 1]),
        ("(see also UN 2008, 31)", [2]),
        ("Richmond (forthcoming)", [3]),
        ("(cf. Zanotti n.d.)", [4]),
        ("Weber ([1919] 2004, 33)", [5]),
        ("(Bellamy, eds. 2013) and again (ibid., 171)", [6, 6]),
        ("(Weber 1920)", []),
    ],
)
def test_bodies_by_their_abbreviation_and_works_without_a_year(said: str, entries_meant: list[int]) -> None:
    listed = _listed(
        "HRW (Human Rights Watch). 2012a. Attacks on Civilians. New York: Human Rights Watch.",
        "———. 2012b. DR Congo: M23 Rebels Committing War Crimes. Goma, September 11.",
        "UN (United Nations). 2008. United Nations Peacekeeping Operations: Principles. New York: United Nations.",
        "Richmond, Oliver P. Forthcoming. Peace Formation. Oxford: Oxford University Press.",
        "Zanotti, Laura. n.d. “Normalizing Democracy.” Unpublished manuscript.",
        "Weber, Max. [1919] 2004. The Vocation Lectures. Indianapolis: Hackett.",
        "Bellamy, Alex J., ed. 2013. Providing Peacekeepers. Oxford: Oxford University Press.",
    )
    citations, sources = cite([Block("p", "paragraph", f"{said}.", ("Text",), None, ()), *listed], [], "en")
    first = {source.id: source.first_block for source in sources}
    found = [first[c.source] for c in citations if c.block == "p" and c.source]
    assert found == [f"b{entry}" for entry in entries_meant]


@pytest.mark.parametrize("text", ["Wilde, ITA, 193.", "See ITA, 201.", "Wilde, International Territorial, 5."])
def test_an_entry_says_what_it_is_cited_as(text: str) -> None:
    entry = "Wilde, Ralph. International Territorial Administration. Oxford: Oxford University Press, 2008. [= ITA]"
    citations, sources = cite(_listed(entry), [Note("n1", "1", "footnote", text, (0,), (), None)], "en")
    assert len(sources) == 1
    assert [c.source for c in citations if c.note] == [sources[0].id]


@pytest.mark.parametrize(
    ("text", "entries_meant"),
    [
        ("Troops matter [2].", ["2"]),
        ("Troops matter [see also 1], and police too [cf. 2, p. 5].", ["1", "2"]),
        (r"Write \newcommand{\titre}[1] or paste(‘baseline’, FEV[1]) there.", []),
        ("$observed [1] -0.07 and trnwk[1] <- 0.38", []),
        ("Troops matter (Howard[1]), says Doyle et al.[2].", ["1", "2"]),
    ],
)
def test_numbers_of_entries_but_no_subscripts_of_code(text: str, entries_meant: list[str]) -> None:
    listed = _listed(
        "[1] L. M. Howard. Power in Peacekeeping. Polity, 2019.", "[2] M. Doyle. Making War. Polity, 2006."
    )
    citations, sources = cite([Block("p1", "paragraph", text, (), None, ()), *listed], [], "en")
    numbers = {s.id: s.text[:2] for s in sources}
    meant = [{"L.": "1", "M.": "2"}[numbers[c.source]] for c in citations if c.block == "p1" and c.source]
    assert meant == entries_meant


def test_works_that_name_one_site_are_not_one_work() -> None:
    listed = _listed(
        "Bates, D. (2007). lme4: Linear mixed-effects models. http://CRAN.R-project.org.",
        "Hothorn, T. (2008). multcomp: Simultaneous inference. http://CRAN.R-project.org.",
    )
    _, sources = cite(listed, [], "en")
    assert [source.first_block for source in sources] == ["b0", "b1"]
    assert len({source.key for source in sources}) == 2


def test_a_source_line_that_names_entries_cites_these() -> None:
    listed = _listed(
        "Fortna, Virginia Page. 2008. Does Peacekeeping Work? Princeton University Press.",
        "Howard, Lise M. 2019. Power in Peacekeeping. Cambridge University Press.",
    )
    caption = Block("c", "caption", "Source: Fortna (2008). Taken from: Howard (2019). Table 3.", (), None, ())
    citations, sources = cite([caption, *listed], [], "en")
    assert len(sources) == 2
    first = {source.id: source.first_block for source in sources}
    assert [(c.form, first[c.source or ""]) for c in citations if c.block == "c"] == [
        ("author-date", "b0"),
        ("author-date", "b1"),
    ]


@pytest.mark.parametrize(
    ("said", "entry"),
    [
        ("(Dietrich and Sutzl, 2006, 283)", 0),  # the second author was not read
        ("Truman (1949)", 1),  # surname first, without a comma
        ("as Chow (1960) shows", 2),  # the year was not read
        ("Chow (2005)", None),  # a year in an address
    ],
)
def test_mention_answers_to_the_very_words_of_an_entry(said: str, entry: int | None) -> None:
    texts = (
        "Dietrich, Wolfgang, Wolfgang Sutzl, A Call for Many Peaces. Vienna: LIT (2006) 282–301",
        "Truman Harry, Truman Inaugural Address: Library and Museum. N.p., January 20, 1949.",
        "G. C. Chow. Tests of equality between sets of coefficients. Econometrica, 28:591605, 1960. doi:10.1/j.2005.07",
    )
    listed = [Block(f"r{i}", "reference", text, ("References",), None, ()) for i, text in enumerate(texts)]
    citations, sources = cite([Block("b1", "paragraph", f"{said}.", ("Text",), None, ()), *listed], [], "en")
    found = next((c.source for c in citations if c.block == "b1"), None)
    wanted = next((s.id for s in sources if entry is not None and s.first_block == f"r{entry}"), None)
    assert found == wanted


@pytest.mark.parametrize(
    ("said", "entry"), [("Fortna (2008, 45)", 2), ("Fortna (2004b)", 1), ("(Fortna and Howard 2008)", 3)]
)
def test_mention_answers_to_the_entry_whose_author_a_dash_stands_for(said: str, entry: int) -> None:
    texts = (
        "Fortna, Virginia Page. 2004a. “Does Peacekeeping Keep Peace?” International Studies 48 (2): 269–292.",
        "———. 2004b. Peace Time: Cease-Fire Agreements. Princeton, NJ: Princeton University Press.",
        "———. 2008. Does Peacekeeping Work? Princeton, NJ: Princeton University Press.",
        "Fortna, Virginia Page, and Lise Morjé Howard. 2008. “Pitfalls.” Annual Review of Politics 11: 283–301.",
    )
    listed = [Block(f"r{i}", "reference", text, ("References",), None, ()) for i, text in enumerate(texts)]
    citations, sources = cite([Block("b1", "paragraph", f"{said}.", ("Text",), None, ()), *listed], [], "en")
    found = next(c.source for c in citations if c.block == "b1")
    assert found == next(s.id for s in sources if s.first_block == f"r{entry}")


@pytest.mark.parametrize(
    ("entry", "families"),
    [
        ("—. 2016. Another Title. Geneva: Small Arms Survey.", ["Doe", "Griffiths", "Poe"]),
        ("—, and Matt Schroeder. 2017. Making a Tough Job. Geneva: Small Arms Survey.", ["Doe", "Schroeder"]),
        ("—, —, and Matt Schroeder. 2017. A Tough Job. Geneva: Small Arms Survey.", ["Doe", "Griffiths", "Schroeder"]),
    ],
)
def test_one_dash_stands_for_all_authors_before_or_each_for_one(entry: str, families: list[str]) -> None:
    first = "Doe, Jane, Hugh Griffiths, and Ann Poe. 2015. A First Title of Theirs. Geneva: Small Arms Survey."
    described = entries(_listed(first, entry))[1].mention.description
    assert described is not None
    assert [name["family"] for name in described.csl["author"]] == families


def test_a_year_at_an_entrys_end_is_read_whatever_stands_before_it() -> None:
    listed = [
        "R. Beran. Impact of the bootstrap on statistical algorithms. Statistical Science, pages 175–184, 2003.",
        "Ravi Varadhan. Numerical optimization in R. Journal of Statistical Software, 60 (1):1–3, 9 2014.",
    ]
    assert [entry.mention.year for entry in entries(_listed(*listed))] == [2003, 2014]


def test_a_document_with_a_symbol_keeps_the_author_and_year_of_its_entry() -> None:
    (entry,) = entries(_listed("UN (2015a) Uniting Our Strengths for Peace. A/70/95."))
    said = entry.mention
    assert said.document is not None
    assert (said.document.symbol, said.surnames, said.year, said.year_letter) == ("A/70/95", ("un",), 2015, "a")
    assert said.title == "Uniting Our Strengths for Peace"


def test_authors_addresses_end_a_list() -> None:
    address = "Jane Doe Department of Peace 1090 Vienna, Austria E-mail: jane.doe@example.org"
    listed = _listed(
        "Doe, Jane. 2015. A First Title. Geneva: Survey.", address, "Journal of Order, submitted 2014-11-03"
    )
    assert [entry.mention.surnames for entry in entries(listed)] == [("doe",)]


@pytest.mark.parametrize("stand_in", ["———.", "__________.", "― ― ―.", "⸻.", "Idem.", "."])
def test_what_stands_for_the_author_before_is_that_author(stand_in):
    entries = [
        "Paris, Roland. At War’s End. Cambridge: Polity, 2004.",
        f"{stand_in} Peace Once More. London: Hurst, 2007.",
    ]
    blocks = [Block(f"r{i}", "reference", text, ("References",), None, ()) for i, text in enumerate(entries)]
    assert [source.key for source in cite(blocks, [], "en")[1]] == ["paris-war-end-2004", "paris-peace-once-more-2007"]


def test_a_comma_behind_a_drawn_line_begins_an_entry_by_the_same_author():
    text = "Paris, Roland. “Peace.” Survival 1, no. 2 (2001): 1–20. , “War,” Survival 3, no. 1 (2003): 2–9."
    _, sources = cite([Block("r1", "reference", text, ("References",), None, ())], [], "en")
    assert [source.key for source in sources] == ["paris-peace-2001", "paris-war-2003"]
