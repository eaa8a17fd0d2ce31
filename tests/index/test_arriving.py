"""PDFs on their way in: embedded as they are read, taken in as they were given."""

import threading

import pytest

import ingest.child
from index.arriving import AHEAD


def test_those_behind_a_long_one_are_embedded_meanwhile(shelf, pdf, monkeypatch):
    read, others_are_embedded = ingest.child.read, threading.Event()
    paths = [pdf(f"{number}.pdf", f"Title {number}\nText {number}.") for number in range(4)]
    seen = []

    def thesis_first(path):
        if path == paths[0]:
            assert others_are_embedded.wait(60), "the first one held up the others"
        return read(path)

    def told(path, stage, done, total):
        seen.append((path, stage))
        if sum(stage == "embedding" for _, stage in seen) == 3:
            others_are_embedded.set()

    monkeypatch.setattr(ingest.child, "read", thesis_first)
    added = shelf.add(paths, jobs=2, progress=told)
    assert [one.path for one in added] == [str(path) for path in paths]
    assert [path for path, stage in seen if stage == "added"] == [str(path) for path in paths]
    assert [entry.title for entry in shelf.entries()] == [f"Title {number}" for number in range(4)]


def test_only_so_many_wait_for_a_long_one(shelf, pdf, monkeypatch):
    read, begun, in_memory = ingest.child.read, [], threading.Event()
    paths = [pdf(f"{number}.pdf", f"Title {number}\nText {number}.") for number in range(AHEAD + 6)]
    begun_meanwhile, embedded = [], []

    def thesis_first(path):
        begun.append(path)
        if path == paths[0]:
            assert in_memory.wait(60), "fewer than there is room for"
            begun_meanwhile.extend(begun)
        return read(path)

    def told(path, stage, done, total):
        if stage == "embedding":
            embedded.append(path)
        elif len(embedded) == AHEAD + 1:  # nothing is left to embed: what waits is waited for
            in_memory.set()

    monkeypatch.setattr(ingest.child, "read", thesis_first)
    assert [one.status for one in shelf.add(paths, jobs=2, progress=told)] == ["added"] * len(paths)
    assert set(begun_meanwhile) == set(paths[: AHEAD + 2])


@pytest.mark.parametrize("first", ["a.pdf", "b.pdf"])
def test_what_is_given_twice_is_embedded_once(shelf, pdf, embedder, monkeypatch, first):
    read, is_embedded = ingest.child.read, threading.Event()

    def one_then_the_other(path):
        assert path.name == first or is_embedded.wait(60)
        return read(path)

    def told(path, stage, done, total):
        if stage == "embedding":
            is_embedded.set()

    monkeypatch.setattr(ingest.child, "read", one_then_the_other)
    same = "Title\nThe mission left Gao."
    given = [pdf("a.pdf", same), pdf("b.pdf", same)]
    assert [one.status for one in shelf.add(given, jobs=2, progress=told)] == ["added", "present"]
    assert sum("left Gao" in text for text in embedder.encoded) == 1
