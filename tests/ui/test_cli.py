"""The command line end to end: what it prints, where, and the status that it ends with."""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from commands import run, run_apart, start
from factories import document, paragraph

from ingest.model import Document, Problem, Report

pytestmark = pytest.mark.model


def test_search_prints_passage_page_notes_and_citation(library: Path) -> None:
    found = run("search", "losing the confidence of rebels", "-k", "1", "--library", library)
    assert found.status == 0
    assert "Ravn, Consent by Other Means (2021)" in found.out
    assert "p. 65 · " in found.out
    assert "against it.[1] The Council knew this when it sent troops to Mali.[2]" in found.out
    assert re.search(
        r"2 Ibid\., 41\.  → Karlsrud, The UN at War \(2015\), p\. 41 https://doi\.org/\S+ \(Ibid\. of note 1\)",
        found.out,
    )
    assert "Cite  Helene Ravn, “Consent by Other Means,” Journal of Tests, 2021, 65." in found.out
    assert "[@ravn2021, p. 65]" in found.out
    assert found.err == ""


def test_search_json_has_the_documented_shape(library: Path) -> None:
    found = run("search", "enemies of the host", "--json", "-k", "2", "--library", library)
    answer = json.loads(found.out)
    assert set(answer) == {"query", "results", "known", "read_as", "widened", "put_into", "further"}
    for rank, result in enumerate(answer["results"], start=1):
        assert set(result) >= {"rank", "score", "document", "passage", "notes", "cite"}
        assert result["rank"] == rank
        assert set(result["document"]) >= {"id", "title", "csl", "file"}
        assert set(result["cite"]) == {"key", "locator", "pandoc"}


@pytest.mark.parametrize(
    ("filters", "status"),
    [
        (["--author", "ravn"], 0),
        (["--author", "Karlsrud"], 1),
        (["--year", "2020-"], 0),
        (["--year", "-2020"], 1),
        (["--year", "2021"], 0),
        (["--language", "fr"], 1),
        (["--kind", "article-journal"], 0),
        (["--kind", "book"], 1),
        (["--document", "ravn2021"], 0),
        (["--mode", "phrase"], 1),
        (["--part", "body"], 0),
    ],
)
def test_filters(library: Path, filters: list[str], status: int) -> None:
    assert run("search", "blind spots enemies", "--json", "--library", library, *filters).status == status


def test_a_search_without_a_hit_is_status_1_and_still_json(library: Path) -> None:
    found = run("search", '"no such words anywhere"', "--json", "--library", library)
    assert found.status == 1
    answer = json.loads(found.out)
    assert (answer["query"], answer["results"]) == ('"no such words anywhere"', [])
    assert "Nothing found" in run("search", '"no such words anywhere"', "--library", library).out
    assert "no word in that" in run("search", "", "--library", library).out


def test_library_before_or_after_the_command(library: Path) -> None:
    assert run("--library", library, "list").out == run("list", "--library", library).out


def test_list(library: Path, article: Path) -> None:
    [entry] = json.loads(run("list", "--json", "--library", library).out)
    assert set(entry) >= {"id", "key", "title", "csl", "pages", "notes", "file"}
    assert (entry["key"], entry["pages"], entry["file"]) == ("ravn2021", 2, str(article))
    assert "ravn2021" in run("list", "--library", library).out


@pytest.mark.parametrize("name", ["ravn2021", "prefix", "id", "path"])
def test_a_document_goes_by_many_names(library: Path, article: Path, name: str) -> None:
    [entry] = json.loads(run("list", "--json", "--library", library).out)
    named = {"prefix": entry["id"][:5], "id": entry["id"], "path": str(article)}.get(name, name)
    shown = run("show", named, "--library", library)
    assert shown.status == 0
    assert "Ravn, Consent by Other Means (2021)" in shown.out
    assert "printed 65 to 66" in shown.out
    assert "n. 1: " in shown.out


def test_an_unknown_document_is_one_line_and_status_2(library: Path) -> None:
    shown = run("show", "nobody1999", "--library", library)
    assert (shown.status, shown.out) == (2, "")
    assert re.fullmatch(r"bluenote: .*nobody1999.*\n", shown.err)


@pytest.mark.parametrize(
    ("place", "style", "expected"),
    [
        (["--page", "65"], "chicago-author-date", "(Ravn 2021, 65)"),
        (["--page", "65-66"], "apa", "(Ravn, 2021, pp. 65–66)"),
        (["--note", "4"], "apa", "(Ravn, 2021, p. 66n4)"),
        ([], "harvard", "(Ravn, 2021)"),
    ],
)
def test_cite(library: Path, place: list[str], style: str, expected: str) -> None:
    cited = run("cite", "ravn2021", *place, "--style", style, "--library", library)
    assert cited.out.splitlines()[0] == expected
    assert cited.out.splitlines()[-1].startswith("[@ravn2021")


def test_what_is_not_printed_cannot_be_cited(library: Path) -> None:
    cited = run("cite", "ravn2021", "--page", "64", "--library", library)
    assert cited.status == 2
    assert cited.err == "bluenote: there is no page 64 in this document; they run from 65 to 66\n"


def test_batch_writes_a_run(library: Path, tmp_path: Path) -> None:
    questions, trec = tmp_path / "q.tsv", tmp_path / "run.txt"
    questions.write_text("q1\thost enemies\nq2\tquantum chromodynamics\n", encoding="utf-8")
    done = run("search", "--batch", questions, "--run", trec, "-k", "5", "--library", library)
    assert done.status == 0, done.err
    rows = [line.split() for line in trec.read_text(encoding="utf-8").splitlines()]
    assert [(row[0], row[1], row[3], row[5]) for row in rows] == [
        ("q1", "Q0", "1", "bluenote"),
        ("q2", "Q0", "1", "bluenote"),  # no cut-off: the measure decides, not we
    ]


def test_a_batch_without_questions_is_wrong_use(library: Path, tmp_path: Path) -> None:
    done = run("search", "--batch", tmp_path / "none.tsv", "--run", tmp_path / "run.txt", "--library", library)
    assert done.status == 2
    assert "none.tsv cannot be read" in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["search"],
        ["search", "x", "--batch", "q"],
        ["search", "--batch", "q"],
        ["search", "x", "--year", "soon"],
        ["search", "x", "--year", "2020-2010"],
        ["search", "x", "-k", "0"],
        ["search", "x", "--part", "margins"],
        ["show"],
        ["add"],
        ["frobnicate"],
        ["list", "--library", "/nonexistent/library"],
        ["cite", "x", "--library", "/nonexistent/library"],
        ["list", "--library", "postgresql://somewhere/else"],
    ],
)
def test_wrong_use_is_status_2(arguments: list[str]) -> None:
    outcome = run(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err
    assert "Traceback" not in outcome.err


def test_add_names_what_failed_and_takes_the_rest(tmp_path: Path, article: Path) -> None:
    folder, library = tmp_path / "in", tmp_path / "library"
    (folder / "deeper").mkdir(parents=True)
    (folder / "good.PDF").write_bytes(article.read_bytes())
    (folder / "deeper" / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    (folder / "deeper" / "empty.pdf").touch()
    (folder / "notes.txt").write_text("Only PDFs are taken from a folder.", encoding="utf-8")
    outcome = run("add", folder, "-r", "--jobs", "2", "--library", library)
    assert outcome.status == 3
    assert outcome.out.splitlines()[-1] == "1 added, 2 failed"
    assert len(outcome.err.splitlines()) == 2
    assert all(f"{name}.pdf: " in outcome.err for name in ("broken", "empty"))
    again = run("add", folder / "good.PDF", "--library", library)
    assert (again.status, again.out) == (0, "1 in already\n")
    assert run("add", folder, "--library", library).out == "1 in already\n"


def test_add_says_where_there_is_no_pdf(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "my.bib").write_text("@book{one, title={One}}", encoding="utf-8")
    named = [tmp_path / name for name in ("empty", "missing.pdf", "my.bib")]
    outcome = run("add", *named, "--library", tmp_path / "library")
    assert outcome.status == 3
    assert f"{tmp_path / 'my.bib'}: not a PDF file; name a bibliography with --bib" in outcome.err
    assert f"{tmp_path / 'empty'}: no PDF in this folder; -r takes what lies below it too" in outcome.err
    assert f"{tmp_path / 'missing.pdf'}: " in outcome.err


def test_texts_are_taken_by_name_and_removed_again(tmp_path: Path) -> None:
    text, library = tmp_path / "minute.md", tmp_path / "library"
    text.write_text("# Minutes\n\nThe force commander asked for more engineers.\n", encoding="utf-8")
    assert run("add", text, "--library", library).status == 0
    assert run("search", "engineers", "--library", library).status == 0
    assert run("remove", str(text), "--library", library).status == 0
    assert run("search", "engineers", "--library", library).status == 1
    assert text.exists()


def test_a_log_is_told_of_each_file_as_it_comes_in(
    tmp_path: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ingest import child

    read, second = child.read, tmp_path / "second.pdf"
    second.write_bytes(b"%PDF-1.4 another")

    def stopped(path: Path) -> Document:
        if path == second:
            raise KeyboardInterrupt
        return read(path)

    monkeypatch.setattr(child, "read", stopped)
    outcome = run("add", article, second, "--library", tmp_path / "library")
    assert outcome.status == 130
    assert outcome.out == f"added    {article}  notes 4 of 4\n"


def test_a_listener_that_leaves_keeps_no_file_out(tmp_path: Path, article: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text("Engineers built a bridge.", encoding="utf-8")
    library = tmp_path / "library"
    adding = shlex.join(map(str, (sys.executable, "-m", "ui.cli", "add", article, other, "--library", library)))
    command = f"{adding} | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(json.loads(run("list", "--json", "--library", library).out)) == 2


def test_a_full_disk_is_no_wrong_use(tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text("Engineers built a bridge.", encoding="utf-8")
    adding = shlex.join([sys.executable, "-m", "ui.cli", "add", str(notes), "--library", str(tmp_path / "library")])
    done = subprocess.run(["bash", "-c", f"ulimit -f 400; {adding}"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (3, "")
    assert re.fullmatch(r"bluenote: .*library\.sqlite: .*: check the disk's space.*\n", done.stderr)


def test_a_sample_library_says_so(tmp_path: Path, article: Path) -> None:
    assert run("add", article, "--sample", "--library", tmp_path).status == 0
    assert "sample" in run("search", "enemies", "--library", tmp_path).out
    assert run("list", "--library", tmp_path).out.splitlines()[-1] == "sample library, 1 document"


def test_samples_stay_out_of_a_library_of_ones_own(library: Path, article: Path) -> None:
    before = run("list", "--library", library).out
    outcome = run("add", article, "--sample", "--library", library)
    assert outcome.status == 2
    assert "is no sample library" in outcome.err
    assert run("list", "--library", library).out == before


def test_a_title_cannot_command_the_terminal(tmp_path: Path) -> None:
    hostile = {"id": "x1", "title": "Trap \x1b]0;owned\x07\x1b[2J", "text": "A hostile \x1b[31mtitle.\x1b[0m"}
    (tmp_path / "in.jsonl").write_text(json.dumps(hostile) + "\n", encoding="utf-8")
    assert run("add", tmp_path / "in.jsonl", "--library", tmp_path / "library").status == 0
    for command in (["list"], ["search", "hostile title"], ["show", "x1"]):
        assert "\x1b" not in run(*command, "--library", tmp_path / "library").out


def test_doctor_finds_a_sound_library(library: Path) -> None:
    outcome = run("doctor", "--library", library)
    assert outcome.status == 0
    assert outcome.out.startswith("ok")


def test_doctor_says_status_4_where_nothing_helps(tmp_path: Path, article: Path) -> None:
    assert run("add", article, "--library", tmp_path).status == 0
    database = tmp_path / "library.sqlite"
    database.write_bytes(database.read_bytes()[:4096] + os.urandom(database.stat().st_size - 4096))
    assert run("doctor", "--library", tmp_path).status == 4


def test_inspect_json_is_all_that_is_printed(article: Path) -> None:
    outcome = run_apart("inspect", article, "--json")
    assert (outcome.status, outcome.err) == (0, "")
    read = json.loads(outcome.out)
    assert read["schema"] == "bluenote/document/1"
    assert [page["label"] for page in read["pages"]] == ["65", "66"]
    assert read["passages"]


def test_inspect_shows_where_the_notes_lead(article: Path) -> None:
    shown = run("inspect", article).out
    assert "4 of 4 linked to their markers" in shown
    assert "2 Ibid., 41.  → Karlsrud, The UN at War (2015), p. 41" in shown


def test_inspect_names_what_did_not_read_as_it_should(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = Report(
        markers_without_note=(Problem(0, "9", "marker 9 has no note"),),
        page_label_conflicts=(Problem(None, None, "the file calls page 65 page 1"),),
    )
    odd = document([paragraph("One.^9")], first=65, title="", csl={"author": [{"family": "Ravn"}]}, report=report)
    monkeypatch.setattr("ingest.child.read", lambda file, language: odd)
    assert run("inspect", article).out.splitlines() == [
        "(no title found)",
        "  by        Ravn",
        "  language  en",
        "  pages     1, printed 65 to 65",
        "  notes     0 of 0 linked to their markers (footnotes)",
        "  citations 0 of 0 lead to one of 0 works",
        "  read in   0.00 s",
        "Markers without a note:",
        "  p. 65: marker 9 has no note",
        "Page numbers that disagree:",
        "  the file calls page 65 page 1",
    ]


def test_inspect_of_something_else_is_one_line_and_status_3(tmp_path: Path) -> None:
    (tmp_path / "letter.pdf").write_text("Dear Sir", encoding="utf-8")
    outcome = run_apart("inspect", tmp_path / "letter.pdf", "--json")
    assert (outcome.status, outcome.out) == (3, "")
    assert re.fullmatch(r"bluenote: .*letter\.pdf: .*\n", outcome.err)


@pytest.mark.parametrize(("arguments", "first"), [("list --json", "["), ("search mission -k 50", " ")])
def test_a_pipe_that_closes_early_is_no_error(library: Path, arguments: str, first: str) -> None:
    asking = shlex.join([sys.executable, "-m", "ui.cli", *arguments.split(), "--library", str(library)])
    command = f"{asking} | head -c 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, first, "")


def test_ctrl_c_leaves_a_sound_library(tmp_path: Path, article: Path) -> None:
    import typst

    page = '#set page(numbering: "1")\n= Paper\n' + "A mission inherits the enemies of its host. " * 400
    made = typst.compile(page.encode())
    for number in range(40):
        (tmp_path / f"{number:02}.pdf").write_bytes(made + f"% copy {number}\n".encode())
    library = tmp_path / "library"
    adding = start("add", tmp_path, "--library", library)
    assert adding.stdout is not None
    assert adding.stdout.readline().startswith("added ")
    adding.send_signal(signal.SIGINT)
    _, said = adding.communicate(timeout=120)
    assert (adding.returncode, said) == (130, "bluenote: stopped; what was finished before stays\n")
    entries = json.loads(run("list", "--json", "--library", library).out)
    assert len(entries) < 40
    assert run("doctor", "--library", library).status == 0
    assert len(list(library.glob("files/*.pdf"))) == len(entries)


def test_a_note_s_works_as_cited_in_the_document(library):
    outcome = run("cite", "ravn2021", "--note", "2", "--cited-in", "--style", "apa", "--library", library)
    assert outcome.out.startswith("(Karlsrud, 2015, p. 41, as cited in Ravn, 2021, p. 65)\nRavn, H. (2021).")
    assert run("cite", "ravn2021", "--cited-in", "--library", library).status == 2
    assert run("cite", "ravn2021", "--note", "9", "--cited-in", "--library", library).status == 2
