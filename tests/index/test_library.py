import json
import threading
from dataclasses import replace
from itertools import pairwise

import pytest
from filelock import FileLock
from shelves import WordEmbedder

import ingest.child
from index.errors import Busy, LibraryError, NoSuchDocument, WrongModel
from index.library import Library
from index.model import Filters
from ingest.errors import Encrypted


def ids(results):
    return [hit.passage.id for hit in results.hits]


def test_added_found_read_and_cited(two):
    (hit, *_) = two.search("authorised the mission to protect civilians").hits
    assert hit.rank == 1
    assert 0 < hit.score <= 1
    assert hit.document.title == "Karlsrud on the war in Mali"
    assert hit.document.state.label == "notes 2 of 2"
    assert hit.cite.key == "karlsrudKarlsrudWarMali"
    assert hit.passage.text.startswith("The mission was to protect")
    first, second = hit.notes
    assert first.citations[0].source.links[0].href == "https://docs.un.org/en/S/RES/2100(2013)"
    assert second.text == "Ibid., para. 17."
    assert second.pages == ("65",)
    assert (second.citations[0].form, second.citations[0].through) == ("ibid", ("1",))
    assert second.citations[0].source == first.citations[0].source
    assert [hit.passage.text[one.start : one.end].split()[0] for one in hit.sentences] == [
        "The",
        "It",
        "S/RES/2100",
        "Troops",
    ]
    assert hit.cite.pandoc == "[@karlsrudKarlsrudWarMali, pp. 65–66]"


def test_quoted_parts_must_be_there(two):
    assert ids(two.search('"capital and/or to elections"')) == ids(two.search("capital and/or to", mode="phrase"))
    assert ids(two.search('"elections to the capital"')) == []
    assert len(ids(two.search('violence "capital and/or to elections"'))) == 1


def test_the_same_content_is_taken_in_once_and_known_by_both_paths(shelf, pdf):
    first, twin = pdf("a.pdf", "Title one\nText."), pdf("copy of a.pdf", "Title one\nText.")
    added = shelf.add([first, twin])
    assert [one.status for one in added] == ["added", "present"]
    assert added[0].id == added[1].id
    assert [one.status for one in shelf.add([first])] == ["present"]
    assert shelf.entry(str(twin)).file == str(first)
    assert len(shelf.entries()) == 1


def test_what_fails_is_said_and_the_others_go_on(shelf, pdf, tmp_path, monkeypatch):
    read = ingest.child.read

    def locked(path):
        if "locked" in str(path):
            raise Encrypted(f"{path}: needs a\npassword")
        return read(path)

    monkeypatch.setattr(ingest.child, "read", locked)
    added = shelf.add(
        [pdf("locked.pdf", "X y\nZ."), tmp_path / "none.pdf", tmp_path, pdf("good.pdf", "Good one\nText.")]
    )
    assert [one.status for one in added] == ["failed", "failed", "failed", "added"]
    assert added[0].message.endswith("locked.pdf: needs a password")
    assert added[1].message == f"{tmp_path / 'none.pdf'}: no such file"
    assert len(shelf.entries()) == 1
    assert len(list((shelf.path / "files").iterdir())) == 1


def test_many_are_read_at_the_same_time_and_come_out_in_order(shelf, pdf, monkeypatch):
    read, meeting, waited_for = ingest.child.read, threading.Barrier(3, timeout=60), threading.Event()

    def slow(path):
        meeting.wait()  # passes only when three are being read at once
        assert waited_for.wait(60)
        return read(path)

    def tell(*step):
        told.append(step)
        waited_for.set()

    monkeypatch.setattr(ingest.child, "read", slow)
    paths = [pdf(f"{number}.pdf", f"Title {number}\nText {number}.") for number in range(6)]
    told = []
    added = shelf.add(paths, jobs=3, progress=tell)
    assert [one.path for one in added] == [str(path) for path in paths]
    assert told[-1] == (str(paths[-1]), "added", 6, 6)
    assert {stage for _, stage, _, _ in told} == {"reading", "embedding", "added"}


def test_an_interruption_keeps_what_is_done(shelf, pdf):
    paths = [pdf(f"{number}.pdf", f"Title {number}\nText {number}.") for number in range(4)]

    def interrupt(path, stage, done, total):
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        shelf.add(paths, jobs=2, progress=interrupt)
    assert len(shelf.entries()) == 2
    assert len(ids(shelf.search("Text", filters=Filters(part="body")))) == 2
    assert [one.status for one in shelf.add(paths)] == ["present", "present", "added", "added"]


def test_an_interruption_gives_up_what_is_being_read(shelf, pdf, monkeypatch):
    """Only the main thread hears Ctrl-C; the one that waits for the child must be freed."""
    reading, stopped = threading.Event(), threading.Event()
    monkeypatch.setattr(ingest.child, "stop_all", stopped.set)

    def endless(path):
        reading.set()
        if stopped.wait(60):
            raise Encrypted("given up")
        raise AssertionError("the child was not stopped")

    monkeypatch.setattr(ingest.child, "read", endless)

    def interrupt(path, stage, done, total):
        reading.wait(60)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        shelf.add([pdf("a.pdf", "Title\nText."), pdf("b.pdf", "Title\nOther.")], progress=interrupt)
    assert stopped.is_set()
    assert shelf.entries() == []


def test_removed_is_gone_with_its_file(two):
    kept = two.pdf("autesserreAutesserrePeaceCongo")
    assert kept.read_text().startswith("Autesserre")
    gone = two.remove(two.entry("autesserreAutesserrePeaceCongo").id[:6])
    assert gone.title == "Autesserre on peace in Congo"
    assert kept.exists(), "it is in the trash"
    assert [entry.title for entry in two.entries()] == ["Karlsrud on the war in Mali"]
    assert all(hit.document.id != gone.id for hit in two.search("local conflicts over land").hits)
    with pytest.raises(NoSuchDocument):
        two.document(gone.id)


def test_a_citekey_is_not_given_twice(shelf, pdf):
    same = [pdf(f"{number}.pdf", f"Karlsrud again\nText {number}.") for number in range(3)]
    assert [one.key for one in shelf.add(same)] == [f"karlsrudKarlsrudAgain{end}" for end in ("", "a", "b")]


def test_linked_files_stay_where_they_are(shelf, pdf):
    path = pdf("a.pdf", "Title one\nText.")
    (added,) = shelf.add([path], link=True)
    assert shelf.pdf(added.id) == path
    assert not (shelf.path / "files").exists()
    moved = path.rename(path.with_name("moved.pdf"))
    with pytest.raises(LibraryError, match="add it again"):
        shelf.pdf(added.id)
    shelf.add([moved])
    assert shelf.pdf(added.id) == moved


def test_a_kept_file_that_was_lost_comes_back_by_adding_it_again(shelf, pdf):
    path = pdf("a.pdf", "Title one\nText.")
    (added,) = shelf.add([path])
    shelf.pdf(added.id).unlink()
    assert [finding.level for finding in shelf.doctor() if finding.level != "ok"] == ["damage"]
    assert shelf.add([path])[0].status == "present"
    assert shelf.pdf(added.id).is_file()
    assert {finding.level for finding in shelf.doctor()} == {"ok"}


def test_texts_are_documents_without_a_pdf(shelf, tmp_path):
    note = tmp_path / "note.txt"
    note.write_text("Field note\n\nHelicopters came late.")
    (added,) = shelf.add([note])
    assert (added.status, shelf.entry(added.id).title) == ("added", "Field note")
    assert ids(shelf.search("helicopters", mode="words"))
    with pytest.raises(LibraryError, match="plain text"):
        shelf.pdf(added.id)


def test_lines_of_json_keep_their_ids_and_a_changed_line_replaces_its_own(shelf, tmp_path):
    path = tmp_path / "many.jsonl"

    def write(**texts):
        path.write_text(
            "\n".join(json.dumps({"id": name, "title": name, "text": text}) for name, text in texts.items())
        )

    write(d1="Helicopters came late.", d2="Troops came early.")
    assert shelf.add([path])[0].message == "2 documents"
    assert shelf.add([path])[0].status == "present"
    key = shelf.entry("d2").key
    write(d1="Helicopters came late.", d2="Police came early.")
    assert shelf.add([path])[0].message == "1 document, 1 in already"
    assert shelf.entry("d2").key == key
    assert ids(shelf.search("troops", mode="words")) == []
    run = list(shelf.batch([("q1", "police came early"), ("q2", "helicopters")], k=2))
    assert [(name, document) for name, document, _ in run] == [("q1", "d2"), ("q1", "d1"), ("q2", "d1"), ("q2", "d2")]


def test_lines_that_are_no_documents_are_named_and_the_others_are_in(shelf, tmp_path):
    path = tmp_path / "many.jsonl"
    path.write_text(
        '{"id": "d1", "text": "Helicopters came late."}\n{"id": "x"}\n[\n{"id": "d2", "text": "Troops came."}\n'
    )
    (outcome,) = shelf.add([path])
    assert outcome.status == "failed"
    assert "many.jsonl: lines 2, 3 are not" in outcome.message
    assert sorted(entry.id for entry in shelf.entries()) == ["d1", "d2"]
    assert ids(shelf.search("helicopters", mode="words"))
    assert shelf.doctor()[-1].level == "ok"


def test_a_longer_list_begins_like_a_shorter_one(shelf, tmp_path):
    path = tmp_path / "many.jsonl"
    texts = [
        f"The mission number {number} had {number % 7} bases and {number % 11} helicopters." for number in range(450)
    ]
    path.write_text("\n".join(json.dumps({"id": f"d{n:03}", "text": text}) for n, text in enumerate(texts)))
    shelf.add([path])
    question = "mission number 7 had 3 helicopters"
    lists = [ids(shelf.search(question, k=k)) for k in (5, 150, 300, 450)]
    assert [len(one) for one in lists] == [5, 150, 300, 450]
    assert all(long[: len(short)] == short for short, long in pairwise(lists))
    scores = [hit.score for hit in shelf.search(question, k=450).hits]
    assert scores == sorted(scores, reverse=True)


def test_the_settings_tell_the_language_where_a_document_does_not(shelf, tmp_path, monkeypatch):
    settings = tmp_path / "settings.toml"
    settings.write_text('language = "fr"')
    monkeypatch.setenv("BLUENOTE_SETTINGS", str(settings))
    for name, text in (
        ("numbers.txt", "12 34 56"),
        ("words.txt", "The mission was to protect civilians. " * 9),
    ):
        (tmp_path / name).write_text(text)
    numbers, told = shelf.add([tmp_path / "numbers.txt", tmp_path / "words.txt"])
    assert shelf.entry(numbers.id).language == "fr"
    assert shelf.entry(told.id).language == "en"


def test_one_passage_by_its_address(two):
    hit = two.search("helicopters").hits[0]
    assert two.hit(hit.passage.id).passage == hit.passage
    assert two.hit(hit.passage.id, "helicopters").score > 0
    with pytest.raises(NoSuchDocument):
        two.hit("nothing-body-0001")


def test_names_that_mean_none_or_several(two):
    with pytest.raises(NoSuchDocument, match="no document here"):
        two.entry("zzz")
    with pytest.raises(NoSuchDocument, match="no document here"):
        two.entry("")


def test_a_document_that_the_library_holds_is_linked(shelf, pdf, monkeypatch):
    read = ingest.child.read

    def numbered(path):
        document = read(path)
        if "resolution" not in str(path):
            return document
        return replace(document, csl={"type": "legislation", "title": "Resolution 2100", "number": "S/RES/2100 (2013)"})

    monkeypatch.setattr(ingest.child, "read", numbered)
    shelf.add([pdf("mali.pdf", "Mali piece\nThe mission began."), pdf("resolution.pdf", "Resolution\nDecides that.")])
    (hit, *_) = shelf.search("mission began").hits
    corpus = [link for link in hit.notes[0].citations[0].source.links if link.kind == "corpus"]
    assert [link.href for link in corpus] == [f"bluenote:{shelf.entry('Resolution2100').id}"]


def test_filters_reach_the_search(two):
    only = Filters(authors=("autesserre",))
    assert {hit.document.title for hit in two.search("the mission", filters=only).hits} == {
        "Autesserre on peace in Congo"
    }


def test_one_writer_at_a_time_and_readers_go_on(two, pdf):
    with FileLock(two.path / "library.lock"):
        with pytest.raises(Busy, match="another process"):
            two.add([pdf("new.pdf", "New one\nText.")])
        with pytest.raises(Busy):
            two.remove(two.entries()[0].id)
        assert two.search("mission").hits
    assert two.add([pdf("new.pdf", "New one\nText.")])[0].status == "added"


def test_threads_share_a_library(two):
    found, threads = [], []
    for _ in range(4):
        threads.append(threading.Thread(target=lambda: found.append(len(two.search("mission").hits))))
        threads[-1].start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1


def test_threads_that_come_and_go_leave_no_connections_behind(two):
    before = len(two._store._connections._idle)
    for _ in range(5):
        thread = threading.Thread(target=two.search, args=("mission",))
        thread.start()
        thread.join()
    assert len(two._store._connections._idle) == before


def test_another_model_is_refused_with_the_command_that_converts(two):
    with (
        Library.open(two.path, embedder=WordEmbedder("words-2")) as other,
        pytest.raises(WrongModel, match="bluenote reindex"),
    ):
        other.search("mission")


def test_reindexing_makes_passages_and_vectors_anew_without_the_pdfs(two):
    for path in (two.path / "files").iterdir():
        path.unlink()
    wide = WordEmbedder("words-2")
    wide.window = 12
    before = [entry.key for entry in two.entries()]
    with Library.open(two.path, embedder=wide) as other:
        assert other.reindex() == 2
        assert [entry.key for entry in other.entries()] == before
        assert other.search("helicopters").hits
        assert max(len(passage.text.split()) for key in before for passage in other.passages(key)) <= 12


def test_where_there_is_no_library(tmp_path):
    with pytest.raises(LibraryError, match="bluenote add"):
        Library.open(tmp_path / "none")
    with pytest.raises(LibraryError, match="not there yet"):
        Library.open("postgresql://localhost/bluenote")
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryError, match="no library can be made"):
        Library.open(tmp_path / "file" / "library", create=True)


def test_a_sample_library_says_so(tmp_path, embedder, pdf):
    with Library.open(tmp_path / "samples", create=True, sample=True, embedder=embedder) as library:
        library.add([pdf("a.pdf", "Title one\nText.")])
    with Library.open(tmp_path / "samples", embedder=embedder) as again:
        assert again.sample
        assert [entry.sample for entry in again.entries()] == [True]
        assert again.search("text").hits[0].document.sample


def test_words_alone_need_no_model(two):
    with Library.open(two.path, model="/no/such/model") as library:
        assert library.search("S/RES/2100").hits
        assert library.search("helicopters", mode="words").hits
        assert library.search("had few helicopters", mode="phrase").hits


def test_each_outcome_is_told_as_soon_as_it_stands(shelf, pdf):
    paths = [pdf(f"{number}.pdf", f"Title {number}\nText {number}.") for number in range(3)]
    told = []
    added = shelf.add(paths, told=lambda one: told.append((one, len(shelf.entries()))))
    assert told == list(zip(added, [1, 2, 3], strict=True))


def test_a_passing_file_is_not_remembered(shelf, pdf):
    paper, text = pdf("upload.pdf", "Title one\nText."), pdf("words.txt", "Some words on peace.")
    once, again = shelf.add([paper, text], passing=True), shelf.add([paper, text], passing=True)
    assert [one.status for one in (*once, *again)] == ["added", "added", "present", "present"]
    kept, plain = shelf.entries()
    assert kept.file == str(shelf.pdf(kept.id))
    assert shelf.entry(kept.file) == kept
    assert plain.file == "words.txt"
    with pytest.raises(NoSuchDocument):
        shelf.entry(str(paper))
