"""What was removed comes back as it was, until the trash is emptied."""

import pytest

from index.errors import NoSuchDocument
from index.kept.corrections import Field, PageLabel
from ingest.contract import to_json

KEY = "autesserreAutesserrePeaceCongo"


def test_removed_it_is_in_the_trash(two):
    gone = two.remove(KEY)
    (one,) = two.trash.all()
    assert (one.id, one.key, one.title) == (gone.id, KEY, "Autesserre on peace in Congo")
    assert one.removed


@pytest.mark.parametrize("ref", [KEY, "id", "prefix"])
def test_restored_it_is_as_it_was(two, ref):
    entry, read, cut = two.entry(KEY), two.document(KEY), two.passages(KEY)
    two.shelves.put(entry.id, tags=["congo"])
    two.remove(KEY)
    named = {"id": entry.id, "prefix": entry.id[:6]}.get(ref, ref)
    assert two.restore(named).key == KEY
    assert to_json(two.document(KEY)) == to_json(read)
    assert two.passages(KEY) == cut
    assert two.pdf(KEY).read_text().startswith("Autesserre")
    assert two.shelves.of(entry.id).tags == ("congo",)
    assert two.trash.all() == []
    assert two.search("local conflicts over land").hits[0].document.id == entry.id


def test_restored_it_has_its_corrections(two):
    entry = two.entry(KEY)
    two.corrections.make(entry.id, Field("title", "By hand"))
    made = two.corrections.make(entry.id, PageLabel(0, "x", on=False))
    two.remove(entry.id)
    two.restore(entry.id)
    assert two.entry(entry.id).title == "By hand"
    two.corrections.undo(made.correction.id)
    assert two.document(entry.id).pages[0].label == "65", "what was read is still known"


def test_a_correction_undone_while_the_document_is_in_the_trash(two):
    entry = two.entry(KEY)
    made = two.corrections.make(entry.id, Field("title", "By hand"))
    two.remove(entry.id)
    two.corrections.undo(made.correction.id)
    two.restore(entry.id)
    assert two.entry(entry.id).title == "Autesserre on peace in Congo"


def test_adding_the_file_again_takes_it_out_of_the_trash(two, pdf):
    path = two.entry(KEY).file
    two.remove(KEY)
    other = pdf("other.pdf", "Autesserre on peace in Congo\nQuite another text.")
    assert two.add([other])[0].key == KEY, "the key was free"
    (added,) = two.add([type(other)(path)])
    assert added.status == "added"
    assert added.key != KEY, "two documents never bear one key"
    assert two.trash.all() == []


def test_emptied_it_is_gone_with_its_file(two):
    kept = two.pdf(KEY)
    gone = two.remove(KEY)
    assert [one.id for one in two.empty_trash()] == [gone.id]
    assert not kept.exists()
    assert two.trash.all() == []
    with pytest.raises(NoSuchDocument, match="trash"):
        two.restore(gone.id)


def test_the_doctor_leaves_the_files_of_the_trash_alone(two):
    kept = two.pdf(KEY)
    two.remove(KEY)
    assert {finding.level for finding in two.doctor()} == {"ok"}
    assert kept.exists()


def test_a_process_killed_while_it_removed_or_restored(two, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    gone = two.entry(KEY)
    with monkeypatch.context() as patch:
        patch.setattr(two._store, "drop", killed)
        with pytest.raises(KeyboardInterrupt):
            two.remove(KEY)
    assert two.entry(KEY).id == gone.id
    assert two.restore(KEY).id == gone.id, "it never left"
    assert two.trash.all() == []


def test_texts_come_back_without_a_file(shelf, tmp_path):
    path = tmp_path / "a.md"
    path.write_text("# On consent\n\nConsent wears thin where peacekeepers fight.")
    (added,) = shelf.add([path])
    path.unlink()
    shelf.remove(added.id)
    assert shelf.restore(added.id).key == added.key
    assert "Consent wears thin" in shelf.passages(added.id)[0].text


def test_what_is_not_in_the_trash(two):
    with pytest.raises(NoSuchDocument, match="no document in the trash"):
        two.restore("nobody1999")
