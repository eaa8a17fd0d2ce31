"""Following a reference manager's export, twice and changed."""

import json

import pytest

from index.bibliographies.bibliography import load_bibliography
from index.bibliographies.zotero import item_key
from index.errors import LibraryError
from index.kept.corrections import Field

MALI = "Karlsrud on the war in Mali\nThe mission was to protect civilians in the north.\nTroops came from Chad."
CONGO = "Autesserre on peace in Congo\nLocal conflicts over land drive the violence.\nDiplomats look elsewhere."


def zotero(number, title, **more):
    return {
        "itemID": number,
        "itemKey": f"ABCD123{number}",
        "itemType": "journalArticle",
        "citationKey": f"key{number}",
        "title": title,
        "creators": [
            {"creatorType": "author", "lastName": "Karlsrud", "firstName": "John"},
            {"creatorType": "author", "name": "United Nations"},
            {"creatorType": "seriesEditor", "lastName": "Tull", "firstName": "Denis"},
        ],
        "publicationTitle": "Third World Quarterly",
        "date": "2015-03-00",
        "tags": [{"tag": "mali"}, {"tag": "consent", "type": 1}],
        **more,
    }


@pytest.fixture
def export(tmp_path):
    """Write a Better BibTeX JSON export of these items."""

    def write(*items, collections=None, name="My Library.json"):
        path = tmp_path / "zotero" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            json.dumps({"config": {}, "items": list(items), "collections": collections or {}}), encoding="utf-8"
        )
        return path

    return write


def test_zotero_items_with_files_collections_tags_and_keys(export):
    path = export(
        zotero(1, "War", attachments=[{"path": "/z/storage/X/war.pdf"}, {"title": "a link"}], extra="DOI: 10.1/x"),
        {"itemType": "note", "itemID": 2},
        collections={
            "C1": {"name": "Thesis", "items": [], "key": "C1"},
            "C2": {"name": "Chapter 1/2", "parent": "C1", "items": [1], "key": "C2"},
        },
    )
    (item,) = load_bibliography([path]).items
    assert (item.key, item.item, item.files) == ("key1", "ABCD1231", ("/z/storage/X/war.pdf",))
    assert item.tags == ("mali", "consent")
    assert item.collections == ("Thesis/Chapter 1∕2",), "a stroke in a name is no way down"
    assert item.csl == {
        "type": "article-journal",
        "title": "War",
        "container-title": "Third World Quarterly",
        "author": [{"family": "Karlsrud", "given": "John"}, {"literal": "United Nations"}],
        "collection-editor": [{"family": "Tull", "given": "Denis"}],
        "issued": {"date-parts": [[2015, 3]]},
        "note": "DOI: 10.1/x",
        "DOI": "10.1/x",
    }


@pytest.mark.parametrize(
    ("typed", "parts"),
    [("2015", [2015]), ("2015-03-02", [2015, 3, 2]), ("2015-00-00", [2015]), ("March 2, 2015", [2015, 3, 2]),
     ("c. 2015, reprinted", [2015])],
)  # fmt: skip
def test_dates_as_zotero_keeps_them(export, typed, parts):
    (item,) = load_bibliography([export(zotero(1, "War", date=typed))]).items
    assert item.csl["issued"] == {"date-parts": [parts]}


@pytest.mark.parametrize(
    ("address", "key"),
    [("http://zotero.org/users/1/items/ABCD1234", "ABCD1234"), ("karlsrud2015", ""), ("", "")],
)
def test_an_item_by_its_address(address, key):
    assert item_key(address) == key


def test_plain_csl_json_of_zotero_brings_no_citekey(tmp_path):
    path = tmp_path / "my.json"
    path.write_text(json.dumps([{"id": "http://zotero.org/users/1/items/ABCD1234", "title": "A", "keyword": "a, b"}]))
    (item,) = load_bibliography([path]).items
    assert (item.key, item.item, item.tags) == ("", "ABCD1234", ("a", "b"))


def test_new_files_come_in_with_their_data(shelf, pdf, export):
    path = export(
        zotero(1, "The War in Mali", attachments=[{"path": str(pdf("a.pdf", MALI))}]),
        zotero(2, "A book on paper"),
        collections={"C": {"name": "Thesis", "items": [1], "key": "C"}},
    )
    done = shelf.sync(path)
    assert [(one.status, one.key) for one in done.added] == [("added", "key1")]
    assert (done.updated, done.unchanged, done.vanished) == ((), 0, ())
    assert [item.key for item in done.without_file] == ["key2"]
    (entry,) = shelf.entries()
    assert (entry.key, entry.title) == ("key1", "The War in Mali")
    assert shelf.shelves.of(entry.id).tags == ("consent", "mali")
    assert shelf.shelves.of(entry.id).collections == ("Thesis",)
    assert entry.csl["custom"]["read_from"]["title"] == "My Library.json"


def test_the_same_again_changes_nothing(shelf, pdf, export):
    path = export(zotero(1, "War", attachments=[{"path": str(pdf("a.pdf", MALI))}]))
    shelf.sync(path)
    before = shelf.entries()
    done = shelf.sync(path)
    assert (done.added, done.updated, done.unchanged, done.vanished) == ((), (), 1, ())
    assert shelf.entries() == before


def test_changes_are_followed_by_the_items_key(shelf, pdf, export):
    file = str(pdf("a.pdf", MALI))
    shelf.sync(export(zotero(1, "War", attachments=[{"path": file}])))
    done = shelf.sync(export(zotero(1, "War and Peace", citationKey="other", attachments=[{"path": "/moved/a.pdf"}])))
    assert [entry.title for entry in done.updated] == ["War and Peace"]
    assert [entry.key for entry in shelf.entries()] == ["key1"], "a citekey once given stays"
    assert done.added == ()


def test_what_is_in_already_is_known_by_content_doi_or_title(shelf, pdf, export, tmp_path):
    a, b = pdf("a.pdf", MALI), pdf("b.pdf", CONGO)
    shelf.add([a, b])
    copied = tmp_path / "storage.pdf"
    copied.write_bytes(a.read_bytes())
    a.unlink()
    done = shelf.sync(
        export(
            zotero(1, "Quite another title", attachments=[{"path": str(copied)}]),
            zotero(2, "Autesserre on Peace in Congo", date=""),
        )
    )
    assert done.added == ()
    assert {entry.title for entry in done.updated} == {"Quite another title", "Autesserre on Peace in Congo"}
    assert len(shelf.entries()) == 2


def test_what_vanished_is_told_and_stays(shelf, pdf, export):
    shelf.sync(export(zotero(1, "War", attachments=[{"path": str(pdf("a.pdf", MALI))}])))
    done = shelf.sync(export(zotero(3, "Another work")))
    assert [entry.key for entry in done.vanished] == ["key1"]
    assert [entry.key for entry in shelf.entries()] == ["key1"]
    assert shelf.sync(export(zotero(3, "Another work"), name="Other.json")).vanished == ()


def test_hand_edits_go_before_the_export(shelf, pdf, export):
    file = str(pdf("a.pdf", MALI))
    shelf.sync(export(zotero(1, "War", attachments=[{"path": file}])))
    (entry,) = shelf.entries()
    made = shelf.corrections.make(entry.id, Field("title", "By hand"))
    shelf.shelves.take(entry.id, tags=["consent"])
    shelf.sync(export(zotero(1, "War again", tags=[{"tag": "consent"}, {"tag": "new"}], attachments=[{"path": file}])))
    assert shelf.entry(entry.id).title == "By hand"
    assert shelf.shelves.of(entry.id).tags == ("new",), "what was taken by hand stays away; what went there goes"
    shelf.corrections.undo(made.correction.id)
    assert shelf.entry(entry.id).title == "War again"


def test_files_beside_the_export(shelf, export):
    path = export(zotero(1, "War", attachments=[{"path": "files/1/a.pdf"}]))
    (path.parent / "files" / "1").mkdir(parents=True)
    (path.parent / "files" / "1" / "a.pdf").write_text(MALI)
    assert [one.key for one in shelf.sync(path).added] == ["key1"]


def test_biblatex_with_files_keywords_and_groups(shelf, pdf, tmp_path):
    file = pdf("a.pdf", MALI)
    (tmp_path / "my.bib").write_text(
        "@article{k1, title={War}, author={Karlsrud, John}, date={2015}, keywords={mali, consent}, "
        f"groups={{Thesis}}, file={{Full Text:{file}:application/pdf}}}}"
    )
    shelf.sync(tmp_path / "my.bib")
    (entry,) = shelf.entries()
    assert entry.key == "k1"
    assert "keyword" not in entry.csl
    assert shelf.shelves.of(entry.id).tags == ("consent", "mali")
    assert shelf.shelves.of(entry.id).collections == ("Thesis",)


def test_ris_with_keywords_and_an_address_of_a_file(shelf, pdf, tmp_path):
    file = pdf("a b.pdf", MALI)
    address = f"file://{str(file).replace(' ', '%20')}"
    (tmp_path / "my.ris").write_text(f"TY  - RPRT\nTI  - War\nKW  - mali\nKW  - consent\nL1  - {address}\nER  - \n")
    done = shelf.sync(tmp_path / "my.ris")
    assert [one.status for one in done.added] == ["added"]
    assert shelf.shelves.of(shelf.entries()[0].id).tags == ("consent", "mali")
    assert shelf.sync(tmp_path / "my.ris").unchanged == 1


@pytest.mark.parametrize(("content", "said"), [('{"items": {}}', "with its items"), ('{"a": 1}', "list of CSL-JSON")])
def test_what_is_no_export(shelf, tmp_path, content, said):
    (tmp_path / "no.json").write_text(content)
    with pytest.raises(LibraryError, match=said):
        shelf.sync(tmp_path / "no.json")


def test_adding_again_with_a_bibliography_brings_data_up_to_date(shelf, pdf, tmp_path):
    file = pdf("a.pdf", MALI)
    shelf.add([file])
    (entry,) = shelf.entries()
    shelf.corrections.make(entry.id, Field("title", "By hand"))
    bib = tmp_path / "my.bib"
    bib.write_text("@article{war2015, title={War}, author={Doe, Jane}, date={2015}, file={in/a.pdf}, keywords={mali}}")
    (done,) = shelf.add([file], bibliography=[bib])
    assert (done.status, done.id) == ("updated", entry.id)
    assert "my.bib" in done.message
    (after,) = shelf.entries()
    assert (after.title, after.key, after.csl["author"]) == (
        "By hand",
        entry.key,
        [{"family": "Doe", "given": "Jane"}],
    )
    assert shelf.shelves.of(entry.id).tags == ("mali",)
    assert shelf.add([file], bibliography=[bib])[0].status == "present"
    bib.write_text("@article{war2015, title={Quite another}, author={Roe, Ann}, date={2016}}")
    assert shelf.add([file], bibliography=[bib])[0].status == "updated", "an item goes by its key, too"
    assert shelf.entries()[0].csl["author"] == [{"family": "Roe", "given": "Ann"}]


def test_of_doubled_items_the_first_describes_the_document_and_goes_on_doing_so(shelf, pdf, export):
    path = str(pdf("war.pdf", MALI))
    doubled = [zotero(number, "War in Mali", attachments=[{"path": path}]) for number in (1, 2)]
    (added,) = shelf.sync(export(*doubled)).added
    assert added.key == "key1"
    again = shelf.sync(export(*doubled))
    assert (again.added, again.updated, again.unchanged, again.without_file) == ((), (), 1, ())


def test_a_file_of_several_works_gets_the_data_of_none(shelf, pdf, export):
    path = str(pdf("war.pdf", MALI))
    book = export(*(zotero(number, title, attachments=[{"path": path}]) for number, title in ((1, "One"), (2, "Two"))))
    for done in (shelf.sync(book), shelf.sync(book)):
        assert done.updated == ()
    assert [entry.title for entry in shelf.entries()] == ["Karlsrud on the war in Mali"]
