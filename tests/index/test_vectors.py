"""The derived FAISS file: written now and then, never believed, never missed."""

import os

import pytest

from index.disk import sha256_of
from index.library import Library
from index.model import Filters
from index.query import Scope
from index.sqlite import vectors


@pytest.fixture(autouse=True)
def _small_bases(monkeypatch):
    monkeypatch.setattr(vectors, "LEAST_DELTA", 5)


@pytest.fixture
def grown(shelf, pdf):
    """A library of twenty documents whose vectors stand in a base, and two more in the delta."""
    shelf.add([pdf(f"{n}.pdf", f"Title number{n}\nUnit number{n} held.") for n in range(20)])
    shelf.add([pdf(f"{n}.pdf", f"Title number{n}\nUnit number{n} held.") for n in range(20, 22)])
    assert base(shelf).is_file()
    return shelf


def base(shelf):
    (path,) = shelf.path.glob("vectors-*.faiss")
    return path


def test_a_reader_in_the_midst_of_its_snapshot_still_finds_its_base(grown, embedder, pdf):
    with Library.open(grown.path, embedder=embedder) as reader, reader._store.snapshot():
        assert len(reader.entries()) == 22  # the first look fixes what is seen
        expected = titles(grown, "unit number7 held", k=44)
        before = base(grown)
        grown.add([pdf(f"{n}.pdf", f"Title number{n}\nUnit number{n} held.") for n in range(30, 45)])
        assert len(list(grown.path.glob("vectors-*.faiss"))) == 2
        assert titles(reader, "unit number7 held", k=44) == expected
        assert reader.warnings == ()
    grown.remove(grown.entries()[0].id)
    assert not before.exists()


def titles(shelf, question, **more):
    return [hit.document.title for hit in shelf.search(question, mode="dense", **more).hits]


@pytest.mark.parametrize("number", [0, 19, 20, 21])
def test_base_and_delta_answer_together(grown, number):
    assert titles(grown, f"unit number{number} held")[0] == f"Title number{number}"
    assert len(titles(grown, "unit held", k=100)) == 44  # a body and a note each


def test_what_was_looked_for_ahead_answers_only_what_it_was_looked_for(grown, embedder, pdf):
    store, asked = grown._store, embedder.ask("unit number7 held").vector
    expected = store.dense(asked, 5, Scope())
    store.foresee(asked, 5)
    assert store._vectors._foreseen.found
    some = Scope(Filters(documents=tuple(entry.id for entry in grown.entries()[:2])))
    assert len(store.dense(asked, 5, some)) == 4
    store.foresee(asked, 5)
    assert store.dense(asked, 3, Scope()) == dict(list(expected.items())[:3])
    store.foresee(asked, 5)
    assert store.dense(asked, 5, Scope()) == expected
    store.foresee(asked, 5)
    grown.add([pdf("again.pdf", "Title again\nUnit number7 held.")])
    assert len(store.dense(asked, 5, Scope()).keys() - expected.keys()) >= 1


def test_few_passages_need_no_file(shelf, pdf, monkeypatch):
    monkeypatch.setattr(vectors, "LEAST_DELTA", 4096)
    shelf.add([pdf("a.pdf", "Title one\nUnit one held.")])
    assert list(shelf.path.glob("vectors-*")) == []
    assert titles(shelf, "unit one")


@pytest.mark.parametrize("harm", ["missing", "cut", "changed", "empty"])
def test_a_damaged_base_is_not_believed_and_doctor_writes_it_again(grown, embedder, harm):
    expected = titles(grown, "unit number7 held", k=50)
    path = base(grown)
    data = bytearray(path.read_bytes())
    if harm == "missing":
        path.unlink()
    else:
        data[len(data) // 2] ^= 0xFF
        path.write_bytes({"cut": data[: len(data) // 2], "changed": data, "empty": b""}[harm])
    with Library.open(grown.path, embedder=embedder) as again:
        assert titles(again, "unit number7 held", k=50) == expected
        assert len(again.warnings) == 1
        assert "doctor" in again.warnings[0]
        assert {finding.level for finding in again.doctor()} == {"ok", "repaired"}
        assert {finding.level for finding in again.doctor()} == {"ok"}
    with Library.open(grown.path, embedder=embedder) as mended:
        assert titles(mended, "unit number7 held", k=50) == expected
        assert mended.warnings == ()


def test_a_file_is_read_through_only_where_it_may_have_changed(grown, embedder, monkeypatch):
    expected = titles(grown, "unit number7 held", k=50)
    os.utime(base(grown), (0, 0))  # as a copy has another time
    read_through = []
    monkeypatch.setattr(vectors, "sha256_of", lambda path: read_through.append(path.name) or sha256_of(path))
    for settled in (False, True):
        with Library.open(grown.path, embedder=embedder) as again:
            assert titles(again, "unit number7 held", k=50) == expected
            if not settled:
                again._store.settle()
    assert read_through == [base(grown).name] * 2, "when it was searched, and before it was believed from now on"


def test_what_was_removed_after_the_base_is_not_found_and_does_not_crowd_out(grown):
    for number in range(3):
        grown.remove(grown.entry(f"titleTitleNumber{number}").id)
    assert set(titles(grown, "unit number1 held", k=100)) == {f"Title number{n}" for n in range(3, 22)}
    assert len(titles(grown, "unit number1 held", k=38)) == 38


def test_another_process_sees_what_was_written_since(grown, embedder, pdf):
    with Library.open(grown.path, embedder=embedder) as other:
        assert titles(other, "unit number30 held")[0] != "Title number30"
        grown.add([pdf(f"{n}.pdf", f"Title number{n}\nUnit number{n} held.") for n in range(30, 45)])
        assert titles(other, "unit number30 held")[0] == "Title number30"
        assert titles(other, "unit number44 held")[0] == "Title number44"
        assert other.warnings == ()


def test_filters_hold_in_base_and_delta(grown):
    some = tuple(grown.entry(f"titleTitleNumber{number}").id for number in (3, 21))
    assert set(titles(grown, "unit number1 held", filters=Filters(documents=some), k=2)) <= {
        "Title number3",
        "Title number21",
    }
    assert len(titles(grown, "unit number3 number21 held", filters=Filters(documents=some))) == 4
    assert titles(grown, "unit", filters=Filters(documents=("none",))) == []


def test_numbers_are_not_given_twice(grown, pdf):
    """A vector left over in a stale file must not name a passage that came later."""

    def highest():
        with grown._store._connections.reading() as connection:
            return connection.execute("SELECT max(row) FROM passages").fetchone()[0]

    before = highest()
    grown.remove(grown.entries()[-1].id)
    assert highest() < before
    grown.add([pdf("new.pdf", "Title new\nPolice came.")])
    assert highest() > before
