"""Builds the sample corpus: `python corpus/src/build.py [NAME...]` sets `corpus/NAME.pdf` and its true answers.

`--check` sets nothing: it compares the written answers and `library.bib` with the sources. CONTRIBUTING names the
packages that setting needs beside Typst (LaTeX, LibreOffice, poppler and fonts, all of Debian).
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import latex_writer
import library
import libreoffice_writer
import scan
import truth
import typst_writer
import works
from finish import finish
from parse import Sample, parse

SOURCES = Path(__file__).parent
CORPUS = SOURCES.parent


def main(arguments: list[str]) -> int:
    """Builds or checks; 0 where all is well, 1 where written answers differ from the sources."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="samples to build; all where none is named")
    parser.add_argument("--check", action="store_true", help="compare the written answers with the sources")
    parser.add_argument("--sources", type=Path, default=SOURCES, help="folder of NAME.md")
    parser.add_argument("--output", type=Path, default=CORPUS, help="folder of NAME.pdf and NAME.truth.json")
    options = parser.parse_args(arguments)
    bibliography = works.load()
    samples = [parse(path) for path in sorted(options.sources.glob("*.md"))]
    wrong = 0
    for sample in samples:
        if options.names and sample.id not in options.names:
            continue
        answers = options.output / f"{sample.id}.truth.json"
        if options.check:
            wrong += not _agrees(sample, bibliography, answers)
            continue
        places = typeset(sample, options.output / f"{sample.id}.pdf")
        answers.write_text(_json(truth.answers(sample, bibliography, places)), encoding="utf-8")
        _say(f"{sample.id}: {len(places.pages)} pages, {len(sample.notes)} notes")
    entries = library.entries({path.name: _read(path) for path in options.output.glob("*.truth.json")})
    if options.check and (options.output / "library.bib").read_text(encoding="utf-8") != entries:
        _say("library.bib differs from the sources")
        wrong += 1
    elif not options.check:
        (options.output / "library.bib").write_text(entries, encoding="utf-8")
    return 1 if wrong else 0


def typeset(sample: Sample, pdf: Path) -> truth.Places:
    """Writes a sample's PDF with the engine that its source names; gives its true places."""
    engine = sample.front.get("engine", "typst")
    if engine == "latex":
        places = latex_writer.typeset(sample, pdf)
    elif engine == "libreoffice":
        places = libreoffice_writer.typeset(sample, pdf)
    elif engine == "typst":
        places = typst_writer.typeset(sample, pdf)
    else:
        raise ValueError(f"{sample.id}: no engine {engine!r}")
    if sample.layout == "scan":
        scan.rasterise(pdf)
    finish(sample, pdf)
    return places


def _agrees(sample: Sample, bibliography: dict[str, Any], answers: Path) -> bool:
    """Whether the written answers are those of the source."""
    if not answers.exists():
        _say(f"{sample.id}: no {answers.name}; build it")
        return False
    written = _read(answers)
    try:
        fresh = json.loads(_json(truth.answers(sample, bibliography, truth.Places.of(written))))
    except ValueError:  # a note or block more or fewer than the typesetter placed
        fresh = None
    if fresh != written:
        _say(f"{sample.id}: {answers.name} differs from its source; build it again")
    return bool(fresh == written)


def _read(answers: Path) -> dict[str, Any]:
    written: dict[str, Any] = json.loads(answers.read_text(encoding="utf-8"))
    return written


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _json(answers: dict[str, Any]) -> str:
    return json.dumps(answers, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
