"""Editing and correcting on the command line."""

import json
import re
import shutil
from pathlib import Path

import pytest
from commands import run

pytestmark = pytest.mark.model


@pytest.fixture
def mine(library: Path, tmp_path: Path) -> Path:
    """A copy of the library that a test may change."""
    return Path(shutil.copytree(library, tmp_path / "mine"))


def listed(library: Path, *options: str) -> list[dict]:
    found: list[dict] = json.loads(run("list", "--json", *options, "--library", library).out)
    return found


def hit(library: Path, words: str) -> dict:
    found: dict = json.loads(run("search", words, "--json", "-k", "1", "--library", library).out)["results"][0]
    return found


def test_edit_changes_data_and_says_so(mine: Path) -> None:
    edited = run(
        "edit", "ravn2021", "--title", "Other Means", "--author", "Ravn, Helene", "--author", "United Nations",
        "--date", "2022-03", "--set", "publisher=SIPRI", "--unset", "page", "--library", mine,
    )  # fmt: skip
    assert edited.status == 0, edited.err
    assert re.search(r"title +Other Means +\[by hand\]", edited.out)
    assert re.search(r"container-title +Journal of Tests +\[from library.bib\]", edited.out)
    (entry,) = listed(mine)
    assert entry["key"] == "ravn2021", "a citekey once given stays"
    assert entry["title"] == "Other Means"
    assert entry["csl"]["author"] == [{"family": "Ravn", "given": "Helene"}, {"literal": "United Nations"}]
    assert entry["csl"]["issued"] == {"date-parts": [[2022, 3]]}
    assert "page" not in entry["csl"]
    assert run("search", "enemies of the host", "--json", "--author", "united nations", "--library", mine).status == 0


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--set", "publisher", "FIELD=VALUE"),
        ("--set", "colour=blue", "CSL knows no field"),
        ("--type", "paper", "CSL knows no type"),
        ("--date", "March 2015", "written 2015, 2015-03"),
        ("--date", "2015-13", "written 2015, 2015-03"),
    ],
)
def test_what_csl_does_not_know_changes_nothing(mine: Path, option: str, value: str, said: str) -> None:
    edited = run("edit", "ravn2021", "--title", "Never", option, value, "--library", mine)
    assert edited.status == 2
    assert said in edited.err
    assert listed(mine)[0]["title"] == "Consent by Other Means"


def test_tags_and_collections(mine: Path) -> None:
    run("edit", "ravn2021", "--tag", "consent", "--tag", "mali", "--collection", "Thesis/One", "--library", mine)
    run("edit", "ravn2021", "--untag", "mali", "--library", mine)
    assert "#consent" in run("list", "--tag", "consent", "--library", mine).out
    (entry,) = listed(mine, "--collection", "Thesis")
    assert (entry["tags"], entry["collections"]) == (["consent"], ["Thesis/One"])
    assert listed(mine, "--tag", "mali") == []
    search = ("search", "enemies of the host", "--json", "--library", mine)
    assert run(*search, "--tag", "consent", "--collection", "Thesis").status == 0
    assert run(*search, "--tag", "mali").status == 1


def test_an_ibid_led_to_another_work(mine: Path) -> None:
    made = run("correct", "citation", "ravn2021", "--note", "2", "--work", "S/RES/2100", "--library", mine)
    assert made.status == 0, made.err
    assert re.fullmatch(r"\w{8}  note 2: “Ibid., 41” cites S/RES/2100 \(2013\), para. 16\n", made.out)
    (note,) = [one for one in hit(mine, "losing the trust of those who fight")["notes"] if one["label"] == "2"]
    assert note["citations"][0]["source"]["key"] == "S/RES/2100"
    assert note["citations"][0]["by_hand"] is True
    assert note["citations"][0]["locator"]["value"] == "41"
    name = made.out.split()[0]
    assert "note 2" in run("corrections", "--library", mine).out
    assert "undone" in run("corrections", "--undo", name, "--library", mine).out
    (note,) = [one for one in hit(mine, "losing the trust of those who fight")["notes"] if one["label"] == "2"]
    assert note["citations"][0]["source"]["key"] == "10.1080/01436597.2015.976016"
    assert run("corrections", "--library", mine).out == "Nothing was corrected by hand.\n"


@pytest.mark.parametrize(
    ("meant", "key"),
    [
        (["--work", "ravn2021"], "ravn-consent-by-other-means-2021"),
        (["--work", "Thierry Tardy, The Crisis of Consent (London: Hurst, 2014), 5."], "tardy-crisis-consent-2014"),
        (["--no-work"], None),
    ],
)
def test_a_work_goes_by_many_names(mine: Path, meant: list[str], key: str | None) -> None:
    made = run("correct", "citation", "ravn2021", "--note", "2", *meant, "--library", mine)
    assert made.status == 0, made.err
    (note,) = [one for one in hit(mine, "losing the trust of those who fight")["notes"] if one["label"] == "2"]
    source = note["citations"][0]["source"]
    assert (re.sub("by-|of-", "", source["key"]) if source else None) == (re.sub("by-|of-", "", key) if key else None)


def test_a_marker_that_means_another_note(mine: Path) -> None:
    made = run("correct", "marker", "ravn2021", "1", "--note", "3", "--library", mine)
    assert made.status == 0, made.err
    assert next(note["label"] for note in hit(mine, "losing the trust of those who fight")["notes"]) == "3"


def test_page_numbers_that_count_on(mine: Path) -> None:
    assert run("correct", "page", "ravn2021", "1", "101", "--on", "--library", mine).status == 0
    assert hit(mine, "inherits the enemies of its host")["cite"]["locator"]["value"] == "102"
    assert run("cite", "ravn2021", "--page", "102", "--style", "apa", "--library", mine).status == 0


def test_two_works_that_are_one(mine: Path) -> None:
    keys = re.findall(r"\[(\S+)\]$", run("show", "ravn2021", "--library", mine).out, re.MULTILINE)
    assert run("correct", "merge", keys[0], "S/RES/2100", "--library", mine).status == 0
    assert "S/RES/2100]" not in run("show", "ravn2021", "--library", mine).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["marker", "ravn2021", "9", "--note", "1"], "marker 9 is not in this document"),
        (["marker", "ravn2021", "1"], "--note MARK"),
        (["citation", "ravn2021", "--note", "9", "--no-work"], "note 9 is not in this document"),
        (["citation", "ravn2021", "--note", "1", "--work", "nobody knows"], "tells of no works"),
        (["citation", "ravn2021", "--no-work"], "say where"),
        (["citation", "ravn2021", "--note", "1"], "say what it cites"),
        (["page", "ravn2021", "9", "65"], "the file has 2 pages"),
        (["merge", "a", "b"], "no document here cites"),
    ],
)
def test_what_cannot_be_corrected_is_wrong_use(mine: Path, arguments: list[str], said: str) -> None:
    done = run("correct", *arguments, "--library", mine)
    assert done.status == 2
    assert said in done.err
    assert run("corrections", "--library", mine).out == "Nothing was corrected by hand.\n"


def test_removed_and_restored(mine: Path) -> None:
    assert "restore" in run("remove", "ravn2021", "--library", mine).out
    assert listed(mine) == []
    assert "1 document in the trash" in run("list", "--trash", "--library", mine).out
    assert run("remove", "ravn2021", "--restore", "--library", mine).status == 0
    assert [entry["key"] for entry in listed(mine)] == ["ravn2021"]
    run("remove", "ravn2021", "--library", mine)
    assert run("remove", "--empty-trash", "--library", mine).out == "gone for good: 1\n"
    assert run("remove", "ravn2021", "--restore", "--library", mine).status == 2
    assert run("remove", "--library", mine).status == 2


def test_on_a_terminal_removal_is_asked_for(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def refuse(question: str) -> bool:
        asked.append(question)
        return False

    monkeypatch.setattr("ui.commands.remove.for_a_person", lambda: True)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.confirm", refuse)
    assert run("remove", "ravn2021", "--library", mine).status == 0
    assert asked
    assert len(listed(mine)) == 1
    assert run("remove", "ravn2021", "--yes", "--library", mine).status == 0
    assert listed(mine) == []


def test_sync_follows_an_export(article: Path, tmp_path: Path) -> None:
    export, folder = tmp_path / "My Library.json", tmp_path / "library"
    item = {"itemID": 1, "itemKey": "ABCD1234", "itemType": "report", "citationKey": "ravn", "title": "Consent"}
    paper = {"itemID": 2, "itemKey": "ABCD5678", "itemType": "book", "citationKey": "paper", "title": "On paper"}
    attached = {**item, "attachments": [{"path": str(article)}]}
    export.write_text(json.dumps({"items": [attached, paper]}))
    first = run("sync", export, "--library", folder)
    assert first.status == 0, first.err
    assert first.out.splitlines()[1:] == ["no PDF   paper", "1 added, 1 without a PDF"]
    assert run("sync", export, "--library", folder).out.splitlines()[-1] == "1 as before, 1 without a PDF"
    export.write_text(json.dumps({"items": [{**item, "title": "Consent, revised"}]}))
    assert run("sync", export, "--library", folder).out == "updated  ravn  Consent, revised\n1 updated\n"
    export.write_text(json.dumps({"items": []}))
    assert "not in My Library.json any more; kept here" in run("sync", export, "--library", folder).out
    assert [entry["key"] for entry in listed(folder)] == ["ravn"]
