import json
import random
import signal
import subprocess
import sys

import pymupdf
import pytest

from ingest import child, contract, errors
from ingest.document import read_pdf
from ingest.errors import Damaged, Encrypted, Fault, IngestError, NotAPdf, TooCostly


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    """Two pages of prose."""
    path = tmp_path_factory.mktemp("child") / "two pages.pdf"
    with pymupdf.open() as made:
        for number in range(2):
            page = made.new_page()
            for line in range(20):
                page.insert_text(
                    (72, 90 + 14 * line), f"Page {number} line {line}: the mission was to leave.", fontsize=10
                )
        made.save(path, deflate=False)
    return path


def test_the_same_as_in_this_process(pdf):
    document = child.read(pdf)
    assert len(document.pages) == 2
    assert document.blocks == read_pdf(pdf).blocks


def test_standard_output_is_the_contract_and_nothing_else(pdf):
    asked = json.dumps({"path": str(pdf), "language": None}) + "\n"
    run = subprocess.run(
        [sys.executable, "-m", "ingest.child"], input=2 * asked.encode(), capture_output=True, check=True
    )
    first, second = run.stdout.splitlines()
    assert contract.from_json(json.loads(first))[0].pages
    assert json.loads(second)["blocks"] == json.loads(first)["blocks"]


def test_errors_come_back_as_they_were(tmp_path):
    (tmp_path / "empty.pdf").touch()
    with pytest.raises(NotAPdf, match=r"empty\.pdf: the file is empty"):
        child.read(tmp_path / "empty.pdf")


def test_a_password_is_asked_for(pdf, tmp_path):
    with pymupdf.open(pdf) as plain:
        plain.save(tmp_path / "locked.pdf", encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="x", owner_pw="y")
    with pytest.raises(Encrypted):
        child.read(tmp_path / "locked.pdf")


def test_a_name_may_begin_with_a_dash(pdf, tmp_path, monkeypatch):
    (tmp_path / "-odd.pdf").write_bytes(pdf.read_bytes())
    monkeypatch.chdir(tmp_path)
    assert len(child.read("-odd.pdf").pages) == 2


def test_time_is_limited(pdf):
    with pytest.raises(TooCostly, match=r"given up: one page took more than 0\.001 seconds"):
        child.read(pdf, seconds=0.001)


def test_each_page_has_time_of_its_own(tmp_path):
    with pymupdf.open() as many:
        for _ in range(3):
            many.new_page().insert_text((72, 72), "A page of some words.")
        many.save(tmp_path / "many.pdf")
    renewed = []
    read_pdf(tmp_path / "many.pdf", before_page=lambda: renewed.append(True))
    assert len(renewed) == 3


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not enforce a limit of address space")
def test_memory_is_limited():
    greedy = "from ingest import child; child._limit_memory(2000); bytearray(3 << 30)"
    run = subprocess.run([sys.executable, "-c", greedy], capture_output=True, text=True)
    failure = child._failure("a.pdf", run.returncode, run.stderr, 300, 2000)
    assert type(failure) is TooCostly
    assert "more than 2000 MB" in str(failure)


@pytest.mark.parametrize(
    ("status", "kind"),
    [(-signal.SIGKILL, TooCostly), (-signal.SIGSEGV, Damaged), (1, Fault)],
)
def test_a_child_that_is_stopped(status, kind):
    failure = child._failure("a.pdf", status, "Traceback\nRuntimeError: odd", 300, 100)
    assert type(failure) is kind
    assert str(failure).startswith("a.pdf: ")
    assert "\n" not in str(failure)


def test_every_error_of_reading_has_its_way_back():
    for kind in (kind for kind in IngestError.__subclasses__() if kind.__module__ == errors.__name__):
        with pytest.raises(kind, match=r"a\.pdf: why"):
            child._document({"error": kind.__name__, "message": "a.pdf: why"})


def test_ctrl_c_leaves_no_child_behind(pdf, monkeypatch):
    started = []

    def interrupted(asked, *_):
        started.append(asked)
        raise KeyboardInterrupt

    monkeypatch.setattr(child._Child, "ask", interrupted)
    with pytest.raises(KeyboardInterrupt):
        child.read(pdf)
    assert started[0]._process.returncode == -signal.SIGKILL


def test_one_child_reads_many_files_and_is_gone_at_the_end(pdf, tmp_path, spawned):
    (tmp_path / "empty.pdf").touch()
    with child.kept():
        first = child.read(pdf)
        with pytest.raises(NotAPdf):
            child.read(tmp_path / "empty.pdf")
        assert child.read(pdf).blocks == first.blocks
    assert [one.files for one in spawned] == [3]
    assert spawned[0]._process.returncode == 0


def test_a_file_is_not_blamed_for_those_before_it(pdf, spawned):
    with child.kept():
        child.read(pdf)
        spawned[0]._process.kill()  # as the system does where memory is short
        assert child.read(pdf).pages
        child.stop_all()
    assert [one.files for one in spawned] == [2, 1]


def test_a_child_retires(pdf, spawned, monkeypatch):
    monkeypatch.setattr(child, "_FILES", 2)
    with child.kept():
        for _ in range(3):
            child.read(pdf)
    assert [one.files for one in spawned] == [2, 1]


@pytest.fixture
def spawned(monkeypatch):
    """The children, in the order in which they were started."""
    started, new = [], child._Child

    def noted(*limits):
        started.append(new(*limits))
        return started[-1]

    monkeypatch.setattr(child, "_Child", noted)
    return started


def assert_read_or_refused(path):
    try:
        pages, message = len(child.read(path, seconds=60).pages), ""
    except IngestError as refused:
        pages, message = 0, str(refused)
    assert pages or message.startswith(str(path))
    assert "\n" not in message
    assert "failed on this file" not in message, "the reader met a file that it did not foresee"
    assert "broke off" not in message, "the PDF library crashed"


@pytest.mark.parametrize("seed", range(8))
def test_spoilt_bytes_neither_hang_nor_crash_the_reader(pdf, tmp_path, seed):
    chance = random.Random(seed)
    content = bytearray(pdf.read_bytes())
    for _ in range(chance.choice([1, 10, 200])):
        content[chance.randrange(20, len(content))] = chance.randrange(256)
    if seed % 2:
        del content[chance.randrange(len(content) // 2, len(content)) :]
    (tmp_path / "spoilt.pdf").write_bytes(content)
    assert_read_or_refused(tmp_path / "spoilt.pdf")


def test_bad_files_from_the_wild_are_read_or_refused_in_one_line(shared):
    files = sorted((shared / "real" / "robustness").glob("*.pdf"))
    assert files
    for path in files:
        assert_read_or_refused(path)
