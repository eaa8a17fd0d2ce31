"""A process that adds and removes is killed at any moment: nothing that was said to be in is lost, nothing is wrong."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from shelves import WordEmbedder

from index.library import Library

ROUNDS = 5
WRITER = """
import sys
from pathlib import Path
from shelves import WordEmbedder, article
import ingest.child
import index.sqlite.vectors
from index.library import Library

ingest.child.read = lambda path: article(Path(path))
index.sqlite.vectors.LEAST_DELTA = 20  # a new base every few documents
library = Library.open(sys.argv[1], embedder=WordEmbedder())
folder, first = Path(sys.argv[2]), int(sys.argv[3])
for number in range(first, first + 10_000):
    path = folder / f"{number}.pdf"
    path.write_text(f"Title number{number}\\nUnit number{number} held the line.\\nUnit number{number} left.")
    (added,) = library.add([path])
    print(f"in {number}", flush=True)
    if number % 3 == 0:
        print(f"going {number}", flush=True)
        library.remove(added.id)
        print(f"out {number}", flush=True)
    if number % 6 == 0:
        print(f"going {number}", flush=True)
        library.restore(added.id)
        print(f"in {number}", flush=True)
"""


def test_killed_at_any_moment(tmp_path):
    place, files = tmp_path / "library", tmp_path / "in"
    files.mkdir()
    Library.open(place, create=True, embedder=WordEmbedder()).close()
    waits = random.Random(7)
    told: list[str] = []
    for round_number in range(ROUNDS):
        told += _run_and_kill(place, files, round_number * 10_000, waits.uniform(0.0, 0.4))
        _holds_all_that_was_told(place, told)


def _run_and_kill(place: Path, files: Path, first: int, wait: float) -> list[str]:
    """What the writer said before it was killed, some time after its first document was in."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(place), str(files), str(first)],
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": ":".join(sys.path), "PATH": ""},
    )
    with writer:
        assert writer.stdout is not None
        opening = writer.stdout.readline()
        time.sleep(wait)
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read()
    assert opening, "the writer did not start"
    whole = (opening + rest).rpartition("\n")[0]
    return whole.splitlines()


def _holds_all_that_was_told(place: Path, told: list[str]) -> None:
    state: dict[str, str] = {}
    for line in told:
        what, number = line.split()
        state[number] = what
    with Library.open(place, embedder=WordEmbedder()) as library:
        assert "damage" not in {finding.level for finding in library.doctor()}
        titles = {entry.title.removeprefix("Title number") for entry in library.entries()}
        assert titles >= {number for number, what in state.items() if what == "in"}
        assert not titles & {number for number, what in state.items() if what == "out"}
        kept = {path.stem for path in (place / "files").iterdir()}
        assert len(kept) == len({entry.id for entry in library.entries()} | {one.id for one in library.trash.all()})
        for entry in library.entries():
            assert library.pdf(entry.id).is_file()
        for number in random.Random(1).sample(sorted(titles), min(5, len(titles))):
            for mode in ("dense", "words"):
                # Many, for how far the writer came is chance: to a bag of words some numbers are the same word.
                best = library.search(f"unit number{number} held the line", k=20, mode=mode).hits
                assert any(f"number{number} " in hit.passage.text for hit in best)
            for hit in best:
                assert hit.document.title.removeprefix("Title ") in hit.passage.text or hit.passage.kind == "note"
        assert {finding.level for finding in library.doctor()} == {"ok"}
