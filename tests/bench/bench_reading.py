"""How fast PDFs are read: pages a second of one core, and as a share of PyMuPDF's bare text of the same files.

The files are those named, else the samples of `corpus/` and, where `../shared/real` is at hand (or BLUENOTE_SHARED
names its parent), the real ones that have a text layer. Both times are processor time, taken in turns in one run, the
least of three each, so that what else the machine does disturbs them little; what a reading remembers of its texts is
forgotten before the next.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "support")]

import pymupdf  # noqa: E402  (on the path set above)
from samples import SAMPLES, SCANS  # noqa: E402

from ingest import read_pdf  # noqa: E402

_HOME = Path(__file__).parents[2]
_ROW = "{:28} {:>6} {:>9} {:>8}"


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="PDFs")
    groups = {"files named": parser.parse_args().files}
    if not groups["files named"]:
        groups = {"corpus": [_HOME / "corpus" / f"{name}.pdf" for name in SAMPLES if name not in SCANS]}
        real = Path(os.environ.get("BLUENOTE_SHARED", _HOME.parent / "shared")) / "real"
        groups |= {name: sorted((real / name).rglob("*.pdf")) for name in ("fossil", "un", "mixed")}
    print(_ROW.format("", "pages", "pages/s", "of bare"))
    read_pdf(next(file for files in groups.values() for file in files))  # loads what is loaded once
    for name, files in groups.items():
        if files:
            measured = [_measure(file) for file in files]
            pages, bare, reading = map(sum, zip(*measured, strict=True))
            print(_ROW.format(name, pages, f"{pages / reading:.1f}", f"{bare / reading:.3f}"))


def _measure(file: Path) -> tuple[int, float, float]:
    """Return a file's pages, and the processor seconds of its bare text and of its reading."""
    with pymupdf.open(file) as pdf:
        pages = len(pdf)
    bare, reading = [], []
    for _ in range(3):
        _forget()
        bare.append(_seconds(_bare_text, file))
        reading.append(_seconds(read_pdf, file))
    return pages, min(bare), min(reading)


def _bare_text(file: Path) -> None:
    with pymupdf.open(file) as pdf:
        for page in pdf:
            page.get_text("dict")


def _seconds(work: Callable[[Path], object], file: Path) -> float:
    started = time.process_time()
    work(file)
    return time.process_time() - started


def _forget() -> None:
    """Empty what functions of the reading remember of texts; word lists and tables of facts stay."""
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] == "ingest":
            for value in vars(module).values():
                if hasattr(value, "cache_clear") and value.cache_info().maxsize and value.cache_info().maxsize > 1000:
                    value.cache_clear()


if __name__ == "__main__":
    main()
