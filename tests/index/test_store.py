"""What every store must do: a second one is tested by naming it in STORES."""

import threading
from dataclasses import replace

import numpy as np
import pytest
from factories import document, heading, paragraph
from shelves import WordEmbedder, article

from index.errors import NoSuchDocument
from index.model import Filters
from index.query import Scope, parse
from index.record import Description, Origin, record
from index.sqlite.store import SqliteStore
from ingest.passages.cutting import embedded_text, passages

STORES = {"sqlite": SqliteStore}


@pytest.fixture(params=STORES)
def store(request, tmp_path):
    opened = STORES[request.param](tmp_path)
    yield opened
    opened.close()


def recorded(read, tmp_path, key=None, words=254, **csl):
    embedder = WordEmbedder()
    cut = passages(read, embedder.count, words)
    vectors = embedder.encode([embedded_text(passage) for passage in cut])
    return record(
        read,
        cut,
        vectors.astype(np.float16).astype(np.float32),
        origin=Origin(str(tmp_path / f"{read.id}.pdf"), None, kept=False),
        described=Description({**read.csl, **csl}, key or read.id),
        taken=lambda _: (),
    )


def text(name, *paragraphs, **more):
    return document([paragraph(words, ["One"]) for words in paragraphs], id=name, title=name, **more)


@pytest.fixture
def put(store, tmp_path):
    def put(read, **more):
        made = recorded(read, tmp_path, **more)
        store.put(made)
        return made

    return put


def found(store, scores):
    return list(store.names(scores).values())


def test_texts_of_passages_by_id(store, put):
    made = put(text("a", "The mission left.", "Others stayed."))
    wanted = {passage.id: passage.text for passage in made.passages}
    assert store.texts([*wanted, "none"]) == wanted


def test_a_document_comes_back_as_it_went_in(store, put, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_text("Title here\nFirst paragraph.\nSecond one.")
    made = put(article(path))
    assert store.document(made.document.id) == made.document
    assert store.passages(made.document.id) == made.passages
    assert store.ledger() == [made.entry]


def test_an_excerpt_holds_what_a_hit_shows_and_no_more(store, put, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_text("Title here\nFirst.\nSecond one.\n" + "\n".join(f"Paragraph {n} says nothing." for n in range(60)))
    made = put(article(path), words=40)
    ibid = next(passage for passage in made.passages if "n2" in passage.notes)
    excerpt = store.excerpts([ibid.id, "nothing-0001"])
    assert list(excerpt) == [ibid.id]
    shown = excerpt[ibid.id]
    assert shown.passage == ibid
    assert {note.id for note in shown.document.notes} == {"n1", "n2"}
    assert [source.id for source in shown.document.sources] == ["s1"]
    assert len(shown.document.blocks) < 15
    pages = {page.index for page in shown.document.pages}
    assert {shown.passage.first_index, *(index for note in shown.document.notes for index in note.pages)} <= pages
    assert pages < {page.index for page in made.document.pages}


def test_removal_leaves_nothing(store, put):
    put(text("aaaa", "Troops were few."))
    put(text("bbbb", "Troops were many."))
    store.drop("aaaa")
    assert [entry.id for entry in store.ledger()] == ["bbbb"]
    everywhere = Scope()
    assert found(store, store.lexical(parse("troops were few"), 10, everywhere)) == ["bbbb-body-0001"]
    assert found(store, store.dense(WordEmbedder().encode(["few"])[0], 10, everywhere)) == ["bbbb-body-0001"]
    with pytest.raises(NoSuchDocument):
        store.document("aaaa")
    assert store.excerpts(["aaaa-body-0001"]) == {}


def test_putting_again_replaces(store, put):
    put(text("aaaa", "Troops were few."))
    put(text("aaaa", "Police came instead."))
    assert len(store.ledger()) == 1
    assert store.lexical(parse("troops"), 10, Scope()) == {}
    assert found(store, store.lexical(parse("police"), 10, Scope())) == ["aaaa-body-0001"]


def test_documents_answer_to_id_beginning_key_and_path(store, put):
    made = put(text("abcd", "One."), key="karlsrudUNWar2015")
    put(text("abff", "Two."), key="abc")
    assert store.called("abcd") == ["abcd"]
    assert store.called("abf") == ["abff"]
    assert store.called("abc") == ["abff"], "a citekey goes before the beginning of an id"
    assert store.called("ab") == ["abcd", "abff"]
    assert store.called("karlsrudUNWar2015") == ["abcd"]
    assert store.called(made.entry.file) == ["abcd"]
    store.also_at("abcd", "/elsewhere/a.pdf")
    assert store.called("/elsewhere/a.pdf") == ["abcd"]
    assert store.called("") == store.called("nothing") == []


def test_identities_of_two_documents_name_none(store, put):
    doi = {"DOI": "10.1000/X1"}
    put(text("aaaa", "One."), **doi)
    assert store.known(["doi:10.1000/x1", "doi:10.1/other"]) == {"doi:10.1000/x1": "aaaa"}
    put(text("bbbb", "Two."), **doi)
    assert store.known(["doi:10.1000/x1"]) == {}


def test_nearest_are_the_nearest(store, tmp_path):
    rng = np.random.default_rng(7)
    made = recorded(text("aaaa", *[f"Paragraph {n} of many more." for n in range(50)]), tmp_path, words=8)
    vectors = rng.normal(size=made.vectors.shape).astype(np.float32)
    vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float16).astype(np.float32)
    store.put(replace(made, vectors=vectors))
    question = vectors[17] * 0.6 + vectors[3] * 0.4
    scores = store.dense(question, 5, Scope())
    truth = vectors @ question
    best = np.argsort(-truth)[:5]
    assert found(store, scores) == [made.passages[at].id for at in best]
    assert list(scores.values()) == pytest.approx([truth[at] for at in best], abs=1e-5)


def test_filters_come_before_the_best_are_picked(store, put):
    for number in range(20):
        put(text(f"good{number:02}", "Helicopters helicopters helicopters."), language="en")
    put(text("late", "One helicopter came late to the base.", language="fr"))
    french = Scope(Filters(languages=("fr",)))
    vector = WordEmbedder().encode(["helicopters"])[0]
    assert found(store, store.dense(vector, 3, french)) == ["late-body-0001"]
    assert found(store, store.lexical(parse("helicopters"), 3, french)) == ["late-body-0001"]
    assert store.every(3, french) == ["late-body-0001"]


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(), "abc"),
        (Filters(documents=("a", "c")), "ac"),
        (Filters(authors=("FORTNA",)), "a"),
        (Filters(authors=("Théry", "Fortna")), "ab"),
        (Filters(authors=("thery",)), "b"),
        (Filters(years=(2010, None)), "b"),
        (Filters(years=(None, 2008)), "a"),
        (Filters(years=(2008, 2010)), "ab"),
        (Filters(languages=("fr",)), "b"),
        (Filters(kinds=("book", "thesis")), "a"),
        (Filters(kinds=("book",), languages=("fr",)), ""),
    ],
)
def test_filters(store, put, filters, ids):
    def dated(family, year):
        return {"author": [{"family": family}], "issued": {"date-parts": [[year]]}}

    put(text("a", "Peace held."), type="book", **dated("Fortna", 2008))
    put(text("b", "La paix a tenu.", language="fr"), type="report", **dated("Théry", 2010))
    put(text("c", "No date, no author."), type="report")
    assert [entry.id for entry in store.ledger(filters)] == list(ids)
    assert [passage[0] for passage in store.every(9, Scope(filters))] == list(ids)


def test_body_and_notes_can_be_asked_apart(store, put, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_text("Title here\nThe mission may support the state.")
    put(article(path))
    query = parse("support of the state")
    kinds = {
        part: [one.split("-")[1] for one in found(store, store.lexical(query, 9, Scope(Filters(part=part))))]
        for part in ("body", "notes", "both")
    }
    assert kinds["body"] == ["body"]
    assert kinds["notes"] == ["note"]
    assert sorted(kinds["both"]) == ["body", "note"]


@pytest.mark.parametrize(
    ("question", "hit"),
    [
        ("S/RES/2100", True),
        ("s/res/2100 (2013)", True),
        ("S/RES/210", False),
        ("S/PV.7000", True),
        ("S/PV.70", False),
        ("mandates", True),
        ("mandated", True),  # stemmed
        ("cote", True),  # accents
        ("elections", True),  # and/or split
        ("ivoire", True),
        ("helicopter", False),
    ],
)
def test_words_and_symbols(store, put, question, hit):
    put(text("aaaa", "The mandate of S/RES/2100(2013) and S/PV.7000 in Côte d’Ivoire, capital and/or elections."))
    assert bool(store.lexical(parse(question), 9, Scope())) == hit


def test_a_symbol_finds_the_passages_whose_notes_cite_it_through_ibid_too(store, put, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_text(
        "Title here\n" + "\n".join(f"Paragraph {n} has so many words that it fills its own." for n in range(9))
    )
    made = put(article(path), words=16)
    by_notes = [one.id for one in made.passages if {"n1", "n2"} & set(one.notes)]
    assert [one.split("-")[1] for one in by_notes] == ["body", "body", "note", "note"], "note 1 fills two passages"
    assert set(found(store, store.lexical(parse("s/res/2100"), 20, Scope()))) == set(by_notes)
    body = Scope(Filters(part="body"))
    assert len(store.lexical(parse("S/RES/2100"), 20, body)) == 2
    assert store.telling(parse("S/RES/2100"), by_notes[0]) == 1.0
    store.drop(made.document.id)
    assert store.lexical(parse("S/RES/2100"), 20, Scope()) == {}


def test_a_symbol_finds_the_document_that_bears_it(store, put):
    put(text("aaaa", "The Council decides to renew the mandate.", "It asks for a report."), number="S/RES/2771 (2025)")
    put(text("bbbb", "It asks for nothing."))
    those = found(store, store.lexical(parse("s/res/2771"), 9, Scope()))
    assert set(those) == {passage.id for passage in store.passages("aaaa")}
    assert store.lexical(parse("S/RES/277"), 9, Scope()) == {}
    assert found(store, store.lexical(parse("report S/RES/2771 (2025)"), 9, Scope()))[0].startswith("aaaa")


def test_rare_words_weigh_more(store, put):
    for number in range(10):
        put(text(f"{number:04}", "The mission kept the peace in the country."))
    put(text("rare", "Tempering was the aim of it."))
    scores = store.lexical(parse("the mission of tempering"), 20, Scope())
    assert found(store, scores)[0] == "rare-body-0001"
    assert all(score > 0 for score in scores.values())
    assert store.telling(parse("the mission of tempering"), "rare-body-0001") > 0.5
    assert store.telling(parse("the baking of bread"), "rare-body-0001") < 0.5


def test_what_was_found_is_named_in_its_order(store, put):
    for number in range(4):
        put(text(f"{number:04}", "Helicopters " * (4 - number) + "came."))
    scores = store.lexical(parse("helicopters"), 9, Scope())
    backwards = list(reversed(scores))
    named = store.names(backwards)
    assert list(named) == backwards
    assert [named[one][:4] for one in scores] == [passage[:4] for passage in found(store, scores)]
    assert {passage: store.homes([passage])[passage] for passage in named.values()} == store.homes(found(store, scores))
    assert store.names([]) == {}


@pytest.mark.parametrize(
    "question", ["(", '"', "a* NEAR", "text: x", "^", "-", "{a}", "AND OR NOT", "\ud800 x", "a\0b", "'; --"]
)
@pytest.mark.parametrize("mode", ["hybrid", "phrase"])
def test_no_question_breaks_a_store(store, put, question, mode):
    put(text("aaaa", "Troops were few."))
    query = parse(question, mode)
    assert isinstance(dict(store.lexical(query, 9, Scope(Filters(), query.phrases))), dict)


PHRASES = [
    ("civilians under threat", ["one"]),
    ("Civilians, under — threat", ["one"]),
    ("cote d'ivoire under", []),
    ("under threat of", ["one"]),
    ("ends here. The next", ["one", "two"]),
    ("here the next sentence begins", ["two"]),
    ("sentence ends here the", ["one"]),
    ("S/RES/2100 (2013)", ["two"]),
    ("threat under", []),
    ("the", ["one", "two"]),
]


@pytest.mark.parametrize(("phrase", "hits"), PHRASES)
def test_phrases_are_found_also_over_the_end_of_a_passage(store, put, phrase, hits):
    first = "They were civilians under threat of attack and so the first sentence ends here."
    second = "The next sentence begins with S/RES/2100 (2013) on Côte d’Ivoire and says more on it."
    read = document([heading("One"), paragraph(f"{first} {second}", ["One"])], id="aaaa")
    made = put(read, words=18)
    assert [passage.text for passage in made.passages] == [first, second]
    names = {"one": made.passages[0].id, "two": made.passages[1].id}
    inside = store.every(9, Scope(phrases=parse(phrase, "phrase").phrases))
    if phrase == "ends here. The next":
        assert len(inside) == 1, "two words on either side: one of the passages"
    else:
        assert inside == [names[hit] for hit in hits]


@pytest.mark.parametrize("phrase", ["to a", "a to a", "to", "a"])
def test_the_first_passages_with_a_phrase_are_the_first_of_all_that_have_it(store, put, phrase):
    read = document([paragraph("Go to. A place to a. To a town. A. To a. A to. A. Also to.")], id="aaaa")
    made = put(read, words=2)
    scope = Scope(phrases=(phrase,))
    every = store.every(len(made.passages), scope)
    assert len(every) > 1
    for count in range(1, len(every) + 1):
        assert store.every(count, scope) == every[:count]
    nothing_left_out = Filters(documents=("aaaa",))
    assert store.every(len(made.passages), Scope(nothing_left_out, (phrase,))) == every


def test_phrases_do_not_run_from_one_section_into_another(store, put):
    put(document([paragraph("It ended badly.", ["One"]), paragraph("Troops left.", ["Two"])], id="aaaa"))
    assert store.every(9, Scope(phrases=("badly troops",))) == []


def test_a_snapshot_does_not_move(store, put, tmp_path):
    put(text("aaaa", "Troops were few."))
    with store.snapshot():
        before = store.ledger()
        writer = threading.Thread(target=store.put, args=(recorded(text("bbbb", "More."), tmp_path),))
        writer.start()
        writer.join()
        assert store.ledger() == before
        assert found(store, store.dense(WordEmbedder().encode(["more"])[0], 9, Scope())) == ["aaaa-body-0001"]
    assert len(store.ledger()) == 2


def test_facets_count_documents(store, put):
    put(text("a", "One."), type="book", author=[{"family": "Fortna"}], issued={"date-parts": [[2008]]})
    put(text("b", "Two."), type="book", author=[{"family": "FORTNA"}, {"literal": "United Nations"}])
    facets = store.facets()
    assert dict(facets.authors) in ({"Fortna": 2, "United Nations": 1}, {"FORTNA": 2, "United Nations": 1})
    assert (dict(facets.years), dict(facets.kinds)) == ({2008: 1}, {"book": 2})
    assert dict(facets.documents) == {"a": 1, "b": 1}


def test_the_passages_of_each_language_are_counted(store, put):
    made = put(text("aaaa", "Troops were few.", "They left."))
    other = put(text("bbbb", "Les troupes manquent.", language="fr"))
    put(text("aaaa", "Police came instead."))
    assert store.sizes() == {"en": 1, "fr": len(other.passages)}
    store.recut(made.document, made.passages, made.vectors)
    assert store.sizes() == {"en": len(made.passages), "fr": len(other.passages)}
    in_french = replace(made.document, language="fr")
    store.revise(replace(made, document=in_french, entry=replace(made.entry, language="fr")))
    assert store.sizes() == {"fr": len(made.passages) + len(other.passages)}
    store.drop("bbbb")
    assert store.sizes() == {"fr": len(made.passages)}
    assert store.languages() == {"fr"}
